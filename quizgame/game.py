"""A run on the screen: its sitting, who plays it, and a rival if there is one; shows nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from quizgame import rivals
from quizgame.parts import Parts
from quizgame.quiz import view
from quizgame.quiz.events import Begin
from quizgame.quiz.ghost import Ghost
from quizgame.quiz.modes import Mode
from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.state import NOBODY, Buzzing, Paused, Result
from quizgame.screen.band import dollars
from quizgame.screen.manners.base import Manner
from quizgame.screen.manners.faced import Buzzers, Turns
from quizgame.screen.manners.one_clock import OneClock
from quizgame.screen.scene import Button
from quizgame.screen.terms import Player, Terms, terms_of
from quizgame.sitting import Sitting

MISSED = " missed"


class Game:
    """What every screen of a run needs to know of it."""

    def __init__(
        self,
        parts: Parts,
        sitting: Sitting,
        players: Sequence[Player] = (),
        ghost: Ghost | None = None,
        told: str = "",
        counts: bool = True,
        begun: Callable[[], None] = lambda: None,
    ) -> None:
        """`told` is said on the round card, `counts` is whether it is kept, `begun()` hears that it began."""
        self.parts, self.sitting, self.ghost, self._told = parts, sitting, ghost, told
        self.counts, self._begun = counts, begun
        self.players = list(players)
        self._marked = ""
        self._unwritten: list[str] = []

    @property
    def mode(self) -> Mode:
        return self.sitting.session.mode

    @property
    def terms(self) -> Terms:
        """What counts in it, and who plays."""
        return terms_of(self.sitting.session.rules, self.players)

    @property
    def standing(self) -> view.Standing:
        return view.standing(self.sitting.session)

    def told_of_round(self) -> str:
        """What there is to know of the round beside what an answer pays."""
        rules, number = self.sitting.session.rules, self.sitting.session.number
        if rules.one_clock:
            right, wrong = rules.moved_ms(True) // 1000, -rules.moved_ms(False) // 1000
            return f"One clock. Right: +{right} s. Wrong: −{wrong} s."
        if rules.wrong_dollars:
            cost = f"A miss costs {dollars(rules.price(1, number))} times the level."
            waits = rules.buzzers and rules.question_ms() is None
            return f"{cost} A question that nobody knows can be let go in the pause." if waits else cost
        return self._told

    def begin(self) -> None:
        """The round card has been read."""
        if self.sitting.send(Begin):
            self._begun()

    def manner(self) -> Manner:
        """How the question on the table is put."""
        session, sitting = self.sitting.session, self.sitting
        if session.rules.one_clock:
            beside = self.beside() if session.results else ""
            return OneClock(self.terms, sitting.since, sitting.asked(0).last, beside)
        if session.rules.buzzers:
            spared, missed = self.parts.keymap.spared, self._missed()
            return Buzzers(self.terms, session.turn, sitting.since, spared, missed)
        return Turns(self.terms, session.turn) if self.players else Manner(self.terms)

    def mark_seen(self) -> None:
        """Keep that the question on the table was put to this player; the next runs ask others first.

        Writing takes some 25 ms. Where the one clock runs already, it waits for the end of the run.
        """
        id = self.sitting.session.card.question.id
        if id != self._marked:
            self._marked = id
            self._unwritten.append(id)
            if not self.sitting.session.rules.one_clock:
                self.write_seen()

    def write_seen(self) -> None:
        """Write down what has been marked."""
        self.parts.scores.seen.mark(self.parts.settings.player, self._unwritten)
        self._unwritten.clear()

    @property
    def timed(self) -> bool:
        """Whether there is a clock, of a question or of the run."""
        rules = self.sitting.session.rules
        return rules.one_clock or rules.question_ms() is not None

    def can_pass(self) -> bool:
        """Whether a paused question waits for a buzz that may never come."""
        phase = self.sitting.session.phase
        return isinstance(phase, Paused) and isinstance(phase.phase, Buzzing) and phase.phase.until is None

    def vacant(self) -> int | None:
        """The first seat whose pad is not plugged in, from 0."""
        plugged = self.parts.world.pads()
        return next((n for n, player in enumerate(self.players) if player.pad not in {"", *plugged}), None)

    def give(self, seat: int, button: Button | None) -> None:
        """Another button for a seat."""
        self.players[seat] = replace(self.players[seat], button=button)

    def beside(self) -> str:
        """What there is to say of others when a question is settled: the rival, or who tried before."""
        session = self.sitting.session
        if self.ghost:
            return rivals.beside(self.ghost, len(session.results), session.take)
        if not self.players:
            return ""
        *before, last = session.results
        tried = [result for result in before if result.card is last.card and result.round == last.round]
        return ", ".join(self._tried(result) for result in tried)

    def _missed(self) -> str:
        """Who was wrong about the question on the table, and what that cost."""
        session = self.sitting.session
        tried = (
            [result for result in session.results if result.card is session.card] if session.hand.out else []
        )
        return ", ".join(self._tried(result).removesuffix(MISSED) for result in tried)

    def _tried(self, result: Result) -> str:
        name = self.players[result.seat].name if result.seat != NOBODY else ""
        return f"{name} {dollars(result.answer_money)}" if result.answer_money else f"{name}{MISSED}"

    def parting(self) -> str:
        """What giving up would mean."""
        if not self.terms.money:
            return "Practice ends here. What you missed comes first next time."
        if not self.counts:
            return "The run ends here. It is practice, and not kept."
        if self.mode.dated:
            return "The run ends here. It is kept as called off, and was the one attempt of the day."
        return "The run ends here. It is kept as called off and stands on no table."

    def at_stake(self) -> str:
        """What leaving now would mean; "" before the run has begun and after its end."""
        return self.parting() if self.sitting.log and not self.sitting.over else ""

    def what_next(self) -> str:
        """The word on the button that leads on from a settled question."""
        session = self.sitting.session
        if session.heat >= MAX_HEAT:
            return "Drop the bags"
        if not session.last_of_round:
            return "Next question"
        if session.last_round:
            return "The getaway" if session.rules.walk else "The result"
        return "Walk or stay" if session.rules.walk else "Next round"
