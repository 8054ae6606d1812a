"""A rival's run, question by question, for whoever plays the same deal; knows no file and no screen."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.bank import Bank
from quizgame.quiz.run import Ending, Run
from quizgame.quiz.verify import Verdict, verify


class NoGhost(ValueError):
    """A run that cannot be played against; the message is for the player."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the rival did at one question: `take` is theirs after it, `given` is "" when the time ran out."""

    question: str
    right: bool
    given: str
    take: int


@dataclass(frozen=True, slots=True)
class Ghost:
    """A rival: `take` is what they left with."""

    player: str
    steps: tuple[Step, ...]
    ended: Ending
    take: int

    def after(self, answered: int) -> Step | None:
        """The rival's step at the question with this number, from 1; None where they had left by then."""
        return self.steps[answered - 1] if 0 < answered <= len(self.steps) else None


def ghost_of(run: Run, bank: Bank) -> Ghost:
    """The rival of a run by one player; raises NoGhost where it cannot be played again with this bank."""
    found = verify(run, bank)
    if found.verdict is not Verdict.CHECKED or found.end is None:
        raise NoGhost(f"This challenge cannot be played here: {found.why}")
    if len(found.end.seats) > 1:
        raise NoGhost("A run of several players is no challenge for one.")
    steps, take = [], 0
    for answer, result in zip(run.answers, found.end.results, strict=True):
        take += result.answer_money + result.speed_money
        steps.append(Step(answer.question, result.right, answer.given, take))
    return Ghost(run.player, tuple(steps), run.ended, run.take)
