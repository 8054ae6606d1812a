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

HOW = (
    "Whoever enters this code plays the same questions with the same options in the same order, on a table "
    "of their own. The file carries your answers as well: after each question it shows whether you had it."
)

NUMBERED = re.compile(r"(\d) (?=[■□])")
"""A round's number stays with its marks."""

Do = Callable[[], str]


class ShareScene(DeedsScene):
    """The card and the text of a run: copied with C, saved as a picture with S."""

    def __init__(self, card: ResultCard, text: str, copy: Do, save: Do) -> None:
        deeds = [
            Deed("copy", "Copy the text", copy, "C", (LETTER_C, Action.COPY)),
            Deed("save", "Save the picture", save, "S", (Action.SAVE,)),
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
        style = page.ruler.fit(longest, style, Size(inner.w, style.size * 1.3), 11)  # a code stays whole
        style = page.ruler.fit(text, style, inner.below(34), 10)
        canvas.text(text, inner.below(34), style, page.theme.palette.paper)


class ChallengeScene(DeedsScene):
    """The code of a run's questions, large: copied with C, its file saved with S."""

    def __init__(self, code: str, why_none: str, copy: Do, save: Do) -> None:
        """`code` is "" where there is none: then `why_none` says why."""
        file = Deed("save", "Save a file", save, "S", (Action.SAVE,))
        copying = Deed("copy", "Copy the code", copy, "C", (LETTER_C, Action.COPY))
        super().__init__("CHALLENGE A FRIEND", [copying, file] if code else [file])
        self._code, self._why = code, why_none

    def draw_inside(self, canvas: Canvas, page: Page, room: Rect) -> None:
        p = page.theme.palette
        box = room.top(room.h * (0.36 if page.theme.large else 0.48))
        canvas.panel(box, "solid")
        if self._code:
            face = Style(page.theme.style("title").face, 92)
            style = page.ruler.fit(self._code, face, box.inset(30, 10), 12)
            canvas.text(self._code, box.inset(30, 10), style, p.sodium, CENTRE, MIDDLE)
        else:
            write(canvas, page, self._why, box.inset(30, 10), "option", p.paper, CENTRE)
        words = room.below(box.h + 12)
        canvas.panel(words)
        write(canvas, page, HOW, words.inset(30, 14), "option", p.paper)
