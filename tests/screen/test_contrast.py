"""Words, icons and the focus on the real picture: enough contrast with what lies there, however bright."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pygame
import pytest

from quizgame.quiz.modes import THE_SCORE
from quizgame.screen.canvas import LEFT, TOP
from quizgame.screen.layout import Rect
from quizgame.screen.paint import PixelCanvas
from quizgame.screen.scene import Scene
from quizgame.screen.theme import Colour, Style, theme_of
from tests.gallery import scenes
from tests.screen.small_bank import small_bank
from tests.screen.survey import Survey, letters
from tests.shots import Camera

BRIGHT = 95  # percentile of what lies under a text: single lamps may be brighter
LARGE = 24.0  # units: from here on WCAG asks for 3 : 1 only
PICTURE = 3.0  # to 1: what WCAG asks of icons and of the focus
GLOW = 18  # units that the light of a pane reaches round it
SIZES = [(960, 540), (640, 360), (1280, 540)]
PLACES = ["", *(round.place for round in THE_SCORE.rounds if round.place)]
IN_A_RUN = (
    "round-card", "question-alone", "question", "reveal-right", "reveal-wrong", "reveal-late", "decision",
    "busted", "result-busted",
)  # fmt: skip
EDGES = ("focus", "right", "wrong")

Picture = np.ndarray[Any, Any]
LINEAR = np.array([v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in np.arange(256) / 255])


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to be seen: what it is called, where its ground lies, and the contrast that it needs.

    `bright` is the percentile of the ground that counts: what stands round a pane may touch another one.
    """

    name: str
    place: Rect
    colour: Colour
    least: float
    bright: int = BRIGHT


class Bare(PixelCanvas):
    """Draws everything but words and icons; `place` and `heat` stand in for those of the scene.

    Each backdrop is drawn only once and kept among the `nights`.
    """

    nights: dict[tuple[float, float, str], pygame.Surface]
    place: str | None = None
    heat: float | None = None

    def backdrop(self, heat: float, veil: float, place: str = "") -> None:
        heat = heat if self.heat is None else self.heat
        key = (heat, veil, place if self.place is None else self.place)
        if key not in self.nights:
            super().backdrop(*key)
            assert isinstance(self._surface, pygame.Surface)
            self.nights[key] = self._surface.copy()
        self._surface.blit(self.nights[key], (0, 0))

    def text(self, *_: object, **__: object) -> None:
        pass

    def shape(self, *_: object, **__: object) -> None:
        pass


@dataclass(slots=True)
class Coloured(Survey):
    """A survey that keeps what colour words and icons have, and how much contrast they need."""

    least: float = 4.5
    things: list[Thing] = field(default_factory=list)

    def text(
        self, text: str, rect: Rect, style: Style, colour: Colour, align: str = LEFT, valign: str = TOP,
        glow: bool = False,
    ) -> None:  # fmt: skip
        Survey.text(self, text, rect, style, colour, align, valign, glow)
        if text.strip():
            least = self.least * 2 / 3 if style.size >= LARGE else self.least
            self._keep(Thing(text[:30], letters(self.words[-1]), colour, least))

    def shape(self, name: str, rect: Rect, colour: Colour) -> None:
        Survey.shape(self, name, rect, colour)
        if name != "dot":  # it marks a place on a line or a bar of its own colour
            self._keep(Thing(f"<{name}>", rect, colour, PICTURE, 50))

    def _keep(self, thing: Thing) -> None:
        """What a list cuts off is judged by the part that is seen."""
        for clip in self.clips:
            x, y = max(clip.x, thing.place.x), max(clip.y, thing.place.y)
            right, bottom = min(clip.right, thing.place.right), min(clip.bottom, thing.place.bottom)
            seen = Rect(x, y, max(0, right - x), max(0, bottom - y))
            thing = replace(thing, place=seen)
        self.things.append(thing)


class Meter(Camera):
    """Measures the contrast of what scenes show in one size of window."""

    def __init__(self, size: tuple[int, int], contrast: bool) -> None:
        super().__init__(theme_of(100, contrast, reduced_motion=True), size)
        self._least = 7.0 if contrast else 4.5
        self._nights: dict[tuple[float, float, str], pygame.Surface] = {}

    def weakest(self, scene: Scene[Any], place: str | None = None, heat: float | None = None) -> list[str]:
        """What does not stand out as much as it must."""
        bare = Bare(self.surface, self._painter, self._backdrop, self._images)
        bare.nights, bare.place, bare.heat = self._nights, place, heat
        seen = Coloured(self.page(), least=self._least)
        for canvas in (bare, seen):
            scene.draw(canvas, self.page())
            scene.draw_live(canvas, self.page())
        pixels = pygame.surfarray.pixels3d(self.surface)
        ratios = [(thing, self._ratio(pixels, thing)) for thing in (*seen.things, *self._edges(seen))]
        return [f"{thing.name!r} {ratio:.1f}" for thing, ratio in ratios if ratio < thing.least]

    def _edges(self, seen: Survey) -> Iterator[Thing]:
        """The lines round lit panes against what is in them, and round the focus against all around, too."""
        palette = self._theme.palette
        colours = dict(zip(EDGES, (palette.cyan, palette.right, palette.alarm), strict=True))
        for name, rect in seen.shapes:
            tone = name.removeprefix("panel ")
            if tone in colours and rect.w > 4 * GLOW and rect.h > GLOW:
                beside = _around(rect, 3 if self._theme.contrast else GLOW) if tone == "focus" else []
                for ground in (rect.inset(6), *beside):
                    yield Thing(f"edge {tone}", ground, colours[tone], PICTURE, 50)

    def _ratio(self, pixels: Picture, thing: Thing) -> float:
        """Contrast with what lies there, 1 to 21; 21 where nothing of it is on the screen."""
        place, scale = thing.place, self._painter.scale
        left, top = max(0, int(place.x * scale)), max(0, int(place.y * scale))
        under = pixels[left : max(left, int(place.right * scale)), top : max(top, int(place.bottom * scale))]
        if not under.size:
            return 21
        ground = float(np.percentile(LINEAR[under] @ WEIGHTS, thing.bright))
        low, high = sorted((ground, float(LINEAR[list(thing.colour)] @ WEIGHTS)))
        return (high + 0.05) / (low + 0.05)


WEIGHTS = np.array([0.2126, 0.7152, 0.0722])  # of red, green and blue in relative luminance (WCAG 2.2)


def _around(rect: Rect, away: float) -> Sequence[Rect]:
    """Strips on the four sides of a pane, beyond the light it throws."""
    out = rect.inset(-away)
    wide, high = Rect(out.x, out.y - 6, out.w, 6), Rect(out.x - 6, out.y, 6, out.h)
    return wide, wide.moved(y=out.h + 6), high, high.moved(x=out.w + 6)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_all_that_is_to_be_seen_stands_out(size: tuple[int, int]) -> None:
    meter = Meter(size, contrast=False)
    assert faint((name, meter.weakest(scene)) for name, scene in scenes(small_bank())) == {}


def test_all_that_is_to_be_seen_stands_out_in_high_contrast() -> None:
    meter = Meter((960, 540), contrast=True)
    assert faint((name, meter.weakest(scene)) for name, scene in scenes(small_bank())) == {}


@pytest.mark.parametrize("contrast", [False, True], ids=["neo noir", "high contrast"])
@pytest.mark.parametrize("place", PLACES)
def test_a_run_can_be_read_in_every_place_in_the_greatest_heat(place: str, contrast: bool) -> None:
    meter, shown = Meter((960, 540), contrast), dict(scenes(small_bank()))
    assert faint((name, meter.weakest(shown[name], place, heat=1.0)) for name in IN_A_RUN) == {}


def faint(found: Iterator[tuple[str, list[str]]]) -> dict[str, list[str]]:
    return {name: some for name, some in found if some}


def test_words_on_a_bright_ground_are_found() -> None:
    """The meter can fail: on plain white hardly a word of the title is to be read."""
    meter = Meter((960, 540), contrast=False)
    meter._nights[(0, 0, "white")] = pygame.Surface((960, 540))
    meter._nights[(0, 0, "white")].fill((255, 255, 255))
    assert len(meter.weakest(dict(scenes(small_bank()))["title"], "white", heat=0)) >= 3
