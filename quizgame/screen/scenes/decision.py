"""Walk or stay, with thirty seconds to decide; knows what has been won and what comes, not the rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizgame.quiz.view import Decision, Standing
from quizgame.screen.aloud import decision_aloud
from quizgame.screen.band import band, band_rect, clock, clock_key, dollars, mood_of, place_of
from quizgame.screen.canvas import MIDDLE, RIGHT, TOP, Canvas
from quizgame.screen.countdown import Countdown
from quizgame.screen.ease import ease_in_out
from quizgame.screen.guard import Guard
from quizgame.screen.layout import Rect, stack
from quizgame.screen.menu import FocusScene
from quizgame.screen.misses import draw_segment, misses_left, rim, risk, segments
from quizgame.screen.moving import age_of, coming, coming_ms, panel_turning
from quizgame.screen.scene import Action, Away, Finished, Input, Mood, Page, pressed
from quizgame.screen.theme import SPACE, Colour, Style
from quizgame.screen.widgets import CHOOSE, LEAST, Chosen, Hint, Spot, body, hints, write
from quizgame.screen.widgets import PAUSE as PAUSE_HINT

WALK, STAY, RAN_OUT, PAUSE = "walk", "stay", "ran out", "pause"
WALKING = "The run ends here and goes on the table."
WORD, LINE, SIGN = 0.28, 0.17, 0.32  # of a card's height: its word, the line below, and what is drawn there
LARGE_SIGN, LARGE_RISK = 0.13, 0.16  # where text is large: there the risk has a line of its own
BAGS, MOST_BAG = 4, 76.0  # a bust leaves one of them; units
SPREAD = 10.0  # units
PULSE_MS, LEVELS = 1_200, 12  # a pulse of the last segment, in so many steps
FAINT, BRIGHT = 40, 150  # of 255


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the two ways on in words, with the dollars that it may be worth."""

    word: str
    stake: str
    line: str
    more: str
    colour: Colour


class Parts(NamedTuple):
    """A card from its top: its word and what it is worth, a line, a sign, the risk, and small print.

    Without a line of its own the risk stands beside the sign.
    """

    word: Rect
    line: Rect
    sign: Rect
    risk: Rect | None
    more: Rect


class DecisionScene(FocusScene[str]):
    """Gives back WALK, STAY, RAN_OUT or PAUSE."""

    def __init__(
        self, standing: Standing, look: Callable[[int], Decision], due: Callable[[], int | None]
    ) -> None:
        """`look(now)` is what there is to decide, `due()` when the time for it is over."""
        super().__init__(WALK)
        self._standing, self._look, self._due = standing, look, due
        self._since: int | None = None
        self._guard = Guard()
        self._countdown = Countdown()
        self.cue("decide")

    def arrive(self, page: Page) -> None:
        if self._since is None:
            self._since = page.now
            self._guard.begin(page.now)
        super().arrive(page)

    def tick(self, page: Page) -> Finished[str] | None:
        limit = self._due()
        beat = self._countdown.due(self._look(page.now).left_ms)
        if beat:
            self.cue(beat)
        return Finished(RAN_OUT) if limit is not None and page.now >= limit else None

    def ahead(self, page: Page) -> str:
        return self._look(page.now).next_place

    def mood(self) -> Mood:
        return mood_of(self._standing)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        if pressed(input, Action.PAUSE, Action.BACK) or isinstance(input, Away):
            return Finished(PAUSE)
        return None if self._guard.stops(input, page.now) else super().handle(input, page)

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
        key = clock_key(page, self._look(page.now).left_ms), self._pulse(page)
        return (page.now, key) if self._moves(page) else key

    def _moves(self, page: Page) -> bool:
        """Whether the two choices are still on their way in, or the light on its way between them."""
        return age_of(page, self._since) < coming_ms(2) or self._lamp.moves(page)

    def _pulse(self, page: Page) -> int | None:
        """How brightly the last segment is lit, in steps; it swells less than once a second."""
        if misses_left(self._look(page.now)) != 1:
            return None
        if not page.theme.motion or self._since is None:
            return LEVELS
        swing = abs(2 * ((page.now - self._since) % PULSE_MS) / PULSE_MS - 1)
        return round(LEVELS * ease_in_out(swing))

    def spoken(self, page: Page, asked: bool = False) -> str:
        d = self._look(page.now)
        return f"{decision_aloud(d, asked)} {risk(d).capitalize()}"

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
        """The two ways on: what is said on them comes in, the second a little later."""
        d, light = self._look(page.now), self._lamp.light(page, self.focused(page))
        choices, age = (_leave(page, d), _go_on(page, d)), age_of(page, self._since)
        sizes = self._sizes(page, choices)
        for place, (spot, choice) in enumerate(zip(self.spots(page), choices, strict=True)):
            # What stood there before would show through a pane that comes.
            panel_turning(canvas, spot.rect, "glass", "focus", light.on(spot.id))
            with coming(canvas, age, place, len(choices), y=SPACE.md):
                self._draw_choice(canvas, page, _parts(page, spot.rect), choice, sizes)
                self._draw_sign(canvas, page, _parts(page, spot.rect), d, spot.id)

    def _sizes(self, page: Page, choices: Sequence[Choice]) -> tuple[Style, Style]:
        """One size for the lines of both cards, and one for what stands below."""
        line, more = page.theme.style("option"), page.theme.style("body")
        for spot, choice in zip(self.spots(page), choices, strict=True):
            parts = _parts(page, spot.rect)
            line = page.ruler.fit(choice.line, line, parts.line, LEAST)
            more = page.ruler.fit(choice.more, more, parts.more, LEAST)
        return line, more

    def _draw_choice(
        self, canvas: Canvas, page: Page, parts: Parts, choice: Choice, sizes: tuple[Style, Style]
    ) -> None:
        p = page.theme.palette
        width = page.ruler.size(choice.word, page.theme.style("title")).w + SPACE.xl
        write(canvas, page, choice.word, parts.word.left(width), "title", choice.colour)
        write(canvas, page, choice.stake, parts.word.after(width), "heading", choice.colour, RIGHT)
        canvas.text(choice.line, parts.line, sizes[0], p.paper, valign=MIDDLE)
        canvas.text(choice.more, parts.more, sizes[1], p.dim)

    def _draw_sign(self, canvas: Canvas, page: Page, parts: Parts, d: Decision, id: str) -> None:
        """What one leaves with, or how many misses there are to lose it."""
        if id == WALK:
            _draw_bags(canvas, page, parts, d)
            return
        p, row = page.theme.palette, parts.sign
        left = segments(row, misses_left(d))
        for segment in left:
            draw_segment(canvas, page, segment)
        words = parts.risk or (row.after(left[-1].right - row.x + SPACE.lg) if left else row)
        last = len(left) == 1
        write(canvas, page, risk(d), words, "heading" if last else "option", p.alarm if last else p.paper)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        d, level = self._look(page.now), self._pulse(page)
        if self._moves(page):
            self._draw_choices(canvas, page)
        elif level is not None:
            segment = segments(_parts(page, self.spots(page)[1].rect).sign, 1)[0]
            lit = FAINT + (BRIGHT - FAINT) * level // LEVELS
            canvas.fill(segment.inset(rim(page)), page.theme.palette.alarm, lit)
        clock(canvas, page, d.left_ms, d.full_ms)


def _draw_bags(canvas: Canvas, page: Page, parts: Parts, d: Decision) -> None:
    """What one leaves with; there is no risk that would need a line."""
    row = parts.sign._replace(h=parts.risk.bottom - parts.sign.y) if parts.risk else parts.sign
    side = min(row.h * 0.8, MOST_BAG)
    for bag in range(BAGS if d.take else 0):
        canvas.shape("bag", row.after(bag * (side + SPREAD)).left(side), page.theme.palette.sodium)


def _parts(page: Page, card: Rect) -> Parts:
    room, large = card.inset(28, 14), page.theme.large
    heights = (WORD, LINE, LARGE_SIGN, LARGE_RISK) if large else (WORD, LINE, SIGN, 0)
    word, line, sign, risk = stack(room, [share * room.h for share in heights], 0)
    return Parts(word, line, sign, risk if large else None, room.below(risk.bottom - room.y + SPACE.sm))


def _leave(page: Page, d: Decision) -> Choice:
    line = "The whole take is yours." if d.take else "There is no take yet."
    return Choice("WALK", dollars(d.take), line, WALKING, page.theme.palette.cyan)


def _go_on(page: Page, d: Decision) -> Choice:
    more = f"A miss: +{d.next_risk} heat. Busted, you keep {dollars(d.busted_take)}."
    line = f"At most, in {d.next_title}."
    return Choice("STAY", f"+{dollars(d.next_best)}", line, more, page.theme.palette.sodium)
