"""What there is to tell of packs that changed while the game runs, a sentence each; reads no file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.content.index.catalogue import PackInfo, PackState

MOST_NEW = 3
"""So many new packs are named one by one; more of them are counted."""


def news(before: Sequence[PackState], after: Sequence[PackState]) -> dict[str, str]:
    """A sentence for every pack that is new, gone or was read again, by its file."""
    was = {state.info.file: state for state in before}
    now = {state.info.file: state for state in after}
    gone = {file: _gone(state.info) for file, state in was.items() if file not in now}
    return gone | _added(now, was) | _read_again(now, was)


def _gone(pack: PackInfo) -> str:
    return f"{pack.key} is gone, and its {_questions(pack)} with it."


def _added(now: Mapping[str, PackState], was: Mapping[str, PackState]) -> dict[str, str]:
    added = {file: state for file, state in now.items() if file not in was}
    if len(added) > MOST_NEW:
        questions = sum(state.info.questions for state in added.values())
        return {"": f"{len(added)} packs with {questions:,} questions were added."}
    return {
        file: f"{state.info.key}: {_questions(state.info)} added{_but(state)}."
        for file, state in added.items()
    }


def _read_again(now: Mapping[str, PackState], was: Mapping[str, PackState]) -> dict[str, str]:
    again = {file: s for file, s in now.items() if file in was and was[file].version != s.version}
    return {file: _held(state) if state.info.held else _mended(state) for file, state in again.items()}


def _held(state: PackState) -> str:
    return f"{state.info.key} was saved with {_errors(state)}; the questions it had before are asked."


def _mended(state: PackState) -> str:
    return f"{state.info.key} was read again: {_questions(state.info)}{_but(state)}."


def _but(state: PackState) -> str:
    return f", and {_errors(state)}" if state.info.errors else ""


def _errors(state: PackState) -> str:
    """`2 errors, the first in line 7`; with the file's name where the pack is a folder of files."""
    count = "1 error" if state.info.errors == 1 else f"{state.info.errors:,} errors"
    error = state.error
    if error is None or not error.line:
        return count
    file = "" if error.file == state.info.file else f" of {PurePath(error.file).name}"
    return f"{count}, {'in' if state.info.errors == 1 else 'the first in'} line {error.line}{file}"


def _questions(pack: PackInfo) -> str:
    return "1 question" if pack.questions == 1 else f"{pack.questions:,} questions"
