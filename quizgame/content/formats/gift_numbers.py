"""GIFT's numerical answers as a slider, or as figures to be typed; knows no other kind of question."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.gift_answers import Answer, listed
from quizgame.content.formats.gift_marks import back
from quizgame.content.formats.gift_tasks import Asked
from quizgame.content.options import MAX_OPTIONS
from quizgame.quiz.tasks import WIDEST_RANGE, Number, Typed

_FIGURE = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{0,10})?|\.\d{1,10})(?:[eE][+-]?\d{1,2})?")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3}){1,4}(?:\.\d{0,10})?")
_WITH_COMMA = re.compile(r"[+-]?\d{1,15},\d{1,10}")
_AS_ENGLISH = "its commas were read as those of 1,000, or before decimals as in 3,14"
_YEARS = range(1000, 2200)
_YEARS_WIDE, _NARROWEST = 60, 20
_STEPS = 10  # the ends of a slider are multiples of a tenth of its width
_OF_TOLERANCE = 20
_SMALLEST, _LARGEST = -12, 15  # powers of ten


@dataclass(frozen=True, slots=True)
class _Figure:
    value: Decimal
    tolerance: Decimal
    feedback: str

    @property
    def is_whole(self) -> bool:
        return self.value == self.value.to_integral_value()


def number(text: str, question: str) -> Asked:
    """A number to be hit; raises Unreadable. The words of the question decide where on the slider it lies."""
    answers = listed(text.partition("~")[0], "=").answers
    best = max((answer.weight for answer in answers), default=0)
    right = [_figure(answer) for answer in answers if 0 < best <= answer.weight]
    if not right:
        raise Unreadable("it has no number that is right")
    changes = [_AS_ENGLISH] if any("," in answer.text.partition("#")[0] for answer in answers) else []
    if len(right) < len(answers):
        changes.append("numbers that are worth a part of the marks are left out")
    one = right[0]
    is_single = len({figure.value for figure in right}) == 1
    if is_single and abs(one.value) <= WIDEST_RANGE and (one.is_whole or one.tolerance > 1):
        return _slid(one, question, changes)
    return _typed(right, changes)


def slider(value: int, tolerance: int, question: str) -> Number:
    """A slider round a value, always the same for one question; below 0 only where the value is.

    For a year it is 60 wide, else about as wide as the value is large, and 20 tolerances at the least.
    """
    wide = _YEARS_WIDE if value in _YEARS else max(_NARROWEST, abs(value))
    wide = min(WIDEST_RANGE, max(wide, _OF_TOLERANCE * tolerance))
    step = _round(max(2, wide // _STEPS))
    wide = -(-wide // step) * step
    drawn = int.from_bytes(hashlib.sha256(f"{question}/{value}".encode()).digest()[:8])
    low = value - wide * 15 // 100 - drawn % (wide * 70 // 100)
    low = low // step * step
    if value >= 0:
        low = max(0, low)
    return Number(value, low, low + wide)


def _round(step: int) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 ... that is no larger."""
    ten = int("1" + "0" * (len(str(step)) - 1))
    return max(ten * digit for digit in (1, 2, 5) if ten * digit <= step)


def _slid(one: _Figure, question: str, changes: list[str]) -> Asked:
    value = int(one.value.to_integral_value(ROUND_FLOOR))
    if one.tolerance:
        changes.append(
            f"it takes {value} alone as right, not what is up to {one.tolerance.normalize():f} away"
        )
    return Asked(slider(value, int(one.tolerance), question), one.feedback, tuple(changes))


def _typed(right: Sequence[_Figure], changes: list[str]) -> Asked:
    if any(figure.value < 0 for figure in right):
        what = "a number below 0 must be whole and alone, for a slider; typed, its sign would not count"
        raise Unreadable(what)
    forms = [form for figure in right for form in _forms(figure)]
    if any(figure.tolerance for figure in right):
        changes.append("only the number itself, or rounded within its tolerance, is right")
    return Asked(Typed(tuple(dict.fromkeys(forms))[:MAX_OPTIONS]), right[0].feedback, tuple(changes))


def _forms(figure: _Figure) -> list[str]:
    """A number in figures, and as it may be written as well: in groups, or rounded within its tolerance."""
    exact = _plain(figure.value)
    if figure.is_whole:
        return [exact, f"{int(figure.value):,}"]
    places = len(exact.partition(".")[2])
    rounded = [
        figure.value.quantize(Decimal(1).scaleb(-fewer), way)
        for fewer in range(places - 1, 0, -1)
        for way in (ROUND_FLOOR, ROUND_CEILING)
    ]
    return [exact, *(_plain(one) for one in rounded if abs(one - figure.value) <= figure.tolerance)]


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _figure(answer: Answer) -> _Figure:
    text = back(answer.text).strip().replace("\N{MINUS SIGN}", "-")
    low, dots, high = text.partition("..")
    if dots:
        ends = sorted((_decimal(low), _decimal(high)))
        value = (ends[0] + ends[1]) / 2
        return _Figure(value, ends[1] - value, answer.feedback)
    exact, _, tolerance = text.partition(":")
    return _Figure(_decimal(exact), abs(_decimal(tolerance or "0")), answer.feedback)


def _decimal(text: str) -> Decimal:
    text = _without_commas(text.strip())
    if not _FIGURE.fullmatch(text):
        raise Unreadable(f"{text[:40]!r} is not a number", "write figures, with a point before decimals")
    value = Decimal(text)
    if value and not _SMALLEST < value.adjusted() < _LARGEST:
        raise Unreadable(f"{text} is too large or too small a number to be asked for")
    return value


def _without_commas(text: str) -> str:
    """A number as Python writes it: 1,000 is a thousand, and 3,14 a little more than three."""
    if _GROUPED.fullmatch(text):
        return text.replace(",", "")
    return text.replace(",", ".") if _WITH_COMMA.fullmatch(text) else text
