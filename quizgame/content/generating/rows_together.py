"""Chooses which rows of a table meet in one question, without chance; knows no wordings and no questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quizgame.content.facts.factfile import Row, Table, TaskedRows
from quizgame.content.facts.truths import Truths
from quizgame.content.generating.wrong_options import draw
from quizgame.content.nodes import Text
from quizgame.content.wording import plain
from quizgame.quiz.tasks import FEWEST_PLACES, Kind

FEWEST_ANSWERS = 2


def rows_together(
    table: Table, template: TaskedRows, known: Truths, topic: str
) -> Iterator[tuple[int, tuple[Row, ...]]]:
    """The rows of each question of a template, with the question's number; no two have the same rows.

    A row that is harder than the template's level takes no part. Rows that were chosen seldom come first,
    and among those only a hash of names decides.
    """
    usable = [row for row in table.rows if _takes_part(template, row)]
    used: Counter[str] = Counter()
    seen: set[frozenset[str]] = set()
    for number in range(1, template.groups + 1):
        salt = f"{topic}/{table.id.value}/{template.name.value}/{number}"
        ranked = _ranked(usable, used, salt)
        chosen = _chosen(table, template, ranked, _size(template, salt), known, topic)
        names = frozenset(row.fact.id.value for row in chosen)
        if len(chosen) >= fewest(template) and names not in seen:
            seen.add(names)
            used.update(names)
            yield number, _in_order(template, chosen)


def fewest(template: TaskedRows) -> int:
    """How many rows a question of this template needs."""
    return FEWEST_ANSWERS if template.kind is Kind.SEVERAL else FEWEST_PLACES


def value_in(row: Row, column: Text | None) -> str:
    """A row's text in a column that a template uses; '' where it has none."""
    found = None if column is None else row.get(column.value)
    return "" if found is None else found.value


def _takes_part(template: TaskedRows, row: Row) -> bool:
    needed = [column for column in (template.column, template.other) if column is not None]
    return (
        all(value_in(row, column) for column in needed)
        and template.name.value not in {name.value for name in row.skip}
        and (template.level is None or row.fact.level <= template.level)
    )


def _ranked(rows: Sequence[Row], used: Mapping[str, int], salt: str) -> list[Row]:
    return sorted(rows, key=lambda row: (used.get(row.fact.id.value, 0), draw(salt, row.fact.id.value)))


def _size(template: TaskedRows, salt: str) -> int:
    """How many answers are right varies, so that nobody need only count them."""
    if template.kind is not Kind.SEVERAL:
        return template.most
    spread = template.most - FEWEST_ANSWERS + 1
    return FEWEST_ANSWERS + int(draw(salt, "size")[:8], 16) % spread


def _chosen(
    table: Table, template: TaskedRows, ranked: Sequence[Row], size: int, known: Truths, topic: str
) -> list[Row]:
    chosen: list[Row] = []
    for row in ranked:
        if len(chosen) < size and all(_can_meet(table, template, row, one, known, topic) for one in chosen):
            chosen.append(row)
    return chosen


def _can_meet(table: Table, template: TaskedRows, row: Row, other: Row, known: Truths, topic: str) -> bool:
    """Rows that share a value would make a question with two right answers."""
    for column in (template.column, template.other):
        if column is not None and plain(value_in(row, column)) == plain(value_in(other, column)):
            return False
    if template.kind is not Kind.MATCH:
        return True
    return not (
        _is_pair(table, template, row, other, known, topic)
        or _is_pair(table, template, other, row, known, topic)
    )


def _is_pair(table: Table, template: TaskedRows, row: Row, other: Row, known: Truths, topic: str) -> bool:
    """Whether some fact pairs the left side of one row with the right side of the other."""
    assert template.other is not None
    given = {template.column.value: value_in(row, template.column)}
    kind = table.type_of(template.other.value) or ""
    values = known.values(f"{topic}/{table.id.value}", given, kind)
    return plain(value_in(other, template.other)) in values


def _in_order(template: TaskedRows, rows: Sequence[Row]) -> tuple[Row, ...]:
    if template.kind is not Kind.ORDER:
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: int(value_in(row, template.other))))
