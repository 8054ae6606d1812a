"""Amounts as people read them; knows not what is counted."""

from __future__ import annotations


def counted(number: int, what: str) -> str:
    """`1 pack`, `2 packs`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
