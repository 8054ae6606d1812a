"""What the facts hold to be true, so that nothing true is offered as wrong; knows no file and no document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgame.content.facts.factfile import (
    Asked,
    Claimed,
    ClaimRow,
    FactFile,
    Row,
    RowTemplate,
    Table,
    Tasked,
)
from quizgame.content.facts.gaps import filled, gaps
from quizgame.content.wording import plain
from quizgame.quiz.tasks import Kind

_ONE_BY_ONE = (Kind.TYPED, Kind.SEVERAL, Kind.NUMBER)  # each text that is right is an answer of its own


@dataclass(frozen=True, slots=True)
class _Line:
    """One row as it is compared: columns with their types and folded values."""

    table: str
    values: Mapping[str, str]
    types: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Truths:
    """Everything the facts answer: by the words of a question, by claims, and by rows.

    `named` holds every value of a type as it is written, short forms and further wrong values included.
    """

    answers: Mapping[str, frozenset[str]]
    claims: frozenset[str]
    lines: tuple[_Line, ...]
    named: Mapping[str, tuple[str, ...]]

    def answers_to(self, question: str) -> frozenset[str]:
        """The right answers (folded) that some fact gives to a question of these words."""
        return self.answers.get(plain(question), frozenset())

    def is_claimed(self, statement: str) -> bool:
        """Whether some fact makes just this statement."""
        return plain(statement) in self.claims

    def values(self, table: str, given: Mapping[str, str], kind: str) -> frozenset[str]:
        """The values (folded) of a type in every row that has the given values.

        Rows of other tables count where they have the same columns; with nothing given, only those of
        the table itself.
        """
        wanted = {column: plain(value) for column, value in given.items()}
        rows = (
            line
            for line in self.lines
            if (line.table == table or wanted) and wanted.items() <= line.values.items()
        )
        return frozenset(
            value for line in rows for column, value in line.values.items() if line.types[column] == kind
        )


def truths(files: Sequence[FactFile]) -> Truths:
    """What all facts of these files hold to be true, rows that skip a template included."""
    answers: dict[str, set[str]] = {}
    for question, answer in _answered(files):
        answers.setdefault(plain(question), set()).add(plain(answer))
    return Truths(
        {question: frozenset(given) for question, given in answers.items()},
        frozenset(plain(claim) for claim in _claimed(files)),
        tuple(_lines(files)),
        _named(files),
    )


def row_values(row: Row) -> dict[str, str]:
    """The columns a row has, as texts."""
    return {name: value.value for name, value in row.values}


def fits(template: RowTemplate, row: Row) -> bool:
    """Whether a row has every column a template uses."""
    if isinstance(template, ClaimRow):
        needed = (*gaps(template.claim.value), template.swap.value)
    else:
        needed = (*gaps(template.question.value), template.answer.value)
    return all(row.get(column) is not None for column in needed)


def _answered(files: Iterable[FactFile]) -> Iterator[tuple[str, str]]:
    for file in files:
        for single in file.singles:
            for wording in single.wordings:
                if isinstance(wording, Asked):
                    yield wording.question.value, wording.answer.value
                elif isinstance(wording, Tasked) and wording.posed.task.kind in _ONE_BY_ONE:
                    yield from ((wording.question.value, right.value) for right in wording.posed.right)
        for table in file.tables:
            for template, values in _uses(table):
                if not isinstance(template, ClaimRow):
                    answer = values[template.answer.value]
                    forms = (answer, *(form.value for form in table.short_forms(answer)))
                    question = filled(template.question.value, values)
                    yield from ((question, form) for form in forms)


def _named(files: Iterable[FactFile]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, str]] = {}
    for file in files:
        for table in file.tables:
            for kind, value in _values_of(table):
                found.setdefault(kind, {}).setdefault(plain(value), value)
    return {kind: tuple(values[key] for key in sorted(values)) for kind, values in found.items()}


def _values_of(table: Table) -> Iterator[tuple[str, str]]:
    yield from ((kind, value.value) for kind, value in table.more)
    for row in table.rows:
        for column, value in row.values:
            kind = table.type_of(column) or ""
            yield kind, value.value
            yield from ((kind, form.value) for form in table.short_forms(value.value))


def _claimed(files: Iterable[FactFile]) -> Iterator[str]:
    for file in files:
        for single in file.singles:
            for wording in single.wordings:
                if isinstance(wording, Claimed) and gaps(wording.claim.value) == ("",):
                    yield filled(wording.claim.value, {"": wording.value.value})
        for table in file.tables:
            for template, values in _uses(table):
                if isinstance(template, ClaimRow):
                    yield filled(template.claim.value, values)


def _uses(table: Table) -> Iterator[tuple[RowTemplate, dict[str, str]]]:
    for template in table.templates:
        for row in table.rows:
            if fits(template, row):
                yield template, row_values(row)


def _lines(files: Iterable[FactFile]) -> Iterator[_Line]:
    for file in files:
        for table in file.tables:
            types = {column.name.value: column.type for column in table.columns}
            for row in table.rows:
                values = {name: plain(value.value) for name, value in row.values if name in types}
                yield _Line(f"{file.topic}/{table.id.value}", values, types)
