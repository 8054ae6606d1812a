"""What moves while a question is asked: keeps since when it is as it is; knows no rules."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from quizgame.quiz.rules import Crew
from quizgame.quiz.view import Asked
from quizgame.screen.canvas import Canvas
from quizgame.screen.cards import TAKEN_MS
from quizgame.screen.crew import Calls
from quizgame.screen.ease import counted, ease_in, ease_in_out, ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.moving import SETTLED, age_of, coming_ms
from quizgame.screen.scene import Click, Input, Page, Press, Pushed, Typed
from quizgame.screen.theme import Colour, Style
from quizgame.screen.word_by_word import WORD_MS, draw_word_by_word

WORDS_MS, GONE_MS = 220, 180
PAID_MS, DRIVEN_MS = 500, 700
WORDS_RISE, LEAVE = 10.0, 70.0  # units
SPREAD = 0.4  # of the time to read: so long words go on coming
LINE_STEPS = 400
LINE, LINE_WIDEST, LINE_BELOW = 3.0, 420.0, 7.0  # units


class Stand(NamedTuple):
    """The words of a question: what they are, where they stand and how they are set."""

    text: str
    rect: Rect
    style: Style


class Moving(NamedTuple):
    """Parts of the picture that are drawn together: words, options, the line above, the crew and the lock."""

    words: bool
    options: bool
    line: bool
    row: bool


class AskingMoves:
    """Is shown the question whenever it may have changed, and tells how long ago each change was."""

    def __init__(self, at_once: bool) -> None:
        """`at_once` says that the question is opened in the moment in which it is put."""
        self._at_once = at_once
        self._seen: Asked | None = None
        self._stand: Stand | None = None
        self._gone: Stand | None = None
        self._words_at: int | None = None
        self._opens_at: int | None = None
        self._beat = 0
        self._opened_at: int | None = None
        self._calls: list[tuple[Crew, int]] = []
        self._hushed = False
        self._taken: tuple[tuple[str | None, ...], int] = ((), 0)
        self._paid: tuple[int, int, int] = (0, 0, 0)
        self._driven: tuple[int, int, int] = (0, 0, 0)

    def see(self, asked: Asked, stand: Stand, now: int, due: int | None = None) -> None:
        """The question as it is now, with the place of its words, and when something happens by itself."""
        self._opens_at = None if asked.open or asked.buzzing else due
        before, self._seen = self._seen, asked
        called = before.crew_left - asked.crew_left if before else ()
        self._calls += [(crew, now) for crew in called]
        self._hushed = self._hushed and not called
        stood, self._stand = self._stand, stand
        if before is None or before.text != asked.text:
            self._put(asked, stood, now)
        else:
            self._changed(before, asked, now)

    def _changed(self, before: Asked, asked: Asked, now: int) -> None:
        """The same question in another state."""
        shows = asked.open or asked.buzzing
        if shows and not (before.open or before.buzzing):
            self._opened_at, self._beat = now, 0
        if asked.options != before.options and before.options:
            self._taken = before.options, now
        if asked.worth != before.worth:
            self._paid = before.worth, before.risk, now
        if asked.driven and not before.driven:
            full = before.full_ms or 0
            self._driven = (asked.full_ms or 0) - full, full, now

    def _put(self, asked: Asked, gone: Stand | None, now: int) -> None:
        """Another question. One that was open already was seen before, but where all are put open."""
        shows = asked.open or asked.buzzing
        fresh = not shows or self._at_once or (asked.buzzing and not asked.out)
        self._gone = gone
        self._words_at = now if not shows or self._at_once else None
        self._beat = max(0, (self._opens_at or now) - now)
        self._opened_at = now if shows and fresh else None
        self._taken, self._paid, self._driven = ((), 0), (0, 0, 0), (0, 0, 0)

    def hush(self, input: Input) -> None:
        """The player goes on: nobody who was called is in the way."""
        self._hushed = self._hushed or isinstance(input, Press | Typed | Click | Pushed)

    # --- how far it has come ---

    def words(self, page: Page) -> int:
        """How long ago the words of the question began to come, in ms; less than 0 while others leave."""
        age = age_of(page, self._words_at)
        return age - GONE_MS if self._gone and age < SETTLED else age

    @property
    def spread(self) -> int:
        """Over how many ms the words come; 0 where all come at once."""
        return round(SPREAD * self._beat)

    def waits(self, page: Page) -> float:
        """How much (1 to 0) is left of the time to read; 0 where nothing may move or no end is known."""
        if self._opens_at is None or not self._beat or not page.theme.motion:
            return 0.0
        return 1 - progress(self._beat - (self._opens_at - page.now), 0, self._beat)

    def gone(self, page: Page) -> tuple[Stand, float] | None:
        """The words that are leaving, and how far (0 to 1) they are."""
        age = age_of(page, self._words_at)
        return (self._gone, progress(age, 0, GONE_MS)) if self._gone and age < GONE_MS else None

    def opened(self, page: Page) -> int:
        """How long ago the options came, in ms."""
        return age_of(page, self._opened_at)

    def taken(self, page: Page) -> tuple[tuple[str | None, ...], int]:
        """The options as they were before Chris, and how long ago that was."""
        options, at = self._taken
        return options, age_of(page, at if options else None)

    def calls(self, page: Page) -> Calls:
        """Who was called since the question was put."""
        if not self._calls:
            return Calls()
        last, at = self._calls[-1]
        return Calls(frozenset(crew for crew, _ in self._calls), last, age_of(page, at), self._hushed)

    def moving(self, page: Page, parts: int) -> tuple[bool, bool, bool]:
        """Whether the words move, the options (so many `parts`) and the line above the question."""
        options = self.opened(page) < coming_ms(parts) or self.taken(page)[1] < TAKEN_MS
        coming = self.words(page) < (self.spread + WORD_MS if self.spread else WORDS_MS)
        return coming, options, self.since_paid(page) < PAID_MS

    def since_paid(self, page: Page) -> int:
        """How long ago Michael raised what is at stake, in ms."""
        return age_of(page, self._paid[2] if self._paid[0] else None)

    def stood(self, page: Page, asked: Asked) -> Asked:
        """The question with the heat that was at stake before, as long as it grows."""
        return replace(asked, risk=self._paid[1]) if self.since_paid(page) < PAID_MS else asked

    def shown(self, page: Page, asked: Asked) -> Asked:
        """The question with worth, risk and seconds on their way to what they are."""
        worth, risk, left, full = asked.worth, asked.risk, asked.left_ms, asked.full_ms
        if self._paid[0]:
            share = ease_out(progress(self.since_paid(page), 0, PAID_MS))
            worth, risk = counted(self._paid[0], worth, share), counted(self._paid[1], risk, share)
        gained, full_before, at = self._driven
        age = age_of(page, at if gained else None)
        if left is not None and full is not None and age < DRIVEN_MS:
            share = ease_in_out(age / DRIVEN_MS)
            left, full = max(0, left - round(gained * (1 - share))), counted(full_before, full, share)
        return replace(asked, worth=worth, risk=risk, left_ms=left, full_ms=full)


def draw_words(canvas: Canvas, page: Page, moves: AskingMoves, stand: Stand) -> None:
    """The words of a question on their way in; where Nate came, those of another on their way out first."""
    gone = moves.gone(page)
    if gone:
        leaving, share = gone
        with canvas.faded(1 - share, x=-LEAVE * ease_in(share)):
            _write(canvas, page, leaving)
        return
    if moves.spread and moves.words(page) < moves.spread + WORD_MS:
        draw_word_by_word(canvas, page, *stand, moves.words(page), moves.spread)
        return
    share = ease_out(progress(moves.words(page), 0, WORDS_MS))
    with canvas.faded(share, y=WORDS_RISE * (1 - share)):
        _write(canvas, page, stand)


def draw_time_to_read(canvas: Canvas, stand: Stand, share: float, colour: Colour) -> None:
    """A line below the words that has gone (1 to 0) when the options open."""
    if share > 0:
        rect, widest = stand.rect, min(LINE_WIDEST, stand.rect.w)
        canvas.fill(Rect(rect.x, rect.bottom + LINE_BELOW, widest * share, LINE), colour)


def _write(canvas: Canvas, page: Page, stand: Stand) -> None:
    canvas.text(stand.text, stand.rect, stand.style, page.theme.palette.paper)
