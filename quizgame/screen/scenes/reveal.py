"""The reveal: right or wrong by icon, word and place, what it paid, why, and the source; changes nothing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from quizgame.quiz.state import NOBODY
from quizgame.quiz.view import Reveal, Standing
from quizgame.screen.aloud import reveal_aloud
from quizgame.screen.asking import framed
from quizgame.screen.band import THE_SCORE, band, band_plates, band_rect, dollars, heat_of, mood_of, place_of
from quizgame.screen.canvas import MIDDLE, TOP, Canvas
from quizgame.screen.counting import COUNTED_MS, Counting, counting, draw_counting, takes_on_the_way
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.flag import FLAG_HINT, Mark, draw_flag, draw_said, flag_rect
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import age_of
from quizgame.screen.revealing.base import TURNED_MS, Shown, draw_verdict_icon, roomy
from quizgame.screen.revealing.kinds import draw_answer, is_high, part_marks, share
from quizgame.screen.scene import Action, Click, Finished, Input, Mood, Page, pressed
from quizgame.screen.seats import Lit
from quizgame.screen.terms import Terms
from quizgame.screen.theme import Colour
from quizgame.screen.widgets import Chosen, Hint, Spot, body, button, hints, write

NEXT, PAUSE, FLAG = "next", "pause", "flag"
LOWEST = 90  # units: a panel that is lower has no picture in it
HASTE_MS = 500
VERDICT_MS, VERDICT_FROM = 140, -14.0  # units aside
WORDS_MS, WORDS_RISE = 220, 8.0
ANSWERED_MS = TURNED_MS
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
    ) -> None:
        """`last` is the word on the button: what comes next. Without a `mark` there is no flag.

        Without a standing the question belonged to no run. The hints for the ways out may be changed; `told`
        is what there is to say of others.
        """
        super().__init__(NEXT)
        self._standing, self._reveal, self._label = standing, reveal, last
        self._terms, self._told = terms, told
        self.ways: Sequence[Hint] = (MENU,)
        self.mark = mark
        self._counting = counting(standing, reveal) if standing else None
        self._since: int | None = None
        self.cue("right" if reveal.correct else "wrong")
        if reveal.cooled:
            self.cue("heat_down")
        if reveal.heat:
            self.cue("heat_up")

    def spots(self, page: Page) -> list[Spot]:
        height = min(70, 48 * (0.5 + page.theme.text / 2))
        place = body(page).foot(height).end(min(300, page.area.w * 0.4))
        return [Spot(NEXT, place)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(NEXT)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        if pressed(input, Action.PAUSE, Action.BACK):
            return Finished(PAUSE)
        if self.mark and (pressed(input, Action.FLAG) or _hits(input, flag_rect(page))):
            self.cue("choose")
            return Finished(FLAG)
        return None if self._is_hasty(input, page) else super().handle(input, page)

    def mood(self) -> Mood:
        return mood_of(self._standing)

    def arrive(self, page: Page) -> None:
        self._since = page.now if self._since is None else self._since

    def tick(self, page: Page) -> None:
        self.arrive(page)

    def _is_hasty(self, input: Input, page: Page) -> bool:
        """Whether it comes from one of several players whose buzzer was not needed any more."""
        fresh = self._since is None or page.now - self._since < HASTE_MS
        return bool(self._terms.players) and fresh and pressed(input, Action.ACCEPT)

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self.mark, self._moving(page)

    def live(self, page: Page) -> Hashable:
        return page.now if any(self._moving(page)) else None

    def _moving(self, page: Page) -> tuple[bool, bool]:
        """Whether the answer with its words, and take and heat, are still on their way."""
        age = age_of(page, self._since)
        counts = bool(self._counting and self._counting.changes)
        return age < ANSWERED_MS, counts and age < COUNTED_MS

    def spoken(self, page: Page, asked: bool = False) -> str:
        return reveal_aloud(self._reveal, self._who())

    def draw(self, canvas: Canvas, page: Page) -> None:
        r = self._reveal
        canvas.backdrop(heat_of(self._standing), 0.45, place_of(self._standing))
        verdict, question, _, panel = self._parts(page)
        canvas.scrim(Rect(verdict.x, verdict.y, verdict.w * 0.8, question.bottom - verdict.y), 0.8)
        self._draw_foot(canvas, page, panel)
        answer_moves, figures_move = self._moving(page)
        band(canvas, page, self._standing, terms=self._terms, lit=Lit(r.seat), figures=not figures_move)
        write(canvas, page, r.text, question, "option", page.theme.palette.paper)
        canvas.panel(panel)
        self._draw_picture(canvas, page, panel)
        if not answer_moves:
            self._draw_answer(canvas, page)
        button(canvas, page, self.spots(page)[0].rect, self._label, True, align="centre")
        if self.mark:
            draw_flag(canvas, page, self.mark)
            draw_said(canvas, page, self.mark, self._room_to_say(page, panel))

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        answer_moves, figures_move = self._moving(page)
        if figures_move and self._counting:
            self._draw_counting(canvas, page, self._counting)
        if answer_moves:
            self._draw_answer(canvas, page)

    def _draw_counting(self, canvas: Canvas, page: Page, counting: Counting) -> None:
        """The figures of the one who plays, or the plates of all."""
        age, standing = age_of(page, self._since), self._standing
        if standing and self._terms.players:
            takes = takes_on_the_way(standing, self._reveal, counting, age)
            band_plates(canvas, page, self._terms, takes, Lit(self._reveal.seat))
        else:
            draw_counting(canvas, page, counting, age, self._terms)

    def _draw_answer(self, canvas: Canvas, page: Page) -> None:
        """What comes one after the other: the verdict, the answer, and the words about it."""
        verdict, _, cards, panel = self._parts(page)
        age = age_of(page, self._since)
        share = ease_out(progress(age, 0, VERDICT_MS))
        with canvas.faded(share, x=VERDICT_FROM * (1 - share)):
            self._draw_verdict(canvas, page, verdict)
        draw_answer(canvas, self._shown(page), cards)
        share = ease_out(progress(age, ANSWERED_MS - WORDS_MS, WORDS_MS))
        with canvas.faded(share, y=WORDS_RISE * (1 - share)):
            self._draw_words(canvas, page, panel)

    def _draw_foot(self, canvas: Canvas, page: Page, panel: Rect) -> None:
        """The hints, and the shade below what is said of the flag: before all that they would darken."""
        if self.mark and self.mark.said:
            canvas.scrim(self._room_to_say(page, panel), 0.8)
        go_on = Hint(self._label.lower(), "Enter", "A", "click")
        hints(canvas, page, [go_on, *([FLAG_HINT] if self.mark else []), *self.ways])

    def _room_to_say(self, page: Page, panel: Rect) -> Rect:
        """Beside the button, or above it where the explanation stands beside it."""
        on = self.spots(page)[0].rect
        if is_high(self._shown(page)):
            return Rect(on.x, panel.y, on.w, max(0, on.y - 6 - panel.y))
        room = body(page)
        return Rect(room.x, on.y, on.x - 20 - room.x, on.h)

    def _parts(self, page: Page) -> tuple[Rect, Rect, Rect, Rect]:
        """Verdict, question, cards and explanation, from the top down."""
        room, on = body(page).below(band_rect(page).h + 10), self.spots(page)[0].rect
        high = is_high(self._shown(page))
        if not high:
            room = room.above(on.h + 12)
        verdict = room.top(min(64, room.h * 0.14))
        rest = room.below(verdict.h + 6)
        question = rest.top(rest.h * (0.15 if high else 0.24 if page.theme.large else 0.16))
        rest = rest.below(question.h + 8)
        cards = rest.top(rest.h * share(self._shown(page)))
        panel = rest.below(cards.h + 14)
        return verdict, question, cards, panel.left(panel.w - on.w - 14) if high else panel

    def _shown(self, page: Page) -> Shown:
        return Shown(page, self._reveal, self._who(), age_of(page, self._since))

    def _mark(self) -> tuple[str, str]:
        r = self._reveal
        if r.correct:
            return "tick", "RIGHT"
        if r.seat == NOBODY:
            return "clock", "NOBODY BUZZED"
        return ("clock", "TOO LATE") if r.given is None else ("cross", "WRONG")

    def _draw_verdict(self, canvas: Canvas, page: Page, rect: Rect) -> None:
        r, p, theme = self._reveal, page.theme.palette, page.theme
        icon, word = self._mark()
        colour: Colour = p.right if r.correct else p.alarm
        draw_verdict_icon(canvas, rect.left(rect.h).inset(rect.h * 0.12), icon, colour)
        room = rect.after(rect.h + 10)
        style = page.ruler.fit(word, theme.style("title"), room, 14)
        canvas.text(word, room, style, colour, valign=MIDDLE, glow=True)
        text = self._consequence(page)
        rest = room.after(page.ruler.size(word, style).w + 34)
        write(canvas, page, text, rest, "strong", p.sodium if r.correct else p.alarm)

    def _consequence(self, page: Page) -> str:
        """What the answer paid or cost, in one line, and how much of it was right."""
        r = self._reveal
        parts = [self._who(), part_marks(self._shown(page))]
        if r.answer_money:
            sign = "+" if r.answer_money > 0 else ""
            parts.append(f"{sign}{dollars(r.answer_money)}" + (" doubled" if r.doubled else ""))
        if r.speed_money:
            parts.append(f"+{dollars(r.speed_money)} speed")
        if r.heat:
            parts.append(f"+{r.heat} heat")
        if r.cooled:
            parts.append(f"three in a row: -{r.cooled} heat")
        paid = "   ".join(part for part in parts if part)
        return "\n".join(line for line in (paid, self._told) if line)

    def _who(self) -> str:
        """Whose answer it was, where several play."""
        players, seat = self._terms.players, self._reveal.seat
        return players[seat].name if players and seat != NOBODY else ""

    def _picture_rect(self, page: Page, box: Rect) -> Rect | None:
        """The end of the panel, where there is a picture and room for it."""
        picture = self._reveal.picture
        if picture is None or not roomy(page) or box.h < LOWEST:
            return None
        return framed(picture, box.inset(8).end(box.w * 0.3))

    def _draw_picture(self, canvas: Canvas, page: Page, box: Rect) -> None:
        place = self._picture_rect(page, box)
        if place and self._reveal.picture:
            canvas.picture(self._reveal.picture, place, page.theme.style("small"))

    def _draw_words(self, canvas: Canvas, page: Page, box: Rect) -> None:
        """The explanation and the source, on the panel beside the picture."""
        r, p, theme = self._reveal, page.theme.palette, page.theme
        picture = self._picture_rect(page, box)
        room = (box.left(picture.x - box.x) if picture else box).inset(24, 14)
        source = f"Source: {r.source}" if r.source else ""
        part = 0.22 if is_high(self._shown(page)) else 0.35
        small = page.ruler.fit(source, theme.style("small"), room.top(room.h * part), 11)
        low = page.ruler.size(source, small, room.w).h if source else 0
        explain = r.explain or "No explanation was given for this one."
        write(canvas, page, explain, room.above(low + 8), "option", p.paper, valign=TOP)
        if source:
            canvas.text(source, room.foot(low), small, p.dim)


def _hits(input: Input, rect: Rect) -> bool:
    return isinstance(input, Click) and rect.holds(input.x, input.y)
