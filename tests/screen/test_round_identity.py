"""Each round has a look of its own: a colour that can be read, a place behind it, a card that comes in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from quizgame.quiz.modes import MODES, THE_SCORE, Mode
from quizgame.quiz.view import Standing
from quizgame.screen.band import place_of
from quizgame.screen.canvas import LEFT, TOP, Notes, PlainRuler
from quizgame.screen.layout import Rect, stage_of
from quizgame.screen.scene import Action, Finished, Page, Press
from quizgame.screen.scenes.pause import PauseScene
from quizgame.screen.scenes.round_card import BEGIN, RoundCard
from quizgame.screen.theme import ACCENTS, HIGH_CONTRAST, NEO_NOIR, Colour, Style, Theme

PLACES = [round.place for round in THE_SCORE.rounds]
VAULT = Standing(
    "The Score", 4, 5, "The Vault", "A line.", 1, 5, 500_000, 30, 0, place="vault", slug="INT. VAULT – NIGHT"
)
COMES_MS = 600


class Shown(Notes):
    """Notes that keep the colour of each text, and how far it shows through."""

    def __init__(self) -> None:
        super().__init__()
        self.colours: dict[str, Colour] = {}
        self.opacity: dict[str, float] = {}
        self._now = 1.0

    def text(
        self, text: str, rect: Rect, style: Style, colour: Colour, align: str = LEFT, valign: str = TOP,
        glow: bool = False,
    ) -> None:  # fmt: skip
        super().text(text, rect, style, colour, align, valign, glow)
        self.colours[text], self.opacity[text] = colour, self._now

    @contextmanager
    def faded(self, opacity: float, x: float = 0, y: float = 0) -> Iterator[None]:
        self._now = opacity
        yield
        self._now = 1.0


def luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2)."""
    shares = [value / 255 for value in colour]
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in shares)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Colour, b: Colour) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def page(now: int = 0, theme: Theme | None = None) -> Page:
    return Page(stage_of(1280, 720), theme or Theme(), PlainRuler(), now=now)


def card(standing: Standing = VAULT, now: int = 0, theme: Theme | None = None) -> RoundCard:
    """A card that came on the screen at `now`."""
    scene = RoundCard(standing, 400_000, 25)
    scene.arrive(page(now, theme))
    return scene


def drawn(scene: RoundCard, page: Page) -> Shown:
    notes = Shown()
    scene.draw(notes, page)
    if scene.live(page) is not None:
        scene.draw_live(notes, page)
    return notes


def test_every_round_of_the_score_has_its_own_place_slug_and_colour() -> None:
    assert len(set(PLACES)) == len({round.slug for round in THE_SCORE.rounds}) == 5
    assert "" not in PLACES
    assert set(ACCENTS) == set(PLACES)
    assert len(set(ACCENTS.values())) == 5


@pytest.mark.parametrize("ground", [NEO_NOIR.night, NEO_NOIR.glass, NEO_NOIR.dusk])
@pytest.mark.parametrize("place", PLACES)
def test_an_accent_can_be_read_as_text(place: str, ground: Colour) -> None:
    assert contrast(Theme().accent(place), ground) >= 4.5


@pytest.mark.parametrize("place", PLACES)
def test_an_accent_is_not_taken_for_a_verdict_or_the_focus(place: str) -> None:
    for meaning in (NEO_NOIR.alarm, NEO_NOIR.right, NEO_NOIR.cyan):
        assert sum(abs(a - b) for a, b in zip(ACCENTS[place], meaning, strict=True)) > 70


def test_high_contrast_keeps_its_own_colour_and_elsewhere_it_is_the_sodium_of_the_streets() -> None:
    assert {Theme(HIGH_CONTRAST).accent(place) for place in PLACES} == {HIGH_CONTRAST.sodium}
    assert Theme().accent("") == Theme().accent("nowhere") == NEO_NOIR.sodium


def test_the_card_shows_its_place_in_the_colour_of_the_place() -> None:
    notes = drawn(card(), page(COMES_MS))
    assert notes.lines[0].endswith(" vault")
    assert notes.colours["ROUND 4 OF 5"] == notes.colours[VAULT.slug] == ACCENTS["vault"]


def test_a_card_of_no_place_shows_the_city_and_no_slug() -> None:
    notes = drawn(card(replace(VAULT, place="", slug="")), page(COMES_MS))
    assert notes.lines[0] == "backdrop heat=0.30 veil=0.15"
    assert notes.colours["ROUND 4 OF 5"] == NEO_NOIR.sodium
    assert "" not in notes.lines


@pytest.mark.parametrize("mode", MODES.values(), ids=lambda mode: mode.id)
def test_only_rounds_with_a_place_have_a_slug(mode: Mode) -> None:
    for round in mode.rounds:
        assert bool(round.place) == bool(round.slug)


def test_the_words_come_one_after_the_other_and_rest_within_six_hundred_milliseconds() -> None:
    scene = card()
    order = ["ROUND 4 OF 5", "THE VAULT", VAULT.slug, "A line."]
    early = [drawn(scene, page(200)).opacity[text] for text in order]
    assert early == sorted(early, reverse=True)
    assert early[0] > early[-1]
    for text in order:
        seen = [drawn(scene, page(now)).opacity[text] for now in range(0, COMES_MS + 1, 20)]
        assert seen == sorted(seen)
        assert seen[-1] == 1
    assert scene.live(page(COMES_MS)) is None
    assert scene.live(page(COMES_MS - 40)) is not None


def test_a_key_works_before_the_words_have_come() -> None:
    assert card().handle(Press(Action.ACCEPT), page(0)) == Finished(BEGIN)


def test_nothing_moves_where_motion_is_reduced() -> None:
    calm = Theme(motion=False)
    scene = card(theme=calm)
    assert scene.live(page(0, calm)) is None
    notes = drawn(scene, page(0, calm))
    assert set(notes.opacity.values()) == {1.0}
    assert notes.lines == drawn(card(), page(COMES_MS)).lines


def test_a_card_that_comes_back_after_the_pause_stands_still() -> None:
    scene = card()
    scene.arrive(page(9_000))
    assert scene.live(page(9_000)) is None


def test_the_pause_stays_at_the_place() -> None:
    notes = Notes()
    PauseScene(place=place_of(VAULT)).draw(notes, page())
    assert notes.lines[0].endswith(" vault")
    assert place_of(None) == ""
