"""Reads tables of facts, their templates and rows; knows no single facts and makes no questions."""

from __future__ import annotations

from collections.abc import Collection

from quizgame.content import fact_basis as basis
from quizgame.content.factfile import AskRow, ClaimRow, Column, Row, Table
from quizgame.content.fields import Fields, nearest, shown
from quizgame.content.gaps import gaps
from quizgame.content.nodes import Map, Text
from quizgame.content.problems import Problem
from quizgame.quiz.question import LEVELS, MAX_OPTION, MAX_QUESTION


def read_table(node: Map, file: str, problems: list[Problem]) -> Table | None:
    """A table with the templates and rows that are good; None where its frame does not fit."""
    fields = Fields(node, file, problems, ("id", "columns", "templates", "more", "rows"))
    id = basis.read_id(fields)
    columns = _columns(basis.free(fields.map("columns", required=True), file, problems))
    names = tuple(column.name.value for column in columns)
    templates = _templates(
        basis.free(fields.map("templates", required=True), file, problems), names, file, problems
    )
    more = _more(basis.free(fields.map("more"), file, problems), {column.type for column in columns})
    known = _template_names(fields)
    rows = [_row(row, names, known, file, problems) for row in fields.maps("rows", required=True)]
    if id is None:
        return None
    return Table(id, columns, templates, tuple(row for row in rows if row is not None), more)


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
        if fields is not None and _is_known(fields, key, types, "type"):
            found += [(key.value, value) for value in fields.texts(key.value, limit=MAX_OPTION)]
    return tuple(found)


def _template_names(fields: Fields) -> frozenset[str]:
    """Every template's name, those of templates with a mistake too, so that rows may skip them."""
    node = fields.node.get("templates")
    return frozenset(key.value for key, _ in node.fields) if isinstance(node, Map) else frozenset()


def _templates(
    fields: Fields | None, columns: Collection[str], file: str, problems: list[Problem]
) -> tuple[AskRow | ClaimRow, ...]:
    if fields is None:
        return ()
    found = [_template(fields, key, columns, file, problems) for key in basis.keys(fields)]
    return tuple(template for template in found if template is not None)


def _template(
    above: Fields, key: Text, columns: Collection[str], file: str, problems: list[Problem]
) -> AskRow | ClaimRow | None:
    node = above.map(key.value)
    if node is None or basis.checked_name(above, key) is None:
        return None
    if node.get("claim") is not None:
        return _claim(key, Fields(node, file, problems, ("claim", "swap", "level")), columns)
    return _ask(key, Fields(node, file, problems, ("question", "answer", "level")), columns)


def _ask(name: Text, fields: Fields, columns: Collection[str]) -> AskRow | None:
    question = fields.text("question", required=True, limit=MAX_QUESTION)
    answer = fields.text("answer", required=True)
    level = fields.integer("level", LEVELS[0], LEVELS[-1])
    if question is None or answer is None or not fields.ok:
        return None
    good = _gaps_known(fields, question, columns) and _is_known(fields, answer, columns, "column")
    if answer.value in gaps(question.value):
        fields.problem(answer, "template", "the question already says its answer", "ask for another column")
        return None
    return AskRow(name, question, answer, level) if good else None


def _claim(name: Text, fields: Fields, columns: Collection[str]) -> ClaimRow | None:
    claim = fields.text("claim", required=True, limit=MAX_QUESTION)
    swap = fields.text("swap", required=True)
    level = fields.integer("level", LEVELS[0], LEVELS[-1])
    if claim is None or swap is None or not fields.ok:
        return None
    good = _gaps_known(fields, claim, columns) and _is_known(fields, swap, columns, "column")
    if good and swap.value not in gaps(claim.value):
        what = f"the claim has no gap {{{swap.value}}} to swap"
        fields.problem(swap, "template", what, "swap a column that the claim names")
        return None
    return ClaimRow(name, claim, swap, level) if good else None


def _gaps_known(fields: Fields, text: Text, columns: Collection[str]) -> bool:
    places = [Text(gap, text.line, text.column) for gap in gaps(text.value)]
    unknown = [place for place in places if not _is_known(fields, place, columns, "column")]
    return not unknown


def _is_known(fields: Fields, word: Text, known: Collection[str], what: str) -> bool:
    if word.value in known:
        return True
    near = nearest(word.value, known)
    remedy = f"did you mean '{near}'?" if near else f"these are known: {', '.join(sorted(known))}"
    fields.problem(word, f"unknown-{what}", f"unknown {what} {shown(word.value)}", remedy)
    return False


def _row(
    node: Map, columns: tuple[str, ...], templates: Collection[str], file: str, problems: list[Problem]
) -> Row | None:
    fields = Fields(node, file, problems, (*basis.KEYS, "group", "skip", *columns))
    fact = basis.read_basis(fields, file, problems)
    values = [(column, fields.text(column, limit=MAX_OPTION)) for column in columns]
    group = fields.text("group", limit=40)
    skip = [name for name in fields.texts("skip") if _is_known(fields, name, templates, "template")]
    if fact is None or not fields.ok:
        return None
    given = tuple((column, value) for column, value in values if value is not None)
    return Row(fact, given, group.value if group else "", tuple(skip))
