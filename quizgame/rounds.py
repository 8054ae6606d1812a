"""The storyboard of a run's rounds, screen after screen until it is over; knows no pixels and no rules."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from quizgame import pages, seating
from quizgame.game import Game
from quizgame.quiz.events import Answer, Begin, Buzz, Call, Open, Pass, Pause, Resume, Stay, Walk
from quizgame.quiz.state import Asking, Briefing, Buzzing, Deciding, Over, Paused, Reading, Revealed
from quizgame.screen.cues import verdict
from quizgame.screen.left import Left
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes import decision, pause, round_card
from quizgame.screen.scenes.howto import HowToScene
from quizgame.screen.scenes.message import MessageScene
from quizgame.screen.scenes.question import (
    Buzzed,
    Called,
    Gave,
    Move,
    QuestionScene,
    RanOut,
    ReadNow,
    Stopped,
)
from quizgame.settled import show_settled

Part = Generator[Scene[Any], Any, None]
Answering = Generator[Scene[Any], Any, bool]


def play_rounds(game: Game) -> Part:
    """Screen after screen until the session is over."""
    question: QuestionScene | None = None
    left: Left | None = None
    sitting = game.sitting
    while not sitting.over:
        seat = game.vacant()
        if seat is not None:
            question = None
            yield from seating.fill(game, seat, lambda: show_menu(game))
            continue
        match sitting.session.phase:
            case Briefing():
                yield from _brief(game)
            case Reading() | Asking() | Buzzing():
                scene = question or _question(game)
                question = yield from _ask(game, scene)
                left = scene.left
            case Paused():
                left = None
                yield from _pause(game)
            case Revealed():
                question = None
                yield from show_settled(game, lambda: show_menu(game), left)
            case Deciding():
                yield from _decide(game)
            case Over():
                return


def _brief(game: Game) -> Part:
    rules, number = game.sitting.session.rules, game.sitting.session.number
    card = round_card.RoundCard(
        game.standing,
        rules.answer_money(1, number),
        rules.heat_for_wrong(number, doubled=False),
        game.terms,
        game.told_of_round(),
    )
    if (yield from show(card)) != round_card.BEGIN:
        yield from show_menu(game)
        return
    yield from seating.hand_over(game, Begin, lambda: show_menu(game))
    game.begin()


def _question(game: Game) -> QuestionScene:
    """The scene for the question on the table, with a sound for what led to it."""
    scene = QuestionScene(game.standing, game.sitting.asked, game.sitting.due, game.manner())
    sound = _sound(game)
    if sound:
        scene.cue(sound)
    return scene


def _sound(game: Game) -> str:
    """How the last one went where no reveal told it; that somebody buzzed, or that others may now."""
    session, last = game.sitting.session, game.sitting.asked(0).last
    if last:
        return verdict(last.correct, late=False, streak=session.streak)
    if session.rules.buzzers and isinstance(session.phase, Asking):
        return "buzz"
    return "wrong" if session.hand.out else ""


def _ask(game: Game, scene: QuestionScene) -> Generator[Scene[Any], Any, QuestionScene | None]:
    """Gives back the scene where the same question goes on in it."""
    sitting = game.sitting
    game.mark_seen()
    move: Move = yield from show(scene)
    match move:
        case ReadNow():
            sitting.send(Open)
        case Gave(given):
            sitting.send(lambda at: Answer(at, given))
        case Called(crew):
            sitting.send(lambda at: Call(at, crew))
        case Buzzed(seat):
            sitting.send(lambda at: Buzz(at, seat))
        case RanOut():
            sitting.run_out()
        case Stopped():
            sitting.send(Pause)
    changes = bool(game.players) or sitting.session.rules.one_clock  # who plays, or the question
    return scene if isinstance(move, ReadNow | Called | Stopped) or not changes else None


def _pause(game: Game) -> Part:
    passed = yield from _menu(game, game.can_pass())
    if not game.sitting.over:
        game.sitting.send(Resume)
        if passed:
            game.sitting.send(Pass)


def show_menu(game: Game) -> Part:
    """The pause menu, until the player goes on or gives up."""
    yield from _menu(game, can_pass=False)


def _menu(game: Game, can_pass: bool) -> Answering:
    """Gives back whether the players let go of a question that nobody knows."""
    choice = pause.RESUME
    while True:
        scene = pause.PauseScene(choice, can_pass=can_pass, place=game.standing.place, timed=game.timed)
        choice = yield from show(scene)
        match choice:
            case pause.SETTINGS:
                yield from pages.show_settings(game.parts)
            case pause.HOWTO:
                yield from show(HowToScene(game.mode))
            case pause.GIVE_UP:
                if (yield from _really(game)):
                    game.sitting.abandon()
                    return False
            case _:
                return choice == pause.PASS


def _really(game: Game) -> Answering:
    buttons = [("go", "Call it off"), ("stay", "Back to the job")]
    title, told = "CALL IT OFF?", game.parting()
    if not game.terms.money:
        title = "CALL IT A NIGHT?"
        missed = any(not result.right for result in game.sitting.session.results)
        told += " You can look at it once more now." if missed else ""
    scene = MessageScene(title, told, buttons, safe="stay", place=game.standing.place)
    return (yield from show(scene)) == "go"


def _decide(game: Game) -> Part:
    sitting = game.sitting
    choice = yield from show(decision.DecisionScene(game.standing, sitting.decision, sitting.due))
    match choice:
        case decision.WALK:
            sitting.send(Walk)
        case decision.STAY:
            sitting.send(Stay)
        case decision.PAUSE:
            sitting.send(Pause)
        case _:
            sitting.run_out()
