"""A question as Moodle's GIFT writes it; knows no file and no other question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizgame.content.formats.base import tidy
from quizgame.content.formats.gift_marks import escaped
from quizgame.content.formats.gift_words import PLAIN, is_literal
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, TrueFalse, Typed

_PLAIN = f"[{PLAIN}]"


class Unheld(Exception):
    """GIFT cannot say this; the message says why."""


def category(topic: str) -> str:
    """The line that gives the questions below it a topic. In a path a slash of a name is doubled."""
    part = tidy(topic, markup=False).replace("/", "//")
    around = [" " if touches else "" for touches in (part.startswith("/"), part.endswith("/"))]
    return f"$CATEGORY: $course$/top/{around[0]}{part}{around[1]}\n"


def written(question: Question) -> str:
    """A question as GIFT; raises Unheld."""
    if question.picture is not None:
        raise Unheld("it has a picture, which GIFT cannot hold")
    # Moodle takes the right-hand sides of pairs letter by letter; so that is said of the whole question.
    plain = isinstance(question.task, Match) or not is_literal(question.text)
    answers = "".join(f"\t{line}\n" for line in _answers(question, plain))
    explained = f"\t####{_text(question.explain, plain)}\n" if question.explain else ""
    opening = "{#\n" if isinstance(question.task, Number) else "{\n"
    words = f"{_PLAIN if plain else ''}{_escaped(question.text)}"
    return f"{_range(question)}::{_escaped(question.id)}::{words}{opening}{answers}{explained}}}\n"


def _answers(question: Question, plain: bool) -> Iterator[str]:
    match question.task:
        case Choice(answer, wrong):
            yield f"{_right(answer)}{_text(answer, plain)}"
            yield from (f"{_wrong(one)}{_text(one, plain)}" for one in wrong)
        case Several(answers, wrong):
            share = f"{100 / len(answers):.5f}".rstrip("0").rstrip(".")
            yield from (f"~%{share}%{_text(one, plain)}" for one in answers)
            yield from (f"~%-100%{_text(one, plain)}" for one in wrong)
        case TrueFalse(truth):
            yield "TRUE" if truth else "FALSE"
        case Typed(accept, others):
            yield from (f"=%100%{_typed(one, plain)}" for one in accept)
            yield from (f"=%0%{_typed(one, plain)}" for one in others)
        case Number(value):
            yield f"={value}:0"
        case Match(pairs):
            yield from (_pair(left, right) for left, right in pairs)
        case Order():
            raise Unheld("GIFT has no questions with things to be put in order")
        case _:
            assert_never(question.task)


def _right(answer: str) -> str:
    return "~%100%" if answer.startswith("%") else "="


def _wrong(answer: str) -> str:
    return "~%0%" if answer.startswith("%") else "~"


def _pair(left: str, right: str) -> str:
    if "->" in left:
        raise Unheld("the left side of a pair holds an arrow ->, which GIFT takes for its own")
    marker = _PLAIN if left.startswith("[") else ""
    return f"={marker}{_escaped(left)} -> {_escaped(right)}"


def _typed(answer: str, plain: bool) -> str:
    if "->" in answer:
        raise Unheld("an answer to be typed holds an arrow ->, by which GIFT knows pairs")
    return _text(answer.replace("*", "\\*"), plain)


def _text(text: str, plain: bool) -> str:
    """A text that is taken letter by letter, with a marker where markup would be seen in it."""
    marker = _PLAIN if text.startswith("[") or not (plain or is_literal(text)) else ""
    return f"{marker}{_escaped(text)}"


def _range(question: Question) -> str:
    """A comment with the ends of a slider, which GIFT itself does not know."""
    task = question.task
    return f"// [range:{task.low}..{task.high}]\n" if isinstance(task, Number) else ""


def _escaped(text: str) -> str:
    return escaped(tidy(text, markup=False))
