"""Wrong options for a row of a table, chosen without chance; knows no files and builds no questions."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence

from quizgame.content.facts.factfile import Row, Table
from quizgame.content.nodes import Text
from quizgame.content.wording import holds, is_number, plain, words

MOST = 6
FEWEST = 3


def wrong_options(
    table: Table, row: Row, kind: str, salt: str, question: str, right: Collection[str]
) -> tuple[Text, ...]:
    """Up to six values of a type that are wrong for a row, in an order that only `salt` decides.

    `right` are the folded values that would be right. Rows of the row's own group come first; those of
    other groups and the table's `more` fill up only where fewer than three were found, or where the row
    has no group, for an option from another group is easily told.
    """
    chosen: dict[str, Text] = {}
    for values in _stages(table, row, kind):
        if len(chosen) >= (FEWEST if row.group else MOST):
            break
        fit = [value for value in values if _may_be_wrong(value.value, question, row, right)]
        for value in sorted(fit, key=lambda value: draw(salt, value.value)):
            chosen.setdefault(plain(value.value), value)
    return tuple(chosen.values())[:MOST]


def wrong_for_all(table: Table, rows: Sequence[Row], kind: str, salt: str, question: str) -> tuple[Text, ...]:
    """Up to six of the table's `more` that are wrong for every row, in an order that only `salt` decides."""
    right = {plain(value.value) for row in table.rows for value in _values(table, row, kind)}
    fit = [
        value
        for of, value in table.more
        if of == kind
        and plain(value.value) not in right
        and all(_may_be_wrong(value.value, question, row, right) for row in rows)
    ]
    return tuple(sorted(fit, key=lambda value: draw(salt, value.value))[:MOST])


def is_barred(option: str, never: Sequence[Text]) -> bool:
    """Whether an option is one that must never be offered; a bare number is barred inside an option too."""
    return any(
        plain(option) == plain(bar.value)
        or (_is_bare_number(bar.value) and holds(words(option), words(bar.value)))
        for bar in never
    )


def _stages(table: Table, row: Row, kind: str) -> Iterator[list[Text]]:
    yield [value for other in table.rows if other.group == row.group for value in _values(table, other, kind)]
    yield [value for other in table.rows if other.group != row.group for value in _values(table, other, kind)]
    yield [value for of, value in table.more if of == kind]


def _values(table: Table, row: Row, kind: str) -> Iterator[Text]:
    return (value for column, value in row.values if table.type_of(column) == kind)


def _may_be_wrong(option: str, question: str, row: Row, right: Collection[str]) -> bool:
    return (
        plain(option) not in right
        and not holds(words(question), words(option))
        and not is_barred(option, row.fact.never)
    )


def _is_bare_number(text: str) -> bool:
    return len(words(text)) == 1 and is_number(words(text)[0])


def draw(salt: str, value: str) -> str:
    """What puts values in an order that only `salt` decides: SHA-256, the same on every machine."""
    return hashlib.sha256(f"{salt}/{plain(value)}".encode()).hexdigest()
