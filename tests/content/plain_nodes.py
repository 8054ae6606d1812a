"""Nodes as plain values; knows not what they say."""

from __future__ import annotations

from quizgame.content.nodes import List, Map, Node, Text


def plain(node: Node | None) -> object:
    """A node without its places, for short comparisons."""
    match node:
        case Text(value):
            return value
        case List(items):
            return [plain(item) for item in items]
        case Map(fields):
            return {name.value: plain(value) for name, value in fields}
    return None
