"""A word that is shown for a moment over any screen: what a key has just switched; knows no scene."""

from __future__ import annotations

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.mix import Volumes
from quizgame.screen.scene import Action, Page

SHOWN_MS = 1600


class Toast:
    """The word and when it goes, in ms of the game's clock."""

    def __init__(self) -> None:
        self.words, self.until = "", 0

    def say(self, words: str, now: int) -> None:
        self.words, self.until = words, now + SHOWN_MS if words else now

    def shown(self, now: int) -> str:
        """The word, as long as it is to be seen."""
        return self.words if now < self.until else ""

    def draw(self, canvas: Canvas, page: Page) -> None:
        """At the upper edge, in the middle, where no screen has its own words."""
        words = self.shown(page.now)
        if not words:
            return
        style = page.theme.style("label")
        size = page.ruler.size(words, style)
        width, height = size.w + 48, max(size.h + 10, 34)
        rect = Rect(page.stage.middle[0] - width / 2, page.stage.y + 6, width, height)
        canvas.panel(rect)
        canvas.text(words, rect, style, page.theme.palette.paper, CENTRE, MIDDLE)


def switched(action: Action, volumes: Volumes) -> str:
    """What a key has done to the sound, in words; "" where it did nothing to it."""
    if action is Action.MUTE:
        return "SOUND OFF" if volumes.muted else "SOUND ON"
    if action is Action.MUSIC:
        return "MUSIC ON" if volumes.music_on else "MUSIC OFF"
    return ""
