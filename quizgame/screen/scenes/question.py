"""A question: it stands alone first, then it is opened and the clock runs; never knows the answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from quizgame.quiz.rules import Crew
from quizgame.quiz.view import Asked, Standing
from quizgame.screen.aloud import question_aloud
from quizgame.screen.answering.base import Answering, Gave, Table
from quizgame.screen.answering.kinds import answering_for
from quizgame.screen.asking import Placing
from quizgame.screen.asking_deeds import Called, Move, RanOut, ReadNow
from quizgame.screen.asking_hints import answering_hints, waiting_hints
from quizgame.screen.asking_moves import LINE_STEPS, AskingMoves, Moving, Stand, draw_time_to_read, draw_words
from quizgame.screen.band import clock_key, clock_rect, heat_of, mood_of, place_of
from quizgame.screen.canvas import Canvas
from quizgame.screen.cards import faces
from quizgame.screen.countdown import Countdown
from quizgame.screen.crew import CREW_KEYS, CREW_ORDER, LOCK, draw_row
from quizgame.screen.entrance import draw_entrance
from quizgame.screen.guard import Guard
from quizgame.screen.last_seconds import draw_edges
from quizgame.screen.layout import Rect
from quizgame.screen.left import Left
from quizgame.screen.manners.base import Buzzed, Manner, Stopped
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light
from quizgame.screen.scene import (
    CREW,
    Action,
    Away,
    Button,
    Click,
    Device,
    Finished,
    Input,
    Mood,
    Page,
    Press,
    pressed,
)
from quizgame.screen.widgets import Chosen, Hint, Spot, Turned

__all__ = ["CREW_ORDER", "Buzzed", "Called", "Gave", "Move", "QuestionScene", "RanOut", "ReadNow", "Stopped"]


class QuestionScene(FocusScene[Move]):
    """Gives back what the player did.

    Shown again after a call on the crew, it keeps its focus and all that was prepared.
    """

    def __init__(
        self,
        standing: Standing | None,
        look: Callable[[int], Asked],
        due: Callable[[], int | None],
        manner: Manner | None = None,
    ) -> None:
        """`look(now)` is the question as the player may see it, `due()` when its time is over.

        `manner` is what the mode makes of asking; without one it is The Score. Without a standing the
        question belongs to no run, and the hints for the ways out are set as `ways`.
        """
        super().__init__()
        self._manner = manner or Manner()
        self._standing, self._look, self._due = standing, look, due
        self.ways: Sequence[Hint] = ()
        self._placing = Placing(self._manner, self._answering)
        self._countdown = Countdown()
        self._guard = Guard()
        self._answerings: dict[Hashable, Answering] = {}
        self._moves = AskingMoves(self._manner.terms.one_clock)
        self._seen: Asked | None = None

    @property
    def wants_text(self) -> bool:
        asked = self._look(0)  # whatever the time: only the clock's state depends on it
        return asked.open and self._answering(asked).wants_text

    def tick(self, page: Page) -> Finished[Move] | None:
        limit = self._due()
        asked = self._seen = self._look(page.now)
        if limit is not None and page.now >= limit:
            self._guard.begin(page.now)
            if not (asked.open or asked.buzzing):
                self.cue("open")
            return Finished(RanOut())
        beat = self._countdown.due(asked.left_ms if asked.open else None)
        if beat:
            self.cue(beat)
        return None

    @property
    def left(self) -> Left:
        """The question as it was when the player did what led on."""
        asked = self._seen or self._look(0)
        answering = self._answering(asked) if asked.open or asked.buzzing else None
        return Left(self, asked, answering, self._table, self._draw_parts, self._draw_picture, self._standing)

    def mood(self) -> Mood:
        return mood_of(self._standing)

    def claims(self, button: Button) -> bool:
        return self._manner.claims(button, self._look(0))

    def arrive(self, page: Page) -> None:
        self._notice(page)

    def _notice(self, page: Page) -> None:
        """See what has changed since the last look, for it moves now."""
        asked = self._seen = self._look(page.now)
        if asked.text:
            self._moves.see(asked, self._stand(page, asked), page.now, self._due())
        self._lamp.turn(self._lit(page, self._focused(page, asked)), page.now)

    def _lit(self, page: Page, focused: str) -> str:
        """What has the light: with the mouse in hand, nothing until it was pointed at."""
        return "" if page.device is Device.MOUSE and not self.focus.id else focused

    def handle(self, input: Input, page: Page) -> Finished[Move] | None:
        self._moves.hush(input)
        done = self._handle(input, page)
        self._notice(page)
        return done

    def _handle(self, input: Input, page: Page) -> Finished[Move] | None:
        asked = self._look(page.now)
        if pressed(input, Action.PAUSE) or isinstance(input, Away):
            return Finished(Stopped())
        heard = self._manner.heard(input, page, asked)
        if heard is not False:
            return None if heard is True else Finished(heard)
        if asked.open:
            return None if self._guard.stops(input, page.now) else self._try(input, page, asked)
        if pressed(input, Action.BACK):
            return Finished(Stopped())
        if asked.buzzing:
            return super().handle(input, page)
        if not self._manner.skips or not isinstance(input, Press | Click):
            return None
        self._guard.begin(page.now)
        self.cue("open")
        return Finished(ReadNow())

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
        self.cue(f"crew_{crew}")
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
        return self._spots(page, self._look(page.now))

    def _focused(self, page: Page, asked: Asked) -> str:
        return self.focus.among(self._spots(page, asked))

    def _spots(self, page: Page, asked: Asked) -> list[Spot]:
        if asked.buzzing:
            return list(self._manner.spots(page, asked))
        if not asked.open:
            return []
        answering, row = self._answering(asked), self._placing.row(page, asked)
        return [*answering.spots(self._table(page, asked)), *row.spots(asked, answering.ready(asked))]

    def _answering(self, asked: Asked) -> Answering:
        """The way to answer this question, made when it is first needed; Nate's may be another one."""
        key = (asked.kind, asked.text, asked.labels, asked.span, asked.picture)
        if key not in self._answerings:
            self._answerings[key] = answering_for(asked, self.cue, self._manner.terms.buzzers)
        return self._answerings[key]

    def still(self, page: Page) -> Hashable:
        asked = self._look(page.now)
        done = self._answering(asked).state() if asked.open else None
        put = asked.text, asked.picture, asked.open, asked.options, self._manner.state()
        moving = self._moving(page, asked), self._manner.counts(page)
        return self.focus.id, put, asked.crew_ready, asked.worth, done, moving

    def _moving(self, page: Page, asked: Asked) -> Moving:
        """What must be drawn again and again until it has come to rest."""
        answering = self._answering(asked) if asked.open or asked.buzzing else None
        words, options, line = self._moves.moving(page, answering.parts(asked) if answering else 0)
        light, glides = self._lamp.moves(page), answering is not None and answering.moves(page)
        row = light or self._moves.calls(page).moves
        return Moving(words, bool(answering) and (options or light or glides), line, row)

    def live(self, page: Page) -> Hashable:
        asked = self._moves.shown(page, self._look(page.now))
        caret = self._answering(asked).live(page) if asked.open else None
        now = page.now if any(self._moving(page, asked)) else None
        waits = round(LINE_STEPS * self._moves.waits(page)) or None
        seen = clock_key(page, asked.left_ms), caret, self._manner.live(page), now, waits
        return seen if any(part is not None for part in seen) else None

    def spoken(self, page: Page, asked: bool = False) -> str:
        put, printed = self._look(page.now), faces(page, self._manner.terms.buzzers)
        return question_aloud(put, printed, asked, self._crew_keys(page, put) if asked else ())

    def _crew_keys(self, page: Page, asked: Asked) -> Sequence[str]:
        writing = asked.open and self._answering(asked).wants_text
        return CREW_KEYS if writing else page.keymap.caps(CREW)

    def draw(self, canvas: Canvas, page: Page) -> None:
        asked = self._look(page.now)
        canvas.backdrop(heat_of(self._standing), 0.30, place_of(self._standing))
        label, place, *_ = self._placing.places(page, asked)
        canvas.scrim(clock_rect(page), 0.8)
        canvas.scrim(Rect(label.x, label.y, max(min(place.w, 700), 420), place.bottom - label.y))
        focused = self._focused(page, asked)
        self._manner.draw_hints(canvas, page, self._hints(page, asked, focused))
        self._manner.draw_band(canvas, page, self._standing, self._moves.stood(page, asked))
        self._draw_picture(canvas, page, asked)
        stands = Moving(*(not moves for moves in self._moving(page, asked)))
        self._draw_parts(canvas, page, asked, stands, self._lamp.light(page, self._lit(page, focused)))

    def _draw_picture(self, canvas: Canvas, page: Page, asked: Asked) -> None:
        picture = self._placing.places(page, asked).picture
        if asked.picture and picture:
            canvas.picture(asked.picture, picture, page.theme.style("option"))

    def _hints(self, page: Page, asked: Asked, focused: str) -> list[Hint]:
        if not asked.open:
            return waiting_hints(self._manner, asked)
        answering, ways = self._answering(asked), None if self._standing else self.ways
        own = answering.hints(self._table(page, asked), focused)
        return answering_hints(self._manner, asked, answering, own, ways)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        asked = self._moves.shown(page, self._look(page.now))
        moving, focused = self._moving(page, asked), self._focused(page, asked)
        self._draw_parts(canvas, page, asked, moving, self._lamp.light(page, self._lit(page, focused)))
        draw_edges(canvas, page, asked.left_ms if asked.open else None)
        self._manner.draw_live(canvas, page, self._standing, asked)
        colour = page.theme.accent(place_of(self._standing))
        draw_time_to_read(canvas, self._stand(page, asked), self._moves.waits(page), colour)
        if asked.open:
            self._answering(asked).draw_live(canvas, self._table(page, asked), focused)
        draw_entrance(canvas, page, self._standing, asked, self._moves, self._placing, self._spots)

    def _draw_parts(self, canvas: Canvas, page: Page, asked: Asked, wanted: Moving, light: Light) -> None:
        """Those parts of the picture that are wanted, as they are at this moment."""
        if wanted.line:
            self._manner.draw_line(canvas, page, asked, self._placing.places(page, asked).label)
        if wanted.words:
            draw_words(canvas, page, self._moves, self._stand(page, asked))
        if wanted.options and (asked.open or asked.buzzing):
            self._answering(asked).draw(canvas, self._table(page, asked), light)
        if wanted.row:
            self._draw_row(canvas, page, asked, light)

    # --- places ---

    def _table(self, page: Page, asked: Asked) -> Table:
        taken, age = self._moves.taken(page)
        room = self._placing.places(page, asked).table
        return Table(page, room, asked, self._moves.opened(page), taken, age)

    def _stand(self, page: Page, asked: Asked) -> Stand:
        at = self._placing.places(page, asked)
        return Stand(asked.text, at.question, at.style)

    def _draw_row(self, canvas: Canvas, page: Page, asked: Asked, light: Light) -> None:
        ready = asked.open and self._answering(asked).ready(asked)
        keys, calls = self._crew_keys(page, asked), self._moves.calls(page)
        row = self._placing.row(page, asked)
        draw_row(canvas, page, row, asked, light, keys, ready, calls)
