"""A report as it is sent: a headline, and the question below it, set in like code; prints nothing."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgame.content.telling.excerpt import safe
from quizgame.quiz.report import WORDS, Report, places
from quizgame.quiz.tasks import Kind

WIDE = 78
_LABEL = 10  # columns
_SET_IN = " " * 4  # where a page takes Markdown, such lines stay as they are


@dataclass(frozen=True, slots=True)
class Standing:
    """What has become of a question: `place` is file:line:column, "" where it is gone."""

    place: str
    changed: tuple[str, ...] = ()


def block(report: Report, standing: Standing) -> str:
    """One report, ready to be pasted; no final line break."""
    lines = [f"{safe(report.question)}: {WORDS[report.reason]}", ""]
    for label, value in _rows(report, standing):
        lines += _row(label, value)
    return "\n".join(lines)


def _rows(report: Report, standing: Standing) -> Iterator[tuple[str, str]]:
    """Labels and values; a value without a label goes on below the one before."""
    yield "question", report.text
    yield from (("", option) for option in _options(report))
    if report.picture:
        yield "picture", report.picture
    if report.span:
        yield "range", f"{report.span[0]} to {report.span[1]}"
    if not _is_chosen(report):
        yield "right", report.answer
    if report.given is None or not _is_chosen(report):
        yield "given", report.answered or "nothing, the time ran out"
    yield "why", report.explain or "no explanation"
    yield "source", report.source or "none"
    yield "pack", report.pack or "none"
    if standing.place:
        yield "at", standing.place
    yield "now", _now(standing)
    yield "seen", f"{report.reported}, {report.mode}"
    yield "game", f"{report.game}, bank {report.bank[:12]}"


def _is_chosen(report: Report) -> bool:
    return report.kind in (Kind.CHOICE, Kind.TRUE_FALSE, Kind.SEVERAL)


def _options(report: Report) -> Iterator[str]:
    """The options in the order they were shown, with a word at those that matter."""
    right, given = places(report.right), places(report.given)
    for place, option in enumerate(report.options):
        if not _is_chosen(report):
            yield f"-  {option}"
            continue
        said = ["right"] * (place in right) + ["given"] * (place in given)
        letter = str(place + 1) if report.kind is Kind.SEVERAL else chr(ord("A") + place)
        yield f"{letter}  {option}" + (f"   <- {', '.join(said)}" if said else "")


def _now(standing: Standing) -> str:
    if not standing.place:
        return "no longer among the questions"
    return f"changed since: {listed(standing.changed)}" if standing.changed else "as it was"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _row(label: str, value: str) -> list[str]:
    first = f"{_SET_IN}{label:{_LABEL}}"
    return textwrap.wrap(
        safe(value), WIDE, initial_indent=first, subsequent_indent=_SET_IN + " " * _LABEL,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
