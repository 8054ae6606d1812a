"""A rival is what their run says, question by question, and only where that run adds up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.ghost import NoGhost, ghost_of
from quizgame.quiz.modes import THE_SCORE, THIRTY_SECONDS, TURNS, Mode
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Ending, Run
from quizgame.quiz.state import start
from tests.quiz.players import bank, game
from tests.quiz.samples import choice

ABOUT = Circumstances("Vincent", "2026-11-20T20:00:00+01:00", "2026-11-20T20:09:30+01:00", "1.0")


def run_of(mode: Mode, play: str) -> Run:
    played = game(play, start(mode, deal(bank(), mode, Wish("rival", players=mode.fewest))))
    return record(played.end, played.log, Assist(), ABOUT)


@pytest.mark.parametrize("mode", [THE_SCORE, THIRTY_SECONDS])
@pytest.mark.parametrize("number", range(15))
def test_a_rival_has_answered_what_their_run_says(mode: Mode, number: int) -> None:
    run = run_of(mode, f"rival {number}")
    ghost = ghost_of(run, bank())
    assert (ghost.player, ghost.ended, ghost.take) == ("Vincent", run.ended, run.take)
    assert [(step.question, step.right, step.given) for step in ghost.steps] == [
        (answer.question, answer.right, answer.given) for answer in run.answers
    ]
    assert [step.take for step in ghost.steps] == sorted(step.take for step in ghost.steps)
    if ghost.steps and run.ended is not Ending.BUSTED:
        assert ghost.steps[-1].take == run.take


def test_who_is_busted_drops_the_bags_only_at_the_end() -> None:
    runs = (run_of(THE_SCORE, f"busted {number}") for number in range(200))
    ghost = ghost_of(next(run for run in runs if run.ended is Ending.BUSTED and run.take), bank())
    assert ghost.take == ghost.steps[-1].take // 4


def test_a_rival_who_has_left_has_no_step() -> None:
    ghost = ghost_of(run_of(THE_SCORE, "rival 1"), bank())
    assert ghost.after(0) is None
    assert ghost.after(1) == ghost.steps[0]
    assert ghost.after(len(ghost.steps)) == ghost.steps[-1]
    assert ghost.after(len(ghost.steps) + 1) is None


def test_a_run_that_does_not_add_up_is_of_other_questions_or_of_several_is_no_rival() -> None:
    run = run_of(THE_SCORE, "rival 1")
    with pytest.raises(NoGhost, match="take is another"):
        ghost_of(replace(run, take=run.take + 1), bank())
    with pytest.raises(NoGhost, match="other questions"):
        ghost_of(run, MemoryBank([choice("one")]))
    with pytest.raises(NoGhost, match="several players"):
        ghost_of(run_of(TURNS, "rival"), bank())
