"""One row of the keys and buttons: what is done, its key, its button, and the way back; changes nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from quizgame.screen.canvas import CENTRE, Canvas
from quizgame.screen.keymap import BINDINGS, Binding, Keymap, is_usual, key_cap, pad_cap
from quizgame.screen.layout import Rect
from quizgame.screen.moving import Light, panel_turning
from quizgame.screen.scene import Page
from quizgame.screen.widgets import Spot, write

KEY, PAD, USUAL = "key ", "pad ", "usual "
STANDING_KEYS = {"erase": "Backspace", "next": "Tab", "previous": "Shift Tab"}
WAITING = "…"


class Cells(NamedTuple):
    """Where the parts of a row lie."""

    words: Rect
    key: Rect
    pad: Rect
    usual: Rect


@lru_cache(maxsize=64)  # of every row, seen or not, and several times while the screen is drawn
def cells(rect: Rect) -> Cells:
    """The parts of a row."""
    usual = rect.end(rect.h)
    room = rect.left(rect.w - rect.h - 8)
    pad = room.end(room.w * 0.2)
    key = Rect(pad.x - 8 - pad.w, rect.y, pad.w, rect.h)
    return Cells(rect.left(key.x - rect.x - 8), key, pad, usual)


def row_spots(binding: Binding, rect: Rect, seen: bool, usual: bool) -> list[Spot]:
    """What can be pressed: the key where it is not always the same, the button, and the way back."""
    places = cells(rect)
    return [
        Spot(KEY + binding.action, places.key, enabled=binding.key != "", seen=seen),
        Spot(PAD + binding.action, places.pad, seen=seen),
        Spot(USUAL + binding.action, places.usual, enabled=not usual, seen=seen),
    ]


def draw_heads(canvas: Canvas, page: Page, area: Rect) -> None:
    """The words above the columns."""
    style = page.theme.style("label")
    places = cells(Rect(area.x, area.y - style.size * 1.5, area.w, style.size * 1.4))
    for word, place in (("KEY", places.key), ("PAD", places.pad)):
        write(canvas, page, word, place, "label", page.theme.palette.sodium, CENTRE)


def draw_row(
    canvas: Canvas, page: Page, binding: Binding, rect: Rect, keymap: Keymap, light: Light, waiting: str
) -> None:
    """The row; `waiting` is the cell that a new key or button is awaited for."""
    places, p = cells(rect), page.theme.palette
    canvas.panel(places.words, "quiet")
    write(canvas, page, binding.does, places.words.inset(20, 2), "body", p.paper)
    key = key_cap(keymap.key_of[binding.action]) if binding.key else STANDING_KEYS[binding.action]
    caps = {KEY: key, PAD: pad_cap(keymap.button_of[binding.action])}
    for kind, place in ((KEY, places.key), (PAD, places.pad)):
        id = kind + binding.action
        standing = kind == KEY and not binding.key
        if id == waiting:
            canvas.panel(place, "pressed")
        else:
            panel_turning(canvas, place, "quiet", "focus", light.on(id))
        cap = WAITING if id == waiting else caps[kind]
        write(canvas, page, cap, place.inset(8, 2), "strong", p.dim if standing else p.cyan, CENTRE)
    if not is_usual(keymap, binding.action):
        side = places.usual.h * 0.4
        panel_turning(canvas, places.usual, "quiet", "focus", light.on(USUAL + binding.action))
        canvas.shape("left", places.usual.centred(side, side), p.sodium)


def action_of(id: str) -> str:
    """The action of a spot's id; "" for one that belongs to no row."""
    for kind in (KEY, PAD, USUAL):
        if id.startswith(kind):
            return id.removeprefix(kind)
    return ""


def row_of(id: str) -> int | None:
    """The number of the row that a spot belongs to, from 0."""
    actions = [binding.action for binding in BINDINGS]
    return actions.index(action_of(id)) if action_of(id) else None
