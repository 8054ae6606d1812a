"""One question of a hand-written pack: a map to a Question and problems; knows nothing of its neighbours."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from quizgame.content import pack_tasks
from quizgame.content.characters import has_words
from quizgame.content.fields import Fields, shown
from quizgame.content.nodes import Map
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.quiz.question import (
    LEVELS,
    MAX_EXPLANATION,
    MAX_QUESTION,
    ImpossibleQuestion,
    Question,
    Task,
    folded,
)

MAX_SOURCE = 200
MAX_NAME = 60
DEFAULT_TOPIC = "trivia"

_EXTRAS = ("topic", "level", "explain", "source", "id", "spoiler")
_KNOWN = frozenset(("question", *pack_tasks.KEYS, *_EXTRAS))
_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class _Extras:
    """The fields that every kind of question may have."""

    id: str | None
    topic: str
    level: int
    explain: str
    source: str
    spoiler: bool


def read_question(node: Map, file: str, prefix: str, pack: str, problems: list[Problem]) -> Placed | None:
    """The question of one entry, or None where anything in it is wrong; every problem is appended."""
    fields = Fields(node, file, problems, _KNOWN)
    words, options, extras = _words(fields), pack_tasks.read_task(fields), _extras(fields)
    if not fields.ok or words is None or options is None:
        return None
    task, written = options
    id = f"{prefix}/{extras.id or derived_id(words, task.answer)}"
    try:
        question = _question(id, words, task, extras, pack)
    except ImpossibleQuestion as impossible:
        fields.problem(node, "impossible", str(impossible), "change the question")
        return None
    return Placed(question, file, node.line, node.column, written)


def _question(id: str, words: str, task: Task, extras: _Extras, pack: str) -> Question:
    return Question(
        id=id,
        text=words,
        task=task,
        topic=extras.topic,
        level=extras.level,
        explain=extras.explain,
        source=extras.source,
        spoiler=extras.spoiler,
        pack=pack,
    )


def derived_id(words: str, answer: str) -> str:
    """The id of a question that gives none: its first words and 8 digits of a SHA-256 of words and answer.

    Letter case and blanks do not count and wrong options may change; other words make another id.
    """
    start = re.sub(r"[^a-z0-9]+", "-", folded(words))[:32].strip("-") or "question"
    whole = f"{folded(words)}\n{folded(answer)}"
    return f"{start}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def _words(fields: Fields) -> str | None:
    words = fields.text("question", required=True, limit=MAX_QUESTION)
    if words is None:
        return None
    if not has_words(words.value):
        fields.problem(
            words, "empty", f"a question needs words, and this is {shown(words.value)}", "write it out"
        )
    return words.value


def _extras(fields: Fields) -> _Extras:
    topic = fields.text("topic", limit=MAX_NAME)
    explain, source = fields.text("explain", limit=MAX_EXPLANATION), fields.text("source", limit=MAX_SOURCE)
    return _Extras(
        id=_id(fields),
        topic=folded(topic.value) if topic is not None else DEFAULT_TOPIC,
        level=fields.integer("level", min(LEVELS), max(LEVELS)) or min(LEVELS),
        explain=explain.value if explain is not None else "",
        source=source.value if source is not None else "",
        spoiler=fields.flag("spoiler") or False,
    )


def _id(fields: Fields) -> str | None:
    own = fields.text("id", limit=MAX_NAME)
    if own is None:
        return None
    if not _ID.fullmatch(own.value):
        remedy = "use small letters a-z, digits and single hyphens, for example 'first-heist'"
        fields.problem(own, "id", f"{shown(own.value)} cannot be an id", remedy)
    return own.value
