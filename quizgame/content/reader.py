"""A content file's bytes to nodes and problems; alone in importing yaml; knows nothing of questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quizgame.content.characters import DAMAGED
from quizgame.content.nodes import Node, Text
from quizgame.content.parsing.builder import Broken, Builder, Stop
from quizgame.content.parsing.collector import paused
from quizgame.content.parsing.decoding import MAX_BYTES, Lines, decode
from quizgame.content.parsing.python_parser import LikeLibyaml
from quizgame.content.parsing.rescue import rescued
from quizgame.content.parsing.syntax import Complaint, Said, explain
from quizgame.content.problems import Problem

_BYTES_A_PIECE = 8  # of a file that is packed with lists: what people write takes three times as much


def read(
    data: bytes, file: str, *, limit: int = MAX_BYTES, pure: bool = False
) -> tuple[Node | None, list[Problem]]:
    """The nodes of a file, as far as it can be read, and every problem in it; never raises.

    A text that had to be refused is reported here and its node has the value `characters.DAMAGED`.
    `limit` is the largest size in bytes, and an eighth of it how many texts, lists and maps are read;
    `pure` forces the slower parser written in Python.
    """
    problems: list[Problem] = []
    text = decode(data, file, limit, problems)
    if text is None:
        return None, problems
    with paused():
        root = _parsed(text, file, problems, limit // _BYTES_A_PIECE, pure)
    if (root is None or (isinstance(root, Text) and not root.value)) and not problems:
        root = None
        problems.append(Problem(file, 1, 1, "empty", "the file is empty", "begin with 'pack: ' and a title"))
    return root, sorted(set(problems), key=lambda problem: (problem.line, problem.column))


def _parsed(text: str, file: str, problems: list[Problem], most: int, pure: bool) -> Node | None:
    lines, pieces = Lines(text), iter(range(most))
    # Only an escape, or what was damaged before, can make a text what may not be shown.
    suspicious = "\\" in text or DAMAGED in text

    def parse(text: str, first_line: int) -> tuple[Builder, int]:
        builder = Builder(file, problems, first_line, suspicious)
        return builder, _feed(builder, text, lines, pieces, pure)

    return rescued(text, lines, parse)


def _feed(builder: Builder, text: str, lines: Lines, pieces: Iterator[int], pure: bool) -> int:
    """Give the text's events to the builder; the line where the present entry broke off, or 0."""
    try:
        _give_events(builder, _loader(text, pure), pieces)
    except Stop:
        builder.close(keep=2)
        return 0
    except Broken:
        return builder.line
    except _syntax_errors() as error:
        said = _unclosed(_said(error, builder.first_line - 1), builder, lines.all)
        complaint = explain(said, lines.all, (builder.line - 1, builder.column - 1))
        return _report(builder, complaint, len(lines.all))
    return 0


def _give_events(builder: Builder, loader: Any, pieces: Iterator[int]) -> None:
    """All events, as long as there are `pieces` left."""
    from yaml import ScalarEvent

    # What yaml.parse does, without asking twice for every event.
    next_event = loader.get_event
    try:
        builder.take(next_event, ScalarEvent, pieces)
        if (event := next_event()) is not None:
            builder.refuse_rest(event)
    finally:
        loader.dispose()


def _unclosed(said: Said, builder: Builder, lines: list[str]) -> Said:
    """Where the text ends inside brackets, the bracket is to blame and not the end."""
    line, column = said.place or (0, 0)
    rest = [lines[line][column:], *lines[line + 1 :]] if line < len(lines) else []
    inside = builder.open[-1] if builder.open and not builder.open[-1].in_lines else None
    if inside is None or "flow node" not in said.context or any(words.strip() for words in rest):
        return said
    kind = "mapping" if inside.is_map else "sequence"
    return said._replace(context=f"while parsing a flow {kind}", began=(inside.line - 1, inside.column - 1))


def _report(builder: Builder, complaint: Complaint, last: int) -> int:
    # The parser may look for what is missing beyond the last line.
    builder.line, builder.column = max(1, min(complaint.line + 1, last)), complaint.column + 1
    try:
        builder.report("syntax", complaint.what, complaint.help)
    except Stop:
        builder.close(keep=2)
        return 0
    return builder.line


def _loader(text: str, pure: bool) -> Any:
    # Imported here so that opening a catalogue that needs no reading does not pay for it.
    import yaml

    if yaml.__with_libyaml__ and not pure:
        return yaml.CSafeLoader(text)

    class Loader(LikeLibyaml, yaml.SafeLoader):
        scalar_token = yaml.ScalarToken

    return Loader(text)


def _syntax_errors() -> tuple[type[Exception], ...]:
    """What the two parsers raise: ValueError (UnicodeError too) for escapes and versions out of range."""
    import yaml

    return yaml.YAMLError, ValueError, OverflowError


def _said(error: Exception, offset: int) -> Said:
    def place(name: str) -> tuple[int, int] | None:
        mark = getattr(error, name, None)
        return None if mark is None else (mark.line + offset, mark.column)

    problem = str(getattr(error, "problem", None) or error)
    return Said(
        problem, place("problem_mark"), str(getattr(error, "context", None) or ""), place("context_mark")
    )
