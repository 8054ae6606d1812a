"""A deal while it is being made: draws one question after the other and repeats nothing; knows no mode.

Without anything seen, the first question in the order of chance that suits the others is drawn. What the
player has seen is passed over; where all has been seen, what was seen longest ago is drawn. How many were
passed over is kept, and is enough to draw the same once more without knowing what had been seen. Spares
are drawn after all cards, in the same way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import NamedTuple

from quizgame.quiz.bank import Bank, Entry, UnknownQuestion, Want
from quizgame.quiz.card import Card, card_of
from quizgame.quiz.question import LEVELS, Question
from quizgame.quiz.shuffled import Shuffled
from quizgame.quiz.tasks import Kind
from quizgame.quiz.variety import Company
from quizgame.quiz.wish import Seen, Wish

LOOK = 64
"""So many that were seen are passed over; then all of the topic is put in order of age.

Numbers below it in `Table.passed` count what was passed over, numbers from it on name the one question.
"""

_NO_STATEMENTS = tuple(kind for kind in Kind if kind is not Kind.TRUE_FALSE)


class Place(NamedTuple):
    """What is to be asked at one place of a run; `closes`: no statement, which anybody may guess."""

    topic: str | None
    level: int
    kind: Kind
    closes: bool = False

    @property
    def kinds(self) -> tuple[Kind | None, ...]:
        """What may be asked if need be; None stands for anything."""
        return _NO_STATEMENTS if self.closes else (None,)

    def in_turn(self) -> Iterator[Place]:
        """Where to look: in another topic, and then for a statement, only where nothing else is left."""
        for closes in dict.fromkeys((self.closes, False)):
            for topic in dict.fromkeys((self.topic, None)):
                yield Place(topic, self.level, self.kind, closes)


class _Row:
    """The candidates for places that want the same, and how far they have been dealt."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        self._coming = entries
        self._drawn: list[Entry] = []
        self.at = 0

    def since(self, at: int) -> Iterator[tuple[int, Entry]]:
        """The entries from a place on, with the place that follows each."""
        while True:
            while at < len(self._drawn):
                at += 1
                yield at, self._drawn[at - 1]
            entry = next(self._coming, None)
            if entry is None:
                return
            self._drawn.append(entry)


class Table:
    """What lies on the table is not drawn again, nor another question about the same fact."""

    def __init__(self, bank: Bank, wish: Wish, seen: Seen) -> None:
        self.passed: list[int] = []
        self._bank = bank
        self._wish = wish
        self._seen = seen
        self._first = list(wish.first)
        self._facts: set[str] = set()
        self._company = Company()
        self._shuffled = Shuffled(bank, wish.seed)
        self._rows: dict[Place, _Row] = {}
        self._ages: dict[tuple[str | None, int, bool], tuple[list[Entry], list[Entry]]] = {}
        self._spares: dict[Want, Card | None] = {}

    def take(self, place: Place) -> Card | None:
        """The next card for a place, or the nearest there is; None when all are used."""
        question = self._wished() or self._drawn(place)
        if question is None:
            return None
        self._facts.add(question.fact)
        self._company.add(question)
        return card_of(question, self._wish.seed)

    def spare(self, question: Question) -> Card | None:
        """Another question of the same topic and level, about a fact that is not in the deal."""
        want = Want(question.topic, question.level, self._wish.spoilers, Kind.CHOICE)
        if want not in self._spares:
            found = self._spared(want)
            self._spares[want] = card_of(self._bank.question(found.id), self._wish.seed) if found else None
        return self._spares[want]

    def _spared(self, want: Want) -> Entry | None:
        """The first that was never seen; of what has been seen, what was seen longest ago."""
        told = self._next_told()
        some: list[Entry] = []
        for entry in islice(self._to_spare(want), LOOK):
            some.append(entry)
            if (entry.id not in self._seen) if told is None else (len(some) > told):
                break
        if not some:
            return None
        oldest = min(some, key=lambda entry: self._seen.get(entry.id, -1))
        found = oldest if told is None else some[-1]
        self.passed.append(some.index(found))
        return found

    def _to_spare(self, want: Want) -> Iterator[Entry]:
        """What is free and suits: choices, then any but statements; free choices where nothing does."""
        kinds = dict.fromkeys((Kind.CHOICE, *_NO_STATEMENTS))
        free = (self._free(Want(want.topic, want.level, want.spoilers, kind)) for kind in kinds)
        suiting = filter(self._suits, chain.from_iterable(free))
        first = next(suiting, None)
        return chain([first], suiting) if first else self._free(want)

    def _free(self, want: Want) -> Iterator[Entry]:
        return (entry for entry in self._shuffled.entries(want) if entry.fact not in self._facts)

    def _wished(self) -> Question | None:
        """The first of the questions that were wished for by id and can still be asked."""
        while self._first:
            with suppress(UnknownQuestion):
                question = self._bank.question(self._first.pop(0))
                if question.fact not in self._facts and (self._wish.spoilers or not question.spoiler):
                    self.passed.append(0)
                    return question
        return None

    def _drawn(self, place: Place) -> Question | None:
        told = self._next_told()
        for where in place.in_turn():
            row = self._row(where)
            if told is None:
                found = self._unseen(row) or self._oldest(row, where)
            else:
                found = self._told(row, where, told) or self._told(row, where, 0)
            if found:
                self.passed.append(found[0])
                return self._bank.question(found[1].id)
        return None

    def _next_told(self) -> int | None:
        """What the wish says of the next draw, if it is that of another deal."""
        number = len(self.passed)
        return self._wish.passed[number] if number < len(self._wish.passed) else None

    def _row(self, place: Place) -> _Row:
        row = self._rows.get(place)
        if row is None:
            row = self._rows[place] = _Row(self._nearest(place))
        return row

    def _nearest(self, place: Place) -> Iterator[Entry]:
        """Questions of the kind, then choices, then any, at the level, then at the nearest; each once."""
        given: set[str] = set()
        for near in _near(place.level):
            for kind in dict.fromkeys((place.kind, Kind.CHOICE, *place.kinds)):
                for entry in self._shuffled.entries(Want(place.topic, near, self._wish.spoilers, kind)):
                    if entry.id not in given:
                        given.add(entry.id)
                        yield entry

    def _unused(self, row: _Row, at: int) -> Iterator[tuple[int, Entry]]:
        return ((at, entry) for at, entry in row.since(at) if entry.fact not in self._facts)

    def _suits(self, entry: Entry) -> bool:
        return self._company.suits(self._bank.question(entry.id))

    def _unseen(self, row: _Row) -> tuple[int, Entry] | None:
        """The next that was never seen and suits, and how many were passed over for it."""
        seen = 0
        for passed, (at, entry) in enumerate(self._unused(row, row.at)):
            if entry.id in self._seen:
                seen += 1
            elif self._suits(entry):
                # With nothing seen before it, the first that suits is the one without being told.
                behind = passed if seen else 0
                if behind < LOOK:
                    row.at = at
                    return behind, entry
            if seen == LOOK or (seen and passed >= LOOK):
                return None
        return None

    def _oldest(self, row: _Row, place: Place) -> tuple[int, Entry] | None:
        """Of what is not used: the unseen, then what was seen longest ago; if need be, what does not suit."""
        found = next(filter(self._suits, self._by_age(place)), None)
        first = next((entry for _, entry in self._unused(row, 0)), None)
        if found is None and first and first.id not in self._seen:
            return 0, first
        found = found or next(self._by_age(place), None)
        return (self._name(place.topic, found), found) if found else None

    def _by_age(self, place: Place) -> Iterator[Entry]:
        if not self._seen:
            return
        ages = [self._aged(place, near) for near in _near(place.level)]
        for unseen_or_seen in zip(*ages, strict=True):
            for entries in unseen_or_seen:
                yield from (entry for entry in entries if entry.fact not in self._facts)

    def _aged(self, place: Place, level: int) -> tuple[list[Entry], list[Entry]]:
        """The unseen in the order of chance, and the seen with the oldest first."""
        key = (place.topic, level, place.closes)
        if key not in self._ages:
            wants = (Want(place.topic, level, self._wish.spoilers, kind) for kind in place.kinds)
            entries = [*chain.from_iterable(map(self._bank.entries, wants))]
            unseen = sorted((e for e in entries if e.id not in self._seen), key=self._shuffled.rank)
            seen = sorted((e for e in entries if e.id in self._seen), key=lambda entry: self._seen[entry.id])
            self._ages[key] = unseen, seen
        return self._ages[key]

    def _name(self, topic: str | None, entry: Entry) -> int:
        """The number that stands for just this question of a topic."""
        level = self._bank.question(entry.id).level
        entries = self._bank.entries(Want(topic, level, self._wish.spoilers))
        place = bisect_left(entries, entry.id, key=lambda one: one.id)
        return LOOK + len(LEVELS) * place + LEVELS.index(level)

    def _told(self, row: _Row, place: Place, told: int) -> tuple[int, Entry] | None:
        """What another deal drew here, as far as this bank has it."""
        if told >= LOOK:
            named = self._named(place, told)
            return (told, named) if named and named.fact not in self._facts else None
        for passed, (at, entry) in enumerate(self._unused(row, row.at)):
            if passed >= told and self._suits(entry):
                row.at = at
                return told, entry
        first = next((entry for _, entry in self._unused(row, 0)), None)
        return (told, first) if first else None

    def _named(self, place: Place, told: int) -> Entry | None:
        """The question that a number stands for, if it may be asked at a place."""
        at, level = divmod(told - LOOK, len(LEVELS))
        entries = self._bank.entries(Want(place.topic, LEVELS[level], self._wish.spoilers))
        named = entries[at] if at < len(entries) else None
        statement = named and self._bank.question(named.id).kind is Kind.TRUE_FALSE
        return None if place.closes and statement else named


def _near(level: int) -> list[int]:
    """All levels, the nearest first."""
    return sorted(LEVELS, key=lambda other: (abs(other - level), other))
