"""What is wrong in question files, for whoever can mend it; knows no file, it is given the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizgame.screen.canvas import Canvas
from quizgame.screen.cutting import cut_round
from quizgame.screen.layout import Rect
from quizgame.screen.menu import Block, ProseScene
from quizgame.screen.scene import Finished, Page
from quizgame.screen.theme import SPACE

MOST = 100
POINTER = 0.8  # the pointer's height, in sizes of its line


@dataclass(frozen=True, slots=True)
class Trouble:
    """One problem: where it is (file:line:column), what it is, and what to do.

    `line` is the line of the file, "" where there is none; `at` counts its letters from 0.
    """

    place: str
    what: str
    help: str
    line: str = ""
    at: int = 0
    warning: bool = False


def never() -> bool:
    return False


class ProblemsScene(ProseScene):
    """The list of problems; ends when the player has read it, or by itself once `until()` is so."""

    def __init__(
        self, troubles: Sequence[Trouble], intro: str = "", title: str = "", until: Callable[[], bool] = never
    ) -> None:
        super().__init__(title or "QUESTION PROBLEMS")
        self._troubles, self._intro, self._until = troubles, intro or _count(troubles), until

    def tick(self, page: Page) -> Finished[None] | None:
        return Finished(None) if self._until() else None

    def blocks(self) -> Sequence[Block]:
        blocks = [Block(self._intro, "strong", "sodium", 0)]
        for trouble in self._troubles[:MOST]:
            blocks += _told(trouble)
        more = len(self._troubles) - MOST
        if more > 0:
            blocks.append(
                Block(
                    f"... and {more:,} more. 'quizgame check' prints them all.", "strong", "sodium", SPACE.xl
                )
            )
        return blocks

    def _height(self, block: Block, page: Page, width: float) -> float:
        if block.mark is None:
            return super()._height(block, page, width)
        style = self._style(block, page)
        return page.ruler.size("X", style).h + style.size * POINTER

    def _draw_block(self, canvas: Canvas, page: Page, block: Block, place: Rect) -> None:
        """A line of a file never breaks: it is cut so that the letter meant is in sight."""
        if block.mark is None:
            super()._draw_block(canvas, page, block, place)
            return
        style = self._style(block, page)
        side = style.size * POINTER
        text, x = cut_round(page.ruler, block.text, block.mark, style, place.w - side)
        canvas.text(text, place.above(side), style, self._colour(block, page))
        canvas.shape("up", Rect(place.x + x, place.bottom - side, side, side), page.theme.palette.cyan)


def _count(troubles: Sequence[Trouble]) -> str:
    wrong = sum(not trouble.warning for trouble in troubles)
    if not wrong:
        return "Nothing is wrong in the question files; some things could be better."
    things = "One thing is" if wrong == 1 else f"{wrong:,} things are"
    return f"{things} wrong in the question files. The good questions play all the same."


def _told(trouble: Trouble) -> Iterator[Block]:
    kind = "  ·  warning" if trouble.warning else ""
    yield Block(trouble.place + kind, "label", "cyan", SPACE.xl)
    yield Block(trouble.what, space=SPACE.xs)
    if trouble.line:
        yield Block(trouble.line, "small", "paper", SPACE.sm, trouble.at)
    if trouble.help:
        yield Block(trouble.help, "small", "dim", SPACE.xs)
