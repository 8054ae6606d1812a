"""All the chance of a run: which questions, in what order, with which options where; knows no rules of play.

Chance is a hash: things are put in order by SHA-256 of `seed/purpose/id`. A seed gives the same deal
on every machine and Python, and a new question in the bank disturbs no draw that does not meet it.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby, islice

from quizgame.quiz.bank import Bank, Entry, UnknownQuestion, Want
from quizgame.quiz.card import Card, card_of, draw, drawing
from quizgame.quiz.modes import Mode, Round
from quizgame.quiz.question import LEVELS, Question
from quizgame.quiz.rules import Crew
from quizgame.quiz.tasks import Kind
from quizgame.quiz.variety import Company

NEVER = -1  # when what was never dealt was last seen
SHORTLIST = 48  # of a topic and level; more are sorted only where so many did not do


class EmptyBank(LookupError):
    """There is no question that could be dealt."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the player asked for; with the same bank it always gets the same deal.

    `passed` says for each place in turn how many questions are passed over, as in `Deal.passed`: it makes
    a deal that was made to repeat nothing once more. `first` are ids of questions to be dealt before others.
    """

    seed: str
    spoilers: bool = True
    players: int = 1
    passed: tuple[int, ...] = ()
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deal:
    """The outcome of all chance in a run; `spares[r][q]` is what Nate finds instead of `rounds[r][q]`.

    `passed` counts for each card how many that would have come first were passed over, because the player
    has seen them later than the one that was dealt.
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


Seen = Mapping[str, int]
"""When each question was last dealt to the player, by id, the higher the later; without those never dealt."""


def deal(bank: Bank, mode: Mode, wish: Wish, seen: Seen | None = None) -> Deal:
    """Deal a run.

    No fact is asked twice, and no question tells another's answer where that can be helped. What was never
    seen comes before what was, and that in the order in which it was seen. Where a topic or level has too
    few questions, the nearest level, then any topic serves; a bank too small for the mode makes the last
    rounds shorter. Raises EmptyBank.
    """
    table = _Table(bank, wish, seen or {})
    rounds = [_round(table, round, wish) for round in mode.rounds]
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


def _round(table: _Table, round: Round, wish: Wish) -> tuple[Card, ...]:
    """A round's cards; which place gets which of the round's kinds is chance.

    Where players take turns each place is dealt once for every player, and all of them or none get it.
    """
    number = range(len(round.levels))
    places = sorted(number, key=lambda place: draw(wish.seed, f"kind/{round.title}", str(place)))
    kinds = dict(zip(places, round.kinds, strict=True))
    cards: list[Card] = []
    for place, level in enumerate(round.levels):
        each = wish.players if round.turns else 1
        drawn = [table.take(round.topic, level, kinds[place]) for _ in range(each)]
        found = [card for card in drawn if card]
        cards += found if len(found) == each else ()
    return tuple(cards)


class _Table:
    """A deal while it is being made: what lies on the table is not drawn again."""

    def __init__(self, bank: Bank, wish: Wish, seen: Seen) -> None:
        self._bank = bank
        self._wish = wish
        self._seen = seen
        self.passed: list[int] = []
        self._first = list(wish.first)
        self._facts: set[str] = set()
        self._company = Company()
        self._ranks: dict[str, bytes] = {}
        self._sizes: dict[Want, int] = {}
        self._shortlists: dict[Want, list[Entry]] = {}
        self._spares: dict[Want, Card | None] = {}

    def take(self, topic: str | None, level: int, kind: Kind) -> Card | None:
        """The next card of a topic, level and kind, or the nearest there is; None when all are used."""
        question = self._wished() or self._drawn(topic, level, kind)
        if question is None:
            return None
        self._facts.add(question.fact)
        self._company.add(question)
        return card_of(question, self._wish.seed)

    def _wished(self) -> Question | None:
        """The first of the questions that were wished for by id and can still be asked."""
        while self._first:
            with suppress(UnknownQuestion):
                question = self._bank.question(self._first.pop(0))
                if question.fact not in self._facts and (self._wish.spoilers or not question.spoiler):
                    self.passed.append(0)
                    return question
        return None

    def _drawn(self, topic: str | None, level: int, kind: Kind) -> Question | None:
        for where in dict.fromkeys((topic, None)):
            suitable = self._unseen_first(self._nearest(where, level, kind, careful=True), level)
            question = suitable or next(self._nearest(where, level, kind, careful=False), None)
            if question:
                if not suitable:
                    self.passed.append(0)
                return question
        return None

    def _unseen_first(self, questions: Iterator[Question], level: int) -> Question | None:
        """The first that was never seen; or else, of those next to the level, the one seen longest ago.

        Where the wish says how many are passed over, that decides instead.
        """
        number = len(self.passed)
        if number < len(self._wish.passed):
            passed = self._wish.passed[number]
            question = next(islice(questions, passed, None), None)
        else:
            passed, question = self._longest_unseen(questions, level)
        if question:
            self.passed.append(passed)
        return question

    def _longest_unseen(self, questions: Iterator[Question], level: int) -> tuple[int, Question | None]:
        """The question, and how many came before it."""
        found: tuple[tuple[int, int], int, Question] | None = None
        for passed, question in enumerate(questions):
            when = self._seen.get(question.id, NEVER)
            if when == NEVER:
                return passed, question
            rank = (abs(question.level - level), when)
            if found is None or rank < found[0]:
                found = (rank, passed, question)
        return (found[1], found[2]) if found else (0, None)

    def spare(self, question: Question) -> Card | None:
        """Another question of the same topic and level, about a fact that is not in the deal."""
        want = Want(question.topic, question.level, self._wish.spoilers, Kind.CHOICE)
        if want not in self._spares:
            found = self._next(want, careful=True) or self._next(want, careful=False)
            self._spares[want] = card_of(found, self._wish.seed) if found else None
        return self._spares[want]

    def _nearest(self, topic: str | None, level: int, kind: Kind, careful: bool) -> Iterator[Question]:
        """Questions of the kind, then choices, then any, at the level, then at the nearest; each once."""
        given: set[str] = set()
        for near in sorted(LEVELS, key=lambda other: (abs(other - level), other)):
            for how in dict.fromkeys((kind, Kind.CHOICE, None)):
                for question in self._of(Want(topic, near, self._wish.spoilers, how), careful):
                    if question.id not in given:
                        given.add(question.id)
                        yield question

    def _next(self, want: Want, careful: bool) -> Question | None:
        return next(self._of(want, careful), None)

    def _of(self, want: Want, careful: bool) -> Iterator[Question]:
        """Questions in the order of chance whose fact is unused and, if careful, that suit the others."""
        for entry in self._candidates(want):
            question = self._bank.question(entry.id)
            if not careful or self._company.suits(question):
                yield question

    def _candidates(self, want: Want) -> Iterator[Entry]:
        """Entries of unused facts, fact after fact; those of one fact in the order of their own draws."""
        size, beyond = self._sizes.get(want, SHORTLIST), b""
        while True:
            shortlist = self._shortlist(want, size)
            whole = len(shortlist) < size
            # The last fact of a full list may have more questions, which the list does not hold.
            last = "" if whole else shortlist[-1].fact
            yield from self._unused(e for e in shortlist if e.fact != last and self._rank(e) >= beyond)
            if whole:
                return
            size, beyond = 8 * size, self._rank(shortlist[-1])

    def _shortlist(self, want: Want, size: int) -> list[Entry]:
        """The first entries in the order of chance, at most `size`."""
        if self._sizes.get(want) != size:
            self._sizes[want] = size
            self._shortlists[want] = self._first_of(self._bank.entries(want), size)
        return self._shortlists[want]

    def _first_of(self, entries: Sequence[Entry], size: int) -> list[Entry]:
        """The first entries in the order of chance; nearly all the time of a deal goes by in these lines."""
        ranks, rank = self._ranks, drawing(self._wish.seed, "fact")
        for _, fact in entries:
            if fact not in ranks:
                ranks[fact] = rank(fact)
        keys = [ranks[fact] for _, fact in entries]
        last = max(heapq.nsmallest(size, keys), default=b"")
        few = [entry for entry, key in zip(entries, keys, strict=True) if key <= last]
        return sorted(few, key=self._rank)[:size]

    def _unused(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for fact, same in groupby(entries, key=lambda entry: entry.fact):
            if fact not in self._facts:
                yield from sorted(same, key=lambda entry: draw(self._wish.seed, "question", entry.id))

    def _rank(self, entry: Entry) -> bytes:
        """Facts are put in order, not questions: a fact that is asked in many ways is not likelier."""
        return self._ranks[entry.fact]
