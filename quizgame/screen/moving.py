"""How far what moves on a screen has come, and how it is drawn on its way; knows no scene and no game."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from quizgame.screen.canvas import Canvas
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.widgets import button

SETTLED = 1 << 30
"""The age, in ms, of what has long come to rest."""

LIGHT_MS = 120
COME_MS, FADE_MS = 220, 80
STAGGER_MS, SPREAD_MS = 40, 100
"""Things come one after the other, so far apart; after SPREAD_MS all have set out, and can soon be read."""

RISE = 24.0  # units


def age_of(page: Page, since: int | None) -> int:
    """Milliseconds since then; SETTLED where nothing has begun or nothing may move."""
    return SETTLED if since is None or not page.theme.motion else max(0, page.now - since)


class Light(NamedTuple):
    """Which spot is lit, which one was, and how far (0 to 1) the light has passed from one to the other."""

    id: str = ""
    before: str = ""
    share: float = 1.0

    def on(self, id: str) -> float:
        """How brightly a spot is lit, from 0 to 1."""
        if id == self.id:
            return self.share
        return 1 - self.share if id == self.before else 0.0


class Lamp:
    """Keeps where the light is, where it was and when it left; the first place is lit at once."""

    def __init__(self) -> None:
        self._id, self._before = "", ""
        self._at: int | None = None

    def turn(self, id: str, now: int) -> None:
        """The light is wanted there."""
        if id != self._id:
            self._at = now if self._id else None
            self._id, self._before = id, self._id

    def moves(self, page: Page) -> bool:
        """Whether the light is on its way."""
        return age_of(page, self._at) < LIGHT_MS

    def light(self, page: Page, id: str) -> Light:
        """The light on its way to a spot, or there, where nobody said that it was to go."""
        if id != self._id:
            return Light(id)
        return Light(self._id, self._before, ease_out(progress(age_of(page, self._at), 0, LIGHT_MS)))


def stagger(count: int) -> float:
    """Milliseconds between the beginnings of things that come one after the other."""
    return min(STAGGER_MS, SPREAD_MS / max(1, count - 1))


def coming_ms(count: int) -> int:
    """When the last of so many things has come, in ms."""
    return round(stagger(count) * (count - 1)) + COME_MS


def coming(
    canvas: Canvas, age: int, place: int = 0, count: int = 1, x: float = 0, y: float = RISE
) -> AbstractContextManager[None]:
    """What is drawn inside comes from so many units aside, as number `place` of `count`, and fades in."""
    begun = round(stagger(count) * place)
    left = 1 - ease_out(progress(age, begun, COME_MS))
    return canvas.faded(ease_out(progress(age, begun, FADE_MS)), x * left, y * left)


def turning(canvas: Canvas, was: str, now: str, share: float, draw: Callable[[str], None]) -> None:
    """Draw what is on its way (0 to 1) from one tone to another; `draw` draws it in a tone."""
    if share <= 0 or share >= 1 or was == now:
        draw(now if share >= 1 else was)
        return
    with canvas.faded(1 - share):
        draw(was)
    with canvas.faded(share):
        draw(now)


def panel_turning(canvas: Canvas, rect: Rect, was: str, now: str, share: float) -> None:
    """A pane on its way from one tone to another."""
    turning(canvas, was, now, share, lambda tone: canvas.panel(rect, tone))


def button_lit(
    canvas: Canvas,
    page: Page,
    rect: Rect,
    label: str,
    lit: float,
    align: str = "left",
    enabled: bool = True,
    like: Sequence[str] = (),
) -> None:
    """A button that is lit from 0 to 1; `like` are the words on others that have the same size."""
    turning(
        canvas,
        "",
        "lit",
        lit,
        lambda tone: button(canvas, page, rect, label, bool(tone), enabled, align, like),
    )
