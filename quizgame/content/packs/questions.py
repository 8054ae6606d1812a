"""One question of a hand-written pack: a map to a Question and problems; knows nothing of its neighbours."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from quizgame.content.characters import has_words
from quizgame.content.fields import Fields, shown
from quizgame.content.nodes import Map, Text
from quizgame.content.packs import tasks as pack_tasks
from quizgame.content.packs.pictures import ENDINGS, MAX_ALT, MAX_PICTURE_NAME, Beside, Found, NoPicture
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.question import (
    LEVELS,
    MAX_EXPLANATION,
    MAX_QUESTION,
    ImpossibleQuestion,
    Picture,
    Question,
    Task,
    folded,
)

MAX_SOURCE = 200
MAX_NAME = 60
DEFAULT_TOPIC = "trivia"

_EXTRAS = ("topic", "level", "explain", "source", "id", "spoiler", "image", "alt")
QUESTION_KEYS = frozenset(("question", *pack_tasks.KEYS, *_EXTRAS))
ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_BETWEEN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Extras:
    """The fields that every kind of question may have."""

    id: str | None
    topic: str
    level: int
    explain: str
    source: str
    spoiler: bool
    picture: Picture | None


def read_question(
    node: Map, file: str, prefix: str, pack: str, beside: Beside, problems: list[Problem]
) -> Placed | None:
    """The question of one entry, or None where anything in it is wrong; every problem is appended.

    `beside` finds its picture.
    """
    fields = Fields(node, file, problems, QUESTION_KEYS)
    words, options, extras = _words(fields), pack_tasks.read_task(fields), _extras(fields, beside)
    if not fields.ok or words is None or options is None:
        return None
    task, written = options
    own = extras.id or derived_id(words, task.answer, extras.picture.name if extras.picture else "")
    id = f"{prefix}/{own}"
    try:
        question = _question(id, words, task, extras, pack)
    except ImpossibleQuestion as impossible:
        fields.problem(node, "impossible", str(impossible), "change the question")
        return None
    if question.picture is not None:
        problems += _misnamed(node, file, beside.find(question.picture.name))
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
        picture=extras.picture,
    )


def derived_id(words: str, answer: str, picture: str = "") -> str:
    """The id of a question that gives none: its first words and 8 digits of a SHA-256.

    The digits stand for words, answer and the picture's name. Letter case and blanks do not count and
    wrong options may change; other words make another id.
    """
    same = folded(words)
    start = _BETWEEN.sub("-", same)[:32].strip("-") or "question"
    whole = "\n".join([same, folded(answer), *([picture] if picture else [])])
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


def _extras(fields: Fields, beside: Beside) -> _Extras:
    topic = fields.text("topic", limit=MAX_NAME)
    explain, source = fields.text("explain", limit=MAX_EXPLANATION), fields.text("source", limit=MAX_SOURCE)
    return _Extras(
        id=_id(fields),
        topic=folded(topic.value) if topic is not None else DEFAULT_TOPIC,
        level=fields.integer("level", min(LEVELS), max(LEVELS)) or min(LEVELS),
        explain=explain.value if explain is not None else "",
        source=source.value if source is not None else "",
        spoiler=fields.flag("spoiler") or False,
        picture=_picture(fields, beside),
    )


def _picture(fields: Fields, beside: Beside) -> Picture | None:
    """The picture with its words; one is nothing without the other."""
    if "image" not in fields and "alt" not in fields:
        return None
    name, alt = fields.text("image", required=True, limit=MAX_PICTURE_NAME), _alt(fields)
    found = _found(fields, name, beside) if name is not None else None
    if name is None or alt is None or found is None:
        return None
    header = found.header
    return Picture(name.value, alt.value, found.sha256, found.path, header.width, header.height, header.turn)


def _misnamed(node: Map, file: str, found: Found) -> list[Problem]:
    """A warning where a picture's name ends like one of another format."""
    at, ending = node.get("image") or node, found.lying_ending
    if not ending:
        return []
    what = f"the name ends in {shown(ending)}, but this is a {found.header.format} file"
    remedy = f"give it the ending '{ENDINGS[found.header.format][0]}'"
    return [Problem(file, at.line, at.column, "picture-ending", what, remedy, Severity.WARNING)]


def _alt(fields: Fields) -> Text | None:
    alt = fields.text("alt", required=True, limit=MAX_ALT)
    if alt is not None and not has_words(alt.value):
        fields.problem(alt, "empty", f"{shown(alt.value)} says nothing", "say what the picture shows")
    return alt


def _found(fields: Fields, name: Text, beside: Beside) -> Found | None:
    written = fields.node.get("image")
    try:
        # As it was typed: a line break is a blank in other texts, and in a name a mistake.
        found = beside.find(written.value.strip() if isinstance(written, Text) else name.value)
    except NoPicture as missing:
        fields.problem(name, missing.code, missing.what, missing.remedy)
        return None
    return found


def _id(fields: Fields) -> str | None:
    own = fields.text("id", limit=MAX_NAME)
    if own is None:
        return None
    if not ID.fullmatch(own.value):
        remedy = "use small letters a-z, digits and single hyphens, for example 'first-heist'"
        fields.problem(own, "id", f"{shown(own.value)} cannot be an id", remedy)
    return own.value
