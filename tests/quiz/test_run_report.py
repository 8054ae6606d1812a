"""The report of a run tells all of it, and can be made of any run, damaged ones included."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgame.quiz.card import card_of
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.events import Answer, Begin, Call, Event, Next, Open, Pause, Resume, TimeUp, Walk
from quizgame.quiz.modes import MODES, THE_SCORE, TURNS, Mode
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.run import Run
from quizgame.quiz.run_report import report
from quizgame.quiz.session import after
from quizgame.quiz.state import Session, start
from quizgame.quiz.verify import verify
from tests.quiz.guesses import mistakes
from tests.quiz.players import bank, game

ABOUT = Circumstances("Neil", "2026-11-20T20:00:00+01:00", "2026-11-20T20:09:30+01:00", "1.0")


def run_of(mode: Mode, play: str = "reported", seat: int = 0) -> Run:
    wish = Wish("daily/2026-11-20", players=mode.fewest)
    played = game(play, start(mode, deal(bank(), mode, wish)))
    return record(played.end, played.log, Assist(), ABOUT, seat)


def one_round() -> tuple[Run, Session]:
    """The first round of The Score: right, wrong after Trejo and a pause, late, right, right; then out."""
    session, log = start(THE_SCORE, deal(bank(), THE_SCORE, Wish("report"))), list[Event]()

    def do(event: Event) -> None:
        nonlocal session
        log.append(event)
        session = after(session, event)

    do(Begin(0))
    for number in range(5):
        do(Open(session.at))
        if number == 1:
            do(Call(session.at, Crew.TREJO))
            do(Pause(session.at + 500))
            do(Resume(session.at + 60_000))
        if number == 2:
            do(TimeUp(session.at + 30_000))
        else:
            do(Answer(session.at + 2_500, mistakes(session)[0] if number == 1 else session.card.right))
        do(Next(session.at))
    do(Walk(session.at + 1_000))
    return record(session, log, Assist(), ABOUT), session


def test_a_report_tells_every_question_its_options_what_was_given_and_what_it_came_to() -> None:
    run, end = one_round()
    text = report(run, verify(run, bank()))
    assert text.startswith(f"The Score: ${run.take:,}, 3 of 5, walked after round 1\n")
    assert "score    checked" in text
    assert "ROUND 1  The Armored Car" in text
    for result, answer in zip(end.results, run.answers, strict=True):
        card = result.card
        assert f"{card.question.text}  [{card.question.id}, level {card.question.level}]" in text
        assert all(option in text for option in card.options)
        assert f"given   {answer.given or 'no answer'}" in text
        assert result.right or f"right   {card.question.answer}" in text
    assert "missed, 30.0 s, +10 heat" in text
    assert "right, 2.5 s, +$100,000, +$2,700 speed" in text
    assert "crew     Trejo at " in text
    assert "decided  walked after round 1 at " in text
    assert "paused   60 s in all" in text
    assert text.splitlines()[-1].split() == ["Take", "3", "of", "5", f"${run.take:,}"]


def test_several_players_are_told_apart() -> None:
    run = run_of(TURNS, seat=1)
    text = report(run, verify(run, bank()))
    assert "seat 1  " in text
    assert "seat 2  " in text


@pytest.mark.parametrize("mode", MODES.values(), ids=lambda mode: mode.id)
def test_the_money_of_a_report_adds_up(mode: Mode) -> None:
    run = run_of(mode)
    lines = report(run, verify(run, bank())).rpartition("\n\n")[2].splitlines()
    sums = [line.rpartition(" ")[2] for line in lines if line.rpartition(" ")[2][:1] in "+-"]
    assert sum(int(dollars.replace("$", "").replace(",", "")) for dollars in sums) == run.take


@pytest.mark.parametrize(
    "changed",
    [
        {"take": 7}, {"log": "nonsense"}, {"log": '[["begin",' + "9" * 4000 + "]]"}, {"deal": "[]"},
        {"log": '[["pause",0],["resume",9000000000000000]]'},
        {"mode": "next-year"}, {"bank": "0"}, {"rules": 9},
    ],
    ids=str,
)  # fmt: skip
def test_a_run_that_cannot_be_played_again_is_told_as_far_as_it_goes(changed: dict[str, object]) -> None:
    run = replace(one_round()[0], **changed)  # type: ignore[arg-type]
    found = verify(run, bank())
    text = report(run, found)
    assert f"score    {found.verdict}: {found.why}" in text
    for answer in run.answers:
        assert f"{answer.question}: {answer.given or 'no answer'}" in text


def test_the_report_shows_the_card_as_it_was_dealt() -> None:
    run, end = one_round()
    first = end.results[0].card
    assert card_of(first.question, run.seed) == first
    assert f"options {' | '.join(first.options)}" in report(run, verify(run, bank()))
