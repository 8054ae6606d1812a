"""The screens beside and after the game with something real on them; knows no pixels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from quizgame.quiz.run import Ending
from quizgame.screen.charts import Bar, Day
from quizgame.screen.result_card import ResultCard
from quizgame.screen.scene import Action, Press, Scene
from quizgame.screen.scenes.code import CodeScene
from quizgame.screen.scenes.review import Item, ReviewScene
from quizgame.screen.scenes.scores import ScoresScene, Table
from quizgame.screen.scenes.share import ChallengeScene, ShareScene
from quizgame.screen.scenes.statistics import Figures, StatisticsScene
from quizgame.screen.score_lines import Line
from quizgame.screen.steppers import Axis

NAMES = [
    "Zoë Łukasz",
    "Neil",
    "Vincent H.",
    "Björn Åström",
    "Eady",
    "Мария",
    "José Núñez",
    "chris_s",
    "Waingro",
    "Ana",
]
TODAY = date(2026, 11, 20)
BEST = "Your best so far. It was $4,200,000, 3 Nov 2026."
CODE = "4RZ1G-9KX2M-7QWE0-3DB8T-V5NHC-6J"
AXES = (
    Axis("mode", ("The Score", "Thirty Seconds Flat", "The Daily Job")),
    Axis("assist", ("full game", "clock x2, less heat, challenge")),
    Axis("bank", ("this bank", "all banks")),
    Axis("period", ("ever", "this month", "this week", "today")),
)


def scenes() -> Iterator[tuple[str, Scene[Any]]]:
    """Every such screen by its name."""
    yield from _tables()
    card, text = _card()
    yield "share", ShareScene(card, text, str, str)
    yield "challenge", ChallengeScene(CODE, "", str, str)
    why = "This run was dealt in a way that no code can hold. The file does it all the same."
    yield "challenge-no-code", ChallengeScene("", why, str, str)
    yield "code", _code("")
    yield "code-refused", _code("4RZ1G-9KX2N")
    yield "review", ReviewScene(list(_items()))
    yield "review-missed", ReviewScene(list(_items()), missed_only=True)
    yield "statistics", StatisticsScene(figures())
    yield "statistics-first", StatisticsScene(Figures("Zoë", (Bar("Cast", 1, 2),), today=TODAY))
    yield "statistics-empty", StatisticsScene(Figures("No runs yet", today=TODAY))


def _tables() -> Iterator[tuple[str, Scene[Any]]]:
    lines = tuple(_lines())
    near = tuple(_line(place, place == 214) for place in range(212, 217))
    yield (
        "scores",
        ScoresScene(AXES, lambda _: Table(lines, told=BEST)),
    )
    told = "You did not beat your best: $4,312,700, 3 Nov 2026. Three better runs of yours stand here."
    yield "scores-below", ScoresScene(AXES, lambda _: Table(lines[:16], near, told))
    yield "scores-few", ScoresScene(AXES, lambda _: Table((_line(1, False), _line(2, True))))
    yield "scores-empty", ScoresScene(AXES, lambda _: Table((), told="Scores cannot be kept here."))


def _lines() -> Iterator[Line]:
    return (_line(place, place == 17) for place in range(1, 31))


def _line(place: int, mine: bool) -> Line:
    endings = (Ending.CLEAR, Ending.WALKED, Ending.BUSTED, Ending.TIME)
    return Line(
        place=place,
        name=NAMES[place % 10],
        take=max(0, 12_451_300 - 391_700 * min(place, 31)),
        right=max(3, 24 - place // 2),
        asked=25,
        ending=endings[place % 4],
        date="20 Nov 2026",
        mine=mine,
        checked=place % 5 != 3,
    )


def _card() -> tuple[ResultCard, str]:
    marks = tuple(tuple((row * 5 + place) % 6 != 4 for place in range(5)) for row in range(4))
    card = ResultCard(
        title="The Score",
        figure="$4,312,700",
        line="21 of 25 right  ·  walked after round 4",
        name="Zoë Łukasz",
        date="20 Nov 2026",
        marks=marks,
        code=CODE,
    )
    rows = " ".join(f"{n} " + "".join("■" if m else "□" for m in row) for n, row in enumerate(marks, 1))
    text = f"The Score: $4,312,700, 21 of 25, walked after round 4\n{rows}\nSame questions: {CODE}"
    return card, f"{text}\nThirty Seconds Flat"


def _code(text: str) -> CodeScene:
    scene = CodeScene(lambda _: "This code has a typing mistake in it, or a part is missing.", lambda: text)
    if text:
        from quizgame.screen.canvas import PlainRuler
        from quizgame.screen.layout import stage_of
        from quizgame.screen.scene import Page
        from quizgame.screen.theme import Theme

        page = Page(stage_of(1280, 720), Theme(), PlainRuler())
        scene.handle(Press(Action.PASTE), page)
        scene.handle(Press(Action.ACCEPT), page)
    return scene


def _items() -> Iterator[Item]:
    for number in range(1, 13):
        right = number % 4 != 3
        yield Item(
            number=number,
            question=f"Which of these was the {number}th thing that the crew left behind?",
            given="A box of matches" if right else "" if number % 8 == 3 else "A coffee cup",
            answer="A box of matches",
            right=right,
            explain="It lay beside the door, and nobody missed it until the morning of the next day.",
            source="The book of everything" if number % 3 else "",
        )


def figures() -> Figures:
    """A player who has been around."""
    played = frozenset(TODAY - timedelta(days=n) for n in range(150) if n % 7 not in (2, 5) and n % 11 != 3)
    takes = tuple(
        Day(f"{1 + n} Nov 2026", 900_000 + 173_000 * ((n * 7) % 13) + 40_000 * n) for n in range(24)
    )
    bars = (
        Bar("Cast", 131, 160),
        Bar("Heat 2", 44, 120),
        Bar("Quotes", 98, 140),
        Bar("Trivia", 77, 130),
        Bar("", 0, 0),
        Bar("Seen it once", 190, 220),
        Bar("Know it by heart", 112, 200),
        Bar("Behind the camera", 48, 130),
    )
    missed = tuple(
        (f"{9 - n} of {11 - n}", f"Which question number {n} is it that is always missed, whoever asks it?")
        for n in range(8)
    )
    days = "3 days in a row  ·  longest 12  ·  107 in all"
    told = "Zoë Łukasz  ·  24 runs  ·  350 of 550 right, 64 %  ·  9.4 s an answer"
    return Figures(told, bars, takes, "The Score", missed, days, played, TODAY)
