"""The commands that need no window: they read, print and give back an exit code; know no screen."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from quizgame import resources
from quizgame.content import library, messages
from quizgame.content.catalogue import Catalogue, open_catalogue
from quizgame.content.factfile import FactFile, Source
from quizgame.content.nodes import Node
from quizgame.content.problems import Problem, Severity
from quizgame.content.reader import read
from quizgame.quiz.bank import Bank, MemoryBank, Want
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Kind
from quizgame.store.paths import find_places

DONE, FAILED, MISUSED = 0, 1, 2
NEVER = 101  # more heat than there is


def check(files: Sequence[str], strict: bool) -> int:
    """Print every problem of the files, or of all that the game reads."""
    try:
        found = _named(files) if files else library.load(_folders())
    except resources.Incomplete as error:
        return _sorry(str(error))
    print(messages.render(found.problems, messages.read_lines, _style()))
    questions, packs = _counted(len(found.questions()), "question"), _counted(len(found.packs), "pack")
    print(f"{questions} in {packs} can be played")
    worst = {problem.severity for problem in found.problems}
    return FAILED if Severity.ERROR in worst or (strict and worst) else DONE


def list_questions(topic: str | None, as_json: bool) -> int:
    """Print the questions that can be played."""
    try:
        bank = _bank()
    except resources.Incomplete as error:
        return _sorry(str(error))
    if topic is not None and topic not in bank.topics():
        return _sorry(f"there is no topic {topic!r}; there are {', '.join(bank.topics()) or 'none'}", MISUSED)
    for question in _questions(bank, topic):
        print(_json(_fields(question)) if as_json else _line(question))
    return DONE


def facts(documents: str) -> int:
    """Print every fact with its sources, and every place where the documents do not bear it out."""
    from quizgame.content import evidence

    folder = Path(documents)
    if not folder.is_dir():
        return _sorry(f"{documents} is not a folder; name the one with the five documents", MISUSED)
    try:
        files, sources, problems = _fact_files(resources.questions() / "heat")
    except (resources.Incomplete, OSError) as error:
        return _sorry(str(error))
    more, checked = evidence.check(files, sources, folder)
    problems += more
    for one in checked:
        print(f"{one.fact}  [{', '.join(one.sources)}; {one.evidence} terms]\n    {one.says}")
    print(messages.render(problems, messages.read_lines, _style()))
    print(f"{_counted(len(checked), 'fact')} checked against {_counted(len(sources), 'document')}")
    return FAILED if problems or not checked else DONE


def scores(as_json: bool) -> int:
    """Print the table of The Score, or every run."""
    from quizgame.store.scores import Scores

    kept = Scores.open(find_places())
    for notice in kept.notices:
        print(f"quizgame: {notice}", file=sys.stderr)
    if as_json:
        for saved in kept.runs():
            print(_json({"id": saved.run_id, **asdict(saved.run)}))
        return DONE
    rows = kept.table(THE_SCORE.id, "")
    if not rows:
        print(f"Nobody is on the table of {THE_SCORE.title} yet.")
    for row in rows:
        print(
            f"{row.place:3}  {row.player:24}  ${row.take:>12,}  {row.correct:2} of {row.asked:2}  "
            f"{row.ended:9}  {row.finished[:10]}"
        )
    return DONE


def simulate(runs: int, skill: float, walk_at: int | None, seed: str, as_json: bool) -> int:
    """Let a bot play The Score and print what came of it."""
    from quizgame.quiz.deal import EmptyBank
    from quizgame.quiz.simulate import Bot
    from quizgame.quiz.simulate import simulate as play_many

    bot = Bot(skill, NEVER if walk_at is None else walk_at)
    began = time.perf_counter()
    try:
        found = play_many(library_bank(), THE_SCORE, bot, runs, seed)
    except (EmptyBank, resources.Incomplete) as error:
        return _sorry(str(error))
    rate = runs / (time.perf_counter() - began)
    result = {
        "mode": THE_SCORE.id, "runs": found.runs, "skill": skill, "walk_at": walk_at, "seed": seed,
        "mean_take": round(found.mean_take), "busted": found.busted, "walked": found.walked,
        "clear": found.clear, "busted_share": found.busted / runs, "runs_per_second": round(rate),
    }  # fmt: skip
    if as_json:
        print(_json(result))
        return DONE
    print(f"{THE_SCORE.title}: {runs} runs, skill {skill}, {_walks(walk_at)}, seed {seed}")
    print(f"mean take  ${found.mean_take:,.0f}")
    for name in ("busted", "walked", "clear"):
        print(f"{name:9}  {result[name]:6}  {100 * getattr(found, name) / runs:5.1f} %")
    print(f"{rate:,.0f} runs a second")
    return DONE


def library_bank() -> Bank:
    """The shipped questions, all in memory: a simulation asks for them many thousand times."""
    return MemoryBank(_questions(_bank(), None))


def _walks(walk_at: int | None) -> str:
    return "never walks" if walk_at is None else f"walks at heat {walk_at}"


def _named(names: Sequence[str]) -> library.Library:
    """What lies in the folders and files that were named."""
    paths = [Path(name) for name in names]
    inside = library.load([path for path in paths if path.is_dir()])
    single = library.load_files([path for path in paths if not path.is_dir()])
    return library.Library((*inside.packs, *single.packs), (*inside.problems, *single.problems))


def _style() -> messages.Style:
    """Colours for a terminal whose owner has not forbidden them; file names as seen from here."""
    return messages.Style(colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"), base=_here())


def _here() -> Path | None:
    try:
        return Path.cwd()
    except OSError:  # the folder we were started in has been deleted
        return None


def _json(value: object) -> str:
    """One line; where the output cannot carry every letter, those beyond ASCII are escaped and not lost."""
    return json.dumps(value, ensure_ascii=not sys.stdout.encoding.lower().startswith("utf"))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _folders() -> list[Path]:
    return [resources.questions(), find_places().questions]


def _bank() -> Catalogue:
    return open_catalogue(find_places().cache / "catalogue.sqlite3", _folders())


def _questions(bank: Catalogue, topic: str | None) -> Iterator[Question]:
    return (bank.question(entry.id) for entry in bank.entries(Want(topic)))


def _fields(question: Question) -> dict[str, object]:
    """What is listed of a question; `task` says the rest where there is more to it than options."""
    plain = question.kind in (Kind.CHOICE, Kind.TRUE_FALSE)
    more = {} if plain else {"task": asdict(question.task)}
    return {
        "id": question.id,
        "kind": question.kind,
        "question": question.text,
        "answer": question.answer,
        "wrong": question.wrong,
        "topic": question.topic,
        "level": question.level,
        "explain": question.explain,
        "source": question.source,
        "fact": question.fact,
        "spoiler": question.spoiler,
    } | more


def _line(question: Question) -> str:
    return f"{question.topic:8} {question.level}  {question.text}  [{question.answer}]"


def _fact_files(heat: Path) -> tuple[list[FactFile], tuple[Source, ...], list[Problem]]:
    """The shipped facts and their sources, with what is wrong in them."""
    from quizgame.content.facts import read_facts, read_sources

    problems: list[Problem] = []
    sources: tuple[Source, ...] = ()
    if node := _node(heat / "sources.yaml", problems):
        sources, found = read_sources(node, str(heat / "sources.yaml"))
        problems += found
    files = []
    for path in sorted((heat / "facts").glob("*.yaml")):
        if node := _node(path, problems):
            fact_file, found = read_facts(node, str(path))
            files.append(fact_file)
            problems += found
    return files, sources, problems


def _node(path: Path, problems: list[Problem]) -> Node | None:
    node, found = read(path.read_bytes(), str(path))
    problems += found
    return node


def _sorry(what: str, code: int = FAILED) -> int:
    print(f"quizgame: {what}", file=sys.stderr)
    return code
