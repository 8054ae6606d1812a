"""Below a short high-score table: which place is open and who is to be beaten, where there is room for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.run import Ending
from quizgame.screen.next_place import open_place, to_beat
from quizgame.screen.scenes.scores import ScoresScene, Table
from quizgame.screen.score_lines import Line
from tests.gallery_beside import AXES
from tests.pilot import Pilot
from tests.screen import looks
from tests.screen.hands import Keys
from tests.screen.match import Plan, play
from tests.screen.survey import faults, surveyed

Start = Callable[..., Pilot]

LEADER = Line(1, "Neil", 3_000_000, 20, 25, Ending.WALKED, "20 Nov 2026")
SECOND = replace(LEADER, place=2, name="Vincent", take=2_400_000)
MINE = replace(LEADER, place=3, name="Eady", take=2_399_500, mine=True)
OPEN = "IS OPEN"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([LEADER], "More than $3,000,000 takes the lead from Neil."),
        ([LEADER, SECOND], "More than $3,000,000 takes the lead from Neil."),
        ([LEADER, SECOND, MINE], "$500 behind Vincent."),
        ([replace(LEADER, mine=True), SECOND], "You lead, $600,000 ahead of Vincent."),
        ([replace(LEADER, mine=True)], "You lead with $3,000,000. Somebody will come for it."),
        ([LEADER, replace(SECOND, take=LEADER.take, mine=True)], "Level in dollars with Neil."),
        ([LEADER, replace(SECOND, name="Neil", mine=True)], "$600,000 behind a run of your own."),
    ],
)
def test_who_is_to_be_beaten_and_by_how_much(lines: list[Line], said: str) -> None:
    assert to_beat(lines) == said
    assert open_place(lines) == f"PLACE {len(lines) + 1} IS OPEN"


def scores(count: int) -> ScoresScene:
    lines = tuple(replace(LEADER, place=n, take=9_000_000 - n * 1_000) for n in range(1, count + 1))
    return ScoresScene(AXES, lambda _: Table(lines))


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768), (640, 360), (600, 1000)])
@pytest.mark.parametrize("text", [100, 150, 200])
def test_it_is_told_where_there_is_room_and_stands_on_nothing(size: tuple[int, int], text: int) -> None:
    page = looks.page(size, text)
    told = []
    for count in range(1, 40):
        scene = scores(count)
        assert faults(scene, page) == []
        survey = surveyed(scene, page)
        told.append(any("takes the lead" in line for line in survey.lines))
        rows = [words.ink.bottom for words in survey.words if words.text.startswith("$")]
        words = [words.ink for words in survey.words if "takes the lead" in words.text or OPEN in words.text]
        assert all(ink.y >= max(rows) - 2 for ink in words)
    assert told[0] or (size[0] < 1000 and text == 200)  # there one line fills it
    assert not told[-1]
    assert told == sorted(told, reverse=True)


def test_after_a_run_the_table_says_what_it_came_to(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    play(pilot, Keys(), bank, Plan(walk_after=1))
    Keys().choose(pilot, "sign")
    Keys().sign(pilot, "ZOE")
    assert pilot.at == "ScoresScene"
    assert pilot.sees("PLACE 2 IS OPEN")
    assert pilot.sees("Somebody will come for it.")
    Keys().leave(pilot)
    Keys().choose(pilot, "title")
    Keys().choose(pilot, "scores")
    assert pilot.sees("takes the lead from ZOE.")


def test_an_empty_table_says_so_and_no_more(start: Start) -> None:
    pilot = start()
    Keys().choose(pilot, "scores")
    assert pilot.sees("Nobody has pulled it off yet.")
    assert not pilot.sees(OPEN)
