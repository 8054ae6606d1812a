"""A GIFT file cut into its questions and categories, by blank lines, titles and braces; reads no answers."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizgame.content.formats.gift_marks import aside, raw

_NOT_CLOSED, _NOT_OPENED = -2, -1
_CATEGORY = "$CATEGORY:"
_COMMENT = "//"
_GOES_ON = ("=", "~", "}", "#")
_ANSWERS = re.compile(r"\s*(?:$|[=~#}]|%-?[\d.]|(?:T|F|TRUE|FALSE)\s*(?:[}#]|//|$))", re.IGNORECASE)
_BEGINS = re.compile(r"\{\s*(?:[=~#]|(?:T|F|TRUE|FALSE)\s*[}#])", re.IGNORECASE)
_ENDS = ".?!:;)\"'"
_CODE = re.compile(r"[;\n]")
_MARK = re.compile(
    r"^[ \t]*(?P<category>\$CATEGORY:[^\n]*)|^[ \t]*(?P<title>::)(?=[^\n]*::)|(?P<brace>[{}])", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A question, or a `category` (the author's own words), on a line of the file.

    In `text` what is escaped is set aside and comments are blank; `notes` are the comments.
    """

    line: int
    text: str
    notes: str = ""
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What stands from `start`, a brace, to the brace at `end`; one is negative where it is missing."""

    start: int
    end: int
    answers: bool

    @property
    def whole(self) -> bool:
        return self.start >= 0 and self.end >= 0


def pieces(text: str) -> Iterator[Piece]:
    """The questions and categories of a file, in its order."""
    for line, block in _blocks(aside(text).split("\n")):
        yield from _cut(line, block)


def groups(text: str) -> list[Group]:
    """The braces of a text in pairs; braces within answers belong to them."""
    return _scan(text)[0]


def place(text: str, at: int) -> tuple[int, int]:
    """How many lines below the first a place in a text is, and its column (from 1)."""
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines, with the number of the first: a blank line ends one, unless answers go on behind it."""
    goes_on = _verdicts(lines)
    block: list[str] = []
    depth = 0
    for number, line in enumerate(lines, 1):
        if line.strip():
            block.append(line)
            depth = _depth(depth, line)
        elif depth and goes_on[number - 1]:
            block.append("")
        elif block:
            yield number - len(block), block
            block, depth = [], 0
    if block:
        yield len(lines) + 1 - len(block), block


def _depth(depth: int, line: str) -> int:
    if not _is_comment(line):
        for brace in re.findall("[{}]", line):
            depth = depth + 1 if brace == "{" else max(0, depth - 1)
    return depth


def _verdicts(lines: list[str]) -> list[bool]:
    """For each blank line, whether the lines behind it look like more answers rather than a new question."""
    verdicts = [False] * len(lines)
    verdict, fresh, brace = False, True, ""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index].strip()
        if not line:
            verdicts[index], fresh = verdict, True
        elif not _is_comment(line):
            first = re.search("[{}]", line)
            brace = first[0] if first else "" if fresh else brace
            verdict, fresh = line.startswith(_GOES_ON) or brace == "}", False
    return verdicts


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith(_COMMENT)


def _cut(line: int, block: list[str]) -> Iterator[Piece]:
    """The pieces of a block whose first line has this number."""
    notes = deque((number, text) for number, text in enumerate(block) if _is_comment(text))
    text = "\n".join("" if _is_comment(one) else one for one in block)
    above = 0
    for start, end in pairwise(sorted({0, *_scan(text)[1], len(text)})):
        below = above + text.count("\n", start, end)
        part = text[start:end].rstrip()
        if part:
            blank = len(part) - len(part.lstrip("\n"))
            said = []
            while notes and notes[0][0] <= below:
                said.append(notes.popleft()[1])
            yield _piece(line + above + blank, part.lstrip("\n"), "\n".join(said))
        above = below


def _piece(line: int, text: str, notes: str) -> Piece:
    if text.lstrip().startswith(_CATEGORY):
        return Piece(line, text, notes, raw(text.strip().removeprefix(_CATEGORY)).strip())
    return Piece(line, text, notes)


def _scan(text: str) -> tuple[list[Group], list[int]]:
    """The groups of braces in a text, and the places where a new question or a category begins."""
    found: list[Group] = []
    cuts: list[int] = []
    start, depth, last, newline = _NOT_OPENED, 0, 0, -1
    for mark in _MARK.finditer(text):
        at = mark.start()
        newline, last = max(newline, text.rfind("\n", last, at)), at
        if mark["brace"] == "}":
            depth -= 1
            if depth < 0:
                found.append(Group(_NOT_OPENED, at, True))
            elif not depth:
                found.append(Group(start, at, bool(_ANSWERS.match(text[start + 1 : at]))))
        elif mark["brace"]:
            if depth and start < newline and _BEGINS.match(text, at):
                found.append(Group(start, _NOT_CLOSED, True))
                cuts.append(newline + 1)
                depth = 0
            depth += 1
            start = at if depth == 1 else start
        else:
            cuts += [at, mark.end()] if mark["category"] else [at]
            if depth:
                found.append(Group(start, _NOT_CLOSED, True))
            depth = 0
        depth = max(depth, 0)
    if depth:
        found.append(Group(start, _NOT_CLOSED, True))
    return found, cuts + list(_ends(text, found))


def _ends(text: str, found: list[Group]) -> Iterator[int]:
    """Where a line ends a question because its answers are told and another one's are to come."""
    for one, other in pairwise(found):
        if not one.whole:
            continue
        tail, newline, words = text[one.end + 1 : max(other.start, other.end)].partition("\n")
        is_code = not one.answers and _CODE.search(text, one.start, one.end)
        if newline and words.strip() and not is_code and not _runs_on(tail.strip(), words.lstrip()):
            yield one.end + len(tail) + 2


def _runs_on(tail: str, words: str) -> bool:
    """Whether a sentence that goes on behind its answers goes on in the next line too."""
    return bool(tail) and tail[-1] not in _ENDS and words[:1].islower()
