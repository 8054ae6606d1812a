"""A window closed in any phase of a run: what was played so far is kept, and called off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.run import Ending, Run
from quizgame.screen.canvas import Notes
from quizgame.screen.scene import Action
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from tests.pilot import Pilot
from tests.screen import ways
from tests.screen.ways import KEYS

Start = Callable[..., Pilot]


def kept(places: Places) -> list[Run]:
    """What a game that is started anew would find."""
    return [saved.run for saved in Scores.open(places).runs()]


PHASES: list[tuple[Callable[[Pilot], None], str, int]] = [
    (ways.answered, "RevealScene", 1),
    (ways.reading, "QuestionScene", 1),
    (ways.asking, "QuestionScene", 1),
    (ways.paused_while_reading, "PauseScene", 1),
    (ways.paused_while_asking, "PauseScene", 1),
    (ways.settings_in_the_pause, "SettingsScene", 1),
    (ways.rules_in_the_pause, "HowToScene", 1),
    (ways.giving_up, "MessageScene", 1),
    (ways.menu_at_the_reveal, "PauseScene", 1),
    (ways.deciding, "DecisionScene", 5),
    (ways.paused_while_deciding, "PauseScene", 5),
    (ways.second_round, "RoundCard", 5),
]


@pytest.mark.parametrize(("way", "scene", "asked"), PHASES, ids=[way.__name__ for way, _, _ in PHASES])
def test_a_window_closed_in_a_run_leaves_it_called_off(
    way: Callable[[Pilot], None], scene: str, asked: int, start: Start, places: Places
) -> None:
    pilot = start()
    way(pilot)
    assert pilot.at == scene
    assert kept(places) == []
    pilot.show.close()
    (run,) = kept(places)
    assert (run.ended, run.asked) == (Ending.ABANDONED, asked)
    assert Scores.open(places).table("the-score", "") == []


def test_a_window_closed_before_any_run_leaves_nothing(start: Start, places: Places) -> None:
    pilot = start()
    pilot.show.close()
    assert kept(places) == []


def test_a_window_closed_before_any_answer_leaves_it_called_off(start: Start, places: Places) -> None:
    pilot = start()
    ways.to_first_question(pilot)
    pilot.show.close()
    (run,) = kept(places)
    assert (run.ended, run.asked, run.take) == (Ending.ABANDONED, 0, 0)


def test_calling_it_off_is_asked_twice_and_kept_off_the_table(start: Start, places: Places) -> None:
    pilot = start()
    ways.giving_up(pilot)
    KEYS.choose(pilot, "stay")
    assert pilot.at == "PauseScene"
    KEYS.choose(pilot, "give up")
    KEYS.choose(pilot, "go")
    assert pilot.at in ("TitleScene", "ModesScene")
    assert [run.ended for run in kept(places)] == [Ending.ABANDONED]
    assert Scores.open(places).table("the-score", "") == []


# --- asking first ---


@pytest.mark.parametrize(("way", "scene", "asked"), PHASES, ids=[way.__name__ for way, _, _ in PHASES])
def test_the_first_close_in_a_run_asks_and_the_second_leaves(
    way: Callable[[Pilot], None], scene: str, asked: int, start: Start, places: Places
) -> None:
    pilot = start()
    way(pilot)
    assert pilot.at == scene
    assert not pilot.close()
    assert pilot.sees("LEAVE THE JOB?")
    assert pilot.sees("Close the window once more, and it ends at once.")
    assert kept(places) == []
    assert pilot.close()
    assert [(run.ended, run.asked) for run in kept(places)] == [(Ending.ABANDONED, asked)]


@pytest.mark.parametrize(("way", "scene", "asked"), PHASES, ids=[way.__name__ for way, _, _ in PHASES])
def test_no_time_passes_while_it_is_asked_and_who_stays_plays_on(
    way: Callable[[Pilot], None], scene: str, asked: int, start: Start
) -> None:
    pilot = start()
    way(pilot)
    pilot.close()
    pilot.wait(60_000)
    pilot.press(Action.BACK)
    clocks = {"QuestionScene": "PauseScene", "DecisionScene": "PauseScene"}
    assert pilot.at == clocks.get(scene, scene)
    assert len(pilot.parts.at_stake()) > 0
    assert not pilot.close()  # asked anew


@pytest.mark.parametrize("way", [ways.asking, ways.giving_up])
def test_it_is_asked_where_the_round_is_played(way: Callable[[Pilot], None], start: Start) -> None:
    pilot = start()
    way(pilot)
    assert place(pilot) == "yard"
    pilot.close()
    assert pilot.sees("LEAVE THE JOB?")
    assert place(pilot) == "yard"


def place(pilot: Pilot) -> str:
    """Where in the city the screen is."""
    canvas = Placed()
    pilot.scene.draw(canvas, pilot.page())
    return canvas.place


class Placed(Notes):
    """Writes down where in the city it was drawn."""

    place = ""

    def backdrop(self, heat: float, veil: float, place: str = "") -> None:
        self.place = place


def test_the_hints_say_what_esc_does_where_it_is_asked(start: Start) -> None:
    pilot = start()
    ways.asking(pilot)
    pilot.close()
    lines = pilot.survey().lines
    assert lines[lines.index("Esc") + 1] == "back to the job"


def test_who_chooses_to_leave_has_left(start: Start, places: Places) -> None:
    pilot = start()
    ways.asking(pilot)
    pilot.close()
    KEYS.choose(pilot, "leave")
    assert pilot.at == ""
    pilot.show.close()
    assert [run.ended for run in kept(places)] == [Ending.ABANDONED]


def title(pilot: Pilot) -> None:
    assert pilot.at == "TitleScene"


def jobs(pilot: Pilot) -> None:
    KEYS.choose(pilot, "play")


def first_card(pilot: Pilot) -> None:
    jobs(pilot)
    KEYS.choose(pilot, "the-score")


def called_off(pilot: Pilot) -> None:
    ways.giving_up(pilot)
    KEYS.choose(pilot, "go")


def result(pilot: Pilot) -> None:
    ways.deciding(pilot)
    KEYS.choose(pilot, "walk")
    assert pilot.at == "ResultScene"


@pytest.mark.parametrize("way", [title, jobs, first_card, called_off, result])
def test_where_nothing_is_being_played_the_window_closes_at_once(
    way: Callable[[Pilot], None], start: Start
) -> None:
    pilot = start()
    way(pilot)
    assert pilot.close()
