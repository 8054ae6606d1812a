"""Each mode as data: its rounds, its rules and its words; knows no bank and no session."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.rules import Rules
from quizgame.quiz.tasks import Kind


@dataclass(frozen=True, slots=True)
class Round:
    """A round: where its questions come from (no topic: from all), the level of each, and their kinds.

    Which of the places gets which kind is left to chance.
    """

    title: str
    line: str
    topic: str | None
    levels: tuple[int, ...]
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to play."""

    id: str
    title: str
    line: str
    rounds: tuple[Round, ...]
    rules: Rules
    ranked: bool = True

    @property
    def questions(self) -> int:
        """How many questions a whole run has; never more than 30."""
        return sum(len(round.levels) for round in self.rounds)


THE_SCORE = Mode(
    id="the-score",
    title="The Score",
    line="Five rounds. Every one pays more and burns hotter. Walk away while you can.",
    rounds=(
        Round(
            "The Armored Car",
            "A warm-up. Nobody gets hurt if everybody knows the job.",
            None,
            (1, 1, 1, 1, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.SEVERAL),
        ),
        Round(
            "The Crew",
            "Who they are, and who plays them.",
            "cast",
            (1, 1, 2, 2, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.MATCH, Kind.TYPED),
        ),
        Round(
            "The Coffee Shop",
            "Two men, one table, every word counts.",
            "quotes",
            (1, 1, 2, 2, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.TYPED),
        ),
        Round(
            "The Vault",
            "What it took to build this. The small print is in here.",
            "trivia",
            (1, 2, 2, 2, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.NUMBER, Kind.ORDER),
        ),
        Round(
            "Chicago 1988",
            "Before Los Angeles, and after. Heat 2.",
            "heat2",
            (1, 2, 2, 2, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.SEVERAL),
        ),
    ),
    rules=Rules(),
)

MODES: dict[str, Mode] = {mode.id: mode for mode in (THE_SCORE,)}
