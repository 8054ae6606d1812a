"""The pause: the question is hidden and time stands still; knows nothing of the run but its name."""

from __future__ import annotations

from quizgame.screen.canvas import Canvas
from quizgame.screen.menu import FocusScene, column
from quizgame.screen.scene import Action, Finished, Input, Page, pressed
from quizgame.screen.widgets import CHOOSE, MOVE, Chosen, Hint, Spot, body, button, heading, hints

RESUME, SETTINGS, HOWTO, GIVE_UP = "resume", "settings", "howto", "give up"
LABELS = {
    RESUME: "Back to the job",
    SETTINGS: "Settings",
    HOWTO: "How to play",
    GIVE_UP: "Call it off",
}


class PauseScene(FocusScene[str]):
    """Gives back RESUME, SETTINGS, HOWTO or GIVE_UP."""

    def __init__(self, first: str = RESUME) -> None:
        super().__init__(first)
        self.cue("pause")

    def spots(self, page: Page) -> list[Spot]:
        room = body(page)
        room = room.below(page.theme.style("title").size * 1.1 + 90)
        places = column(room.left(min(room.w, 420)), list(LABELS), 60 * (0.5 + page.theme.text / 2))
        return [Spot(id, rect) for id, rect in zip(LABELS, places, strict=True)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(choice.id)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        return Finished(RESUME) if pressed(input, Action.PAUSE) else super().handle(input, page)

    def back(self) -> Finished[str]:
        return Finished(RESUME)

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.6)
        hints(canvas, page, [MOVE, CHOOSE, Hint("go on", "P", "Start")])
        room = heading(canvas, page, "PAUSED")
        told = "The clock stands still and the question is out of sight."
        canvas.text(told, room, page.theme.style("body"), page.theme.palette.dim)
        focused = self.focused(page)
        for spot in self.spots(page):
            button(canvas, page, spot.rect, LABELS[spot.id], spot.id == focused)
