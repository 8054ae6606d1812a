"""The objects of a JSON file one by one with the lines they begin on; knows nothing of what they mean."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Collection, Generator, Iterator
from dataclasses import dataclass

DOUBLED = "\0doubled"
"""The key under which an object names a key of its own that has two different values."""

_MOST_REPAIRS = 50
_DEEPEST = 4
_BLANK = re.compile(r"(?:\s+|//[^\n]*|\ufeff)*")
_LOOSE = re.compile(r"(?:\s+|//[^\n]*|\ufeff|[,\]}])*")
_OBJECT = re.compile(r"\{\s*\"")
_OBJECTS = re.compile(r"\[\s*\{")
_LIST_OF_OBJECTS = re.compile(r":\s*\[\s*\{")


class Number(str):
    """A number as it was typed, so that no digit of it is lost or rounded."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A value; an object that `holds_list` comes without the list, whose items follow it."""

    line: int
    column: int
    value: object
    holds_list: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """A place where the text is no JSON; what follows it may be."""

    line: int
    column: int
    what: str


class _Break(Exception):
    """There is no JSON at a place; from `resume` on there may be some again."""

    def __init__(self, at: int, what: str, resume: int = 0) -> None:
        super().__init__(what)
        self.at = at
        self.resume = resume or at


_Walking = Generator[Thing | Broken, None, int]
"""Yields what lies in a value and returns the place after it; raises _Break."""


def things(text: str, lists: Collection[str]) -> Iterator[Thing | Broken]:
    """The items of the outermost lists of a text, and of lists of objects under any key of an object.

    A list under one of the keys `lists` is such a one even where it is empty. Values may also follow one
    another without a list, one a line. Never raises.
    """
    return _Walk(text, lists).all()


class _Walk:
    def __init__(self, text: str, lists: Collection[str]) -> None:
        self._text = text
        self._lists = lists
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_object,
            parse_int=Number,
            parse_float=Number,
            parse_constant=_no_number,
        )

    def all(self) -> Iterator[Thing | Broken]:
        at, repairs = self._skip(0), 0
        while at < len(self._text):
            try:
                # The comma or bracket after it is what a broken list left behind.
                at = self._skip((yield from self._value(at, 0)), _LOOSE)
            except _Break as broken:
                yield Broken(*self._place(broken.at), str(broken))
                repairs += 1
                following = _OBJECT.search(self._text, max(broken.resume, at + 1))
                if following is None:
                    return
                at = following.start()
                if repairs == _MOST_REPAIRS:
                    yield Broken(*self._place(at), "the text broke too often; from here on it was not read")
                    return

    def _value(self, at: int, depth: int) -> _Walking:
        if self._text[at] == "[" and depth < _DEEPEST:
            return (yield from self._items(at, depth))
        place = self._place(at)
        try:
            value, end = self._decoded(at)
        except _Break as broken:
            if depth >= _DEEPEST or not _LIST_OF_OBJECTS.search(self._text, at, broken.at + 1):
                raise
            return (yield from self._members(at, depth))
        if depth < _DEEPEST and self._holds_list(value):
            yield Thing(*place, _without_lists(value), True)
            return (yield from self._members(at, depth))
        yield Thing(*place, value)
        return end

    def _items(self, at: int, depth: int) -> _Walking:
        at = self._skip(at + 1)
        while (next_sign := self._sign(at)) != "]":
            if next_sign == ",":
                at = self._skip(at + 1)
            else:
                at = self._skip((yield from self._value(at, depth + 1)))
        return at + 1

    def _members(self, at: int, depth: int) -> _Walking:
        at = self._skip(at + 1)
        while (next_sign := self._sign(at)) != "}":
            if next_sign == ",":
                at = self._skip(at + 1)
                continue
            key, end = self._decoded(at)
            at = self._skip(end)
            if self._sign(at) != ":":
                raise _Break(at, "a ':' is missing here")
            at = self._skip(at + 1)
            if _OBJECTS.match(self._text, at) or (key in self._lists and self._sign(at) == "["):
                at = self._skip((yield from self._items(at, depth + 1)))
            else:
                at = self._skip(self._decoded(at)[1])
        return at + 1

    def _sign(self, at: int) -> str:
        if at >= len(self._text):
            raise _Break(at, "the file ends here in the middle of a list")
        return self._text[at]

    def _holds_list(self, value: object) -> bool:
        if not isinstance(value, dict):
            return False
        lists = {key: inner for key, inner in value.items() if isinstance(inner, list)}
        return any(
            key in self._lists or (inner and isinstance(inner[0], dict)) for key, inner in lists.items()
        )

    def _decoded(self, at: int) -> tuple[object, int]:
        try:
            return self._decoder.raw_decode(self._text, at)
        except RecursionError:
            line_end = self._text.find("\n", at)
            resume = line_end if line_end > 0 else len(self._text)
            raise _Break(at, "brackets are nested too deep here", resume) from None
        except json.JSONDecodeError as error:
            raise _Break(error.pos, f"this is not JSON: {_in_words(error.msg)}") from None

    def _skip(self, at: int, what: re.Pattern[str] = _BLANK) -> int:
        found = what.match(self._text, at)
        return found.end() if found else at

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, at)
        return line, at - self._line_starts[line - 1] + 1


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if found.setdefault(key, value) != value:
            found[DOUBLED] = key
    return found


def _without_lists(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return {key: inner for key, inner in value.items() if not isinstance(inner, list)}


def _no_number(_: str) -> None:
    """NaN and Infinity, which `json` reads though no JSON has them, say nothing."""


def _in_words(said: str) -> str:
    return said[:1].lower() + said[1:].removesuffix(" starting at")
