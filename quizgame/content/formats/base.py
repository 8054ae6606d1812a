"""What every foreign format gives: questions with the lines they stood on, and what could not be read."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgame.content.characters import DAMAGED, FORBIDDEN, has_words, look
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.question import MAX_EXPLANATION, MAX_OPTION, MAX_QUESTION
from quizgame.quiz.tasks import Task

_TAG = re.compile(
    r"</?(?:(a|b|i|u|s|em|strong|span|sub|sup|font|code|small|big|del|ins|strike|tt|kbd|samp|var|mark)"
    r"|p|br|div|pre|h[1-6]|hr|[uod]l|li|d[td]|table|caption|thead|tbody|t[rdh]|blockquote|center)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_REMARK = re.compile(r"<!--[^<>]*-->")


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


@dataclass(frozen=True, slots=True)
class Left:
    """A question that a format cannot hold: its id and, in words for the reader, why."""

    id: str
    why: str


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
    return Problem(file, line, column, code, _printable(str(why)), getattr(why, "remedy", ""))


def changed(file: str, line: int, what: str, column: int = 1) -> Problem:
    """The warning for a question that was taken over otherwise than it stood."""
    return Problem(file, line, column, "changed", _printable(what), "", Severity.WARNING)


def _printable(words: str) -> str:
    """A message may quote the file, and no terminal is to obey what stands there."""
    return words if words.isprintable() else "".join(one if one.isprintable() else DAMAGED for one in words)


def tidy(text: str, markup: bool = True) -> str:
    """A text as a pack may hold it: one line, composed letters, nothing invisible.

    `markup` says that the text may be HTML: tags go, then entities become the letters they stand for.
    """
    if markup and "<" in text:
        text = _REMARK.sub("", _TAG.sub(_in_place_of, text))
    if markup and "&" in text:
        text = html.unescape(text)
    text = FORBIDDEN.sub("", " ".join(text.split()))
    return " ".join(unicodedata.normalize("NFC", text).split())


def question_text(text: str, markup: bool = True) -> str:
    """The tidy words of a question; raises Unreadable where there are none, or too many."""
    words = _limited(tidy(text, markup), "the question", MAX_QUESTION)
    if not has_words(words):
        raise Unreadable("the question has no words, only signs")
    return words


def option(text: str, markup: bool = True) -> str:
    """A tidy option; raises Unreadable where it is empty or too long."""
    return _limited(tidy(text, markup), "an option", MAX_OPTION)


def explanation(text: str, markup: bool = True) -> str:
    """A tidy explanation, cut at a word where it is too long; it may be empty."""
    words = tidy(text, markup)
    if len(words) <= MAX_EXPLANATION:
        return words
    return words[: MAX_EXPLANATION - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def different(options: Iterable[str]) -> list[str]:
    """The options without those that look like an earlier one."""
    seen: dict[str, str] = {}
    for one in options:
        seen.setdefault(look(one), one)
    return list(seen.values())


def _in_place_of(tag: re.Match[str]) -> str:
    """Nothing for a tag within a word, as in H<sub>2</sub>O; a blank for one that begins a line."""
    return "" if tag[1] else " "


def _limited(text: str, name: str, most: int) -> str:
    if not text:
        raise Unreadable(f"{name} is empty")
    if len(text) > most:
        raise Unreadable(f"{name} has {len(text)} characters; at most {most} fit", "make it shorter")
    return text
