"""The pause: the question is hidden and time stands still; knows nothing of the run but its name."""

from __future__ import annotations

from collections.abc import Hashable

from quizgame.screen.canvas import Canvas
from quizgame.screen.menu import FocusScene, column
from quizgame.screen.moving import age_of, button_lit, coming, coming_ms
from quizgame.screen.scene import Action, Finished, Input, Mood, Page, pressed
from quizgame.screen.widgets import CHOOSE, MOVE, Chosen, Hint, Spot, body, heading, hints

RESUME, PASS, SETTINGS, HOWTO, GIVE_UP = "resume", "pass", "settings", "howto", "give up"
LABELS = {
    RESUME: "Back to the job",
    PASS: "Nobody knows it",
    SETTINGS: "Settings",
    HOWTO: "How to play",
    GIVE_UP: "Call it off",
}

SLIDE = 20.0  # units


class PauseScene(FocusScene[str]):
    """Gives back RESUME, SETTINGS, HOWTO or GIVE_UP; PASS too where a question can be let go."""

    def __init__(
        self, first: str = RESUME, *, can_pass: bool = False, place: str = "", timed: bool = True
    ) -> None:
        """`timed` says that there is a clock to stand still."""
        super().__init__(first)
        self._timed = timed
        self._place = place
        self._ids = [id for id in LABELS if can_pass or id != PASS]
        self._since: int | None = None
        self.cue("pause")

    def arrive(self, page: Page) -> None:
        self._since = page.now if self._since is None else self._since
        super().arrive(page)

    def spots(self, page: Page) -> list[Spot]:
        room = body(page)
        room = room.below(page.theme.style("title").size * 1.1 + 90)
        places = column(room.left(min(room.w, 420)), self._ids, 60 * (0.5 + page.theme.text / 2))
        return [Spot(id, rect) for id, rect in zip(self._ids, places, strict=True)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(choice.id)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        return Finished(RESUME) if pressed(input, Action.PAUSE) else super().handle(input, page)

    def back(self) -> Finished[str]:
        return Finished(RESUME)

    def mood(self) -> Mood:
        return Mood(hushed=True)

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.6, self._place)
        hints(canvas, page, [MOVE, CHOOSE, Hint("go on", "{pause}", "{pause}")])
        room = heading(canvas, page, "PAUSED")
        clock = "The clock stands still and the" if self._timed else "The"
        told = f"{clock} question is out of sight."
        canvas.text(told, room, page.theme.style("body"), page.theme.palette.dim)
        if not self._moves(page):
            self._draw_ways(canvas, page)

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self._moves(page)

    def live(self, page: Page) -> Hashable:
        return page.now if self._moves(page) else None

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        if self._moves(page):
            self._draw_ways(canvas, page)

    def _moves(self, page: Page) -> bool:
        return age_of(page, self._since) < coming_ms(len(self._ids)) or self._lamp.moves(page)

    def _draw_ways(self, canvas: Canvas, page: Page) -> None:
        age, light = age_of(page, self._since), self._lamp.light(page, self.focused(page))
        for place, spot in enumerate(self.spots(page)):
            with coming(canvas, age, place, len(self._ids), x=-SLIDE, y=0):
                button_lit(canvas, page, spot.rect, LABELS[spot.id], light.on(spot.id))
