"""Reads and writes Moodle's GIFT, one question after the other; knows no pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgame.content.formats import gift_numbers, gift_tasks
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
from quizgame.content.formats.gift_marks import back
from quizgame.content.formats.gift_parts import Misplaced, Parts, apart
from quizgame.content.formats.gift_pieces import Piece, pieces
from quizgame.content.formats.gift_tasks import Asked
from quizgame.content.formats.gift_words import says_something, shown, told
from quizgame.content.formats.gift_write import Unheld, category, written
from quizgame.content.formats.readback import comes_back
from quizgame.content.packs.questions import ID, MAX_NAME
from quizgame.content.problems import Problem
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import ImpossibleQuestion, Number, Task

_TRUTH = re.compile(r"(T|F|TRUE|FALSE)\s*(?://[^\n]*)?\s*(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_CLOZE = re.compile(
    r"\d*:(?:MULTICHOICE|MULTIRESPONSE|MC|MR|SHORTANSWER|SA|MW|NUMERICAL|NM)[A-Z_]*:", re.IGNORECASE
)
_SLASH = re.compile(r"(?<!/)/(?!/)")
_CONTEXT = re.compile(r"\$\w*\$")
_RANGE = re.compile(r"\[range:(-?\d{1,9})\.\.(-?\d{1,9})\]")
_NUMBERED = re.compile(r"\[id:([^\[\]\n]{1,60})\]")


def read(text: str, file: str) -> Reading:
    """The questions of a GIFT file."""
    topic = ""
    for piece in pieces(text):
        if piece.category is not None:
            topic = _topic(piece.category)
        else:
            yield from _read(piece, topic, file)


def write(questions: Sequence[Question]) -> tuple[str, list[Left]]:
    """The text of a GIFT file, and the questions that it cannot hold."""
    parts: list[str] = []
    left: list[Left] = []
    topic = ""
    for question in questions:
        try:
            text = _written(question)
        except Unheld as why:
            left.append(Left(question.id, str(why)))
            continue
        if question.topic != topic:
            topic = question.topic
            parts.append(category(topic))
        parts.append(text)
    return "\n".join(parts), left


def _written(question: Question) -> str:
    text = written(question)
    if not comes_back(text, read, question):
        raise Unheld("GIFT cannot say it so that it would be read back as it is")
    return text


def _read(piece: Piece, topic: str, file: str) -> Iterator[Found | Problem]:
    try:
        parts = apart(piece)
        words = question_text(shown(parts.words, parts.markup), markup=False)
        asked = _asked(parts, words)
        task = _ranged(asked.task, piece.notes)
    except Misplaced as why:
        yield refused(file, piece.line, why, column=why.column)
    except (Unreadable, ImpossibleQuestion) as why:
        yield refused(file, piece.line, why if isinstance(why, Unreadable) else str(why))
    else:
        yield Found(
            piece.line,
            words,
            task,
            topic,
            explain=_explanation(parts, asked),
            id=_id(parts.title, piece.notes),
        )
        for change in dict.fromkeys(asked.changes):
            yield changed(file, piece.line, change)


def _asked(parts: Parts, words: str) -> Asked:
    text, markup = parts.answers, parts.markup
    if not text:
        raise Unreadable("it is an essay, which no game can mark")
    if _CLOZE.match(text):
        raise Unreadable("it has its answers embedded in Moodle's Cloze manner, which is not GIFT")
    if text.startswith("#"):
        return gift_numbers.number(text[1:], words)
    if "~" in text:
        return gift_tasks.choice(text, markup)
    if "=" in text and "->" in text:
        return gift_tasks.match(text, markup)
    truth = _TRUTH.fullmatch(text)
    return gift_tasks.statement(truth[1], truth[2] or "") if truth else gift_tasks.typed(text, markup)


def _explanation(parts: Parts, asked: Asked) -> str:
    """What the file tells after every answer, or else after the right one."""
    general = told(parts.feedback, parts.markup)
    if general:
        return general
    feedback = told(asked.feedback, parts.markup)
    return feedback if says_something(feedback) else ""


def _topic(path: str) -> str:
    """The last part of a category's path, without what Moodle puts before it; // is a slash in a name."""
    parts = [part.strip() for part in _SLASH.split(path)]
    if parts and _CONTEXT.fullmatch(parts[0]):
        parts = parts[1:]
        parts = parts[1:] if parts[:1] == ["top"] else parts
    last = parts[-1].replace("//", "/") if parts else ""
    return tidy(last, markup=False)[:MAX_NAME].strip()


def _id(title: str, notes: str) -> str:
    """The id that a comment gives, or else the title, where one of them can be an id."""
    given = _NUMBERED.search(notes)
    for name in (given[1].strip() if given else "", back(title).strip().rpartition("/")[2]):
        if len(name) <= MAX_NAME and ID.fullmatch(name):
            return name
    return ""


def _ranged(task: Task, notes: str) -> Task:
    """The task; a slider with the ends that a comment gives it."""
    found = _RANGE.search(notes)
    if found is None or not isinstance(task, Number):
        return task
    return Number(task.value, int(found[1]), int(found[2]))
