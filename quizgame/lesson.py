"""The storyboard of the first run: the game in three sentences and a question to try; keeps no score."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from quizgame.parts import Parts
from quizgame.quiz import view
from quizgame.quiz.deal import Deal, EmptyBank, Wish, deal
from quizgame.quiz.events import Answer, Begin, Open
from quizgame.quiz.modes import THE_SCORE, Mode, Round
from quizgame.quiz.state import Revealed, start
from quizgame.quiz.tasks import Kind
from quizgame.screen.manners.tried import SKIP, Tried
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes import intro
from quizgame.screen.scenes.howto import HowToScene
from quizgame.screen.scenes.intro import IntroScene
from quizgame.screen.scenes.message import MessageScene
from quizgame.screen.scenes.question import Gave, QuestionScene, RanOut, ReadNow
from quizgame.screen.scenes.reveal import RevealScene
from quizgame.screen.terms import terms_of
from quizgame.sitting import Sitting
from quizgame.waiting import wait_for

Part = Generator[Scene[Any], Any, None]
Answered = Generator[Scene[Any], Any, bool]

LESSON = Mode(
    id="lesson",
    title="An example",
    line="One question, and nothing is kept.",
    rounds=(Round("An example", "", None, (1,), (Kind.CHOICE,)),),
    rules=replace(THE_SCORE.rules, crew=()),
    ranked=False,
)
PAID = "In a run this would be in your take."
HEATED = "In a run this heat stays, until {streak} right in a row take {cools} away."


def introduce(parts: Parts, on: str, first: str = intro.TRY) -> Part:
    """Explain the game to whoever sees it for the first time, and never again by itself."""
    if not parts.settings.introduced:
        yield from explain(parts, on, first, once=True)
        parts.change(introduced=True)


def explain(parts: Parts, on: str, first: str = intro.TRY, once: bool = False) -> Part:
    """The game in three sentences, a question to try, and all the rules for who wants them.

    `on` is the word on the button that leads on; `once` a question has been answered, so does that.
    """
    chosen = first
    while True:
        match (yield from show(IntroScene(THE_SCORE, on, chosen))):
            case intro.TRY:
                answered = yield from _try(parts, on if once else "Got it")
                if answered and once:
                    return
                chosen = intro.ON
            case intro.RULES:
                yield from show(HowToScene(THE_SCORE))
                chosen = intro.RULES
            case _:
                return


def _try(parts: Parts, on: str) -> Answered:
    """A question as it is asked in a run, and whether it was answered; any wish for a pause ends it."""
    if not (yield from wait_for(parts.content.ready)):
        return False
    dealt = _dealt(parts)
    if dealt is None:
        why = parts.content.failure or "There is no question here that could be tried."
        yield from show(MessageScene("NO QUESTION", why, [("back", "Back")]))
        return False
    sitting = Sitting(start(LESSON, dealt, parts.assist()), parts.world.clock)
    sitting.send(Begin)
    return (yield from _play(sitting, on))


def _dealt(parts: Parts) -> Deal | None:
    """Another question at every try; it gives nothing of the story away."""
    if parts.content.bank is None:
        return None
    try:
        return deal(parts.content.bank, LESSON, Wish(parts.world.seed(), spoilers=False))
    except EmptyBank:
        return None


def _play(sitting: Sitting, on: str) -> Answered:
    terms = terms_of(sitting.session.rules)
    scene = QuestionScene(view.standing(sitting.session), sitting.asked, sitting.due, Tried(terms))
    while not isinstance(sitting.session.phase, Revealed):
        match (yield from show(scene)):
            case ReadNow():
                sitting.send(Open)
            case Gave(given):
                sitting.send(lambda at: Answer(at, given))
            case RanOut():
                sitting.run_out()
            case _:
                return False
    settled, rules = view.reveal(sitting.session), sitting.session.rules
    told = PAID if settled.correct else HEATED.format(streak=rules.streak, cools=rules.streak_cools)
    standing, left = view.standing(sitting.session), scene.left
    revealed = RevealScene(standing, settled, on, terms=terms, told=told, left=left)
    revealed.ways = (SKIP,)
    yield from show(revealed)
    return True
