"""Reads a pack that was just made as the game will, and says whether it is what was meant; knows no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgame.content.packs.read import read_pack
from quizgame.content.problems import Problem
from quizgame.content.reader import read
from quizgame.quiz.question import Question


def faults(text: str, file: str, meant: Sequence[Question]) -> list[Problem]:
    """Every way in which a pack reads otherwise than the questions it was made from; none in a good one."""
    node, problems = read(text.encode(), file)
    if node is None:
        return problems
    pack, found = read_pack(node, file, "proof")
    read_back = [_bare(placed.question) for placed in pack.questions]
    wrong = [
        Problem(file, placed.line, placed.column, "proof", "this question reads otherwise than it was meant")
        for placed, one, other in zip(pack.questions, read_back, map(_bare, meant), strict=False)
        if one != other
    ]
    if len(read_back) != len(meant):
        wrong.append(Problem(file, 0, 0, "proof", f"{len(meant)} questions became {len(read_back)}"))
    return [*problems, *found, *wrong]


def _bare(question: Question) -> Question:
    """A question without what depends on the file it is in."""
    own = question.id.rpartition("/")[2]
    return replace(question, id=own, fact=own, pack="", picture=None)
