"""A sentence or two with one or more ways on; knows nothing of why."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.screen.canvas import Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.scene import Finished, Page
from quizgame.screen.theme import SPACE
from quizgame.screen.widgets import BACK, CHOOSE, MOVE_ACROSS, Chosen, Spot, body, heading, hints


class MessageScene(FocusScene[str]):
    """Gives back the id of the button pressed; going back presses the last one."""

    def __init__(
        self, title: str, text: str, buttons: Sequence[tuple[str, str]], safe: str = "", place: str = ""
    ) -> None:
        """`buttons` are (id, label); the one that is `safe` has the focus first, where one is not.

        `place` is where in the city it is asked.
        """
        super().__init__(safe or buttons[0][0])
        self._title, self._text, self._buttons, self._place = title, text, buttons, place

    def spots(self, page: Page) -> list[Spot]:
        height = min(76, 58 * (0.5 + page.theme.text / 2))
        places = body(page).foot(height).columns(max(3, len(self._buttons)), SPACE.md)
        return [Spot(id, rect) for (id, _), rect in zip(self._buttons, places, strict=False)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(choice.id)

    def back(self) -> Finished[str]:
        return Finished(self._buttons[-1][0])

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.5, self._place)
        leads_to = self._buttons[-1][1].lower()
        hints(canvas, page, [MOVE_ACROSS, CHOOSE, BACK._replace(label=leads_to)])
        room = heading(canvas, page, self._title).above(100)
        widest = Rect(room.x, room.y, min(room.w, 900), room.h).inset(SPACE.xl)
        style = page.ruler.fit(self._text, page.theme.style("option"), widest, 12)
        height = page.ruler.size(self._text, style, widest.w).h
        canvas.panel(Rect(room.x, room.y, widest.w + 2 * SPACE.xl, height + 2 * SPACE.xl))
        canvas.text(self._text, widest, style, page.theme.palette.paper)
        self.draw_spots_at_rest(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        for spot, (_, label) in zip(self.spots(page), self._buttons, strict=True):
            button_lit(canvas, page, spot.rect, label, light.on(spot.id), "centre")
