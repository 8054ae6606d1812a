"""Whether a question suits those drawn before it: it tells no answer and is worded otherwise; no chance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Number, Several, Typed

MOST_OF_A_TEMPLATE = 2
SHORTEST = 4  # letters of a name that tells something; numbers tell at any length
TABLE_DEPTH = 4  # parts of a fact's id when it is a row of a table: bank/topic/table/row


class Company:
    """The questions drawn so far, as far as others must suit them."""

    def __init__(self) -> None:
        self._texts = ""
        self._answers: list[str] = []
        self._families: Counter[str] = Counter()

    def add(self, question: Question) -> None:
        """A question was drawn."""
        self._texts += f"|{_plain(question.text)}"
        self._answers += _telling(question)
        self._families[_family(question)] += 1

    def suits(self, question: Question) -> bool:
        """Whether a question may be asked in the same run."""
        family = _family(question)
        if family and self._families[family] >= MOST_OF_A_TEMPLATE:
            return False
        return not (
            _stands_in(self._answers, _plain(question.text)) or _stands_in(_telling(question), self._texts)
        )


def tells(question: Question, other: Question) -> bool:
    """Whether the words of a question give away the answer of another: by a name or a number in full."""
    return _stands_in(_telling(other), _plain(question.text))


def _family(question: Question) -> str:
    """The template of a table's row; "" where the wording belongs to one fact alone."""
    above, _, _ = question.fact.rpartition("/")
    row = question.template and above.count("/") >= TABLE_DEPTH - 2
    return f"{above}:{question.template}" if row else ""


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """The words of a text between single blanks, so that whole words can be looked for."""
    return " ".join(("", *re.findall(r"[^\W_]+", text.casefold()), ""))


def _telling(question: Question) -> list[str]:
    """The answers that would be told by standing in another question."""
    plain = (_plain(answer) for answer in _answers(question))
    return [answer for answer in plain if len(answer) >= SHORTEST + 2 or answer.strip().isdigit()]


def _answers(question: Question) -> Iterable[str]:
    task = question.task
    match task:
        case Choice() | Number():
            return (task.answer,)
        case Typed(accept):
            return accept
        case Several(answers):
            return answers
        case _:
            return ()  # true or false tells nothing; what is to be ordered or matched stands on the table


def _stands_in(answers: Iterable[str], text: str) -> bool:
    return any(answer in text for answer in answers)
