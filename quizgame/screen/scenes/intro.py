"""The game in three sentences, with ways on from there; knows the numbers only as it is given them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgame.quiz.amounts import portion
from quizgame.quiz.modes import Mode
from quizgame.quiz.rules import MAX_HEAT
from quizgame.screen.canvas import CENTRE, MIDDLE, TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.scene import Finished, Mood, Page
from quizgame.screen.theme import SPACE, Style
from quizgame.screen.widgets import (
    BACK,
    CHOOSE,
    LEAST,
    Chosen,
    Hint,
    Spot,
    body,
    heading,
    hints,
    write,
)

TRY, RULES, ON = "try", "rules", "on"

RUN = (
    "A run is {rounds} rounds of {questions} questions about Heat: every right answer adds to your take, and "
    "every round pays more."
)
CLOCK = (
    "When the options open you have {seconds} seconds flat; a miss brings heat, and at {most} you are busted "
    "and keep {keeps} of the take."
)
WALK = (
    "After each round the choice is yours: walk away with the whole take, or stay for a round that pays more "
    "and burns hotter."
)


class Lesson(NamedTuple):
    """One of the sentences, below its heading and its drawing."""

    drawing: str
    title: str
    text: str


LESSONS = (
    Lesson("steps", "THE RUN", RUN),
    Lesson("clock", "CLOCK AND HEAT", CLOCK),
    Lesson("door", "WALKING AWAY", WALK),
)


class IntroScene(FocusScene[str]):
    """Gives back TRY, RULES or ON; going back is ON."""

    def __init__(self, mode: Mode, on: str, first: str = TRY) -> None:
        """`on` is the word on the button that leads on, `first` the button that has the focus."""
        super().__init__(first)
        self._buttons = ((TRY, "Try a question"), (RULES, "All the rules"), (ON, on))
        self._lessons = [lesson._replace(text=_numbered(lesson.text, mode)) for lesson in LESSONS]

    def spots(self, page: Page) -> list[Spot]:
        height = min(76, 58 * (0.5 + page.theme.text / 2))
        places = body(page).foot(height).columns(len(self._buttons), SPACE.md)
        return [Spot(id, rect) for (id, _), rect in zip(self._buttons, places, strict=True)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(choice.id)

    def back(self) -> Finished[str]:
        return Finished(ON)

    def mood(self) -> Mood:
        return Mood()

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.45)
        on = self._buttons[-1][1].lower()
        hints(canvas, page, [Hint("move", "<left><right>", "<left><right>"), CHOOSE, BACK._replace(label=on)])
        panes = self._panes(page, heading(canvas, page, "THE JOB IN BRIEF"))
        style = self._style(page, panes)
        panes = self._trimmed(page, panes, style)
        for lesson, pane in zip(self._lessons, panes, strict=True):
            canvas.panel(pane)
            drawing, title, text = _parts(page, pane)
            _draw(canvas, page, lesson.drawing, drawing)
            if title:
                write(canvas, page, lesson.title, title, "heading", page.theme.palette.sodium)
            canvas.text(lesson.text, text, style, page.theme.palette.paper, valign=TOP if title else MIDDLE)
        self.draw_spots_at_rest(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        for spot, (_, label) in zip(self.spots(page), self._buttons, strict=True):
            button_lit(canvas, page, spot.rect, label, light.on(spot.id), CENTRE)

    def _panes(self, page: Page, room: Rect) -> list[Rect]:
        """Side by side, or one below the other where text is large."""
        room = room.above(room.bottom - self.spots(page)[0].rect.y + SPACE.lg)
        return room.rows(3, SPACE.sm) if page.theme.large else room.columns(3, SPACE.md)

    def _style(self, page: Page, panes: Sequence[Rect]) -> Style:
        """The size that suits all three."""
        pairs = zip(self._lessons, panes, strict=True)
        full = page.theme.style("option")
        fits = [page.ruler.fit(lesson.text, full, _parts(page, pane).text, LEAST) for lesson, pane in pairs]
        return min(fits, key=lambda style: style.size)

    def _trimmed(self, page: Page, panes: Sequence[Rect], style: Style) -> list[Rect]:
        """The panes without the room below that none of the sentences needs."""
        spare = min(
            _spare(page, pane, lesson, style) for lesson, pane in zip(self._lessons, panes, strict=True)
        )
        return [pane.above(spare) for pane in panes]


class Parts(NamedTuple):
    """Where a pane's drawing, heading and sentence stand; large text leaves no room for a heading."""

    drawing: Rect
    title: Rect | None
    text: Rect


def _parts(page: Page, pane: Rect) -> Parts:
    if page.theme.large:
        inner = pane.inset(SPACE.xl, SPACE.md)
        return Parts(inner.left(inner.h), None, inner.after(inner.h + SPACE.xl))
    inner = pane.inset(SPACE.xl)
    drawing = inner.top(min(112, inner.h * 0.3))
    title = inner.below(drawing.h + SPACE.lg).top(page.theme.style("heading").size * 1.2)
    return Parts(drawing, title, inner.below(title.bottom - inner.y + SPACE.sm))


def _spare(page: Page, pane: Rect, lesson: Lesson, style: Style) -> float:
    """The height below a sentence that stands under its heading."""
    _, title, text = _parts(page, pane)
    return text.h - page.ruler.size(lesson.text, style, text.w).h if title else 0


def _numbered(text: str, mode: Mode) -> str:
    rules = mode.rules
    return text.format(
        rounds=len(mode.rounds),
        questions=len(mode.rounds[0].levels),
        seconds=(rules.clock_ms or 0) // 1000,
        most=MAX_HEAT,
        keeps=portion(rules.busted_keeps),
    )


def _draw(canvas: Canvas, page: Page, drawing: str, room: Rect) -> None:
    match drawing:
        case "steps":
            _draw_steps(canvas, page, room)
        case "clock":
            _draw_clock(canvas, page, room)
        case name:
            side = min(room.w, room.h)
            canvas.shape(name, room.left(side).centred(side, side), page.theme.palette.right)


def _draw_steps(canvas: Canvas, page: Page, room: Rect) -> None:
    """Rounds, each worth more than the one before."""
    width = min(room.w, room.h * 1.3)
    for number, column in enumerate(room.left(width).columns(5, SPACE.sm), 1):
        canvas.fill(column.foot(room.h * number / 5), page.theme.palette.sodium)


def _draw_clock(canvas: Canvas, page: Page, room: Rect) -> None:
    """The clock with two thirds of its time left, and beside it, where there is room, the heat."""
    p, side = page.theme.palette, min(room.w, room.h)
    clock = room.left(side).centred(side, side)
    canvas.ring(clock, 2 / 3, p.cyan)
    canvas.text("20", clock, page.theme.style("clock").at(side * 0.42), p.paper, CENTRE, MIDDLE)
    rest = room.after(side + SPACE.xl)
    if rest.w > side:
        meter = Rect(rest.x, room.middle[1] - SPACE.sm, rest.w, SPACE.lg)
        canvas.meter(meter, 0.6)
