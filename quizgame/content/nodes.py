"""The three shapes a content file is made of, each with its place; knows nothing of YAML or of questions."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """A scalar, always as typed (`No`, `1:30` and `007` stay text); line and column count from 1.

    Nodes are tuples, not dataclasses: a file has tens of thousands, made in half the time.
    """

    value: str
    line: int
    column: int


class List(NamedTuple):
    """A sequence."""

    items: tuple[Node, ...]
    line: int
    column: int


class Map(NamedTuple):
    """A mapping in the order of the file; its keys are texts and all different."""

    fields: tuple[tuple[Text, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.fields if name.value == key), None)


Node = Text | List | Map
