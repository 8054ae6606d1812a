"""A question of each further kind about the real film, and sessions in which it is put; knows no screen."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from quizgame.quiz.card import Card, Given, card_of
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.events import Answer, Begin, Next, Open, Stay
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.question import Question
from quizgame.quiz.session import after
from quizgame.quiz.state import Asking, Briefing, Deciding, Reading, Revealed, Session, start
from quizgame.quiz.tasks import Match, Number, Order, Several, Task, Typed
from tests.screen.small_bank import small_bank

SOURCE = "A source of the gallery"

QUESTIONS = {
    "several": Question(
        "sample/cast",
        "Who of these is in the cast of Heat?",
        Several(
            ("Ashley Judd", "Amy Brenneman", "Natalie Portman"),
            ("Rene Russo", "Annabella Sciorra", "Madeleine Stowe"),
        ),
        "cast",
        2,
        "A wife, a girlfriend and a stepdaughter at the edge of other people's work.",
        SOURCE,
    ),
    "order": Question(
        "sample/films",
        "Put these films of Michael Mann in the order of their release, the earliest first.",
        Order(("Thief", "Manhunter", "The Last of the Mohicans", "Heat", "Collateral")),
        "trivia",
        2,
        "Thief came in 1981, Manhunter in 1986, the Mohicans in 1992, Heat in 1995 and Collateral in 2004.",
        SOURCE,
    ),
    "match": Question(
        "sample/crew",
        "Match the actors to the parts that they play.",
        Match(
            (
                ("Al Pacino", "Vincent Hanna"),
                ("Robert De Niro", "Neil McCauley"),
                ("Val Kilmer", "Chris Shiherlis"),
                ("Tom Sizemore", "Michael Cheritto"),
            )
        ),
        "cast",
        1,
        "One policeman, and three men whom he would rather meet at work.",
        SOURCE,
    ),
    "number": Question(
        "sample/takedown",
        "In which year was L.A. Takedown broadcast, the television film that became Heat?",
        Number(1989, 1980, 2000),
        "trivia",
        3,
        "Six years later he made it again, with money, with time and with other faces.",
        SOURCE,
    ),
    "typed": Question(
        "sample/waingro",
        "Type the name of the actor who plays Waingro.",
        Typed(("Kevin Gage", "Gage"), ("Jon Voight", "Ted Levine", "Dennis Haysbert")),
        "cast",
        3,
        "He is taken on for one job, and costs the crew everything.",
        SOURCE,
    ),
}

LONG: dict[str, Task] = {
    "several": Several(
        tuple(f"The {n} of the right and rather long answers to this question" for n in ("first", "second")),
        tuple(f"The {n} of the wrong answers, which is not a bit shorter than those" for n in "ABCD"),
    ),
    "order": Order(
        tuple(
            f"{n} in this row of events, told at a length that is still allowed"
            for n in ("The first", "The second", "The third", "The fourth", "The fifth", "The last")
        )
    ),
    "match": Match(
        tuple((f"Somebody with the long name of {n}", f"The part of the man called {n}") for n in "ABCDEF")
    ),
    "number": Number(43_217, -100, 99_900),
    "typed": Typed(("A title that goes on and on, much longer than any title of a film should ever be",)),
}
"""The most that a question of each kind may ask of a screen."""


def question(name: str, task: Task | None = None) -> Question:
    """The sample of a kind, or the same question with another task."""
    return replace(QUESTIONS[name], task=task) if task else QUESTIONS[name]


def reading_of(asked: Question) -> Session:
    """A session in which the first question of the third round has just been put: this one."""
    return with_card(_put(), card_of(asked, "kinds"))


@cache
def _put() -> Session:
    """A session in which some question or other has just been put."""
    session = start(THE_SCORE, deal(small_bank(), THE_SCORE, Wish("kinds")))
    while not (session.round == 2 and isinstance(session.phase, Reading)):
        session = _played_on(session)
    return session


def asking_of(asked: Question) -> Session:
    """The same, a second later: it can be answered."""
    session = reading_of(asked)
    return after(session, Open(session.at + 1_000))


def with_card(session: Session, card: Card) -> Session:
    """The session with another question on the table."""
    rounds = [list(cards) for cards in session.deal.rounds]
    rounds[session.round][session.nth] = card
    return session._replace(deal=replace(session.deal, rounds=tuple(tuple(cards) for cards in rounds)))


def _played_on(session: Session) -> Session:
    match session.phase:
        case Briefing():
            return after(session, Begin(session.at))
        case Reading():
            return after(session, Open(session.at))
        case Asking():
            missed = len(session.results) % 6 == 4
            return after(
                session, Answer(session.at + 8_700, other(session.card) if missed else session.card.right)
            )
        case Revealed():
            return after(session, Next(session.at))
        case Deciding():
            return after(session, Stay(session.at))
        case _:
            raise AssertionError(session.phase)


def other(card: Card) -> Given:
    """An answer that is not right, but where it can be not far off."""
    match card.right:
        case int() as right if card.options:
            return (right + 1) % len(card.options)
        case int() as right:
            return right + 2
        case tuple() as right if card.labels:
            return (right[1], right[0], *right[2:])
        case tuple() as right:
            spare = next(place for place in range(len(card.options)) if place not in right)
            return tuple(sorted((*right[1:], spare)))
        case _:
            return "Jon Voight"
