"""A question of a GIFT file taken apart: title, words and answers, still unread; knows not what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.gift_pieces import Group, Piece, groups, place
from quizgame.content.formats.gift_words import MOODLE, marked

_BLANK = "_____"
_COMMENT = re.compile(r"\s*//[^\n]*")
_GENERAL = "####"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a question as they stand, escapes set aside; `markup` is what its answers inherit.

    A question without words is asked by its title.
    """

    title: str
    words: str
    markup: str
    answers: str
    feedback: str


class Misplaced(Unreadable):
    """A question that cannot be taken apart, because of what stands in a column of its first line."""

    def __init__(self, what: str, remedy: str, column: int) -> None:
        super().__init__(what, remedy)
        self.column = column


def apart(piece: Piece) -> Parts:
    """The parts of a piece; raises Unreadable where it is no question."""
    title, start = _title(piece.text)
    group = _answers(piece, start)
    before, after = _without_comment(piece.text[start : group.start]), piece.text[group.end + 1 :]
    inside = _without_comment(piece.text[group.start + 1 : group.end])
    told = inside.rfind(_GENERAL)
    answers, feedback = (inside, "") if told < 0 else (inside[:told], inside[told + len(_GENERAL) :])
    words = _with_blank(before, after)
    markup, bare = marked(words, MOODLE)
    return Parts(title, words if bare.strip() else title, markup, answers.strip(), feedback)


def _title(text: str) -> tuple[str, int]:
    """The title between two double colons, and where the words behind it start."""
    lead = len(text) - len(text.lstrip())
    if not text.startswith("::", lead):
        return "", lead
    end = text.find("::", lead + 2)
    return ("", lead + 2) if end < 0 else (text[lead + 2 : end].strip(), end + 2)


def _answers(piece: Piece, start: int) -> Group:
    """The one pair of braces that holds the answers; braces before it belong to the words."""
    text = piece.text
    found = [group for group in groups(text) if max(group.start, group.end) >= start]
    for group in found:
        _refuse_odd(piece, group)
    if not found:
        raise Unreadable("it has no answers in braces: a description, which asks nothing")
    likely = [one for one in found if one.answers] or found
    filled = [one for one in likely if text[one.start + 1 : one.end].strip()] or likely
    if len(filled) > 1:
        what = "it has more than one pair of braces with answers"
        raise _misplaced(piece, filled[1].start, what, "make a question of each; or write \\{ or \\}")
    return filled[0]


def _refuse_odd(piece: Piece, group: Group) -> None:
    if group.end < 0:
        remedy = "close the answers with }; a brace that is meant as such is written \\{"
        raise _misplaced(piece, group.start, "the brace { that opens its answers is never closed", remedy)
    if group.start < 0:
        remedy = "open the answers with {; a brace that is meant as such is written \\}"
        raise _misplaced(piece, group.end, "a brace } closes answers that none has opened", remedy)


def _misplaced(piece: Piece, at: int, what: str, remedy: str) -> Misplaced:
    """The error for a brace: with its column, or else with its line if that is not the first."""
    below, column = place(piece.text, at)
    return Misplaced(
        f"{what}, on line {piece.line + below}" if below else what, remedy, 1 if below else column
    )


def _with_blank(before: str, after: str) -> str:
    """The words of a question, with a blank where its answers stand in their midst."""
    tail = _without_comment(after)
    return f"{before}{_BLANK}{tail}" if tail.strip() else before


def _without_comment(text: str) -> str:
    """The text behind a comment with which it opens."""
    found = _COMMENT.match(text)
    return text[found.end() :] if found else text
