"""Walk or stay: how many misses are left is seen and told, and nothing moves that says nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.rules import MAX_HEAT
from quizgame.screen.band import dollars
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import Rect, stage_of
from quizgame.screen.misses import misses_left, risk
from quizgame.screen.scene import Page
from quizgame.screen.scenes.decision import DecisionScene
from quizgame.screen.theme import Theme
from tests import gallery
from tests.screen.flashes import MOST
from tests.screen.moves import BANK, Layers, page
from tests.screen.survey import Words, surveyed

SCENE = next(scene for name, scene in gallery.scenes(BANK) if name == "decision")
assert isinstance(SCENE, DecisionScene)
STANDING, DECISION = SCENE._standing, SCENE._look(0)


@dataclass(slots=True)
class Panes(Layers):
    """A survey that keeps how much of every pane shows through."""

    panes: list[float] = field(default_factory=list)

    def panel(self, rect: Rect, tone: str = "glass") -> None:
        Layers.panel(self, rect, tone)
        self.panes.append(self.shares[-1])


def scene_of(**changes: int) -> DecisionScene:
    decision = replace(DECISION, **changes)  # type: ignore[arg-type]
    return DecisionScene(STANDING, lambda _: decision, lambda: None)


@given(heat=st.integers(0, MAX_HEAT - 1), adds=st.integers(1, MAX_HEAT))
@settings(max_examples=60, deadline=None)
def test_so_many_misses_end_it_and_one_less_does_not(heat: int, adds: int) -> None:
    left = misses_left(replace(DECISION, heat=heat, next_risk=adds))
    assert heat + left * adds >= MAX_HEAT > heat + (left - 1) * adds


@pytest.mark.parametrize(
    ("heat", "adds", "told"),
    [
        (50, 25, "2 misses and you are busted."),
        (75, 25, "THE NEXT MISS ENDS IT."),
        (99, 0, "No miss can end it."),
    ],
)
def test_what_a_miss_would_do_is_read_and_read_aloud(heat: int, adds: int, told: str) -> None:
    scene = scene_of(heat=heat, next_risk=adds)
    assert told in surveyed(scene, page(0)).lines
    assert scene.spoken(page(0)).endswith(told.capitalize())
    assert risk(replace(DECISION, heat=heat, next_risk=adds)) == told


def test_the_take_stands_there_whole_from_the_first_frame() -> None:
    scene = scene_of()
    scene.arrive(page(0))
    for now in (0, 100, 1_000):
        lines = surveyed(scene, page(now)).lines
        assert lines.count(dollars(DECISION.take)) == 2  # in the band, and on the card
        assert f"+{dollars(DECISION.next_best)}" in lines


def test_nothing_of_the_screen_before_is_seen_through_a_pane_on_its_way() -> None:
    """The panes lie there whole at once; only their words come."""
    scene = scene_of()
    scene.arrive(page(0))
    canvas = Panes(page(0))
    scene.draw(canvas, page(0))
    scene.draw_live(canvas, page(0))
    assert canvas.panes.count(1.0) >= 2
    assert set(canvas.panes) == {1.0}
    assert canvas.seen["The whole take is yours."] < 0.5


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_the_same_lines_of_both_cards_have_one_size(text: float) -> None:
    at = Page(stage_of(1280, 720), Theme(text=text, motion=False), PlainRuler())
    words = surveyed(scene_of(), at).words
    assert size(words, "The whole take") == size(words, "At most, in")
    assert size(words, "The run ends here") == size(words, "A miss: +")


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("heat", [0, 50, 80])
def test_the_risk_is_never_the_smallest_text_on_its_card(heat: int, text: float) -> None:
    at = Page(stage_of(1280, 720), Theme(text=text, motion=False), PlainRuler())
    words = surveyed(scene_of(heat=heat, next_risk=25), at).words
    told = risk(replace(DECISION, heat=heat, next_risk=25))
    assert size(words, told) > size(words, "A miss: +")


def size(words: list[Words], begins: str) -> float:
    return next(found.style.size for found in words if found.text.startswith(begins))


def levels(motion: bool) -> list[int | None]:
    """How brightly the last segment is lit in ten seconds, every 16 ms."""
    scene = scene_of(heat=90, next_risk=20)
    scene.arrive(page(0, motion))
    return [scene._pulse(page(now, motion)) for now in range(0, 10_000, 16)]


def test_the_last_segment_swells_less_than_once_a_second_and_stands_where_nothing_moves() -> None:
    seen = levels(motion=True)
    top = max(level for level in seen if level is not None)
    peaks = sum(later == top > (before or 0) for before, later in zip([0, *seen], seen, strict=False))
    assert 5 <= peaks <= 10 < MOST * 10
    assert len(set(levels(motion=False))) == 1
    assert {scene_of(heat=0)._pulse(page(now)) for now in range(0, 2_000, 50)} == {None}
