"""What of our words must stand in a document: numbers and capitalised names; knows no documents."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quizgame.content.nodes import Text
from quizgame.content.wording import FUNCTION_WORDS, names, numbers, plain, stem, words

Spelling = Sequence[tuple[Text, Text]]


@dataclass(frozen=True, slots=True)
class Need:
    """Words that must stand somewhere in a row, in one of several forms."""

    shown: str
    forms: tuple[tuple[str, ...], ...]


def exact_needs(text: str, spelling: Spelling, ordinary: Collection[str]) -> list[Need]:
    """The needs of an answer: names with all their words, numbers in figures or words.

    `ordinary` holds the stems of words that are no names where they alone open a text.
    """
    rest, found = _respelt(text, spelling)
    found += _names(rest, ordinary, ())
    return found + [_number(number) for number in numbers(rest, spelt_out=True)]


def whole_need(text: str, spelling: Spelling) -> Need:
    """The need of an answer that must stand word for word, in our spelling or the document's."""
    theirs = [other.value for ours, other in spelling if plain(ours.value) == plain(text)]
    return Need(text, tuple(words(form) for form in (text, *theirs)))


def loose_needs(text: str, spelling: Spelling, ordinary: Collection[str]) -> list[Need]:
    """The needs of a sentence: names, less an `ordinary` word that opens it, and numbers in figures."""
    rest, found = _respelt(text, spelling)
    found += _names(rest, ordinary, ordinary)
    for name in names(rest):
        rest = rest.replace(name.text, "/")
    return found + [_number(number) for number in numbers(rest)]


def _respelt(text: str, spelling: Spelling) -> tuple[str, list[Need]]:
    """The text without what the document spells otherwise, and the document's words as needs."""
    found = []
    for ours, theirs in spelling:
        rest = re.sub(rf"(?<!\w){re.escape(ours.value)}(?!\w)", "/", text, flags=re.IGNORECASE)
        if rest != text:
            found.append(Need(theirs.value, (words(theirs.value),)))
        text = rest
    return text, found


def _names(text: str, ordinary: Collection[str], droppable: Collection[str]) -> Iterator[Need]:
    for name in names(text):
        first, _, rest = name.text.partition(" ")
        if name.opens and not rest and _is_ordinary(first, ordinary):
            continue
        forms = [words(name.text)]
        if name.opens and rest and _is_ordinary(first, droppable):
            forms.append(words(rest))
        yield Need(name.text, tuple(forms))


def _is_ordinary(word: str, ordinary: Collection[str]) -> bool:
    parts = [part for part in re.split(r"[-'’.&]", word.casefold()) if part]
    return all(part in FUNCTION_WORDS or stem(part) in ordinary for part in parts)


def _number(number: str) -> Need:
    return Need(number, ((number,),))
