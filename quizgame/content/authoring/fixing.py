"""Mends a pack's text where there is no doubt: misspelt keys and missing ids; writes no file.

Only the letters of a key are replaced, and only whole ids put in, at places that the reader gave. Comments,
order, quotes, indentation and line ends stay as they are, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from quizgame.content.authoring import placing, respelling
from quizgame.content.authoring.edits import Change, Edit, Source, applied
from quizgame.content.nodes import List, Map, Node, Text
from quizgame.content.packs.read import read_pack
from quizgame.content.placed import Placed
from quizgame.content.reader import read
from quizgame.quiz.question import Question

_BOM = b"\xef\xbb\xbf"
_PREFIX = "pack"
_BY_HAND = "it is not a pack that can be read; mend what is wrong by hand first"
_UNSURE = "it is written in a way that cannot be changed safely; mend it by hand"

Plan = Callable[[Map, Source], Iterable[Edit]]
Plain = object
"""A node without its places: a text, a list or a dict."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The bytes of a file, the changes made to them, and why no (further) ones could be made, if so."""

    data: bytes
    changes: tuple[Change, ...] = ()
    refused: str = ""


def fixed(data: bytes, file: str) -> Fixed:
    """The file with its keys spelt right and an id for every question that can be played; never raises.

    The ids are those that the questions have in play already, so that no score loses its question.
    """
    now = Fixed(data)
    for plan in (respelling.of_pack, respelling.of_questions):
        now = _after(now, file, plan)
    below = _after(now, file, _ids(file, placing.last))
    return below if not below.refused else _after(now, file, _ids(file, placing.first))


def _after(now: Fixed, file: str, plan: Plan) -> Fixed:
    """What the plan makes of the file, if it does nothing else."""
    if now.refused:
        return now
    root, problems = read(now.data, file)
    if problems or not isinstance(root, Map):
        return replace(now, refused=_BY_HAND)
    text = now.data.removeprefix(_BOM).decode("utf-8")
    edits = list(plan(root, Source(text)))
    if not edits:
        return now
    made = now.data[: len(now.data) - len(text.encode("utf-8"))] + applied(text, edits).encode("utf-8")
    changes = tuple(edit.change for edit in edits)
    if not _is_only(root, changes, made, file):
        return replace(now, refused=_UNSURE)
    return Fixed(made, (*now.changes, *changes))


def _ids(file: str, place: placing.Placing) -> Plan:
    def plan(root: Map, source: Source) -> Iterable[Edit]:
        without = {(entry.line, entry.column) for entry in respelling.entries(root) if not entry.get("id")}
        missing = {
            (placed.line, placed.column): placed.question.id.removeprefix(f"{_PREFIX}/")
            for placed in _playable(root, file)
            if (placed.line, placed.column) in without
        }
        return place(root, source, missing)

    return plan


def _is_only(root: Map, changes: Sequence[Change], made: bytes, file: str) -> bool:
    """Whether a file now says what it said, but for the changes, and asks what it asked, by the same ids."""
    found, problems = read(made, file)
    if problems or not isinstance(found, Map) or _plain(found) != _expected(root, changes):
        return False
    before, after = (_by_id(_playable(node, file)) for node in (root, found))
    return before.items() <= after.items()


def _playable(root: Map, file: str) -> tuple[Placed, ...]:
    return read_pack(root, file, _PREFIX, _PREFIX)[0].questions


def _by_id(placed: Iterable[Placed]) -> dict[str, Question]:
    """The questions by their ids, without the title of their pack, which a fixed key may bring to light."""
    return {one.question.id: replace(one.question, pack="") for one in placed}


def _expected(root: Map, changes: Sequence[Change]) -> Plain:
    names = {(change.line, change.column): change.now for change in changes if change.was}
    ids = {(change.line, change.column): change.now for change in changes if not change.was}

    def plain(node: Node) -> Plain:
        match node:
            case Text(value):
                return value
            case List(items):
                return [plain(item) for item in items]
            case Map(fields):
                own = ids.get((node.line, node.column))
                named = {names.get((key.line, key.column), key.value): plain(value) for key, value in fields}
                return named if own is None else named | {"id": own}

    return plain(root)


def _plain(root: Map) -> Plain:
    return _expected(root, ())
