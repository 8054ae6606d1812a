"""Questions, banks and hand-laid deals for the tests of the rules; knows no test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.card import Card, card_of
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.events import Begin, Next, Open, Stay
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.question import (
    LEVELS,
    Choice,
    Kind,
    Match,
    Number,
    Order,
    Question,
    Several,
    Task,
    TrueFalse,
    Typed,
)
from quizgame.quiz.rules import Assist
from quizgame.quiz.session import after
from quizgame.quiz.state import Asking, Briefing, Deciding, Phase, Reading, Revealed, Session, start

TOPICS = ("cast", "heat2", "quotes", "trivia")
FURTHER = (Kind.SEVERAL, Kind.ORDER, Kind.MATCH, Kind.NUMBER, Kind.TYPED)
TEXT = "A question of forty characters, exactly."  # two seconds of reading
ON: dict[type[Phase], type[Begin | Open | Next | Stay]] = {
    Briefing: Begin, Reading: Open, Revealed: Next, Deciding: Stay,
}  # fmt: skip


def choice(id: str, topic: str = "trivia", level: int = 1, fact: str = "", wrong: int = 3) -> Question:
    """A choice whose texts all name it."""
    task = Choice(f"{id} right", tuple(f"{id} wrong {number}" for number in range(1, wrong + 1)))
    return Question(id, f"{id}?", task, topic, level, f"{id} explained", f"{id} source", fact)


def statement(id: str, topic: str = "trivia", level: int = 1, fact: str = "") -> Question:
    """A true/false question; true."""
    return Question(id, f"{id}.", TrueFalse(True), topic, level, f"{id} explained", f"{id} source", fact)


def tasks(id: str) -> dict[Kind, Task]:
    """A task of each further kind whose texts all name it, but for the number."""
    return {
        Kind.SEVERAL: Several(
            tuple(f"{id} right {n}" for n in (1, 2, 3)), tuple(f"{id} wrong {n}" for n in (1, 2, 3))
        ),
        Kind.ORDER: Order(tuple(f"{id} comes {when}" for when in ("first", "then", "next", "last"))),
        Kind.MATCH: Match(tuple((f"{id} actor {n}", f"{id} part {n}") for n in "ABCD")),
        Kind.NUMBER: Number(1995, 1960, 2020),
        Kind.TYPED: Typed((f"{id} name", f"{id} whole name"), (f"{id} other",)),
    }


def of_kind(kind: Kind, id: str, topic: str = "trivia", level: int = 1) -> Question:
    """A question of a kind about a fact of its own."""
    if kind is Kind.CHOICE:
        return choice(id, topic, level)
    if kind is Kind.TRUE_FALSE:
        return statement(id, topic, level)
    return Question(id, f"{id}?", tasks(id)[kind], topic, level, f"{id} explained", f"{id} source")


def questions(facts: int = 8, ways: int = 2) -> list[Question]:
    """In every topic and level `facts` facts, each asked as a choice in as many ways.

    Three statements and two of each further kind come on top.
    """
    found = []
    for topic in TOPICS:
        for level in LEVELS:
            about = f"{topic}/{level}"
            for fact in range(facts):
                name = f"{about}/{fact}"
                found += [choice(f"{name}/{way}", topic, level, name) for way in range(ways)]
            found += [statement(f"{about}/said/{number}", topic, level) for number in range(3)]
            for kind in FURTHER:
                found += [of_kind(kind, f"{about}/{kind}/{number}", topic, level) for number in range(2)]
    return found


def full_bank() -> MemoryBank:
    """A bank from which The Score can be dealt without giving way anywhere."""
    return MemoryBank(questions())


def dealt(seed: str, assist: Assist | None = None, bank: MemoryBank | None = None) -> Session:
    """The Score, dealt from the full bank."""
    return start(THE_SCORE, deal(bank or full_bank(), THE_SCORE, Wish(seed)), assist)


def start_of(found: Deal, assist: Assist | None = None) -> Session:
    """The beginning of The Score with a deal."""
    return start(THE_SCORE, found, assist)


def card(id: str, level: int = 1, right: int = 0, covered: tuple[int, ...] = (2, 3)) -> Card:
    """A choice as dealt, its options in the order in which they are written."""
    options = tuple(f"{id} {letter}" for letter in "ABCD")
    wrong = tuple(option for place, option in enumerate(options) if place != right)
    question = Question(id, TEXT, Choice(options[right], wrong), "trivia", level, f"{id} why", f"{id} where")
    return Card(question, options, right, covered)


def asking(kind: Kind, assist: Assist | None = None, spare: bool = True) -> Session:
    """The Score in which just one question of a kind is asked, and can be answered; the spare is a choice."""
    session = table([[card_of(of_kind(kind, f"the {kind}"), "1995")]], assist)
    return to_options(session if spare else without_spares(session))


def said(id: str, right: int = 0) -> Card:
    """A true/false question as dealt."""
    question = Question(id, TEXT, TrueFalse(right == 0), explain=f"{id} why", source=f"{id} where")
    return Card(question, ("True", "False"), right, ())


def job(*sizes: int, assist: Assist | None = None) -> Session:
    """The Score with rounds of so many questions, all of level 1, the right option always the first."""
    rounds = [[card(f"{round}.{place}") for place in range(size)] for round, size in enumerate(sizes, 1)]
    return table(rounds, assist)


def table(rounds: Sequence[Sequence[Card]], assist: Assist | None = None) -> Session:
    """The Score with just these cards; each has a spare of its own."""
    spares = tuple(tuple(card(f"{spared.question.id} spare") for spared in round) for round in rounds)
    return start(THE_SCORE, Deal("seed", "bank", tuple(map(tuple, rounds)), spares), assist)


def without_spares(session: Session) -> Session:
    """The same game where Nate has nothing else."""
    spares = tuple(tuple(None for _ in round) for round in session.deal.rounds)
    return session._replace(deal=replace(session.deal, spares=spares))


def reach(session: Session, *phases: type[Phase]) -> Session:
    """Go on without losing a moment, staying after each round, until one of the phases is reached."""
    while not isinstance(session.phase, phases):
        session = after(session, ON[type(session.phase)](session.at))
    return session


def to_options(session: Session) -> Session:
    """Go on until the next question's options are open."""
    return reach(session, Asking)
