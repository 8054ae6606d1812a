"""What a deal is made from beside the bank: the wish, and what the player has seen; draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Seen = Mapping[str, int]
"""When each question was last dealt to the player, by id, the higher the later; without those never dealt."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the player asked for; with the same bank it always gets the same deal.

    `passed` is that of a deal that was made to repeat nothing: it makes that deal once more, for somebody
    who has seen other things. `first` are ids of questions to be dealt before others.
    """

    seed: str
    spoilers: bool = True
    players: int = 1
    passed: tuple[int, ...] = ()
    first: tuple[str, ...] = ()
