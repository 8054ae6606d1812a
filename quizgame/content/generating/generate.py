"""Facts times templates to questions, refusing what a player would contest; knows no documents, no chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgame.content.facts.factfile import ClaimRow, Fact, FactFile, Source, Table
from quizgame.content.facts.truths import fits, truths
from quizgame.content.fields import shown
from quizgame.content.generating.contest import disputes, objections
from quizgame.content.generating.draft import Draft
from quizgame.content.generating.drafts import drafts
from quizgame.content.generating.rows_together import fewest
from quizgame.content.nodes import Text
from quizgame.content.problems import Problem
from quizgame.content.wording import plain
from quizgame.quiz.question import Choice, Question, Task, TrueFalse

PACK = "Heat"


def questions(
    prefix: str, files: Sequence[FactFile], sources: Sequence[Source]
) -> tuple[list[Question], list[Problem]]:
    """All questions of these files that nobody could contest, and every reason why others are left out.

    The same files give the same questions everywhere; their ids are `prefix/topic/fact/template`.
    """
    known, titles = truths(files), {source.id.value: source.title.value for source in sources}
    problems = [*_twice(files), *_unknown_sources(files, titles), *_wrong_more(files), *_unknown_about(files)]
    made = _first_of_each(drafts(prefix, files, known))
    refused: set[str] = set()
    for draft in made:
        found = objections(draft, known)
        problems += found
        refused |= {draft.id} if found else set()
    for draft, problem in disputes(draft for draft in made if draft.id not in refused):
        problems.append(problem)
        refused.add(draft.id)
    problems += _no_false_claim(files, prefix, {draft.id for draft in made})
    problems += _nothing_together(files, prefix, {draft.id for draft in made})
    good = [draft for draft in made if draft.id not in refused]
    return [_question(draft, prefix, titles) for draft in good], sorted(set(problems))


def _question(draft: Draft, prefix: str, titles: dict[str, str]) -> Question:
    cited = dict.fromkeys(titles.get(evidence.source.value, "") for evidence in draft.fact.evidence)
    return Question(
        id=draft.id,
        text=draft.text,
        task=_task(draft),
        topic=draft.file.topic,
        level=draft.level,
        explain=draft.fact.says.value,
        source="; ".join(title for title in cited if title),
        fact=draft.fact_id if draft.fact.about is None else f"{prefix}/{draft.fact.about.value}",
        spoiler=draft.fact.spoiler,
        template=draft.template,
        pack=PACK,
    )


def _task(draft: Draft) -> Task:
    if draft.task is not None:
        return draft.task
    if isinstance(draft.answer, bool):
        return TrueFalse(draft.answer)
    return Choice(draft.answer, tuple(option.value for option in draft.wrong))


def _first_of_each(made: Iterator[Draft]) -> list[Draft]:
    """The drafts, each id once; that a fact stands twice is reported where facts are compared."""
    found: dict[str, Draft] = {}
    for draft in made:
        found.setdefault(draft.id, draft)
    return list(found.values())


def _twice(files: Sequence[FactFile]) -> Iterator[Problem]:
    seen: set[str] = set()
    for file in files:
        heads = [(single.fact.id.value, single.fact.id) for single in file.singles]
        heads += [(table.id.value, table.id) for table in file.tables]
        rows = [(path, fact.id) for path, fact in file.facts() if "/" in path]
        for path, id in (*heads, *rows):
            name = f"{file.topic}/{path}"
            if name in seen:
                yield _problem(file, id, "same-id", f"{name} is there twice", "give one of them another id")
            seen.add(name)


def _unknown_sources(files: Sequence[FactFile], titles: dict[str, str]) -> Iterator[Problem]:
    for file, fact in _facts(files):
        for evidence in (*fact.evidence, *fact.also):
            if evidence.source.value not in titles:
                what = f"unknown source {shown(evidence.source.value)}"
                known = f"sources.yaml names {', '.join(sorted(titles)) or 'none'}"
                yield _problem(file, evidence.source, "unknown-source", what, known)


def _unknown_about(files: Sequence[FactFile]) -> Iterator[Problem]:
    known = {f"{file.topic}/{path}" for file in files for path, _ in file.facts()}
    for file, fact in _facts(files):
        if fact.about is not None and fact.about.value not in known:
            what = f"there is no fact {shown(fact.about.value)}"
            remedy = "write 'topic/fact' or 'topic/table/row', or take the line out"
            yield _problem(file, fact.about, "unknown-fact", what, remedy)


def _wrong_more(files: Sequence[FactFile]) -> Iterator[Problem]:
    for file in files:
        for table in file.tables:
            right = {
                (table.type_of(column), plain(value.value))
                for row in table.rows
                for column, value in row.values
            }
            for kind, value in table.more:
                if (kind, plain(value.value)) in right:
                    what = f"{shown(value.value)} is a row's value, so it cannot be wrong for every row"
                    yield _problem(file, value, "also-right", what, "take it out of 'more'")


def _no_false_claim(files: Sequence[FactFile], prefix: str, made: set[str]) -> Iterator[Problem]:
    for file in files:
        for table in file.tables:
            for id, place in _claims(f"{prefix}/{file.topic}/{table.id.value}", table):
                if f"{id}-true" in made and f"{id}-false" not in made:
                    what = f"no other value makes {id} false"
                    yield _problem(
                        file, place, "few-wrong", what, "add values under 'more', or skip the template"
                    )


def _nothing_together(files: Sequence[FactFile], prefix: str, made: set[str]) -> Iterator[Problem]:
    for file in files:
        for table in file.tables:
            for template in table.groups:
                above = f"{prefix}/{file.topic}/{table.id.value}/{template.name.value}"
                if not any(id.startswith(f"{above}/") for id in made):
                    what = f"no question comes of {above}: too few rows can meet in one"
                    remedy = f"it needs {fewest(template)} rows that differ, and wrong values under 'more'"
                    yield _problem(file, template.name, "few-rows", what, remedy)


def _claims(above: str, table: Table) -> Iterator[tuple[str, Text]]:
    for template in table.templates:
        for row in table.rows:
            if isinstance(template, ClaimRow) and fits(template, row):
                place = row.get(template.swap.value) or template.swap
                yield f"{above}/{row.fact.id.value}/{template.name.value}", place


def _facts(files: Sequence[FactFile]) -> Iterator[tuple[FactFile, Fact]]:
    for file in files:
        for _, fact in file.facts():
            yield file, fact


def _problem(file: FactFile, at: Text, code: str, what: str, remedy: str) -> Problem:
    return Problem(file.file, at.line, at.column, code, what, remedy)
