"""One question pack: what is in it, and what can be done with it; knows no file and no question."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from quizgame.quiz.amounts import counted
from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.cutting import cut
from quizgame.screen.layout import Rect, stack
from quizgame.screen.listed import Listed
from quizgame.screen.menu import FocusScene, column
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.scene import Finished, Page
from quizgame.screen.theme import Colour
from quizgame.screen.widgets import BACK, CHOOSE, MOVE, Chosen, Spot, body, hints

PLAY, SWITCH, PROBLEMS, FOLDER, LEAVE = "play", "switch", "problems", "folder", "leave"
LOOK_MS = 200


class PackScene(FocusScene[str]):
    """Gives back PLAY, PROBLEMS, FOLDER or LEAVE; also leaves where the pack has gone. It keeps its focus."""

    def __init__(self, look: Callable[[], Listed | None], switch: Callable[[bool], None]) -> None:
        """`look()` is the pack as it is now, None where it has gone; `switch(on)` takes effect at once."""
        super().__init__(PLAY)
        self._look, self._switch = look, switch
        self._pack, self._looked = look(), 0

    def tick(self, page: Page) -> Finished[str] | None:
        if page.now - self._looked >= LOOK_MS:
            self._pack, self._looked = self._look(), page.now
        return Finished(LEAVE) if self._pack is None else None

    def _labels(self) -> dict[str, str]:
        pack = self._pack
        if pack is None:
            return {LEAVE: "Back"}
        problems = {PROBLEMS: f"See its problems ({pack.problems:,})"} if pack.problems else {}
        switch = "Switch it off" if pack.on else "Switch it on"
        folder = {FOLDER: "Open its folder"} if pack.own else {}
        return {PLAY: "Play this pack only", SWITCH: switch} | problems | folder | {LEAVE: "Back"}

    def spots(self, page: Page) -> list[Spot]:
        labels, playable = self._labels(), bool(self._pack and self._pack.questions)
        rects = column(self._menu(page), list(labels), 56 * (0.5 + page.theme.text / 2))
        return [Spot(id, rect, id != PLAY or playable) for id, rect in zip(labels, rects, strict=True)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str] | None:
        if choice.id == SWITCH and self._pack:
            self._switch(not self._pack.on)
            self._pack = self._look()
            return None
        return Finished(choice.id)

    def back(self) -> Finished[str]:
        return Finished(LEAVE)

    def still(self, page: Page) -> Hashable:
        return self.lit(page), self._pack

    # --- places ---

    def _title(self, page: Page) -> Rect:
        return body(page).top(min(page.theme.style("title").size * 1.1, body(page).h * 0.24))

    def _menu(self, page: Page) -> Rect:
        room = self._below(page)
        return room.left(room.w * (0.46 if page.theme.large else 0.34))

    def _panel(self, page: Page) -> Rect:
        return self._below(page).after(self._menu(page).w + 24)

    def _below(self, page: Page) -> Rect:
        return body(page).below(self._title(page).h + 18)

    # --- drawing ---

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.45)
        hints(canvas, page, [MOVE, CHOOSE, BACK])
        self.draw_spots_at_rest(canvas, page)
        if self._pack:
            self._draw_title(canvas, page, self._pack)
            self._draw_facts(canvas, page, facts_of(page, self._pack))

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        labels = self._labels()
        for spot in self.spots(page):
            button_lit(canvas, page, spot.rect, labels[spot.id], light.on(spot.id), enabled=spot.enabled)

    def _draw_title(self, canvas: Canvas, page: Page, pack: Listed) -> None:
        room, text = self._title(page), pack.title.upper()
        style = page.ruler.fit(text, page.theme.style("title"), room, 26)
        shown = (
            text if page.ruler.size(text, style, room.w).h <= room.h else cut(page.ruler, text, style, room.w)
        )
        canvas.text(shown, room, style, page.theme.palette.paper, valign=MIDDLE, glow=True)

    def _draw_facts(self, canvas: Canvas, page: Page, facts: Sequence[tuple[str, Colour]]) -> None:
        """A paragraph a fact, all in one size that fits, on a pane as high as they need."""
        box = self._panel(page)
        room = box.inset(28, 22)
        whole = "\n".join(text for text, _ in facts)
        style = page.ruler.fit(whole, page.theme.style("body"), room.above(len(facts) * 10), 10)
        gap = min(14.0, style.size * 0.6)
        heights = [page.ruler.size(text, style, room.w).h for text, _ in facts]
        canvas.panel(box.top(sum(heights) + gap * (len(facts) - 1) + 44))
        for (text, colour), rect in zip(facts, stack(room, heights, gap), strict=True):
            canvas.text(text, rect, style, colour)


def facts_of(page: Page, pack: Listed) -> list[tuple[str, Colour]]:
    """What there is to say of a pack, most important first."""
    p = page.theme.palette
    playable = counted(pack.questions, "question") + " can be played."
    facts: list[tuple[str, Colour]] = [
        (playable if pack.questions else "Nothing in it can be played yet.", p.paper)
    ]
    if pack.held:
        told = "The last save is broken. What was good before is played until the file is mended."
        facts.append((told, p.alarm))
    if pack.problems:
        facts.append((f"{pack.trouble[:1].upper()}{pack.trouble[1:]} in its file.", p.sodium))
    if not pack.on:
        facts.append(("Switched off: no game asks from it, but it can be played alone.", p.sodium))
    where = f"Your own: {pack.where}" if pack.own else f"It {pack.where}."
    facts.append((where, p.dim))
    facts.append(("A run of one pack alone stands on no table.", p.dim))
    return facts
