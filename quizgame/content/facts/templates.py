"""Reads the templates of a table of facts, those for one row and those for several; reads no rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from quizgame.content.facts import basis
from quizgame.content.facts.factfile import AskRow, ClaimRow, RowTemplate, TaskedRow, TaskedRows
from quizgame.content.facts.gaps import gaps
from quizgame.content.fields import Fields, shown
from quizgame.content.kinds import checked_range
from quizgame.content.likeness import nearest
from quizgame.content.nodes import Text
from quizgame.content.problems import Problem
from quizgame.quiz.question import LEVELS, MAX_EXPLANATION, MAX_QUESTION, Kind
from quizgame.quiz.tasks import FEWEST_PLACES, MOST_CARDS, MOST_PLACES

_CLAIM_KEYS = ("claim", "swap", "level")
_OWN_KEYS = {
    "answer": ("answer",),
    "accept": ("accept",),
    "number": ("number", "range"),
    "order": ("order", "by", "says", "of", "groups"),
    "match": ("match", "to", "says", "of", "groups"),
    "several": ("several", "says", "of", "groups"),
}
_KEYS = ("question", "level", *dict.fromkeys(key for keys in _OWN_KEYS.values() for key in keys))
_GROUP_KINDS = {"order": Kind.ORDER, "match": Kind.MATCH, "several": Kind.SEVERAL}
_MOST_GROUPS = 12


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every template that asks has: its name, its words, its level."""

    name: Text
    question: Text
    level: int | None


def read_template(
    above: Fields, key: Text, columns: Collection[str], file: str, problems: list[Problem]
) -> RowTemplate | TaskedRows | None:
    """The template of a name; None where something in it does not fit."""
    node = above.map(key.value)
    if node is None or basis.checked_name(above, key) is None:
        return None
    if node.get("claim") is not None:
        return _claim(key, Fields(node, file, problems, _CLAIM_KEYS), columns)
    fields = Fields(node, file, problems, _KEYS)
    lead = next((name.value for name in basis.keys(fields) if name.value in _OWN_KEYS), "answer")
    question = fields.text("question", required=True, limit=MAX_QUESTION)
    level = fields.integer("level", LEVELS[0], LEVELS[-1])
    column = fields.text(lead, required=True)
    _refuse_mixed(fields, lead)
    if question is None or column is None or not fields.ok:
        return None
    frame = _Frame(key, question, level)
    if lead in _GROUP_KINDS:
        return _of_several(fields, frame, _GROUP_KINDS[lead], column, columns)
    return _of_one(fields, frame, lead, column, columns)


def is_known(fields: Fields, word: Text, known: Collection[str], what: str) -> bool:
    """Whether a word is one of those known; if not it is reported as an unknown `what`."""
    if word.value in known:
        return True
    near = nearest(word.value, known)
    remedy = f"did you mean '{near}'?" if near else f"these are known: {', '.join(sorted(known))}"
    fields.problem(word, f"unknown-{what}", f"unknown {what} {shown(word.value)}", remedy)
    return False


def _refuse_mixed(fields: Fields, lead: str) -> None:
    allowed = ("question", "level", *_OWN_KEYS[lead])
    stray = next((key for key in basis.keys(fields) if key.value in _KEYS and key.value not in allowed), None)
    if stray is not None:
        what = f"'{stray.value}' does not go with '{lead}'"
        fields.problem(stray, "mixed-kinds", what, "take it out, or make two templates of it")


def _of_one(
    fields: Fields, frame: _Frame, lead: str, column: Text, columns: Collection[str]
) -> RowTemplate | None:
    good = _gaps_known(fields, frame.question, columns) and is_known(fields, column, columns, "column")
    if column.value in gaps(frame.question.value):
        fields.problem(column, "template", "the question already says its answer", "ask for another column")
        return None
    span = _span(fields) if lead == "number" else None
    if not good or not fields.ok:
        return None
    if lead == "answer":
        return AskRow(frame.name, frame.question, column, frame.level)
    return TaskedRow(frame.name, frame.question, column, span, frame.level)


def _span(fields: Fields) -> tuple[int, int] | None:
    ends = fields.figures("range", required=True)
    return checked_range(fields, ends) if ends else None


def _of_several(
    fields: Fields, frame: _Frame, kind: Kind, column: Text, columns: Collection[str]
) -> TaskedRows | None:
    other = None
    if kind is not Kind.SEVERAL:
        other = fields.text("by" if kind is Kind.ORDER else "to", required=True)
    says = fields.text("says", required=True, limit=MAX_EXPLANATION)
    most, groups = _most(fields, kind), fields.integer("groups", 1, _MOST_GROUPS)
    known = [is_known(fields, one, columns, "column") for one in (column, other) if one is not None]
    if gaps(frame.question.value):
        what = "a question about several rows has no gaps"
        fields.problem(frame.question, "template", what, "say it without naming one of the rows")
    if says is not None and gaps(says.value) not in ((), ("",)):
        what = "the explanation has one gap {} at most, for the rows of the question"
        fields.problem(says, "template", what, "write {} where they belong, or leave it out")
    if says is None or not all(known) or not fields.ok:
        return None
    return TaskedRows(
        frame.name, kind, frame.question, column, says, other, most, groups or 3, frame.level
    )  # fmt: skip


def _most(fields: Fields, kind: Kind) -> int:
    if kind is Kind.SEVERAL:
        return fields.integer("of", 2, MOST_CARDS - 2) or 3
    return fields.integer("of", FEWEST_PLACES, MOST_PLACES) or 4


def _claim(name: Text, fields: Fields, columns: Collection[str]) -> ClaimRow | None:
    claim = fields.text("claim", required=True, limit=MAX_QUESTION)
    swap = fields.text("swap", required=True)
    level = fields.integer("level", LEVELS[0], LEVELS[-1])
    if claim is None or swap is None or not fields.ok:
        return None
    good = _gaps_known(fields, claim, columns) and is_known(fields, swap, columns, "column")
    if good and swap.value not in gaps(claim.value):
        what = f"the claim has no gap {{{swap.value}}} to swap"
        fields.problem(swap, "template", what, "swap a column that the claim names")
        return None
    return ClaimRow(name, claim, swap, level) if good else None


def _gaps_known(fields: Fields, text: Text, columns: Collection[str]) -> bool:
    places = [Text(gap, text.line, text.column) for gap in gaps(text.value)]
    unknown = [place for place in places if not is_known(fields, place, columns, "column")]
    return not unknown
