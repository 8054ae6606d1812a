"""Walk or stay, with thirty seconds to decide; knows what has been won and what comes, not the rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from quizgame.quiz.view import Decision, Standing
from quizgame.screen.aloud import decision_aloud
from quizgame.screen.band import band, band_rect, clock, clock_key, dollars, mood_of, place_of
from quizgame.screen.canvas import RIGHT, TOP, Canvas
from quizgame.screen.countdown import Countdown
from quizgame.screen.ease import counted, ease_out, progress
from quizgame.screen.guard import is_slip
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import age_of, coming, panel_turning
from quizgame.screen.scene import Action, Away, Finished, Input, Mood, Page, pressed
from quizgame.screen.theme import Colour
from quizgame.screen.widgets import CHOOSE, Chosen, Hint, Spot, body, hints, write
from quizgame.screen.widgets import PAUSE as PAUSE_HINT

WALK, STAY, RAN_OUT, PAUSE = "walk", "stay", "ran out", "pause"
WALKING = "The run ends here and goes on the table."
STAKED_MS = 600


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the two ways on in words, with the dollars that it may be worth."""

    word: str
    stake: int
    line: str
    more: str
    colour: Colour
    sign: str = ""


class DecisionScene(FocusScene[str]):
    """Gives back WALK, STAY, RAN_OUT or PAUSE."""

    def __init__(
        self, standing: Standing, look: Callable[[int], Decision], due: Callable[[], int | None]
    ) -> None:
        """`look(now)` is what there is to decide, `due()` when the time for it is over."""
        super().__init__(WALK)
        self._standing, self._look, self._due = standing, look, due
        self._since: int | None = None
        self._countdown = Countdown()

    def arrive(self, page: Page) -> None:
        self._since = page.now if self._since is None else self._since
        super().arrive(page)

    def tick(self, page: Page) -> Finished[str] | None:
        limit = self._due()
        beat = self._countdown.due(self._look(page.now).left_ms)
        if beat:
            self.cue(beat)
        return Finished(RAN_OUT) if limit is not None and page.now >= limit else None

    def mood(self) -> Mood:
        return mood_of(self._standing)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        if pressed(input, Action.PAUSE, Action.BACK) or isinstance(input, Away):
            return Finished(PAUSE)
        return None if is_slip(input, self._since, page.now) else super().handle(input, page)

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

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self._moves(page)

    def live(self, page: Page) -> Hashable:
        key = clock_key(page, self._look(page.now).left_ms)
        return (page.now, key) if self._moves(page) else key

    def _moves(self, page: Page) -> bool:
        """Whether the two choices are still on their way in, or the light on its way between them."""
        return age_of(page, self._since) < STAKED_MS or self._lamp.moves(page)

    def spoken(self, page: Page, asked: bool = False) -> str:
        return decision_aloud(self._look(page.now), asked)

    def draw(self, canvas: Canvas, page: Page) -> None:
        d, p = self._look(page.now), page.theme.palette
        canvas.backdrop(d.heat / 100, 0.40, place_of(self._standing))
        room = self._room(page).top(self._room(page).h * 0.32)
        canvas.scrim(room.left(1000), 1.1)
        hints(canvas, page, [Hint("move", "<left><right>", "<left><right>"), CHOOSE, PAUSE_HINT])
        band(canvas, page, self._standing, question=False)
        title, line = room.top(room.h * 0.55), room.below(room.h * 0.58)
        write(canvas, page, "WALK AWAY, OR STAY?", title, "title", p.paper, glow=True)
        told = (
            f"{d.right} of {d.asked} right in {self._standing.title}, worth {dollars(d.round_money)}. "
            "Not deciding is walking."
        )
        write(canvas, page, told, line, "body", p.dim, valign=TOP)
        if not self._moves(page):
            self._draw_choices(canvas, page)

    def _draw_choices(self, canvas: Canvas, page: Page) -> None:
        """The two ways on: they come in, the second a little later."""
        d, light, age = (
            self._look(page.now),
            self._lamp.light(page, self.focused(page)),
            age_of(page, self._since),
        )
        choices = _leave(page, d), _go_on(page, d)
        for place, (spot, choice) in enumerate(zip(self.spots(page), choices, strict=True)):
            with coming(canvas, age, place, len(choices)):
                panel_turning(canvas, spot.rect, "glass", "focus", light.on(spot.id))
                self._choice(canvas, page, spot.rect, choice)

    def _choice(self, canvas: Canvas, page: Page, rect: Rect, choice: Choice) -> None:
        p = page.theme.palette
        room = rect.inset(28, 14)
        title, rest = room.top(room.h * 0.30), room.below(room.h * 0.52)
        width = page.ruler.size(choice.word, page.theme.style("title")).w + 24
        write(canvas, page, choice.word, title.left(width), "title", choice.colour)
        share = ease_out(progress(age_of(page, self._since), 0, STAKED_MS))
        stake = choice.sign + dollars(counted(0, choice.stake, share))
        write(canvas, page, stake, title.after(width), "heading", choice.colour, RIGHT)
        write(canvas, page, choice.line, room.below(title.h).top(room.h * 0.2), "option", p.paper, valign=TOP)
        write(canvas, page, choice.more, rest, "body", p.dim, valign=TOP)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        d = self._look(page.now)
        if self._moves(page):
            self._draw_choices(canvas, page)
        clock(canvas, page, d.left_ms, d.full_ms)


def _leave(page: Page, d: Decision) -> Choice:
    return Choice("WALK", d.take, "The whole take is yours.", WALKING, page.theme.palette.cyan)


def _go_on(page: Page, d: Decision) -> Choice:
    more = (
        f"{d.next_line} Every miss adds {d.next_risk} heat. At 100 you are busted and keep "
        f"{dollars(d.busted_take)} of what you have now."
    )
    line = f"At most this much more in {d.next_title}."
    return Choice("STAY", d.next_best, line, more, page.theme.palette.sodium, "+")
