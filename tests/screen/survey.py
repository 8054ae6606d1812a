"""A canvas that keeps where everything was drawn, and what is wrong with it; knows no scene by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from quizgame.quiz.question import Picture
from quizgame.screen.canvas import BOTTOM, CENTRE, LEFT, MIDDLE, RIGHT, TOP, Notes
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Page, Scene
from quizgame.screen.stamp import BUSTED
from quizgame.screen.theme import SPACE, Colour, Style
from quizgame.screen.widgets import Spot

LEAST_TEXT = 10.0  # units
SLACK = 2.0  # units that rounding to pixels may cost; in the smallest windows these are parts of a pixel
LEAST_SPOT = 14.0  # units: lower than this nothing can be hit with a mouse
SHADE = 90.0  # units by which a shade goes beyond its room


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it was drawn: its box, the room that its lines really take, and whether it was cut off."""

    text: str
    box: Rect
    ink: Rect
    style: Style
    clipped: bool


@dataclass(slots=True)
class Survey(Notes):
    """Notes that also keep places."""

    page: Page
    slack: float = SLACK
    lines: list[str] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    shapes: list[tuple[str, Rect]] = field(default_factory=list)
    clips: list[Rect] = field(default_factory=list)
    shaded: list[str] = field(default_factory=list)

    def scrim(self, rect: Rect, strength: float = 1.0) -> None:
        """What was drawn before stands below the shade now."""
        shade = rect.inset(-SHADE)
        things = [(words.text, words.ink) for words in self.words] + self.shapes
        self.shaded += [f"a shade falls on {name[:40]!r}" for name, room in things if overlap(shade, room)]

    def text(
        self, text: str, rect: Rect, style: Style, colour: Colour, align: str = LEFT, valign: str = TOP,
        glow: bool = False,
    ) -> None:  # fmt: skip
        self.lines.append(text)
        size = self.page.ruler.size(text, style, rect.w)
        x = {LEFT: 0.0, CENTRE: (rect.w - size.w) / 2, RIGHT: rect.w - size.w}[align]
        y = {TOP: 0.0, MIDDLE: (rect.h - size.h) / 2, BOTTOM: rect.h - size.h}[valign]
        ink = Rect(rect.x + x, rect.y + y, size.w, size.h)
        self.words.append(Words(text, rect, ink, style, bool(self.clips)))

    def panel(self, rect: Rect, tone: str = "glass") -> None:
        self.lines.append(f"panel {tone}")
        self.shapes.append((f"panel {tone}", rect))

    def shape(self, name: str, rect: Rect, colour: Colour) -> None:
        self.lines.append(f"<{name}>")
        self.shapes.append((name, rect))

    def ring(self, rect: Rect, share: float, colour: Colour, glow: float = 1.0) -> None:
        self.lines.append(f"ring {share:.2f}")
        self.shapes.append(("ring", rect))

    def meter(self, rect: Rect, share: float, risk: float = 0) -> None:
        Notes.meter(self, rect, share, risk)
        self.shapes.append(("meter", rect))

    def picture(self, picture: Picture, rect: Rect, style: Style) -> None:
        self.lines.append(f"picture: {picture.alt}")
        self.shapes.append(("picture", rect))

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        self.clips.append(rect)
        yield
        self.clips.pop()


def surveyed(scene: Scene[Any], page: Page, slack: float = SLACK) -> Survey:
    """The scene drawn once, still and live."""
    canvas = Survey(page, slack)
    scene.draw(canvas, page)
    scene.draw_live(canvas, page)
    return canvas


def spots_of(scene: Scene[Any], page: Page) -> list[Spot]:
    """What can have the focus; nothing on scenes that are only read."""
    return list(scene.spots(page)) if isinstance(scene, FocusScene) else []


def faults(scene: Scene[Any], page: Page, slack: float = SLACK) -> list[str]:
    """Everything that does not stand where it should, by more than `slack` units."""
    survey = surveyed(scene, page, slack)
    found = [*_word_faults(survey), *_cramped(survey), *_collisions(survey), *_covered(survey)]
    found += [
        f"{name} leaves the stage: {_brief(rect)}"
        for name, rect in survey.shapes
        if not survey.clips and not _inside(rect, survey) and name != "panel quiet"
    ]
    return [*found, *survey.shaded, *_spot_faults(spots_of(scene, page), survey)]


def drawn(spot: Spot, survey: Survey) -> bool:
    """Whether something lies where the spot is; rows that are scrolled out of sight have nothing."""
    lying = (rect for name, rect in survey.shapes if not name.startswith("backdrop"))
    return spot.seen and any(_within(rect, spot.rect) for rect in lying)


def _within(drawn: Rect, spot: Rect) -> bool:
    return spot.holds(*drawn.middle) and drawn.w <= spot.w + 1 and drawn.h <= spot.h + 1


def _word_faults(survey: Survey) -> Iterator[str]:
    for words in survey.words:
        told = f"{words.text[:40]!r} at {words.style.size:g} in {_brief(words.box)}"
        if words.style.size < LEAST_TEXT:
            yield f"too small: {told}"
        if words.ink.w > words.box.w + survey.slack:
            yield f"wider than its box ({words.ink.w:.0f}): {told}"
        if words.clipped:
            continue
        if words.ink.h > words.box.h + survey.slack and not _one_line(words):
            yield f"higher than its box ({words.ink.h:.0f}): {told}"
        if words.text and not _inside(words.ink, survey):
            yield f"leaves the stage: {told}"


def _one_line(words: Words) -> bool:
    """A single line may be set in a box a little lower than its line height: its letters still fit."""
    return words.ink.h <= words.style.size * 1.25 and words.box.h >= words.style.size * 0.9


def _cramped(survey: Survey) -> Iterator[str]:
    """Words that touch the edge of the pane they stand on, or go beyond it."""
    panes = [rect for name, rect in survey.shapes if name.startswith("panel")]
    for words in _free(survey):
        ink = letters(words)
        homes = [pane for pane in panes if pane.holds(*ink.middle)]
        if not homes:
            continue
        pane = min(homes, key=lambda rect: rect.w * rect.h)
        aside = min(ink.x - pane.x, pane.right - ink.right)
        above = min(ink.y - pane.y, pane.bottom - ink.bottom)
        if aside < SPACE.xs - survey.slack or above < -survey.slack:
            yield f"{words.text[:40]!r} touches the edge of its pane: {_brief(ink)} in {_brief(pane)}"


def _collisions(survey: Survey) -> Iterator[str]:
    for (a, first), (b, second) in combinations(_lettered(survey), 2):
        wide = min(a.ink.right, b.ink.right) - max(a.ink.x, b.ink.x)
        if wide <= survey.slack:
            continue
        high = min(first.bottom, second.bottom) - max(first.y, second.y)
        if high > survey.slack:
            yield f"{a.text[:30]!r} and {b.text[:30]!r} overlap by {wide:.0f} x {high:.0f}"


def _covered(survey: Survey) -> Iterator[str]:
    """Icons, pictures, meter and clock that stand on words, but the clock's number and the meter's stamp."""
    lettered = _lettered(survey)
    for name, rect in survey.shapes:
        if name.startswith("panel"):
            continue
        within = rect.inset(2)
        for words, ink in lettered:
            own = words.text.isdigit() if name == "ring" else (name, words.text) == ("meter", BUSTED)
            if not own and overlap(within, ink):
                yield f"<{name}> at {_brief(rect)} stands on {words.text[:40]!r}"


def _lettered(survey: Survey) -> list[tuple[Words, Rect]]:
    """Words that no list cuts off, and where their letters are: found once, for each is held against all."""
    return [(words, letters(words)) for words in _free(survey)]


def _free(survey: Survey) -> list[Words]:
    """Words that no list cuts off."""
    return [words for words in survey.words if words.text.strip() and not words.clipped]


def letters(words: Words) -> Rect:
    """The ink without the air that a line has above and below its letters."""
    return words.ink.inset(0, min(words.style.size * 0.17, words.ink.h / 3))


def _spot_faults(spots: Sequence[Spot], survey: Survey) -> Iterator[str]:
    for spot in spots:
        if spot.rect.h < LEAST_SPOT or spot.rect.w < LEAST_SPOT:
            yield f"spot {spot.id!r} is too small: {_brief(spot.rect)}"
        if drawn(spot, survey) and not _inside(spot.rect, survey):
            yield f"spot {spot.id!r} leaves the stage: {_brief(spot.rect)}"
        if any(name == "picture" and overlap(spot.rect, rect) for name, rect in survey.shapes):
            yield f"a picture stands on spot {spot.id!r}"
    for a, b in combinations(spots, 2):
        if overlap(a.rect, b.rect):
            yield f"spots {a.id!r} and {b.id!r} overlap"


def overlap(a: Rect, b: Rect) -> bool:
    """Whether two rectangles share more than an edge."""
    if min(a.right, b.right) - max(a.x, b.x) <= 0.5:
        return False
    return min(a.bottom, b.bottom) - max(a.y, b.y) > 0.5


def _inside(rect: Rect, survey: Survey) -> bool:
    stage = survey.page.stage.inset(-survey.slack)
    return (
        rect.x >= stage.x and rect.y >= stage.y and rect.right <= stage.right and rect.bottom <= stage.bottom
    )


def _brief(rect: Rect) -> str:
    return f"{rect.x:.0f},{rect.y:.0f} {rect.w:.0f}x{rect.h:.0f}"
