"""What a player objects to in a question, and the question as it was shown; knows no file and no clock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizgame.quiz.card import Given
from quizgame.quiz.question import Question
from quizgame.quiz.state import Session
from quizgame.quiz.tasks import Kind
from quizgame.quiz.view import reveal


class Reason(StrEnum):
    """What is wrong with a question; the values stand in files."""

    WRONG = "wrong"
    ANOTHER = "another"
    UNCLEAR = "unclear"
    GIVEAWAY = "giveaway"
    TYPO = "typo"


WORDS = {
    Reason.WRONG: "The answer is wrong",
    Reason.ANOTHER: "Another answer is right too",
    Reason.UNCLEAR: "The question is unclear",
    Reason.GIVEAWAY: "It gives something away",
    Reason.TYPO: "A typing mistake",
}


@dataclass(frozen=True, slots=True)
class Report:
    """A question as somebody saw it, and their reason to object.

    `reported` is the player's local date and time with offset (ISO 8601), `question` its id. `options`
    stand as they were shown; `right` and `given` (None: the time ran out) are as in the log, `answer` and
    `answered` the same in words, `picture` is its name or "". Raises ValueError where an answer names an
    option that is not there.
    """

    reported: str
    reason: Reason
    question: str
    pack: str
    kind: Kind
    text: str
    options: tuple[str, ...]
    labels: tuple[str, ...]
    span: tuple[int, int] | None
    right: Given
    given: Given | None
    answer: str
    answered: str
    explain: str
    source: str
    mode: str
    game: str
    bank: str
    picture: str = ""

    def __post_init__(self) -> None:
        shown = range(len(self.options))
        if self.options and any(place not in shown for place in (*places(self.right), *places(self.given))):
            raise ValueError("an answer that was not among the options")


def places(given: Given | None) -> tuple[int, ...]:
    """The options that an answer names, by their places."""
    if given is None or isinstance(given, str):
        return ()
    return given if isinstance(given, tuple) else (given,)


def report_of(session: Session, reason: Reason, reported: str, game: str) -> Report:
    """The report on the question that was just settled; raises ValueError while it is still open."""
    shown, question = reveal(session), session.results[-1].card.question
    return Report(
        reported=reported,
        reason=reason,
        question=question.id,
        pack=question.pack,
        kind=shown.kind,
        text=shown.text,
        options=shown.options,
        labels=shown.labels,
        span=shown.span,
        right=shown.right,
        given=shown.given,
        answer=shown.answer,
        answered=shown.answered,
        explain=shown.explain,
        source=shown.source,
        mode=session.mode.id,
        game=game,
        bank=session.deal.bank,
        picture=_picture(question),
    )


def changes(report: Report, now: Question) -> tuple[str, ...]:
    """What has become of the question since it was shown, in words; nothing where it is as it was."""
    compared = {
        "wording": report.text == now.text,
        "kind": report.kind is now.kind,
        "answer": report.answer == now.answer,
        "options": now.wrong == () or set(_wrong(report)) <= set(now.wrong),
        "explanation": report.explain == now.explain,
        "source": report.source == now.source,
        "picture": report.picture == _picture(now),
    }
    return tuple(what for what, same in compared.items() if not same)


def _picture(question: Question) -> str:
    return question.picture.name if question.picture else ""


def _wrong(report: Report) -> list[str]:
    """The wrong options that were shown, where options were chosen from."""
    right = places(report.right)
    return [option for place, option in enumerate(report.options) if place not in right]
