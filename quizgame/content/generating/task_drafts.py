"""Drafts of typed, order, number, match and several-answer questions; judges none, knows no documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgame.content.facts.factfile import Fact, FactFile, Row, Table, Tasked, TaskedRow, TaskedRows
from quizgame.content.facts.gaps import filled, gaps
from quizgame.content.facts.truths import Truths, row_values
from quizgame.content.generating.draft import Draft
from quizgame.content.generating.rows_together import rows_together, value_in
from quizgame.content.generating.wrong_options import FEWEST, wrong_for_all
from quizgame.content.nodes import Text
from quizgame.quiz.spelling import indistinct
from quizgame.quiz.tasks import Kind, Match, Number, Order, Several, Task, Typed


def of_wording(above: str, file: FactFile, fact: Fact, wording: Tasked, known: Truths) -> Draft:
    """The question of a single fact's wording."""
    posed = wording.posed
    task, right = posed.task, tuple(text.value for text in posed.right)
    if isinstance(task, Typed) and wording.others_from:
        task = Typed(right, _others(wording.others_from, right, known))
    return Draft(
        above=above,
        file=file,
        fact=fact,
        template=wording.template.value,
        text=wording.question.value,
        answer=task.answer,
        wrong=posed.wrong,
        level=wording.level or fact.level,
        place=posed.right[0],
        given=True,
        task=task,
        right=right,
    )


def of_row(above: str, file: FactFile, table: Table, row: Row, template: TaskedRow, known: Truths) -> Draft:
    """A question with a typed answer or a number about one row."""
    values, place = row_values(row), row.get(template.answer.value) or template.answer
    kind = table.type_of(template.answer.value) or ""
    right = (place.value, *(form.value for form in table.short_forms(place.value)))
    given = {column: values[column] for column in gaps(template.question.value)}
    if template.span is not None:
        task: Task = Number(int(place.value), *template.span)
    else:
        task = Typed(right, _others(kind, right, known))
    return Draft(
        above=above,
        file=file,
        fact=row.fact,
        template=template.name.value,
        text=filled(template.question.value, values),
        answer=task.answer,
        wrong=(),
        level=template.level or row.fact.level,
        place=place,
        given=False,
        task=task,
        right=right,
        known=known.values(f"{file.topic}/{table.id.value}", given, kind),
    )


def of_rows(above: str, file: FactFile, table: Table, known: Truths) -> Iterator[Draft]:
    """The questions about several rows of a table; they all are about one fact, the table."""
    for template in table.groups:
        for number, rows in rows_together(table, template, known, file.topic):
            wrong = _wrong(table, template, rows, f"{above}/{table.id.value}/{template.name.value}/{number}")
            if template.kind is Kind.SEVERAL and len(wrong) < FEWEST:
                continue
            task = _task(template, rows, wrong)
            yield Draft(
                above=above,
                file=file,
                fact=_together(table, template, rows),
                template=template.name.value,
                text=template.question.value,
                answer=task.answer,
                wrong=wrong,
                level=template.level or max(row.fact.level for row in rows),
                place=template.name,
                given=False,
                task=task,
                right=tuple(value_in(row, template.column) for row in rows),
                number=number,
            )


def _others(kind: str, right: tuple[str, ...], known: Truths) -> tuple[str, ...]:
    """The known answers of a type that are not right here."""
    named = known.named.get(kind, ())
    counted = indistinct(named, right)
    return tuple(value for value in named if value not in counted)


def _task(template: TaskedRows, rows: Sequence[Row], wrong: Sequence[Text]) -> Task:
    shown = tuple(value_in(row, template.column) for row in rows)
    match template.kind:
        case Kind.ORDER:
            return Order(shown)
        case Kind.MATCH:
            return Match(
                tuple((value_in(row, template.column), value_in(row, template.other)) for row in rows)
            )
        case _:
            return Several(shown, tuple(text.value for text in wrong))


def _wrong(table: Table, template: TaskedRows, rows: Sequence[Row], id: str) -> tuple[Text, ...]:
    if template.kind is not Kind.SEVERAL:
        return ()
    kind = table.type_of(template.column.value) or ""
    return wrong_for_all(table, rows, kind, id, template.question.value)


def _together(table: Table, template: TaskedRows, rows: Sequence[Row]) -> Fact:
    """The rows as one fact: its explanation names them, its sources are all of theirs."""
    listed = _listed([_entry(template, row) for row in rows])
    evidence = {one.source.value: one for row in rows for one in row.fact.evidence}
    return Fact(
        id=table.id,
        says=Text(filled(template.says.value, {"": listed}), template.says.line, template.says.column),
        level=max(row.fact.level for row in rows),
        spoiler=any(row.fact.spoiler for row in rows),
        evidence=tuple(evidence.values()),
        never=tuple(never for row in rows for never in row.fact.never),
    )


def _entry(template: TaskedRows, row: Row) -> str:
    shown = value_in(row, template.column)
    return shown if template.other is None else f"{shown} ({value_in(row, template.other)})"


def _listed(entries: Sequence[str]) -> str:
    return f"{', '.join(entries[:-1])} and {entries[-1]}"
