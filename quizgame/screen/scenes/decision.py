"""Walk or stay, with thirty seconds to decide; knows what has been won and what comes, not the rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from quizgame.quiz.view import Decision, Standing
from quizgame.screen.band import band, band_rect, clock, clock_key, dollars
from quizgame.screen.canvas import TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Action, Away, Finished, Input, Page, pressed
from quizgame.screen.theme import Colour
from quizgame.screen.widgets import CHOOSE, Chosen, Hint, Spot, body, hints, write
from quizgame.screen.widgets import PAUSE as PAUSE_HINT

WALK, STAY, RAN_OUT, PAUSE = "walk", "stay", "ran out", "pause"
WALKING = "The whole take is yours. The run ends here and goes on the table."


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the two ways on, in words."""

    word: str
    line: str
    more: str
    colour: Colour


class DecisionScene(FocusScene[str]):
    """Gives back WALK, STAY, RAN_OUT or PAUSE."""

    def __init__(
        self, standing: Standing, look: Callable[[int], Decision], due: Callable[[], int | None]
    ) -> None:
        """`look(now)` is what there is to decide, `due()` when the time for it is over."""
        super().__init__(WALK)
        self._standing, self._look, self._due = standing, look, due

    def tick(self, page: Page) -> Finished[str] | None:
        limit = self._due()
        return Finished(RAN_OUT) if limit is not None and page.now >= limit else None

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        if pressed(input, Action.PAUSE, Action.BACK) or isinstance(input, Away):
            return Finished(PAUSE)
        return super().handle(input, page)

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        self.cue(choice.id)
        return Finished(choice.id)

    def spots(self, page: Page) -> list[Spot]:
        walk, stay = self._choices(page)
        return [Spot(WALK, walk), Spot(STAY, stay)]

    def _choices(self, page: Page) -> tuple[Rect, Rect]:
        room = self._room(page).below(self._room(page).h * 0.34)
        walk, stay = room.columns(2, 24)
        return walk, stay

    def _room(self, page: Page) -> Rect:
        return body(page).below(band_rect(page).h + 16)

    def live(self, page: Page) -> Hashable:
        return clock_key(self._look(page.now).left_ms)

    def draw(self, canvas: Canvas, page: Page) -> None:
        d, p = self._look(page.now), page.theme.palette
        canvas.backdrop(d.heat / 100, 0.40)
        room = self._room(page).top(self._room(page).h * 0.32)
        canvas.scrim(room.left(760), 0.8)
        hints(canvas, page, [Hint("move", "<left><right>", "<left><right>"), CHOOSE, PAUSE_HINT])
        band(canvas, page, self._standing, question=False)
        title, line = room.top(room.h * 0.55), room.below(room.h * 0.58)
        write(canvas, page, "WALK AWAY, OR STAY?", title, "title", p.paper, glow=True)
        told = (
            f"{d.right} of {d.asked} right in {self._standing.title}, worth {dollars(d.round_money)}. "
            "Not deciding is walking."
        )
        write(canvas, page, told, line, "body", p.dim, valign=TOP)
        self._draw_choices(canvas, page, d)

    def _draw_choices(self, canvas: Canvas, page: Page, d: Decision) -> None:
        walk, stay = self._choices(page)
        focused, p = self.focused(page), page.theme.palette
        leave = Choice("WALK", f"Leave now with {dollars(d.take)}.", WALKING, p.cyan)
        more = (
            f"{d.next_line} Every miss adds {d.next_risk} heat. At 100 you are busted and keep "
            f"{dollars(d.busted_take)} of what you have now."
        )
        go_on = Choice("STAY", f"Up to {dollars(d.next_best)} in {d.next_title}.", more, p.sodium)
        self._choice(canvas, page, walk, leave, focused == WALK)
        self._choice(canvas, page, stay, go_on, focused == STAY)

    def _choice(self, canvas: Canvas, page: Page, rect: Rect, choice: Choice, focused: bool) -> None:
        p = page.theme.palette
        canvas.panel(rect, "focus" if focused else "glass")
        room = rect.inset(28, 14)
        title, rest = room.top(room.h * 0.30), room.below(room.h * 0.52)
        write(canvas, page, choice.word, title, "title", choice.colour)
        write(canvas, page, choice.line, room.below(title.h).top(room.h * 0.2), "option", p.paper, valign=TOP)
        write(canvas, page, choice.more, rest, "body", p.dim, valign=TOP)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        d = self._look(page.now)
        clock(canvas, page, d.left_ms, d.full_ms)
