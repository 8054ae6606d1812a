"""Open Trivia DB's JSON, read and written; knows no pack and no network."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizgame.content.formats.base import (
    Found,
    Left,
    Reading,
    Unreadable,
    changed,
    question_text,
    refused,
    tidy,
)
from quizgame.content.formats.json_objects import DOUBLED, Broken, Number, Thing, things
from quizgame.content.formats.opentdb_encoding import Encoding, Written, decoded, encoded, encodings
from quizgame.content.formats.posing import posed
from quizgame.content.packs.questions import MAX_NAME
from quizgame.content.problems import Problem
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, TrueFalse, folded

_LISTS = ("results", "questions")
_LEVELS = {"easy": 1, "medium": 2, "hard": 3}
_DIFFICULTIES = {level: name for name, level in _LEVELS.items()}
_SHELF = re.compile(r"(?:entertainment|science)\s*:\s*")
_CODES = {
    "1": "the service had fewer questions than it was asked for",
    "2": "the service did not understand what it was asked for",
    "3": "the service did not know the session token",
    "4": "the service had no further questions for the session token",
    "5": "the service was asked too often",
}
_NEEDED = {"question": "question", "correctanswer": "correct_answer"}
_NAMES = {"correct": "correctanswer", "answer": "correctanswer", "incorrect": "incorrectanswers"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One question's object, its fields by their names in small letters alone."""

    line: int
    column: int
    fields: dict[str, Any]

    def written(self) -> Written:
        """The texts by which its encoding can be told."""
        wrong = self.fields.get("incorrectanswers")
        texts = [self.fields.get("category"), self.fields.get("correctanswer")]
        texts += wrong if isinstance(wrong, list) else [wrong]
        names = (self.fields.get("type"), self.fields.get("difficulty"))
        return Written(
            _if_text(self.fields.get("question")),
            tuple(_if_text(text) for text in texts),
            tuple(_if_text(name) for name in names),
        )


def read(text: str, file: str) -> Reading:
    """The questions of an answer of the service, of a list of such questions, or of one question a line."""
    found = list(things(text, _LISTS))
    entries = [_entry(thing) for thing in found]
    known = iter(encodings([entry.written() for entry in entries if isinstance(entry, _Entry)]))
    for thing, entry in zip(found, entries, strict=True):
        if isinstance(entry, _Entry):
            yield from _question(entry, next(known), file)
        elif isinstance(thing, Broken):
            yield refused(file, thing.line, thing.what, "syntax", thing.column)
        else:
            yield from _said_by_service(thing, len(found) == 1, file)
    if not found:
        yield refused(file, 1, "the file holds no questions", "empty")


def write(questions: Sequence[Question]) -> tuple[str, list[Left]]:
    """The text of an answer of the service, in its usual encoding, and what it cannot hold."""
    results: list[dict[str, object]] = []
    left: list[Left] = []
    for question in questions:
        if not isinstance(question.task, Choice | TrueFalse):
            left.append(Left(question.id, f"Open Trivia DB knows no {question.kind} questions"))
            continue
        results.append(
            {
                "type": "boolean" if isinstance(question.task, TrueFalse) else "multiple",
                "difficulty": _DIFFICULTIES[question.level],
                "category": encoded(question.topic),
                "question": encoded(question.text),
                "correct_answer": encoded(question.answer),
                "incorrect_answers": [encoded(wrong) for wrong in question.wrong],
            }
        )
    whole = {"response_code": 0, "results": results}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n", left


def _entry(thing: Thing | Broken) -> _Entry | None:
    if isinstance(thing, Broken) or thing.holds_list or not isinstance(thing.value, dict):
        return None
    fields = {_name(key): value for key, value in thing.value.items()}
    is_answer = "responsecode" in fields and "question" not in fields
    return None if is_answer else _Entry(thing.line, thing.column, fields)


def _name(key: str) -> str:
    if key == DOUBLED:
        return key
    letters = "".join(filter(str.isalpha, key.casefold()))
    return _NAMES.get(letters, letters)


def _said_by_service(thing: Thing, is_all: bool, file: str) -> Iterator[Problem]:
    """What is wrong with a value that is no question: the code of an answer, or that it is none at all."""
    if not isinstance(thing.value, dict):
        what = f"this is not a question but {_kind(thing.value)}"
        yield refused(file, thing.line, what, "not-read", thing.column)
        return
    fields = {_name(key): value for key, value in thing.value.items()}
    code = str(fields.get("responsecode", 0))
    if code != "0":
        why = Unreadable(
            f"response_code {code}: {_CODES.get(code, 'the service gave no questions')}",
            "ask the service again and save its new answer",
        )
        yield refused(file, thing.line, why, "response-code", thing.column)
    elif is_all or not thing.holds_list:
        yield refused(file, thing.line, "this answer of the service holds no questions", "empty")


def _question(entry: _Entry, encoding: Encoding, file: str) -> Iterator[Found | Problem]:
    try:
        _check_keys(entry.fields)
        words = question_text(_text(entry.fields, "question", encoding), markup=False)
        right = tidy(_text(entry.fields, "correctanswer", encoding), markup=False)
        task, notes = posed([right], [tidy(wrong, markup=False) for wrong in _wrong(entry.fields, encoding)])
        level, note = _level(entry.fields, encoding)
        topic = _topic(entry.fields, encoding)
    except Unreadable as why:
        yield refused(file, entry.line, why, column=entry.column)
        return
    for said in (*notes, *note):
        yield changed(file, entry.line, said, entry.column)
    yield Found(entry.line, words, task, topic, level)


def _check_keys(fields: dict[str, Any]) -> None:
    if DOUBLED in fields:
        what = f"'{fields[DOUBLED]}' stands twice in this question, with different values"
        raise Unreadable(what, "keep one of the two")
    missing = [shown for name, shown in _NEEDED.items() if fields.get(name) in (None, "")]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        raise Unreadable(f"{' and '.join(map(repr, missing))} {verb} missing", "add what is missing")
    if isinstance(fields["question"], Number):
        raise Unreadable("'question' must be a text, but it is a number")


def _text(fields: dict[str, Any], name: str, encoding: Encoding) -> str:
    return _plain(fields.get(name), _NEEDED[name], encoding)


def _label(fields: dict[str, Any], name: str, encoding: Encoding) -> str:
    """A text that may stand as it is where all others are encoded; "" where it is none."""
    value = _if_text(fields.get(name))
    try:
        return decoded(value, encoding)
    except Unreadable:
        return decoded(value, Encoding.PLAIN)


def _plain(value: object, name: str, encoding: Encoding) -> str:
    if isinstance(value, bool):
        return str(value)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unreadable(f"'{name}' must be a text, but it is {_kind(value)}")
    return decoded(value, encoding)


def _wrong(fields: dict[str, Any], encoding: Encoding) -> list[str]:
    value = fields.get("incorrectanswers")
    if value is None:
        return []
    if not isinstance(value, list):
        raise Unreadable(f"'incorrect_answers' must be a list, but it is {_kind(value)}")
    return [_plain(one, "incorrect_answers", encoding) for one in value]


def _level(fields: dict[str, Any], encoding: Encoding) -> tuple[int, list[str]]:
    name = folded(_label(fields, "difficulty", encoding))
    if not name or name in _LEVELS:
        return _LEVELS.get(name, 0), []
    return 0, [f"the difficulty '{name[:MAX_NAME]}' is not known and was left out"]


def _topic(fields: dict[str, Any], encoding: Encoding) -> str:
    """The category without the shelf it stands on: `Entertainment: Film` is film."""
    name = _SHELF.sub("", folded(tidy(_label(fields, "category", encoding), markup=False)), count=1)
    return name if len(name) <= MAX_NAME else name[:MAX_NAME].rsplit(" ", 1)[0]


def _if_text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _kind(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case str():
            return "a text"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return "something else"
