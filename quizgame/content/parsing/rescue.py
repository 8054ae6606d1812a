"""Reads on after a broken entry of a file's main list; knows no YAML library and no question."""

from __future__ import annotations

from collections.abc import Callable

from quizgame.content.nodes import List, Map, Node
from quizgame.content.parsing.builder import Builder, Unfinished
from quizgame.content.parsing.decoding import Lines

_MOST_REPAIRS = 20

Parse = Callable[[str, int], tuple[Builder, int]]
"""Parses a text whose first line is the given line of the file; gives the line where it broke off, or 0."""


def rescued(text: str, source: Lines, parse: Parse) -> Node | None:
    """The nodes of a whole text; entries that cannot be read are left out, at most _MOST_REPAIRS times."""
    builder, broken = parse(text, 1)
    if not broken:
        return builder.root
    lines = source.all
    broken = _began(builder, 2, broken)
    entries = builder.open[1] if len(builder.open) > 1 else None
    resume = _resume(builder, 2, lines, broken)
    _close(builder, 2, lines, broken)
    if resume is None or entries is None:
        return builder.root if _has_entries(builder.root) else None
    later = _later(resume, entries.column - 1, lines, parse)
    return _joined(builder.root, later)


def _later(start: int, indent: int, lines: list[str], parse: Parse) -> tuple[Node, ...]:
    """The entries from a line on that can be read; the list has the given indentation."""
    found: list[Node] = []
    last = _end_of_list(start, indent, lines)
    resume: int | None = start
    for _ in range(_MOST_REPAIRS):
        if resume is None or resume > last:
            break
        builder, broken = parse("\n".join(lines[resume - 1 : last]), resume)
        broken = max(_began(builder, 1, broken), resume) if broken else 0
        resume = _resume(builder, 1, lines, broken) if broken else None
        _close(builder, 1, lines, broken)
        if isinstance(builder.root, List):
            found.extend(builder.root.items)
    return tuple(found)


def _began(builder: Builder, depth: int, broken: int) -> int:
    """Where the mistake is: inside brackets nothing ends with its line, so the entry itself is to blame."""
    inside_brackets = any(not part.in_lines for part in builder.open[depth:])
    return builder.open[depth].line if inside_brackets else broken


def _resume(builder: Builder, depth: int, lines: list[str], broken: int) -> int | None:
    """The line of the next entry after the broken one, or None where there is no such list."""
    if len(builder.open) < depth:
        return None
    entries = builder.open[depth - 1]
    if entries.is_map or not entries.in_lines or _indent(lines, broken) < entries.column - 1:
        return None
    return _next_entry(_broken_entry(builder, depth, lines, broken), entries.column - 1, lines)


def _broken_entry(builder: Builder, depth: int, lines: list[str], broken: int) -> int:
    """The line of the entry that broke: the open one, or one that begins only where it broke."""
    if len(builder.open) > depth and not _is_complete(builder.open[depth], lines, broken):
        return builder.open[depth].line
    return broken


def _is_complete(entry: Unfinished, lines: list[str], broken: int) -> bool:
    """The scanner looks ahead: an entry is still open when the line after it is already wrong."""
    return entry.in_lines and broken > entry.line and _indent(lines, broken) < entry.column - 1


def _close(builder: Builder, depth: int, lines: list[str], broken: int) -> None:
    complete = len(builder.open) > depth and _is_complete(builder.open[depth], lines, broken)
    builder.close(depth + 1 if complete else depth)


def _indent(lines: list[str], line: int) -> int:
    words = lines[line - 1].expandtabs() if line <= len(lines) else ""
    return len(words) - len(words.lstrip(" "))


def _next_entry(after: int, indent: int, lines: list[str]) -> int | None:
    begins = " " * indent + "-"
    for line in range(after + 1, len(lines) + 1):
        words = lines[line - 1]
        if words.startswith(begins) and words[indent + 1 : indent + 2] in ("", " "):
            return line
    return None


def _end_of_list(start: int, indent: int, lines: list[str]) -> int:
    """The last line of a list: before the first line that stands further left and says something."""
    for line in range(start + 1, len(lines) + 1):
        words = lines[line - 1].lstrip(" ")
        column = len(lines[line - 1]) - len(words)
        outside = column < indent or (column == indent and not words.startswith("-"))
        if words and not words.startswith("#") and outside:
            return line - 1
    return len(lines)


def _has_entries(root: Node | None) -> bool:
    return isinstance(root, Map) and any(isinstance(node, List) and node.items for _, node in root.fields)


def _joined(root: Node | None, later: tuple[Node, ...]) -> Node | None:
    """The later entries belong to the last field of the root, whose list broke off."""
    if not isinstance(root, Map) or not root.fields:
        return None
    name, entries = root.fields[-1]
    if not isinstance(entries, List) or not (entries.items or later):
        return None
    whole = List(entries.items + later, entries.line, entries.column)
    return Map((*root.fields[:-1], (name, whole)), root.line, root.column)
