"""Haze, and what drifts past in front, on the window: behind what stands there, slow, still where wished."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pygame
import pytest

from quizgame import resources
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.canvas import Canvas
from quizgame.screen.images import Images
from quizgame.screen.layout import Rect, scale_of, stage_of
from quizgame.screen.painter import Painter
from quizgame.screen.projector import CALM_MS, Projector
from quizgame.screen.scene import Finished, Input, Mood, Page, Scene
from quizgame.screen.theme import Theme, theme_of
from quizgame.screen.ticks import TICK_MS
from tests.gallery import scenes
from tests.screen.looks import faces
from tests.screen.small_bank import small_bank

SIZE = (640, 360)
PANE = Rect(700, 300, 400, 200)  # before haze and palms

Pixels = np.ndarray[Any, Any]


class Open(Scene[None]):
    """The city with one pane; a run is being played or not."""

    def __init__(self, playing: bool = False, heat: float = 0.0) -> None:
        super().__init__()
        self._playing, self._heat = playing, heat

    def mood(self) -> Mood:
        return Mood(playing=self._playing)

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        return None

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(self._heat, 0)
        canvas.fill(PANE, (0, 200, 0))


class Theatre:
    """A projector and a surface; `revision` is raised to have all drawn anew."""

    def __init__(self, theme: Theme | None = None, size: tuple[int, int] = SIZE) -> None:
        pygame.display.init()
        self.theme = theme or Theme()
        self.backdrop = Backdrop(resources.assets() / "pictures", self.theme.palette)
        self.backdrop.load()
        self.projector = Projector(self.backdrop, Images())
        self.surface = pygame.Surface(size, depth=32)
        self._painter = Painter(faces(), scale_of(*size), self.theme.palette)
        self.revision = 0

    def show(self, scene: Scene[Any], now: int, awake: bool = True) -> Pixels:
        page = Page(stage_of(*self.surface.get_size()), self.theme, self._painter.ruler, now=now)
        self.projector.show(scene, page, self.revision, self.surface, self._painter, awake)
        return pygame.surfarray.array3d(self.surface).astype(int)

    def anew(self, scene: Scene[Any], now: int) -> Pixels:
        """All of it; what moves by itself is there with the frame after."""
        self.revision += 1
        self.show(scene, now)
        return self.show(scene, now)

    def play(self, scene: Scene[Any], until: int, every: int = 2 * TICK_MS) -> Iterator[Pixels]:
        for now in range(0, until, every):
            yield self.show(scene, now)

    def drifted(self, scene: Scene[Any], until: int = 15_000) -> float:
        for _ in self.play(scene, until):
            pass
        return self.backdrop.shift


@pytest.fixture
def theatre() -> Theatre:
    return Theatre()


def changed(one: Pixels, other: Pixels) -> Pixels:
    difference: Pixels = np.abs(one - other).max(2)
    return difference


def test_the_palms_drift_and_the_city_stays_where_it_is(theatre: Theatre) -> None:
    scene = Open()
    first = theatre.show(scene, 0)
    assert theatre.drifted(scene) > 5
    last = theatre.show(scene, 15_000)
    top_right, downtown = np.s_[540:, 120:180], np.s_[250:520, 60:140]
    assert (changed(first, last)[top_right] > 20).mean() > 0.05
    assert (changed(first, last)[downtown] > 20).mean() < 0.02


def test_haze_moves_slowly_over_the_horizon_and_nowhere_else(theatre: Theatre) -> None:
    scene = Open()
    frames = list(theatre.play(scene, 30_000, 5 * TICK_MS))
    horizon, sky = np.s_[200:340, 175:235], np.s_[150:500, :80]
    rose = np.median(frames[-1][horizon] - frames[0][horizon], axis=2)
    assert np.abs(np.median(rose, axis=1)).max() >= 2  # a column of it, whatever its lamps do
    assert changed(frames[-1], frames[0])[sky].mean() < 0.05
    for one, other in pairwise(frames):
        step = np.median(np.abs(one - other)[horizon].max(2))
        assert step <= 2


def test_what_covers_stays_covered(theatre: Theatre) -> None:
    scale = scale_of(*SIZE)
    x, y, right, bottom = (round(edge * scale) for edge in (PANE.x, PANE.y, PANE.right, PANE.bottom))
    for picture in theatre.play(Open(heat=1.0), 12_000):
        assert (picture[x + 1 : right - 1, y + 1 : bottom - 1] == (0, 200, 0)).all()


@pytest.mark.parametrize("name", ["title", "settings", "scores", "credits"])
def test_a_part_drawn_by_itself_looks_as_if_all_had_been_drawn(name: str, theatre: Theatre) -> None:
    """Panes, words, glows and scrims over palms that have drifted meanwhile."""
    scene = dict(scenes(small_bank()))[name]
    assert abs(theatre.drifted(scene)) > 5
    parts = theatre.show(scene, 15_000)
    whole = theatre.anew(scene, 15_000)
    assert changed(parts, whole).max() <= 4


def test_in_a_narrow_window_one_palm_drifts_before_the_other() -> None:
    theatre, scene = Theatre(size=(300, 640)), Open(heat=0.5)
    for now in (5_000, 12_000):
        assert abs(theatre.drifted(scene, now)) > 2
        parts = theatre.show(scene, now)
        assert changed(parts, theatre.anew(scene, now)).max() <= 4


@pytest.mark.parametrize("name", ["result-record", "settings", "statistics"])
def test_after_a_while_a_screen_looks_as_if_it_had_just_been_drawn(name: str) -> None:
    theatre = Theatre(size=(1280, 720))  # large enough for panes whose middle is laid as one colour
    scene = dict(scenes(small_bank()))[name]
    assert abs(theatre.drifted(scene, 8_000)) > 2
    seen = theatre.show(scene, 8_000)
    theatre.projector.forget()
    assert changed(seen, theatre.show(scene, 8_000)).max() <= 6


def test_what_changes_on_a_picture_that_has_drifted_leaves_the_rest_as_it_is(theatre: Theatre) -> None:
    class Changing(Open):
        label = PANE

        def draw(self, canvas: Canvas, page: Page) -> None:
            super().draw(canvas, page)
            canvas.fill(self.label, (200, 0, 0))

    scene = Changing()
    for now in (15_000, 40_000, 70_000):
        theatre.drifted(scene, now)
        scene.label = scene.label.moved(x=90, y=-60)
        seen = theatre.anew(scene, now)
        theatre.projector.forget()
        assert abs(seen - theatre.show(scene, now)).max() == 0


def test_palms_stand_while_a_run_is_played_and_haze_goes_on(theatre: Theatre) -> None:
    scene = Open(playing=True)
    first = theatre.show(scene, 0)
    assert theatre.drifted(scene) == 0
    assert (changed(first, theatre.show(scene, 15_000))[200:340, 175:235] > 0).mean() > 0.3


def test_palms_wait_until_nothing_else_has_moved_for_a_while(theatre: Theatre) -> None:
    scene = Open()
    for now in range(0, 20_000, TICK_MS):
        theatre.revision += now // TICK_MS % 8 == 0
        theatre.show(scene, now)
    assert theatre.backdrop.shift == 0
    for now in range(20_000, 20_000 + CALM_MS + 3_000, TICK_MS):
        theatre.show(scene, now)
    assert theatre.backdrop.shift > 0


def test_a_pause_does_not_move_the_palms_by_a_leap(theatre: Theatre) -> None:
    scene = Open()
    before = theatre.drifted(scene)
    theatre.show(scene, 300_000)
    assert abs(theatre.backdrop.shift - before) < 0.5


@pytest.mark.parametrize(
    "theme", [theme_of(100, False, True), theme_of(100, True, False)], ids=["reduced", "contrast"]
)
def test_with_reduced_motion_or_high_contrast_all_stands_still(theme: Theme) -> None:
    theatre, scene = Theatre(theme), Open()
    first = theatre.show(scene, 0)
    for now in (1_000, 10_000, 120_000):
        assert (theatre.show(scene, now) == first).all()
    assert theatre.backdrop.shift == 0


def test_when_motion_is_switched_off_the_palms_are_where_they_began(theatre: Theatre) -> None:
    scene = Open()
    assert theatre.drifted(scene) > 5
    theatre.theme = theme_of(100, False, True)
    rested = theatre.show(scene, 16_000)
    assert (rested == Theatre(theatre.theme).show(Open(), 0)).all()


def test_where_nobody_looks_nothing_moves(theatre: Theatre) -> None:
    scene = Open()
    theatre.drifted(scene, 4_000)
    first = theatre.show(scene, 4_000, awake=False)
    for now in range(4_000, 60_000, 500):
        assert (theatre.show(scene, now, awake=False) == first).all()


def test_no_light_flickers_where_a_palm_comes_by(theatre: Theatre) -> None:
    theatre.show(Open(), 0)
    scenery = theatre.backdrop.scenery("", SIZE)
    assert scenery
    assert scenery.crossed.count() > scenery.hidden.count()
    assert theatre.projector._alive
    standing = theatre.projector._alive._lights._standing
    assert len(standing) > 150
    assert not any(scenery.crossed.get_at(light.rect.center) for light in standing)
