"""Puts a YAML parser's complaints into words an author understands; imports no YAML library."""

from __future__ import annotations

import re
from typing import NamedTuple

_QUOTES = 'put the whole text in quotes: "..."'
_INDENT = "indent it like its neighbours"


class Said(NamedTuple):
    """A parser's error, its place, and where the thing it was reading began; lines and columns from 0."""

    problem: str
    place: tuple[int, int] | None
    context: str
    began: tuple[int, int] | None


class _Rule(NamedTuple):
    """Words of the parser, in plain English; `at_start` points to where the thing began."""

    context: str
    problem: str
    what: str
    help: str
    at_start: bool = False


_RULES = (
    _Rule("quoted scalar", "end of stream", "this quote is never closed", "add the closing quote", True),
    _Rule("quoted scalar", "document separator", "this quote is never closed", "add the closing quote", True),
    _Rule("quoted scalar", "document indicator", "this quote is never closed", "add the closing quote", True),
    _Rule(
        "",
        "Unicode character",
        "a backslash code for a character that does not exist",
        "write the letter itself",
    ),
    _Rule(
        "quoted scalar",
        "",
        "a backslash with letters after it that mean nothing in a text in double quotes",
        "write \\\\ for a backslash, or use single quotes",
    ),
    _Rule("", "chr()", "a backslash code for a character that does not exist", "write the letter itself"),
    _Rule("", "mapping keys", "a '?' cannot begin a text here", _QUOTES),
    _Rule("", "cannot start any token", "a text cannot begin with this sign", _QUOTES),
    _Rule(
        "flow sequence",
        "",
        "this '[' is never closed",
        "add the ']', or put quotes round a text that contains '['",
        True,
    ),
    _Rule(
        "flow mapping",
        "",
        "this '{' is never closed",
        "add the '}', or put quotes round a text that contains '{'",
        True,
    ),
    _Rule(
        "",
        "mapping values",
        "a ':' stands where none is expected",
        "indent it like the keys above it, and write a blank after the ':' of each key",
    ),
    _Rule(
        "",
        "sequence entries",
        "a '-' stands where no list can begin",
        "begin the list on a line of its own, or put quotes round the text",
    ),
    _Rule(
        "",
        "unexpected ':'",
        "a text in brackets cannot end with ':'",
        "put quotes round the text, or write a blank after the ':' of a key",
    ),
    _Rule("flow node", "", "a value is expected here", "perhaps a '[' or '{' further up is not closed"),
    _Rule("", "node content", "a text cannot begin with this sign", _QUOTES),
    _Rule(
        "",
        "document start",
        "this does not belong to what stands above it",
        "begin every key of the pack in the first column, and take a '%' line at the top out",
    ),
    _Rule("block scalar", "", "a text cannot begin with '>' or '|'", _QUOTES, True),
    _Rule("simple key", "", "a key is expected here, and this line has no ':'", "write 'key: value'", True),
    _Rule("", "duplicate", "this directive stands here twice", "take the line out"),
    _Rule("anchor", "", "a text cannot begin with '&'", _QUOTES, True),
    _Rule("alias", "", "a text cannot begin with '*'", _QUOTES, True),
    _Rule("tag", "", "a text cannot begin with '!'", _QUOTES, True),
    _Rule("", "tag handle", "a text cannot begin with '!'", _QUOTES),
    _Rule("", "incompatible", "this is a YAML version the game does not read", "take the %YAML line out"),
    _Rule("directive", "", "this '%' line is not understood", "take the line out"),
    _Rule(
        "block collection",
        "",
        "this line is neither a new '-' entry nor a part of the last one",
        _INDENT,
    ),
    _Rule(
        "block sequence",
        "",
        "this line is neither a new '-' entry nor a part of the last one",
        _INDENT,
    ),
    _Rule("block mapping", "", "'key: value' is expected here", _INDENT),
)


class _Seen(NamedTuple):
    """What the line itself tells: patterns of what stands `before` the place and of what stands after."""

    before: str
    after: str
    what: str
    help: str


_SEEN = (
    _Seen(r".*", r"\t", "a tab stands where only spaces may stand", "indent with spaces"),
    _Seen(
        r"",
        r"(?:<<<<<<<|=======|>>>>>>>)(?: |$)",
        "this line is the mark of a merge that was not finished",
        "keep one of the two versions and take the lines with such marks out",
    ),
    _Seen(
        r".*'.*'\s*",
        r"[^\s,:#\]}].*",
        "the quotes end here, and the text goes on",
        "write '' for an apostrophe inside '...', or use double quotes",
    ),
    _Seen(
        r'.*".*"\s*',
        r"[^\s,:#\]}].*",
        "the quotes end here, and the text goes on",
        'write \\" for a quote inside "...", or use single quotes',
    ),
    _Seen(
        r".*[\]}]\s*",
        r"[^\s:].*",
        "the list or map ends before this, and the line goes on",
        "put quotes round a text that contains a bracket or a brace",
    ),
    _Seen(
        r".*[\[,]\s*", r",.*", "there is nothing before this ','", "take it out, or write a text before it"
    ),
    _Seen(r".*[\"']", r":\S", "a blank is missing after this ':'", "write 'key: value'"),
    _Seen(
        r"[ -]*",
        r"([\"']?)\w+\1:[^\s:/].*",
        "a blank is missing after the ':' of this key",
        "write 'key: value'",
    ),
    _Seen(r".*:\s.*\S", r":(?: .*|$)", "a ':' stands where none is expected", _QUOTES),
)
_CAN_BE_SEEN = re.compile(r"block|flow node|mapping values|simple key|tab character|token|document start")


class Complaint(NamedTuple):
    """A syntax error in plain words; line and column count from 0."""

    line: int
    column: int
    what: str
    help: str


def explain(said: Said, lines: list[str], last: tuple[int, int]) -> Complaint:
    """What the line itself tells, or else the rule that fits; `last` is the place where none is given."""
    place = said.place or said.began or last
    for spot in (place, said.began or place):
        if (seen := _seen(said, lines, spot)) is not None:
            return Complaint(*spot, seen.what, seen.help)
    if "mapping values" in said.problem and (glued := _glued_dash(lines, place[0])) is not None:
        return glued
    rule = next(
        (rule for rule in _RULES if rule.context in said.context and rule.problem in said.problem), None
    )
    if rule is None:
        return Complaint(*place, f"this is not valid YAML: {_printable(said.problem)}", _QUOTES)
    if rule.at_start and said.began is not None:
        place = said.began
    return Complaint(*place, rule.what, rule.help)


def _seen(said: Said, lines: list[str], place: tuple[int, int]) -> _Seen | None:
    """What the place itself shows of a mistake for which the parser has but general words."""
    line, column = place
    if line >= len(lines) or not _CAN_BE_SEEN.search(f"{said.context} {said.problem}"):
        return None
    before, after = lines[line][:column], lines[line][column:]
    fits = (one for one in _SEEN if re.fullmatch(one.before, before) and re.match(one.after, after))
    return next(fits, None)


def _glued_dash(lines: list[str], line: int) -> Complaint | None:
    """A '-' without a blank makes a text of the line, and the next line is the first to be wrong."""
    above = lines[line - 1] if 0 < line < len(lines) else ""
    found = re.match(r" *-(?=[a-z]+:)", above)
    if found is None:
        return None
    return Complaint(line - 1, found.end(), "a blank is missing after this '-'", "write '- key: value'")


def _printable(words: str) -> str:
    return words.encode("ascii", "backslashreplace").decode()
