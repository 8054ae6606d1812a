"""How many slips in the shipped facts the documents betray: each name and number is changed in turn."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizgame import resources
from quizgame.content.facts.evidence import check
from quizgame.content.facts.factfile import FactFile, Source
from quizgame.content.facts.read import read_facts, read_sources
from quizgame.content.nodes import List, Map, Node, Text
from quizgame.content.reader import read
from quizgame.content.wording import names, plain

FACTS = resources.questions() / "heat"
DOCUMENTS = Path(__file__).parents[2] / "shared" / "documents"
SAYING = {"says", "question", "claim"}
NOT_SAID = {
    *("id", "level", "spoiler", "spelling", "not", "group", "skip", "also", "wrong", "instead"),
    *("about", "others", "others_from", "range"),
}
FEWEST_CAUGHT = 0.95

pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the source documents are not at hand")


@dataclass(frozen=True)
class Fact:
    """The texts of one shipped fact, each with its kind of place."""

    file: str
    entry: Map
    texts: tuple[tuple[str, Text], ...]

    @property
    def places(self) -> set[tuple[str, int, int]]:
        return {(self.file, text.line, text.column) for _, text in self.texts}


@dataclass(frozen=True)
class Change:
    """One slip: at `old` stands `new`."""

    fact: Fact
    place: str
    old: Text
    new: str


def test_nearly_every_changed_name_or_number_is_caught_at_its_place() -> None:
    trees = {path.name: node(path) for path in sorted((FACTS / "facts").glob("*.yaml"))}
    sources = read_sources(node(FACTS / "sources.yaml"), "sources.yaml")[0]
    made = changes(trees)
    missed = [change for batch in batches(made) for change in missed_of(batch, trees, sources)]
    assert len(made) > 500
    shares = {
        place: 1 - len(of(missed, place)) / len(of(made, place)) for place in ("answer", "terms", "saying")
    }
    assert min(shares.values()) >= FEWEST_CAUGHT - 0.03, shares
    assert 1 - len(missed) / len(made) >= FEWEST_CAUGHT, shares
    assert facts_with_one_caught(made, missed) >= FEWEST_CAUGHT


def node(path: Path) -> Map:
    found, problems = read(path.read_bytes(), path.name)
    assert isinstance(found, Map)
    assert not problems
    return found


def of(some: Sequence[Change], place: str) -> list[Change]:
    return [change for change in some if change.place == place]


def facts_with_one_caught(made: Sequence[Change], missed: Sequence[Change]) -> float:
    """The share of facts of which one change, chosen by hash, is caught."""
    chosen = {id(change.fact): change for change in sorted(made, key=lambda change: digest(change.new))}
    return 1 - sum(change in missed for change in chosen.values()) / len(chosen)


def changes(trees: Mapping[str, Map]) -> list[Change]:
    """Every name of every fact swapped for another one of the bank, every number for another number."""
    found = ((file, fact) for file, tree in trees.items() for fact in facts_in(tree))
    facts = [Fact(file, fact, tuple(texts_in(fact))) for file, fact in found]
    answers = [text.value for fact in facts for place, text in fact.texts if place == "answer"]
    bank = sorted({answer for answer in answers if is_name(answer)})
    return [
        Change(fact, place, text, new)
        for fact in facts
        for place, text in fact.texts
        for new in slips(text.value, bank, opening=place == "answer")
    ]


def is_name(text: str) -> bool:
    return [name.text for name in names(text)] == [text] and " " in text


def facts_in(tree: Map) -> Iterator[Map]:
    """Single facts and rows."""
    for key in ("facts", "tables"):
        for entry in items(tree.get(key)):
            assert isinstance(entry, Map)
            yield from (
                [entry] if key == "facts" else (r for r in items(entry.get("rows")) if isinstance(r, Map))
            )


def texts_in(fact: Map) -> Iterator[tuple[str, Text]]:
    """The texts of a fact that say something, each with its kind of place."""
    for key, value in fact.fields:
        if key.value == "sources" and isinstance(value, Map):
            yield from (("terms", text) for _, terms in value.fields for text in leaves(terms))
        elif key.value == "questions" and isinstance(value, Map):
            yield from (
                one for _, wording in value.fields if isinstance(wording, Map) for one in texts_in(wording)
            )
        elif key.value not in NOT_SAID:
            yield from (("saying" if key.value in SAYING else "answer", text) for text in leaves(value))


def leaves(found: Node) -> Iterator[Text]:
    """The texts of a value: one, those of a list or of lists, or both sides of pairs."""
    match found:
        case Text():
            yield found
        case List():
            yield from (text for item in found.items for text in leaves(item))
        case Map():
            yield from (text for pair in found.fields for side in pair for text in leaves(side))


def items(found: Node | None) -> tuple[Node, ...]:
    if isinstance(found, List):
        return found.items
    return () if found is None else (found,)


def slips(text: str, bank: Sequence[str], opening: bool) -> Iterator[str]:
    """The first word of a sentence is left alone: it may be no name at all."""
    for name in names(text):
        others = [other for other in bank if plain(name.text) not in plain(other)]
        if name.text != "Heat" and (opening or not name.opens or " " in name.text):
            other = min(others, key=lambda other: digest(f"{text}/{name.text}/{other}"))
            yield text.replace(name.text, other, 1)
    for number in re.finditer(r"\d+", text):
        yield f"{text[: number.end() - 1]}{(int(number.group()) + 3) % 10}{text[number.end() :]}"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def batches(made: Sequence[Change]) -> Iterator[list[Change]]:
    """One change of each fact at a time: facts are checked one by one, so they do not disturb each other."""
    left = list(made)
    while left:
        batch = {id(change.fact): change for change in reversed(left)}
        yield list(batch.values())
        left = [change for change in left if batch[id(change.fact)] is not change]


def missed_of(batch: Sequence[Change], trees: Mapping[str, Map], sources: Sequence[Source]) -> list[Change]:
    new = {id(change.old): change.new for change in batch}
    chosen = {id(change.fact.entry) for change in batch}
    files: list[FactFile] = [
        read_facts(changed(thinned(tree, chosen), new), file)[0] for file, tree in trees.items()
    ]
    problems, _ = check(files, sources, DOCUMENTS)
    caught = {(problem.file, problem.line, problem.column) for problem in problems}
    return [change for change in batch if not change.fact.places & caught]


def thinned(tree: Map, chosen: Container[int]) -> Map:
    """A file with these entries alone: what is not changed need not be checked again."""
    fields = []
    for key, value in tree.fields:
        some = [entry for entry in items(value) if id(entry) in chosen]
        if key.value == "tables":
            tables = (thinned_table(table, chosen) for table in items(value) if isinstance(table, Map))
            some = [table for table in tables if items(table.get("rows"))]
        is_list = key.value in ("facts", "tables")
        fields.append((key, List(tuple(some), value.line, value.column) if is_list else value))
    return Map(tuple(fields), tree.line, tree.column)


def thinned_table(table: Map, chosen: Container[int]) -> Map:
    rows = List(tuple(row for row in items(table.get("rows")) if id(row) in chosen), table.line, table.column)
    fields = ((key, rows if key.value == "rows" else value) for key, value in table.fields)
    return Map(tuple(fields), table.line, table.column)


def changed(old: Node, new: Mapping[int, str]) -> Node:
    match old:
        case Text():
            return changed_text(old, new)
        case List():
            return List(tuple(changed(item, new) for item in old.items), old.line, old.column)
        case Map():
            fields = tuple((changed_text(key, new), changed(value, new)) for key, value in old.fields)
            return Map(fields, old.line, old.column)


def changed_text(old: Text, new: Mapping[int, str]) -> Text:
    return Text(new.get(id(old), old.value), old.line, old.column)
