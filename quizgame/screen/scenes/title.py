"""The title screen: the city, the name of the game and where to go; knows no content and no scores."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.cards import common_style
from quizgame.screen.layout import Rect, Size, stack
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, panel_turning
from quizgame.screen.scene import Away, Dropped, Finished, Input, Mood, Page, Point
from quizgame.screen.theme import SPACE, Style
from quizgame.screen.widgets import CHOOSE, MOVE_ROUND, Chosen, Hint, Spot, body, hints, write

PLAY, SCORES, PACKS, HOWTO, SETTINGS, PROBLEMS, CREDITS, QUIT = (
    "play", "scores", "packs", "howto", "settings", "problems", "credits", "quit",
)  # fmt: skip
CODE, STATISTICS, DAILY = "code", "statistics", "daily"
LABELS = {
    PLAY: "Play",
    DAILY: "The Daily Job",
    SCORES: "High scores",
    PACKS: "Question packs",
    PROBLEMS: "Question problems",
    CODE: "Enter a code",
    STATISTICS: "Statistics",
    HOWTO: "How to play",
    SETTINGS: "Settings",
    CREDITS: "Credits",
    QUIT: "Quit",
}
HIGH = {PLAY: 1.3, DAILY: 1.0, SCORES: 1.0, PACKS: 1.0}
LOW = 0.72
"""How high the buttons with a row to themselves are beside each other, and how low those that share one."""
NEWS_MS, SEEN_MS = 8_000, 1_000
"""So long news stay, and so long they must have been there for a key to take them away."""


class Lobby(NamedTuple):
    """What may turn up while the title stands: problems in question files, and sentences for the player.

    Notices stay; news have been told once the player has had time to read them, or has done something.
    """

    problems: int = 0
    notices: tuple[str, ...] = ()
    news: tuple[str, ...] = ()


class TitleScene(FocusScene[str | Dropped]):
    """Gives back the id of what was chosen, or a file that was dropped."""

    def __init__(
        self,
        look: Callable[[], Lobby],
        first: str = PLAY,
        told: Callable[[Sequence[str]], None] = lambda _: None,
    ) -> None:
        """`look()` is the state of things now; `told` hears which news the player has seen."""
        super().__init__(first)
        self._look, self._told = look, told
        self._news: tuple[str, ...] = ()
        self._since = 0  # when the news came that are shown

    def still(self, page: Page) -> Hashable:
        return self.lit(page), self._look()

    def _ids(self) -> list[str]:
        return [id for id in LABELS if id != PROBLEMS or self._look().problems]

    def spots(self, page: Page) -> list[Spot]:
        return [Spot(id, rect) for id, rect in zip(self._ids(), self._places(page), strict=True)]

    def _places(self, page: Page) -> list[Rect]:
        """One below the other, the lesser ones two to a row; with large text all but the first are so.

        No row is half empty: where they are odd in number, one more has a row of its own.
        """
        alone, room = (1 if self._is_wide(page) else len(HIGH)), self._menu(page)
        alone += (len(self._ids()) - alone) % 2
        heights = self._heights(page, alone)
        rows = stack(room, heights, SPACE.sm)
        pairs = [half.moved(y=SPACE.sm) for row in rows[alone:] for half in row.columns(2, SPACE.sm)]
        return [*rows[:alone], *pairs]

    def _heights(self, page: Page, alone: int) -> list[float]:
        """Of the rows, as high as there is room, of which the first `alone` have one button each."""
        ids = self._ids()
        wide, rows = self._is_wide(page), alone + (len(ids) - alone) // 2
        shares = [1.0 if wide else HIGH.get(id, LOW) for id in ids[:rows]]
        room = self._menu(page).h - SPACE.sm * len(shares)
        return [share * min(_height(page), room / sum(shares)) for share in shares]

    def _step(self, id: str, page: Page) -> str:
        """How large the word on a button is."""
        if self._is_wide(page):
            return "button"
        return "heading" if id == PLAY else "button" if id in HIGH else "link"

    def _is_wide(self, page: Page) -> bool:
        """Whether the menu has two columns."""
        whole = len(self._ids()) * (_height(page) + SPACE.sm)
        return page.theme.large and whole > self._below_name(page).h

    def tick(self, page: Page) -> Finished[str | Dropped] | None:
        news = self._look().news
        if news != self._news:
            self._news, self._since = news, page.now
        elif news and page.now - self._since >= NEWS_MS:
            self._told(news)
            self._since = page.now
        return None

    def handle(self, input: Input, page: Page) -> Finished[str | Dropped] | None:
        seen = self._news and page.now - self._since >= SEEN_MS
        if seen and not isinstance(input, Point | Away):
            self._told(self._news)
        return Finished(input) if isinstance(input, Dropped) else super().handle(input, page)

    def chosen(self, choice: Chosen, page: Page) -> Finished[str | Dropped]:
        return Finished(choice.id)

    def back(self) -> Finished[str | Dropped] | None:
        self.focus.id = QUIT
        return None

    def mood(self) -> Mood:
        return Mood()

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0)
        self._draw_name(canvas, page)
        hints(
            canvas, page, [MOVE_ROUND, CHOOSE, Hint("full screen", "{full screen}"), Hint("mute", "{mute}")]
        )
        self.draw_spots_at_rest(canvas, page)
        self._draw_notices(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        spots = self.spots(page)
        steps = [self._step(spot.id, page) for spot in spots]
        styles = {
            step: self._style(
                page, step, [spot for spot, its in zip(spots, steps, strict=True) if its == step]
            )
            for step in dict.fromkeys(steps)
        }
        for spot, step in zip(spots, steps, strict=True):
            panel_turning(canvas, spot.rect, "glass", "focus", light.on(spot.id))
            words, colour = _words_in(spot), page.theme.palette.paper
            canvas.text(self._label(spot), words, styles[step], colour, valign=MIDDLE)

    def _label(self, spot: Spot) -> str:
        return LABELS[spot.id] + (f"  ({self._look().problems:,})" if spot.id == PROBLEMS else "")

    def _style(self, page: Page, step: str, spots: Sequence[Spot]) -> Style:
        """One size for all buttons of a kind."""
        labels, rooms = list(map(self._label, spots)), list(map(_words_in, spots))
        return common_style(page, labels, rooms, page.theme.style(step))

    def _name_rect(self, page: Page) -> Rect:
        return body(page).top(min(210, body(page).h * 0.34))

    def _menu(self, page: Page) -> Rect:
        width = 640 if self._is_wide(page) else 440 + 160 * (page.theme.text - 1)
        return self._below_name(page).left(width)

    def _below_name(self, page: Page) -> Rect:
        return body(page).below(self._name_rect(page).h + SPACE.lg)

    def _draw_name(self, canvas: Canvas, page: Page) -> None:
        rect, palette = self._name_rect(page), page.theme.palette
        name, line = rect.above(rect.h * 0.22), rect.foot(rect.h * 0.2)
        canvas.scrim(line.left(560), 0.4)
        write(canvas, page, "THIRTY SECONDS FLAT", name, "poster", palette.paper, glow=True)
        write(canvas, page, "A TRIVIA GAME ABOUT HEAT  ·  LOS ANGELES, 1995", line, "label", palette.sodium)

    def _draw_notices(self, canvas: Canvas, page: Page) -> None:
        lobby = self._look()
        notices = (*lobby.notices, *lobby.news)
        if not notices:
            return
        menu, room = self._menu(page), body(page)
        width = min(520, room.right - menu.right - SPACE.xxl)
        if width < 200:
            return
        text = "\n".join(notices)
        style = page.ruler.fit(
            text, page.theme.style("body"), Size(width - 2 * SPACE.xl, menu.h - 2 * SPACE.lg), 10
        )
        height = page.ruler.size(text, style, width - 2 * SPACE.xl).h + 2 * SPACE.lg
        box = Rect(room.right - width, room.bottom - height, width, height)
        canvas.panel(box)
        canvas.text(text, box.inset(SPACE.xl, SPACE.lg), style, page.theme.palette.paper)


def _words_in(spot: Spot) -> Rect:
    """Where the words on a button stand."""
    return spot.rect.inset(SPACE.lg, 0)


def _height(page: Page) -> float:
    """Of a button, where there is room."""
    return min(72, 52 * page.theme.text)
