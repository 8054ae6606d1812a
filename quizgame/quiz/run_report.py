"""One run as a text to read: what was asked, what was given, what it came to; knows no file and no screen."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from quizgame.quiz.events import BrokenLog, Call, Event, Pause, Resume, Stay, Walk, from_json
from quizgame.quiz.run import Answered, Run
from quizgame.quiz.share import headline
from quizgame.quiz.state import Result, Session
from quizgame.quiz.sums import sums_of
from quizgame.quiz.verify import Verified
from quizgame.quiz.view import in_words


def report(run: Run, verified: Verified) -> str:
    """The whole run; without the questions' words where it could not be played again. No final line break."""
    return "\n".join([*_head(run, verified), "", *_body(run, verified.end), "", *_end(run, verified.end)])


def _head(run: Run, verified: Verified) -> Iterator[str]:
    yield headline(run)
    yield f"player   {run.player}"
    yield f"played   {run.started} to {run.finished}"
    yield f"game     {run.game}, rules {run.rules}, seed {run.seed}"
    yield f"bank     {run.bank[:16]}"
    yield f"score    {verified.verdict}" + (f": {verified.why}" if verified.why else "")


def _body(run: Run, end: Session | None) -> Iterator[str]:
    if end is None:
        for number, answer in enumerate(run.answers, start=1):
            yield _short(number, answer)
        return
    round = 0
    for number, result in enumerate(end.results, start=1):
        if result.round != round:
            round = result.round
            yield f"ROUND {round}  {end.mode.rounds[round - 1].title}"
        yield from _question(number, result, several=len(end.seats) > 1)


def _short(number: int, answer: Answered) -> str:
    mark = "right" if answer.right else "missed"
    given = answer.given or "no answer"
    return f"{number:3}. {mark:6} {answer.took_ms / 1000:5.1f} s  {answer.question}: {given}"


def _question(number: int, result: Result, several: bool) -> Iterator[str]:
    question = result.card.question
    who = f"seat {result.seat + 1}  " if several and result.seat >= 0 else ""
    yield f"{number:3}. {who}{question.text}  [{question.id}, level {question.level}]"
    options = [f"options {' | '.join(result.card.options)}"] if result.card.options else []
    lines = [*options, f"given   {in_words(result.card, result.given) or 'no answer'}"]
    if not result.right:
        lines.append(f"right   {question.answer}")
    lines.append(_came_to(result))
    yield indent("\n".join(lines), "       ")


def _came_to(result: Result) -> str:
    parts = ["right" if result.right else "missed", f"{result.took_ms / 1000:.1f} s"]
    if result.answer_money:
        parts.append(_signed(result.answer_money) + (" doubled" if result.doubled else ""))
    if result.speed_money:
        parts.append(f"{_signed(result.speed_money)} speed")
    if result.heat:
        parts.append(f"+{result.heat} heat")
    if result.cooled:
        parts.append(f"-{result.cooled} heat")
    return ", ".join(parts)


def _signed(dollars: int) -> str:
    return f"{'-' if dollars < 0 else '+'}${abs(dollars):,}"


def _end(run: Run, end: Session | None) -> Iterator[str]:
    called = ", ".join(_called(run))
    if called:
        yield f"crew     {called}"
    decided = ", ".join(_decided(run))
    if decided:
        yield f"decided  {decided}"
    pauses = _paused_ms(_log(run))
    if pauses:
        yield f"paused   {pauses / 1000:.0f} s in all"
    if end is not None:
        for line in sums_of(end, run.seat).lines:
            yield f"{line.label:24} {line.count:9} {_signed(line.dollars):>14}"
    yield f"{'Take':24} {f'{run.correct} of {run.asked}':9} {f'${run.take:,}':>14}"


def _log(run: Run) -> tuple[Event, ...]:
    try:
        return from_json(run.log)
    except BrokenLog:
        return ()


def _called(run: Run) -> Iterator[str]:
    for event in _log(run):
        if isinstance(event, Call):
            yield f"{event.crew.capitalize()} at {event.at / 1000:.1f} s"


def _decided(run: Run) -> Iterator[str]:
    decisions = [event for event in _log(run) if isinstance(event, Stay | Walk)]
    for round, event in enumerate(decisions, start=1):
        what = "stayed" if isinstance(event, Stay) else "walked"
        yield f"{what} after round {round} at {event.at / 1000:.1f} s"


def _paused_ms(log: tuple[Event, ...]) -> int:
    total, since = 0, None
    for event in log:
        if isinstance(event, Pause):
            since = event.at
        elif isinstance(event, Resume) and since is not None:
            total, since = total + event.at - since, None
    return total
