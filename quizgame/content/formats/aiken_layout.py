"""What people write round Aiken's questions, numbers and bare letters; judges no question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgame.content.formats.aiken_drafts import Draft

_NUMBER = re.compile(r"(?:(?:question|q)\s*)?(\d{1,4})\s*[.):\]]\s*(?=[^\s\d])", re.IGNORECASE)
_NAMED = re.compile(r"(?:question\s*\d{1,4}\s*[.):\]]\s*|\d{1,4}\)\s+)(?=\S)", re.IGNORECASE)
_LETTERED = re.compile(r"\(?([A-Za-z])\)?(?:\s*[:\-\u2013\u2014]\s*|\s+)(\S.*)")
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FEWEST = 2


def laid_out(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of a file without the numbers that count them, and with the options that lack a sign."""
    numbers = [_number(draft) for draft in drafts]
    for index, draft in enumerate(drafts):
        before, after = numbers[max(0, index - 1) : index], numbers[index + 1 : index + 2]
        goes_on = [numbers[index] - 1] == before or [numbers[index] + 1] == after
        yield _with_options(_without_number(draft, numbers[index] > 0 and goes_on))


def _number(draft: Draft) -> int:
    """The number before a question, or -1."""
    found = _NUMBER.match(" ".join(draft.words))
    return int(found[1]) if found else -1


def _without_number(draft: Draft, counted: bool) -> Draft:
    """The draft without its number, unless that is a lone `1.`, which may belong to the words."""
    words = " ".join(draft.words[:2])
    found = (_NUMBER if counted else _NAMED).match(words)
    return replace(draft, words=[words[found.end() :], *draft.words[2:]]) if found else draft


def _with_options(draft: Draft) -> Draft:
    """The draft with its last lines as options, where they are lettered in order and nothing else is."""
    if draft.options or draft.answer is None:
        return draft
    lettered = [_LETTERED.fullmatch(line) for line in draft.words]
    starts = [at for at, found in enumerate(lettered) if at and found and found[1] in "Aa"]
    if not starts:
        return draft
    options = [found for found in lettered[starts[-1] :] if found]
    letters = "".join(found[1].upper() for found in options)
    if len(options) < len(draft.words) - starts[-1] or len(options) < _FEWEST or letters not in _ALPHABET:
        return draft
    return replace(
        draft, words=draft.words[: starts[-1]], options=[(found[1].upper(), found[2]) for found in options]
    )
