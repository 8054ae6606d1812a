"""Things to press, and the focus that wanders among them; knows no game and no pygame."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quizgame.screen.canvas import CENTRE, LEFT, MIDDLE, Canvas
from quizgame.screen.layout import Rect, area_of
from quizgame.screen.scene import Action, Click, Device, Input, Page, Point, Press, pressed
from quizgame.screen.theme import Colour

BETWEEN_HINTS = 30.0  # units
LEAST = 10.0  # units: no text is ever set smaller

DIRECTIONS = {Action.UP: (0, -1), Action.DOWN: (0, 1), Action.LEFT: (-1, 0), Action.RIGHT: (1, 0)}


class Spot(NamedTuple):
    """A place that can have the focus.

    A slider takes left and right for itself. One that is not `seen` (scrolled away) takes no pointer.
    """

    id: str
    rect: Rect
    enabled: bool = True
    slider: bool = False
    seen: bool = True

    def under(self, pointer: Point | Click) -> bool:
        """Whether the pointer is on it."""
        return self.seen and self.rect.holds(pointer.x, pointer.y)


class Chosen(NamedTuple):
    """A spot was pressed; `x` is where across it (0 to 1) when it was clicked."""

    id: str
    x: float | None = None


class Turned(NamedTuple):
    """A slider was moved by a step to the left (-1) or right (1)."""

    id: str
    step: int


class Focus:
    """Which spot has the focus, and how arrows, Tab and the pointer move it."""

    def __init__(self, first: str = "") -> None:
        self.id = first

    def handle(self, input: Input, spots: Sequence[Spot]) -> Chosen | Turned | None:
        """Move the focus, or tell what was pressed or turned."""
        spots = [spot for spot in spots if spot.enabled]
        if not spots:
            return None
        here = self.on(spots)
        match input:
            case Press(Action.ACCEPT):
                return Chosen(here.id)
            case Press(action) if action in DIRECTIONS:
                return self._arrow(action, here, spots)
            case Press(Action.NEXT | Action.PREVIOUS):
                step = 1 if input.action is Action.NEXT else -1
                self.id = spots[(spots.index(here) + step) % len(spots)].id
            case Press(Action.FIRST):
                self.id = spots[0].id
            case Press(Action.LAST):
                self.id = spots[-1].id
            case Point():
                self.id = next((spot.id for spot in spots if spot.under(input)), self.id)
            case Click():
                hit = next((spot for spot in spots if spot.under(input)), None)
                if hit:
                    self.id = hit.id
                    return Chosen(hit.id, (input.x - hit.rect.x) / max(1, hit.rect.w))
        return None

    def on(self, spots: Sequence[Spot]) -> Spot:
        """The spot with the focus; the first one where the focus is nowhere."""
        return next((spot for spot in spots if spot.id == self.id and spot.enabled), spots[0])

    def among(self, spots: Sequence[Spot]) -> str:
        """The id of the spot with the focus, "" where none can have it."""
        spots = [spot for spot in spots if spot.enabled]
        return self.on(spots).id if spots else ""

    def _arrow(self, action: Action, here: Spot, spots: Sequence[Spot]) -> Turned | None:
        if here.slider and action in (Action.LEFT, Action.RIGHT):
            return Turned(here.id, -1 if action is Action.LEFT else 1)
        self.id = (_nearest(action, here, spots) or _opposite(action, here, spots)).id
        return None


def _nearest(action: Action, here: Spot, spots: Sequence[Spot]) -> Spot | None:
    """The next spot in a direction.

    To the left and right that is one of the row, or where the row ends one that lies wholly beyond.
    """
    dx, dy = DIRECTIONS[action]
    ahead = []
    for spot in spots:
        along, aside = _distance(here.rect, spot.rect, dx, dy), _aside(here.rect, spot.rect, dx)
        if spot.id != here.id and along > 1 and not (dx and aside and _beside(here.rect, spot.rect)):
            ahead.append(((dx != 0 and aside > 0, along + 3 * aside), spot))
    return min(ahead, key=lambda pair: pair[0])[1] if ahead else None


def _beside(here: Rect, there: Rect) -> bool:
    """Whether two rectangles share a part of their widths."""
    return there.x < here.right and here.x < there.right


def _opposite(action: Action, here: Spot, spots: Sequence[Spot]) -> Spot:
    """Past the last spot the focus comes back at the first, but only up and down."""
    dx, dy = DIRECTIONS[action]
    if dx:
        return here
    return min(spots, key=lambda spot: (dy * spot.rect.y, _aside(here.rect, spot.rect, dx)))


def _distance(here: Rect, there: Rect, dx: int, dy: int) -> float:
    (x, y), (u, v) = here.middle, there.middle
    return (u - x) * dx + (v - y) * dy


def _aside(here: Rect, there: Rect, dx: int) -> float:
    """How far two rectangles miss each other across a direction."""
    if dx:
        return max(0, there.y - here.bottom, here.y - there.bottom)
    return max(0, there.x - here.right, here.x - there.right)


class Hint(NamedTuple):
    """What a key does, for the line at the foot of the screen; `keys` and `pad` are key caps, "" for none.

    An {action} in braces is what stands on the key that the player has given it.
    """

    label: str
    keys: str
    pad: str = ""
    mouse: str = ""


MOVE = Hint("move", "<up><down>", "<up><down>")
MOVE_ACROSS = Hint("move", "<left><right>", "<left><right>")
MOVE_ROUND = Hint("move", "<up><down><left><right>", "<up><down><left><right>")
CHOOSE = Hint("choose", "Enter", "A", "click")
BACK = Hint("back", "Esc", "B", "right click")
PAUSE = Hint("pause", "{pause}", "{pause}", "right click")


def write(
    canvas: Canvas, page: Page, text: str, rect: Rect, step: str, colour: Colour,
    align: str = LEFT, valign: str = MIDDLE, glow: bool = False,
) -> None:  # fmt: skip
    """Words of a step of the type scale, smaller where they would not fit their box."""
    style = page.ruler.fit(text, page.theme.style(step), rect, LEAST)
    canvas.text(text, rect, style, colour, align, valign, glow)


def button(
    canvas: Canvas,
    page: Page,
    rect: Rect,
    label: str,
    focused: bool,
    enabled: bool = True,
    align: str = "left",
    like: Sequence[str] = (),
) -> None:
    """A button with a word on it; `like` are the words on others that have the same size."""
    theme = page.theme
    canvas.panel(rect, "focus" if focused else "glass" if enabled else "quiet")
    inner = rect.inset(min(22, rect.w * 0.06), 2)
    style = theme.style("button")
    for words in (label, *like):
        style = page.ruler.fit(words, style, inner, 14)
    colour = theme.palette.paper if enabled else theme.palette.dim
    canvas.text(label, inner, style, colour, align, MIDDLE)


def hints(canvas: Canvas, page: Page, items: Sequence[Hint]) -> None:
    """The line at the foot: what the device used last can do here, and last of all the way out.

    It comes before what stands above it, which its shade would darken.
    """
    area = hint_line(page)
    style, p = page.theme.style("small"), page.theme.palette
    height, x = style.size * 1.7, area.x
    told = _fitting([_told(page, item, height) for item in items], area.w)
    canvas.scrim(area.left(sum(each.width for each in told)), 1.3)
    for each in told:
        for cap, width in each.caps:
            _cap(canvas, page, Rect(x, area.y + (area.h - height) / 2, width, height), cap)
            x += width + 5
        canvas.text(each.label, Rect(x + 4, area.y, each.words + 8, area.h), style, p.dim, valign=MIDDLE)
        x += each.words + BETWEEN_HINTS


class _Told(NamedTuple):
    """A hint on the device in use: its key caps with their widths, how wide its words are, and all of it."""

    label: str
    caps: tuple[tuple[str, float], ...]
    words: float
    width: float


def _told(page: Page, item: Hint, height: float) -> _Told:
    caps = tuple((cap, _cap_width(page, cap, height)) for cap in _caps(item, page))
    words = page.ruler.size(item.label, page.theme.style("small")).w
    return _Told(item.label, caps, words, sum(width + 5 for _, width in caps) + words + 4 + BETWEEN_HINTS)


def _fitting(told: Sequence[_Told], width: float) -> list[_Told]:
    """Those with a key for which the line has room; the last one always, for it is the way out."""
    told = [each for each in told if each.caps]
    if not told:
        return []
    left, kept = width - told[-1].width + BETWEEN_HINTS, list[_Told]()
    for each in told[:-1]:
        if each.width <= left:
            left -= each.width
            kept.append(each)
    return [*kept, told[-1]]


def hint_line(page: Page) -> Rect:
    """Where the hints stand."""
    return _parted(page.stage, page.theme.style("small").size)[1]


def body(page: Page) -> Rect:
    """The room for content above the hints."""
    return _parted(page.stage, page.theme.style("small").size)[0]


@lru_cache(maxsize=4)  # a screen asks dozens of times while it is drawn
def _parted(stage: Rect, small: float) -> tuple[Rect, Rect]:
    """The room for content, and the line of hints below it in words of that size."""
    area, height = area_of(stage), 2 * small
    line = Rect(area.x, stage.bottom - height - 14, area.w, height)
    return Rect(area.x, area.y, area.w, line.y - area.y - 10), line


def _caps(item: Hint, page: Page) -> list[str]:
    """Key caps: words, or shapes in angle brackets."""
    text = {Device.KEYS: item.keys, Device.PAD: item.pad, Device.MOUSE: item.mouse}[page.device]
    text = page.keymap.filled(text, pad=page.device is Device.PAD)
    return [cap for cap in text.replace("<", "|<").replace(">", ">|").split("|") if cap]


def _cap_width(page: Page, cap: str, height: float) -> float:
    if cap.startswith("<"):
        return height
    return max(height, page.ruler.size(cap, page.theme.style("small")).w + 14)


def _cap(canvas: Canvas, page: Page, rect: Rect, cap: str) -> None:
    p = page.theme.palette
    canvas.panel(rect, "solid")
    if cap.startswith("<"):
        canvas.shape(cap[1:-1], rect.centred(rect.h * 0.5, rect.h * 0.5), p.paper)
    else:
        canvas.text(cap, rect, page.theme.style("small"), p.paper, CENTRE, MIDDLE)


def back_button(page: Page) -> Rect:
    """Where a screen that is only read has its way out for the mouse."""
    height = min(64, 46 * (0.5 + page.theme.text / 2))
    return body(page).top(height).end(min(150 * page.theme.text, page.area.w * 0.3))


def leaves(input: Input, page: Page) -> bool:
    """Whether the player wants to leave a screen that is only read."""
    if isinstance(input, Click):
        return back_button(page).holds(input.x, input.y)
    return pressed(input, Action.BACK, Action.ACCEPT)


def heading(canvas: Canvas, page: Page, text: str, colour: Colour | None = None, back: bool = False) -> Rect:
    """The title of a screen, with a way out where `back` is set; gives back the room below it."""
    area, theme = body(page), page.theme
    if back:
        button(canvas, page, back_button(page), "Back", focused=False, align=CENTRE)
    style = page.ruler.fit(text, theme.style("title"), area.top(theme.style("title").size * 1.1), 24)
    line = area.top(style.size * 1.1)
    canvas.text(text, line, style, colour or theme.palette.paper, valign=MIDDLE, glow=True)
    return area.below(line.h + 14)
