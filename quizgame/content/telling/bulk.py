"""Many problems as a person reads them: a few of each kind in full, then lines; knows no content."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from quizgame.content.problems import Problem, Severity
from quizgame.content.telling.excerpt import safe
from quizgame.content.telling.messages import Lines, Style, one, short, summary

FEW = 20
"""So many problems are all shown in full."""
FEW_ALIKE = 5
"""So many problems of one kind are shown in full too, where there are more than a few in all."""
IN_FULL = 3
"""So many errors of one kind are shown in full where it has more than that; of warnings, one."""
MOST_LINES = 30
"""So many lines are named of further warnings of one kind."""

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


def summed(problems: Sequence[Problem], lines: Lines, style: Style) -> str:
    """As `render`, and how many there are in a last line."""
    parts = [render(problems, lines, style)] if problems else []
    return "\n\n".join([*parts, summary(problems)])


def render(problems: Sequence[Problem], lines: Lines, style: Style) -> str:
    """All problems, of all files together; of many alike the first are in full, and the lines of the others.

    Where there are more than a few, errors come first. Every line with an error is named.
    """
    lines = cache(lines)
    if len(problems) <= FEW:
        return "\n\n".join(one(problem, lines, style) for problem in problems)
    parts: list[str] = []
    for severity, in_full, most in ((Severity.ERROR, IN_FULL, None), (Severity.WARNING, 1, MOST_LINES)):
        kinds = by_reason(problem for problem in problems if problem.severity is severity)
        for kind, found in kinds.items():
            shown = len(found) if len(found) <= FEW_ALIKE else in_full
            parts += [one(problem, lines, style) for problem in found[:shown]]
            parts += [_others(kind, found[shown:], most, style)] if found[shown:] else []
    return "\n\n".join(parts)


def _others(kind: str, problems: Sequence[Problem], most: int | None, style: Style) -> str:
    """What is not shown of one kind: how many, and on which lines; of all or of the first `most`."""
    more = "more" if problems[0].severity is Severity.ERROR else "more warnings"
    parts = [f"  and {len(problems):,} {more}: {safe(kind)}", *_places(problems[:most], style)]
    left = problems[len(problems) if most is None else most :]
    if left:
        files = len({problem.file for problem in left})
        parts.append(f"    and {len(left):,} more{f' in {files:,} files' if files > 1 else ''}")
    return "\n".join(parts)


def _places(problems: Iterable[Problem], style: Style) -> Iterator[str]:
    """`file: lines 3, 5, 8`, a paragraph for each file."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for problem in problems:
        places[problem.file] += [str(problem.line)] if problem.line else []
    for file, numbers in places.items():
        what = safe(short(file, style.base))
        what += f": line{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}" if numbers else ""
        yield textwrap.fill(what, _WIDTH, initial_indent="    ", subsequent_indent="      ")
