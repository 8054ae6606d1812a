"""`quizgame facts`: holds every fact of the Heat bank against the documents; changes neither."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.words import DONE, FAILED, MISUSED, Commands, sorry, style
from quizgame.quiz.amounts import counted

if TYPE_CHECKING:
    from quizgame.content.facts.factfile import FactFile, Source
    from quizgame.content.nodes import Node
    from quizgame.content.problems import Problem


def add(commands: Commands) -> None:
    """The words of the command."""
    facts = commands.add_parser(
        "facts",
        help="check every fact against the documents",
        description="Check the evidence of every fact of the Heat bank against the documents themselves.",
        epilog="Exit code: 0 every fact holds, 1 one does not, 2 there is no such folder.",
    )
    facts.add_argument("--documents", metavar="DIR", required=True, help="the folder with the five documents")
    facts.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Print every fact with its sources, and every place where the documents do not bear it out."""
    from quizgame import resources
    from quizgame.content.facts import evidence
    from quizgame.content.telling import bulk, messages

    folder = Path(options.documents)
    if not folder.is_dir():
        return sorry(f"{options.documents} is not a folder; name the one with the five documents", MISUSED)
    try:
        files, sources, problems = _fact_files(resources.questions() / "heat")
    except (resources.Incomplete, OSError) as error:
        return sorry(error)
    more, checked = evidence.check(files, sources, folder)
    problems += more
    for one in checked:
        print(f"{one.fact}  [{', '.join(one.sources)}; {one.evidence} terms]\n    {one.says}")
    print(bulk.summed(problems, messages.read_lines, style()))
    print(f"{counted(len(checked), 'fact')} checked against {counted(len(sources), 'document')}")
    return FAILED if problems or not checked else DONE


def _fact_files(heat: Path) -> tuple[list[FactFile], tuple[Source, ...], list[Problem]]:
    """The shipped facts and their sources, with what is wrong in them."""
    from quizgame.content.facts.read import read_facts, read_sources

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
    from quizgame.content.reader import read

    node, found = read(path.read_bytes(), str(path))
    problems += found
    return node
