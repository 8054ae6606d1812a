"""All the chance of a run: which questions, in what order, with which options where; knows no rules of play.

Chance is a hash: things are put in order by SHA-256 of `seed/purpose/id`. A seed gives the same deal
on every machine and Python, and a new question in the bank disturbs no draw that does not meet it.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quizgame.quiz.bank import Bank, Entry, Want
from quizgame.quiz.card import Card, card_of, draw, drawing
from quizgame.quiz.modes import Mode, Round
from quizgame.quiz.question import LEVELS, Question
from quizgame.quiz.tasks import Kind
from quizgame.quiz.variety import Company

SHORTLIST = 48  # of a topic and level; the rest is sorted only where this many did not do


class EmptyBank(LookupError):
    """There is no question that could be dealt."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the player asked for; with the same bank it always gets the same deal."""

    seed: str
    spoilers: bool = True


@dataclass(frozen=True, slots=True)
class Deal:
    """The outcome of all chance in a run; `spares[r][q]` is what Nate finds instead of `rounds[r][q]`."""

    seed: str
    bank: str
    rounds: tuple[tuple[Card, ...], ...]
    spares: tuple[tuple[Card | None, ...], ...]

    @property
    def cards(self) -> Iterator[Card]:
        """The cards in the order of play, without spares."""
        return (card for round in self.rounds for card in round)

    def to_json(self) -> str:
        """What a run keeps: each card's question, options and right place, and the spares' questions."""
        cards = [[[card.question.id, card.options, card.right] for card in round] for round in self.rounds]
        spares = [[card and card.question.id for card in round] for round in self.spares]
        return json.dumps({"cards": cards, "spares": spares}, ensure_ascii=False, separators=(",", ":"))


def deal(bank: Bank, mode: Mode, wish: Wish) -> Deal:
    """Deal a run.

    No fact is asked twice, and no question tells another's answer where that can be helped. Where a
    topic or level has too few questions, the nearest level, then any topic serves; a bank too small for
    the mode makes the last rounds shorter. Raises EmptyBank.
    """
    table = _Table(bank, wish)
    rounds = [_round(table, round, wish.seed) for round in mode.rounds]
    rounds = [cards for cards in rounds if cards]
    if not rounds:
        raise EmptyBank("there is no question to ask")
    spares = [tuple(table.spare(card.question) for card in cards) for cards in rounds]
    return Deal(wish.seed, bank.fingerprint, tuple(rounds), tuple(spares))


def _round(table: _Table, round: Round, seed: str) -> tuple[Card, ...]:
    """A round's cards; which place gets which of the round's kinds is chance."""
    places = sorted(range(len(round.levels)), key=lambda place: draw(seed, f"kind/{round.title}", str(place)))
    kinds = dict(zip(places, round.kinds, strict=True))
    drawn = [table.take(round.topic, level, kinds[place]) for place, level in enumerate(round.levels)]
    return tuple(card for card in drawn if card)


class _Table:
    """A deal while it is being made: what lies on the table is not drawn again."""

    def __init__(self, bank: Bank, wish: Wish) -> None:
        self._bank = bank
        self._wish = wish
        self._facts: set[str] = set()
        self._company = Company()
        self._ranks: dict[str, bytes] = {}
        self._shortlists: dict[Want, list[Entry]] = {}
        self._spares: dict[Want, Card | None] = {}

    def take(self, topic: str | None, level: int, kind: Kind) -> Card | None:
        """The next card of a topic, level and kind, or the nearest there is; None when all are used."""
        for where in dict.fromkeys((topic, None)):
            for careful in (True, False):
                question = self._nearest(where, level, kind, careful)
                if question:
                    self._facts.add(question.fact)
                    self._company.add(question)
                    return card_of(question, self._wish.seed)
        return None

    def spare(self, question: Question) -> Card | None:
        """Another question of the same topic and level, about a fact that is not in the deal."""
        want = Want(question.topic, question.level, self._wish.spoilers, Kind.CHOICE)
        if want not in self._spares:
            found = self._next(want, careful=True) or self._next(want, careful=False)
            self._spares[want] = card_of(found, self._wish.seed) if found else None
        return self._spares[want]

    def _nearest(self, topic: str | None, level: int, kind: Kind, careful: bool) -> Question | None:
        """A question of the kind, or a choice, or any, at the level or the nearest."""
        for near in sorted(LEVELS, key=lambda other: (abs(other - level), other)):
            for how in dict.fromkeys((kind, Kind.CHOICE, None)):
                question = self._next(Want(topic, near, self._wish.spoilers, how), careful)
                if question:
                    return question
        return None

    def _next(self, want: Want, careful: bool) -> Question | None:
        """The first question in the order of chance whose fact is unused and which suits the others."""
        for entry in self._candidates(want):
            question = self._bank.question(entry.id)
            if not careful or self._company.suits(question):
                return question
        return None

    def _candidates(self, want: Want) -> Iterator[Entry]:
        """Entries of unused facts, fact after fact; those of one fact in the order of their own draws."""
        if want not in self._shortlists:
            self._shortlists[want] = self._shortest(self._bank.entries(want))
        shortlist = self._shortlists[want]
        whole = len(shortlist) < SHORTLIST
        # The last fact of a full list may have more questions, which the list does not hold.
        last = "" if whole else shortlist[-1].fact
        yield from self._unused(entry for entry in shortlist if entry.fact != last)
        if not whole:
            beyond = self._ranks[last]
            more = (entry for entry in self._bank.entries(want) if self._rank(entry) >= beyond)
            yield from self._unused(sorted(more, key=self._rank))

    def _shortest(self, entries: Sequence[Entry]) -> list[Entry]:
        """The first entries in the order of chance; nearly all the time of a deal goes by in these lines."""
        ranks, rank = self._ranks, drawing(self._wish.seed, "fact")
        for _, fact in entries:
            if fact not in ranks:
                ranks[fact] = rank(fact)
        keys = [ranks[fact] for _, fact in entries]
        last = max(heapq.nsmallest(SHORTLIST, keys), default=b"")
        few = [entry for entry, key in zip(entries, keys, strict=True) if key <= last]
        return sorted(few, key=self._rank)[:SHORTLIST]

    def _unused(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for fact, same in groupby(entries, key=lambda entry: entry.fact):
            if fact not in self._facts:
                yield from sorted(same, key=lambda entry: draw(self._wish.seed, "question", entry.id))

    def _rank(self, entry: Entry) -> bytes:
        """Facts are put in order, not questions: a fact that is asked in many ways is not likelier."""
        return self._ranks[entry.fact]
