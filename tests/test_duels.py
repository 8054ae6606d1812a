"""Challenges from outside: a file comes from any hand, a code is no longer than it must be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizgame import duels
from quizgame.duels import NoDuel
from quizgame.quiz import runfile
from quizgame.quiz.challenge import new_seed
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.modes import THE_SCORE, THIRTY_SECONDS, Mode
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Run
from quizgame.quiz.state import start
from tests.quiz.players import bank, game

DAY = "2026-11-20T20:00:00-08:00"


def run_in(mode: Mode, player: str = "Neil", before: int = 0) -> Run:
    """A run of somebody who has played as many runs of The Score before."""
    cards = [card for n in range(before) for card in deal(bank(), THE_SCORE, Wish(f"before {n}")).cards]
    seen = {card.question.id: when for when, card in enumerate(cards)}
    dealt = deal(bank(), mode, Wish(new_seed(b"chance")), seen)
    played = game("chance", start(mode, dealt))
    return record(played.end, played.log, Assist(), Circumstances(player, DAY, DAY, "1.0"))


def written(file: Path, run: Run, encoding: str = "utf-8") -> str:
    file.write_text(runfile.to_json([run], "1.0"), encoding)
    return str(file)


def test_a_rivals_name_is_made_fit_to_be_shown(tmp_path: Path) -> None:
    run = run_in(THE_SCORE, "  Wai\x1b[31mn\u202egro\n" + "x" * 500)
    duel = duels.duel_of(written(tmp_path / "a.score", run), bank())
    assert duel.ghost
    assert duel.ghost.player == "Wai[31mngro xxxxxxxxxxxx"


def test_a_file_that_an_editor_has_marked_as_utf_8_is_one_all_the_same(tmp_path: Path) -> None:
    duel = duels.duel_of(written(tmp_path / "a.score", run_in(THE_SCORE), "utf-8-sig"), bank())
    assert duel.ghost
    assert duel.ghost.take == run_in(THE_SCORE).take


@pytest.mark.parametrize("where", ["neil.json", "gone/neil", "gone\\neil.txt"])
def test_a_path_is_never_taken_for_a_code(where: str, tmp_path: Path) -> None:
    with pytest.raises(NoDuel, match="cannot be read: no such file"):
        duels.duel_of(f"{tmp_path}/{where}", bank())


def test_a_name_that_no_system_takes_is_refused() -> None:
    with pytest.raises(NoDuel, match="no name of a file"):
        duels.duel_of("a\0b.score", bank())


def test_the_code_of_a_run_against_the_clock_is_no_longer_than_the_run() -> None:
    run = run_in(THIRTY_SECONDS, before=6)
    code = duels.code_of(run)
    found = duels.of_code(code, bank())
    asked = [card.question.id for card in deal(bank(), found.mode, found.wish).cards][: run.asked]
    assert asked == [answer.question for answer in run.answers]
    everything = replace(run, asked=THIRTY_SECONDS.questions)
    assert len(code) < len(duels.code_of(everything))
