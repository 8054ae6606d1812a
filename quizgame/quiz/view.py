"""What the player may see now: never the answer before the reveal; draws nothing."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.card import Card, Given
from quizgame.quiz.crew import callable_crew
from quizgame.quiz.question import Picture
from quizgame.quiz.rules import Crew
from quizgame.quiz.state import (
    Asking,
    Buzzing,
    Deciding,
    Over,
    Paused,
    Reading,
    Result,
    Revealed,
    Session,
    due,
    open_options,
)
from quizgame.quiz.tasks import Kind, Number, Task


@dataclass(frozen=True, slots=True)
class Standing:
    """The band at the top: where the run stands. Rounds and questions count from 1, seats from 0.

    `take`, `heat` and `streak` are those of the seat whose `turn` it is; `takes` holds one for each seat.
    `place` names the picture of the round's part of the city, `slug` says where and when that is.
    """

    mode: str
    round: int
    rounds: int
    title: str
    line: str
    question: int
    questions: int
    take: int
    heat: int
    streak: int
    turn: int = 0
    takes: tuple[int, ...] = (0,)
    place: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The question on the table, without its answer.

    `open` says whether it can be answered now. `options` are what is chosen from or moved, empty until
    then; a covered one is None. `labels` name the places they are moved to, `span` is the slider's range.
    `left_ms` is None where no clock runs;
    `full_ms` is the clock's whole length. `worth` is dollars for a right answer, `risk` heat and `price`
    dollars for a wrong one. `buzzing` says that whoever buzzes first may answer; `out` are the seats that
    have tried. `last` is how the question before went where no reveal stands between them.
    """

    text: str
    kind: Kind
    topic: str
    level: int
    open: bool
    options: tuple[str | None, ...]
    labels: tuple[str, ...]
    span: tuple[int, int] | None
    left_ms: int | None
    full_ms: int | None
    worth: int
    risk: int
    doubled: bool
    driven: bool
    crew_left: frozenset[Crew]
    crew_ready: frozenset[Crew]
    picture: Picture | None = None
    price: int = 0
    buzzing: bool = False
    out: frozenset[int] = frozenset()
    last: Reveal | None = None


@dataclass(frozen=True, slots=True)
class Reveal:
    """A settled question with its answer; `given` is None when the time ran out.

    `answer` and `answered` are what is right and what was given, in words.
    """

    text: str
    kind: Kind
    options: tuple[str, ...]
    labels: tuple[str, ...]
    span: tuple[int, int] | None
    right: Given
    given: Given | None
    answer: str
    answered: str
    correct: bool
    explain: str
    source: str
    answer_money: int
    speed_money: int
    heat: int
    cooled: int
    doubled: bool
    picture: Picture | None = None
    seat: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """Walk or stay: what has been won, what comes, and the time to decide (None: no clock)."""

    take: int
    heat: int
    right: int
    asked: int
    round_money: int
    next_title: str
    next_best: int
    next_risk: int
    busted_take: int
    left_ms: int | None
    full_ms: int | None
    next_place: str = ""


def standing(session: Session) -> Standing:
    """Where the run stands."""
    round = session.mode.rounds[session.round]
    return Standing(
        mode=session.mode.title,
        round=session.number,
        rounds=len(session.deal.rounds),
        title=round.title,
        line=round.line,
        question=session.nth + 1,
        questions=len(session.deal.rounds[session.round]),
        take=session.take,
        heat=session.heat,
        streak=session.streak,
        turn=session.turn,
        takes=tuple(seat.take for seat in session.seats),
        place=round.place,
        slug=round.slug,
    )


def asked(session: Session, now: int) -> Asked:
    """The question on the table at the time `now`; a paused question is hidden."""
    card, rules, hidden = session.card, session.rules, isinstance(session.phase, Paused)
    times = 2 if session.hand.doubled else 1
    return Asked(
        text="" if hidden else card.question.text,
        kind=card.question.kind,
        topic=card.question.topic,
        level=card.question.level,
        open=isinstance(session.phase, Asking),
        options=_options(session),
        labels=card.labels if isinstance(session.phase, Asking | Buzzing) else (),
        span=_span(session),
        left_ms=clock_left(session, now),
        full_ms=_full_clock(session),
        worth=times * rules.answer_money(card.question.level, session.number),
        risk=rules.heat_for_wrong(session.number, session.hand.doubled),
        doubled=session.hand.doubled,
        driven=session.hand.driven,
        crew_left=frozenset(rules.crew) - session.used,
        crew_ready=callable_crew(session),
        picture=None if hidden else card.question.picture,
        price=rules.price(card.question.level, session.number),
        buzzing=isinstance(session.phase, Buzzing),
        out=session.hand.out,
        last=reveal_of(session.results[-1]) if rules.one_clock and session.results else None,
    )


def _full_clock(session: Session) -> int | None:
    rules = session.rules
    if rules.buzzers and isinstance(session.phase, Asking):
        return rules.answering_ms()
    full = rules.question_ms()
    return full + rules.drive_ms * rules.clock_factor if full and session.hand.driven else full


def _options(session: Session) -> tuple[str | None, ...]:
    if not isinstance(session.phase, Asking | Buzzing):
        return ()
    left = open_options(session)
    return tuple(text if place in left else None for place, text in enumerate(session.card.options))


def _span(session: Session) -> tuple[int, int] | None:
    return _range(session.card.question.task) if isinstance(session.phase, Asking | Buzzing) else None


def _range(task: Task) -> tuple[int, int] | None:
    return (task.low, task.high) if isinstance(task, Number) else None


def clock_left(session: Session, now: int) -> int | None:
    """Milliseconds left to answer or to decide, or None where no such clock runs."""
    phase = session.phase
    if isinstance(phase, Paused):
        session, now = _unpaused(session, phase), phase.since
        phase = session.phase
    if isinstance(phase, Reading):
        return session.rules.question_ms()
    until = due(session)
    return None if until is None else max(0, until - now)


def _unpaused(session: Session, phase: Paused) -> Session:
    return session._replace(phase=phase.phase)


def reveal(session: Session) -> Reveal:
    """The question that was just settled; raises ValueError while it is still open."""
    if not isinstance(session.phase, Revealed | Over) or not session.results:
        raise ValueError("there is nothing to reveal yet")
    return reveal_of(session.results[-1])


def reveal_of(result: Result) -> Reveal:
    """A settled question with its answer."""
    question = result.card.question
    return Reveal(
        text=question.text,
        kind=question.kind,
        options=result.card.options,
        labels=result.card.labels,
        span=_range(question.task),
        right=result.card.right,
        given=result.given,
        answer=question.answer,
        answered=in_words(result.card, result.given),
        correct=result.right,
        explain=question.explain,
        source=question.source,
        answer_money=result.answer_money,
        speed_money=result.speed_money,
        heat=result.heat,
        cooled=result.cooled,
        doubled=result.doubled,
        picture=question.picture,
        seat=result.seat,
    )


def in_words(card: Card, given: Given | None) -> str:
    """An answer as it is read; "" for none."""
    if given is None:
        return ""
    if isinstance(given, str) or not card.options:
        return str(given)
    if isinstance(given, int):
        return card.options[given]
    if not card.labels:
        return ", ".join(card.options[place] for place in given)
    placed = zip(card.labels, given, strict=True)
    return "; ".join(f"{label} – {card.options[place]}" for label, place in placed)


def decision(session: Session, now: int) -> Decision:
    """What there is to decide after a round that is not the last."""
    coming = session.mode.rounds[session.round + 1]
    results = [result for result in session.results if result.round == session.number]
    levels = [card.question.level for card in session.deal.rounds[session.round + 1]]
    deciding = isinstance(session.phase, Deciding | Paused)
    return Decision(
        take=session.take,
        heat=session.heat,
        right=sum(result.right for result in results),
        asked=len(results),
        round_money=sum(result.answer_money + result.speed_money for result in results),
        next_title=coming.title,
        next_best=sum(session.rules.answer_money(level, session.number + 1) for level in levels),
        next_risk=session.rules.heat_for_wrong(session.number + 1, doubled=False),
        busted_take=session.take // session.rules.busted_keeps,
        left_ms=clock_left(session, now) if deciding else None,
        full_ms=session.rules.decision_ms(),
        next_place=coming.place,
    )
