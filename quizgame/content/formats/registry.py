"""The foreign formats by name: what each is called, implies and can do; knows no question and no file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizgame.content.formats.base import Left, Reading
from quizgame.quiz.question import Question

Read = Callable[[str, str], Reading]
Write = Callable[[Sequence[Question]], tuple[str, list[Left]]]


@dataclass(frozen=True, slots=True)
class Format:
    """A foreign format; `endings` are those its files have, each with its dot.

    `licence` and `source` hold for whatever comes in it, "" where the format alone does not tell.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    licence: str = ""
    source: str = ""


FORMATS = {
    one.name: one
    for one in (
        Format("opentdb", "Open Trivia DB", (".json",), "CC BY-SA 4.0", "Open Trivia Database"),
        Format("opentriviaqa", "OpenTriviaQA", (), "CC BY-SA 4.0", "OpenTriviaQA"),
        Format("aiken", "Aiken", (".aiken",)),
        Format("gift", "Moodle GIFT", (".gift",)),
        Format("csv", "a table (CSV or TSV)", (".csv", ".tsv", ".tab")),
        Format("red", "a Red-DiscordBot trivia list", (".yaml", ".yml")),
    )
}
ALIASES = {"kahoot": "csv", "quizizz": "csv"}
"""What people call a format by: where its files come from."""


def by_name(name: str) -> Format:
    """The format of a name or an alias; raises KeyError."""
    return FORMATS[ALIASES.get(name, name)]


def reader(form: Format) -> Read:
    """What reads a format, imported now: nobody needs all of them."""
    match form.name:
        case "opentdb":
            from quizgame.content.formats import opentdb

            return opentdb.read
        case "opentriviaqa":
            from quizgame.content.formats import opentriviaqa

            return opentriviaqa.read
        case "aiken":
            from quizgame.content.formats import aiken

            return aiken.read
        case "gift":
            from quizgame.content.formats import gift

            return gift.read
        case "csv":
            from quizgame.content.formats import sheets

            return sheets.read
        case _:
            from quizgame.content.formats import red

            return red.read


def writer(form: Format) -> Write:
    """What writes a format; raises KeyError for one that is only read."""
    match form.name:
        case "opentdb":
            from quizgame.content.formats import opentdb

            return opentdb.write
        case "aiken":
            from quizgame.content.formats import aiken

            return aiken.write
        case "gift":
            from quizgame.content.formats import gift

            return gift.write
        case "csv":
            from quizgame.content.formats import sheets

            return sheets.write
        case _:
            raise KeyError(form.name)
