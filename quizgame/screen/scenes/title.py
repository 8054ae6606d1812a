"""The title screen: the city, the name of the game and where to go; knows no content and no scores."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

from quizgame.screen.canvas import Canvas
from quizgame.screen.layout import Rect, Size
from quizgame.screen.menu import FocusScene, column
from quizgame.screen.scene import Dropped, Finished, Input, Page
from quizgame.screen.widgets import CHOOSE, MOVE, MOVE_ROUND, Chosen, Hint, Spot, body, button, hints, write

PLAY, SCORES, PACKS, HOWTO, SETTINGS, PROBLEMS, CREDITS, QUIT = (
    "play", "scores", "packs", "howto", "settings", "problems", "credits", "quit",
)  # fmt: skip
CODE, STATISTICS = "code", "statistics"
LABELS = {
    PLAY: "Play",
    CODE: "Enter a code",
    SCORES: "High scores",
    PACKS: "Question packs",
    STATISTICS: "Statistics",
    HOWTO: "How to play",
    SETTINGS: "Settings",
    PROBLEMS: "Question problems",
    CREDITS: "Credits",
    QUIT: "Quit",
}


GAP = 10


class Lobby(NamedTuple):
    """What may turn up while the title stands: problems in question files, and sentences for the player."""

    problems: int = 0
    notices: tuple[str, ...] = ()


class TitleScene(FocusScene[str | Dropped]):
    """Gives back the id of what was chosen, or a file that was dropped."""

    def __init__(self, look: Callable[[], Lobby], first: str = PLAY) -> None:
        """`look()` is the state of things now."""
        super().__init__(first)
        self._look = look

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self._look()

    def _ids(self) -> list[str]:
        return [id for id in LABELS if id != PROBLEMS or self._look().problems]

    def spots(self, page: Page) -> list[Spot]:
        return [Spot(id, rect) for id, rect in zip(self._ids(), self._places(page), strict=True)]

    def _places(self, page: Page) -> list[Rect]:
        """One below the other; in two columns, the left one first, where large text needs the height."""
        ids, height = self._ids(), _height(page)
        if not self._is_wide(page):
            return column(self._menu(page), ids, height, GAP)
        half = (len(ids) + 1) // 2
        left, right = (column(room, ids[:half], height, GAP) for room in self._menu(page).columns(2, GAP))
        return [*left, *right[: len(ids) - half]]

    def _is_wide(self, page: Page) -> bool:
        """Whether the menu has two columns."""
        whole = len(self._ids()) * (_height(page) + GAP) - GAP
        return page.theme.large and whole > self._below_name(page).h

    def handle(self, input: Input, page: Page) -> Finished[str | Dropped] | None:
        return Finished(input) if isinstance(input, Dropped) else super().handle(input, page)

    def chosen(self, choice: Chosen, page: Page) -> Finished[str | Dropped]:
        return Finished(choice.id)

    def back(self) -> Finished[str | Dropped] | None:
        self.focus.id = QUIT
        return None

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0)
        self._draw_name(canvas, page)
        move = MOVE_ROUND if self._is_wide(page) else MOVE
        hints(canvas, page, [move, CHOOSE, Hint("full screen", "F11"), Hint("mute", "M")])
        focused = self.focused(page)
        for spot in self.spots(page):
            label = LABELS[spot.id] + (f"  ({self._look().problems:,})" if spot.id == PROBLEMS else "")
            button(canvas, page, spot.rect, label, spot.id == focused)
        self._draw_notices(canvas, page)

    def _name_rect(self, page: Page) -> Rect:
        return body(page).top(min(210, body(page).h * 0.34))

    def _menu(self, page: Page) -> Rect:
        width = 640 if self._is_wide(page) else 380 + 160 * (page.theme.text - 1)
        return self._below_name(page).left(width)

    def _below_name(self, page: Page) -> Rect:
        return body(page).below(self._name_rect(page).h + 16)

    def _draw_name(self, canvas: Canvas, page: Page) -> None:
        rect, palette = self._name_rect(page), page.theme.palette
        name, line = rect.above(rect.h * 0.22), rect.foot(rect.h * 0.2)
        canvas.scrim(line.left(560), 0.4)
        write(canvas, page, "THIRTY SECONDS FLAT", name, "poster", palette.paper, glow=True)
        write(canvas, page, "A TRIVIA GAME ABOUT HEAT  ·  LOS ANGELES, 1995", line, "label", palette.sodium)

    def _draw_notices(self, canvas: Canvas, page: Page) -> None:
        notices = self._look().notices
        if not notices:
            return
        menu, room = self._menu(page), body(page)
        width = min(520, room.right - menu.right - 40)
        if width < 200:
            return
        text = "\n".join(notices)
        style = page.ruler.fit(text, page.theme.style("body"), Size(width - 40, menu.h - 36), 10)
        height = page.ruler.size(text, style, width - 40).h + 36
        box = Rect(room.right - width, room.bottom - height, width, height)
        canvas.panel(box)
        canvas.text(text, box.inset(20, 18), style, page.theme.palette.paper)


def _height(page: Page) -> float:
    """Of a button, where there is room."""
    return min(72, 46 * page.theme.text) if page.theme.large else 46 * page.theme.text
