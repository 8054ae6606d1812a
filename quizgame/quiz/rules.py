"""The numbers of the game: seconds, money, heat, crew; knows no session and no question.

All money is whole dollars, all times are whole milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

VERSION = 2
"""Raised whenever the same seed would be dealt another run, or the same events come to another take."""

MAX_HEAT = 100


class Crew(StrEnum):
    """Who may be called on, each once a run."""

    CHRIS = "chris"  # covers you: two wrong options go
    NATE = "nate"  # finds another way: another question of the same topic and level
    TREJO = "trejo"  # drives: more time, no speed money
    MICHAEL = "michael"  # doubles the score: twice the money if right, more heat if wrong


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers of one mode; the defaults are those of The Score."""

    clock_ms: int | None = 30_000  # None: no clock
    clock_factor: int = 1  # an assist: how much slower the clock runs
    decide_ms: int = 30_000
    answer_dollars: int = 100_000  # times level, times the round's number
    speed_dollars: int = 100  # for each whole second left on a clock of factor 1
    wrong_heat: tuple[int, ...] = (10, 15, 20, 25, 30)  # by round; the last one goes on
    heat_percent: int = 100  # an assist: how much of the heat counts
    streak: int = 3
    streak_cools: int = 10
    busted_keeps: int = 4  # one part in so many
    read_ms: int = 50  # a character
    read_most_ms: int = 5_000
    drive_ms: int = 15_000
    double_heat: int = 40
    crew: tuple[Crew, ...] = tuple(Crew)  # who can be called
    walk: bool = True  # whether there is walk or stay between rounds
    one_clock: bool = (
        False  # one clock for the whole run; an answer moves it and the next question stands there
    )
    right_ms: int = 0  # on the one clock for a right answer
    wrong_ms: int = 0  # off the one clock for a wrong one
    buzzers: bool = False  # whoever buzzes first may answer
    buzz_ms: int = 10_000  # to answer after a buzz
    wrong_dollars: int = 0  # off the take for a wrong answer, times level, times the round's number

    def question_ms(self) -> int | None:
        """The length of a question's clock, or None where there is none."""
        return None if self.clock_ms is None else self.clock_ms * self.clock_factor

    def decision_ms(self) -> int | None:
        """The time to walk or stay, or None where there is no clock."""
        return None if self.clock_ms is None else self.decide_ms * self.clock_factor

    def reading_ms(self, text: str) -> int:
        """How long a question stands alone before its options appear."""
        return min(self.read_ms * len(text), self.read_most_ms)

    def answer_money(self, level: int, round_number: int) -> int:
        """Dollars for a right answer; rounds count from 1."""
        return self.answer_dollars * level * round_number

    def price(self, level: int, round_number: int) -> int:
        """Dollars that a wrong answer costs; rounds count from 1."""
        return self.wrong_dollars * level * round_number

    def moved_ms(self, right: bool) -> int:
        """By how much an answer moves the one clock, in milliseconds."""
        return (self.right_ms if right else -self.wrong_ms) * self.clock_factor

    def answering_ms(self) -> int | None:
        """The time to answer after a buzz, or None where there is no clock."""
        return None if self.clock_ms is None else self.buzz_ms * self.clock_factor

    def speed_money(self, left_ms: int) -> int:
        """Dollars for `left_ms` on the clock; a slower clock earns no more than the full one."""
        if self.clock_ms is None:
            return 0
        return self.speed_dollars * (min(left_ms // self.clock_factor, self.clock_ms) // 1000)

    def heat_for_wrong(self, round_number: int, doubled: bool) -> int:
        """Heat for a wrong answer or a late one; rounds count from 1."""
        step = self.wrong_heat[min(round_number, len(self.wrong_heat)) - 1]
        return (self.double_heat if doubled else step) * self.heat_percent // 100


@dataclass(frozen=True, slots=True)
class Assist:
    """What puts a run on a table of its own: settings that make it easier, questions known to somebody.

    The default is the full game. With `challenge` the deal came from a code or a file.
    """

    clock: str = "x1"  # x1, x2, x4 or off
    less_heat: bool = False
    challenge: bool = False

    def __post_init__(self) -> None:
        if self.clock not in ("x1", "x2", "x4", "off"):
            raise ValueError(f"no such clock: {self.clock!r}")

    @property
    def label(self) -> str:
        """What the table is called: "" for the full game."""
        clock = {"x1": "", "off": "no clock"}.get(self.clock, f"clock {self.clock}")
        parts = (clock, "less heat" if self.less_heat else "", "challenge" if self.challenge else "")
        return ", ".join(part for part in parts if part)

    def apply(self, rules: Rules) -> Rules:
        """The rules with this assistance."""
        if self.less_heat:
            rules = replace(rules, heat_percent=rules.heat_percent // 2)
        if self.clock == "off":
            # A game that is nothing but a clock goes as slowly as it can.
            return replace(rules, clock_factor=4) if rules.one_clock else replace(rules, clock_ms=None)
        return replace(rules, clock_factor=int(self.clock[1:]))


ASSISTS: dict[str, Assist] = {
    assist.label: assist
    for challenge in (False, True)
    for clock in ("x1", "x2", "x4", "off")
    for less_heat in (False, True)
    for assist in [Assist(clock, less_heat, challenge)]
}
"""All there is, by the labels of their tables; the full game comes first."""


def assist_of(label: str) -> Assist:
    """The assistance of a table's label; raises ValueError where there is none of that name."""
    if label not in ASSISTS:
        raise ValueError(f"no such assistance: {label!r}")
    return ASSISTS[label]
