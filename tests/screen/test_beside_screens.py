"""The pages beside the game: rules, modes, standings, codes and the review say what is so, at every size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quizgame import offers
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import (
    BUZZERS,
    OFFERED,
    STAKEOUT,
    THE_DAILY_JOB,
    THE_SCORE,
    THIRTY_SECONDS,
    TURNS,
    Mode,
)
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import Rect, stage_of
from quizgame.screen.scene import Page, Scene
from quizgame.screen.scenes.howto import HowToScene
from quizgame.screen.scenes.modes import ModesScene
from quizgame.screen.scenes.review import Item, ReviewScene
from quizgame.screen.scenes.share import ChallengeScene
from quizgame.screen.scenes.standings import TIES, Standing, StandingsScene
from quizgame.screen.theme import Colour, Theme, theme_of
from tests.gallery_beside import CODE
from tests.gallery_modes import NOON
from tests.pilot import Pilot
from tests.screen import looks
from tests.screen.hands import Keys
from tests.screen.party import answer, buzzing, key, pad, turns
from tests.screen.survey import Survey, surveyed

Start = Callable[..., Pilot]

SIZES = [(1280, 720), (640, 360), (1024, 768), (600, 1000), (2560, 1440)]
WIDE = Page(stage_of(1280, 4000), Theme(), PlainRuler())


def said(scene: Scene[Any], page: Page = WIDE) -> str:
    """All that a page says."""
    return "\n".join(surveyed(scene, page).lines)


# --- how to play ---


def changed(mode: Mode, **numbers: Any) -> Mode:
    """The mode under other rules."""
    return replace(mode, rules=replace(mode.rules, **numbers))


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (changed(THE_SCORE, clock_ms=41_000), "41 seconds flat"),
        (changed(THE_SCORE, answer_dollars=123_000, speed_dollars=77), "pays $123,000"),
        (changed(THE_SCORE, answer_dollars=123_000, speed_dollars=77), "adds $77"),
        (changed(THE_SCORE, wrong_heat=(1, 2, 3)), "1, 2 and 3 points"),
        (changed(THE_SCORE, streak=4, streak_cools=6), "right in a row, as the dots beside it count, take 6"),
        (changed(THE_SCORE, busted_keeps=2), "you keep half of the take"),
        (changed(THE_SCORE, busted_keeps=9), "you keep one part in 9 of the take"),
        (changed(THE_SCORE, decide_ms=12_000), "you have 12 seconds to decide"),
        (changed(THE_SCORE, drive_ms=8_000, double_heat=55), "Trejo drives: 8 seconds more"),
        (changed(THE_SCORE, drive_ms=8_000, double_heat=55), "55 heat if you are not"),
        (replace(THE_SCORE, rounds=THE_SCORE.rounds[:3]), "three rounds of questions"),
        (changed(THIRTY_SECONDS, right_ms=7_000, wrong_ms=9_000), "7 seconds on the clock, wrong takes 9"),
        (replace(THE_DAILY_JOB, rounds=THE_DAILY_JOB.rounds * 2), "There are 20 questions a day"),
        (THE_DAILY_JOB, "There are ten questions a day"),
        (replace(TURNS, most=5), "From two to five play"),
        (changed(BUZZERS, buzz_ms=6_000, wrong_dollars=31_000), "has 6 seconds for it"),
        (changed(BUZZERS, buzz_ms=6_000, wrong_dollars=31_000), "costs $31,000 times"),
        (STAKEOUT, "ten questions without a clock"),
    ],
)  # fmt: skip
def test_the_rules_are_told_with_the_numbers_in_force(mode: Mode, words: str) -> None:
    assert words in said(HowToScene(mode))


@pytest.mark.parametrize("mode", OFFERED, ids=lambda mode: mode.id)
def test_a_page_of_rules_speaks_of_no_more_than_its_mode_has(mode: Mode) -> None:
    told = said(HowToScene(mode))
    kinds = {kind for round in mode.rounds for kind in round.kinds}
    assert "{" not in told
    assert ("NOT ONLY OPTIONS" in told) is (len(kinds) > 2)
    assert ("THE CREW" in told) is bool(mode.rules.crew)
    assert ("THE HEAT" in told) is any(mode.rules.wrong_heat)
    assert ("TAKE YOUR TIME" in told) is (mode.rules.clock_ms is not None)


# --- the choice of a mode ---


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [100, 150, 200])
def test_what_a_round_pays_is_large_enough_to_be_read(size: tuple[int, int], text: int, start: Start) -> None:
    page = Page(stage_of(*size), theme_of(text, False, False), PlainRuler())
    shown = [offers.offer(start().parts, mode, NOON) for mode in OFFERED]
    for offer in shown:
        paid = [
            words
            for words in surveyed(ModesScene(lambda: shown, offer.id), page).words
            if "up to $" in words.text
        ]
        assert all(words.style.size >= 14 and words.ink.h <= words.box.h for words in paid)
        assert len({words.style for words in paid}) <= 1


def test_what_a_miss_costs_is_said_without_a_second_minus(start: Start) -> None:
    rows = offers.offer(start().parts, BUZZERS, NOON).rounds
    assert [worth.partition("  ·  ")[2] for _, worth in rows] == [
        "a miss costs up to $100,000",
        "a miss costs up to $300,000",
        "a miss costs up to $450,000",
    ]


# --- standings ---


class Bars(Survey):
    """Notes how wide the plain rectangles of a colour are."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.bars: list[float] = []

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        if colour == self.page.theme.palette.sodium:
            self.bars.append(rect.w)


def test_a_bar_below_each_name_is_as_long_as_the_take() -> None:
    takes = (800_000, 400_000, 100_000, 0)
    rows = [Standing(n, False, f"Player {n}", take, 1, 2) for n, take in enumerate(takes, start=1)]
    canvas = Bars(WIDE)
    StandingsScene(rows, "", [("title", "Title screen")]).draw(canvas, WIDE)
    longest = canvas.bars[0]
    assert [round(bar / longest * 800_000) for bar in canvas.bars] == list(takes)


def test_without_any_money_there_are_no_bars() -> None:
    canvas = Bars(WIDE)
    rows = [Standing(1, True, name, 0, 0, 2) for name in ("Neil", "Vincent")]
    StandingsScene(rows, "", [("title", "Title screen")]).draw(canvas, WIDE)
    assert set(canvas.bars) == {0}


@pytest.mark.parametrize(("places", "tells"), [((1, 2), True), ((1, 1), False)])
def test_equal_takes_on_different_places_are_explained(places: tuple[int, int], tells: bool) -> None:
    rows = [Standing(place, False, "Neil", 500, 3 - place, 3) for place in places]
    assert (TIES in said(StandingsScene(rows, "Kept.", [("title", "Title screen")]))) is tells


# --- codes ---


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", [100, 200])
def test_the_code_of_a_run_stands_on_one_line(size: tuple[int, int], text: int) -> None:
    page = looks.page(size, text)  # its fonts break lines at hyphens
    [code] = [
        words for words in surveyed(ChallengeScene(CODE, "", str, str), page).words if words.text == CODE
    ]
    assert code.ink.w <= code.box.w
    assert len(page.ruler.lines(CODE, code.style, code.box.w)) == 1


def test_the_code_of_a_long_run_takes_several_lines_and_fits() -> None:
    long = "-".join(["4RZ1G"] * 60)
    page = Page(stage_of(640, 360), Theme(), PlainRuler())
    words = surveyed(ChallengeScene(long, "", str, str), page).words
    assert any(found.text == long and found.style.size >= 12 for found in words)


# --- review, and whose answer it was ---


def test_the_review_of_several_says_who_had_it_and_that_nobody_dared() -> None:
    items = [
        Item(1, "First?", "This", "This", True, who="Neil"),
        Item(2, "Second?", "That", "This", False, who="Eady"),
        Item(3, "Third?", "", "This", False, who="Neil"),
        Item(4, "Fourth?", "", "This", False),
    ]
    told = said(ReviewScene(items))
    assert "Neil had it: This" in told
    assert "Eady missed it: That" in told
    assert "Neil did not answer in time" in told
    assert "Nobody buzzed" in told
    assert "Missed" not in said(ReviewScene(items)).replace("Missed 3", "")


def test_in_turns_the_reveal_says_whose_answer_it_was(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    turns(pilot, key("a"), pad(1))
    for right in (True, False):
        while pilot.at != "QuestionScene":
            pilot.wait(500)
            Keys().choose(pilot, {"TurnCard": "ready", "RevealScene": "next"}[pilot.at])
        Keys().open(pilot)
        answer(pilot, bank, right)
        assert ("RIGHT, PLAYER 1" if right else "PLAYER 2") in pilot.survey().lines
        assert not pilot.sees("YOURS")


def test_on_buzzers_the_reveal_says_whose_answer_it_was(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    buzzing(pilot, key("a"), key("l"))
    pilot.push(key("l"))
    answer(pilot, bank)
    assert pilot.sees("RIGHT, PLAYER 2")
    assert not pilot.sees("YOURS")


def test_without_a_clock_a_buzzer_question_says_the_way_on(start: Start) -> None:
    pilot = start()
    pilot.parts.change(clock="off")
    buzzing(pilot, key("a"), key("l"))
    assert pilot.sees("BUZZ, OR LET IT GO IN THE PAUSE")
