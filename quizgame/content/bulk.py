"""Many problems as a person reads them: a few of each kind in full, then lines; knows no content."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quizgame.content.excerpt import safe
from quizgame.content.messages import Lines, Style, one, short
from quizgame.content.problems import Problem, Severity

IN_FULL = 3
"""So many problems of one kind are shown with their lines."""
FEW = 20
"""So many problems are all shown with their lines."""

_PARTICULAR = re.compile(r"'[^']*'|\"[^\"]*\"|\S+:\d+|(?<![\w.])-?\d[\d,.]*\b")
_WIDTH = 100


def reason(problem: Problem) -> str:
    """What is wrong, without what is different in each case: names, numbers and places."""
    return _PARTICULAR.sub("…", problem.what)


def by_reason(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Problems by their reason, the commonest first; where all say the same, in these words."""
    kinds: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        kinds[reason(problem)].append(problem)
    ranked = sorted(kinds.items(), key=lambda kind: -len(kind[1]))
    return {
        (kind if len({one.what for one in found}) > 1 else found[0].what): found for kind, found in ranked
    }


def complete(problems: Iterable[Problem], lines: Lines) -> str:
    """Every problem in full, for a file."""
    return "".join(f"{one(problem, lines)}\n\n" for problem in problems)


def render(problems: Sequence[Problem], lines: Lines, style: Style) -> str:
    """All problems; of many alike the first are in full, and of other errors every line is named."""
    if len(problems) <= FEW:
        return "\n\n".join(one(problem, lines, style) for problem in problems)
    errors = by_reason(problem for problem in problems if problem.severity is Severity.ERROR)
    notes = by_reason(problem for problem in problems if problem.severity is Severity.WARNING)
    parts = [part for kind, found in errors.items() for part in _kind(kind, found, lines, style)]
    for kind, found in notes.items():
        parts += [one(problem, lines, style) for problem in found[:1]]
        parts += [f"  and {len(found) - 1:,} more warnings: {safe(kind)}"] if len(found) > 1 else []
    return "\n\n".join(parts)


def _kind(kind: str, found: Sequence[Problem], lines: Lines, style: Style) -> Iterator[str]:
    yield from (one(problem, lines, style) for problem in found[:IN_FULL])
    rest = found[IN_FULL:]
    if rest:
        head = f"  and {len(rest):,} more: {safe(kind)}"
        yield "\n".join([head, *_places(rest, style)])


def _places(problems: Iterable[Problem], style: Style) -> Iterator[str]:
    """`file: lines 3, 5, 8`, a paragraph for each file."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for problem in problems:
        places[problem.file].append(str(problem.line))
    for file, numbers in places.items():
        what = f"{safe(short(file, style.base))}: line{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"
        yield textwrap.fill(what, _WIDTH, initial_indent="    ", subsequent_indent="      ")
