"""The answers between GIFT's braces, one by one with weight and feedback; knows no kind of question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FULL = 99.9  # per cent: more than any part credit that Moodle knows
_WEIGHT = re.compile(r"\s*%\s*([+-]?\d{1,3}(?:[.,]\d{0,9})?)\s*%")
_MARKS = re.compile("[=~]")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its mark, its weight in per cent where one is given, its words; `whole` is all of it."""

    mark: str
    given: float | None
    text: str
    feedback: str
    whole: str

    @property
    def weight(self) -> float:
        if self.given is not None:
            return self.given
        return 0.0 if self.mark == "~" else 100.0


@dataclass(frozen=True, slots=True)
class Listed:
    """Answers in their order; `joined` says that one has an = in it that could have begun another."""

    answers: tuple[Answer, ...]
    joined: bool


def listed(text: str, marks: str = "=~") -> Listed:
    """The answers of a text, split at these marks.

    Words before the first count as marked with the last of them, as in Moodle: among choices they are wrong,
    to be typed they are right. Where the answers stand on lines of their own, an = in the midst of one is
    taken as it stands.
    """
    every = [found.start() for found in _MARKS.finditer(text) if found[0] in marks]
    opens = _line_openers(text, every)
    if len(opens) > 1:
        begins = [at for at in every if at in opens or _begins(text, at)]
        answers = tuple(_parts(text, begins, marks[-1]))
        if any(answer.weight > 0 for answer in answers):
            return Listed(answers, len(begins) < len(every))
    return Listed(tuple(_parts(text, every, marks[-1])), False)


def _parts(text: str, places: list[int], unmarked: str) -> Iterator[Answer]:
    edges = [0, *places, len(text)]
    if text[: edges[1]].strip():
        yield _answer(unmarked, text[: edges[1]])
    for start, end in zip(places, edges[2:], strict=True):
        if not _is_doubled(text, start, end):
            yield _answer(text[start], text[start + 1 : end])


def _is_doubled(text: str, start: int, end: int) -> bool:
    """Whether the mark is the first of `~=`, as some write a right answer."""
    return text[start] == "~" and end < len(text) and text[end] == "=" and not text[start + 1 : end].strip()


def _answer(mark: str, text: str) -> Answer:
    found = _WEIGHT.match(text)
    given = float(found[1].replace(",", ".")) if found else None
    said, _, feedback = text[found.end() if found else 0 :].partition("#")
    return Answer(mark, given, said, feedback, text)


def _line_openers(text: str, places: list[int]) -> set[int]:
    """The places that are the first of their line."""
    openers = set()
    behind = 0
    for at in places:
        _, newline, before = text[behind:at].rpartition("\n")
        if (newline or not behind) and not before.strip():
            openers.add(at)
        behind = at + 1
    return openers


def _begins(text: str, at: int) -> bool:
    """Whether a mark amid a line begins an answer, unlike that of `x = 5` or `x=5`."""
    return text[at] == "~" or (text[at - 1] in " \t~" and not text[at + 1 : at + 2].isspace())
