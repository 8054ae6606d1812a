"""Gaps `{like this}` in the wording of a template, and filling them; knows no tables and no questions."""

from __future__ import annotations

import re
from collections.abc import Mapping

_GAP = re.compile(r"\{([^{}]*)\}")


def gaps(text: str) -> tuple[str, ...]:
    """The names of the gaps, in order; a bare `{}` has the name ''."""
    return tuple(_GAP.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its gaps filled; raises KeyError where a gap has no value."""
    return _GAP.sub(lambda match: values[match.group(1)], text)


def without_gaps(text: str) -> str:
    """The words of the template alone; a gap becomes a slash, which parts what stands beside it."""
    return _GAP.sub("/", text)
