"""The ways to ask, one small frozen class each, and what makes them possible; knows no question's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_CARDS = 6  # options on the table when several are right
FEWEST_PLACES, MOST_PLACES = 3, 6  # things to be put in order, pairs to be matched
WIDEST_RANGE = 100_000


class ImpossibleQuestion(ValueError):
    """A question that could not be asked or answered; the message names the reason."""


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    TRUE_FALSE = "true/false"
    TYPED = "typed"
    ORDER = "order"
    NUMBER = "number"
    MATCH = "match"
    SEVERAL = "several"


def folded(text: str) -> str:
    """`text` as options are compared: case and surrounding or repeated blanks do not count."""
    return " ".join(text.casefold().split())


def _all_different(options: tuple[str, ...], what: str = "option") -> None:
    same = [folded(option) for option in options]
    if "" in same:
        raise ImpossibleQuestion(f"an {what} is empty")
    if len(set(same)) < len(same):
        raise ImpossibleQuestion(f"two {what}s are the same")


@dataclass(frozen=True, slots=True)
class Choice:
    """One right option among wrong ones; up to three of the wrong ones are dealt."""

    answer: str
    wrong: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.wrong:
            raise ImpossibleQuestion("a choice needs at least one wrong option")
        _all_different((self.answer, *self.wrong))

    @property
    def kind(self) -> Kind:
        return Kind.CHOICE


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement that is true or false."""

    truth: bool

    @property
    def kind(self) -> Kind:
        return Kind.TRUE_FALSE

    @property
    def answer(self) -> str:
        return "True" if self.truth else "False"

    @property
    def wrong(self) -> tuple[str, ...]:
        return ("False",) if self.truth else ("True",)


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer to be typed: `accept` holds all that is right, `others` known answers that are not."""

    accept: tuple[str, ...]
    others: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.accept:
            raise ImpossibleQuestion("a typed answer needs something to accept")
        _all_different((*self.accept, *self.others), "answer")

    @property
    def kind(self) -> Kind:
        return Kind.TYPED

    @property
    def answer(self) -> str:
        return self.accept[0]

    @property
    def wrong(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Order:
    """Things to be put in order; `items` stand in the right one."""

    items: tuple[str, ...]

    def __post_init__(self) -> None:
        if not FEWEST_PLACES <= len(self.items) <= MOST_PLACES:
            raise ImpossibleQuestion(f"an order has {FEWEST_PLACES} to {MOST_PLACES} things")
        _all_different(self.items)

    @property
    def kind(self) -> Kind:
        return Kind.ORDER

    @property
    def answer(self) -> str:
        return " – ".join(self.items)

    @property
    def wrong(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number on a slider from `low` to `high`, both included."""

    value: int
    low: int
    high: int

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ImpossibleQuestion(f"{self.value} does not lie between {self.low} and {self.high}")
        if not 2 <= self.high - self.low <= WIDEST_RANGE:
            raise ImpossibleQuestion(f"a range is 2 to {WIDEST_RANGE} wide")

    @property
    def kind(self) -> Kind:
        return Kind.NUMBER

    @property
    def answer(self) -> str:
        return str(self.value)

    @property
    def wrong(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Match:
    """Pairs to be matched: the left ones stand, the right ones are moved."""

    pairs: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not FEWEST_PLACES <= len(self.pairs) <= MOST_PLACES:
            raise ImpossibleQuestion(f"there are {FEWEST_PLACES} to {MOST_PLACES} pairs to match")
        for side in zip(*self.pairs, strict=True):
            _all_different(side)

    @property
    def kind(self) -> Kind:
        return Kind.MATCH

    @property
    def answer(self) -> str:
        return "; ".join(f"{left} – {right}" for left, right in self.pairs)

    @property
    def wrong(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Several:
    """Several right options among wrong ones; all the right ones are dealt."""

    answers: tuple[str, ...]
    wrong: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 2 <= len(self.answers) < MOST_CARDS:
            raise ImpossibleQuestion(f"there are 2 to {MOST_CARDS - 1} right options")
        if not self.wrong:
            raise ImpossibleQuestion("there is no wrong option")
        _all_different((*self.answers, *self.wrong))

    @property
    def kind(self) -> Kind:
        return Kind.SEVERAL

    @property
    def answer(self) -> str:
        return ", ".join(self.answers)


Task = Choice | TrueFalse | Typed | Order | Number | Match | Several
