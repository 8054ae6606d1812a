"""What the window shows over time: lights beside the words, fades, the opening, and rest where wished."""

from __future__ import annotations

from collections.abc import Hashable

import pytest

from quizgame.screen.canvas import Canvas
from quizgame.screen.fading import DARK_MS, LIGHT_MS, MIX_MS
from quizgame.screen.layout import Rect, scale_of
from quizgame.screen.projector import is_large
from quizgame.screen.scene import Page
from quizgame.screen.theme import Theme, theme_of
from quizgame.screen.ticks import TICK_MS
from tests.screen.cinema import PANE, SIZE, Cinema, Plain

LARGE = (2400, 1300)


@pytest.fixture
def cinema() -> Cinema:
    return Cinema()


def test_the_lights_move_and_leave_alone_what_stands_before_them(cinema: Cinema) -> None:
    scene = Plain()
    cinema.show(scene, 0)
    before = cinema.surface.copy()
    assert cinema.show(scene, 5 * TICK_MS)
    changed = cinema.pixels_changed(before)
    assert len(changed) > 50
    scale = scale_of(*SIZE)
    assert not [at for at in changed if PANE.holds(at[0] / scale, at[1] / scale)]


def test_the_same_moment_looks_the_same_whatever_came_before(cinema: Cinema) -> None:
    scene, other = Plain(), Cinema()
    for tick in range(40):
        cinema.show(scene, tick * TICK_MS)
    cinema.projector.forget()
    cinema.show(scene, 40 * TICK_MS)
    other.show(scene, 40 * TICK_MS)
    assert cinema.bytes() == other.bytes()


def test_nothing_is_drawn_between_two_ticks(cinema: Cinema) -> None:
    scene = Plain()
    cinema.show(scene, 0)
    assert not cinema.show(scene, TICK_MS // 2)


def test_what_moves_leaves_no_trace(cinema: Cinema) -> None:
    scene, still = Plain(), Cinema()
    cinema.show(scene, 0)
    for scene.moves in (1, 2, 30, 60, 0):
        cinema.show(scene, 10)
    still.show(scene, 10)
    assert cinema.bytes() == still.bytes()


@pytest.mark.parametrize(
    "theme", [theme_of(100, False, True), theme_of(100, True, False)], ids=["reduced", "contrast"]
)
def test_with_reduced_motion_or_high_contrast_nothing_moves_by_itself(theme: Theme) -> None:
    cinema, scene = Cinema(theme), Plain()
    cinema.show(scene, 0)
    before = cinema.bytes()
    assert not cinema.show(scene, 9_000)
    assert cinema.bytes() == before


def test_where_nobody_looks_the_lights_stand_still(cinema: Cinema) -> None:
    scene = Plain()
    cinema.show(scene, 0)
    assert not cinema.show(scene, 9_000, awake=False)
    cinema.projector.forget()
    before = cinema.bytes()
    cinema.show(scene, 12_000, awake=False)
    assert cinema.bytes() == before


def test_another_scene_fades_in_and_is_wholly_there_in_the_end(cinema: Cinema) -> None:
    first, second = Plain((200, 0, 0)), Plain((0, 0, 200))
    cinema.show(first, 0)
    greens = []
    for now in range(1_000, 1_000 + MIX_MS + 40, 20):
        cinema.show(second, now)
        greens.append(cinema.pane())
    assert greens[0][0] > 150
    assert [blue for *_, blue in greens] == sorted(blue for *_, blue in greens)
    assert 0 < greens[2][0] < 200 > greens[2][2] > 0
    fresh = Cinema()
    fresh.show(second, now)
    assert cinema.bytes() == fresh.bytes()


def test_the_frame_with_which_a_fade_begins_shows_a_change_and_what_moved_is_still_there(
    cinema: Cinema,
) -> None:
    first = Plain((200, 0, 0))
    cinema.show(first, 0)
    first.moves = 3
    cinema.show(first, 900)
    spot = (int(640 * 45 / 1280), int(640 * 35 / 1280))
    assert tuple(cinema.surface.get_at(spot))[:3] == (200, 0, 200)
    second = Plain((0, 0, 200))
    cinema.show(second, 1_000)
    assert 180 < cinema.pane()[0] < 200
    cinema.show(second, 1_016)
    assert 0 < cinema.pane()[0] < 180
    assert cinema.pane()[2] > 0
    red, green, blue, _ = cinema.surface.get_at(spot)
    assert min(red, blue) > 60
    assert green < 60


def test_a_fade_that_is_overtaken_goes_on_from_what_is_seen(cinema: Cinema) -> None:
    cinema.show(Plain((240, 0, 0)), 0)
    second = Plain((0, 240, 0))
    for now in (1_000, 1_040):
        cinema.show(second, now)
    before = cinema.pane()
    third = Plain((0, 0, 240))
    cinema.show(third, 1_041)
    assert 0.9 * before[0] < cinema.pane()[0] < before[0]
    cinema.show(third, 1_057)
    assert 0.3 * before[0] < cinema.pane()[0] < before[0]
    assert cinema.pane()[2] > 0


def test_in_a_large_window_the_old_picture_stays_until_all_of_the_new_one_is_drawn(cinema: Cinema) -> None:
    size, fresh = LARGE, Cinema()
    assert is_large(size)
    for each in (cinema, fresh):
        each.resize(size)
    cinema.show(Plain((200, 0, 0)), 0)
    second, seen = Plain((0, 0, 200)), []
    for now in (1_000, 1_016, 1_032, 1_100, 1_300):
        cinema.show(second, now)
        seen.append(cinema.pane())
    assert 180 < seen[0][0] < 200
    assert seen[1] == seen[0]
    assert seen[1][0] > seen[2][0] > 0 < seen[2][2]
    fresh.show(second, 1_300)
    assert cinema.bytes() == fresh.bytes()


def test_what_changes_on_a_large_screen_is_wholly_there_after_three_frames_with_what_moves(
    cinema: Cinema,
) -> None:
    class Turning(Plain):
        def still(self, page: Page) -> Hashable:
            return self.colour

    fresh, scene = Cinema(), Turning((200, 0, 0))
    for each in (cinema, fresh):
        each.resize(LARGE)
    scene.moves = 1
    cinema.show(scene, 0)
    scene.colour, scene.moves = (0, 0, 200), 2
    for now in (1_000, 1_016, 1_032):
        before = cinema.bytes()
        assert cinema.show(scene, now)
        assert cinema.bytes() != before
        assert cinema.surface.get_at((65, 65)).r == 200
    assert not cinema.show(scene, 1_032)
    fresh.show(scene, 1_032)
    assert cinema.bytes() == fresh.bytes()


def test_a_picture_that_was_half_drawn_when_the_next_one_came_is_no_part_of_it(cinema: Cinema) -> None:
    fresh = Cinema()
    for each in (cinema, fresh):
        each.resize(LARGE)
    cinema.show(Plain((200, 0, 0)), 0)
    cinema.show(Plain((0, 200, 0)), 1_000)
    last = Plain((0, 0, 200))
    for now in (1_010, 1_026, 1_042, 1_400):
        cinema.show(last, now)
    fresh.show(last, 1_400)
    assert cinema.bytes() == fresh.bytes()


def test_a_very_large_window_comes_out_of_the_dark_and_keeps_no_old_picture(cinema: Cinema) -> None:
    cinema.resize((3840, 2160))
    cinema.show(Plain((200, 0, 0)), 0)
    second, brightness = Plain((0, 0, 200)), []
    for now in range(1_000, 1_060 + LIGHT_MS + 60, 60):
        cinema.show(second, now)
        brightness.append(cinema.pane()[2])
        assert cinema.pane()[0] <= (40 if now <= 1_060 else 0)
    assert brightness == sorted(brightness)
    assert brightness[0] < 100 < brightness[-1] == 200


def test_lights_that_are_uncovered_are_as_if_they_had_never_been_covered(cinema: Cinema) -> None:
    class Leaving(Plain):
        def still(self, page: Page) -> Hashable:
            return self.colour

        def draw(self, canvas: Canvas, page: Page) -> None:
            canvas.backdrop(0, 0)
            canvas.fill(PANE if self.colour[1] else Rect(100, 450, 300, 200), self.colour)

    scene, fresh = Leaving(), Cinema()
    for tick in range(21):
        scene.colour = (0, 200, 0) if tick < 20 else (200, 0, 0)
        cinema.show(scene, tick * TICK_MS)
    cinema.show(scene, 20 * TICK_MS)
    fresh.show(scene, 20 * TICK_MS)
    assert cinema.bytes() == fresh.bytes()


def test_another_place_is_reached_through_the_dark(cinema: Cinema) -> None:
    cinema.show(Plain((90, 0, 0)), 0)
    scene = Plain((0, 0, 90), "yard")
    cinema.show(scene, 1_000)
    cinema.show(scene, 1_000 + DARK_MS)
    assert sum(cinema.pane()) == 0
    cinema.show(scene, 1_000 + DARK_MS + LIGHT_MS)
    assert cinema.pane() == (0, 0, 90)


def test_the_same_scene_changes_at_once(cinema: Cinema) -> None:
    class Turning(Plain):
        def still(self, page: Page) -> Hashable:
            return self.colour

    scene = Turning((200, 0, 0))
    cinema.show(scene, 0)
    scene.colour = (0, 0, 200)
    cinema.show(scene, 10)
    assert cinema.pane() == (0, 0, 200)


def test_with_reduced_motion_one_scene_follows_the_other_at_once() -> None:
    cinema = Cinema(theme_of(100, False, True))
    cinema.show(Plain((200, 0, 0)), 0)
    cinema.show(Plain((0, 0, 200), "yard"), 10)
    assert cinema.pane() == (0, 0, 200)


def test_a_window_may_change_its_size_in_the_middle_of_a_fade(cinema: Cinema) -> None:
    cinema.show(Plain((200, 0, 0)), 0)
    second = Plain((0, 0, 200))
    cinema.show(second, 100)
    for size in ((500, 400), (900, 500), (640, 360)):
        cinema.resize(size)
        assert cinema.show(second, 120)
        assert cinema.pane() == (0, 0, 200)
