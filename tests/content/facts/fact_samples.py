"""Texts with a place, and two sources, for the tests of what is made from facts."""

from __future__ import annotations

from quizgame.content.facts.factfile import Source
from quizgame.content.nodes import Text


def text(value: str, line: int = 1) -> Text:
    return Text(value, line, 1)


def texts(*values: str) -> tuple[Text, ...]:
    return tuple(map(text, values))


SOURCES = (
    Source(text("guide"), text("A guide"), "guide", text("g.txt"), text("0"), "sources.yaml"),
    Source(text("essay"), text("An essay"), "essay", text("e.txt"), text("0"), "sources.yaml"),
)
