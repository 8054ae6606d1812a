"""Puts a YAML parser's complaints into words an author understands; imports no YAML library."""

from __future__ import annotations

from typing import NamedTuple

_QUOTES = "put quotes round a text that contains signs YAML uses: : # - * & ! % @ ` [ ] { } > |"


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
    _Rule(
        "quoted scalar",
        "",
        "a backslash with letters after it that mean nothing in a text in double quotes",
        "write \\\\ for a backslash, or use single quotes",
    ),
    _Rule("", "chr()", "a backslash code for a character that does not exist", "write the letter itself"),
    _Rule("", "mapping keys", "a '?' cannot begin a text here", _QUOTES),
    _Rule("", "'\\t'", "a tab stands where only spaces may stand", "indent with spaces"),
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
        f"write a space after the ':' of a key; {_QUOTES}",
    ),
    _Rule(
        "",
        "sequence entries",
        "a '-' stands where no list can begin",
        "begin the list on a line of its own, or put quotes round the text",
    ),
    _Rule("flow node", "", "a value is expected here", "perhaps a '[' or '{' further up is not closed"),
    _Rule("block scalar", "", "a text cannot begin with '>' or '|'", _QUOTES),
    _Rule("simple key", "", "a key is expected here, and this line has no ':'", "write 'key: value'", True),
    _Rule("", "duplicate", "this directive stands here twice", "take the line out"),
    _Rule("anchor", "", "a text cannot begin with '&'", _QUOTES),
    _Rule("alias", "", "a text cannot begin with '*'", _QUOTES, True),
    _Rule("tag", "", "a text cannot begin with '!'", _QUOTES, True),
    _Rule("", "tag handle", "a text cannot begin with '!'", _QUOTES),
    _Rule("", "incompatible", "this is a YAML version the game does not read", "take the %YAML line out"),
    _Rule("directive", "", "this '%' line is not understood", "take the line out"),
    _Rule(
        "block collection",
        "",
        "this line is neither a new '-' entry nor a part of the last one",
        "indent it like its neighbours",
    ),
    _Rule(
        "block sequence",
        "",
        "this line is neither a new '-' entry nor a part of the last one",
        "indent it like its neighbours",
    ),
    _Rule(
        "block mapping",
        "",
        "'key: value' is expected here",
        f"indent it like its neighbours; {_QUOTES}; double a ' inside '...'",
    ),
)

_TAB = _Rule("", "", "a tab stands where only spaces may stand", "indent with spaces")


class Complaint(NamedTuple):
    """A syntax error in plain words; line and column count from 0."""

    line: int
    column: int
    what: str
    help: str


def explain(said: Said, lines: list[str], last: tuple[int, int]) -> Complaint:
    """The rule that fits first; `last` is the place to name where the parser gave none."""
    rule = next(
        (rule for rule in _RULES if rule.context in said.context and rule.problem in said.problem), None
    )
    place = said.place or said.began or last
    if rule is None:
        return Complaint(*place, f"this is not valid YAML: {_printable(said.problem)}", _QUOTES)
    if rule.at_start and said.began is not None:
        place = said.began
    if _character_at(lines, place) == "\t":
        rule = _TAB
    return Complaint(*place, rule.what, rule.help)


def _character_at(lines: list[str], place: tuple[int, int]) -> str:
    line, column = place
    return lines[line][column : column + 1] if line < len(lines) else ""


def _printable(words: str) -> str:
    return words.encode("ascii", "backslashreplace").decode()
