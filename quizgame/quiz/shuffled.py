"""A bank in the order that a seed gives it, sorted no further than it is read; knows no rules of dealing."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from quizgame.quiz.bank import Bank, Entry, Want
from quizgame.quiz.card import drawing

SHORTLIST = 48  # of a topic and level; more are sorted only where so many did not do


class Shuffled:
    """The entries of a bank, fact after fact in the order of chance."""

    def __init__(self, bank: Bank, seed: str) -> None:
        self._bank = bank
        self._rank_of = drawing(seed, "fact")
        self._draw_of = drawing(seed, "question")
        self._ranks: dict[str, bytes] = {}
        self._shortlists: dict[Want, list[Entry]] = {}

    def entries(self, want: Want) -> Iterator[Entry]:
        """All that fit; those of one fact in the order of their own draws."""
        size, beyond = SHORTLIST, b""
        while True:
            shortlist, whole = self._shortlist(want, size)
            # The last fact of a shortlist may have more questions, which the list does not hold.
            last = "" if whole else shortlist[-1].fact
            fresh = (e for e in shortlist if e.fact != last and self._ranks[e.fact] >= beyond)
            for _, same in groupby(fresh, key=attrgetter("fact")):
                yield from self._within([*same])
            if whole:
                return
            size, beyond = 8 * len(shortlist), self.rank(shortlist[-1])

    def rank(self, entry: Entry) -> bytes:
        """Facts are put in order, not questions: a fact that is asked in many ways is not likelier."""
        rank = self._ranks.get(entry.fact)
        if rank is None:
            rank = self._ranks[entry.fact] = self._rank_of(entry.fact)
        return rank

    def _within(self, same: list[Entry]) -> list[Entry]:
        """The entries of one fact; most facts have a single one, and nothing to be drawn."""
        return same if len(same) == 1 else sorted(same, key=lambda entry: self._draw_of(entry.id))

    def _shortlist(self, want: Want, size: int) -> tuple[list[Entry], bool]:
        """The first entries in the order of chance: at least `size`, or all; and whether these are all."""
        entries, known = self._bank.entries(want), self._shortlists.get(want, [])
        if len(known) < min(size, len(entries)):
            known = self._shortlists[want] = heapq.nsmallest(size, entries, self.rank)
        return known, len(known) == len(entries)
