"""The credits; knows only what it is given."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.screen.menu import Block, ProseScene
from quizgame.screen.theme import SPACE


class CreditsScene(ProseScene):
    """Who and what is in the game."""

    def __init__(self, version: str, sources: Sequence[str], assets: Sequence[str]) -> None:
        """`sources` are the titles of the documents, `assets` lines about fonts, pictures and sounds."""
        super().__init__("CREDITS")
        self._version, self._sources, self._assets = version, sources, assets

    def blocks(self) -> Sequence[Block]:
        return [
            Block("THIRTY SECONDS FLAT", "heading", "sodium", 0),
            Block(f"Version {self._version}. Free software (MIT licence); questions under CC BY 4.0."),
            Block(
                "A fan's quiz. Heat was written and directed by Michael Mann; the film, its names and its "
                "lines belong to their owners, who have no part in this game.",
                colour="dim",
            ),
            Block("EVERY QUESTION HAS ITS SOURCE", "heading", "sodium", SPACE.xl),
            *(Block(title) for title in self._sources),
            Block("FONTS, PICTURES, SOUNDS", "heading", "sodium", SPACE.xl),
            *(Block(line) for line in self._assets),
        ]
