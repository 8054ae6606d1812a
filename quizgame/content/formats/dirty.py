"""A foreign file's bytes to text, whatever saved it; knows no format, and loses no line."""

from __future__ import annotations

import codecs
import re

from quizgame.content.formats.base import Unreadable
from quizgame.content.problems import Problem, Severity

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4_096  # bytes, to see whether every second is zero
_OLD = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp850": "DOS 850",
    "cp1250": "Windows-1250",
    "iso8859-2": "ISO 8859-2",
}
_JUDGED = 4_000  # characters beyond ASCII, to tell the code pages from each other
_MOST_STRANGE = 0.3  # of the letters: beyond it, this is not a Western text
_STRANGE = re.compile("[\udc80-\udcff]")
_SURROUNDED = re.compile("(?s)(?<=(.))?([\udc80-\udcff])(?=(.))?")
_MANGLED = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
)
_OTHER_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_SAVE_AS = "say what it was saved in, for example --encoding cp1251, or save it as UTF-8 in a text editor"


def decode(data: bytes, file: str, encoding: str = "") -> tuple[str, list[Problem]]:
    r"""The text of a file with `\n` at every line's end, and a warning for each oddity in it.

    Lines are those an editor shows. `encoding` forces one that Python knows; raises Unreadable, and
    LookupError for an encoding that nobody knows.
    """
    text, notes = _forced(data, encoding) if encoding else _guessed(data)
    text = _unified(text, notes)
    if "\0" in text:
        notes.append((text.index("\0"), "zero bytes were left out"))
    text, mended = _mended(text)
    notes += mended
    problems = [_note(file, text.count("\n", 0, at) + 1, what) for at, what in notes]
    return text.replace("\0", "").replace("\ufeff", ""), problems


Notes = list[tuple[int, str]]
"""What to say about a text, each with its place in it, in characters."""


def _forced(data: bytes, encoding: str) -> tuple[str, Notes]:
    text = data.decode(encoding, "replace")
    at = text.find("\N{REPLACEMENT CHARACTER}")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    return text, [(at, f"{lost} places are no {encoding} and were left out")] if lost else []


def _guessed(data: bytes) -> tuple[str, Notes]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], encoding)
    wide = _wide(data)
    return _unicode(data, wide) if wide else _unicode(data, "utf-8")


def _wide(data: bytes) -> str:
    """The encoding that the zero bytes of a Western text without a mark betray, or ""."""
    head = data[:_LOOKED_AT]
    places = [4 * head[start::4].count(0) > 0.9 * len(head) for start in range(4)]
    if places == [False, True, True, True]:
        return "utf-32-le"
    if places == [True, True, True, False]:
        return "utf-32-be"
    zeros = [2 * head[start::2].count(0) / max(len(head), 1) for start in range(2)]
    if max(zeros) < 0.4 or min(zeros) > 0.1:
        return ""
    return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def _unicode(data: bytes, encoding: str) -> tuple[str, Notes]:
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        if encoding != "utf-8":
            return _forced(data, encoding)
    return _mixed(data.decode("utf-8", "surrogateescape"))


def _mixed(text: str) -> tuple[str, Notes]:
    """A text in UTF-8 with single bytes of an older encoding in it, or none but those."""
    strange = _STRANGE.findall(text)
    if len(strange) > _MOST_STRANGE * sum(map(str.isalpha, text)) + 3:
        raise Unreadable("nobody can tell what this file is saved in", _SAVE_AS)
    page = _code_page(text)
    first = _STRANGE.search(text)
    what = f"{len(strange)} bytes are not UTF-8 and were read as {_OLD[page]}"
    return text.translate(_table(page)), [(first.start() if first else 0, what)]


def _code_page(text: str) -> str:
    """The code page that makes the best words; of two, the one that is more widely used."""
    found = _SURROUNDED.findall(text[: _JUDGED * 1_000])[:_JUDGED]
    tables = {page: _table(page) for page in _OLD}
    strange = {
        page: sum(_is_out_of_place(*(char.translate(table) for char in around)) for around in found)
        for page, table in tables.items()
    }
    return min(_OLD, key=lambda page: strange[page])


def _is_out_of_place(before: str, one: str, after: str) -> bool:
    """Whether no writer would have put a character where it stands."""
    if one.isalpha():
        return one.isupper() and before.islower()
    is_in_word = before.isalpha() and after.isalpha()
    return one != "\xa0" and (not one.isprintable() or (is_in_word and one not in "’–—"))


def _table(page: str) -> dict[int, str]:
    """What the bytes that are not UTF-8 stand for."""
    every = ((byte, bytes([byte])) for byte in range(0x80, 0x100))
    return {0xDC00 + byte: raw.decode(page, "ignore") or chr(byte) for byte, raw in every}


def _unified(text: str, notes: Notes) -> str:
    """Lines as an editor shows them; other signs that break a line somewhere are blanks, or all there is."""
    moved = text.count("\r\n")
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if moved and notes:  # places were counted with the longer line ends
        notes[:] = [(at - text.count("\r\n", 0, at), what) for at, what in notes]
    if not _OTHER_ENDS.search(plain):
        return plain
    only = "\n" not in plain and len(plain.split("\x85")) > 2
    return _OTHER_ENDS.sub(" ", plain.replace("\x85", "\n") if only else plain)


def _mended(text: str) -> tuple[str, Notes]:
    """Letters that were UTF-8, were taken for Windows-1252 and saved again, as they were meant."""
    places: list[int] = []

    def meant(found: re.Match[str]) -> str:
        try:
            whole = b"".join(_byte(char) for char in found.group()).decode("utf-8")
        except UnicodeError:
            return found.group()
        places.append(found.start())
        return whole

    mended = _MANGLED.sub(meant, text)
    if not places:
        return text, []
    return mended, [(places[0], f"{len(places)} letters were saved in the wrong encoding once, and mended")]


def _byte(char: str) -> bytes:
    return char.encode("latin-1") if ord(char) < 0x100 else char.encode("cp1252")


def _note(file: str, line: int, what: str) -> Problem:
    return Problem(file, line, 1, "encoding", what, "", Severity.WARNING)
