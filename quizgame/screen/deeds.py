"""A scene with something to look at and a few things to do with it, each said to be done; knows no game."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.scene import Action, Finished, Input, Page, pressed
from quizgame.screen.widgets import (
    BACK,
    CHOOSE,
    MOVE_ACROSS,
    Chosen,
    Hint,
    Spot,
    body,
    heading,
    hints,
)

LEAVE = "leave"
LETTER_C = Action.OPTION_3
"""Where no question stands, the key C is free to mean copying."""


class Deed(NamedTuple):
    """Something to do: `do` gives back what came of it, in a sentence; `keys` do it from anywhere.

    What takes more than a frame is `slow`: that is said until it is done, beside the game, in a thread.
    """

    id: str
    label: str
    do: Callable[[], str]
    key: str = ""
    keys: tuple[Action, ...] = ()
    slow: str = ""


class _Work:
    """A deed that is being done in a thread; what goes wrong there is raised where it is asked for."""

    def __init__(self, do: Callable[[], str]) -> None:
        self._do, self._said = do, ""
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="deed", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._said = self._do()
        except Exception as error:  # nobody sees what a thread raises
            self._error = error

    @property
    def done(self) -> bool:
        return not self._thread.is_alive()

    @property
    def said(self) -> str:
        """What came of it."""
        if self._error:
            raise self._error
        return self._said


class DeedsScene(FocusScene[None]):
    """Gives back nothing; subclasses draw what there is to look at."""

    def __init__(self, title: str, deeds: Sequence[Deed], said: str = "") -> None:
        super().__init__(deeds[0].id if deeds else LEAVE)
        self._title, self._deeds, self.said = title, deeds, said
        self._work: _Work | None = None

    def draw_inside(self, canvas: Canvas, page: Page, room: Rect) -> None:
        """Draw what there is to look at."""
        raise NotImplementedError

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        for deed in self._deeds:
            if pressed(input, *deed.keys):
                self.cue("choose")
                self._start(deed)
                return None
        return super().handle(input, page)

    def _start(self, deed: Deed) -> None:
        if not deed.slow:
            self.said = deed.do()
        elif self._work is None:
            self.said, self._work = deed.slow, _Work(deed.do)

    def tick(self, page: Page) -> None:
        if self._work and self._work.done:
            self.said, self._work = self._work.said, None

    def still(self, page: Page) -> Hashable:
        return self.lit(page), self.said

    def spots(self, page: Page) -> list[Spot]:
        height = min(76, 56 * (0.5 + page.theme.text / 2))
        ids = [*(deed.id for deed in self._deeds), LEAVE]
        places = body(page).foot(height).columns(max(3, len(ids)), 14)
        return [Spot(id, rect) for id, rect in zip(ids, places, strict=False)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[None] | None:
        if choice.id == LEAVE:
            return Finished(None)
        self._start(next(deed for deed in self._deeds if deed.id == choice.id))
        return None

    def back(self) -> Finished[None]:
        return Finished(None)

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.5)
        keys = [Hint(deed.label.lower(), deed.key) for deed in self._deeds if deed.key]
        hints(canvas, page, [MOVE_ACROSS, CHOOSE, *keys, BACK])  # first: they darken what lies around them
        spots = self.spots(page)
        line = page.theme.style("body").size * 2.4
        if self.said:
            canvas.scrim(body(page).above(spots[0].rect.h + 12).foot(line), 0.8)
        room = heading(canvas, page, self._title).above(spots[0].rect.h + 12)
        self.draw_inside(canvas, page, room.above(line))
        self._draw_said(canvas, page, room.foot(line - 6))
        self.draw_spots_at_rest(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        labels = {deed.id: deed.label for deed in self._deeds} | {LEAVE: "Back"}
        for spot in self.spots(page):
            button_lit(canvas, page, spot.rect, labels[spot.id], light.on(spot.id), "centre")

    def _draw_said(self, canvas: Canvas, page: Page, room: Rect) -> None:
        if self.said:
            style = page.ruler.fit(self.said, page.theme.style("body"), room, 10)
            canvas.text(self.said, room, style, page.theme.palette.sodium, valign=MIDDLE)
