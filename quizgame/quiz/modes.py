"""Each mode as data: its rounds, its rules and its words; knows no bank and no session."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizgame.quiz.rules import Rules
from quizgame.quiz.tasks import Kind


@dataclass(frozen=True, slots=True)
class Round:
    """A round: where its questions come from (no topic: from all), the level of each, and their kinds.

    Which of the places gets which kind is left to chance, but that no statement comes last. The round begins
    with the first topic of `opening` that the bank has.
    """

    title: str
    line: str
    topic: str | None
    levels: tuple[int, ...]
    kinds: tuple[Kind, ...]
    turns: bool = False  # several players: every place is dealt once for each of them
    place: str = ""  # where in the city it is, by the name of its picture; nowhere in particular without
    slug: str = ""  # where and when, as a script heads a scene
    opening: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to play; `most` is how many players there can be, and with more than one `fewest`."""

    id: str
    title: str
    line: str
    rounds: tuple[Round, ...]
    rules: Rules
    ranked: bool = True
    fewest: int = 1
    most: int = 1
    dated: bool = False  # the same for everybody on a date; one attempt counts
    missed_first: bool = False  # what the player missed before is dealt first

    @property
    def questions(self) -> int:
        """How many questions a whole run of one player has; where speed pays, never more than 30."""
        return sum(len(round.levels) for round in self.rounds)


_FILM = ("cast", "quotes", "trivia")
"""A run begins with the film and not with its sequel: with its people, if there are questions about them."""

THE_SCORE = Mode(
    id="the-score",
    title="The Score",
    line="Five rounds. Every one pays more and burns hotter. Walk away while you can.",
    rounds=(
        Round(
            "The Armored Car",
            "Easy money. Careless people have done time for less.",
            None,
            (1, 1, 1, 1, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.SEVERAL),
            place="yard",
            slug="EXT. TRUCK YARD – 4:50 A.M.",
            opening=_FILM,
        ),
        Round(
            "The Crew",
            "Every face at this table has a name, and a name behind it.",
            "cast",
            (1, 1, 2, 2, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.MATCH, Kind.TYPED),
            place="restaurant",
            slug="INT. RESTAURANT, BACK BOOTH – 9:40 P.M.",
        ),
        Round(
            "The Coffee Shop",
            "Two cups, one table. Every word is on the record.",
            "quotes",
            (1, 1, 2, 2, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.TYPED),
            place="coffee-shop",
            slug="INT. COFFEE SHOP – 11:20 P.M.",
        ),
        Round(
            "The Vault",
            "Behind the steel, the small print: how the thing was built.",
            "trivia",
            (1, 2, 2, 2, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.NUMBER, Kind.ORDER),
            place="vault",
            slug="INT. BANK VAULT – AFTER HOURS",
        ),
        Round(
            "Chicago 1988",
            "Heat 2: before Los Angeles, and after. Old debts keep.",
            "heat2",
            (1, 2, 2, 2, 3),
            (Kind.CHOICE, Kind.CHOICE, Kind.CHOICE, Kind.TRUE_FALSE, Kind.SEVERAL),
            place="lake-front",
            slug="EXT. CHICAGO, LAKE FRONT – NIGHT",
        ),
    ),
    rules=Rules(),
)

# The Score from a single pack: whoever chooses the questions, or wrote them, is on no table.
ONE_PACK = replace(THE_SCORE, id="one-pack", title="One pack", ranked=False)

_COLD = Rules(crew=(), walk=False, wrong_heat=(0,), streak_cools=0)
"""No heat, no crew and no walking away."""

_TWO, _FIVE = (Kind.CHOICE,) * 2, (Kind.CHOICE,) * 5

THIRTY_SECONDS = Mode(
    id="thirty-seconds-flat",
    title="Thirty Seconds Flat",
    line="One clock. Right buys three seconds, wrong costs five. See how far you get.",
    rounds=(
        Round(
            "Thirty Seconds",
            "Nothing you cannot walk out on. Go.",
            None,
            (1,) * 15 + (1, 2) * 15 + (2,) * 15 + (2, 3) * 20,
            (Kind.CHOICE, Kind.TRUE_FALSE) * 50,
            opening=_FILM,
        ),
    ),
    rules=replace(_COLD, one_clock=True, right_ms=3_000, wrong_ms=5_000, read_ms=0, speed_dollars=0),
)

THE_DAILY_JOB = Mode(
    id="the-daily-job",
    title="The Daily Job",
    line="Ten questions, the same for everybody who has this bank today. One attempt counts.",
    rounds=(
        Round(
            "The Daily Job",
            "Everybody gets the same ten, and one attempt that counts.",
            None,
            (1, 1, 1, 2, 2, 2, 2, 3, 3, 3),
            (Kind.CHOICE,) * 5 + (Kind.TRUE_FALSE, Kind.SEVERAL, Kind.MATCH, Kind.NUMBER, Kind.ORDER),
            opening=_FILM,
        ),
    ),
    rules=_COLD,
    dated=True,
)

TURNS = Mode(
    id="face-to-face-turns",
    title="Face to Face: Turns",
    line="Two to eight around one machine. Everybody gets questions of the same weight.",
    rounds=(
        Round("The Meeting", "Sit down. Have a coffee.", None, (1, 2), _TWO, turns=True, opening=_FILM),
        Round("The Downtown Job", "Somebody always wants more.", None, (1, 2), _TWO, turns=True),
        Round("The Airfield", "Only one of you leaves with the bags.", None, (2, 3), _TWO, turns=True),
    ),
    rules=_COLD,
    fewest=2,
    most=8,
)

BUZZERS = Mode(
    id="face-to-face-buzzers",
    title="Face to Face: Buzzers",
    line="Two to eight, a button each. Be first, be right, or hand it to the others.",
    rounds=(
        Round(
            "The Meeting", "Sit down. Keep a hand on the table.", None, (1, 1, 1, 2, 2), _FIVE, opening=_FILM
        ),
        Round("The Downtown Job", "Whoever blinks pays.", None, (1, 2, 2, 2, 3), _FIVE),
        Round("The Airfield", "Last one. Make it count.", None, (2, 2, 3, 3, 3), _FIVE),
    ),
    rules=replace(_COLD, buzzers=True, wrong_dollars=50_000, speed_dollars=0),
    fewest=2,
    most=8,
)

STAKEOUT = Mode(
    id="stakeout",
    title="Stakeout",
    line="No clock, no money, no table. What you missed comes back first.",
    rounds=(
        Round(
            "Stakeout",
            "Take all night. Nobody is counting.",
            None,
            (1, 1, 1, 2, 2, 2, 2, 3, 3, 3),
            (Kind.CHOICE,) * 5 + (Kind.TRUE_FALSE, Kind.TYPED, Kind.MATCH, Kind.NUMBER, Kind.ORDER),
            opening=_FILM,
        ),
    ),
    rules=replace(_COLD, clock_ms=None, read_ms=0, answer_dollars=0, speed_dollars=0),
    ranked=False,
    missed_first=True,
)

OFFERED = (THE_SCORE, THIRTY_SECONDS, THE_DAILY_JOB, TURNS, BUZZERS, STAKEOUT)
"""What the player chooses from."""

MODES: dict[str, Mode] = {mode.id: mode for mode in (*OFFERED, ONE_PACK)}
"""Every mode that a run may have been played in."""

PREVIEW = Mode(
    id="preview",
    title="Preview",
    line="One question at a time, for whoever wrote it.",
    rounds=(Round("Preview", "", None, (1,), (Kind.CHOICE,)),),
    rules=STAKEOUT.rules,
    ranked=False,
)
"""Nothing is won or lost and no time runs; it is never recorded."""
