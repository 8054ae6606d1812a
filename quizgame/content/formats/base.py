"""What every foreign format gives: questions with the lines they stood on, and what could not be read."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgame.content.characters import FORBIDDEN, look
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.question import MAX_EXPLANATION, MAX_OPTION, MAX_QUESTION
from quizgame.quiz.tasks import Task

_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|p|br|span|div|sub|sup|font|code|pre|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """A question as it stood in a foreign file, on a line of it (from 1).

    Texts are tidy and short enough for a pack. "" and 0 stand for what the file does not say.
    """

    line: int
    text: str
    task: Task
    topic: str = ""
    level: int = 0
    explain: str = ""
    source: str = ""
    id: str = ""


Reading = Iterator[Found | Problem]
"""What a format's `read(text, file)` yields, in the order of the file: an error is a question that was not
read, a warning one that was read otherwise than it stood. It never raises, whatever the text."""


class Unreadable(Exception):
    """A question cannot be taken over; the message says why, in words for its author."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.remedy = remedy


def refused(file: str, line: int, why: Unreadable | str, code: str = "not-read", column: int = 1) -> Problem:
    """The error for a question that is left out."""
    return Problem(file, line, column, code, str(why), getattr(why, "remedy", ""))


def changed(file: str, line: int, what: str, column: int = 1) -> Problem:
    """The warning for a question that was taken over otherwise than it stood."""
    return Problem(file, line, column, "changed", what, "", Severity.WARNING)


def tidy(text: str, entities: bool = True) -> str:
    """A text as a pack may hold it: one line, composed letters, no HTML and nothing invisible."""
    if entities and "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = FORBIDDEN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def question_text(text: str) -> str:
    """The tidy words of a question; raises Unreadable where there are none, or too many."""
    return _limited(tidy(text), "the question", MAX_QUESTION)


def option(text: str) -> str:
    """A tidy option; raises Unreadable where it is empty or too long."""
    return _limited(tidy(text), "an option", MAX_OPTION)


def explanation(text: str) -> str:
    """A tidy explanation, cut at a word where it is too long; it may be empty."""
    words = tidy(text)
    if len(words) <= MAX_EXPLANATION:
        return words
    return words[: MAX_EXPLANATION - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def different(options: Iterable[str]) -> list[str]:
    """The options without those that look like an earlier one."""
    seen: dict[str, str] = {}
    for one in options:
        seen.setdefault(look(one), one)
    return list(seen.values())


def _limited(text: str, name: str, most: int) -> str:
    if not text:
        raise Unreadable(f"{name} is empty")
    if len(text) > most:
        raise Unreadable(f"{name} has {len(text)} characters; at most {most} fit", "make it shorter")
    return text
