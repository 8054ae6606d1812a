"""Words, numbers and capitalised names in a text; knows nothing of facts, questions or documents."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_SURFACE = re.compile(r"[^\W_]+(?:[.&-][^\W_]+|['’](?![sS]\b)[^\W_]+)*")
_STEM = 6
_OPENS = re.compile(r"(?:^|[.?!:]|[\"“”‘('—–])\s*$")

NUMBER_WORDS = {
    "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
_NUMBERS = frozenset(NUMBER_WORDS)

_FUNCTION_WORDS = """
    a about above across after again against ago all almost alone along already also although always among
    an and another any anyone anything apart are around as asked at away back because before behind below
    besides between beyond both but by can did do does down during each eight either else enough even ever
    every everyone everything far few fewer first five for forever four from had half has have he her here
    hers his how however i if in indeed inside instead into is it its just last later least less like little
    long made many match maybe me mine more most much my near neither never next nine no nobody none nor not
    nothing now nowhere of off often on once one only onto or other otherwise our ours out outside over own
    past perhaps plus put quite rather same second seldom seven several she simply since six so some
    sometimes somewhere soon still such sure ten than that the their theirs them then there these they this
    those though three throughout thus till to together too toward towards true twice two type under unless
    unlike until up upon us usually very was we well were what whatever when where whether which while who
    whoever whom whose why will with within without would yet you your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())


def words(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and punctuation; number words from three up as figures."""
    bare = text.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    found = _WORD.findall(bare)
    if _NUMBERS.isdisjoint(found):  # nearly always, and told at C's pace
        return tuple(found)
    return tuple([NUMBER_WORDS.get(word, word) for word in found])


def plain(text: str) -> str:
    """What two options are compared by: their words, or the characters themselves where there are none."""
    return " ".join(words(text)) or " ".join(text.casefold().split())


def holds(text: Sequence[str], term: Sequence[str]) -> bool:
    """Whether the words of `term` stand in `text` one after the other."""
    if not term or term[0] not in text:  # most are told apart by this, and at C's pace
        return False
    size = len(term)
    return any(word == term[0] and tuple(text[at : at + size]) == tuple(term) for at, word in enumerate(text))


def is_number(word: str) -> bool:
    """Whether a word has a figure in it: `28`, `90s`, `1st`."""
    return any(c.isdigit() for c in word)


def numbers(text: str, spelt_out: bool = False) -> tuple[str, ...]:
    """The numbers in a text; with `spelt_out` also those written as words."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if is_number(word) or (spelt_out and word.casefold() in NUMBER_WORDS):
            found.extend(words(word))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Name:
    """Capitalised words in a row; `opens` says that they open a sentence, where any word has a capital."""

    text: str
    opens: bool

    def rest(self) -> str:
        """The name without its first word."""
        return self.text.partition(" ")[2]


def names(text: str) -> tuple[Name, ...]:
    """The capitalised names in a text, each with a one-figure number that follows it (`Heat 2`)."""
    found: list[Name] = []
    end = -1
    for match in _SURFACE.finditer(text):
        word, between = match.group(), text[end : match.start()] if end >= 0 else ""
        follows = end >= 0 and between == " "
        if follows and (_is_capital(word) or (len(word) == 1 and word.isdigit())):
            found[-1] = Name(f"{found[-1].text} {word}", found[-1].opens)
            end = match.end()
        elif _is_capital(word):
            found.append(Name(word, bool(_OPENS.search(text[: match.start()]))))
            end = match.end()
        else:
            end = -1
    return tuple(name for name in found if not (name.opens and name.text.casefold() in FUNCTION_WORDS))


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word != "I" and not word.startswith(("I'", "I’"))


def stem(word: str) -> str:
    """What words of one family share: `gleeful` and `gleefully`."""
    return word[:_STEM]


def ordinary_stems(texts: Iterable[str]) -> frozenset[str]:
    """The stems of words that stand more often without a capital than with one inside a sentence."""
    small, capital = Counter[str](), Counter[str]()
    for text in texts:
        small.update(word for word in _WORD.findall(text) if word[0].islower() and not is_number(word))
        capital.update(
            part for name in names(text) if not name.opens for part in _WORD.findall(name.text.casefold())
        )
    return frozenset(stem(word) for word, count in small.items() if count > capital[word])
