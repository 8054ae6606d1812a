"""Every screen with something real on it, for pictures and golden texts; knows no pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from quizgame import choices
from quizgame.quiz import view
from quizgame.quiz.bank import Bank
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.events import Answer, Begin, Call, Event, Next, Open, Pause, Stay, TimeUp
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.report import Reason
from quizgame.quiz.rules import Crew
from quizgame.quiz.session import after
from quizgame.quiz.simulate import wrong_answer
from quizgame.quiz.state import Asking, Briefing, Deciding, Over, Reading, Revealed, Session, due, start
from quizgame.quiz.sums import sums_of
from quizgame.quiz.tasks import Kind
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.keymap import USUAL, with_button, with_key
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Action, Input, Page, Press, Scene, Typed
from quizgame.screen.scenes.busted import BustedScene
from quizgame.screen.scenes.controls import ControlsScene
from quizgame.screen.scenes.credits import CreditsScene
from quizgame.screen.scenes.decision import DecisionScene
from quizgame.screen.scenes.intro import IntroScene
from quizgame.screen.scenes.loading import LoadingScene
from quizgame.screen.scenes.message import MessageScene
from quizgame.screen.scenes.name import NameScene
from quizgame.screen.scenes.pause import PauseScene
from quizgame.screen.scenes.problems import ProblemsScene, Trouble
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.scenes.report import ReportScene
from quizgame.screen.scenes.result import AGAIN, CHALLENGE, REVIEW, SHARE, SIGN, TITLE, ResultScene
from quizgame.screen.scenes.reveal import Mark, RevealScene
from quizgame.screen.scenes.round_card import RoundCard
from quizgame.screen.scenes.settings import SettingsScene
from quizgame.screen.scenes.time_up import TimeUpScene
from quizgame.screen.scenes.title import Lobby, TitleScene
from quizgame.screen.theme import Theme
from quizgame.store.names import clean_name
from quizgame.store.settings import Settings
from tests import gallery_beside, gallery_modes
from tests.gallery_packs import packs
from tests.gallery_pictures import pictures
from tests.kind_samples import QUESTIONS, asking_of, other


def play(session: Session, until: Callable[[Session], bool], wrong: Callable[[int], bool]) -> Session:
    """Play on until something is so; `wrong(n)` says whether answer n is wrong."""
    while not until(session):
        session = after(session, _move(session, wrong))
    return session


def _move(session: Session, wrong: Callable[[int], bool]) -> Event:
    match session.phase:
        case Briefing():
            return Begin(session.at)
        case Reading():
            return Open(session.at + 900)
        case Asking():
            card = session.card
            missed = wrong(len(session.results))
            return Answer(session.at + 8_700, wrong_answer(card) if missed else card.right)
        case Revealed():
            return Next(session.at + 2_000)
        case Deciding():
            return Stay(session.at + 1_000)
        case _:
            raise AssertionError(session.phase)


def seldom(number: int) -> bool:
    return number % 6 == 4


def question_scene(session: Session, now: int) -> QuestionScene:
    """The question on the table, with the clock at `now`."""
    return QuestionScene(view.standing(session), lambda _: view.asked(session, now), lambda: None)


def reading(bank: Bank, seed: str) -> Session:
    """A session in which the first question with four options of the third round has just been put."""
    session = start(THE_SCORE, deal(bank, THE_SCORE, Wish(seed)))
    return play(session, _put_four, seldom)


def _put_four(session: Session) -> bool:
    put = session.round == 2 and isinstance(session.phase, Reading)
    return put and session.card.question.kind is Kind.CHOICE and len(session.card.options) == 4


REMAPPED = with_button(with_key(USUAL, "option 2", "q").keymap, "mute", "r3").keymap


def scenes(bank: Bank) -> Iterator[tuple[str, Scene[Any]]]:
    """Every screen by its name."""
    put = reading(bank, "shots")
    asking = after(put, Open(put.at + 1_000))
    yield from _before_play()
    yield from _questions(put, asking)
    yield from _reveals(asking)
    yield from kinds()
    yield from _endings(put, asking)
    yield from _tables()
    yield from packs()
    yield from pictures()
    yield from _pages()
    yield from gallery_modes.scenes(bank)


def _before_play() -> Iterator[tuple[str, Scene[Any]]]:
    told = ("The scores cannot be kept: the disk is full.", "The settings file was broken and is set aside.")
    yield "title", TitleScene(Lobby)
    yield "title-notices", TitleScene(lambda: Lobby(3, told))
    yield "intro", IntroScene(THE_SCORE, "To the jobs")
    yield "loading", LoadingScene(lambda: False)
    yield "loading-bar", LoadingScene(lambda: True, lambda: (3_700, 10_000))


def _questions(put: Session, asking: Session) -> Iterator[tuple[str, Scene[Any]]]:
    yield "round-card", RoundCard(view.standing(put), 300_000, 20)
    for number, round in enumerate(THE_SCORE.rounds, 1):
        if round.place != view.standing(put).place:
            there = replace(
                view.standing(put),
                round=number, title=round.title, line=round.line, place=round.place, slug=round.slug,
            )  # fmt: skip
            yield f"round-card-{round.place}", RoundCard(there, 100_000 * number, 5 + 5 * number)
    yield "question-alone", question_scene(put, put.at)
    yield "question", question_scene(asking, asking.at + 11_300)
    yield "question-last-seconds", question_scene(asking, asking.at + 26_300)
    covered = after(asking, Call(asking.at + 1_000, Crew.CHRIS))
    helped = after(covered, Call(asking.at + 2_000, Crew.MICHAEL))
    yield "question-crew", question_scene(helped, helped.at + 2_300)


def _reveals(asking: Session) -> Iterator[tuple[str, Scene[Any]]]:
    at, right = asking.at + 7_300, asking.card.right
    settled = {
        "reveal-right": after(asking, Answer(at, right)),
        "reveal-wrong": after(asking, Answer(at, wrong_answer(asking.card))),
        "reveal-late": after(asking, TimeUp(due(asking) or 0)),
    }
    for name, session in settled.items():
        yield name, reveal_scene(session)
    hot = asking._replace(seats=tuple(seat._replace(heat=85) for seat in asking.seats))
    busted = after(hot, Answer(at, wrong_answer(hot.card)))
    yield "reveal-busted", reveal_scene(busted, "Drop the bags")
    yield from _flags(settled["reveal-wrong"])


def _flags(session: Session) -> Iterator[tuple[str, Scene[Any]]]:
    ordering = asking_of(QUESTIONS["order"])
    crowded = after(ordering, Answer(ordering.at + 7_300, other(ordering.card)))
    for name, settled in (("reveal-flagged", session), ("reveal-order-flagged", crowded)):
        noted = reveal_scene(settled)
        noted.mark = Mark(True, "Noted. “quizgame reports” prints it.")
        yield name, noted
    shown = view.reveal(session)
    yield "report", ReportScene(shown.text, shown.answer, None)
    yield "report-again", ReportScene(shown.text, shown.answer, Reason.UNCLEAR)


LONG_AGO = 60_000  # ms before the pictures: what was done then has come to rest
DONE: dict[str, list[Input]] = {
    "several": [Press(Action.OPTION_1), Press(Action.OPTION_4), Press(Action.UP)],
    "order": [Press(Action.OPTION_2), Press(Action.OPTION_3), Press(Action.DOWN)],
    "match": [],
    "number": [Typed("1"), Typed("9"), Typed("8"), Typed("7")],
    "typed": [Typed(letter) for letter in "Kevin Gag"],
}
"""What has been done on the pictures, so that there is something to be seen."""


def kinds() -> Iterator[tuple[str, Scene[Any]]]:
    """Every further way to ask, half answered, and how right and wrong answers are shown."""
    for name, question in QUESTIONS.items():
        session = asking_of(question)
        yield f"question-{name}", done(session, DONE[name])
        if name in ("order", "match"):
            yield f"question-{name}-carrying", done(session, [Press(Action.OPTION_2), Press(Action.DOWN)])
        for how, given in (("right", session.card.right), ("wrong", other(session.card))):
            yield f"reveal-{name}-{how}", reveal_scene(after(session, Answer(session.at + 7_300, given)))


def done(session: Session, inputs: list[Input]) -> QuestionScene:
    """The question on the table after some inputs."""
    scene = question_scene(session, session.at + 11_300)
    for input in inputs:
        scene.handle(input, Page(stage_of(1280, 720), Theme(), PlainRuler(), now=-LONG_AGO))
    return scene


def reveal_scene(session: Session, on: str = "Next question") -> RevealScene:
    """The question that was just settled; `on` is what comes next."""
    return RevealScene(view.standing(session), view.reveal(session), on, Mark())


def _endings(put: Session, asking: Session) -> Iterator[tuple[str, Scene[Any]]]:
    deciding = play(asking, lambda s: isinstance(s.phase, Deciding), seldom)
    look = lambda _: view.decision(deciding, deciding.at + 4_000)  # noqa: E731
    yield "decision", DecisionScene(view.standing(deciding), look, lambda: None)
    hot = replace(view.decision(deciding, deciding.at + 4_000), heat=80)
    yield (
        "decision-last",
        DecisionScene(replace(view.standing(deciding), heat=80), lambda _: hot, lambda: None),
    )
    busted = play(put, lambda s: isinstance(s.phase, Over), lambda n: True)
    stood = view.standing(busted)
    yield "busted", BustedScene(sums_of(busted), stood.title, stood.place)
    ways = [SIGN, AGAIN, TITLE]
    yield "result-busted", ResultScene(sums_of(busted), "Place 14 on the table.", ways, place=stood.place)
    clear = play(put, lambda s: isinstance(s.phase, Over), seldom)
    yield (
        "result",
        ResultScene(sums_of(clear), "Place 2 on the table.", [SIGN, REVIEW, SHARE, CHALLENGE, AGAIN, TITLE]),
    )
    best, every = "It was $4,312,700, Zoë Łukasz.", [SIGN, REVIEW, SHARE, CHALLENGE, AGAIN, TITLE]
    yield "result-record", ResultScene(sums_of(clear), "Place 1 on the table.", every, beaten=best)
    yield "time-up", TimeUpScene()


def _tables() -> Iterator[tuple[str, Scene[Any]]]:
    yield "name", NameScene("$6,412,300", "Zoë Łukasz", clean_name)
    yield from gallery_beside.scenes()


def _pages() -> Iterator[tuple[str, Scene[Any]]]:
    yield "settings", SettingsScene(lambda: choices.options(Settings()), lambda id, index: None)
    yield "controls", ControlsScene(lambda: REMAPPED, lambda keymap: None)
    assets = ["A font, SIL OFL 1.1", "A picture, CC BY 4.0"]
    yield "credits", CreditsScene("0.1.0", ["A document", "Another one"], assets)
    yield "problems", ProblemsScene([_trouble(n) for n in range(6)])
    yield "pause", PauseScene()
    text = "The run ends here. It is kept as called off and stands on no table."
    yield (
        "message",
        MessageScene(
            "CALL IT OFF?", text, [("go", "Call it off"), ("stay", "Back to the job")], "stay", "vault"
        ),
    )


def paused(session: Session) -> Session:
    return after(session, Pause(session.at))


def _trouble(number: int) -> Trouble:
    place = f"questions/my-heist-night.yaml:{7 * number + 3}:3"
    line = "anwser: [" + "Los Angeles, " * (number * 6) + "Chicago]"
    what, remedy = "unknown key 'anwser'", "did you mean 'answer'?"
    return Trouble(place, what, remedy, line, 0 if number < 4 else len(line) - 9, warning=number == 5)
