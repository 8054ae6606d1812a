"""Scenes built of things to press, and scenes built of words to read; knows no game and no pygame."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple, TypeVar

from quizgame.screen.canvas import Canvas
from quizgame.screen.layout import Rect, stack
from quizgame.screen.moving import Lamp, Light
from quizgame.screen.scene import Action, Finished, Input, Page, Press, Scene, Scroll, pressed
from quizgame.screen.scrolling import Scroller, scroll_marks
from quizgame.screen.theme import Colour, Style
from quizgame.screen.widgets import (
    BACK,
    Chosen,
    Focus,
    Hint,
    Spot,
    Turned,
    body,
    heading,
    hints,
    leaves,
)

R = TypeVar("R")


class FocusScene(Scene[R]):
    """A scene with spots among which a focus moves; subclasses say which spots and what they do."""

    def __init__(self, first: str = "") -> None:
        super().__init__()
        self.focus = Focus(first)
        self._lamp = Lamp()

    def arrive(self, page: Page) -> None:
        self._lamp.turn(self.focused(page), page.now)

    def spots(self, page: Page) -> Sequence[Spot]:
        """What can have the focus, first the one that has it in the beginning."""
        raise NotImplementedError

    def chosen(self, choice: Chosen, page: Page) -> Finished[R] | None:
        """A spot was pressed."""
        raise NotImplementedError

    def turned(self, turn: Turned, page: Page) -> Finished[R] | None:
        """A slider was moved."""
        return None

    def back(self) -> Finished[R] | None:
        """The player wants to leave."""
        return None

    def handle(self, input: Input, page: Page) -> Finished[R] | None:
        done = self._handled(input, page)
        self._lamp.turn(self.focused(page), page.now)
        return done

    def _handled(self, input: Input, page: Page) -> Finished[R] | None:
        if pressed(input, Action.BACK):
            finished = self.back()
            if finished:
                self.cue("back")
            return finished
        before = self.focus.on(spots).id if (spots := self.spots(page)) else ""
        done = self.focus.handle(input, spots)
        if self.focus.id != before and not isinstance(done, Chosen):
            self.cue("focus")
        if isinstance(done, Chosen):
            self.cue("choose")
            return self.chosen(done, page)
        return self.turned(done, page) if done else None

    def still(self, page: Page) -> Hashable:
        return self.lit(page)

    def lit(self, page: Page) -> Hashable:
        """Where the focus is, and whether its light is still on the way there."""
        return self.focus.id, self._lamp.moves(page)

    def live(self, page: Page) -> Hashable:
        return page.now if self._lamp.moves(page) else None

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        if self._lamp.moves(page):
            self.draw_spots(canvas, page, self._lamp.light(page, self.focused(page)))

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        """Draw all that the light can pass over."""

    def draw_spots_at_rest(self, canvas: Canvas, page: Page) -> None:
        """Draw them with all that stands still, where the light has come to rest."""
        if not self._lamp.moves(page):
            self.draw_spots(canvas, page, Light(self.focused(page)))

    def focused(self, page: Page) -> str:
        """The id of the spot with the focus."""
        return self.focus.among(self.spots(page))


class Block(NamedTuple):
    """A paragraph of a page to read: a step of the type scale and a colour by its name in the palette.

    With a `mark` it is one line of a file, cut to the page, with a pointer below the letter of that place.
    """

    text: str
    type: str = "body"
    colour: str = "paper"
    space: float = 10
    mark: int | None = None


class ProseScene(Scene[None]):
    """A page of words that scrolls."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._scroller = Scroller()

    def blocks(self) -> Sequence[Block]:
        """The words."""
        raise NotImplementedError

    def words(self, page: Page) -> Sequence[Block]:
        """The words as they stand on this page."""
        return self.blocks()

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        area, length = self._area(page), self._length(page)
        step = page.theme.style("body").size * 3
        if leaves(input, page):
            self.cue("back")
            return Finished(None)
        match input:
            case Press(Action.DOWN | Action.UP):
                self._scroller.move(step if input.action is Action.DOWN else -step, area, length)
            case Press(Action.PAGE_DOWN | Action.PAGE_UP):
                self._scroller.move(area.h * (1 if input.action is Action.PAGE_DOWN else -1), area, length)
            case Press(Action.FIRST | Action.LAST):
                self._scroller.move(length if input.action is Action.LAST else -length, area, length)
            case Scroll(steps):
                self._scroller.move(-steps * step, area, length)
        return None

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.45)
        hints(canvas, page, [Hint("scroll", "<up><down>", "<up><down>", "wheel"), BACK])
        heading(canvas, page, self._title, back=True)
        frame = self._frame(page)
        canvas.panel(frame)
        area, length = self._area(page), self._length(page)
        offset = min(self._scroller.offset, max(0, length - area.h))
        with canvas.clip(area):
            for block, rect in zip(self.words(page), self._rects(page), strict=True):
                place = rect.moved(y=-offset)
                if place.bottom > area.y and place.y < area.bottom:
                    self._draw_block(canvas, page, block, place)
        scroll_marks(canvas, page, area, offset, length)

    def _draw_block(self, canvas: Canvas, page: Page, block: Block, place: Rect) -> None:
        canvas.text(block.text, place, self._style(block, page), self._colour(block, page))

    def _height(self, block: Block, page: Page, width: float) -> float:
        """The room that a block takes."""
        return page.ruler.size(block.text, self._style(block, page), width).h

    def _frame(self, page: Page) -> Rect:
        room = body(page)
        title = page.theme.style("title").size * 1.1 + 14
        room = room.below(min(title, room.h * 0.3))
        return room.left(min(room.w, 980 if not page.theme.large else room.w))

    def _area(self, page: Page) -> Rect:
        return self._frame(page).inset(30, 20)

    def _style(self, block: Block, page: Page) -> Style:
        return page.theme.style(block.type)

    def _colour(self, block: Block, page: Page) -> Colour:
        colour: Colour = getattr(page.theme.palette, block.colour)
        return colour

    def _rects(self, page: Page) -> list[Rect]:
        area, rects, y = self._area(page), [], 0.0
        for block in self.words(page):
            height = self._height(block, page, area.w)
            y += block.space
            rects.append(Rect(area.x, area.y + y, area.w, height + 2))
            y += height
        return rects

    def _length(self, page: Page) -> float:
        rects = self._rects(page)
        return rects[-1].bottom - self._area(page).y if rects else 0


def column(area: Rect, ids: Sequence[str], height: float, gap: float = 12) -> list[Rect]:
    """Places for a column of buttons; they become lower where the room is short."""
    count = max(1, len(ids))
    fitting = (area.h - gap * (count - 1)) / count
    if fitting < height:
        gap = min(gap, area.h * 0.1 / count)
        height = min(height, (area.h - gap * (count - 1)) / count)
    return stack(area, [height] * len(ids), gap)
