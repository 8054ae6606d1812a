"""What the last ten seconds do to the clock and to the edges of the picture; knows no rules."""

from __future__ import annotations

from collections.abc import Iterator

from quizgame.screen.canvas import Canvas
from quizgame.screen.ease import ease_in_out, ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page

URGENT_MS = 10_000
GROW_MS = 600
GROWS, GROWS_LITTLE = 12.0, 6.0  # units to each side
STEP = 2.0  # units: the light of a ring is dear, and made anew for every size
ROOMY = 1140  # units: in a narrower area words may stand below the clock
BEAT_MS, STRUCK_MS = 800, 90  # how long a pulse is seen, and how long it takes to come
STEPS = 5  # bands of growing strength at each side
REDDEST = 22  # of 255, of each of them
AIR = 10.0  # units between the red and what is to be read


def grown(page: Page, rect: Rect, left_ms: int) -> Rect:
    """Where the ring of a clock stands: larger in the last ten seconds, but never over words."""
    if not page.theme.motion:
        return rect
    most = GROWS if page.area.w >= ROOMY and not page.theme.large else GROWS_LITTLE
    grown = most * ease_in_out(progress(URGENT_MS - left_ms, 0, GROW_MS))
    return rect.inset(-STEP * round(grown / STEP))


def pulse(left_ms: int) -> float:
    """How red (0 to 1) the edges are: with each second that begins it comes at once, and goes slowly."""
    since = -left_ms % 1000
    return progress(since, 0, STRUCK_MS) * (1 - ease_out(progress(since, STRUCK_MS, BEAT_MS - STRUCK_MS)))


def draw_edges(canvas: Canvas, page: Page, left_ms: int | None) -> None:
    """The picture grows red towards its sides with each pulse; only there, where nothing is to be read."""
    if not left_ms or left_ms > URGENT_MS or not page.theme.motion or page.theme.contrast:
        return
    opacity = round(REDDEST * pulse(left_ms))
    for band in _bands(page) if opacity else ():
        canvas.fill(band, page.theme.palette.alarm, opacity)


def _bands(page: Page) -> Iterator[Rect]:
    """At both sides, each a part of the one before."""
    stage, room = page.stage, page.area.x - page.stage.x - AIR
    for step in range(STEPS):
        wide = room * (STEPS - step) / STEPS
        yield stage.left(wide)
        yield stage.end(wide)
