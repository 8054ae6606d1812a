"""From the lock to the last word of a reveal: while all is on its way, no words lie over cards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.theme import DISPLAY
from tests.screen import looks
from tests.screen.survey import Survey, letters, overlap
from tests.screen.test_suspense import KINDS, VERDICTS, Answered

SIZES = [(1280, 720), (1024, 768), (640, 360)]
AGES = (-100, -1, 0, 50, 100, 150, 200, 250, 290, 310, 330, 360, 400, 450, 500, 2_000)
SEEN = 0.06  # less than that of a thing nobody sees


@dataclass(slots=True)
class Layers(Survey):
    """A survey that moves what is moved, and keeps only what shows through."""

    shares: list[tuple[float, float, float]] = field(default_factory=lambda: [(1.0, 0.0, 0.0)])
    written: list[tuple[str, Rect]] = field(default_factory=list)
    panes: list[Rect] = field(default_factory=list)

    @contextmanager
    def faded(self, opacity: float, x: float = 0, y: float = 0) -> Iterator[None]:
        share, right, down = self.shares[-1]
        self.shares.append((share * opacity, right + x, down + y))
        yield
        self.shares.pop()

    def text(self, text: str, *rest: object, **more: object) -> None:
        Survey.text(self, text, *rest, **more)  # type: ignore[arg-type]
        tag = text in VERDICTS and self.words[-1].style.face != DISPLAY
        if self.shares[-1][0] > SEEN and not tag:
            self.written.append((text, letters(self.words[-1]).moved(*self.shares[-1][1:])))

    def panel(self, rect: Rect, tone: str = "glass") -> None:
        Survey.panel(self, rect, tone)
        if self.shares[-1][0] > SEEN:
            for clip in self.clips:
                rect = shared(rect, clip)
            self.panes.append(rect.moved(*self.shares[-1][1:]))


def shared(a: Rect, b: Rect) -> Rect:
    """What two rectangles have in common."""
    x, y = max(a.x, b.x), max(a.y, b.y)
    return Rect(x, y, max(0, min(a.right, b.right) - x), max(0, min(a.bottom, b.bottom) - y))


def lying_over(answered: Answered, at: Page) -> list[str]:
    """Words of the question, of the verdict and of the explanation that share room with a card."""
    answered.scene.tick(at)
    canvas, reveal = Layers(at), answered.reveal
    answered.scene.draw(canvas, at)
    answered.scene.draw_live(canvas, at)
    own = answered.scene._parts(at).panel.inset(-30)
    cards = [pane for pane in canvas.panes if shared(pane, own).h < pane.h - 1]
    told = {reveal.text, reveal.explain} | VERDICTS
    return [
        f"{text[:20]!r} at {ink.y:.0f} to {ink.bottom:.0f}, a card at {card.y:.0f} to {card.bottom:.0f}"
        for text, ink in canvas.written
        for card in cards
        if text in told and overlap(ink.inset(2), card)
    ]


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("kind", KINDS)
def test_no_words_lie_over_cards_on_their_way(kind: str, size: tuple[int, int], text: int) -> None:
    found = {}
    for right in (True, False):
        answered = Answered(kind, right)
        for age in AGES:
            at = looks.page(size, text)._replace(now=answered.scene._breath + age)
            if over := lying_over(answered, at):
                found[right, age] = over[0]
    assert found == {}
