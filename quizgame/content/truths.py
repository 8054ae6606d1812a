"""What the facts hold to be true, so that nothing true is offered as wrong; knows no file and no document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgame.content.factfile import Asked, AskRow, Claimed, ClaimRow, FactFile, Row, Table
from quizgame.content.gaps import filled, gaps
from quizgame.content.wording import plain


@dataclass(frozen=True, slots=True)
class _Line:
    """One row as it is compared: columns with their types and folded values."""

    table: str
    values: Mapping[str, str]
    types: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Truths:
    """Everything the facts answer: by the words of a question, by claims, and by rows."""

    answers: Mapping[str, frozenset[str]]
    claims: frozenset[str]
    lines: tuple[_Line, ...]

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
    )


def row_values(row: Row) -> dict[str, str]:
    """The columns a row has, as texts."""
    return {name: value.value for name, value in row.values}


def fits(template: AskRow | ClaimRow, row: Row) -> bool:
    """Whether a row has every column a template uses."""
    if isinstance(template, AskRow):
        needed = (*gaps(template.question.value), template.answer.value)
    else:
        needed = (*gaps(template.claim.value), template.swap.value)
    return all(row.get(column) is not None for column in needed)


def _answered(files: Iterable[FactFile]) -> Iterator[tuple[str, str]]:
    for file in files:
        for single in file.singles:
            for wording in single.wordings:
                if isinstance(wording, Asked):
                    yield wording.question.value, wording.answer.value
        for table in file.tables:
            for template, values in _uses(table):
                if isinstance(template, AskRow):
                    yield filled(template.question.value, values), values[template.answer.value]


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


def _uses(table: Table) -> Iterator[tuple[AskRow | ClaimRow, dict[str, str]]]:
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
