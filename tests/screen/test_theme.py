"""The look: contrast as WCAG 2 reckons it, and text that grows as the player wishes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from quizgame.screen.theme import HIGH_CONTRAST, NEO_NOIR, SPACE, TYPES, Colour, Palette, mixed, theme_of

WORDS = ("paper", "dim", "cyan", "sodium", "alarm", "right")
TINT = 0.16  # how much of its colour a lit pane takes on
SIZES = (100, 125, 150, 175, 200)


def luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2)."""
    shares = [value / 255 for value in colour]
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in shares)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Colour, b: Colour) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_the_yardstick_is_right() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", ["glass", "night"])
@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(("palette", "least"), [(NEO_NOIR, 4.5), (HIGH_CONTRAST, 7.0)])
def test_words_can_be_read(palette: Palette, least: float, word: str, ground: str) -> None:
    assert contrast(getattr(palette, word), getattr(palette, ground)) >= least


@pytest.mark.parametrize("lit", ["cyan", "right", "alarm"])
@pytest.mark.parametrize(("palette", "tint", "least"), [(NEO_NOIR, TINT, 4.5), (HIGH_CONTRAST, 0.0, 7.0)])
def test_words_can_be_read_on_a_lit_pane(palette: Palette, tint: float, least: float, lit: str) -> None:
    ground = mixed(palette.glass, getattr(palette, lit), tint)
    assert contrast(palette.paper, ground) >= least
    assert contrast(getattr(palette, lit), ground) >= least


@pytest.mark.parametrize("palette", [NEO_NOIR, HIGH_CONTRAST])
def test_the_focus_ring_stands_out(palette: Palette) -> None:
    assert contrast(palette.cyan, palette.glass) >= 3


@pytest.mark.parametrize("ground", ["glass", "night"])
@pytest.mark.parametrize("palette", [NEO_NOIR, HIGH_CONTRAST])
def test_the_edges_of_things_can_be_seen(palette: Palette, ground: str) -> None:
    assert contrast(palette.edge, getattr(palette, ground)) >= 3


def test_there_is_one_scale_of_type_whose_steps_can_be_told_apart() -> None:
    sizes = sorted({step.size for step in TYPES.values()})
    assert len(sizes) <= 8
    assert min(larger / smaller for smaller, larger in pairwise(sizes)) > 1.12


def test_there_is_one_scale_of_space_that_only_rises() -> None:
    assert list(SPACE) == sorted(set(SPACE))
    assert [step for step in SPACE if step % 4] == []


@pytest.mark.parametrize("step", TYPES)
def test_text_grows_with_every_step_of_its_size(step: str) -> None:
    sizes = [theme_of(size, False, False).style(step).size for size in SIZES]
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("step", ["body", "option", "small", "label", "strong"])
def test_words_to_be_read_double_at_two_hundred_per_cent(step: str) -> None:
    whole, double = (theme_of(size, False, False).style(step).size for size in (100, 200))
    assert double == pytest.approx(2 * whole)


def test_no_step_is_smaller_than_eighteen_pixels_at_1080p() -> None:
    assert {name: step.size for name, step in TYPES.items() if step.size * 1.5 < 18} == {}


def test_a_mixture_runs_from_the_first_colour_to_the_second() -> None:
    assert mixed((0, 10, 20), (100, 110, 120), 0) == (0, 10, 20)
    assert mixed((0, 10, 20), (100, 110, 120), 1) == (100, 110, 120)
    assert mixed((0, 10, 20), (100, 110, 120), 0.5) == (50, 60, 70)
