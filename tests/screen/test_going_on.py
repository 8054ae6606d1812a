"""Between two looks at a scene its quickest lights go on, and all is as if it had been drawn."""

from __future__ import annotations

import pygame
import pytest

from quizgame.screen.display import Parts
from quizgame.screen.theme import theme_of
from quizgame.screen.ticks import SLOWLY, TICK_MS
from tests.screen.cinema import Cinema, Plain

SETTLED = 40 * TICK_MS


@pytest.fixture
def scene() -> Plain:
    return Plain()


@pytest.fixture
def cinema(scene: Plain) -> Cinema:
    made = Cinema()
    made.show(scene, SETTLED)
    return made


def gone_on(cinema: Cinema, now: int) -> list[pygame.Rect] | None:
    return cinema.projector.go_on(cinema.surface, now)


def test_what_went_on_by_itself_is_as_if_all_had_been_drawn(scene: Plain, cinema: Cinema) -> None:
    whole = Cinema()
    for now in range(SETTLED, SETTLED + 30 * TICK_MS, SLOWLY * TICK_MS):
        cinema.show(scene, now)
        assert gone_on(cinema, now + TICK_MS)
        whole.show(scene, now + TICK_MS)
        assert cinema.bytes() == whole.bytes()


@pytest.mark.parametrize("ticks", [2, 4, 6, 8, 10, 40, -6, -40])
def test_after_a_leap_every_light_is_as_it_is_then(ticks: int, scene: Plain, cinema: Cinema) -> None:
    fresh, then = Cinema(), SETTLED + ticks * TICK_MS
    cinema.show(scene, SETTLED + 2 * TICK_MS)
    cinema.show(scene, then)
    fresh.show(scene, then)
    assert cinema.bytes() == fresh.bytes()


def test_all_that_changed_is_told_so_that_no_more_need_be_shown(scene: Plain, cinema: Cinema) -> None:
    for now in range(SETTLED, SETTLED + 20 * TICK_MS, SLOWLY * TICK_MS):
        cinema.show(scene, now)
        seen = cinema.surface.copy()
        places = gone_on(cinema, now + TICK_MS)
        assert places
        for place in places:
            seen.blit(cinema.surface, place, place)
        assert pygame.image.tobytes(seen, "RGB") == cinema.bytes()
        assert sum(place.w * place.h for place in places) < 0.1 * 640 * 360


def test_the_scene_is_looked_at_at_every_second_tick_and_after_a_longer_sleep(cinema: Cinema) -> None:
    assert gone_on(cinema, SETTLED + TICK_MS - 1) is None
    assert gone_on(cinema, SETTLED + 3 * TICK_MS) is None
    assert gone_on(cinema, SETTLED + TICK_MS) is not None
    assert gone_on(cinema, SETTLED + 2 * TICK_MS) is None


def test_nothing_goes_on_by_itself_under_what_moves_or_where_the_window_is_lost(
    scene: Plain, cinema: Cinema
) -> None:
    scene.moves = 3
    cinema.show(scene, SETTLED)
    assert gone_on(cinema, SETTLED + TICK_MS) is None
    scene.moves = 0
    cinema.show(scene, SETTLED)
    cinema.projector.forget()
    assert gone_on(cinema, SETTLED + TICK_MS) is None


def test_nothing_goes_on_by_itself_in_a_fade(cinema: Cinema) -> None:
    cinema.show(Plain((200, 0, 0)), SETTLED)
    assert gone_on(cinema, SETTLED + TICK_MS) is None


@pytest.mark.parametrize(
    "theme", [theme_of(100, False, True), theme_of(100, True, False)], ids=["reduced", "contrast"]
)
def test_with_reduced_motion_or_high_contrast_nothing_wakes_for_lights(theme: object, cinema: Cinema) -> None:
    assert cinema.projector.step_ms == TICK_MS
    still = Cinema(theme)  # type: ignore[arg-type]
    still.show(Plain(), SETTLED)
    assert still.projector.step_ms == SLOWLY * TICK_MS
    assert gone_on(still, SETTLED + TICK_MS) is None


class Pane:
    """A window of which SDL knows nothing."""

    id = 0

    def __init__(self) -> None:
        self.flips = 0

    def flip(self) -> None:
        self.flips += 1


def test_where_sdl_shows_no_parts_all_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreached() -> None:
        raise OSError

    monkeypatch.setattr("quizgame.screen.display.library", unreached)
    pane = Pane()
    parts = Parts(pane)  # type: ignore[arg-type]
    parts.show([])
    assert pane.flips == 0
    parts.show([pygame.Rect(3, 4, 5, 6)])
    assert pane.flips == 1


def test_a_window_that_is_gone_does_no_harm() -> None:
    pygame.display.init()
    pane = Pane()
    Parts(pane).show([pygame.Rect(3, 4, 5, 6)])  # type: ignore[arg-type]
    assert pane.flips == 1
