"""How to write a pack, on one page: where the folder is and which commands help; knows no file."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.screen.menu import Block, ProseScene

EXAMPLE = (
    "pack: My heist night",
    "questions:",
    "- question: Which city is Heat set in?",
    "\u00a0\u00a0answer: Los Angeles",  # blanks at the beginning of a line are kept only if they are hard
    "\u00a0\u00a0wrong: [Chicago, Miami, New York]",
)
STEPS = (
    ("START", "In a terminal, '{} new my-pack.yaml' writes a pack with one question of every kind."),
    (
        "TRY IT",
        "'{} preview my-pack.yaml' opens the game on just these questions. Save the file, and the "
        "screen shows what you saved.",
    ),
    ("CHECK IT", "'{} check my-pack.yaml' names every mistake by its line and says what to do."),
    ("PLAY IT", "Put the file into this folder. The next game asks your questions, without a new start."),
)
SHORTEST = "The shortest pack there is. Any text editor will do:"
MORE = "All that a pack can hold, with an example of each kind:"


class WritingScene(ProseScene):
    """A page to read."""

    def __init__(self, folder: str, manual: str, called: str = "quizgame") -> None:
        """`folder` is where the player's packs lie, `manual` the file that tells everything.

        `called` is what the player types to call the game.
        """
        super().__init__("WRITE A PACK")
        self._folder, self._manual, self._called = folder, manual, called

    def blocks(self) -> Sequence[Block]:
        blocks: list[Block] = []
        for title, text in STEPS:
            blocks.append(Block(title, "heading", "sodium", 18 if blocks else 0))
            blocks.append(Block(text.replace("{}", self._called)))
        blocks.append(Block(self._folder, "strong", "cyan", 6))
        blocks.append(Block(SHORTEST, space=26))
        blocks += [Block(line, "strong", "cyan", 2) for line in EXAMPLE]
        blocks.append(Block(MORE, space=22))
        blocks.append(Block(self._manual, "strong", "cyan", 6))
        return blocks
