"""Finds where in a pack an id can be put in, below its question or before it; changes nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from quizgame.content.authoring.edits import Change, Edit, Source
from quizgame.content.authoring.respelling import entries
from quizgame.content.nodes import List, Map

Ids = Mapping[tuple[int, int], str]
"""The ids that are to be put in, by the line and column of their questions."""

Placing = Callable[[Map, Source, Ids], Iterator[Edit]]


def last(root: Map, source: Source, ids: Ids) -> Iterator[Edit]:
    """Each id on a line of its own below the question's other lines; in brackets it comes first."""
    for entry, end in zip(entries(root), _ends(root, source), strict=True):
        own = ids.get((entry.line, entry.column))
        if own is None:
            continue
        if not _in_lines(entry):
            yield _before(entry, own, source)
            continue
        line = _last_words(source, entry.line, end)
        new = f"{source.line_end(line)}{' ' * (entry.column - 1)}id: {own}"
        yield Edit(source.end_of(line), source.end_of(line), new, _change(entry, own))


def first(root: Map, source: Source, ids: Ids) -> Iterator[Edit]:
    """Each id before everything else in its question: a place where nothing can be in the way."""
    for entry in entries(root):
        own = ids.get((entry.line, entry.column))
        if own is not None:
            yield _before(entry, own, source)


def _before(entry: Map, own: str, source: Source) -> Edit:
    key = entry.fields[0][0]
    start = source.offset(key.line, key.column)
    if _in_lines(entry):
        new = f"id: {own}{source.line_end(key.line)}{' ' * (key.column - 1)}"
    elif source.text.startswith('"', start):
        new = f'"id": "{own}", '
    else:
        new = f"id: {own}, "
    return Edit(start, start, new, _change(entry, own))


def _in_lines(entry: Map) -> bool:
    """Whether a map is written without brackets: then it begins where its first key does."""
    key = entry.fields[0][0]
    return (key.line, key.column) == (entry.line, entry.column)


def _ends(root: Map, source: Source) -> Iterator[int]:
    """For each question the line on which the next thing begins, or the one after the last."""
    listed = root.get("questions")
    items = listed.items if isinstance(listed, List) else ()
    begins = sorted([*(key.line for key, _ in root.fields), *(item.line for item in items)])
    for entry in entries(root):
        yield next((line for line in begins if line > entry.line), len(source) + 1)


def _last_words(source: Source, begin: int, end: int) -> int:
    """The last line before `end` that is neither blank nor a comment nor the mark of the document's end."""
    line = end - 1
    while line > begin and _is_beside(source.words(line)):
        line -= 1
    return line


def _change(entry: Map, own: str) -> Change:
    return Change(entry.line, entry.column, "", own)


def _is_beside(words: str) -> bool:
    return words.lstrip()[:1] in ("", "#") or words.startswith("...")
