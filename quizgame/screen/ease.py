"""Curves for what moves, from a share of its time to a share of its way; knows no clock and nothing drawn."""

from __future__ import annotations

BEYOND = 1.25  # how far `settle` runs past its end before it comes back: about a twentieth of the way


def progress(now: int, since: int, length: int) -> float:
    """The share (0 to 1) of a movement of `length` ms that began at `since` which is over at `now`.

    What has no length is over at once.
    """
    return min(1.0, max(0.0, (now - since) / length)) if length > 0 else 1.0


def ease_out(share: float) -> float:
    """Quick at first, then slower: for what comes in."""
    return 1 - (1 - share) ** 3


def ease_in(share: float) -> float:
    """Slow at first, then quicker: for what falls away."""
    return share**2


def ease_in_out(share: float) -> float:
    """Slow at both ends: for what goes from one place to another."""
    return share * share * (3 - 2 * share)


def settle(share: float) -> float:
    """A needle: quickly to its new place, a little beyond, and back. Ends at 1, passes it by 6 % at most."""
    left = share - 1
    return 1 + (BEYOND + 1) * left**3 + BEYOND * left**2


def counted(start: int, end: int, share: float) -> int:
    """A whole number on its way; it is exactly `start` at 0 and `end` at 1 and never turns back between."""
    return start + round((end - start) * share)
