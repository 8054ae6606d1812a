"""The questions that the player has flagged, in a file that is only ever added to; knows no screen."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from quizgame import whole
from quizgame.quiz.card import Given
from quizgame.quiz.report import Reason, Report
from quizgame.quiz.tasks import Kind
from quizgame.store.errors import NO_FILE, NotSaved, plain
from quizgame.store.files import make_folder, set_aside
from quizgame.store.paths import Places

# Several times what the longest report takes; what is longer is something else, and read in pieces.
_LONGEST = 65_536

_TEXTS = (
    *("reported", "question", "pack", "text", "answer", "answered"),
    *("explain", "source", "mode", "game", "bank"),
)


class Kept(NamedTuple):
    """The reports, the newest last and one for each question, and what there is to tell, a sentence each."""

    reports: tuple[Report, ...]
    notices: tuple[str, ...] = ()


class _Broken(ValueError):
    """A line that is no report."""


def add(places: Places, report: Report) -> None:
    """Keep a report; it is on disk when this returns. Raises NotSaved.

    It counts instead of an earlier one on the same question.
    """
    _append(places.reports, asdict(report))


def withdraw(places: Places, question: str, when: str) -> None:
    """Take back what was reported about a question; raises NotSaved."""
    _append(places.reports, {"question": question, "withdrawn": when})


def load(places: Places) -> Kept:
    """What was reported and not taken back; never fails. Lines that are no reports stay in the file."""
    found: dict[str, Report] = {}
    broken = 0
    try:
        for line in _lines(places.reports):
            try:
                _follow(found, line)
            except _Broken:
                broken += 1
    except OSError as error:
        return Kept(tuple(found.values()), (f"The reports cannot all be read: {plain(error)}.",))
    return Kept(tuple(found.values()), (_skipped(broken, places.reports),) if broken else ())


def reason(places: Places, question: str) -> Reason | None:
    """Why a question stands reported, or None where it does not; never fails."""
    return next((found.reason for found in load(places).reports if found.question == question), None)


def clear(places: Places, now: datetime) -> Path | None:
    """Begin anew: the file gets a dated name beside it, which is returned; raises NotSaved.

    None where there was no file.
    """
    try:
        places.reports.lstat()
        return set_aside(places.reports, "cleared", now)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise NotSaved(f"The reports stay as they are: {plain(error)}.") from error


def _append(file: Path, entry: dict[str, Any]) -> None:
    # Escaped beyond ASCII, so that neither a strange line break nor half a character can break a line.
    line = json.dumps(entry).encode() + b"\n"
    try:
        make_folder(file.parent)
        _check(file)
        _write(file, line)
        whole.sync_folder(file.parent)
    except OSError as error:
        raise NotSaved(f"The report is not kept: {plain(error)}.") from error


def _check(file: Path) -> None:
    if file.exists() and not file.is_file():
        # Opening a pipe, for one, would wait for ever.
        raise IsADirectoryError(errno.EISDIR, NO_FILE)


def _write(file: Path, line: bytes) -> None:
    """Add a line in one piece, so that two games at once do not mix theirs."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
    try:
        if not _is_ended(handle):
            line = b"\n" + line  # a crash or a full disk has left half a line
        while line:
            line = line[os.write(handle, line) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_ended(handle: int) -> bool:
    """Whether the file is empty or its last line is whole."""
    if not os.fstat(handle).st_size:
        return True
    os.lseek(handle, -1, os.SEEK_END)
    return os.read(handle, 1) == b"\n"


def _lines(file: Path) -> Iterator[bytes]:
    """The lines of the file that are not empty, none where there is no file; raises OSError."""
    _check(file)
    try:
        with file.open("rb") as stream:
            while line := stream.readline(_LONGEST):
                if line.strip():
                    yield line
    except (FileNotFoundError, NotADirectoryError):
        return


def _follow(found: dict[str, Report], line: bytes) -> None:
    """What a line means for the reports so far; raises _Broken."""
    try:
        entry = json.loads(line)
        report = None if "withdrawn" in entry else _report(entry)
        found.pop(_text(entry["question"]), None)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _Broken from error
    if report:
        found[report.question] = report


def _report(entry: dict[str, Any]) -> Report:
    return Report(
        **{name: _text(entry[name]) for name in _TEXTS},
        reason=Reason(entry["reason"]),
        kind=Kind(entry["kind"]),
        options=_texts(entry["options"]),
        labels=_texts(entry["labels"]),
        span=None if entry["span"] is None else _span(*entry["span"]),
        right=_given(entry["right"]),
        given=None if entry["given"] is None else _given(entry["given"]),
        picture=_text(entry.get("picture", "")),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Broken
    return value


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise _Broken
    return tuple(map(_text, values))


def _span(low: object, high: object) -> tuple[int, int]:
    return _whole(low), _whole(high)


def _given(value: object) -> Given:
    if isinstance(value, list):
        return tuple(map(_whole, value))
    return value if isinstance(value, str) else _whole(value)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise _Broken
    return value


def _skipped(broken: int, file: Path) -> str:
    lines = "1 line" if broken == 1 else f"{broken} lines"
    return f"{lines} of {file.name} could not be understood; the file stays as it is."
