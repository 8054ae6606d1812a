"""A board of letters for who has no keyboard, and a line to write on; knows not what is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.moving import Light, button_lit, panel_turning
from quizgame.screen.scene import Device, Page
from quizgame.screen.theme import Style
from quizgame.screen.widgets import Spot

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-'&"
SPACE, ERASE, CASE = "space", "erase", "case"
BOARD = frozenset((*LETTERS, SPACE, ERASE, CASE))
SHADE, RIM = 170, 0.3  # of 255, and of 1: what is seen of a key while there is a keyboard at hand
BLINK_MS = 530


@lru_cache(maxsize=4)  # a screen asks several times while it is drawn
def letter_spots(board: Rect, columns: int, wide: tuple[str, ...], gap: float = 8) -> tuple[Spot, ...]:
    """A key for each letter, and below them a row of wide ones."""
    rows = board.rows(-(-len(LETTERS) // columns) + 1, gap)
    keys = [cell for row in rows[:-1] for cell in row.columns(columns, gap)]
    spots = [Spot(letter, cell) for letter, cell in zip(LETTERS, keys, strict=False)]
    last = zip(wide, rows[-1].columns(len(wide), gap), strict=True)
    return (*spots, *(Spot(id, cell) for id, cell in last))


def draw_letters(
    canvas: Canvas,
    page: Page,
    spots: Sequence[Spot],
    light: Light,
    words: Mapping[str, str],
    capitals: bool = True,
) -> None:
    """The board; `words` stand on the wide keys. Whoever has a keyboard sees it step back."""
    aside = page.device is Device.KEYS and light.id not in BOARD
    style = page.ruler.fit("W", page.theme.style("strong"), spots[0].rect.inset(4), 10)
    for spot in spots:
        lit, back = light.on(spot.id), aside and spot.id in BOARD
        if spot.id in words:
            button_lit(canvas, page, spot.rect, words[spot.id], lit, "centre", enabled=not back)
            continue
        _draw_key(canvas, page, spot.rect, lit, back)
        p, face = page.theme.palette, spot.id if capitals else spot.id.lower()
        canvas.text(face, spot.rect, style, p.dim if back else p.paper, CENTRE, MIDDLE)


def _draw_key(canvas: Canvas, page: Page, rect: Rect, lit: float, back: bool) -> None:
    """The pane of a key, lit from 0 to 1; of one that steps `back` only a shade and a trace of its rim."""
    if back:
        canvas.fill(rect.inset(1), page.theme.palette.night, SHADE)
    with canvas.faded(RIM if back and not lit else 1.0):
        panel_turning(canvas, rect, "quiet", "focus", lit)


def blink(page: Page) -> int | None:
    """What of the caret changes with time; None where nothing may move."""
    return page.now // BLINK_MS % 2 if page.theme.motion else None


def draw_caret(canvas: Canvas, page: Page, text: str, room: Rect, style: Style) -> None:
    """The caret behind a text that stands in the middle of a room's height; it may have several lines."""
    if blink(page):
        return
    lines = page.ruler.lines(text, style, room.w) or [""]
    step = page.ruler.size("M", style).h
    end = room.x + page.ruler.size(lines[-1], style).w + 3
    middle = room.middle[1] + step * (len(lines) - 1) / 2
    caret = Rect(min(end, room.right), middle - style.size * 0.55, 2.5, style.size * 1.1)
    canvas.fill(caret, page.theme.palette.cyan)
