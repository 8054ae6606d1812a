"""A player's pad is gone: the game waits until it is back or they have another button; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizgame.screen.canvas import CENTRE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.scene import KEYBOARD, Action, Button, Finished, Input, Mood, Page, Pushed, pressed
from quizgame.screen.terms import Player, is_letter, seat_of
from quizgame.screen.widgets import CHOOSE, Chosen, Hint, Spot, body, heading, hints

SHARE, MENU, BACK = "share", "menu", "back"
LABELS = {SHARE: "Play on without it", MENU: "Menu"}


@dataclass(frozen=True, slots=True)
class Took:
    """The player goes on with this button, or with what all share."""

    button: Button | None


class VacantScene(FocusScene[Took | str]):
    """Gives back Took, BACK once the pad is there again, or MENU."""

    def __init__(
        self, players: Sequence[Player], seat: int, pads: Callable[[], frozenset[str]], spare: Button | None
    ) -> None:
        """`pads()` are those plugged in now; `spare` is the button of who goes on without a pad."""
        super().__init__(SHARE)
        self._players, self._player, self._pads, self._spare = players, players[seat], pads, spare
        self.cue("pause")

    def tick(self, page: Page) -> Finished[Took | str] | None:
        return Finished(BACK) if self._player.pad in self._pads() else None

    def claims(self, button: Button) -> bool:
        free = seat_of(self._players, button) is None
        return free and (is_letter(button) if button.source == KEYBOARD else button.name != Action.PAUSE)

    def handle(self, input: Input, page: Page) -> Finished[Took | str] | None:
        if isinstance(input, Pushed):
            return Finished(Took(input.button))
        if pressed(input, Action.BACK, Action.PAUSE):
            return Finished(MENU)
        return super().handle(input, page)

    def chosen(self, choice: Chosen, page: Page) -> Finished[Took | str]:
        return Finished(Took(self._spare) if choice.id == SHARE else MENU)

    def spots(self, page: Page) -> list[Spot]:
        height = min(76, 58 * (0.5 + page.theme.text / 2))
        places = body(page).foot(height).columns(3, 14)
        return [Spot(id, rect) for id, rect in zip(LABELS, places, strict=False)]

    def mood(self) -> Mood:
        return Mood(hushed=True)

    def draw(self, canvas: Canvas, page: Page) -> None:
        p, pad = page.theme.palette, self._player.pad.capitalize()
        canvas.backdrop(0, 0.6)
        hints(canvas, page, [CHOOSE, Hint("menu", "Esc", "{pause}", "right click")])
        room = heading(canvas, page, f"{pad.upper()} IS GONE").above(100)
        wide = Rect(room.x, room.y, min(room.w, 900), room.h).inset(28, 24)
        text = (
            f"{self._player.name} played with it, and everything waits. Plug it in again. Or press another "
            f"button to play on with: a letter that nobody has, or another pad."
        )
        style = page.ruler.fit(text, page.theme.style("option"), wide, 12)
        height = page.ruler.size(text, style, wide.w).h
        canvas.panel(Rect(room.x, room.y, wide.w + 56, height + 48))
        canvas.text(text, wide, style, p.paper)
        self.draw_spots_at_rest(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        for spot in self.spots(page):
            label = LABELS[spot.id]
            if spot.id == SHARE and self._spare:
                label = f"Play on with {self._spare.name.upper()}"
            button_lit(canvas, page, spot.rect, label, light.on(spot.id), CENTRE)
