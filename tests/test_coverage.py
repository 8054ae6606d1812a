"""Completeness of the Heat bank: its list of paragraphs and facts agrees with the documents and the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizgame import resources
from quizgame.content.facts.documents import Document, Paragraph, read_documents
from quizgame.content.facts.factfile import Evidence, Fact, Source
from quizgame.content.facts.read import read_facts, read_sources
from quizgame.content.nodes import Node
from quizgame.content.reader import read
from quizgame.content.wording import holds, words

HEAT = resources.questions() / "heat"
DOCUMENTS = Path(__file__).parents[2] / "shared" / "documents"
ENTRY = re.compile(r"- (\d+): (?:no checkable statement \([^()]+\)|(heat/\S+(?:, heat/\S+)*))")

needs_documents = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the source documents are not at hand")


@dataclass(frozen=True)
class Entry:
    """One line of the list: a paragraph of a document and the facts that rest on it."""

    source: str
    paragraph: int
    facts: tuple[str, ...]


def entries() -> Iterator[Entry]:
    source = ""
    for line in (HEAT / "coverage.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            source = line.removeprefix("## ")
        elif line.startswith("- "):
            found = ENTRY.fullmatch(line)
            assert found, f"neither fact ids nor 'no checkable statement (why)': {line}"
            yield Entry(source, int(found[1]), tuple(found[2].split(", ")) if found[2] else ())


def node(path: Path) -> Node:
    found, problems = read(path.read_bytes(), path.name)
    assert found is not None
    assert not problems
    return found


def sources() -> tuple[Source, ...]:
    return read_sources(node(HEAT / "sources.yaml"), "sources.yaml")[0]


def facts() -> dict[str, Fact]:
    files = [read_facts(node(path), path.name)[0] for path in sorted((HEAT / "facts").glob("*.yaml"))]
    return {f"heat/{file.topic}/{path}": fact for file in files for path, fact in file.facts()}


def documents() -> dict[str, Document]:
    return read_documents(sources(), DOCUMENTS)[0]


def test_every_fact_in_the_list_exists() -> None:
    known = facts()
    assert [(entry, fact) for entry in entries() for fact in entry.facts if fact not in known] == []


def test_every_fact_of_the_bank_is_in_the_list() -> None:
    listed = {fact for entry in entries() for fact in entry.facts}
    assert sorted(set(facts()) - listed) == []


def test_the_list_has_every_document_with_its_paragraphs_in_order() -> None:
    listed: dict[str, list[int]] = {}
    for entry in entries():
        listed.setdefault(entry.source, []).append(entry.paragraph)
    assert list(listed) == [source.id.value for source in sources()]
    assert listed == {source: list(range(1, len(numbers) + 1)) for source, numbers in listed.items()}


@needs_documents
def test_the_list_names_every_paragraph_of_every_document() -> None:
    wanted = [(id, n) for id, one in documents().items() for n in range(1, len(one.paragraphs) + 1)]
    assert [(entry.source, entry.paragraph) for entry in entries()] == wanted


@needs_documents
def test_every_fact_stands_where_the_list_says() -> None:
    known, texts = facts(), documents()
    astray = [
        (entry.source, entry.paragraph, fact)
        for entry in entries()
        for fact in entry.facts
        if not rests_on(known[fact], entry.source, texts[entry.source].paragraphs[entry.paragraph - 1])
    ]
    assert astray == []


def rests_on(fact: Fact, source: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph has all evidence a fact draws from its document, or something it cites beside."""
    return any(all(stands(one, source, paragraph)) for one in fact.evidence) or any(
        any(stands(one, source, paragraph)) for one in fact.also
    )


def stands(evidence: Evidence, source: str, paragraph: Paragraph) -> Iterator[bool]:
    for term in evidence.terms:
        yield evidence.source.value == source and holds(paragraph, words(term.value))
