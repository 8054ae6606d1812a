"""What the columns of a question sheet hold, told by the words of its header; knows no row but that one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizgame.content.formats.base import tidy
from quizgame.content.formats.sheet_rows import DELIMITERS, Row, rows, said_delimiter

_WITHIN = 200  # lines: the templates begin with a title and some advice
_LONGEST = 200


class Role(StrEnum):
    """What a column holds; there may be several of OPTION, ALSO and WRONG."""

    QUESTION = "question"
    TYPE = "type"
    ANSWER = "answer"
    ALSO = "also right"
    WRONG = "wrong"
    OPTION = "option"
    PICTURE = "picture"
    EXPLANATION = "explanation"
    TOPIC = "topic"
    LEVEL = "level"
    SOURCE = "source"
    ID = "id"
    NOTHING = "nothing"


# In this order: the first that fits is meant, so `Answer explanation` is no answer.
_WORDS = tuple(
    (role, re.compile(words))
    for role, words in (
        (Role.NOTHING, r"question ?(?:#|no\b|nr\b|num|id\b)|.*\b(?:time|seconds|points|score|marks)\b"),
        (Role.PICTURE, r".*\b(?:image|picture|photo|media|video|audio)\b"),
        (Role.EXPLANATION, r".*(?:expla(?:in|nation)|rationale|feedback)"),
        (Role.TYPE, r"(?:question )?(?:type|kind)\b"),
        (Role.ALSO, r"also (?:right|correct|accepted?)\b|(?:correct|right) (?:answer|option|choice)s? ?#?\d"),
        (Role.WRONG, r"(?:wrong|incorrect|false|distract[oe]r)s?\b"),
        (Role.OPTION, r"(?:answers?|options?|choices?|alternatives?|responses?) ?[#-]? ?(?:\d+|[a-j])(?!\w)"),
        (Role.OPTION, r"\(?(?:[a-j]|[1-9])[).]?$"),
        (Role.ANSWER, r"(?:the )?(?:correct|right)\b|(?:answers?|solutions?|keys?|accept(?:ed)?)\b"),
        (Role.QUESTION, r"(?:the )?(?:questions?|prompts?)\b|q$"),
        (Role.TOPIC, r"(?:topic|category|subject|tag|round)s?\b"),
        (Role.LEVEL, r"(?:level|difficulty)\b"),
        (Role.SOURCE, r"(?:source|reference)s?\b"),
        (Role.ID, r"(?:id|identifier|key)$"),
    )
)
_MANY = (Role.OPTION, Role.ALSO, Role.WRONG, Role.NOTHING)
_MARKED = re.compile(r"'+[=+@-]")
_ADVICE = re.compile(r"\((?:required|optional)\b|\btext for option\b|\btext of the question\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The header row and the columns of each role, counted from 0."""

    row: Row
    columns: Mapping[Role, Sequence[int]]

    @property
    def width(self) -> int:
        """How many columns hold something that is known."""
        return sum(map(len, self.columns.values()))

    def texts(self, row: Row, role: Role) -> list[str]:
        """What a row has in the columns of a role from left to right, blank or not."""
        return [row.cell(place) for place in self.columns.get(role, ())]

    def text(self, row: Row, role: Role) -> str:
        """What a row has in the first column of a role; "" where there is none."""
        return next(iter(self.texts(row, role)), "")

    def is_more(self, row: Row) -> bool:
        """Whether a row is the header again, or advice on how to fill in the columns."""
        advice = sum(bool(_ADVICE.search(cell)) for cell in row.cells)
        return advice > 1 or row.cells == self.row.cells


def tidied(row: Row) -> Row:
    """The row with tidy texts, without the mark that keeps a spreadsheet from calculating them."""
    return Row(row.line, tuple(map(_cell_text, row.cells)), row.doubtful)


def find_header(text: str) -> tuple[str, Header] | None:
    """The delimiter and the header of a sheet; None where no row names a question and its answers."""
    said = said_delimiter(text)
    head = "\n".join(text.split("\n", _WITHIN)[:_WITHIN])
    found = []
    for delimiter in [said] if said is not None else DELIMITERS:
        header = _header(rows(head, delimiter))
        if header is not None:
            found.append((header.width, delimiter, header))
    best = max(found, key=lambda one: one[0], default=None)
    return best[1:] if best is not None else None


def _cell_text(cell: str) -> str:
    text = tidy(cell)
    return text[1:] if text.startswith("'") and _MARKED.match(text) else text


def _header(first_rows: Iterable[Row]) -> Header | None:
    for row in first_rows:
        columns = _columns(row)
        if Role.QUESTION in columns and columns.keys() & {Role.ANSWER, Role.ALSO, Role.OPTION, Role.WRONG}:
            return Header(row, columns)
    return None


def _columns(row: Row) -> dict[Role, list[int]]:
    columns: dict[Role, list[int]] = {}
    for place, cell in enumerate(row.cells):
        role = _role(cell)
        if role is not None and (role in _MANY or role not in columns):
            columns.setdefault(role, []).append(place)
    return columns


def _role(cell: str) -> Role | None:
    name = " ".join(re.sub(r"[_:*]+", " ", tidy(cell[:_LONGEST])).casefold().split())
    return next((role for role, words in _WORDS if words.match(name)), None)
