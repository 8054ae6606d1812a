"""A content file's bytes to nodes and problems; alone in importing yaml; knows nothing of questions."""

from __future__ import annotations

from typing import Any

from quizgame.content.builder import Broken, Builder, Stop
from quizgame.content.characters import DAMAGED
from quizgame.content.collector import paused
from quizgame.content.decoding import MAX_BYTES, Lines, decode
from quizgame.content.nodes import Node
from quizgame.content.problems import Problem
from quizgame.content.rescue import rescued
from quizgame.content.syntax import Complaint, Said, explain


def read(
    data: bytes, file: str, *, limit: int = MAX_BYTES, pure: bool = False
) -> tuple[Node | None, list[Problem]]:
    """The nodes of a file, as far as it can be read, and every problem in it; never raises.

    A text that had to be refused is reported here and its node has the value `characters.DAMAGED`.
    `limit` is the largest size in bytes; `pure` forces the slower parser written in Python.
    """
    problems: list[Problem] = []
    text = decode(data, file, limit, problems)
    if text is None:
        return None, problems
    with paused():
        root = _parsed(text, file, problems, pure)
    if root is None and not problems:
        problems.append(Problem(file, 1, 1, "empty", "the file is empty", "begin with 'pack: ' and a title"))
    return root, sorted(set(problems), key=lambda problem: (problem.line, problem.column))


def _parsed(text: str, file: str, problems: list[Problem], pure: bool) -> Node | None:
    lines = Lines(text)
    # Only an escape, or what was damaged before, can make a text what may not be shown.
    suspicious = "\\" in text or DAMAGED in text

    def parse(text: str, first_line: int) -> tuple[Builder, int]:
        builder = Builder(file, problems, first_line, suspicious)
        return builder, _feed(builder, text, lines, pure)

    return rescued(text, lines, parse)


def _feed(builder: Builder, text: str, lines: Lines, pure: bool) -> int:
    """Give the text's events to the builder; the line where the present entry broke off, or 0."""
    try:
        _give_events(builder, text, pure)
    except Stop:
        builder.close(keep=2)
        return 0
    except Broken:
        return builder.line
    except _syntax_errors() as error:
        said = _said(error, builder.first_line - 1)
        complaint = explain(said, lines.all, (builder.line - 1, builder.column - 1))
        return _report(builder, complaint)
    return 0


def _give_events(builder: Builder, text: str, pure: bool) -> None:
    loader = _loader(text, pure)
    # What yaml.parse does, without asking twice for every event.
    next_event, take = loader.get_event, builder.take
    try:
        while (event := next_event()) is not None:
            take(event)
    finally:
        loader.dispose()


def _report(builder: Builder, complaint: Complaint) -> int:
    builder.line, builder.column = complaint.line + 1, complaint.column + 1
    try:
        builder.report("syntax", complaint.what, complaint.help)
    except Stop:
        builder.close(keep=2)
        return 0
    return builder.line


def _loader(text: str, pure: bool) -> Any:
    # Imported here so that opening a catalogue that needs no reading does not pay for it.
    import yaml

    return yaml.SafeLoader(text) if pure or not yaml.__with_libyaml__ else yaml.CSafeLoader(text)


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
