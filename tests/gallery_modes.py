"""The screens of the modes beside The Score, for pictures and golden texts; knows no pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from quizgame import afterwards, offers
from quizgame.game import Game
from quizgame.quiz import view
from quizgame.quiz.bank import Bank, MemoryBank, Want
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.events import Answer, Begin, Buzz, Event, Next, TimeUp
from quizgame.quiz.ghost import Ghost, Step
from quizgame.quiz.modes import BUZZERS, OFFERED, STAKEOUT, THE_DAILY_JOB, THIRTY_SECONDS, TURNS, Mode
from quizgame.quiz.run import Ending
from quizgame.quiz.session import after
from quizgame.quiz.simulate import wrong_answer
from quizgame.quiz.state import Asking, Briefing, Buzzing, Over, Reading, Revealed, due, start
from quizgame.quiz.sums import sums_of
from quizgame.screen.scene import KEYBOARD, Button, Scene
from quizgame.screen.scenes.howto import HowToScene
from quizgame.screen.scenes.modes import ModesScene
from quizgame.screen.scenes.name import NameScene
from quizgame.screen.scenes.players import WELCOME, PlayersScene
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.scenes.result import AGAIN, REVIEW, TITLE, ResultScene
from quizgame.screen.scenes.reveal import RevealScene
from quizgame.screen.scenes.round_card import RoundCard
from quizgame.screen.scenes.standings import StandingsScene
from quizgame.screen.scenes.turn import TurnCard
from quizgame.screen.scenes.vacant import VacantScene
from quizgame.screen.terms import Player
from quizgame.sitting import Sitting
from quizgame.store.names import clean_name
from quizgame.store.paths import Places
from tests.pilot import Clock, Given, parts_of

EIGHT = ("Vincent", "Neil", "Zoë Łukasz", "Мария", "A name as long as can be", "Chris", "Eady", "Waingro")
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
NOWHERE = Places(Path("/nowhere/data"), Path("/nowhere/cache"))


def players(count: int) -> list[Player]:
    """So many, two of them with pads."""
    buttons = [Button(KEYBOARD, letter) for letter in "alqozn"]
    buttons[1:1] = [Button("pad 1", "accept"), Button("pad 2", "accept")]
    return [Player(name, button) for name, button in zip(EIGHT[:count], buttons, strict=False)]


class Table:
    """A game of some mode that is moved on by hand."""

    def __init__(self, bank: Bank, mode: Mode, seats: int = 1) -> None:
        self.clock = Clock()
        parts = parts_of(NOWHERE, Given(bank), self.clock)
        dealt = deal(bank, mode, Wish("shots", players=seats))
        self.sitting = Sitting(start(mode, dealt), self.clock)
        told = "The job of 20 Nov 2026. This attempt counts." if mode.dated else ""
        self.game = Game(parts, self.sitting, players(seats) if seats > 1 else (), told=told)

    def send(self, *make: Callable[[int], Event]) -> Table:
        for event in make:
            self.clock.now += 1_700
            if not self.sitting.send(event):
                raise AssertionError(f"{event} may not happen while {self.sitting.session.phase}")
        return self

    def right(self) -> Table:
        return self.send(lambda at: Answer(at, self.sitting.session.card.right))

    def wrong(self) -> Table:
        return self.send(lambda at: Answer(at, wrong_answer(self.sitting.session.card)))

    def to_options(self) -> Table:
        """Past the round card and the reading, if there is any."""
        if isinstance(self.sitting.session.phase, Briefing):
            self.send(Begin)
        if isinstance(self.sitting.session.phase, Reading):
            self.clock.now = self.sitting.due() or 0
            self.sitting.run_out()
        return self

    def question(self, ms: int = 400) -> QuestionScene:
        """The question as it stands so much later."""
        now = self.clock.now + ms
        asked = self.sitting.asked(now)
        manner = self.game.manner()
        return QuestionScene(self.game.standing, lambda _: asked, lambda: None, manner)

    def reveal(self) -> RevealScene:
        shown = view.reveal(self.sitting.session)
        return RevealScene(
            self.game.standing,
            shown,
            self.game.what_next(),
            terms=self.game.terms,
            told=self.game.beside(),
        )

    def card(self) -> RoundCard:
        rules = self.sitting.session.rules
        return RoundCard(
            self.game.standing, rules.answer_money(1, 1), 0, self.game.terms, self.game.told_of_round()
        )

    def play_out(self) -> Table:
        """To the end; every third answer is wrong."""
        while not self.sitting.over:
            self._step()
        return self

    def _step(self) -> None:
        session = self.sitting.session
        match session.phase:
            case Briefing() | Reading():
                self.to_options()
            case Buzzing():
                ready = [n for n in range(len(session.seats)) if n not in session.hand.out]
                self.send(partial(Buzz, seat=ready[len(session.results) % len(ready)]))
            case Asking():
                _ = self.wrong() if len(session.results) % 3 == 2 else self.right()
            case Revealed():
                self.send(Next)
            case _:
                raise AssertionError(session.phase)


def scenes(bank: Bank) -> Iterator[tuple[str, Scene[Any]]]:
    """Every screen by its name."""
    yield from _choice(bank)
    yield from _one_clock(bank)
    yield from _alone(bank)
    yield from _seating()
    yield from _turns(bank)
    yield from _buzzers(bank)


def _choice(bank: Bank) -> Iterator[tuple[str, Scene[Any]]]:
    parts = parts_of(NOWHERE, Given(bank), Clock())
    offered = [offers.offer(parts, mode, NOON) for mode in OFFERED]
    for mode in OFFERED:
        yield f"modes-{mode.id}", ModesScene(lambda: offered, mode.id)
        yield f"howto-{mode.id}", HowToScene(mode)
    few = MemoryBank(bank.question(entry.id) for entry in bank.entries(Want("cast"))[:7])
    short = [offers.offer(parts_of(NOWHERE, Given(few), Clock()), mode, NOON) for mode in OFFERED]
    yield "modes-short", ModesScene(lambda: short)


def _one_clock(bank: Bank) -> Iterator[tuple[str, Scene[Any]]]:
    table = Table(bank, THIRTY_SECONDS)
    yield "flat-card", table.card()
    yield "flat-first", table.to_options().question()
    yield "flat-right", table.right().right().question()
    yield "flat-wrong", table.wrong().question()
    table.game.ghost = Ghost("Zoë Łukasz", (Step("", True, "", 300_000),) * 5, Ending.TIME, 1_400_000)
    yield "flat-rival", table.right().question()
    table.sitting.run_out()
    choices = [REVIEW, AGAIN, TITLE]
    yield (
        "flat-result",
        ResultScene(sums_of(table.sitting.session), "Place 3 on the table.", choices, "", table.game.terms),
    )


def _alone(bank: Bank) -> Iterator[tuple[str, Scene[Any]]]:
    daily = Table(bank, THE_DAILY_JOB)
    yield "daily-card", daily.card()
    yield "daily", daily.to_options().question()
    yield "daily-reveal", daily.right().reveal()
    stakeout = Table(bank, STAKEOUT)
    yield "stakeout-card", stakeout.card()
    yield "stakeout", stakeout.to_options().question()
    yield "stakeout-reveal", stakeout.wrong().reveal()
    over = Table(bank, STAKEOUT).play_out()
    choices = [REVIEW, AGAIN, TITLE]
    note = "No table for practice."
    yield "stakeout-result", ResultScene(sums_of(over.sitting.session), note, choices, "", over.game.terms)


def _seating() -> Iterator[tuple[str, Scene[Any]]]:
    yield "players-empty", PlayersScene(TURNS.title.upper(), WELCOME, ())
    shared = [Player("Neil"), *players(3)[1:]]
    yield "players-shared", PlayersScene(TURNS.title.upper(), WELCOME, shared)
    yield "players-three", PlayersScene(BUZZERS.title.upper(), WELCOME, players(3))
    yield "players-eight", PlayersScene(BUZZERS.title.upper(), WELCOME, players(8))
    yield "players-name", NameScene("", "Player 3", clean_name, "SEAT 3")
    spare = Button(KEYBOARD, "z")
    yield "vacant", VacantScene(players(4), 1, frozenset, spare)


def _turns(bank: Bank) -> Iterator[tuple[str, Scene[Any]]]:
    table = Table(bank, TURNS, 3)
    yield "turns-card", table.card()
    yield "turn", TurnCard(table.game.standing, table.game.terms, 0)
    yield "turns", table.to_options().question()
    yield "turns-reveal", table.right().reveal()
    eight = Table(bank, TURNS, 8)
    yield "turns-eight", eight.to_options().question()
    yield "turn-eight", TurnCard(eight.game.standing, eight.game.terms, 4)
    end = Table(bank, TURNS, 3).play_out().sitting.session
    yield "standings", StandingsScene(afterwards.standings(end, EIGHT[:3]), "All runs are kept.", WAYS)


WAYS = [(AGAIN, "Play again"), (REVIEW, "Review"), (TITLE, "Title screen")]


def _buzzers(bank: Bank) -> Iterator[tuple[str, Scene[Any]]]:
    table = Table(bank, BUZZERS, 8).send(Begin)
    yield "buzzers-reading", table.question()
    yield "buzzers-open", table.to_options().question()
    yield "buzzers-buzzed", table.send(lambda at: Buzz(at, 4)).question()
    yield "buzzers-steal", table.wrong().question()
    table.send(lambda at: Buzz(at, 1)).right()
    yield "buzzers-reveal", table.reveal()
    nobody = Table(bank, BUZZERS, 3).to_options()
    session = nobody.sitting.session
    nobody.sitting.session = after(session, TimeUp(due(session) or 0))
    yield "buzzers-nobody", nobody.reveal()
    end = Table(bank, BUZZERS, 8).play_out().sitting.session
    assert isinstance(end.phase, Over)
    yield "standings-eight", StandingsScene(afterwards.standings(end, EIGHT), "All runs are kept.", WAYS)
