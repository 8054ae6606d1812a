"""A question with its words worked out once, for all rules of question writing; judges nothing."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.content.placed import Placed
from quizgame.content.wording import words
from quizgame.quiz.question import Choice, Match, Order, Question, Several

Bare = tuple[str, ...]
"""What is compared of a text: its words, or its signs where it has none."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A question, the options that stand side by side on the screen, and the words of it all.

    `every` are the words of the text and of the options, `text` those of the text alone; `bare` has what
    is compared of each option, and of the answer and the wrong ones where nothing stands side by side.
    """

    placed: Placed
    options: tuple[str, ...]
    text: frozenset[str]
    every: frozenset[str]
    bare: dict[str, Bare]

    @property
    def question(self) -> Question:
        return self.placed.question


def worded(placed: Placed) -> Worded:
    """The words of a question."""
    question = placed.question
    options = _options(question)
    told = dict.fromkeys((*options, question.answer, *question.wrong))
    bare = {text: words(text) or tuple(text.casefold().split()) for text in told}
    text = frozenset(words(question.text))
    return Worded(placed, options, text, text.union(*map(bare.__getitem__, options)), bare)


def _options(question: Question) -> tuple[str, ...]:
    """What stands side by side on the screen; nothing where nothing is to be chosen or moved."""
    match question.task:
        case Choice(answer, wrong):
            return (answer, *wrong)
        case Several(answers, wrong):
            return (*answers, *wrong)
        case Order(items):
            return items
        case Match(pairs):
            return tuple(right for _, right in pairs)
        case _:
            return ()
