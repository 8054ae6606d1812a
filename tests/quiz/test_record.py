"""A run tells all of a finished session, and its texts alone are enough to play it again."""

from __future__ import annotations

import json

import pytest

from quizgame.quiz import rules
from quizgame.quiz.card import Given
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.events import Abandon, Answer, Call, Event, TimeUp, Walk, from_json
from quizgame.quiz.modes import MODES, THE_SCORE
from quizgame.quiz.question import Kind
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.run import Answered, Ending, Run
from quizgame.quiz.session import after, replay
from quizgame.quiz.state import Session, start
from quizgame.quiz.verify import wish_of
from tests.quiz.players import bank, game
from tests.quiz.samples import asking, dealt, job, to_options

ABOUT = Circumstances("Neil", "1995-12-15T20:00:00-08:00", "1995-12-15T20:10:00-08:00", "1.0")


def ran(session: Session, *log: Event, assist: Assist | None = None) -> Run:
    return record(replay(session, log), log, assist or Assist(), ABOUT)


def test_a_run_says_who_when_and_with_what() -> None:
    run = ran(dealt("1995"), Abandon(5))
    assert (run.player, run.started, run.finished, run.game) == (
        ABOUT.player, ABOUT.started, ABOUT.finished, ABOUT.game,
    )  # fmt: skip
    assert (run.mode, run.seed, run.bank) == ("the-score", "1995", bank().fingerprint)
    assert (run.rules, run.assist) == (rules.VERSION, "")
    assert ran(dealt("1"), Abandon(0), assist=Assist("x2")).assist == "clock x2"


def test_a_run_says_what_came_of_it() -> None:
    session = to_options(job(3))
    session = after(session, Answer(4_000, 0))
    session = to_options(session)
    session = to_options(after(session, Answer(9_000, 1)))
    end = after(after(session, TimeUp(39_000)), Abandon(99_000))
    run = record(end, (), Assist(), ABOUT)
    assert (run.ended, run.take, run.correct, run.asked) == (Ending.ABANDONED, 102_600, 1, 3)
    assert run.played_ms == 4_000 + 5_000 + 30_000
    assert run.answers == (
        Answered("1.0", "trivia", 1, "1.0 A", True, 4_000),
        Answered("1.1", "trivia", 1, "1.1 B", False, 5_000),
        Answered("1.2", "trivia", 1, "", False, 30_000),
    )


@pytest.mark.parametrize(
    ("kind", "given", "words"),
    [
        (Kind.TYPED, "the  typed name", "the  typed name"),
        (Kind.NUMBER, 1994, "1994"),
        (Kind.SEVERAL, (0, 2), "the several wrong 1, the several right 2"),
    ],
)
def test_a_run_tells_an_answer_of_any_kind_in_words(kind: Kind, given: Given, words: str) -> None:
    session = asking(kind)
    end = after(after(session, Answer(session.at, given)), Abandon(session.at))
    assert record(end, (), Assist(), ABOUT).answers[0].given == words


def test_a_run_tells_what_was_put_where() -> None:
    session = asking(Kind.MATCH)
    end = after(after(session, Answer(session.at, session.card.right)), Abandon(session.at))
    told = record(end, (), Assist(), ABOUT).answers[0].given
    assert told == "; ".join(f"the match actor {n} – the match part {n}" for n in "ABCD")


def test_a_run_keeps_the_question_that_nate_brought() -> None:
    session = to_options(after(to_options(job(1)), Call(0, Crew.NATE)))
    end = after(after(session, Answer(0, 0)), Abandon(0))
    assert record(end, (), Assist(), ABOUT).answers[0].question == "1.0 spare"


def test_a_session_that_is_not_over_is_no_run() -> None:
    with pytest.raises(ValueError, match="not over"):
        record(to_options(job(1)), (), Assist(), ABOUT)


@pytest.mark.parametrize("number", range(20))
def test_a_run_plays_again_from_the_texts_it_keeps(number: int) -> None:
    played = game(f"recorded {number}")
    run = record(played.end, played.log, Assist(), ABOUT)
    again = replay(
        played.start._replace(deal=deal(bank(), THE_SCORE, wish_of(run))),
        from_json(run.log),
    )
    assert again == played.end


def test_a_run_plays_again_from_its_seed_and_the_bank_of_its_fingerprint() -> None:
    played = game("by seed")
    run = record(played.end, played.log, Assist(), ABOUT)
    assert run.bank == bank().fingerprint
    found = deal(bank(), MODES[run.mode], Wish(run.seed))
    assert found.to_json() == run.deal
    assert replay(played.start._replace(deal=found), from_json(run.log)).take == run.take


def test_a_log_that_was_tampered_with_comes_to_another_take_or_is_refused() -> None:
    session = to_options(job(1, 1))
    honest: list[Event] = [Answer(25_000, 0), Abandon(30_000)]
    run = record(replay(session, honest), honest, Assist(), ABOUT)
    faster = run.log.replace("25000", "1000")
    assert replay(session, from_json(faster)).take != run.take
    with pytest.raises(ValueError, match="not while"):
        replay(session, [Walk(0), *from_json(run.log)])


def test_the_deal_is_kept_as_short_text() -> None:
    text = start(THE_SCORE, deal(bank(), THE_SCORE, Wish("1995"))).deal.to_json()
    kept = json.loads(text)
    options = [f"cast/1/6/0 {option}" for option in ("wrong 3", "wrong 2", "right", "wrong 1")]
    assert ["cast/1/6/0", options, 2] in kept["cards"][0]
    several = next(card for card in kept["cards"][0] if "/several/" in card[0])
    assert [several[1][place].split()[1] for place in several[2]] == ["right"] * 3
    assert kept["spares"][0][0]
