"""What fact files and their list of sources hold once read; knows no YAML, no documents and no questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgame.content.nodes import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A document facts are drawn from: `title` is what the reveal shows, `name` its file's."""

    id: Text
    title: Text
    kind: str
    name: Text
    sha256: Text
    file: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Terms that all stand in one paragraph of a source."""

    source: Text
    terms: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with its evidence; `id` is unique in its topic (a row's: in its table).

    `also` holds names and numbers of its sentences that stand elsewhere in a source, `spelling` pairs our
    wording with the document's, `never` holds values no wrong option may have.
    """

    id: Text
    says: Text
    level: int
    spoiler: bool
    evidence: tuple[Evidence, ...]
    also: tuple[Evidence, ...] = ()
    spelling: tuple[tuple[Text, Text], ...] = ()
    never: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One wording of a single fact as a choice; `level` None means the fact's own."""

    template: Text
    question: Text
    answer: Text
    wrong: tuple[Text, ...]
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """One wording of a single fact as a statement with a gap, true with `value`, false with `instead`."""

    template: Text
    claim: Text
    value: Text
    instead: tuple[Text, ...]
    level: int | None = None


@dataclass(frozen=True, slots=True)
class SingleFact:
    """A fact and the ways to ask for it."""

    fact: Fact
    wordings: tuple[Asked | Claimed, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table and the type of its values."""

    name: Text
    type: str


@dataclass(frozen=True, slots=True)
class AskRow:
    """A question of every row, with `{column}` gaps; `answer` names the column that is asked for."""

    name: Text
    question: Text
    answer: Text
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A statement of every row, with `{column}` gaps; false when another row's value stands in `swap`."""

    name: Text
    claim: Text
    swap: Text
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of a table; `values` are its columns, of which some may be missing."""

    fact: Fact
    values: tuple[tuple[str, Text], ...]
    group: str = ""
    skip: tuple[Text, ...] = ()

    def get(self, column: str) -> Text | None:
        """The value in a column, or None."""
        return next((value for name, value in self.values if name == column), None)


@dataclass(frozen=True, slots=True)
class Table:
    """Facts of one shape; `more` holds further wrong values, each with its type."""

    id: Text
    columns: tuple[Column, ...]
    templates: tuple[AskRow | ClaimRow, ...]
    rows: tuple[Row, ...]
    more: tuple[tuple[str, Text], ...] = ()

    def type_of(self, column: str) -> str | None:
        """The type of a column's values; None if there is no such column."""
        return next((one.type for one in self.columns if one.name.value == column), None)


@dataclass(frozen=True, slots=True)
class FactFile:
    """One file of facts about one topic."""

    file: str
    topic: str
    singles: tuple[SingleFact, ...] = ()
    tables: tuple[Table, ...] = ()

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Every fact with its path below the topic: `name`, or `table/row`."""
        for single in self.singles:
            yield single.fact.id.value, single.fact
        for table in self.tables:
            for row in table.rows:
                yield f"{table.id.value}/{row.fact.id.value}", row.fact
