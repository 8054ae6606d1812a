"""`quizgame check --fix`: mends the packs that were named and says what it did; knows no rule of a pack."""

from __future__ import annotations

import difflib
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from quizgame.commands.words import DONE, FAILED, sorry, style
from quizgame.quiz.amounts import counted

if TYPE_CHECKING:
    from quizgame.content.authoring.edits import Change
    from quizgame.content.authoring.fixing import Fixed


def fix(names: Sequence[str], out: IO[str]) -> int:
    """Mend the packs, and keep what each was beside it; the exit code tells whether all could be written."""
    from quizgame.content.authoring.fixing import fixed
    from quizgame.content.folders import reason
    from quizgame.store.replacing import replace_keeping

    code = DONE
    for path in _packs(names):
        try:
            was = _read(path)
            after = fixed(was, str(path))
            kept = replace_keeping(path, was, after.data) if after.changes else None
        except OSError as error:
            code = FAILED
            print(f"{_short(path)}: not fixed: {reason(error)}\n", file=out)
        else:
            _tell(path, after, kept, out)
    return code


def show(names: Sequence[str]) -> int:
    """Print what `fix` would change, as a unified diff, and change nothing."""
    from quizgame.content.authoring.fixing import fixed
    from quizgame.content.folders import reason

    for path in _packs(names):
        try:
            was = _read(path)
        except OSError as error:
            return sorry(f"{_short(path)} cannot be read: {reason(error)}")
        after = fixed(was, str(path))
        print("".join(_diff(_short(path), was, after.data)), end="")
        if after.refused:
            print(_refusal(path, after), file=sys.stderr)
    return DONE


def _read(path: Path) -> bytes:
    """As much of a pack as shows whether it is too large to be one; raises OSError."""
    from quizgame import ordinary
    from quizgame.content.parsing.decoding import MAX_BYTES

    return ordinary.read(path, MAX_BYTES + 1)


def _packs(names: Sequence[str]) -> list[Path]:
    """The packs in folders, and single files; without names the player's own packs."""
    from quizgame.content.folders import find
    from quizgame.store.paths import find_places

    paths = [Path(name) for name in names] or [find_places().questions]
    units, _ = find([path for path in paths if path.is_dir()])
    inside = [unit.path for unit in units if not unit.is_facts]
    return [*inside, *(path for path in paths if path.is_file())]


def _tell(path: Path, after: Fixed, kept: Path | None, out: IO[str]) -> None:
    if kept is not None:
        print(f"{_short(path)}: fixed; as it was, with these lines: {_short(kept)}", file=out)
        for line in _changes(after.changes):
            print(f"  {line}", file=out)
        print(file=out)
    if after.refused:
        print(f"{_refusal(path, after)}\n", file=out)


def _refusal(path: Path, after: Fixed) -> str:
    return f"{_short(path)}: {'not all' if after.changes else 'nothing'} fixed: {after.refused}"


def _changes(changes: Iterable[Change]) -> Iterable[str]:
    """Like changes together: `'anwser' is now 'answer' (lines 3, 9)`."""
    from quizgame.content.telling.excerpt import safe
    from quizgame.content.telling.messages import numbered

    alike: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    ids: list[int] = []
    for change in changes:
        lines = alike[change.was, change.now] if change.was else ids
        lines.append(change.line)
    for (was, now), lines in alike.items():
        yield f"'{safe(was)}' is now '{now}' ({numbered(lines)})"
    if ids:
        yield f"{counted(len(ids), 'question')} got an id ({numbered(ids)})"


def _diff(name: str, was: bytes, now: bytes) -> Iterable[str]:
    """The lines that differ, without their ends."""
    return (f"{line}\n" for line in difflib.unified_diff(_lines(was), _lines(now), name, name, lineterm=""))


def _lines(data: bytes) -> list[str]:
    from quizgame.content.parsing.decoding import lines_of

    return lines_of(data.decode("utf-8-sig", errors="replace"))


def _short(path: Path) -> str:
    from quizgame.content.telling.excerpt import safe
    from quizgame.content.telling.messages import short

    return safe(short(str(path), style().base))
