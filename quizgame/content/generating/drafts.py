"""Facts and their wordings turned into drafts of questions; does not judge them and knows no documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgame.content.facts.factfile import (
    Asked,
    AskRow,
    Claimed,
    ClaimRow,
    Fact,
    FactFile,
    Row,
    SingleFact,
    Table,
    Tasked,
    TaskedRow,
)
from quizgame.content.facts.gaps import filled, gaps
from quizgame.content.facts.truths import Truths, fits, row_values
from quizgame.content.generating import task_drafts
from quizgame.content.generating.draft import Draft
from quizgame.content.generating.wrong_options import wrong_options
from quizgame.content.nodes import Text


def drafts(prefix: str, files: Sequence[FactFile], known: Truths) -> Iterator[Draft]:
    """All questions the files ask for, in the order of the files; ids are `prefix/topic/fact/template`."""
    for file in files:
        for single in file.singles:
            yield from _of_single(f"{prefix}/{file.topic}", file, single, known)
        for table in file.tables:
            for row in table.rows:
                yield from _of_row(f"{prefix}/{file.topic}/{table.id.value}", file, table, row, known)
            yield from task_drafts.of_rows(f"{prefix}/{file.topic}", file, table, known)


def _of_single(above: str, file: FactFile, single: SingleFact, known: Truths) -> Iterator[Draft]:
    for wording in single.wordings:
        if isinstance(wording, Asked):
            yield _asked(above, file, single.fact, wording)
        elif isinstance(wording, Tasked):
            yield task_drafts.of_wording(above, file, single.fact, wording, known)
        else:
            yield from _claimed(above, file, single.fact, wording)


def _asked(above: str, file: FactFile, fact: Fact, wording: Asked) -> Draft:
    return Draft(
        above=above,
        file=file,
        fact=fact,
        template=wording.template.value,
        text=wording.question.value,
        answer=wording.answer.value,
        wrong=wording.wrong,
        level=wording.level or fact.level,
        place=wording.answer,
        given=True,
    )


def _claimed(above: str, file: FactFile, fact: Fact, wording: Claimed) -> Iterator[Draft]:
    for answer, value in ((True, wording.value), (False, wording.instead[0])):
        yield _statement(
            above, file, fact, wording.template.value, filled(wording.claim.value, {"": value.value}), answer,
            wording.level, value,
        )  # fmt: skip


def _statement(
    above: str, file: FactFile, fact: Fact, name: str, text: str, answer: bool, level: int | None, place: Text
) -> Draft:
    return Draft(
        above=above,
        file=file,
        fact=fact,
        template=f"{name}-{'true' if answer else 'false'}",
        text=text,
        answer=answer,
        wrong=(),
        level=level or fact.level,
        place=place,
        given=True,
    )


def _of_row(above: str, file: FactFile, table: Table, row: Row, known: Truths) -> Iterator[Draft]:
    skipped = {name.value for name in row.skip}
    for template in table.templates:
        if template.name.value in skipped or not fits(template, row):
            continue
        if isinstance(template, AskRow):
            yield _ask_row(above, file, table, row, template, known)
        elif isinstance(template, TaskedRow):
            yield task_drafts.of_row(above, file, table, row, template, known)
        else:
            yield from _claim_row(above, file, table, row, template, known)


def _ask_row(above: str, file: FactFile, table: Table, row: Row, template: AskRow, known: Truths) -> Draft:
    values, column = row_values(row), template.answer.value
    text = filled(template.question.value, values)
    id = f"{above}/{row.fact.id.value}/{template.name.value}"
    kind = table.type_of(column) or ""
    right = _right(file, table, row, gaps(template.question.value), kind, known) | known.answers_to(text)
    return Draft(
        above=above,
        file=file,
        fact=row.fact,
        template=template.name.value,
        text=text,
        answer=values[column],
        wrong=wrong_options(table, row, kind, id, text, right),
        level=template.level or row.fact.level,
        place=row.get(column) or template.answer,
        given=False,
    )


def _claim_row(
    above: str, file: FactFile, table: Table, row: Row, template: ClaimRow, known: Truths
) -> Iterator[Draft]:
    values, column, name = row_values(row), template.swap.value, template.name.value
    place = row.get(column) or template.swap
    yield _statement(
        above, file, row.fact, name, filled(template.claim.value, values), True, template.level, place
    )
    rest = [gap for gap in gaps(template.claim.value) if gap != column]
    kind = table.type_of(column) or ""
    frame = filled(template.claim.value, values | {column: "/"})
    salt = f"{above}/{row.fact.id.value}/{name}-false"
    right = _right(file, table, row, rest, kind, known)
    for value in wrong_options(table, row, kind, salt, frame, right):
        text = filled(template.claim.value, values | {column: value.value})
        if not known.is_claimed(text):
            yield _statement(above, file, row.fact, name, text, False, template.level, place)
            return


def _right(
    file: FactFile, table: Table, row: Row, given: Sequence[str], kind: str, known: Truths
) -> frozenset[str]:
    values = row_values(row)
    return known.values(f"{file.topic}/{table.id.value}", {column: values[column] for column in given}, kind)
