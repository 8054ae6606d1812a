"""The storyboard of one run, from its deal to its place on the table; knows no pixels and no rules."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from quizgame import offers, pages
from quizgame.parts import Parts
from quizgame.quiz import view
from quizgame.quiz.deal import EmptyBank, Wish, deal
from quizgame.quiz.events import Answer, Begin, Call, Open, Pause, Resume, Stay, Walk
from quizgame.quiz.modes import MODES, OFFERED, Mode
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Ending
from quizgame.quiz.state import Asking, Briefing, Deciding, Over, Paused, Reading, Revealed, start
from quizgame.quiz.sums import sums_of
from quizgame.screen.band import dollars
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes import decision, pause, result, round_card
from quizgame.screen.scenes.busted import BustedScene
from quizgame.screen.scenes.howto import HowToScene
from quizgame.screen.scenes.loading import LoadingScene
from quizgame.screen.scenes.message import MessageScene
from quizgame.screen.scenes.modes import ModesScene
from quizgame.screen.scenes.name import NameScene
from quizgame.screen.scenes.question import Called, Gave, Move, QuestionScene, RanOut, ReadNow, Stopped
from quizgame.settled import show_settled
from quizgame.sitting import Sitting
from quizgame.store.errors import NotSaved
from quizgame.store.names import clean_name

if TYPE_CHECKING:
    from quizgame.quiz.bank import Bank

Part = Generator[Scene[Any], Any, None]
Answering = Generator[Scene[Any], Any, bool]

NOBODY = "Crew member"


class Attempt:
    """A run on its way into the score file: it is saved once, whatever ends it."""

    def __init__(self, parts: Parts, sitting: Sitting, assist: Assist) -> None:
        self.sitting, self.assist = sitting, assist
        self.run_id: int | None = None
        self.trouble = ""
        self._parts, self._started = parts, parts.world.today()
        self._saved = False

    @property
    def ranked(self) -> bool:
        """Whether the run can stand on a table."""
        return self.sitting.session.mode.ranked

    def save(self) -> None:
        """Save the run; one that is not over is called off here and recorded as such."""
        if self._saved:
            return
        self._saved = True
        self.sitting.abandon()
        if len(self.sitting.log) <= 1:
            return  # given up on the first round card: nothing was asked, there is nothing to keep
        about = Circumstances(
            player=self._parts.settings.player or NOBODY,
            started=self._started.isoformat(timespec="seconds"),
            finished=self._parts.world.today().isoformat(timespec="seconds"),
            game=self._parts.world.version,
        )
        try:
            run = record(self.sitting.session, self.sitting.log, self.assist, about)
            self.run_id = self._parts.scores.add(run)
        except NotSaved as error:
            self.trouble = str(error)
            self._parts.tell(self.trouble)


def choose_and_play(parts: Parts) -> Part:
    """The choice of a mode, and runs of it for as long as the player wants another."""
    mode = yield from show(ModesScene([offers.offer(parts, mode) for mode in OFFERED]))
    again = mode is not None
    while again:
        again = yield from play_run(parts, MODES[str(mode)])


def play_run(parts: Parts, mode: Mode, bank: Callable[[], Bank | None] | None = None) -> Answering:
    """One run, from `bank` or from all that is there; gives back whether the player wants another at once."""
    progress = parts.content.progress if bank is None else lambda: None
    if not (yield from show(LoadingScene(parts.content.ready, progress))):
        return False
    sitting = _deal(parts, mode, bank() if bank else parts.content.bank)
    if sitting is None:
        yield from show(MessageScene("NO QUESTIONS", _why_none(parts), [("back", "Back")]))
        return False
    attempt = Attempt(parts, sitting, parts.assist())
    try:
        yield from _rounds(parts, sitting, mode)
    finally:
        attempt.save()
    return (yield from _afterwards(parts, attempt))


def _deal(parts: Parts, mode: Mode, bank: Bank | None) -> Sitting | None:
    if bank is None:
        return None
    try:
        dealt = deal(bank, mode, Wish(parts.world.seed(), parts.settings.spoilers))
    except EmptyBank:
        return None
    return Sitting(start(mode, dealt, parts.assist()), parts.world.clock)


def _why_none(parts: Parts) -> str:
    if parts.content.failure:
        return parts.content.failure
    return (
        "There is not one question that could be asked. Look at Question packs on the title screen: what is "
        "switched off there, and what is wrong."
    )


def _rounds(parts: Parts, sitting: Sitting, mode: Mode) -> Part:
    """Screen after screen until the session is over."""
    question: QuestionScene | None = None
    while not sitting.over:
        match sitting.session.phase:
            case Briefing():
                yield from _brief(parts, sitting, mode)
            case Reading() | Asking():
                question = question or QuestionScene(
                    view.standing(sitting.session), sitting.asked, sitting.due
                )
                yield from _ask(sitting, question)
            case Paused():
                yield from _pause(parts, sitting, mode)
            case Revealed():
                question = None
                yield from show_settled(parts, sitting, lambda: _menu(parts, sitting, mode))
            case Deciding():
                yield from _decide(sitting)
            case Over():
                return


def _brief(parts: Parts, sitting: Sitting, mode: Mode) -> Part:
    rules, number = sitting.session.rules, sitting.session.number
    card = round_card.RoundCard(
        view.standing(sitting.session),
        rules.answer_money(1, number),
        rules.heat_for_wrong(number, doubled=False),
    )
    if (yield from show(card)) == round_card.BEGIN:
        sitting.send(Begin)
    else:
        yield from _menu(parts, sitting, mode)


def _ask(sitting: Sitting, scene: QuestionScene) -> Part:
    move: Move = yield from show(scene)
    match move:
        case ReadNow():
            sitting.send(Open)
        case Gave(given):
            sitting.send(lambda at: Answer(at, given))
        case Called(crew):
            sitting.send(lambda at: Call(at, crew))
        case RanOut():
            sitting.run_out()
        case Stopped():
            sitting.send(Pause)


def _pause(parts: Parts, sitting: Sitting, mode: Mode) -> Part:
    yield from _menu(parts, sitting, mode)
    if not sitting.over:
        sitting.send(Resume)


def _menu(parts: Parts, sitting: Sitting, mode: Mode) -> Part:
    """The pause menu, until the player goes on or gives up."""
    choice = pause.RESUME
    while True:
        choice = yield from show(pause.PauseScene(choice))
        match choice:
            case pause.SETTINGS:
                yield from pages.show_settings(parts)
            case pause.HOWTO:
                yield from show(HowToScene(mode))
            case pause.GIVE_UP:
                if (yield from _really()):
                    sitting.abandon()
                    return
            case _:
                return


def _really() -> Answering:
    text = "The run ends here. It is kept as called off and stands on no table."
    buttons = [("stay", "Back to the job"), ("go", "Call it off")]
    answer = yield from show(MessageScene("CALL IT OFF?", text, list(reversed(buttons))))
    return answer == "go"


def _decide(sitting: Sitting) -> Part:
    session = sitting.session
    choice = yield from show(decision.DecisionScene(view.standing(session), sitting.decision, sitting.due))
    match choice:
        case decision.WALK:
            sitting.send(Walk)
        case decision.STAY:
            sitting.send(Stay)
        case decision.PAUSE:
            sitting.send(Pause)
        case _:
            sitting.run_out()


def _afterwards(parts: Parts, attempt: Attempt) -> Answering:
    """The end of a run: busted or not, the sums, the name, the table."""
    sums = sums_of(attempt.sitting.session)
    if sums.ending is Ending.ABANDONED:
        return False
    if sums.ending is Ending.BUSTED:
        yield from show(BustedScene(sums, view.standing(attempt.sitting.session).title))
    choices = [result.AGAIN, result.TITLE]
    if attempt.run_id is not None and attempt.ranked:
        choices.insert(0, result.SIGN)
    while True:
        choice = yield from show(result.ResultScene(sums, _note(parts, attempt), choices))
        if choice != result.SIGN:
            return choice == result.AGAIN
        if (yield from _sign(parts, attempt, dollars(sums.take))):
            yield from pages.show_scores(parts, attempt.run_id, attempt.assist.label)
            choices = [result.AGAIN, result.TITLE]


def _note(parts: Parts, attempt: Attempt) -> str:
    if not attempt.ranked:
        return attempt.trouble or "A run of one pack alone stands on no table."
    if attempt.run_id is None:
        return attempt.trouble or "This run is not on the table."
    place = parts.scores.place_of(attempt.run_id)
    with_help = f" ({attempt.assist.label})" if attempt.assist.label else ""
    return f"Place {place} on the table{with_help}." if place else "This run is not on the table."


def _sign(parts: Parts, attempt: Attempt, take: str) -> Answering:
    """The name for the table; gives back whether the player signed."""
    name = yield from show(NameScene(take, parts.settings.player, clean_name))
    if name is None or attempt.run_id is None:
        return False
    if name != parts.settings.player:
        parts.change(player=name)
    try:
        parts.scores.rename(attempt.run_id, name)
    except (NotSaved, LookupError) as error:
        parts.tell(str(error))
        yield from show(MessageScene("NOT SIGNED", str(error), [("on", "On")]))
        return True
    return True
