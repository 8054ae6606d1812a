"""Checks every fact against the documents it names; changes nothing and makes no questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgame.content.facts.documents import Document, Paragraph, read_documents
from quizgame.content.facts.factfile import (
    Asked,
    Claimed,
    ClaimRow,
    Evidence,
    Fact,
    FactFile,
    Row,
    SingleFact,
    Source,
    Table,
    Tasked,
    TaskedRow,
    Wording,
)
from quizgame.content.facts.gaps import without_gaps
from quizgame.content.facts.needs import Need, exact_needs, loose_needs, whole_need
from quizgame.content.facts.truths import fits
from quizgame.content.fields import shown
from quizgame.content.nodes import Text
from quizgame.content.problems import Problem
from quizgame.content.wording import holds, ordinary_stems, words
from quizgame.quiz.question import LEVELS, Kind


@dataclass(frozen=True, slots=True)
class Checked:
    """A fact whose evidence was looked up: its full id, what it says, its sources, how many terms it has."""

    fact: str
    says: str
    sources: tuple[str, ...]
    evidence: int


@dataclass(frozen=True, slots=True)
class _Sayings:
    """The texts of one fact: `exact` ones are answers, `loose` ones the sentences around them.

    `whole` are answers to be typed: nobody can guess how they are worded, so a document must say them so.
    """

    id: str
    file: str
    fact: Fact
    exact: tuple[Text, ...]
    loose: tuple[Text, ...]
    whole: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What facts are held against; the film's own title, `subject`, needs no evidence."""

    documents: Mapping[str, Document]
    ordinary: frozenset[str]
    subject: tuple[str, ...]


def check(
    files: Sequence[FactFile],
    sources: Sequence[Source],
    documents: Path,
    prefix: str = "heat",
    subject: str = "Heat",
) -> tuple[list[Problem], list[Checked]]:
    """Every place where a fact says what its documents do not, and the facts that were checked.

    A fact is listed as checked when all its documents were there, whether or not it holds.
    """
    found, problems = read_documents(sources, documents)
    sayings = [one for file in files for one in _sayings(file, prefix)]
    shelf = _shelf(found, sayings, subject)
    checked = []
    for one in sayings:
        if all(evidence.source.value in found for evidence in (*one.fact.evidence, *one.fact.also)):
            problems += _check_fact(one, shelf)
            terms = sum(len(evidence.terms) for evidence in one.fact.evidence)
            names = tuple(dict.fromkeys(evidence.source.value for evidence in one.fact.evidence))
            checked.append(Checked(one.id, one.fact.says.value, names, terms))
    return sorted(set(problems)), checked


def _shelf(found: Mapping[str, Document], sayings: Sequence[_Sayings], subject: str) -> _Shelf:
    ours = [text.value for one in sayings for text in (*one.exact, *one.loose, *one.whole)]
    return _Shelf(
        found,
        ordinary_stems([*ours, *(document.text for document in found.values())]),
        words(subject),
    )


def _check_fact(one: _Sayings, shelf: _Shelf) -> Iterator[Problem]:
    yield from _check_exact(one, shelf)
    cited: list[Paragraph] = []
    for evidence in one.fact.evidence:
        document = shelf.documents[evidence.source.value]
        paragraphs = document.with_all([term.value for term in evidence.terms])
        if not paragraphs:
            yield _no_paragraph(one, evidence, document)
        cited += paragraphs
    yield from _check_also(one, shelf)
    if cited:
        elsewhere = [words(term.value) for also in one.fact.also for term in also.terms]
        yield from _check_loose(one, [*cited, *elsewhere], shelf)


def _check_also(one: _Sayings, shelf: _Shelf) -> Iterator[Problem]:
    for also in one.fact.also:
        paragraphs = shelf.documents[also.source.value].paragraphs
        for term in also.terms:
            if not any(holds(paragraph, words(term.value)) for paragraph in paragraphs):
                what = f"{shown(term.value)} does not stand in {also.source.value}"
                yield _problem(one, term, "evidence", what, "correct it, or take it out of 'also'")


def _no_paragraph(one: _Sayings, evidence: Evidence, document: Document) -> Problem:
    """The paragraph that has most of the terms shows which one is wrong."""
    terms = [(term, words(term.value)) for term in evidence.terms]
    lacking = [[term for term, bare in terms if not holds(p, bare)] for p in document.paragraphs]
    term = min(lacking, key=len, default=list(evidence.terms))[0]
    anywhere = any(holds(p, words(term.value)) for p in document.paragraphs)
    where = "in one paragraph with the other terms" if anywhere else f"in {evidence.source.value}"
    what = f"{shown(term.value)} does not stand {where}"
    return _problem(one, term, "evidence", what, "all terms of a source must stand in one paragraph of it")


def _check_exact(one: _Sayings, shelf: _Shelf) -> Iterator[Problem]:
    """An answer must stand in the terms themselves: a paragraph often has a second name of the same kind."""
    terms = [words(term.value) for evidence in one.fact.evidence for term in evidence.terms]
    needs = [(text, exact_needs(text.value, one.fact.spelling, shelf.ordinary)) for text in one.exact]
    needs += [(text, [whole_need(text.value, one.fact.spelling)]) for text in one.whole]
    for text, found in needs:
        for need in found:
            if need.forms[0] != shelf.subject and not _stands(need, terms):
                what = f"{shown(need.shown)} is no evidence term of {one.id}"
                remedy = "correct it, add it to the terms, or pair it with a term under 'spelling'"
                yield _problem(one, text, "not-in-evidence", what, remedy)


def _check_loose(one: _Sayings, cited: Sequence[Paragraph], shelf: _Shelf) -> Iterator[Problem]:
    for text in one.loose:
        for need in loose_needs(text.value, one.fact.spelling, shelf.ordinary):
            if not (_stands(need, [*cited, shelf.subject]) or _scattered(need, cited)):
                what = f"{shown(need.shown)} does not stand in the paragraphs that {one.id} cites"
                remedy = "correct it, or write the source where it stands under 'also': {source-id: [it]}"
                yield _problem(one, text, "not-in-evidence", what, remedy)


def _stands(need: Need, paragraphs: Sequence[Paragraph]) -> bool:
    return any(holds(paragraph, form) for form in need.forms for paragraph in paragraphs)


def _scattered(need: Need, paragraphs: Sequence[Paragraph]) -> bool:
    """`Lieutenant Hanna` is good where both words share a paragraph."""
    return any(set(form) <= set(one) for form in need.forms for one in paragraphs)


def _sayings(file: FactFile, prefix: str) -> Iterator[_Sayings]:
    above = f"{prefix}/{file.topic}"
    for single in file.singles:
        yield _of_single(above, file, single)
    for table in file.tables:
        for row in table.rows:
            yield _of_row(f"{above}/{table.id.value}", file, table, row)
        if table.groups:
            yield _of_table(above, file, table)


def _of_single(above: str, file: FactFile, single: SingleFact) -> _Sayings:
    exact: list[Text] = []
    whole: list[Text] = []
    loose = [single.fact.says]
    for wording in single.wordings:
        if isinstance(wording, Tasked) and wording.posed.task.kind is Kind.TYPED:
            whole += wording.posed.right
        else:
            exact += _right(wording)
        loose.append(_gapless(wording.claim) if isinstance(wording, Claimed) else wording.question)
    id = f"{above}/{single.fact.id.value}"
    return _Sayings(id, file.file, single.fact, tuple(exact), tuple(loose), tuple(whole))


def _right(wording: Wording) -> tuple[Text, ...]:
    match wording:
        case Asked():
            return (wording.answer,)
        case Claimed():
            return (wording.value,)
        case Tasked():
            return wording.posed.right


def _of_row(above: str, file: FactFile, table: Table, row: Row) -> _Sayings:
    skipped = {name.value for name in row.skip}
    asking = [one for one in table.templates if fits(one, row) and one.name.value not in skipped]
    asked = [_gapless(one.claim if isinstance(one, ClaimRow) else one.question) for one in asking]
    exact = tuple(value for _, value in row.values)
    typed = [row.get(one.answer.value) for one in asking if isinstance(one, TaskedRow) and not one.span]
    whole = [form for value in typed if value for form in (value, *table.short_forms(value.value))]
    id = f"{above}/{row.fact.id.value}"
    return _Sayings(id, file.file, row.fact, exact, (row.fact.says, *asked), tuple(whole))


def _of_table(above: str, file: FactFile, table: Table) -> _Sayings:
    """What is said of several rows at once may rest on the evidence of all of them."""
    evidence = tuple(one for row in table.rows for one in row.fact.evidence)
    spelling = tuple(pair for row in table.rows for pair in row.fact.spelling)
    says = table.groups[0].says
    fact = Fact(table.id, says, LEVELS[0], False, evidence, also=table.also, spelling=spelling)
    loose = tuple(_gapless(text) for group in table.groups for text in (group.question, group.says))
    return _Sayings(f"{above}/{table.id.value}", file.file, fact, (), loose)


def _gapless(text: Text) -> Text:
    return Text(without_gaps(text.value), text.line, text.column)


def _problem(one: _Sayings, at: Text, code: str, what: str, remedy: str) -> Problem:
    return Problem(one.file, at.line, at.column, code, what, remedy)
