"""How runs end and what is kept of them: saved before it is shown, called off where the window closes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.run import Ending, Run
from quizgame.screen.scene import OPTIONS, Action, Away, Input, Press
from quizgame.store.errors import NotSaved
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from tests.pilot import Pilot
from tests.screen.match import BUSTED, CLEAR, Plan, play
from tests.screen.ways import KEYS, asking, deciding, to_first_question

Start = Callable[..., Pilot]
FULL = "This run is not kept: the disk is full."


def kept(places: Places) -> list[Run]:
    """What a game that is started anew would find."""
    return [saved.run for saved in Scores.open(places).runs()]


@pytest.mark.parametrize(
    ("plan", "ending"),
    [(CLEAR, Ending.CLEAR), (BUSTED, Ending.BUSTED), (Plan(walk_after=1), Ending.WALKED)],
    ids=lambda value: str(value) if isinstance(value, Ending) else "",
)
def test_a_run_is_saved_before_its_end_is_shown(
    plan: Plan, ending: Ending, start: Start, places: Places, bank: MemoryBank
) -> None:
    pilot, seen = start(), []
    show = pilot.show.handle

    def watched(input: object, page: object) -> None:
        show(input, page)  # type: ignore[arg-type]
        if pilot.at in ("BustedScene", "ResultScene"):
            seen.append([run.ended for run in kept(places)])

    pilot.show.handle = watched  # type: ignore[method-assign]
    play(pilot, KEYS, bank, plan)
    assert seen
    assert all(endings == [ending] for endings in seen)


def test_a_window_closed_on_the_result_keeps_the_run_as_it_ended(
    start: Start, places: Places, bank: MemoryBank
) -> None:
    pilot = start()
    play(pilot, KEYS, bank, Plan(walk_after=1))
    pilot.show.close()
    assert [run.ended for run in kept(places)] == [Ending.WALKED]


def test_a_run_that_cannot_be_kept_says_so_and_the_game_goes_on(
    start: Start, places: Places, bank: MemoryBank, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Scores, runs: Iterable[Run]) -> tuple[int, ...]:
        raise NotSaved(FULL)

    monkeypatch.setattr(Scores, "add_all", refuse)
    pilot = start()
    play(pilot, KEYS, bank, Plan(walk_after=1))
    assert pilot.sees(FULL)
    assert [spot.id for spot in pilot.spots()] == ["review", "again", "title"]
    KEYS.choose(pilot, "again")
    assert pilot.at == "RoundCard"
    monkeypatch.undo()
    pilot.show.close()
    assert kept(places) == []


def test_a_name_that_cannot_be_kept_says_so_and_the_game_goes_on(
    start: Start, bank: MemoryBank, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Scores, run_id: int, player: str) -> None:
        raise NotSaved(FULL)

    pilot = start()
    play(pilot, KEYS, bank, Plan(walk_after=1))
    monkeypatch.setattr(Scores, "rename", refuse)
    KEYS.choose(pilot, "sign")
    KEYS.sign(pilot, "NEIL")
    assert pilot.sees(FULL)
    pilot.press(Action.ACCEPT)
    assert pilot.at in ("ScoresScene", "ResultScene")


def test_who_would_rather_not_sign_comes_back_to_the_sums(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    play(pilot, KEYS, bank, Plan(walk_after=1))
    KEYS.choose(pilot, "sign")
    pilot.type("NOB")
    pilot.press(Action.BACK)
    assert pilot.at == "ResultScene"
    assert pilot.parts.scores.runs()[0].run.player != "NOB"


@pytest.mark.parametrize("stop", [Press(Action.PAUSE), Press(Action.BACK), Away()], ids=["P", "Esc", "away"])
def test_a_paused_question_is_hidden_and_costs_no_time(stop: Input, start: Start) -> None:
    pilot = start()
    asking(pilot)
    words = {line for line in pilot.survey().lines if line.endswith(("?", "holds."))}
    pilot.wait(3_000)
    before = pilot.survey().lines
    pilot.do(stop)
    assert pilot.at == "PauseScene"
    assert words
    assert not words & set(pilot.survey().lines)
    pilot.wait(300_000)
    pilot.press(Action.PAUSE)
    assert pilot.survey().lines == before


def test_a_decision_waits_while_the_window_is_hidden(start: Start) -> None:
    pilot = start()
    deciding(pilot)
    pilot.away()
    pilot.wait(300_000)
    assert pilot.at == "PauseScene"
    pilot.press(Action.BACK)
    assert pilot.at == "DecisionScene"
    assert pilot.sees("30")


def test_a_question_left_alone_is_settled_by_its_clock(start: Start, places: Places) -> None:
    pilot = start()
    to_first_question(pilot)
    pilot.wait(60_000)
    assert pilot.at == "RevealScene"
    assert pilot.sees("TOO LATE")
    pilot.wait(600_000)
    assert pilot.at == "RevealScene"  # the reveal is read for as long as it takes


def test_a_decision_left_alone_is_walking(start: Start, places: Places) -> None:
    pilot = start()
    deciding(pilot)
    pilot.wait(29_000)
    assert pilot.at == "DecisionScene"
    pilot.wait(2_000)
    assert pilot.at == "ResultScene"
    assert [run.ended for run in kept(places)] == [Ending.WALKED]


@pytest.mark.parametrize("frame", [7, 33, 240])
def test_frames_a_second_do_not_change_the_take(
    frame: int, start: Start, bank: MemoryBank, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.pilot.FRAME_MS", frame)
    pilot = start(home="one")
    play(pilot, KEYS, bank, CLEAR)
    monkeypatch.setattr("tests.pilot.FRAME_MS", 50)
    other = start(home="another")
    play(other, KEYS, bank, CLEAR)
    logs = {saved.run.log for parts in (pilot.parts, other.parts) for saved in parts.scores.runs()}
    assert len(logs) == 1


def test_the_first_key_only_opens_the_options(start: Start) -> None:
    pilot = start()
    to_first_question(pilot)
    assert pilot.spots() == []
    pilot.press(OPTIONS[0])
    assert pilot.at == "QuestionScene"
    assert pilot.spots() != []


def test_the_options_open_by_themselves_after_a_moment(start: Start) -> None:
    pilot = start()
    to_first_question(pilot)
    pilot.wait(5_000)
    assert pilot.at == "QuestionScene"
    assert {"option 0", "option 1"} <= {spot.id for spot in pilot.spots()}
