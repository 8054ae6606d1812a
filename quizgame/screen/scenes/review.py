"""A run once more, question by question: yours, the right one, why, and the source; knows no run."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.scene import Action, Finished, Input, Page, Press, Scroll
from quizgame.screen.scrolling import Scroller, scroll_marks
from quizgame.screen.widgets import BACK, CHOOSE, Chosen, Hint, Spot, body, heading, hints

ICON = 40.0  # units at the left of every question


class Next(StrEnum):
    """What follows the review."""

    BACK = "back"
    PLAY = "play"


@dataclass(frozen=True, slots=True)
class Item:
    """A question as it went; `given` is "" where the time ran out."""

    number: int
    question: str
    given: str
    answer: str
    right: bool
    explain: str = ""
    source: str = ""
    who: str = ""  # of several players


class _Words(NamedTuple):
    """A paragraph of an item: its step of the type scale, its colour, the air above it."""

    text: str
    step: str
    colour: str
    space: float


class ReviewScene(FocusScene[Next]):
    """Gives back what follows: nothing, or the missed questions once more."""

    def __init__(self, items: Sequence[Item], missed_only: bool = False) -> None:
        super().__init__("missed" if missed_only else "all")
        self._items, self._missed_only = items, missed_only
        self._several = any(item.who for item in items)
        self._scroller = Scroller()

    @property
    def _missed(self) -> list[Item]:
        return [item for item in self._items if not item.right]

    @property
    def _shown(self) -> Sequence[Item]:
        return self._missed if self._missed_only else self._items

    def spots(self, page: Page) -> list[Spot]:
        height = min(76, 56 * (0.5 + page.theme.text / 2))
        ids = ["all", *(["missed", "play"] if self._missed else []), "leave"]
        places = body(page).foot(height).columns(4, 14)
        return [Spot(id, rect) for id, rect in zip(ids, places, strict=False)]

    def handle(self, input: Input, page: Page) -> Finished[Next] | None:
        area = self._area(page)
        length = sum(self._heights(page, area))
        step = page.theme.style("body").size * 3
        match input:
            case Press(Action.DOWN | Action.UP):
                self._scroller.move(step if input.action is Action.DOWN else -step, area, length)
            case Press(Action.PAGE_DOWN | Action.PAGE_UP):
                self._scroller.move(area.h if input.action is Action.PAGE_DOWN else -area.h, area, length)
            case Press(Action.FIRST | Action.LAST):
                self._scroller.move(length if input.action is Action.LAST else -length, area, length)
            case Scroll(steps):
                self._scroller.move(-steps * step, area, length)
            case _:
                return super().handle(input, page)
        return None

    def chosen(self, choice: Chosen, page: Page) -> Finished[Next] | None:
        match choice.id:
            case "play":
                return Finished(Next.PLAY)
            case "leave":
                return Finished(Next.BACK)
        self._missed_only = choice.id == "missed"
        self._scroller = Scroller()
        return None

    def back(self) -> Finished[Next]:
        return Finished(Next.BACK)

    def still(self, page: Page) -> Hashable:
        return self.lit(page), self._missed_only, self._scroller.offset

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.5)
        scroll = Hint("scroll", "<up><down>", "<up><down>", "wheel")
        hints(canvas, page, [scroll, Hint("move", "<left><right>", "<left><right>"), CHOOSE, BACK])
        heading(canvas, page, "THE DEBRIEFING")
        canvas.panel(self._frame(page))
        self._draw_items(canvas, page)
        self.draw_spots_at_rest(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        labels = {
            "all": f"All {len(self._items)}",
            "missed": f"Missed {len(self._missed)}",
            "play": "Play the missed",
            "leave": "Back",
        }
        for spot in self.spots(page):
            button_lit(canvas, page, spot.rect, labels[spot.id], light.on(spot.id), "centre")

    def _frame(self, page: Page) -> Rect:
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 14, room.h * 0.3))
        return room.above(self.spots(page)[0].rect.h + 14)

    def _area(self, page: Page) -> Rect:
        return self._frame(page).inset(26, 14)

    def _draw_items(self, canvas: Canvas, page: Page) -> None:
        area, p = self._area(page), page.theme.palette
        heights = self._heights(page, area)
        length = sum(heights)
        y = area.y - min(self._scroller.offset, max(0, length - area.h))
        top = y
        with canvas.clip(area):
            for item, height in zip(self._shown, heights, strict=True):
                if y + height > area.y and y < area.bottom:
                    self._draw_item(canvas, page, Rect(area.x, y, area.w, height), item)
                y += height
        if not self._shown:
            style = page.theme.style("body")
            canvas.text("Nothing was asked.", area, style, p.dim, "centre", MIDDLE)
        scroll_marks(canvas, page, area, area.y - top, length)

    def _draw_item(self, canvas: Canvas, page: Page, box: Rect, item: Item) -> None:
        p = page.theme.palette
        side = page.theme.style("strong").size * 1.1
        icon, colour = ("tick", p.right) if item.right else ("cross", p.alarm)
        canvas.shape(icon, Rect(box.x, box.y + 14, side, side), colour)
        for words, rect in self._places(page, box, item):
            tint = getattr(p, words.colour)
            canvas.text(words.text, rect, page.theme.style(words.step), tint)
        canvas.fill(Rect(box.x, box.bottom - 1, box.w, 1), p.edge, 120)

    def _places(self, page: Page, box: Rect, item: Item) -> Iterator[tuple[_Words, Rect]]:
        left = ICON * (0.6 + 0.4 * page.theme.text)
        y, width = box.y + 4, box.w - left
        for words in _words(item, self._several):
            height = page.ruler.size(words.text, page.theme.style(words.step), width).h
            y += words.space
            yield words, Rect(box.x + left, y, width, height + 2)
            y += height

    def _heights(self, page: Page, area: Rect) -> list[float]:
        """The room that each item takes in an area of that width."""
        return [self._height(page, area, item) for item in self._shown]

    def _height(self, page: Page, area: Rect, item: Item) -> float:
        *_, (_, last) = self._places(page, area, item)
        return last.bottom - area.y + 12


def _missed(item: Item, several: bool) -> str:
    """How a question was missed, and by whom."""
    if several and not item.who:
        return "Nobody buzzed"
    if not item.given:
        return f"{item.who} did not answer in time" if item.who else "Missed: no answer in time"
    return f"{item.who} missed it: {item.given}" if item.who else f"Missed. You said: {item.given}"


def _words(item: Item, several: bool) -> list[_Words]:
    """What is read of a question, from the top down; right and wrong are said, not only shown."""
    words = [_Words(f"{item.number}. {item.question}", "strong", "paper", 8)]
    if item.right:
        who = f"{item.who} had it" if item.who else "Right"
        words.append(_Words(f"{who}: {item.given}", "body", "right", 4))
    else:
        words.append(_Words(_missed(item, several), "body", "alarm", 4))
        words.append(_Words(f"Right: {item.answer}", "body", "right", 2))
    if item.explain:
        words.append(_Words(item.explain, "body", "dim", 4))
    if item.source:
        words.append(_Words(f"Source: {item.source}", "small", "dim", 4))
    return words
