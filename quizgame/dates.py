"""Dates as they are read on the screen; knows no clock."""

from __future__ import annotations

from datetime import datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def in_words(moment: str) -> str:
    """A date (ISO 8601) as it is read: 20 Nov 2026; the text itself where it is none."""
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return moment[:10]
    return f"{then.day} {MONTHS[then.month - 1]} {then.year}"
