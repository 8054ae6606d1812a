"""Small files of other programs, and how the tests of import and its refusals use them."""

from __future__ import annotations

import re
from pathlib import Path

from quizgame import cli
from quizgame.content import library
from quizgame.quiz.question import Question

TRIVIA = """\
#Q Who wrote and directed Heat?
^ Michael Mann
A Michael Mann
B William Friedkin

#Q Which city is it set in?
^
A Los Angeles
B Chicago

#Q Heat is long.
^ True
A True
B False
"""
GIFT = "::nate:: Who plays Nate? {=Jon Voight ~Al Pacino}\n\nTell the ending. {}\n"
AIKEN = "Who plays Eady?\nA. Amy Brenneman\nB. Ashley Judd\nANSWER: A\n"
OPENTDB = {
    "response_code": 0,
    "results": [
        {
            "type": "multiple",
            "difficulty": "hard",
            "category": "History",
            "question": "Who was &quot;Sun King&quot;?",
            "correct_answer": "Louis XIV",
            "incorrect_answers": ["Henry IV", "Francis I"],
        }
    ],
}


def written(name: str, text: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def questions(*names: str) -> tuple[Question, ...]:
    loaded = library.load_files([Path(name) for name in names])
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []
    return loaded.questions()


def run(words: str) -> int:
    return cli.run(["import", *words.split()])


def many(number: int) -> str:
    """An OpenTriviaQA file of so many questions, five lines each."""
    return "".join(f"#Q What is number {at}?\n^ a{at}\nA a{at}\nB b\n\n" for at in range(number))


def without_answers(number: int) -> str:
    return re.sub(r"(?m)^\^.*$", "^", many(number))
