"""Foreign questions gathered for packs, each checked as a pack's are; knows no format and no file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgame.content.authoring.packfile import entry_of, node_of
from quizgame.content.checks.across import check_across
from quizgame.content.formats.base import Found
from quizgame.content.packs.pictures import Beside
from quizgame.content.packs.questions import DEFAULT_TOPIC, MAX_NAME, MAX_SOURCE, read_question
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.question import ImpossibleQuestion, Question, folded

DOUBLED = "doubled"
"""The code of the note that a question was there already."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What an import says of all its questions; "" and 0 leave it to the file, and then to `otherwise`."""

    topic: str = ""
    level: int = 0
    source: str = ""


@dataclass(slots=True)
class Gathered:
    """The questions of all files, with all that happened on the way; `found` counts those in the files."""

    placed: list[Placed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    found: int = 0
    changed: int = 0
    doubled: int = 0


def gather(
    into: Gathered, reading: Iterable[Found | Problem], file: str, wanted: Extras, otherwise: Extras
) -> Iterator[int]:
    """Add the questions of one file; yields the line of each thing that was read, for whoever waits."""
    beside = Beside(Path())
    changed: set[int] = set()
    refused = 0
    for item in reading:
        if isinstance(item, Problem):
            into.problems.append(item)
            refused += item.severity is Severity.ERROR
            changed |= {item.line} if item.severity is Severity.WARNING else set()
        else:
            placed = _placed(item, file, (wanted, otherwise), beside, into.problems)
            into.placed += [placed] if placed is not None else []
            into.found += 1
        yield item.line
    into.found += refused
    into.changed += len(changed)


def _placed(
    found: Found, file: str, extras: tuple[Extras, Extras], beside: Beside, problems: list[Problem]
) -> Placed | None:
    """A found question as a pack would have it, or None where no pack may have it: the reason is added."""
    wanted, otherwise = extras
    try:
        question = Question(
            id=found.id or "derived",
            text=found.text,
            task=found.task,
            topic=wanted.topic or topic_of(found.topic) or otherwise.topic or DEFAULT_TOPIC,
            level=wanted.level or found.level or otherwise.level or 1,
            explain=found.explain,
            source=(wanted.source or found.source or otherwise.source)[:MAX_SOURCE],
        )
    except ImpossibleQuestion as impossible:
        problems.append(Problem(file, found.line, 1, "not-read", str(impossible)))
        return None
    return read_question(node_of(entry_of(question, found.id), found.line), file, "", "", beside, problems)


def topic_of(words: str) -> str:
    """A topic as packs have it: small letters, one blank between words, not too long."""
    return folded(words)[:MAX_NAME].rstrip()


def settle(into: Gathered) -> None:
    """Leave out what was there before, and what contradicts it; give the others ids of their own."""
    used: Counter[str] = Counter()
    into.placed = [_with_own_id(placed, used) for placed in into.placed]
    left_out, problems = check_across(into.placed)
    into.placed = [placed for at, placed in enumerate(into.placed) if at not in left_out]
    for problem in problems:
        is_doubled = problem.code == "same-question"
        into.doubled += is_doubled
        into.problems.append(_as_note(problem) if is_doubled else replace(problem, help=""))
    into.problems.sort(key=lambda problem: (problem.file, problem.line, problem.column))


def _with_own_id(placed: Placed, used: Counter[str]) -> Placed:
    question, own = placed.question, placed.question.id
    while used[own]:
        own = f"{question.id[: MAX_NAME - 7].rstrip('-_.')}-{used[question.id] + 1}"
        used[question.id] += 1
    used[own] += 1
    return placed if own == question.id else replace(placed, question=replace(question, id=own, fact=own))


def _as_note(problem: Problem) -> Problem:
    return replace(problem, code=DOUBLED, severity=Severity.WARNING, help="")
