"""Asking several players, in turns or on buzzers: whose buttons count, what is told; keeps no score."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from quizgame.quiz.tasks import Kind
from quizgame.quiz.view import Asked, Standing
from quizgame.screen.band import band, plates_rect
from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.guard import is_fresh
from quizgame.screen.keymap import USUAL
from quizgame.screen.layout import Rect
from quizgame.screen.manners.base import Buzzed, Heard, Manner, Stopped, answers
from quizgame.screen.scene import KEYBOARD, Action, Button, Click, Input, Page, Plugged, Press, Pushed
from quizgame.screen.seats import Lit, plates
from quizgame.screen.terms import Terms, is_letter, is_strange, seat_of
from quizgame.screen.widgets import LEAST, Hint, Spot, hint_line, write

STEERING = {Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT}
SEAT = "seat "
SPARED = USUAL.spared
STEAL = "STEAL IT"
BUZZ, BUZZ_OR_PASS = "  ·  BUZZ", "  ·  BUZZ, OR LET IT GO IN THE PAUSE"


class Turns(Manner):
    """One after the other. Who joined with a pad answers with it; else whatever is at hand counts."""

    def __init__(self, terms: Terms, turn: int) -> None:
        super().__init__(terms)
        self._turn, self._said = turn, ""

    def claims(self, button: Button, asked: Asked) -> bool:
        return is_strange(self.terms.players, self._turn, button)

    def heard(self, input: Input, page: Page, asked: Asked) -> Heard:
        match input:
            case Plugged(source, there):
                return self._plugged(source, there)
            case Pushed(button):
                self._said = self._refusal(button, asked)
                return True
            case Press() | Click():
                self._said = ""
        return False

    def _plugged(self, source: str, there: bool) -> Heard:
        seated = source in {player.pad for player in self.terms.players}
        if there and not seated:
            self._said = f"{source.capitalize()} comes too late for this game. The next one has room."
        return Stopped() if seated and not there else True

    def _refusal(self, button: Button, asked: Asked) -> str:
        if seat_of(self.terms.players, button) is None:
            return "This game has begun without that button. The next one has room."
        return f"It is {self.terms.players[self._turn].name}’s question."

    def state(self) -> Hashable:
        return self._said

    def worth(self, asked: Asked) -> str:
        return f"{self.terms.players[self._turn].name.upper()}  ·  {super().worth(asked)}"

    def draw_hints(self, canvas: Canvas, page: Page, items: Sequence[Hint]) -> None:
        if not self._said:
            super().draw_hints(canvas, page, items)
            return
        canvas.scrim(hint_line(page).left(700), 1.3)
        write(canvas, page, self._said, hint_line(page), "small", page.theme.palette.sodium)


class Buzzers(Turns):
    """Whoever buzzes first answers: with 1 to 4, the mouse or their own pad. Letters only buzz.

    Nobody can cut the time to read short: it is everybody's.
    """

    skips = False
    stop = "Esc"

    def __init__(
        self,
        terms: Terms,
        turn: int,
        since: Callable[[], int | None],
        spared: Iterable[str] = SPARED,
        missed: str = "",
    ) -> None:
        """`since()` is when the question was opened, or whoever buzzed may answer, in ms.

        `spared` are letters that mean something here as well, unless they are a player's own. `missed` says
        who was wrong about this question, and what that cost.
        """
        super().__init__(terms, turn)
        self._since, self._spared, self._missed = since, frozenset(spared), missed

    def claims(self, button: Button, asked: Asked) -> bool:
        if button.source == KEYBOARD:
            if asked.open and asked.kind is Kind.TYPED:
                return False  # letters write the answer
            mine = seat_of(self.terms.players, button) is not None
            return mine or (is_letter(button) and button.name not in self._spared)
        if button.name == Action.PAUSE:
            return False
        return not (asked.open and button.source == self.terms.players[self._turn].pad)

    def heard(self, input: Input, page: Page, asked: Asked) -> Heard:
        if isinstance(input, Pushed) and asked.buzzing:
            seat = seat_of(self.terms.players, input.button)
            if seat is not None and seat not in asked.out:
                return True if input.button.name in STEERING else Buzzed(seat)
        if asked.open and answers(input) and is_fresh(self._since(), page.now):
            return True  # the second of two quick presses on a buzzer is no answer
        return super().heard(input, page, asked)

    def _refusal(self, button: Button, asked: Asked) -> str:
        players = self.terms.players
        seat = seat_of(players, button)
        if seat is None:
            return super()._refusal(button, asked)
        if asked.open:
            return "" if seat == self._turn else f"{players[self._turn].name} was first."
        return f"{players[seat].name} has had a go at this one." if seat in asked.out else "Not yet."

    def spots(self, page: Page, asked: Asked) -> list[Spot]:
        """A plate can be pressed instead of its player's button."""
        rects = plates(plates_rect(page), len(self.terms.players))
        return [Spot(f"{SEAT}{seat}", rect, seat not in asked.out) for seat, rect in enumerate(rects)]

    def waiting(self, asked: Asked) -> Sequence[Hint]:
        if asked.buzzing:
            return (Hint("buzz", "your letter", "any button", "click a name"),)
        return (Hint("the options open by themselves", "wait", "wait", "wait"),)

    def chosen(self, id: str) -> Buzzed | None:
        return Buzzed(int(id.removeprefix(SEAT))) if id.startswith(SEAT) else None

    def draw_band(self, canvas: Canvas, page: Page, standing: Standing | None, asked: Asked) -> None:
        lit = Lit(self._turn if asked.open else None, asked.out, ready=not asked.open)
        band(canvas, page, standing, terms=self.terms, lit=lit)

    def line_height(self, page: Page) -> float:
        """As high as it must be for who was wrong: nothing leaps when that comes to stand there."""
        return page.theme.style("money").size

    def draw_line(self, canvas: Canvas, page: Page, asked: Asked, rect: Rect) -> None:
        """Who was wrong, and that it can be stolen now, in large letters; else what it is worth."""
        if not (self._missed and asked.buzzing):
            super().draw_line(canvas, page, asked, rect)
            return
        p, side = page.theme.palette, rect.h * 0.7
        canvas.shape("cross", Rect(rect.x, rect.middle[1] - side / 2, side, side), p.alarm)
        room = rect.after(side + 12)
        wrong = f"WRONG: {self._missed.upper()}"
        style = page.ruler.fit(f"{wrong}    {STEAL}", page.theme.style("money"), room, LEAST)
        canvas.text(wrong, room, style, p.alarm, valign=MIDDLE)
        canvas.text(STEAL, room.after(page.ruler.size(f"{wrong}    ", style).w), style, p.cyan, valign=MIDDLE)

    def worth(self, asked: Asked) -> str:
        if asked.open:
            return super().worth(asked)
        buzz = BUZZ if asked.left_ms is not None else BUZZ_OR_PASS
        return Manner.worth(self, asked) + (buzz if asked.buzzing else "")
