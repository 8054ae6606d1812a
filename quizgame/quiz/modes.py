"""Each mode as data: its rounds, its rules and its words; knows no bank and no session."""

from __future__ import annotations

from dataclasses import dataclass, replace

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

# The Score from a single pack: whoever chooses the questions, or wrote them, is on no table.
ONE_PACK = replace(THE_SCORE, id="one-pack", title="One pack", ranked=False)

OFFERED = (THE_SCORE,)
"""What the player chooses from."""

MODES: dict[str, Mode] = {mode.id: mode for mode in (*OFFERED, ONE_PACK)}
"""Every mode that a run may have been played in."""

PREVIEW = Mode(
    id="preview",
    title="Preview",
    line="One question at a time, for whoever wrote it.",
    rounds=(Round("Preview", "", None, (1,), (Kind.CHOICE,)),),
    rules=Rules(clock_ms=None, read_ms=0, answer_dollars=0, speed_dollars=0, wrong_heat=(0,), streak_cools=0),
    ranked=False,
)
"""Nothing is won or lost and no time runs; it is never recorded."""
