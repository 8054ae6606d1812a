"""The reasons to flag a question, one of which is chosen; knows neither the run nor the file."""

from __future__ import annotations

from quizgame.quiz.report import WORDS, Reason
from quizgame.screen.canvas import CENTRE, TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit, panel_turning
from quizgame.screen.scene import OPTIONS, Action, Finished, Input, Page, Press, pressed
from quizgame.screen.widgets import (
    BACK,
    MOVE,
    MOVE_ROUND,
    Chosen,
    Hint,
    Spot,
    back_button,
    body,
    heading,
    hints,
    write,
)

LEAVE, TAKE_OFF = "leave", "take off"
KEPT_HERE = "Nothing is sent. “quizgame reports” prints what you have flagged."


class ReportScene(FocusScene[str]):
    """Gives back the value of a Reason, TAKE_OFF where one was chosen before, or LEAVE."""

    def __init__(self, text: str, answer: str, kept: Reason | None) -> None:
        """`text` is the question, `answer` what counts as right, `kept` the reason it is flagged for."""
        labels = {reason.value: words for reason, words in WORDS.items()}
        if kept:
            labels[TAKE_OFF] = "Take the flag off"
        super().__init__(kept or next(iter(labels)))
        self._text, self._answer, self._kept, self._labels = text, answer, kept, labels

    def spots(self, page: Page) -> list[Spot]:
        _, room = self._parts(page)
        spots = [Spot(id, rect) for id, rect in zip(self._labels, _places(page, room), strict=False)]
        return [*spots, Spot(LEAVE, back_button(page))]

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        if pressed(input, Action.FLAG):
            self.cue("back")
            return Finished(LEAVE)
        if isinstance(input, Press) and input.action in OPTIONS:
            place = OPTIONS.index(input.action)
            return self._choose(list(self._labels)[place]) if place < len(self._labels) else None
        return super().handle(input, page)

    def _choose(self, id: str) -> Finished[str]:
        self.cue("choose")
        return Finished(id)

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(choice.id)

    def back(self) -> Finished[str]:
        return Finished(LEAVE)

    def _parts(self, page: Page) -> tuple[Rect, Rect]:
        """Where the question stands, and the room for the reasons."""
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 14, room.h * 0.3))
        room = room.above(page.theme.style("small").size * 1.5 + 8)
        question = room.top(room.h * (0.34 if page.theme.large else 0.26))
        return question, room.below(question.h + 10)

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.55)
        question, _ = self._parts(page)
        line = body(page).foot(page.theme.style("small").size * 1.5)
        canvas.scrim(question, 0.8)  # shades come first: they would darken what stands near them
        canvas.scrim(line.left(page.ruler.size(KEPT_HERE, page.theme.style("small")).w), 0.8)
        digits = f"1-{len(self._labels)}"
        move = MOVE_ROUND if page.theme.large else MOVE
        hints(canvas, page, [Hint("choose", digits, "A", "click"), move, BACK])
        heading(canvas, page, "FLAG IT")
        self._draw_question(canvas, page, question)
        self.draw_spots_at_rest(canvas, page)
        write(canvas, page, KEPT_HERE, line, "small", page.theme.palette.dim)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        for number, spot in enumerate(self.spots(page), start=1):
            lit = light.on(spot.id)
            if spot.id == LEAVE:
                button_lit(canvas, page, spot.rect, "Back", lit, CENTRE)
            else:
                self._draw_reason(canvas, page, spot, number, lit)

    def _draw_question(self, canvas: Canvas, page: Page, room: Rect) -> None:
        p = page.theme.palette
        answer = room.foot(room.h * 0.42)
        write(canvas, page, self._text, room.above(answer.h + 4), "option", p.paper)
        write(canvas, page, f"Counts as right: {self._answer}", answer, "body", p.dim, valign=TOP)

    def _draw_reason(self, canvas: Canvas, page: Page, spot: Spot, number: int, lit: float) -> None:
        rect, side = spot.rect, min(26, spot.rect.h * 0.5)
        panel_turning(canvas, rect, "glass", "focus", lit)
        inner = rect.inset(22, 2)
        words = inner.left(inner.w - side - 10)
        write(canvas, page, f"{number}   {self._labels[spot.id]}", words, "button", page.theme.palette.paper)
        if spot.id == self._kept:
            canvas.shape("flag", inner.end(side).centred(side, side), page.theme.palette.sodium)


def _places(page: Page, room: Rect) -> list[Rect]:
    """Places for as many buttons as there may ever be: in a column, or in two where text is large."""
    columns = 2 if page.theme.large else 1
    rows = (len(WORDS) + 1) // columns
    high = min(54 * (0.5 + page.theme.text / 2), (room.h - 10 * (rows - 1)) / rows)
    used = room.top(high * rows + 10 * (rows - 1)).left(room.w if columns == 2 else min(room.w, 600))
    return [cell for row in used.rows(rows, 10) for cell in row.columns(columns)]
