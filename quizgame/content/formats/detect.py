"""Which format a file is in, told by what stands in it and then by its name; reads no question."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.registry import FORMATS, Format
from quizgame.content.formats.sheet_columns import find_header

_LOOKED_AT = 200_000  # characters: enough to see the form of a file
_CLEARLY = 3  # times as many signs of one format as of any other

_FORCE = (
    "say which it is: "
    + ", ".join(f"--from {one.name} ({one.title})" for one in FORMATS.values())
    + "; tables of Kahoot and Quizizz are csv"
)
_AS_CSV = "open it in your spreadsheet and save it as CSV"
_MAGIC = (
    (b"PK\x03\x04", "a workbook (.xlsx) or another zipped file", f"{_AS_CSV}, or unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old office document (.xls, .doc)", _AS_CSV),
    (b"%PDF", "a PDF", "copy its text into a text file, in one of the formats that can be read"),
    (b"{\\rtf", "a document with formatting (RTF)", "save it as plain text"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"\x89PNG", "a picture", ""),
    (b"\xff\xd8\xff", "a picture", ""),
    (b"SQLite format 3", "a database", ""),
)

_QA = re.compile(r"(?m)^#Q\b")
_ANSWER_LINE = re.compile(
    r"(?mi)^[ \t]*(?:(?:correct[ \t]+)?ans(?:wers?)?[ \t]*[:=]|correct[ \t]*[:=]|answer[ \t])[ \t]*\(?[A-Z]"
    r"(?:[ \t.)]*$|[.)][ \t]|[ \t]*(?:[,&/]|\band\b)[ \t]*[A-Z]\b)"
)
_GIFT = re.compile(
    r"(?mi)^[ \t]*(?:::|\$CATEGORY:)|(?<!\\)\{\s*(?:[=~#]|(?:T|F|TRUE|FALSE)\s*(?:#[^{}]{0,500})?\}|\})"
)
_RED = re.compile(r"(?m)^[^\s#-][^\n]*:[ \t]*(?:\[|(?:#[^\n]*)?\n\s*- )")
_OPENTDB = re.compile(r"\"(?:correct_answer|incorrect_answers|response_code)\"\s*:")
_JSON = re.compile(r"\s*[\[{]\s*[\[{\"\]}]")
_PACK_LIST = re.compile(r"(?m)^[\"']?questions[\"']?[ \t]*:[ \t]*(?:#[^\n]*)?$")
_PACK_ENTRY = re.compile(r"(?m)^[ \t]*-[ \t]*\{?[ \t]*[\"']?question[\"']?[ \t]*:")
_MARKUP = re.compile(r"\s*<(?:\?xml|!doctype|html|quiz)\b", re.IGNORECASE)
_CELLS = re.compile(r"[,;\t|]")
_ASKING = re.compile(r"\W*question\b", re.IGNORECASE)
_ANSWERING = re.compile(r"\W*(?:correct|right|wrong|incorrect|answer|option|choice)", re.IGNORECASE)
_HEADER_WITHIN = 40  # lines: templates begin with instructions


def refuse_binary(data: bytes) -> None:
    """Raises Unreadable, with what to do, for a file that holds no text but something well known."""
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"this is {what}, not a text", remedy)


def detect(text: str, name: str) -> Format:
    """The format of a text; raises Unreadable where it is none, or where nobody can tell."""
    head = text[:_LOOKED_AT]
    if not head.strip():
        raise Unreadable("the file is empty")
    _refuse_known(head)
    signs = {form: count for form, found in _SIGNS.items() if (count := found(head))}
    ranked = sorted(signs, key=lambda form: -signs[form])
    if ranked and all(signs[ranked[0]] >= _CLEARLY * signs[other] for other in ranked[1:]):
        return FORMATS[ranked[0]]
    named = _by_ending(name)
    if named is not None and (not ranked or named.name in ranked):
        return named
    if not ranked and find_header(head) is not None:
        return FORMATS["csv"]
    if not ranked:
        raise Unreadable("this is in no format that can be read", _FORCE)
    both = " and ".join(FORMATS[one].title for one in ranked[:2])
    raise Unreadable(f"this looks like {both} at once", _FORCE)


def _refuse_known(head: str) -> None:
    if _PACK_LIST.search(head) and _PACK_ENTRY.search(head):
        raise Unreadable(
            "this is a pack of this game already",
            "it needs no import: put it into your questions folder, or run 'quizgame check' on it",
        )
    if _MARKUP.match(head):
        raise Unreadable("this is XML or a web page", "export it as GIFT (Moodle) or as CSV instead")
    if _JSON.match(head) and not _OPENTDB.search(head):
        raise Unreadable(
            "this is JSON, but not as Open Trivia DB gives it", "it needs 'question' and 'correct_answer'"
        )


def _by_ending(name: str) -> Format | None:
    ending = PurePath(name).suffix.casefold()
    return next((one for one in FORMATS.values() if ending in one.endings), None)


def _table_rows(head: str) -> int:
    """How many lines with cells a table has below its header; 0 where no line is a header."""
    lines = head.split("\n")
    for at, line in enumerate(lines[:_HEADER_WITHIN]):
        cells = _CELLS.split(line)
        if any(map(_ASKING.match, cells)) and any(map(_ANSWERING.match, cells)):
            return sum(1 for below in lines[at:] if _CELLS.search(below))
    return 0


def _matches(pattern: re.Pattern[str]) -> Callable[[str], int]:
    return lambda head: sum(1 for _ in pattern.finditer(head))


_SIGNS: dict[str, Callable[[str], int]] = {
    "opentdb": lambda head: 1_000_000 if _JSON.match(head) and _OPENTDB.search(head) else 0,
    "opentriviaqa": _matches(_QA),
    "aiken": _matches(_ANSWER_LINE),
    "gift": _matches(_GIFT),
    "csv": _table_rows,
    "red": _matches(_RED),
}
"""How many signs of each format stand in a text."""
