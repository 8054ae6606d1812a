"""What the commands about runs print and how they end: scores, simulate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizgame import cli
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.run import Answered, Ending, Run
from quizgame.store.paths import find_places
from quizgame.store.scores import Scores

Capture = pytest.CaptureFixture[str]


def sample(player: str, take: int, ended: Ending = Ending.CLEAR) -> Run:
    return Run(
        player=player,
        mode=THE_SCORE.id,
        assist="",
        game="0",
        rules=1,
        bank="b",
        seed=player,
        started="2026-01-31T20:00:00+01:00",
        finished="2026-01-31T20:09:30+01:00",
        ended=ended,
        take=take,
        correct=19,
        asked=25,
        played_ms=400_000,
        deal="[]",
        log="[]",
        answers=(Answered("heat/cast/1", "cast", 2, "Val Kilmer", True, 9_000),),
    )


def test_an_empty_table_says_so_and_leaves_no_file(home: Path, capsys: Capture) -> None:
    assert cli.run(["scores"]) == 0
    assert capsys.readouterr() == ("Nobody is on the table of The Score yet.\n", "")
    assert cli.run(["scores", "--json"]) == 0
    assert capsys.readouterr() == ("", "")
    assert not home.exists()


def test_the_table_is_in_order_and_leaves_out_what_was_called_off(capsys: Capture) -> None:
    kept = Scores.open(find_places())
    kept.add(sample("Chris", 1_200_000))
    kept.add(sample("Zoë", 7_654_321, Ending.WALKED))
    kept.add(sample("Waingro", 9_000_000, Ending.ABANDONED))
    assert cli.run(["scores"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.split() == ["1", "Zoë", "$", "7,654,321", "19", "of", "25", "walked", "2026-01-31"]
    assert second.split()[:2] == ["2", "Chris"]


def test_json_scores_are_whole_runs_abandoned_ones_too(capsys: Capture) -> None:
    run = sample("Zoë", 9_000_000, Ending.ABANDONED)
    number = Scores.open(find_places()).add(run)
    assert cli.run(["scores", "--json"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert found.pop("id") == number
    assert found["answers"] == [
        {
            "question": "heat/cast/1",
            "topic": "cast",
            "level": 2,
            "given": "Val Kilmer",
            "right": True,
            "took_ms": 9_000,
        }
    ]
    assert (found["player"], found["ended"], found["take"]) == ("Zoë", "abandoned", 9_000_000)


def test_a_broken_score_file_is_set_aside_and_told_on_the_side(home: Path, capsys: Capture) -> None:
    home.mkdir()
    (home / "scores.sqlite3").write_bytes(b"no scores at all" * 500)
    assert cli.run(["scores"]) == 0
    out, err = capsys.readouterr()
    assert out == "Nobody is on the table of The Score yet.\n"
    assert err.startswith("quizgame: ")
    assert [path.read_bytes()[:16] for path in home.glob("scores-*")] == [b"no scores at all"]


# --- simulate ---


def simulated(capsys: Capture, words: str) -> dict[str, object]:
    assert cli.run(["simulate", "--json", *words.split()]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_seed_gives_the_same_runs(capsys: Capture) -> None:
    one, two, other = (simulated(capsys, f"--runs 30 --seed {seed}") for seed in ("a", "a", "b"))
    assert one.pop("runs_per_second") != 0
    two.pop("runs_per_second")
    assert one == two
    assert one["mean_take"] != other["mean_take"]


def test_the_figures_of_a_simulation(capsys: Capture) -> None:
    found = simulated(capsys, "--runs 40 --skill 0.5 --walk-at 60 --seed s")
    assert found["mode"] == THE_SCORE.id
    assert [found[name] for name in ("runs", "skill", "walk_at", "seed")] == [40, 0.5, 60, "s"]
    ends = [found[name] for name in ("busted", "walked", "clear")]
    assert all(isinstance(end, int) for end in ends)
    assert sum(int(str(end)) for end in ends) == 40
    assert found["busted_share"] == int(str(found["busted"])) / 40


def test_a_heat_that_never_comes_means_never_walking(capsys: Capture) -> None:
    never = simulated(capsys, "--runs 30")
    beyond = simulated(capsys, "--runs 30 --walk-at 500")
    assert (never["walk_at"], beyond["walk_at"]) == (None, 500)
    assert never["mean_take"] == beyond["mean_take"]
    assert never["walked"] == 0


def test_in_words_a_simulation_says_what_was_played(capsys: Capture) -> None:
    assert cli.run(["simulate", "--runs", "10", "--walk-at", "0"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("The Score: 10 runs, skill 0.65, walks at heat 0, seed heat\nmean take  $")
    assert out.endswith(" runs a second\n")


def test_a_seed_that_is_no_text_is_a_wrong_word(capsys: Capture) -> None:
    assert cli.run(["simulate", "--runs", "1", "--seed", "\udcff"]) == 2
    assert "is no text; use letters and digits" in capsys.readouterr().err


def test_another_mode_and_another_pace_can_be_simulated(capsys: Capture) -> None:
    found = simulated(capsys, "--mode thirty-seconds-flat --runs 3 --thinks 2.5")
    assert [found[name] for name in ("mode", "thinks", "time")] == ["thirty-seconds-flat", 2.5, 3]
    assert cli.run(["simulate", "--mode", "face-to-face-turns", "--runs", "3"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Face to Face: Turns: 3 runs, skill 0.65, seed heat\nmean take  $")
    assert " a player\nmean right  " in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--mode heist", "there is no mode 'heist'; there are the-score"),
        ("--thinks -1", "between 0 and 3600"),
    ],
)
def test_what_cannot_be_simulated_is_said(words: str, said: str, capsys: Capture) -> None:
    assert cli.run(["simulate", *words.split()]) == 2
    assert said in capsys.readouterr().err
