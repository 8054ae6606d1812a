"""All the chance of a run: which questions, in what order, with which options where; knows no rules of play.

Chance is a hash: things are put in order by SHA-256 of `seed/purpose/id`. A seed gives the same deal
on every machine and Python, and a new question in the bank disturbs no draw that does not meet it.
"""

from __future__ import annotations

import hashlib
import heapq
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from quizgame.quiz.bank import Bank, Entry, Want
from quizgame.quiz.modes import Mode, Round
from quizgame.quiz.question import LEVELS, Question
from quizgame.quiz.tasks import (
    MOST_CARDS,
    Choice,
    Kind,
    Match,
    Number,
    Order,
    Several,
    TrueFalse,
    Typed,
)

MOST_WRONG = 3
SHORTLIST = 48  # of a topic and level; the rest is sorted only where this many did not do


class EmptyBank(LookupError):
    """There is no question that could be dealt."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the player asked for; with the same bank it always gets the same deal."""

    seed: str
    spoilers: bool = True


Given = int | str | tuple[int, ...]
"""An answer: an option's place or a number, typed words, or places: one for each label, or those picked."""


@dataclass(frozen=True, slots=True)
class Card:
    """A question as it is dealt.

    `options` are what is chosen from or moved; `labels` stand beside the places that they are moved to.
    `right` is what is to be answered. `covered` are the options that go when Chris covers (none: he cannot).
    """

    question: Question
    options: tuple[str, ...]
    right: Given
    covered: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()


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


def draw(seed: str, purpose: str, id: str) -> bytes:
    """The place of `id` in the order that `seed` gives for `purpose`."""
    return hashlib.sha256(f"{seed}/{purpose}/{id}".encode()).digest()


def deal(bank: Bank, mode: Mode, wish: Wish) -> Deal:
    """Deal a run.

    No fact is asked twice. Where a topic or level has too few questions, the nearest level, then any
    topic serves; a bank too small for the mode makes the last rounds shorter. Raises EmptyBank.
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
        self._ranks: dict[str, bytes] = {}
        self._shortlists: dict[Want, list[Entry]] = {}
        self._spares: dict[Want, Card | None] = {}

    def take(self, topic: str | None, level: int, kind: Kind) -> Card | None:
        """The next card of a topic, level and kind, or the nearest there is; None when all are used."""
        for want in self._wants(topic, level, kind):
            entry = self._next(want)
            if entry:
                self._facts.add(entry.fact)
                return card_of(self._bank.question(entry.id), self._wish.seed)
        return None

    def spare(self, question: Question) -> Card | None:
        """Another question of the same topic and level, about a fact that is not in the deal."""
        want = Want(question.topic, question.level, self._wish.spoilers, Kind.CHOICE)
        if want not in self._spares:
            entry = self._next(want)
            self._spares[want] = entry and card_of(self._bank.question(entry.id), self._wish.seed)
        return self._spares[want]

    def _wants(self, topic: str | None, level: int, kind: Kind) -> Iterator[Want]:
        for where in dict.fromkeys((topic, None)):
            for near in sorted(LEVELS, key=lambda other: (abs(other - level), other)):
                for how in dict.fromkeys((kind, Kind.CHOICE, None)):
                    yield Want(where, near, self._wish.spoilers, how)

    def _next(self, want: Want) -> Entry | None:
        if want not in self._shortlists:
            self._shortlists[want] = heapq.nsmallest(SHORTLIST, self._bank.entries(want), self._rank)
        shortlist = self._shortlists[want]
        found = self._first(shortlist)
        # The last fact of a full list may have more questions, which the list no longer holds.
        if len(shortlist) == SHORTLIST and (not found or found.fact == shortlist[-1].fact):
            found = self._first(sorted(self._bank.entries(want), key=self._rank))
        return found

    def _first(self, entries: Iterable[Entry]) -> Entry | None:
        """The best unused entry; among those of one fact the question's own draw decides."""
        fact, best = "", None
        for entry in entries:
            if best and entry.fact != fact:
                break
            if entry.fact in self._facts:
                continue
            if best is None or self._draw(entry) < self._draw(best):
                fact, best = entry.fact, entry
        return best

    def _rank(self, entry: Entry) -> bytes:
        """Facts are put in order, not questions: a fact that is asked in many ways is not likelier."""
        rank = self._ranks.get(entry.fact)
        if rank is None:
            rank = self._ranks[entry.fact] = draw(self._wish.seed, "fact", entry.fact)
        return rank

    def _draw(self, entry: Entry) -> bytes:
        return draw(self._wish.seed, "question", entry.id)


def card_of(question: Question, seed: str) -> Card:
    """Deal what is chosen from or moved."""
    task = question.task
    match task:
        case TrueFalse():
            return Card(question, ("True", "False"), 0 if task.truth else 1)
        case Choice():
            return _choice(question, task, seed)
        case Several():
            return _several(question, task, seed)
        case Order(items):
            return _moved(question, items, tuple(f"{number}" for number in range(1, len(items) + 1)), seed)
        case Match(pairs):
            return _moved(question, tuple(pair[1] for pair in pairs), tuple(pair[0] for pair in pairs), seed)
        case Number():
            return Card(question, (), task.value)
        case Typed():
            return Card(question, (), task.answer)
        case _:
            assert_never(task)


def _shuffled(question: Question, purpose: str, things: Iterable[str], seed: str) -> list[str]:
    return sorted(things, key=lambda thing: draw(seed, f"{purpose}/{question.id}", thing))


def _choice(question: Question, task: Choice, seed: str) -> Card:
    wrong = _shuffled(question, "wrong", task.wrong, seed)[:MOST_WRONG]
    chance = draw(seed, "place", question.id)
    right = int.from_bytes(chance[:8]) % (len(wrong) + 1)
    kept = int.from_bytes(chance[8:16]) % len(wrong)
    options = (*wrong[:right], task.answer, *wrong[right:])
    goes = (place for place in range(len(options)) if place not in (right, kept + (kept >= right)))
    return Card(question, options, right, tuple(goes))


def _several(question: Question, task: Several, seed: str) -> Card:
    wrong = _shuffled(question, "wrong", task.wrong, seed)[: MOST_CARDS - len(task.answers)]
    options = _shuffled(question, "place", (*task.answers, *wrong), seed)
    right = tuple(place for place, option in enumerate(options) if option in task.answers)
    goes = tuple(sorted(options.index(option) for option in wrong[: min(2, len(wrong) - 1)]))
    return Card(question, tuple(options), right, goes)


def _moved(question: Question, items: tuple[str, ...], labels: tuple[str, ...], seed: str) -> Card:
    """Things dealt in an order that is not the right one: something is left to do."""
    dealt = _shuffled(question, "place", items, seed)
    if tuple(dealt) == items:
        dealt = [*dealt[1:], dealt[0]]
    return Card(question, tuple(dealt), tuple(dealt.index(item) for item in items), (), labels)
