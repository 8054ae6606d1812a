"""Which of Open Trivia DB's four encodings an entry is in, and out of it; knows no question and no JSON."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote_plus

from quizgame.content.formats.base import Unreadable

_NAMES = ("multiple", "boolean", "easy", "medium", "hard")
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_URL = re.compile(r"(?:[^\s%&\"<>]|%[0-9A-Fa-f]{2})*")
_MISLEADING = re.compile(r"[+%=]")
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LITERAL = re.compile(r"&(?=(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)")
_TWICE = re.compile(r"&amp;(?=(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)")


class Encoding(StrEnum):
    """How the texts of an answer of the service are written; PLAIN ones may hold HTML entities."""

    PLAIN = "plain"
    URL = "url"
    BASE64 = "base64"


@dataclass(frozen=True, slots=True)
class Written:
    """The texts of an entry as they stand in the file; `names` are its type and its difficulty."""

    question: str
    texts: tuple[str, ...]
    names: tuple[str, ...] = ()


def encodings(entries: Sequence[Written]) -> list[Encoding]:
    """The encoding of each entry: its own where it can be told, else that of most others in the file."""
    certain = [_certain(entry) for entry in entries]
    known = Counter(encoding for encoding in certain if encoding is not None)
    usual = known.most_common(1)[0][0] if known else _guess(entries)
    return [encoding or usual for encoding in certain]


def decoded(text: str, encoding: Encoding) -> str:
    """The text itself, with letters for entities; raises Unreadable where it is not in the encoding."""
    match encoding:
        case Encoding.BASE64:
            plain = _from_base64(text)
            if plain is None:
                raise Unreadable(f"'{text[:40]}' is not base64 as the rest of the file is")
            text = plain
        case Encoding.URL:
            text = _from_url(text)
        case Encoding.PLAIN:
            pass
    return letters(text)


def letters(text: str) -> str:
    """The text with letters for its HTML entities, also for those that were made of entities once more.

    `&#38;` stands for a '&' that is meant: `&#38;lt;` is the five letters of an entity.
    """
    if "&" not in text:
        return text
    for _ in range(3):
        text = _TWICE.sub("&", text)
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def encoded(text: str) -> str:
    """The text in the service's usual encoding, HTML entities; `letters` makes the text of it again.

    A lone word is written so that it cannot be taken for one in another encoding.
    """
    text = _LITERAL.sub("\0", text).replace("&", "&amp;").replace("\0", "&#38;")
    for sign, entity in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#039;")):
        text = text.replace(sign, entity)
    return text if " " in text else _MISLEADING.sub(lambda sign: f"&#{ord(sign[0])};", text)


def _certain(entry: Written) -> Encoding | None:
    """What an entry's own words prove: names in base64, or a text that no encoding leaves as it is."""
    if any(_from_base64(name) in _NAMES for name in entry.names):
        return Encoding.BASE64
    texts = (entry.question, *entry.texts)
    if any(not _URL.fullmatch(text) for text in texts):
        return Encoding.PLAIN
    return None


def _guess(entries: Iterable[Written]) -> Encoding:
    """The encoding of entries whose texts are all without a blank: encoded words are many words."""
    entries = [entry for entry in entries if entry.question]
    if entries and all(_is_base64(entry) for entry in entries):
        return Encoding.BASE64
    if entries and 2 * _count(entries, _is_url) > len(entries):
        return Encoding.URL
    return Encoding.PLAIN


def _count(entries: Iterable[Written], is_so: Callable[[Written], bool]) -> int:
    return sum(map(is_so, entries))


def _is_base64(entry: Written) -> bool:
    texts = [text for text in (entry.question, *entry.texts) if text]
    plain = [None if len(text) % 4 else _from_base64(text) for text in texts]
    return None not in plain and " " in (plain[0] or "")


def _is_url(entry: Written) -> bool:
    return "+" in entry.question.strip("+") or bool(_ESCAPED.search(entry.question))


def _from_base64(text: str) -> str | None:
    if not _BASE64.fullmatch(text):
        return "" if not text else None
    padding = "=" * (-len(text) % 4)  # some programs leave it out
    try:
        plain = base64.b64decode(text + padding, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return plain if all(letter.isprintable() or letter.isspace() for letter in plain) else None


def _from_url(text: str) -> str:
    try:
        return unquote_plus(text, errors="strict")
    except UnicodeDecodeError:
        return unquote_plus(text, encoding="cp1252", errors="replace")
