"""The storyboard of a settled question: its reveal, a flag on it, and the way on; knows no pixels."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from quizgame import seating
from quizgame.game import Game
from quizgame.parts import Parts
from quizgame.quiz import view
from quizgame.quiz.events import Next
from quizgame.quiz.report import Reason, report_of
from quizgame.quiz.state import Session
from quizgame.screen.left import Left
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes import report, reveal
from quizgame.screen.scenes.reveal import Mark, RevealScene
from quizgame.store import reports
from quizgame.store.errors import NotSaved

Part = Generator[Scene[Any], Any, None]
Marking = Generator[Scene[Any], Any, Mark]


def show_settled(game: Game, menu: Callable[[], Part], left: Left | None = None) -> Part:
    """The reveal, until the player goes on, or gives up in the menu; it goes on from what was `left`."""
    session, parts = game.sitting.session, game.parts
    flagged = reports.reason(parts.places, _id(session)) is not None
    scene = RevealScene(
        game.standing,
        view.reveal(session),
        game.what_next(),
        Mark(flagged),
        terms=game.terms,
        told=game.beside(),
        left=left,
    )
    while not game.sitting.over:
        match (yield from show(scene)):
            case reveal.NEXT:
                yield from seating.hand_over(game, Next, menu)
                game.sitting.send(Next)
                return
            case reveal.FLAG:
                scene.mark = yield from _flag(parts, session)
            case _:
                yield from menu()


def _id(session: Session) -> str:
    return session.results[-1].card.question.id


def _flag(parts: Parts, session: Session) -> Marking:
    """The choice of a reason; what is chosen is kept at once."""
    kept = reports.reason(parts.places, _id(session))
    shown = view.reveal(session)
    chosen = yield from show(report.ReportScene(shown.text, shown.answer, kept))
    if chosen == report.LEAVE:
        return Mark(kept is not None)
    when = parts.world.today().isoformat(timespec="seconds")
    try:
        if chosen == report.TAKE_OFF:
            reports.withdraw(parts.places, _id(session), when)
            return Mark(False, "The flag is off again.")
        reports.add(parts.places, report_of(session, Reason(chosen), when, parts.world.version))
    except NotSaved as error:
        return Mark(kept is not None, str(error), failed=True)
    return Mark(True, "Noted. “quizgame reports” prints it.")
