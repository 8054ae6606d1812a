"""The last ten seconds: the clock grows and what must be read stays where it is; the edges pulse."""

from __future__ import annotations

from typing import Any

import pytest

from quizgame.screen.asking import WIDEST
from quizgame.screen.band import band_rect, clock_rect
from quizgame.screen.last_seconds import GROWS, draw_edges, grown, pulse
from quizgame.screen.layout import Rect, stage_of
from quizgame.screen.scene import Page
from quizgame.screen.theme import HIGH_CONTRAST, NEO_NOIR, Theme
from tests.screen.moves import PUT, opened, page
from tests.screen.survey import Survey, faults

SIZES = [(1280, 720), (1920, 1080), (1024, 768), (640, 360)]
BELOW_BAND = 8  # units: there the first line begins
LAST = range(0, 10_000, 250)


class Edges(Survey):
    """A survey that also keeps what was reddened, and how much."""

    def fill(self, rect: Rect, colour: Any, opacity: int = 255) -> None:
        self.shapes.append((f"red {opacity}", rect))


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_the_clock_grows_and_nothing_lies_below_it(size: tuple[int, int], text: float) -> None:
    at = page(PUT.at + 21_000)._replace(stage=stage_of(*size), theme=Theme(text=text))
    ring = grown(at, clock_rect(at), 9_000)
    assert ring.w > clock_rect(at).w
    words_end = at.area.x + (at.area.w if at.theme.large else min(WIDEST, at.area.w))
    assert ring.x >= words_end or ring.bottom <= band_rect(at).bottom + BELOW_BAND
    assert ring.y >= at.stage.y
    assert ring.right <= at.stage.right
    assert not [fault for fault in faults(opened().scene, at) if "ring" in fault]


def test_what_is_to_be_read_does_not_move() -> None:
    table = opened()
    rings, stands = [], set()
    for left in LAST:
        survey = Survey(page(PUT.at + 30_000 - max(1, left)))
        table.scene.draw_live(survey, survey.page)
        rings.append(next(rect.w for name, rect in survey.shapes if name == "ring"))
        stands |= {words.box for words in survey.words if words.text.isdigit()}
    assert len(stands) == 1
    assert rings[0] == rings[10] == stands.pop().w + 2 * GROWS
    assert grown(page(0), Rect(0, 0, 100, 100), 10_000) == Rect(0, 0, 100, 100)


def test_the_edges_pulse_once_a_second_and_only_where_nothing_is_to_be_read() -> None:
    depths = [pulse(left) for left in range(10_000, 0, -20)]
    peaks = [n for n in range(1, len(depths) - 1) if depths[n - 1] < depths[n] >= depths[n + 1]]
    assert len(peaks) == 10
    canvas = Edges(page(0))
    draw_edges(canvas, canvas.page, 9_900)
    area = canvas.page.area
    assert canvas.shapes
    assert all(rect.right < area.x or rect.x > area.right for _, rect in canvas.shapes)


@pytest.mark.parametrize("theme", [Theme(motion=False), Theme(HIGH_CONTRAST)])
@pytest.mark.parametrize("left", [9_900, 10_100, 0, None])
def test_the_edges_stay_as_they_are_where_nothing_may_move_and_before(theme: Theme, left: int | None) -> None:
    still: Page = page(0)._replace(theme=theme if left == 9_900 else Theme(NEO_NOIR))
    canvas = Edges(still)
    draw_edges(canvas, still, left)
    assert not canvas.shapes
