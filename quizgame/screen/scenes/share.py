"""A run to send to friends: its card and what goes with it, or the code of its questions; knows no file."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.deeds import LETTER_C, Deed, DeedsScene
from quizgame.screen.layout import Rect, Size
from quizgame.screen.result_card import SIZE, ResultCard, draw_card
from quizgame.screen.scene import Action, Page
from quizgame.screen.theme import Style
from quizgame.screen.widgets import write

THE_CODE = (
    "A friend enters it on the title screen and gets the same questions, options and order. Challenges have "
    "a table of their own."
)
THE_FILE = (
    "The file carries your answers too. A friend drops it on the game, and sees after each question whether "
    "you had it."
)
LEAST_LINE = 26.0  # units: a code stays on one line while it is read at that size

NUMBERED = re.compile(r"(\d) (?=[■□])")
"""A round's number stays with its marks."""

Do = Callable[[], str]


class ShareScene(DeedsScene):
    """The card and the text of a run: copied with C, saved as a picture with S."""

    def __init__(self, card: ResultCard, text: str, copy: Do, save: Do) -> None:
        deeds = [
            Deed("copy", "Copy the text", copy, "{option 3}", (LETTER_C, Action.COPY)),
            Deed("save", "Save the picture", save, "{save}", (Action.SAVE,), slow="Saving the picture …"),
        ]
        super().__init__("SHARE", deeds)
        self._card, self._text = card, text

    def draw_inside(self, canvas: Canvas, page: Page, room: Rect) -> None:
        width = min(room.w * (1.0 if page.theme.large else 0.62), room.h * SIZE[0] / SIZE[1])
        box = Rect(room.x, room.y, width, width * SIZE[1] / SIZE[0])
        canvas.panel(box, "solid")
        draw_card(canvas, page, box, self._card)
        words = room.after(width + 20).top(box.h)
        if words.w < 220:
            return
        canvas.panel(words)
        inner = words.inset(22, 18)
        write(canvas, page, "THE TEXT", inner.top(26), "label", page.theme.palette.cyan)
        text = NUMBERED.sub("\\1\N{NO-BREAK SPACE}", self._text)
        style, longest = page.theme.style("body"), max(text.split(), key=len)
        marks = next((line for line in text.splitlines() if "□" in line or "■" in line), longest)
        for whole, least in ((marks, 15), (longest, 11)):  # marks stay together if they can, a code always
            style = page.ruler.fit(whole, style, Size(inner.w, style.size * 1.3), least)
        style = page.ruler.fit(text, style, inner.below(34), 10)
        canvas.text(text, inner.below(34), style, page.theme.palette.paper)


class ChallengeScene(DeedsScene):
    """The code of a run's questions, large: copied with C, its file saved with S."""

    def __init__(self, code: str, why_none: str, copy: Do, save: Do) -> None:
        """`code` is "" where there is none: then `why_none` says why."""
        file = Deed("save", "Save a file", save, "{save}", (Action.SAVE,))
        copying = Deed("copy", "Copy the code", copy, "{option 3}", (LETTER_C, Action.COPY))
        super().__init__("CHALLENGE A FRIEND", [copying, file] if code else [file])
        self._code, self._why = code, why_none

    def draw_inside(self, canvas: Canvas, page: Page, room: Rect) -> None:
        p = page.theme.palette
        box = room.top(min(220, room.h * (0.28 if page.theme.large and self._code else 0.42)))
        canvas.panel(box, "solid")
        inner = box.inset(30, 10)
        if self._code:
            canvas.text(self._code, inner, self._style(page, inner), p.sodium, CENTRE, MIDDLE)
        else:
            write(canvas, page, self._why, inner, "option", p.paper, CENTRE)
        self._draw_told(canvas, page, room.below(box.h + 12))

    def _draw_told(self, canvas: Canvas, page: Page, room: Rect) -> None:
        """What the code and the file do, side by side in one size."""
        told = [("THE CODE", THE_CODE), ("THE FILE", THE_FILE)][0 if self._code else 1 :]
        places = room.top(300).columns(len(told), 14)
        style = page.theme.style("option")
        for (_, text), place in zip(told, places, strict=True):
            style = page.ruler.fit(text, style, self._words(page, place), 10)
        needed = max(page.ruler.size(text, style, self._words(page, places[0]).w).h for _, text in told)
        spare = self._words(page, places[0]).h - needed
        for (title, text), place in zip(told, [place.above(spare) for place in places], strict=True):
            canvas.panel(place)
            if not page.theme.large:
                write(canvas, page, title, place.inset(26, 16).top(26), "label", page.theme.palette.cyan)
            canvas.text(text, self._words(page, place), style, page.theme.palette.paper)

    def _words(self, page: Page, place: Rect) -> Rect:
        """Below the title of a panel, which large text has no room for: its words say what they are about."""
        if page.theme.large:
            return place.inset(18, 8)
        return place.inset(26, 16).below(page.theme.style("label").size * 1.5)

    def _style(self, page: Page, room: Rect) -> Style:
        """The code on one line where it can be read on one; the codes of long runs have several."""
        face = Style(page.theme.style("title").face, 92)
        whole = page.ruler.size(self._code, face)
        size = min(face.size, int(face.size * min(room.w / whole.w, room.h / whole.h)) - 1.0)
        return face.at(size) if size >= LEAST_LINE else page.ruler.fit(self._code, face, room, 12)
