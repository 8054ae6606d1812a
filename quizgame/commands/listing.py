"""`quizgame list`: prints the questions that can be played; decides nothing about them."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from quizgame.commands.words import CODES, DONE, MISUSED, Commands, as_json, sorry

if TYPE_CHECKING:
    from quizgame.quiz.question import Question


def add(commands: Commands) -> None:
    """The words of the command."""
    listing = commands.add_parser(
        "list",
        help="list the questions",
        description="List all questions that can be played: topic, level, question and answer.",
        epilog=CODES,
    )
    listing.add_argument("--topic", metavar="T", help="only this topic, for instance cast")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    listing.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Print the questions that can be played."""
    from quizgame import resources
    from quizgame.commands import content

    try:
        bank = content.bank()
    except resources.Incomplete as error:
        return sorry(error)
    topic = options.topic
    if topic is not None and topic not in bank.topics():
        return sorry(f"there is no topic {topic!r}; there are {', '.join(bank.topics()) or 'none'}", MISUSED)
    for question in content.questions(bank, topic):
        print(as_json(_fields(question)) if options.json else _line(question))
    return DONE


def _fields(question: Question) -> dict[str, object]:
    """What is listed of a question; `task` says the rest where there is more to it than options."""
    from quizgame.quiz.tasks import Kind

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
