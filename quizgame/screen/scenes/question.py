"""A question: it stands alone first, then it is opened and the clock runs; never knows the answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from quizgame.quiz.rules import Crew
from quizgame.quiz.view import Asked, Standing
from quizgame.screen.answering.base import Answering, Gave, Table
from quizgame.screen.answering.kinds import answering_for, locks
from quizgame.screen.band import URGENT_MS, band_rect, clock_key
from quizgame.screen.canvas import Canvas
from quizgame.screen.crew import (
    CREW_FUNCTION_KEYS,
    CREW_KEYS,
    CREW_ORDER,
    LOCK,
    Row,
    draw_crew,
    draw_lock,
    row_in,
)
from quizgame.screen.layout import Rect, Size
from quizgame.screen.manners.base import Buzzed, Manner, Stopped
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import CREW, Action, Away, Button, Click, Finished, Input, Page, Press, pressed
from quizgame.screen.theme import Style
from quizgame.screen.widgets import PAUSE, Chosen, Hint, Spot, Turned, body

__all__ = ["CREW_ORDER", "Buzzed", "Called", "Gave", "Move", "QuestionScene", "RanOut", "ReadNow", "Stopped"]


@dataclass(frozen=True, slots=True)
class ReadNow:
    """The player wants the options."""


@dataclass(frozen=True, slots=True)
class Called:
    """The player called on one of the crew."""

    crew: Crew


@dataclass(frozen=True, slots=True)
class RanOut:
    """The time that the session named has come."""


Move = ReadNow | Gave | Called | RanOut | Stopped | Buzzed


class QuestionScene(FocusScene[Move]):
    """Gives back what the player did.

    Shown again after a call on the crew, it keeps its focus and all that was prepared.
    """

    def __init__(
        self,
        standing: Standing,
        look: Callable[[int], Asked],
        due: Callable[[], int | None],
        manner: Manner | None = None,
    ) -> None:
        """`look(now)` is the question as the player may see it, `due()` when its time is over.

        `manner` is what the mode makes of asking; without one it is The Score.
        """
        super().__init__()
        self._manner = manner or Manner()
        self._standing, self._look, self._due = standing, look, due
        self._second: int | None = None
        self._answerings: dict[Hashable, Answering] = {}

    @property
    def wants_text(self) -> bool:
        asked = self._look(0)  # whatever the time: only the clock's state depends on it
        return asked.open and self._answering(asked).wants_text

    def tick(self, page: Page) -> Finished[Move] | None:
        limit = self._due()
        if limit is not None and page.now >= limit:
            return Finished(RanOut())
        self._pulse(self._look(page.now))
        return None

    def _pulse(self, asked: Asked) -> None:
        """A pulse for each of the last ten seconds."""
        second = None if asked.left_ms is None or not asked.open else -(-asked.left_ms // 1000)
        if second is not None and second != self._second and second * 1000 <= URGENT_MS:
            self.cue("pulse_last" if second <= 3 else "pulse")
        self._second = second

    def claims(self, button: Button) -> bool:
        return self._manner.claims(button, self._look(0))

    def handle(self, input: Input, page: Page) -> Finished[Move] | None:
        asked = self._look(page.now)
        if pressed(input, Action.PAUSE) or isinstance(input, Away):
            return Finished(Stopped())
        heard = self._manner.heard(input, page, asked)
        if heard is not False:
            return None if heard is True else Finished(heard)
        if asked.open:
            return self._try(input, page, asked)
        if pressed(input, Action.BACK):
            return Finished(Stopped())
        if asked.buzzing:
            return super().handle(input, page)
        return Finished(ReadNow()) if self._manner.skips and isinstance(input, Press | Click) else None

    def _try(self, input: Input, page: Page, asked: Asked) -> Finished[Move] | None:
        """First those who answer may claim an input, then the menu and the crew, then the focus."""
        answering = self._answering(asked)
        claimed = answering.handle(input, self._table(page, asked), self.focus)
        if claimed:
            return Finished(claimed) if isinstance(claimed, Gave) else None
        if pressed(input, Action.BACK):
            return Finished(Stopped())
        if isinstance(input, Press) and input.action in CREW:
            crew = CREW_ORDER[CREW.index(input.action)]
            return self._call(crew) if crew in asked.crew_ready else None
        return super().handle(input, page)

    def _call(self, crew: Crew) -> Finished[Move]:
        self.cue("crew")
        return Finished(Called(crew))

    def chosen(self, choice: Chosen, page: Page) -> Finished[Move] | None:
        asked = self._look(page.now)
        if asked.buzzing:
            buzzed = self._manner.chosen(choice.id)
            return Finished(buzzed) if buzzed else None
        kind, _, name = choice.id.partition(" ")
        if kind == "crew":
            return self._call(Crew(name))
        answering = self._answering(asked)
        if kind == LOCK:
            return Finished(Gave(answering.answer(asked)))
        given = answering.chosen(choice, self._table(page, asked), self.focus)
        return Finished(given) if given else None

    def turned(self, turn: Turned, page: Page) -> None:
        asked = self._look(page.now)
        self._answering(asked).turned(turn, self._table(page, asked))

    def spots(self, page: Page) -> list[Spot]:
        asked = self._look(page.now)
        if asked.buzzing:
            return list(self._manner.spots(page, asked))
        if not asked.open:
            return []
        answering = self._answering(asked)
        row = self._row(page, asked)
        return [*answering.spots(self._table(page, asked)), *row.spots(asked, answering.ready(asked))]

    def _answering(self, asked: Asked) -> Answering:
        """The way to answer this question, made when it is first needed; Nate's may be another one."""
        key = (asked.kind, asked.text, asked.labels, asked.span)
        if key not in self._answerings:
            self._answerings[key] = answering_for(asked, self.cue, self._manner.faces)
        return self._answerings[key]

    def still(self, page: Page) -> Hashable:
        asked = self._look(page.now)
        done = self._answering(asked).state() if asked.open else None
        put = asked.text, asked.open, asked.options, self._manner.state()
        return self.focus.id, put, asked.crew_ready, asked.worth, done

    def live(self, page: Page) -> Hashable:
        asked = self._look(page.now)
        moving = self._answering(asked).live(page) if asked.open else None
        seen = clock_key(asked.left_ms), moving, self._manner.live(page)
        return None if seen == (None, None, None) else seen

    def draw(self, canvas: Canvas, page: Page) -> None:
        asked = self._look(page.now)
        canvas.backdrop(self._standing.heat / 100, 0.30)
        label, place = self._question_place(page, asked)
        canvas.scrim(Rect(label.x, label.y, max(min(place.w, 700), 420), place.bottom - label.y))
        self._manner.draw_band(canvas, page, self._standing, asked)
        self._draw_question(canvas, page, asked)
        focused = self.focused(page)
        if asked.open or asked.buzzing:
            self._answering(asked).draw(canvas, self._table(page, asked), focused)
        self._draw_row(canvas, page, asked, focused)
        self._manner.draw_hints(canvas, page, self._hints(page, asked, focused))

    def _hints(self, page: Page, asked: Asked, focused: str) -> list[Hint]:
        if not asked.open:
            return [*self._manner.waiting(asked), PAUSE._replace(keys=self._manner.stop)]
        answering = self._answering(asked)
        crew, stop = ("F1-F4", "Esc") if answering.wants_text else ("QWER", self._manner.stop)
        own = answering.hints(self._table(page, asked), focused)
        called = [Hint("crew", crew)] if self._manner.terms.crew else []
        return [*own, *called, Hint("pause", stop, "Start", "right click")]

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        asked = self._look(page.now)
        self._manner.draw_live(canvas, page, asked)
        if asked.open:
            self._answering(asked).draw_live(canvas, self._table(page, asked), self.focused(page))

    # --- places ---

    def _room(self, page: Page) -> Rect:
        """Between the band and the hints."""
        return body(page).below(band_rect(page).h + 8)

    def _row(self, page: Page, asked: Asked) -> Row:
        return row_in(page, self._room(page), locks(asked.kind), self._manner.terms.crew)

    def _table(self, page: Page, asked: Asked) -> Table:
        return self._table_below(page, asked, self._question_style(page, asked))

    def _table_below(self, page: Page, asked: Asked, question: Style) -> Table:
        """The room between a question of that size and the crew."""
        room = self._room(page).above(self._row(page, asked).height + 14)
        height = page.ruler.size(asked.text, question, self._question_width(page)).h
        return Table(page, room.below(height + self._label_height(page) + 26), asked)

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
            if not (asked.open or asked.buzzing):
                break
            table = self._table_below(page, asked, style)
            if self._answering(asked).size(table) >= 0.66 * style.size:
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
        self._manner.draw_line(canvas, page, asked, label)
        canvas.text(asked.text, place, self._question_style(page, asked), page.theme.palette.paper)

    def _draw_row(self, canvas: Canvas, page: Page, asked: Asked, focused: str) -> None:
        row = self._row(page, asked)
        writing = asked.open and self._answering(asked).wants_text
        if row.crew:
            draw_crew(canvas, page, row, asked, focused, CREW_FUNCTION_KEYS if writing else CREW_KEYS)
        if row.lock:
            ready = asked.open and self._answering(asked).ready(asked)
            draw_lock(canvas, page, row.lock, ready, focused == LOCK)
