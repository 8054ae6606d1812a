"""The card that hands the seat on: whose question comes next, so that nobody's clock starts unready."""

from __future__ import annotations

from quizgame.quiz.view import Standing
from quizgame.screen.band import dollars, mood_of, place_of
from quizgame.screen.canvas import TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Action, Button, Finished, Input, Mood, Page, Pushed, pressed
from quizgame.screen.seats import Lit, draw_plates
from quizgame.screen.terms import Terms, is_strange
from quizgame.screen.widgets import PAUSE as PAUSE_HINT
from quizgame.screen.widgets import Chosen, Hint, Spot, body, button, hints, write

READY, PAUSE = "ready", "pause"


class TurnCard(FocusScene[str]):
    """Gives back READY or PAUSE."""

    def __init__(self, standing: Standing, terms: Terms, turn: int) -> None:
        super().__init__(READY)
        self._standing, self._terms, self._turn = standing, terms, turn
        self.cue("turn")

    def claims(self, button: Button) -> bool:
        return is_strange(self._terms.players, self._turn, button)

    def spots(self, page: Page) -> list[Spot]:
        room = body(page)
        height = min(64, 56 * page.theme.text)
        return [Spot(READY, Rect(room.x, room.bottom - height, min(320, room.w), height))]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(READY)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        if pressed(input, Action.PAUSE, Action.BACK):
            return Finished(PAUSE)
        return None if isinstance(input, Pushed) else super().handle(input, page)

    def mood(self) -> Mood:
        return mood_of(self._standing)

    @property
    def _news(self) -> str:
        """Who leads, seen from the seat that comes next."""
        takes, mine = self._standing.takes, self._standing.takes[self._turn]
        others = [(take, seat) for seat, take in enumerate(takes) if seat != self._turn]
        best = max(take for take, _ in others)
        ahead = [self._terms.players[seat].name for take, seat in others if take == best]
        who = ahead[0] if len(ahead) == 1 else f"{len(ahead)} others"
        if mine == best:
            return f"All square with {who} at {dollars(mine)}." if mine else "Nobody has taken a dollar yet."
        if mine > best:
            return f"You lead {who} by {dollars(mine - best)}. Keep it that way."
        return f"{dollars(best - mine)} to catch {who}."

    def draw(self, canvas: Canvas, page: Page) -> None:
        p, s, player = page.theme.palette, self._standing, self._terms.players[self._turn]
        canvas.backdrop(0, 0.3, place_of(s))
        hints(canvas, page, [Hint("ready", "Enter", "A", "click"), PAUSE_HINT])
        room = body(page).above(90)
        label, name, line = room.top(room.h * 0.13), room.below(room.h * 0.13), room.below(room.h * 0.52)
        canvas.scrim(Rect(room.x, room.y, min(room.w, 900), room.h), 0.7)
        write(
            canvas, page, f"{s.title.upper()}  ·  THE NEXT SEAT", label, "heading", page.theme.accent(s.place)
        )
        write(canvas, page, player.name, name.top(room.h * 0.36), "poster", p.paper, glow=True)
        told = f"{self._news} The clock waits for you."
        write(canvas, page, told, line.top(room.h * 0.26), "question", p.paper, valign=TOP)
        plates = room.foot(min(70, room.h * 0.22))
        takes = [dollars(take) for take in s.takes]
        draw_plates(canvas, page, plates, self._terms.players, takes, Lit(self._turn))
        button(canvas, page, self.spots(page)[0].rect, "Ready", True)
