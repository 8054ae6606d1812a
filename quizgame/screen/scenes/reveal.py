"""The reveal: right or wrong by icon, word and place, what it paid, why, and the source; changes nothing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from quizgame.quiz.state import NOBODY
from quizgame.quiz.view import Reveal, Standing
from quizgame.screen.aloud import reveal_aloud
from quizgame.screen.band import (
    THE_SCORE,
    band,
    band_plates,
    clock,
    clock_rect,
    heat_of,
    mood_of,
    place_of,
)
from quizgame.screen.canvas import Canvas
from quizgame.screen.counting import (
    COUNTED_MS,
    STAMPED_MS,
    Counting,
    counting,
    draw_counting,
    takes_on_the_way,
)
from quizgame.screen.cues import told
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.flag import FLAG_HINT, Mark, draw_flag, draw_said, flag_rect
from quizgame.screen.layout import Rect
from quizgame.screen.left import Left
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import SETTLED, age_of
from quizgame.screen.revealing.base import TURNED_MS, Shown
from quizgame.screen.revealing.explanation import draw_explanation, draw_panel
from quizgame.screen.revealing.kinds import draw_answer
from quizgame.screen.revealing.parts import Parting, Parts
from quizgame.screen.revealing.verdict import draw_verdict
from quizgame.screen.scene import Action, Click, Finished, Input, Mood, Page, Press, pressed
from quizgame.screen.seats import Lit
from quizgame.screen.streak import in_a_row
from quizgame.screen.suspense import (
    BREATH_MS,
    LONG_MS,
    RISEN_MS,
    SHORT_MS,
    following,
    much_hangs_on,
    rising,
    stepping_back,
)
from quizgame.screen.terms import Terms
from quizgame.screen.widgets import Chosen, Hint, Spot, body, button, hints, write

NEXT, PAUSE, FLAG = "next", "pause", "flag"
HASTE_MS = 500
VERDICT_MS, VERDICT_FROM = 140, -14.0  # units aside
WORDS_MS, WORDS_RISE = 220, 8.0
PANEL_RISE = 24.0
ANSWERED_MS = max(TURNED_MS, RISEN_MS)
MENU = Hint("menu", "Esc", "{pause}", "right click")

__all__ = ["FLAG", "NEXT", "PAUSE", "Mark", "RevealScene"]


class RevealScene(FocusScene[str]):
    """Gives back NEXT, PAUSE where the player asked for the menu, or FLAG where they object."""

    def __init__(
        self,
        standing: Standing | None,
        reveal: Reveal,
        last: str,
        mark: Mark | None = None,
        terms: Terms = THE_SCORE,
        told: str = "",
        left: Left | None = None,
    ) -> None:
        """`last` is the word on the button: what comes next. Without a `mark` there is no flag.

        Without a standing the question belonged to no run. The hints for the ways out may be changed; `told`
        is what there is to say of others. It goes on from the question as it was `left`: first that is
        locked and nothing is said, for the length of a breath.
        """
        super().__init__(NEXT)
        self._standing, self._reveal, self._label = standing, reveal, last
        self._terms, self._told, self._left = terms, told, left
        self._parting = Parting()
        self.continues = left.scene if left else None
        self.ways: Sequence[Hint] = (MENU,)
        self.mark = mark
        self._counting = counting(standing, reveal, left.streak if left else 0) if standing else None
        self._since: int | None = None
        self._settled = self._said = self._stamped = False
        self._breath = self._held(left) if left else 0

    def _held(self, left: Left) -> int:
        """For how many ms nothing is said; never long where others wait, or where no answer was given."""
        if self._terms.players:
            return SHORT_MS
        heat = self._counting.before.heat if self._counting else 0
        answered = self._reveal.given is not None
        return LONG_MS if answered and much_hangs_on(self._standing, left.asked, heat) else BREATH_MS

    def spots(self, page: Page) -> list[Spot]:
        height = min(70, 48 * (0.5 + page.theme.text / 2))
        place = body(page).foot(height).end(min(300, page.area.w * 0.4))
        return [Spot(NEXT, place)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(NEXT)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        """Whatever is pressed ends the waiting; while nothing is said yet, it does no more than that."""
        if self._is_hasty(input, page):
            return None
        unread = self._age(page) < 0
        if isinstance(input, Press | Click):
            self._settle()
        if pressed(input, Action.PAUSE, Action.BACK):
            return Finished(PAUSE)
        if self.mark and (pressed(input, Action.FLAG) or _hits(input, flag_rect(page))):
            self.cue("choose")
            return Finished(FLAG)
        return None if unread and pressed(input, Action.ACCEPT) else super().handle(input, page)

    def mood(self) -> Mood:
        """That of the run as far as it has been told.

        The music holds its breath while nothing is said, and where the heat has come to its end.
        """
        waits = self._since is not None and not self._said
        return mood_of(self._standing)._replace(heat=self._heat() / 100, hushed=waits or self._stamped)

    def arrive(self, page: Page) -> None:
        if self._since is None:
            self._since = page.now
            if self._age(page) < 0 and self._reveal.given is not None:
                self.cue("choose")
        self._tell(self._age(page))

    def tick(self, page: Page) -> None:
        self.arrive(page)

    def _settle(self) -> None:
        """All stands where it comes to rest, and what was not said yet is said."""
        self._settled = True
        self._tell(SETTLED)

    def _tell(self, age: int) -> None:
        """Let be heard what has become due by then, in ms after the verdict."""
        stamped = age >= STAMPED_MS and self._busts
        if age >= 0 and not self._said:
            self._said = True
            streak = self._standing.streak if self._standing else 0
            counts = self._counting is not None and self._counting.pays and age < COUNTED_MS
            for sound in told(self._reveal, streak, rises=not stamped, counts=counts):
                self.cue(sound)
        if stamped and not self._stamped:
            self._stamped = True
            self.cue("busted")

    @property
    def _busts(self) -> bool:
        """Whether this answer ends the run."""
        return self._counting is not None and self._counting.busts

    def _age(self, page: Page) -> int:
        """How long ago the verdict was given, in ms; less than 0 before that."""
        age = SETTLED if self._settled else age_of(page, self._since)
        return age if age == SETTLED else age - self._breath

    def _is_hasty(self, input: Input, page: Page) -> bool:
        """Whether it comes from one of several players whose buzzer was not needed any more."""
        fresh = self._since is None or page.now - self._since < HASTE_MS
        return bool(self._terms.players) and fresh and pressed(input, Action.ACCEPT)

    def _heat(self) -> int:
        """That of the run, as far as it has been told."""
        if self._standing is None:
            return 0
        before = self._counting and not self._said and self._since is not None
        return self._counting.before.heat if self._counting and before else self._standing.heat

    def _warmth(self, moving: bool) -> float:
        """How hot the city looks: it follows when all stands, for to draw it anew takes longest."""
        before = moving and self._left and self._counting
        return self._counting.before.heat / 100 if self._counting and before else heat_of(self._standing)

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self.mark, self._moving(page)

    def live(self, page: Page) -> Hashable:
        return page.now if any(self._moving(page)) else None

    def _moving(self, page: Page) -> tuple[bool, bool]:
        """Whether the answer with its words, and take and heat, are still on their way."""
        age = self._age(page)
        return age < ANSWERED_MS, bool(self._counting and self._counting.moves(age))

    def holds_back(self, page: Page) -> bool:
        return self._age(page) < 0

    def spoken(self, page: Page, asked: bool = False) -> str:
        said = reveal_aloud(self._reveal, self._who(), self._busts)
        return said + in_a_row(self._standing, self._terms)

    def draw(self, canvas: Canvas, page: Page) -> None:
        answer_moves, figures_move = self._moving(page)
        canvas.backdrop(self._warmth(answer_moves), 0.45, place_of(self._standing))
        verdict, question, _, _, said = self._parts(page)
        canvas.scrim(clock_rect(page), 0.8)
        canvas.scrim(Rect(verdict.x, verdict.y, verdict.w * 0.8, question.bottom - verdict.y), 0.8)
        self._draw_foot(canvas, page, said)
        band(canvas, page, self._standing, terms=self._terms, figures=False)
        if not figures_move and self._counting:
            self._draw_counting(canvas, page, self._counting)
        if not answer_moves:
            self._draw_answer(canvas, page)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        answer_moves, figures_move = self._moving(page)
        if figures_move and self._counting:
            self._draw_counting(canvas, page, self._counting)
        if answer_moves:
            self._draw_answer(canvas, page)

    def _draw_counting(self, canvas: Canvas, page: Page, counting: Counting) -> None:
        """The figures of the one who plays, or the plates of all."""
        age, standing = self._age(page), self._standing
        if standing and self._terms.players:
            takes = takes_on_the_way(standing, self._reveal, counting, age)
            band_plates(canvas, page, self._terms, takes, Lit(self._reveal.seat))
        else:
            draw_counting(canvas, page, counting, age, self._terms)

    def _draw_answer(self, canvas: Canvas, page: Page) -> None:
        """What comes one after the other: the verdict, the answer, and the words about it."""
        verdict, question, cards, panel, said = self._parts(page)
        shown = self._shown(page)
        self._draw_question(canvas, shown, question)
        come = rising(shown.age) if shown.left else 1.0
        with canvas.faded(come, y=PANEL_RISE * (1 - come)):
            draw_panel(canvas, shown, panel)
            button(canvas, page, self.spots(page)[0].rect, self._label, True, align="centre")
        self._draw_flag(canvas, shown, said)
        come = ease_out(progress(shown.age, 0, VERDICT_MS))
        with canvas.faded(come, x=VERDICT_FROM * (1 - come)):
            draw_verdict(canvas, shown, verdict, self._told, self._heat())
        draw_answer(canvas, shown, cards)
        come = ease_out(progress(shown.age, ANSWERED_MS - WORDS_MS, WORDS_MS))
        with canvas.faded(come, y=WORDS_RISE * (1 - come)):
            draw_explanation(canvas, shown, panel)

    def _draw_question(self, canvas: Canvas, shown: Shown, room: Rect) -> None:
        """Its words, when the verdict and what it was answered with have left them their place."""
        gone, come = stepping_back(shown.locked, shown.breath) if shown.left else (0.0, 1.0)
        if shown.left and shown.age < ANSWERED_MS and room.bottom > shown.left.top(shown.page):
            come = following(shown.age)
        if shown.left and gone > 0:
            with canvas.faded(gone):
                shown.left.draw_around(canvas, shown.page)
        with canvas.faded(come):
            write(canvas, shown.page, self._reveal.text, room, "option", shown.page.theme.palette.paper)

    def _draw_flag(self, canvas: Canvas, shown: Shown, said: Rect) -> None:
        """The clock as it was stopped, and the flag when that has gone."""
        page, left = shown.page, shown.left
        if left and shown.glide < 1:
            with canvas.faded(1 - shown.glide):
                clock(canvas, page, left.asked.left_ms, left.asked.full_ms)
        elif self.mark:
            draw_flag(canvas, page, self.mark)
            draw_said(canvas, page, self.mark, said)

    def _draw_foot(self, canvas: Canvas, page: Page, said: Rect) -> None:
        """The hints, and the shade below what is said of the flag: before all that they would darken."""
        if self.mark and self.mark.said:
            canvas.scrim(said, 0.8)
        go_on = Hint(self._label.lower(), "Enter", "A", "click")
        hints(canvas, page, [go_on, *([FLAG_HINT] if self.mark else []), *self.ways])

    def _parts(self, page: Page) -> Parts:
        return self._parting.parts(self._shown(page), self.spots(page)[0].rect)

    def _shown(self, page: Page) -> Shown:
        age, digits = self._age(page), self._terms.buzzers
        return Shown(page, self._reveal, self._who(), age, digits, self._breath, self._left)

    def _who(self) -> str:
        """Whose answer it was, where several play."""
        players, seat = self._terms.players, self._reveal.seat
        return players[seat].name if players and seat != NOBODY else ""


def _hits(input: Input, rect: Rect) -> bool:
    return isinstance(input, Click) and rect.holds(input.x, input.y)
