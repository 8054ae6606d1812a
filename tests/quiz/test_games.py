"""Random games of every mode: each replays, adds up for every seat, and refuses what is out of place."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.deal import Deal
from quizgame.quiz.events import (
    Abandon,
    Answer,
    Begin,
    Buzz,
    Call,
    Event,
    Next,
    Open,
    Pause,
    Resume,
    Stay,
    TimeUp,
    Walk,
    from_json,
    to_json,
)
from quizgame.quiz.modes import BUZZERS, MODES, THIRTY_SECONDS, Mode
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.run import Ending
from quizgame.quiz.session import after, replay
from quizgame.quiz.state import NOBODY, Buzzing, NotAllowed, Over, Revealed, Session, due, start
from quizgame.quiz.sums import sums_of
from quizgame.quiz.verify import Verdict, verify
from tests.quiz.players import Game, bank, beginning_in, game, with_pauses
from tests.quiz.samples import card

EVERY = [pytest.param(mode, id=mode.id) for mode in MODES.values()]
ABOUT = Circumstances("Neil", "2026-11-20T20:00:00+01:00", "2026-11-20T20:09:30+01:00", "1.0")


@cache
def games(mode: Mode) -> tuple[Game, ...]:
    return tuple(game(f"{mode.id} {n}", beginning_in(mode, f"{mode.id} {n}")) for n in range(40))


@pytest.mark.parametrize("mode", EVERY)
def test_a_game_replays_from_its_log_as_it_is_written_down(mode: Mode) -> None:
    for played in games(mode):
        log = from_json(to_json(played.log))
        assert log == played.log
        assert replay(played.start, log) == played.end


@pytest.mark.parametrize("mode", EVERY)
def test_pauses_change_no_take_and_no_result(mode: Mode) -> None:
    for number in range(10):
        first = beginning_in(mode, f"paused {number}")
        played = game(f"paused {number}", first, pauses=False)
        paused = replay(first, with_pauses(first, played.log, f"{number}"))
        assert (paused.seats, paused.results, paused.phase) == (
            played.end.seats, played.end.results, played.end.phase,
        )  # fmt: skip


@pytest.mark.parametrize("mode", EVERY)
def test_the_money_of_every_seat_adds_up_at_every_step(mode: Mode) -> None:
    for played in games(mode):
        session = played.start
        for event in played.log:
            session = after(session, event)
            adds_up(session)
        if session.phase != Over(Ending.BUSTED):
            for seat in range(len(session.seats)):
                assert sum(line.dollars for line in sums_of(session, seat).lines) == session.seats[seat].take


def adds_up(session: Session) -> None:
    takes = [0] * len(session.seats)
    for result in session.results:
        if result.seat != NOBODY:
            takes[result.seat] += result.answer_money + result.speed_money
            assert takes[result.seat] >= 0
    if session.phase != Over(Ending.BUSTED):
        assert [seat.take for seat in session.seats] == takes
    limit = due(session)
    assert limit is None or limit > session.at


@pytest.mark.parametrize("mode", EVERY)
def test_every_player_of_every_game_gets_a_run_that_checks_out(mode: Mode) -> None:
    for played in games(mode)[:12]:
        factor, half = played.start.rules.clock_factor, played.start.rules.heat_percent == 50
        assist = Assist("off" if played.start.rules.clock_ms is None else f"x{factor}", half)
        for seat in range(len(played.end.seats)):
            run = record(played.end, played.log, assist, ABOUT, seat)
            found = verify(run, bank())
            if mode.dated:  # dealt for no date
                assert found.verdict is Verdict.WRONG
            else:
                assert (found.verdict, found.why) == (Verdict.CHECKED, "")


def other_events(at: int) -> list[Event]:
    crew: list[Event] = [Call(at, who) for who in Crew]
    answers: list[Event] = [Answer(at, given) for given in (0, -1, 99, "x", "", (), (0, 0), (9,))]
    buzzes: list[Event] = [Buzz(at, seat) for seat in (-1, 0, 1, 7, 8)]
    kinds = (Begin, Open, TimeUp, Next, Walk, Stay, Pause, Resume, Abandon)
    return [*crew, *answers, *buzzes, *(kind(at) for kind in kinds)]


@pytest.mark.parametrize("mode", EVERY)
def test_whatever_happens_out_of_place_is_refused_by_name_and_what_is_allowed_adds_up(mode: Mode) -> None:
    for played in games(mode)[:3]:
        session = played.start
        for event in played.log:
            for at in (-1, session.at - 1, session.at, event.at, event.at + 200_000):
                for other in other_events(at):
                    tried(session, other)
            session = after(session, event)


def tried(session: Session, event: Event) -> None:
    try:
        found = after(session, event)
    except NotAllowed:
        return
    assert session.at <= found.at <= event.at
    adds_up(found)


@settings(max_examples=40)
@given(st.sampled_from(list(MODES.values())), st.text(max_size=6))
def test_any_game_of_any_seed_replays_and_asks_no_fact_twice(mode: Mode, seed: str) -> None:
    played = game(seed, beginning_in(mode, seed))
    assert replay(played.start, played.log) == played.end
    if not mode.rules.buzzers:  # there one question has as many results as players tried
        facts = [result.card.question.fact for result in played.end.results]
        assert len(set(facts)) == len(facts)


def test_the_random_games_see_what_several_players_do() -> None:
    """Else the tests above would prove less than they say."""
    results = [result for played in games(BUZZERS) for result in played.end.results]
    assert any(result.seat == NOBODY for result in results)
    assert any(result.answer_money < 0 for result in results)
    assert {len(played.start.seats) for played in games(BUZZERS)} == set(range(2, 9))
    endings = {played.end.phase for played in games(THIRTY_SECONDS)}
    assert Over(Ending.TIME) in endings


def test_the_last_option_is_given_to_nobody() -> None:
    """Four at a choice of four: when three were wrong, the fourth would have it for nothing."""
    one = Deal("seed", "bank", ((card("one"),),), ((None,),), 4)
    session = replay(start(BUZZERS, one), [Begin(0), Open(0)])
    for seat, place in enumerate((1, 2, 3)):
        assert isinstance(session.phase, Buzzing)
        session = replay(session, [Buzz(session.at, seat), Answer(session.at, place)])
    assert isinstance(session.phase, Revealed)
    assert [result.right for result in session.results] == [False] * 3
