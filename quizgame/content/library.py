"""Reads content files into questions and checks them against each other; knows no cache and no screen."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgame import ordinary
from quizgame.content.checks import lint
from quizgame.content.checks.across import check_across
from quizgame.content.facts import read as facts
from quizgame.content.facts.factfile import FactFile, Source
from quizgame.content.folders import Unit, find, reason, single
from quizgame.content.generating import generate
from quizgame.content.nodes import Node
from quizgame.content.packs.read import Pack, prefix_of, read_pack
from quizgame.content.parsing.collector import paused
from quizgame.content.parsing.decoding import MAX_BYTES
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.content.reader import read
from quizgame.quiz.question import Question

Report = Callable[[int, int], None]
"""Told after every pack how many have been read, and how many there are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one unit gave: the pack, its problems, and the SHA-256 of every file by its path.

    `beside` are the absolute paths of the pictures that its questions name, found or not: when one
    of them changes, the unit reads otherwise.
    """

    pack: Pack
    problems: tuple[Problem, ...]
    hashes: tuple[tuple[str, str], ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """All packs of some folders with the questions that can be played, and every problem."""

    packs: tuple[Pack, ...]
    problems: tuple[Problem, ...]

    def questions(self) -> tuple[Question, ...]:
        """The questions of all packs, in the order of the files."""
        return tuple(placed.question for pack in self.packs for placed in pack.questions)


def load(folders: Sequence[Path], report: Report | None = None) -> Library:
    """Everything in the folders; nothing raises, whatever is in them."""
    return _library(*find(folders), report)


def load_files(paths: Sequence[Path], report: Report | None = None) -> Library:
    """Single files, each as a pack of its own."""
    found = [single(path) for path in paths]
    problems = [problem for _, some in found for problem in some]
    return _library([unit for unit, _ in found if unit is not None], problems, report)


def _library(units: Sequence[Unit], problems: Iterable[Problem], report: Report | None) -> Library:
    readings: list[Reading] = []
    with paused():
        for unit in units:
            readings.append(read_unit(unit))
            if report:
                report(len(readings), len(units))
        return _joined(readings, problems)


def _joined(readings: Sequence[Reading], problems: Iterable[Problem]) -> Library:
    every = [problem for reading in readings for problem in reading.problems]
    left_out, more = check_across([placed for reading in readings for placed in reading.pack.questions])
    packs: list[Pack] = []
    start = 0
    for reading in readings:
        every_one = enumerate(reading.pack.questions, start)
        kept = tuple(placed for position, placed in every_one if position not in left_out)
        packs.append(replace(reading.pack, questions=kept))
        start += len(reading.pack.questions)
    return Library(tuple(packs), (*problems, *every, *more))


def read_unit(unit: Unit) -> Reading:
    """Read, generate and lint one unit."""
    problems: list[Problem] = []
    hashes: list[tuple[str, str]] = []
    with paused():
        nodes = list(_nodes(unit, problems, hashes))
        pack = _facts(unit, nodes, problems) if unit.is_facts else _pack(unit, nodes, problems)
        problems += lint.check(pack.questions)
    return Reading(pack, tuple(sorted(problems, key=_place)), tuple(hashes), pack.beside)


def _nodes(unit: Unit, problems: list[Problem], hashes: list[tuple[str, str]]) -> Iterator[tuple[str, Node]]:
    """The files of a unit that can be read, each with its path."""
    for stamp in unit.files:
        file, data = str(stamp.path), _bytes(stamp.path, problems)
        if data is None:
            continue
        hashes.append((file, hashlib.sha256(data).hexdigest()))
        node, found = read(data, file)
        problems += found
        if node is not None:
            yield file, node


def _bytes(path: Path, problems: list[Problem]) -> bytes | None:
    """A file's beginning: one byte more than the reader takes is enough for it to refuse."""
    try:
        return ordinary.read(path, MAX_BYTES + 1)
    except OSError as error:
        what = f"this file cannot be read: {reason(error)}"
        problems.append(Problem(str(path), 0, 0, "unreadable", what, "see who may read it"))
        return None


def _pack(unit: Unit, nodes: list[tuple[str, Node]], problems: list[Problem]) -> Pack:
    if not nodes:
        return Pack(unit.path.stem, str(unit.path))
    file, node = nodes[0]
    pack, found = read_pack(node, file, prefix_of(unit.name), unit.path.stem)
    problems += found
    return pack


def _facts(unit: Unit, nodes: list[tuple[str, Node]], problems: list[Problem]) -> Pack:
    sources: tuple[Source, ...] = ()
    files: list[FactFile] = []
    for file, node in nodes:
        if Path(file).parent == unit.path:
            sources, found = facts.read_sources(node, file)
        else:
            fact_file, found = facts.read_facts(node, file)
            files.append(fact_file)
        problems += found
    prefix = prefix_of(unit.name)
    questions, found = generate.questions(prefix, files, sources)
    problems += found
    title = questions[0].pack if questions else unit.path.name
    return Pack(title, str(unit.path), questions=tuple(_placed(prefix, files, questions, str(unit.path))))


def _placed(
    prefix: str, files: Sequence[FactFile], questions: Iterable[Question], folder: str
) -> Iterable[Placed]:
    """Generated questions at the place of what they were made from: a fact, or a template for several."""
    places = {
        f"{prefix}/{file.topic}/{path}": (file.file, id.line, id.column)
        for file in files
        for path, id in file.named()
    }
    for question in questions:
        file, line, column = places.get(question.id.rpartition("/")[0], (folder, 0, 0))
        yield Placed(question, file, line, column, (question.answer, *question.wrong), by_hand=False)


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column
