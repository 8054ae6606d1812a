"""Red-DiscordBot's trivia lists: a YAML map of questions with their answers; knows no pack and no YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgame.content.characters import FORBIDDEN, is_damaged
from quizgame.content.formats.base import (
    Found,
    Reading,
    Unreadable,
    changed,
    question_text,
    refused,
    tidy,
)
from quizgame.content.formats.posing import posed_typed
from quizgame.content.nodes import List, Map, Node, Text
from quizgame.content.problems import Problem
from quizgame.content.reader import read as read_nodes

_ABOUT = frozenset(("AUTHOR", "CONFIG", "DESCRIPTION", "$schema"))
_LARGEST = 1_000_000_000  # the text is in memory already
_MOST_BROKEN = 100
_STOPS = frozenset(("syntax", "too-deep", "too-many", "second-document"))
_SHOWN = re.compile(r"(?:https?://|<?attachment:)\S+", re.IGNORECASE)
_ENTRY = re.compile(r"^(?![\s#-])", re.MULTILINE)

_Fields = Iterator[tuple[Text, Node] | Problem]


def read(text: str, file: str) -> Reading:
    """The questions of a list, each answered by typing; one that breaks the YAML costs only itself."""
    first_lines: dict[str, int] = {}
    found: list[Found | Problem] = []
    for field in _fields(FORBIDDEN.sub("", text), file):
        if isinstance(field, Problem):
            found.append(field)
            continue
        key, value = field
        if key.value in _ABOUT or is_damaged(key.value):
            continue
        first = first_lines.setdefault(key.value, key.line)
        if first == key.line:
            found += _question(key, value, file)
        else:
            what = f"the same question stands on line {first}"
            found.append(refused(file, key.line, what, "duplicate-key", key.column))
    if not found:
        found.append(refused(file, 1, "the list holds no questions", "empty"))
    yield from sorted(found, key=lambda one: one.line)


def _fields(text: str, file: str) -> _Fields:
    """The keys and values of the whole map, and what is wrong with its YAML.

    A part that is broken is read in halves, down to the entries that are to blame.
    """
    starts = [0, *(found.start() for found in _ENTRY.finditer(text, 1)), len(text)]
    parts = [(0, len(starts) - 1)]
    broken = 0
    while parts and broken < _MOST_BROKEN:
        low, high = parts.pop()
        part = text[starts[low] : starts[high]]
        root, said = read_nodes(part.encode("utf-8", "replace"), file, limit=_LARGEST)
        if not any(problem.code in _STOPS for problem in said):
            yield from _placed(root, said, text.count("\n", 0, starts[low]), file)
        elif high - low > 1:
            middle = (low + high) // 2
            parts += [(middle, high), (low, middle)]
        else:
            broken += 1
            yield from _placed(None, said, text.count("\n", 0, starts[low]), file)
    if parts:
        line = text.count("\n", 0, starts[parts[-1][0]]) + 1
        yield refused(file, line, "the list broke too often; from here on it was not read", "too-many")


def _placed(root: Node | None, said: Iterable[Problem], skipped: int, file: str) -> _Fields:
    """What was read of a part that begins after so many lines of the file."""
    for problem in said:
        if problem.code != "empty":
            yield replace(problem, line=problem.line + skipped)
    if isinstance(root, Map):
        for key, value in root.fields:
            yield key._replace(line=key.line + skipped), value
    elif root is not None:
        yield refused(file, root.line + skipped, "this is not a question with answers")


def _question(key: Text, value: Node, file: str) -> Iterator[Found | Problem]:
    items = value.items if isinstance(value, List) else (value,)
    whole = [item for item in items if not (isinstance(item, Text) and is_damaged(item.value))]
    if items and not whole:
        return  # every answer was refused on its own line already
    try:
        words = question_text(key.value)
        if _SHOWN.search(words):
            raise Unreadable("this question shows something from the web", "put it into words")
        task, notes = posed_typed([tidy(_answer(item)) for item in whole])
    except Unreadable as why:
        yield refused(file, key.line, why, column=key.column)
        return
    for note in notes:
        yield changed(file, key.line, note, key.column)
    yield Found(key.line, words, task)


def _answer(item: Node) -> str:
    """An answer as it was typed: a colon in it, without quotes, makes a map of it."""
    match item:
        case Text(value):
            return value
        case Map(((Text(left), Text(right)),)):
            return f"{left}: {right}"
        case _:
            raise Unreadable("an answer must be one text", "put quotes round an answer with signs in it")
