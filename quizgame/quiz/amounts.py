"""Amounts as people read them; knows not what is counted."""

from __future__ import annotations

PORTIONS = {1: "all", 2: "half", 3: "a third", 4: "a quarter", 5: "a fifth"}


def counted(number: int, what: str) -> str:
    """`1 pack`, `2 packs`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def portion(parts: int) -> str:
    """One of so many equal parts: `a quarter`."""
    return PORTIONS.get(parts, f"one part in {parts}")
