"""All the chance of a run: which questions, in what order, with which options where; knows no rules of play.

Chance is a hash: things are put in order by SHA-256 of `seed/purpose/id`. A seed gives the same deal
on every machine and Python, and a new question in the bank disturbs no draw that does not meet it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from quizgame.quiz.bank import Bank, Want
from quizgame.quiz.card import Card, drawing
from quizgame.quiz.modes import Mode, Round
from quizgame.quiz.rules import Crew
from quizgame.quiz.table import Place, Table
from quizgame.quiz.tasks import Kind
from quizgame.quiz.wish import Seen as Seen
from quizgame.quiz.wish import Wish as Wish


class EmptyBank(LookupError):
    """There is no question that could be dealt."""


@dataclass(frozen=True, slots=True)
class Deal:
    """The outcome of all chance in a run; `spares[r][q]` is what Nate finds instead of `rounds[r][q]`.

    `passed` says of each card, and then of each spare, how many that would have come before it were passed
    over, because the player had seen them; or, where all had been seen, which one was seen longest ago. With
    it, `wish` gets the same deal again from the same bank.
    """

    seed: str
    bank: str
    rounds: tuple[tuple[Card, ...], ...]
    spares: tuple[tuple[Card | None, ...], ...]
    players: int = 1
    spoilers: bool = True
    passed: tuple[int, ...] = ()
    first: tuple[str, ...] = ()

    @property
    def cards(self) -> Iterator[Card]:
        """The cards in the order of play, without spares."""
        return (card for round in self.rounds for card in round)

    @property
    def wish(self) -> Wish:
        """What gets this deal again from the same bank, whatever has been seen since."""
        return Wish(self.seed, self.spoilers, self.players, self.passed, self.first)

    def to_json(self) -> str:
        """What a run keeps: each card's question, options and right place, the spares, the wish."""
        cards = [[[card.question.id, card.options, card.right] for card in round] for round in self.rounds]
        spares = [[card and card.question.id for card in round] for round in self.spares]
        wish = {
            "spoilers": self.spoilers,
            "players": self.players,
            "passed": self.passed,
            "first": self.first,
        }
        kept = {"cards": cards, "spares": spares, "wish": wish}
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def deal(bank: Bank, mode: Mode, wish: Wish, seen: Seen | None = None) -> Deal:
    """Deal a run.

    No fact is asked twice, and no question tells another's answer where that can be helped. A statement ends
    a whole round only where nothing else is left. What was never seen comes before what was, and that in the
    order in which it was seen. Where a topic or level has too few questions, the nearest level, then any
    topic serves; a bank too small for the mode makes the last rounds shorter. Raises EmptyBank.
    """
    table = Table(bank, wish, seen or {})
    rounds = [_round(table, bank, round, wish) for round in mode.rounds]
    rounds = [cards for cards in rounds if cards]
    if not rounds:
        raise EmptyBank("there is no question to ask")
    has_nate = Crew.NATE in mode.rules.crew
    spares = [tuple(table.spare(card.question) if has_nate else None for card in cards) for cards in rounds]
    return Deal(
        wish.seed,
        bank.fingerprint,
        tuple(rounds),
        tuple(spares),
        wish.players,
        wish.spoilers,
        tuple(table.passed),
        wish.first,
    )


def _round(table: Table, bank: Bank, round: Round, wish: Wish) -> tuple[Card, ...]:
    """A round's cards.

    Where players take turns each place is dealt once for every player, and all of them or none get it.
    """
    cards: list[Card] = []
    for place in _places(bank, round, wish):
        each = wish.players if round.turns else 1
        drawn = [table.take(place) for _ in range(each)]
        found = [card for card in drawn if card]
        cards += found if len(found) == each else ()
    return tuple(cards)


def _places(bank: Bank, round: Round, wish: Wish) -> list[Place]:
    """What is asked at each place of a round; the last one pays most, and is not to be had for a guess."""
    topics = [_opening(bank, round, wish), *[round.topic] * (len(round.levels) - 1)]
    *before, last = map(Place, topics, round.levels, _kinds(round, wish.seed))
    return [*before, last._replace(closes=last.kind is not Kind.TRUE_FALSE)]


def _opening(bank: Bank, round: Round, wish: Wish) -> str | None:
    """The topic of a round's first question: of those that may open it the first that the bank has."""
    levels = (round.levels[0], None)
    wants = (Want(topic, level, wish.spoilers) for level in levels for topic in round.opening)
    return next((want.topic for want in wants if bank.count(want)), round.topic)


def _kinds(round: Round, seed: str) -> tuple[Kind, ...]:
    """Which place gets which of the round's kinds is chance, but that no statement comes last."""
    purpose = f"kind/{round.title}"
    while (kinds := _spread(round, seed, purpose))[-1] is Kind.TRUE_FALSE and {*kinds} != {Kind.TRUE_FALSE}:
        purpose += " again"  # drawn anew, not swapped: so that every other order is equally likely
    return kinds


def _spread(round: Round, seed: str, purpose: str) -> tuple[Kind, ...]:
    places = sorted(map(str, range(len(round.levels))), key=drawing(seed, purpose))
    kinds = dict(zip(map(int, places), round.kinds, strict=True))
    return tuple(kinds[place] for place in sorted(kinds))
