"""The high-score screen in the game: every table by every device, ticks, the player's own line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from quizgame.quiz.bank import MemoryBank, Want
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import Rect, stage_of
from quizgame.screen.scene import Action, Device, Page, Press
from quizgame.screen.scenes.scores import ScoresScene, Table
from quizgame.screen.steppers import Axis
from quizgame.screen.theme import theme_of
from quizgame.store.paths import Places
from tests import gallery_beside
from tests.pilot import Given, Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import Plan, play
from tests.screen.survey import Survey

Start = Callable[..., Pilot]
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])

KEYS = Keys()
DAY_MS = 86_400_000
SHORT = Plan(walk_after=1)
WORSE = Plan(wrong=frozenset({0, 2}), walk_after=1)


def played(pilot: Pilot, bank: MemoryBank, plan: Plan = SHORT, name: str = "") -> None:
    """A run from the title to the title, signed where a name is given."""
    play(pilot, KEYS, bank, plan)
    if name:
        KEYS.choose(pilot, "sign")
        for _ in pilot.parts.settings.player:
            pilot.press(Action.ERASE)
        KEYS.sign(pilot, name)
        pilot.press(Action.BACK)
    KEYS.choose(pilot, "title")


def turn(pilot: Pilot, hand: Hand, axis: int) -> None:
    """Step to the next of an axis, as the device can."""
    if hand.device is Device.MOUSE:
        pilot.click_at(*arrows(pilot)[axis])
        return
    for _ in range(axis):
        pilot.press(Action.NEXT)
    pilot.press(Action.RIGHT)
    for _ in range(axis):
        pilot.press(Action.PREVIOUS)


def arrows(pilot: Pilot) -> list[tuple[float, float]]:
    """Where the arrows to the right are, without those that are printed on keys."""
    found = [rect for name, rect in pilot.survey().shapes if name == "right"]
    foot = pilot.page().stage.h - 80
    return [rect.middle for rect in found if rect.y < foot and rect.x > pilot.page().area.x + 60]


def ticks(pilot: Pilot) -> int:
    """How many lines have a tick, without that of the legend."""
    pilot.survey()  # what is shown is checked
    pilot.parts.checks.wait()
    return pilot.survey().lines.count("<tick>") - 1


def edit(places: Places, statement: str) -> None:
    """Somebody at the score file with a tool of their own."""
    with closing(sqlite3.connect(places.scores)) as connection:
        connection.execute(statement)
        connection.commit()


@by_every_device
def test_every_axis_can_be_turned(hand: Hand, start: Start, bank: MemoryBank) -> None:
    pilot = start()
    played(pilot, bank)
    pilot.parts.change(clock="x2")
    played(pilot, bank)
    hand.choose(pilot, "scores")
    for axis, (before, then) in enumerate(
        [("THE SCORE", "THIRTY SECONDS FLAT"), ("FULL GAME", "CLOCK X2"), ("THIS BANK", "ALL BANKS")]
    ):
        assert pilot.sees(before)
        turn(pilot, hand, axis)
        assert pilot.sees(then)
    hand.leave(pilot)
    assert pilot.at == "TitleScene"


def test_a_run_that_adds_up_gets_its_tick_once_it_was_replayed(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    played(pilot, bank)
    KEYS.choose(pilot, "scores")
    assert ticks(pilot) == 1
    assert pilot.sees("checked: the score follows from the answers")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE runs SET take = take + 1",
        "UPDATE runs SET log = replace(log, '400', '500')",
        "UPDATE runs SET deal = replace(deal, 'small/cast', 'small/heat2')",
        "UPDATE answers SET is_right = 1 - is_right",
    ],
    ids=["score", "events", "deal", "answers"],
)
def test_an_edit_by_hand_costs_the_tick_and_nothing_else(
    statement: str, start: Start, places: Places, bank: MemoryBank
) -> None:
    played(start(), bank, name="ZOE")
    edit(places, statement)
    pilot = start()
    KEYS.choose(pilot, "scores")
    assert ticks(pilot) == 0
    assert pilot.sees("ZOE")


def test_with_other_questions_there_is_no_tick_and_all_banks_show_the_run(
    start: Start, bank: MemoryBank
) -> None:
    played(start(), bank, name="ZOE")
    [*most, _] = [bank.question(entry.id) for entry in bank.entries(Want())]
    pilot = start(Given(MemoryBank(most)))
    KEYS.choose(pilot, "scores")
    assert not pilot.sees("ZOE")
    turn(pilot, KEYS, 2)
    assert pilot.sees("ZOE")
    assert ticks(pilot) == 0


def test_without_any_bank_all_banks_are_shown(start: Start, bank: MemoryBank) -> None:
    played(start(), bank, name="ZOE")
    pilot = start(Given(None, failure="The questions could not be read."))
    KEYS.choose(pilot, "scores")
    assert pilot.sees("ALL BANKS")
    assert pilot.sees("ZOE")


def test_a_table_of_a_period_has_the_runs_of_its_days_only(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    played(pilot, bank, name="NEIL")
    pilot.clock.now += 3 * DAY_MS
    played(pilot, bank, WORSE, name="EADY")
    KEYS.choose(pilot, "scores")
    assert pilot.sees("NEIL")
    for _ in range(3):
        turn(pilot, KEYS, 3)
    assert pilot.sees("TODAY")
    assert pilot.sees("EADY")
    assert not pilot.sees("NEIL")


def test_a_name_has_three_lines_at_most_and_the_others_are_told(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    for _ in range(3):
        played(pilot, bank, name="NEIL")
    play(pilot, KEYS, bank, WORSE)
    KEYS.choose(pilot, "sign")
    KEYS.sign(pilot, "")
    assert pilot.at == "ScoresScene"
    assert pilot.sees("You did not beat your best")
    assert pilot.sees("Three better runs of yours")
    names = [line for line in pilot.survey().lines if line == "NEIL"]
    assert len(names) == 4  # three on the table, and the new one below it
    KEYS.leave(pilot)
    KEYS.choose(pilot, "title")
    KEYS.choose(pilot, "scores")
    assert len([line for line in pilot.survey().lines if line == "NEIL"]) == 3


def test_a_better_run_says_what_it_was_better_than(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    played(pilot, bank, WORSE, name="NEIL")
    before = pilot.parts.scores.runs()[0].run.take
    play(pilot, KEYS, bank, SHORT)
    KEYS.choose(pilot, "sign")
    KEYS.sign(pilot, "")
    assert pilot.sees(f"Your best so far. It was ${before:,}, 1 Feb 2026.")


def test_the_screen_is_drawn_again_when_a_tick_has_come(start: Start) -> None:
    page, came = start().page(), [0]
    scene = ScoresScene([Axis("mode", ("The Score",))], lambda _: Table(()), lambda: came[0])
    before = scene.still(page)
    assert scene.still(page) == before
    came[0] += 1
    assert scene.still(page) != before


@pytest.mark.parametrize("name", ["scores", "scores-below"])
@pytest.mark.parametrize("size", [(1280, 720), (640, 360), (1024, 768), (600, 1000), (1920, 1080)])
@pytest.mark.parametrize("text", [100, 150, 200])
def test_no_line_is_cut_in_half(name: str, size: tuple[int, int], text: int) -> None:
    scene = dict(gallery_beside.scenes())[name]
    page = Page(stage_of(*size), theme_of(text, False, False), PlainRuler())
    for action in (Action.UP, Action.DOWN, Action.DOWN, Action.PAGE_DOWN, Action.LAST):
        scene.handle(Press(action), page)
        canvas = Framed(page)
        scene.draw(canvas, page)
        lines = [words for words in canvas.words if words.clipped]
        top, foot = canvas.frame.y - 1, canvas.frame.bottom + 1
        assert lines
        assert [line.text for line in lines if line.box.y < top or line.box.bottom > foot] == []


class Framed(Survey):
    """Notes the frame that the lines are cut to."""

    frame = Rect(0, 0, 0, 0)

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        self.frame = rect
        with super().clip(rect):
            yield


def test_the_hints_say_what_is_turned_and_what_comes_next(start: Start) -> None:
    pilot = start()
    KEYS.choose(pilot, "scores")
    for here in ("mode", "assist", "bank", "period", "mode"):
        assert {f"another {here}", "next filter"} <= set(pilot.survey().lines)
        pilot.press(Action.NEXT)
