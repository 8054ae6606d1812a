"""What fact files and their list of sources hold once read; knows no YAML, no documents and no questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgame.content.kinds import Posed
from quizgame.content.nodes import Text
from quizgame.quiz.tasks import Kind


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
    wording with the document's, `never` holds values no wrong option may have. `about` names another fact
    (`topic/fact`) that says the same: questions of the two never meet in a run.
    """

    id: Text
    says: Text
    level: int
    spoiler: bool
    evidence: tuple[Evidence, ...]
    also: tuple[Evidence, ...] = ()
    spelling: tuple[tuple[Text, Text], ...] = ()
    never: tuple[Text, ...] = ()
    about: Text | None = None


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
class Tasked:
    """One wording of a single fact with a task that is neither choice nor statement.

    `others_from` is a type of columns: all their values are known answers to what is typed.
    """

    template: Text
    question: Text
    posed: Posed
    others_from: str = ""
    level: int | None = None


Wording = Asked | Claimed | Tasked


@dataclass(frozen=True, slots=True)
class SingleFact:
    """A fact and the ways to ask for it."""

    fact: Fact
    wordings: tuple[Wording, ...]


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
class TaskedRow:
    """A question of every row, with `{column}` gaps, whose answer is typed or, with a `span`, a number."""

    name: Text
    question: Text
    answer: Text
    span: tuple[int, int] | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class TaskedRows:
    """A question about several rows at once: an order, a match, or several right answers.

    `column` is what is shown; `other` is what an order goes by or what a match leads to. `says` is the
    explanation, with a gap for the rows. `most` rows make a question, `groups` questions are made at most.
    """

    name: Text
    kind: Kind
    question: Text
    column: Text
    says: Text
    other: Text | None = None
    most: int = 4
    groups: int = 3
    level: int | None = None


RowTemplate = AskRow | ClaimRow | TaskedRow


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
    """Facts of one shape; `more` holds further wrong values, each with its type.

    `accept` holds short forms of values, `also` what the explanations of `groups` name elsewhere.
    """

    id: Text
    columns: tuple[Column, ...]
    templates: tuple[RowTemplate, ...]
    rows: tuple[Row, ...]
    more: tuple[tuple[str, Text], ...] = ()
    groups: tuple[TaskedRows, ...] = ()
    accept: tuple[tuple[Text, tuple[Text, ...]], ...] = ()
    also: tuple[Evidence, ...] = ()

    def type_of(self, column: str) -> str | None:
        """The type of a column's values; None if there is no such column."""
        return next((one.type for one in self.columns if one.name.value == column), None)

    def short_forms(self, value: str) -> tuple[Text, ...]:
        """What may be typed for a value beside itself."""
        return next((forms for key, forms in self.accept if key.value == value), ())


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

    def named(self) -> Iterator[tuple[str, Text]]:
        """The places of all that questions are made of, with the paths that their ids go by."""
        yield from ((path, fact.id) for path, fact in self.facts())
        for table in self.tables:
            yield from ((f"{table.id.value}/{group.name.value}", group.name) for group in table.groups)
