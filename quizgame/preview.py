"""The storyboard of a preview: the questions of one file in a ring, as last saved; keeps no score."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from quizgame import troubles
from quizgame.proof import Proof, Proofs, followed
from quizgame.quiz import view
from quizgame.quiz.amounts import counted
from quizgame.quiz.card import Given, card_of
from quizgame.quiz.deal import Deal
from quizgame.quiz.events import Answer, Begin
from quizgame.quiz.modes import PREVIEW
from quizgame.quiz.question import Question
from quizgame.quiz.session import after, allowed
from quizgame.quiz.state import Revealed, Session, start
from quizgame.screen.manners.previewed import Previewed
from quizgame.screen.scene import Scene, Story, show
from quizgame.screen.scenes import preview, reveal
from quizgame.screen.scenes.preview import PreviewScene, Strip, ways
from quizgame.screen.scenes.problems import ProblemsScene
from quizgame.screen.scenes.question import Gave, QuestionScene
from quizgame.screen.scenes.reveal import RevealScene

Leaving = Generator[Scene[Any], Any, bool]

SEED = "preview"  # options lie where they lay before the save
HELD = "The last save is broken; what was good before is shown. Save the file, and it is read again at once."
GONE = "The file cannot be read now; what was good before is shown. It is read again once it is back."
WRONG = "Save the file, and it is read again at once."


class Reel:
    """Where the preview is: the proof that is shown, the question's place in it, and how far it has come."""

    def __init__(self, proofs: Proofs, place: int) -> None:
        self.proofs, self.proof, self._place = proofs, proofs.now, place
        self._session: Session | None = None
        self._below: QuestionScene | RevealScene | None = None
        if self.proof.questions:
            self._put()

    @property
    def question(self) -> Question:
        return self.proof.questions[self._place]

    def changed(self) -> bool:
        """Whether something else was saved than what is shown."""
        return self.proofs.now is not self.proof

    def follow(self) -> None:
        """Show what was saved: the same question, else what stands in its place; an answer given stays."""
        before, shown = self.proof, self._session
        self.proof = self.proofs.now
        if not self.proof.questions:
            self._session = None
            return
        question = before.questions[self._place] if before.questions else self.proof.questions[0]
        self._place = followed(question, self._place, self.proof.questions)
        if shown is None or self.question != question:
            self._put()
            if shown and isinstance(shown.phase, Revealed):
                self._answer_again(shown)

    def turn(self, step: int) -> None:
        """Go on to another question; after the last comes the first."""
        self._place = (self._place + step) % len(self.proof.questions)
        self._put()

    def answer(self, given: Given) -> None:
        """Settle the question; an answer that it cannot have is not heard."""
        session = self._session
        if session and allowed(session, Answer(session.at, given)):
            self._session, self._below = after(session, Answer(session.at, given)), None

    def scene(self) -> PreviewScene:
        """The question or its reveal, as the game shows it, below the strip."""
        strip = self._strip()
        below = self._below = self._below or self._made(strip)
        below.ways = ways(strip, below.wants_text)
        return PreviewScene(below, strip, self.changed)

    def _put(self) -> None:
        self._session, self._below = asking(self.question), None

    def _answer_again(self, shown: Session) -> None:
        given = moved(shown, self.question)
        if given is not None:
            self.answer(given)

    def _strip(self) -> Strip:
        count = len(self.proof.questions)
        folders = (self.proofs.folder,)
        errors, problems = self.proof.errors, bool(self.proof.problems)
        found = errors or self.proof.of_question(self._place)
        notice = troubles.in_brief(found[0], folders) if found else ""
        return Strip(self.proof.title, self._place + 1, count, notice, bool(errors), problems)

    def _made(self, strip: Strip) -> QuestionScene | RevealScene:
        session = self._session
        assert session is not None
        if isinstance(session.phase, Revealed):
            last = strip.number == strip.of
            return RevealScene(None, view.reveal(session), "From the top" if last else "Next question")
        return QuestionScene(None, lambda now: view.asked(session, now), lambda: None, Previewed())


def asking(question: Question) -> Session:
    """A question with its options open: no clock runs, nothing is won, and nobody of the crew is there."""
    dealt = Deal(SEED, "", ((card_of(question, SEED),),), ((None,),))
    return after(start(PREVIEW, dealt), Begin(0))


def moved(shown: Session, question: Question) -> Given | None:
    """The answer that was given to a question, for the same as it was saved since; None where it has gone."""
    given, old, new = shown.results[-1].given, shown.card, card_of(question, SEED)
    if given is None or old.question.kind is not question.kind or old.labels != new.labels:
        return None
    if isinstance(given, str) or not old.options:
        return given
    places = (given,) if isinstance(given, int) else given
    words = [old.options[place] for place in places]
    if not set(words) <= set(new.options):
        return None
    found = tuple(new.options.index(word) for word in words)
    return found[0] if isinstance(given, int) else found if new.labels else tuple(sorted(found))


def story(proofs: Proofs, place: int) -> Story:
    """The whole preview, until the player leaves."""
    reel = Reel(proofs, place)
    left = False
    while not left:
        left = yield from (_ask(reel) if reel.proof.questions else _wait(reel))


def _ask(reel: Reel) -> Leaving:
    match (yield from show(reel.scene())):
        case preview.CHANGED:
            reel.follow()
        case preview.NEXT | reveal.NEXT:
            reel.turn(1)
        case preview.PREVIOUS:
            reel.turn(-1)
        case preview.PROBLEMS:
            yield from _read_problems(reel)
        case Gave(given):
            reel.answer(given)
        case _:
            return True
    return False


def _read_problems(reel: Reel) -> Leaving:
    """What is wrong, anew after each save, until nothing is or the player has read it."""
    while reel.proof.questions and reel.proof.problems:
        if (yield from _tell(reel, "QUESTION PROBLEMS", _intro(reel.proof))):
            return True
    return False


def _intro(proof: Proof) -> str:
    if not proof.held:
        return WRONG
    return GONE if proof.unreadable else HELD


def _wait(reel: Reel) -> Leaving:
    """Nothing can be asked yet: what is wrong, until that has changed or the player leaves."""
    return (yield from _tell(reel, "NOTHING TO ASK YET", WRONG))


def _tell(reel: Reel, title: str, intro: str) -> Leaving:
    """Gives back whether the player has read it; not so where something else was saved meanwhile."""
    problems = reel.proof.problems
    told = f"{counted(len(problems), 'problem')} in {reel.proof.title}. {intro}"
    found = troubles.of(problems, (reel.proofs.folder,))
    yield from show(ProblemsScene(found, told, title, reel.changed))
    if not reel.changed():
        return True
    reel.follow()
    return False
