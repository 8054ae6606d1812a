"""Packs written by hand: nodes to questions and problems; knows no YAML and no other pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from quizgame.content.characters import is_damaged
from quizgame.content.fields import Fields, shown
from quizgame.content.nodes import List, Map, Node, Text
from quizgame.content.packs.pictures import Beside
from quizgame.content.packs.questions import read_question
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem, Severity

MAX_QUESTIONS = 5_000
MAX_TITLE = 80
HEADER_KEYS = ("pack", "author", "licence", "questions")
_NOT_A_PACK = (
    "write 'pack: ' and a title, then 'questions:' and below it lines that begin with '- question: '"
)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack and those of its questions that can be played.

    `beside` are the absolute paths of the pictures that its questions name, found or not.
    """

    title: str
    file: str
    author: str = ""
    licence: str = ""
    questions: tuple[Placed, ...] = ()
    beside: tuple[str, ...] = ()


def read_pack(node: Node, file: str, prefix: str, name: str = "") -> tuple[Pack, list[Problem]]:
    """The pack of a file, with every problem in it; a question with an error is left out.

    `prefix` begins the ids of its questions, `name` is the title where the pack gives none. Pictures are
    looked for in the file's folder.
    """
    problems: list[Problem] = []
    if not isinstance(node, Map):
        at = (file, node.line, node.column)
        if not (isinstance(node, Text) and is_damaged(node.value)):
            problems.append(Problem(*at, "not-a-pack", "this is not a pack of questions", _NOT_A_PACK))
        return Pack(name or prefix, file), problems
    fields = Fields(node, file, problems, HEADER_KEYS)
    title = _title(fields, node, file, problems) or name or prefix
    author, licence = fields.text("author", limit=MAX_TITLE), fields.text("licence", limit=MAX_TITLE)
    beside = Beside(Path(file).parent)
    questions = _questions(fields, file, prefix, title, beside, problems)
    pack = Pack(title, file, _value(author), _value(licence), questions, tuple(beside.named))
    return pack, problems


def prefix_of(path: str) -> str:
    """How the ids of a pack's questions begin: its path in its folder, in plain letters, without ending."""
    stem = re.sub(r"\.ya?ml$", "", path, flags=re.IGNORECASE)
    parts = [re.sub(r"[\W_]+", "-", part.casefold()).strip("-") for part in stem.split("/")]
    return "/".join(part or "pack" for part in parts)


def _title(fields: Fields, node: Map, file: str, problems: list[Problem]) -> str:
    title = fields.text("pack", limit=MAX_TITLE)
    if "pack" not in fields and fields.ok:
        what, remedy = "this pack has no title", "begin the file with 'pack: ' and a title"
        problems.append(Problem(file, node.line, node.column, "no-title", what, remedy, Severity.WARNING))
    return _value(title)


def _questions(
    fields: Fields, file: str, prefix: str, title: str, beside: Beside, problems: list[Problem]
) -> tuple[Placed, ...]:
    found: list[Placed] = []
    entries = fields.maps("questions", required=True)
    _check_number(fields, entries)
    places: dict[str, Placed] = {}
    for entry in entries[:MAX_QUESTIONS]:
        placed = read_question(entry, file, prefix, title, beside, problems)
        if placed is None:
            continue
        if placed.question.id in places:
            problems.append(_twice(placed, places[placed.question.id], entry.get("id") is not None))
            continue
        places[placed.question.id] = placed
        found.append(placed)
    return tuple(found)


def _check_number(fields: Fields, entries: tuple[Map, ...]) -> None:
    node = fields.node.get("questions")
    if isinstance(node, List) and not node.items:
        fields.problem(node, "empty", "this pack has no questions", "add a line '- question: ...'")
    if len(entries) > MAX_QUESTIONS:
        what = f"the pack has {len(entries)} questions; the first {MAX_QUESTIONS} are read"
        fields.problem(entries[MAX_QUESTIONS], "too-many", what, "split it into several files")


def _twice(later: Placed, first: Placed, has_own_id: bool) -> Problem:
    if has_own_id:
        own = later.question.id.rsplit("/", 1)[-1]
        what, remedy = f"the id {shown(own)}", "give every question its own id"
    else:
        # The id was made from its words: whoever reads this has never seen it.
        what, remedy = "this question", "take one of the two out"
    what = f"{what} stands here twice; the first is on line {first.line}"
    return Problem(later.file, later.line, later.column, "same-id", what, remedy)


def _value(text: Text | None) -> str:
    return text.value if text is not None else ""
