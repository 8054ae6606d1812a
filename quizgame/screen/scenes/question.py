"""A question: it stands alone first, then its options open and the clock runs; never knows the answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from quizgame.quiz.question import LEVEL_NAMES
from quizgame.quiz.rules import Crew
from quizgame.quiz.view import Asked, Standing
from quizgame.screen.band import URGENT_MS, band, band_rect, clock, clock_key, dollars
from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.cards import LETTERS, Grid, common_style, draw_card, grid
from quizgame.screen.layout import Rect, Size
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import CREW, OPTIONS, Action, Away, Click, Finished, Input, Page, Press, pressed
from quizgame.screen.theme import Style
from quizgame.screen.widgets import PAUSE, Chosen, Hint, Spot, body, hints, write

CREW_ORDER = (Crew.CHRIS, Crew.NATE, Crew.TREJO, Crew.MICHAEL)
CREW_WORDS = {
    Crew.CHRIS: ("Chris", "two wrong go"),
    Crew.NATE: ("Nate", "another question"),
    Crew.TREJO: ("Trejo", "+15 seconds"),
    Crew.MICHAEL: ("Michael", "double or burn"),
}
CREW_KEYS = "QWER"


@dataclass(frozen=True, slots=True)
class ReadNow:
    """The player wants the options."""


@dataclass(frozen=True, slots=True)
class Chose:
    """The player chose an option, counted from 0."""

    option: int


@dataclass(frozen=True, slots=True)
class Called:
    """The player called on one of the crew."""

    crew: Crew


@dataclass(frozen=True, slots=True)
class RanOut:
    """The time that the session named has come."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The player wants a pause."""


Move = ReadNow | Chose | Called | RanOut | Stopped


class QuestionScene(FocusScene[Move]):
    """Gives back what the player did; shown again after a call on the crew, it keeps its focus."""

    def __init__(
        self, standing: Standing, look: Callable[[int], Asked], due: Callable[[], int | None]
    ) -> None:
        """`look(now)` is the question as the player may see it, `due()` when its time is over."""
        super().__init__("option 0")
        self._standing, self._look, self._due = standing, look, due
        self._second: int | None = None

    def tick(self, page: Page) -> Finished[Move] | None:
        limit = self._due()
        if limit is not None and page.now >= limit:
            return Finished(RanOut())
        self._pulse(self._look(page.now))
        return None

    def _pulse(self, asked: Asked) -> None:
        """A pulse for each of the last ten seconds."""
        second = None if asked.left_ms is None or not asked.options else -(-asked.left_ms // 1000)
        if second is not None and second != self._second and second * 1000 <= URGENT_MS:
            self.cue("pulse_last" if second <= 3 else "pulse")
        self._second = second

    def handle(self, input: Input, page: Page) -> Finished[Move] | None:
        if pressed(input, Action.PAUSE, Action.BACK) or isinstance(input, Away):
            return Finished(Stopped())
        asked = self._look(page.now)
        if not asked.options:
            return Finished(ReadNow()) if isinstance(input, Press | Click) else None
        return self._direct(input, asked) or super().handle(input, page)

    def _direct(self, input: Input, asked: Asked) -> Finished[Move] | None:
        """Keys that mean an option or one of the crew whatever has the focus."""
        if not isinstance(input, Press):
            return None
        if input.action in OPTIONS:
            place = OPTIONS.index(input.action)
            there = place < len(asked.options) and asked.options[place] is not None
            return Finished(Chose(place)) if there else None
        if input.action in CREW:
            crew = CREW_ORDER[CREW.index(input.action)]
            return self._call(crew) if crew in asked.crew_ready else None
        return None

    def _call(self, crew: Crew) -> Finished[Move]:
        self.cue("crew")
        return Finished(Called(crew))

    def chosen(self, choice: Chosen, page: Page) -> Finished[Move]:
        kind, _, name = choice.id.partition(" ")
        return Finished(Chose(int(name))) if kind == "option" else self._call(Crew(name))

    def spots(self, page: Page) -> list[Spot]:
        asked = self._look(page.now)
        if not asked.options:
            return []
        layout = self._grid(page, asked)
        cards = [
            Spot(f"option {place}", rect, asked.options[place] is not None)
            for place, rect in enumerate(layout.rects)
        ]
        crew = zip(CREW_ORDER, self._crew_rects(page), strict=True)
        return cards + [Spot(f"crew {who}", rect, who in asked.crew_ready) for who, rect in crew]

    def still(self, page: Page) -> Hashable:
        asked = self._look(page.now)
        return self.focus.id, asked.text, asked.options, asked.crew_ready, asked.worth

    def live(self, page: Page) -> Hashable:
        return clock_key(self._look(page.now).left_ms)

    def draw(self, canvas: Canvas, page: Page) -> None:
        asked = self._look(page.now)
        canvas.backdrop(self._standing.heat / 100, 0.30)
        label, place = self._question_place(page, asked)
        canvas.scrim(Rect(label.x, label.y, max(min(place.w, 700), 420), place.bottom - label.y))
        band(canvas, page, self._standing)
        self._draw_question(canvas, page, asked)
        if asked.options:
            self._draw_options(canvas, page, asked)
        self._draw_crew(canvas, page, asked)
        opened = bool(asked.options)
        hints(canvas, page, _OPEN_HINTS if opened else _READING_HINTS)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        asked = self._look(page.now)
        clock(canvas, page, asked.left_ms, asked.full_ms)

    # --- places ---

    def _room(self, page: Page) -> Rect:
        """Between the band and the hints."""
        return body(page).below(band_rect(page).h + 8)

    def _crew_rects(self, page: Page) -> list[Rect]:
        height = 42 if not page.theme.large else 50
        return self._room(page).foot(height).columns(4, 12)

    def _grid(self, page: Page, asked: Asked) -> Grid:
        return self._grid_below(page, asked, self._question_style(page, asked))

    def _grid_below(self, page: Page, asked: Asked, question: Style) -> Grid:
        room = self._room(page).above(self._crew_rects(page)[0].h + 14)
        height = page.ruler.size(asked.text, question, self._question_width(page)).h
        return grid(page, room.below(height + self._label_height(page) + 26), asked.options)

    def _question_width(self, page: Page) -> float:
        room = self._room(page)
        return room.w if page.theme.large else min(1000, room.w)

    def _label_height(self, page: Page) -> float:
        return page.theme.style("label").size * 1.5

    def _question_style(self, page: Page, asked: Asked) -> Style:
        """As large as the player wants it, but not so large that the options become small beside it."""
        room, style = self._room(page), page.theme.style("question")
        for share in (0.40, 0.34, 0.28, 0.22):
            most = Size(self._question_width(page), room.h * share)
            style = page.ruler.fit(asked.text, page.theme.style("question"), most, 15)
            if not asked.options or self._grid_below(page, asked, style).style.size >= 0.66 * style.size:
                break
        return style

    def _question_place(self, page: Page, asked: Asked) -> tuple[Rect, Rect]:
        """Where the line about its worth and the question itself stand."""
        room, width = self._room(page), self._question_width(page)
        label = Rect(room.x, room.y, width, self._label_height(page))
        height = page.ruler.size(asked.text, self._question_style(page, asked), width).h
        return label, Rect(room.x, label.bottom + 6, width, height)

    # --- drawing ---

    def _draw_question(self, canvas: Canvas, page: Page, asked: Asked) -> None:
        label, place = self._question_place(page, asked)
        write(canvas, page, self._worth(asked), label, "label", page.theme.palette.cyan)
        canvas.text(asked.text, place, self._question_style(page, asked), page.theme.palette.paper)

    def _worth(self, asked: Asked) -> str:
        parts = [
            LEVEL_NAMES[asked.level].upper(),
            f"PAYS {dollars(asked.worth)}",
            f"A MISS +{asked.risk} HEAT",
        ]
        if asked.doubled:
            parts.append("MICHAEL IS IN")
        if asked.driven:
            parts.append("NO SPEED MONEY")
        return "  ·  ".join(parts)

    def _draw_options(self, canvas: Canvas, page: Page, asked: Asked) -> None:
        layout, focused = self._grid(page, asked), self.focused(page)
        for place, (text, rect) in enumerate(zip(asked.options, layout.rects, strict=True)):
            tone = "quiet" if text is None else "focus" if f"option {place}" == focused else "glass"
            draw_card(canvas, page, rect, LETTERS[place], text or "", layout.style, tone)

    def _draw_crew(self, canvas: Canvas, page: Page, asked: Asked) -> None:
        focused, p = self.focused(page), page.theme.palette
        rects = self._crew_rects(page)
        rooms = [rect.inset(12, 2).after(28) for rect in rects]
        style, brief = self._crew_style(page, rooms)
        for place, (crew, rect, room) in enumerate(zip(CREW_ORDER, rects, rooms, strict=True)):
            ready = crew in asked.crew_ready or (not asked.options and crew in asked.crew_left)
            canvas.panel(rect, "focus" if f"crew {crew}" == focused else "quiet")
            if ready:
                write(canvas, page, CREW_KEYS[place], rect.inset(12, 2).left(26), "button", p.sodium)
            text = _member(crew, brief) if ready or brief else f"{CREW_WORDS[crew][0]}: done"
            canvas.text(text, room, style, p.paper if ready else p.dim, valign=MIDDLE)

    def _crew_style(self, page: Page, rooms: Sequence[Rect]) -> tuple[Style, bool]:
        """One size for all four; where it would be too small, their names must do."""
        small = page.theme.style("small")
        whole, brief = (
            common_style(page, [_member(crew, short) for crew in CREW_ORDER], rooms, small)
            for short in (False, True)
        )
        return (whole, False) if whole.size >= 0.72 * small.size else (brief, True)


def _member(crew: Crew, brief: bool) -> str:
    name, does = CREW_WORDS[crew]
    return name if brief else f"{name}: {does}"


_OPEN_HINTS = (
    Hint("answer", "1-4", "A", "click"),
    Hint("move", "<up><down><left><right>", "<up><down><left><right>"),
    Hint("crew", "QWER"),
    PAUSE,
)
_READING_HINTS = (Hint("show the options now", "any key", "A", "click"), PAUSE)
