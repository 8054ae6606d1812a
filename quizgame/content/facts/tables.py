"""Reads tables of facts and their rows; knows no single facts and makes no questions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from quizgame.content.facts import basis
from quizgame.content.facts.factfile import Column, Row, RowTemplate, Table, TaskedRow, TaskedRows
from quizgame.content.facts.templates import is_known, read_template
from quizgame.content.fields import Fields, shown
from quizgame.content.kinds import lies_in
from quizgame.content.nodes import Map, Text
from quizgame.content.problems import Problem
from quizgame.quiz.question import MAX_OPTION, Kind

_FIGURES = re.compile(r"[0-9]{1,9}")
_KEYS = ("id", "columns", "templates", "more", "accept", "also", "rows")


def read_table(node: Map, file: str, problems: list[Problem]) -> Table | None:
    """A table with the templates and rows that are good; None where its frame does not fit."""
    fields = Fields(node, file, problems, _KEYS)
    id = basis.read_id(fields)
    columns = _columns(basis.free(fields.map("columns", required=True), file, problems))
    names = tuple(column.name.value for column in columns)
    wordings = basis.free(fields.map("templates", required=True), file, problems)
    asking = basis.keys(wordings) if wordings else []
    found = [read_template(wordings, key, names, file, problems) for key in asking if wordings]
    more = _more(basis.free(fields.map("more"), file, problems), {column.type for column in columns})
    known = _template_names(fields)
    # Nobody sees what a row says if it is only ever asked about together with others.
    alone = not all(isinstance(one, TaskedRows) for one in found) or not found
    rows = [_row(row, names, known, alone, file, problems) for row in fields.maps("rows", required=True)]
    good = tuple(row for row in rows if row is not None)
    accept = _accept(basis.free(fields.map("accept"), file, problems), rows)
    also = basis.read_evidence(basis.free(fields.map("also"), file, problems))
    templates = tuple(one for one in found if one is not None and not isinstance(one, TaskedRows))
    groups = tuple(one for one in found if isinstance(one, TaskedRows))
    if id is None or not _are_numbers(fields, good, templates, groups):
        return None
    return Table(id, columns, templates, good, more, groups, accept, also)


def _columns(fields: Fields | None) -> tuple[Column, ...]:
    found = []
    for key in basis.keys(fields) if fields else []:
        kind = fields.text(key.value, limit=40) if fields else None
        if fields is not None and key.value in (*basis.KEYS, "group", "skip"):
            fields.problem(
                key, "name", f"a column cannot be called {shown(key.value)}", "choose another name"
            )
        elif kind is not None:
            found.append(Column(key, kind.value))
    return tuple(found)


def _more(fields: Fields | None, types: Collection[str]) -> tuple[tuple[str, Text], ...]:
    found = []
    for key in basis.keys(fields) if fields else []:
        if fields is not None and is_known(fields, key, types, "type"):
            found += [(key.value, value) for value in fields.texts(key.value, limit=MAX_OPTION)]
    return tuple(found)


def _accept(fields: Fields | None, rows: Collection[Row | None]) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    """Short forms of the rows' values; a value that no row has is reported where all rows are good."""
    values = {value.value for row in rows if row is not None for _, value in row.values}
    if fields is None:
        return ()
    good = [key for key in basis.keys(fields) if None in rows or is_known(fields, key, values, "value")]
    return tuple((key, tuple(fields.texts(key.value, limit=MAX_OPTION))) for key in good)


def _template_names(fields: Fields) -> frozenset[str]:
    """Every template's name, those of templates with a mistake too, so that rows may skip them."""
    node = fields.node.get("templates")
    return frozenset(key.value for key, _ in node.fields) if isinstance(node, Map) else frozenset()


def _row(
    node: Map,
    columns: tuple[str, ...],
    templates: Collection[str],
    alone: bool,
    file: str,
    problems: list[Problem],
) -> Row | None:
    """A row; it needs an explanation of its own where it is also asked about `alone`."""
    fields = Fields(node, file, problems, (*basis.KEYS, "group", "skip", *columns))
    fact = basis.read_basis(fields, file, problems, alone)
    values = [(column, fields.text(column, limit=MAX_OPTION)) for column in columns]
    group = fields.text("group", limit=40)
    skip = [name for name in fields.texts("skip") if is_known(fields, name, templates, "template")]
    if fact is None or not fields.ok:
        return None
    given = tuple((column, value) for column, value in values if value is not None)
    return Row(fact, given, group.value if group else "", tuple(skip))


def _are_numbers(
    fields: Fields, rows: Collection[Row], templates: Collection[RowTemplate], groups: Collection[TaskedRows]
) -> bool:
    """Whether what goes on a slider, or is put in order by, is a whole number in every row."""
    good = True
    for column, span in _number_columns(templates, groups):
        for value in (row.get(column) for row in rows):
            if value is None:
                continue
            if not _FIGURES.fullmatch(value.value):
                what = f"the column '{column}' holds whole numbers, and this is {shown(value.value)}"
                fields.problem(value, "number", what, "write it in figures, or leave the column out here")
                good = False
            elif span is not None:
                good = lies_in(fields, value, span) and good
    return good


def _number_columns(
    templates: Collection[RowTemplate], groups: Collection[TaskedRows]
) -> Iterator[tuple[str, tuple[int, int] | None]]:
    for template in templates:
        if isinstance(template, TaskedRow) and template.span is not None:
            yield template.answer.value, template.span
    for group in groups:
        if group.kind is Kind.ORDER and group.other is not None:
            yield group.other.value, None
