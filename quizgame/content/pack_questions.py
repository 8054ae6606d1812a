"""One question of a hand-written pack: a map to a Question and problems; knows nothing of its neighbours."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from quizgame.content.characters import has_words, look
from quizgame.content.fields import Fields, nearest, shown
from quizgame.content.nodes import Map, Text
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.quiz.question import (
    LEVELS,
    MAX_EXPLANATION,
    MAX_OPTION,
    MAX_QUESTION,
    Choice,
    ImpossibleQuestion,
    Question,
    Task,
    TrueFalse,
    folded,
)

MAX_OPTIONS = 20
MAX_SOURCE = 200
MAX_NAME = 60
DEFAULT_TOPIC = "trivia"

_LATER = {
    "accept": "questions with a typed answer ('accept')",
    "order": "questions about an order ('order')",
    "number": "questions about a number ('number')",
    "range": "questions about a number ('range')",
    "match": "questions that match pairs ('match')",
    "answers": "questions with several right answers ('answers')",
}
_KNOWN = frozenset(
    (
        "question",
        "answer",
        "wrong",
        "choices",
        "topic",
        "level",
        "explain",
        "source",
        "id",
        "spoiler",
        *_LATER,
    )
)
_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_TRUTHS = {"true": True, "false": False}

_Options = tuple[Task, tuple[str, ...]]


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
    if _is_later_kind(fields):
        return None
    words, options, extras = _words(fields), _options(fields), _extras(fields)
    if not fields.ok or words is None or options is None:
        return None
    task, written = options
    id = f"{prefix}/{extras.id or derived_id(words, str(task.answer))}"
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


def _is_later_kind(fields: Fields) -> bool:
    """Kinds that the format has and this version cannot ask yet: said once a question."""
    later = next((key for key, _ in fields.node.fields if key.value in _LATER), None)
    if later is None:
        return False
    what = f"{_LATER[later.value]} are not supported by this version yet"
    fields.problem(later, "later-kind", what, "the other questions of the pack can be played")
    return True


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


def _options(fields: Fields) -> _Options | None:
    if "choices" in fields:
        return _from_choices(fields)
    answer = fields.text("answer", required=True, limit=MAX_OPTION)
    if "wrong" in fields:
        wrong = fields.texts("wrong", limit=MAX_OPTION)
        return _choice(fields, answer, wrong) if answer is not None and wrong else None
    if answer is None:
        return None
    truth = _TRUTHS.get(answer.value.casefold())
    if truth is not None:
        return TrueFalse(truth), ()
    remedy = "add 'wrong: [one, two, three]'; a true/false question has 'answer: true' or 'answer: false'"
    fields.problem(fields.node, "no-options", "this question has no wrong options", remedy)
    return None


def _choice(fields: Fields, answer: Text, wrong: list[Text]) -> _Options | None:
    options = [answer, *wrong]
    if not _all_differ(fields, options) or not _not_too_many(fields, options, "wrong"):
        return None
    written = tuple(text.value for text in wrong)
    return Choice(answer.value, written), written


def _from_choices(fields: Fields) -> _Options | None:
    choices = fields.texts("choices", limit=MAX_OPTION)
    answer = fields.text("answer", required=True, limit=MAX_OPTION)
    _refuse_both(fields)
    if not choices or not _not_too_many(fields, choices, "choices"):
        return None
    if len(choices) < 2:
        fields.problem(choices[0], "no-options", "one choice is no choice", "add wrong options to 'choices'")
    right = _right_choice(fields, answer, choices) if answer is not None else None
    if not _all_differ(fields, choices) or right is None or not fields.ok:
        return None
    wrong = tuple(text.value for text in choices if text is not right)
    return Choice(right.value, wrong), tuple(text.value for text in choices)


def _refuse_both(fields: Fields) -> None:
    wrong = fields.node.get("wrong")
    if wrong is not None:
        fields.problem(wrong, "both", "'choices' and 'wrong' stand in one question", "keep one of the two")


def _right_choice(fields: Fields, answer: Text, choices: list[Text]) -> Text | None:
    """The choice that is the answer, letter for letter or else by its look."""
    exact = [text for text in choices if text.value == answer.value]
    right = exact or [text for text in choices if look(text.value) == look(answer.value)]
    if right:
        return right[0]
    near = nearest(answer.value, [text.value for text in choices])
    remedy = f"did you mean {shown(near)}?" if near else "write one of the choices, letter for letter"
    if "," in answer.value:
        remedy += "; put quotes round a choice that contains a comma"
    fields.problem(answer, "answer", f"the answer {shown(answer.value)} is not among the choices", remedy)
    return None


def _all_differ(fields: Fields, options: list[Text]) -> bool:
    first: dict[str, Text] = {}
    for option in options:
        same = first.setdefault(look(option.value), option)
        if same is not option:
            what = f"the option {shown(option.value)} stands here twice; the first is on line {same.line}"
            fields.problem(option, "same-option", what, "change one of the two or take it out")
    return len(first) == len(options)


def _not_too_many(fields: Fields, options: list[Text], key: str) -> bool:
    if len(options) <= MAX_OPTIONS:
        return True
    node = fields.node.get(key) or fields.node
    what = f"the question has {len(options)} options; at most {MAX_OPTIONS} are allowed"
    fields.problem(node, "too-many", what, "take some out; no more than four are ever shown")
    return False
