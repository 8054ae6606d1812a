"""Reads fact files and the list of their sources; makes no questions and opens no documents."""

from __future__ import annotations

import re

from quizgame.content.facts import basis
from quizgame.content.facts.factfile import Asked, Claimed, FactFile, SingleFact, Source, Tasked, Wording
from quizgame.content.facts.gaps import gaps
from quizgame.content.facts.tables import read_table
from quizgame.content.fields import Fields, shown
from quizgame.content.kinds import kind_meant, read_task
from quizgame.content.nodes import Map, Node, Text
from quizgame.content.problems import Problem
from quizgame.quiz.question import LEVELS, MAX_OPTION, MAX_QUESTION, Kind

_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOST_WRONG = 6
_CLAIM_KEYS = ("claim", "value", "instead", "level")
_QUESTION_KEYS = (
    *("question", "level", "answer", "wrong", "accept", "others", "others_from"),
    *("order", "number", "range", "match", "answers"),
)


def read_sources(node: Node, file: str) -> tuple[tuple[Source, ...], list[Problem]]:
    """The documents a folder's facts are drawn from."""
    problems: list[Problem] = []
    fields = _top(node, file, problems, ("sources",))
    found: dict[str, Source] = {}
    for entry in fields.maps("sources", required=True) if fields else ():
        source = _source(Fields(entry, file, problems, ("id", "title", "kind", "file", "sha256")), file)
        if source is not None and source.id.value in found:
            what = f"a second source is called {shown(source.id.value)}"
            problems.append(_problem(file, source.id, "same-id", what, "give it another id"))
        elif source is not None:
            found[source.id.value] = source
    return tuple(found.values()), problems


def read_facts(node: Node, file: str) -> tuple[FactFile, list[Problem]]:
    """The facts and tables of a file that are good, and every problem of the others."""
    problems: list[Problem] = []
    fields = _top(node, file, problems, ("topic", "facts", "tables"))
    if fields is None:
        return FactFile(file, ""), problems
    topic = fields.text("topic", required=True, limit=40)
    if topic is None or basis.checked_name(fields, topic) is None:
        return FactFile(file, ""), problems
    singles = [_single(entry, file, problems) for entry in fields.maps("facts")]
    tables = [read_table(entry, file, problems) for entry in fields.maps("tables")]
    return FactFile(
        file,
        topic.value,
        tuple(single for single in singles if single is not None),
        tuple(table for table in tables if table is not None),
    ), problems


def _top(node: Node, file: str, problems: list[Problem], known: tuple[str, ...]) -> Fields | None:
    if isinstance(node, Map):
        return Fields(node, file, problems, known)
    remedy = f"begin with '{known[0]}:'"
    problems.append(Problem(file, node.line, node.column, "shape", "a file must be keys with values", remedy))
    return None


def _source(fields: Fields, file: str) -> Source | None:
    id = basis.read_id(fields)
    title = fields.text("title", required=True, limit=MAX_OPTION)
    kind = fields.text("kind", required=True, limit=40)
    name = fields.text("file", required=True)
    sha256 = fields.text("sha256", required=True)
    if name is not None and re.search(r"[/\\]|^\.", name.value):
        fields.problem(name, "name", f"{shown(name.value)} is not a plain file name", "leave the folder out")
    if sha256 is not None and not _SHA256.fullmatch(sha256.value):
        fields.problem(sha256, "sha256", "this is no SHA-256", "write its 64 small hexadecimal figures")
    if id is None or title is None or kind is None or name is None or sha256 is None or not fields.ok:
        return None
    return Source(id, title, kind.value, name, sha256, file)


def _single(node: Map, file: str, problems: list[Problem]) -> SingleFact | None:
    fields = Fields(node, file, problems, (*basis.KEYS, "questions"))
    fact = basis.read_basis(fields, file, problems)
    asked = basis.free(fields.map("questions", required=True), file, problems)
    wordings = [_wording(asked, key, file, problems) for key in basis.keys(asked)] if asked else []
    if asked is not None and not wordings:
        fields.problem(asked.node, "empty", "'questions' is empty", "ask at least one")
    good = tuple(wording for wording in wordings if wording is not None)
    return SingleFact(fact, good) if fact is not None else None


def _wording(above: Fields, name: Text, file: str, problems: list[Problem]) -> Wording | None:
    node = above.map(name.value)
    if node is None or basis.checked_name(above, name) is None:
        return None
    if node.get("claim") is not None:
        return _claimed(name, Fields(node, file, problems, _CLAIM_KEYS))
    fields = Fields(node, file, problems, _QUESTION_KEYS)
    kind = kind_meant(fields)
    return _asked(name, fields) if kind is None else _tasked(name, fields, kind)


def _tasked(name: Text, fields: Fields, kind: Kind) -> Tasked | None:
    question = fields.text("question", required=True, limit=MAX_QUESTION)
    level = fields.integer("level", LEVELS[0], LEVELS[-1])
    posed = read_task(fields, kind)
    others_from = fields.text("others_from", limit=40)
    if others_from is not None and (kind is not Kind.TYPED or "others" in fields):
        what, remedy = "'others_from' goes with 'accept' alone", "take it out, or take 'others' out"
        fields.problem(others_from, "mixed-kinds", what, remedy)
    if question is None or posed is None or not fields.ok:
        return None
    if kind is Kind.SEVERAL:
        _not_too_many_wrong(fields, list(posed.wrong))
    return Tasked(name, question, posed, others_from.value if others_from else "", level)


def _not_too_many_wrong(fields: Fields, wrong: list[Text]) -> None:
    if len(wrong) > _MOST_WRONG:
        what = f"there are {len(wrong)} wrong options; at most {_MOST_WRONG} are kept"
        fields.problem(wrong[_MOST_WRONG], "too-many-wrong", what, "take the weakest out")


def _asked(name: Text, fields: Fields) -> Asked | None:
    question = fields.text("question", required=True, limit=MAX_QUESTION)
    answer = fields.text("answer", required=True, limit=MAX_OPTION)
    wrong = fields.texts("wrong", required=True, limit=MAX_OPTION)
    level = fields.integer("level", LEVELS[0], LEVELS[-1])
    _not_too_many_wrong(fields, wrong)
    if question is None or answer is None or not fields.ok:
        return None
    return Asked(name, question, answer, tuple(wrong), level)


def _claimed(name: Text, fields: Fields) -> Claimed | None:
    claim = fields.text("claim", required=True, limit=MAX_QUESTION)
    value = fields.text("value", required=True, limit=MAX_OPTION)
    instead = fields.texts("instead", required=True, limit=MAX_OPTION)
    level = fields.integer("level", LEVELS[0], LEVELS[-1])
    if claim is not None and gaps(claim.value) != ("",):
        what = "a claim has one gap {} for its value"
        fields.problem(claim, "template", what, "write {} where the value belongs")
    if claim is None or value is None or not fields.ok:
        return None
    return Claimed(name, claim, value, tuple(instead), level)


def _problem(file: str, at: Node, code: str, what: str, remedy: str) -> Problem:
    return Problem(file, at.line, at.column, code, what, remedy)
