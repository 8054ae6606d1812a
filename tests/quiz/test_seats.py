"""Several players at one session: turns and buzzers; and one clock for a whole run."""

from __future__ import annotations

import pytest

from quizgame.quiz import view
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.events import Abandon, Answer, Begin, Buzz, Call, Next, Open, Pass, Pause, Resume, TimeUp
from quizgame.quiz.modes import BUZZERS, STAKEOUT, THE_DAILY_JOB, THIRTY_SECONDS, TURNS, Mode
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.run import Ending
from quizgame.quiz.session import after
from quizgame.quiz.state import (
    NOBODY,
    Asking,
    Briefing,
    Buzzing,
    NotAllowed,
    Over,
    Reading,
    Revealed,
    Session,
    due,
    open_options,
    start,
)
from tests.quiz.players import bank
from tests.quiz.samples import card, questions


def laid(
    mode: Mode, rounds: int = 1, size: int = 3, players: int = 1, assist: Assist | None = None
) -> Session:
    """A mode with rounds of level 1, the right option always the first, begun."""
    cards = tuple(tuple(card(f"{r}.{q}") for q in range(size)) for r in range(rounds))
    spares = tuple(tuple(None for _ in row) for row in cards)
    session = start(mode, Deal("seed", "bank", cards, spares, players), assist)
    return after(session, Begin(0))


def opened(session: Session) -> Session:
    return after(session, Open(session.at)) if isinstance(session.phase, Reading) else session


def takes(session: Session) -> list[int]:
    return [seat.take for seat in session.seats]


class TestOneClock:
    def test_the_first_question_is_open_at_once_with_thirty_seconds(self) -> None:
        assert laid(THIRTY_SECONDS).phase == Asking(0, 30_000)

    def test_right_adds_three_seconds_and_the_next_question_stands_there(self) -> None:
        session = after(laid(THIRTY_SECONDS), Answer(4_000, 0))
        assert session.phase == Asking(4_000, 33_000)
        assert (session.nth, session.take) == (1, 100_000)

    def test_wrong_takes_five_seconds_and_no_money(self) -> None:
        session = after(laid(THIRTY_SECONDS), Answer(4_000, 1))
        assert session.phase == Asking(4_000, 25_000)
        assert session.take == 0

    def test_a_wrong_answer_that_costs_the_rest_ends_the_run(self) -> None:
        session = after(laid(THIRTY_SECONDS), Answer(25_000, 1))
        assert session.phase == Over(Ending.TIME)
        assert len(session.results) == 1

    def test_the_time_runs_out_on_the_millisecond_and_the_open_question_does_not_count(self) -> None:
        session = laid(THIRTY_SECONDS)
        with pytest.raises(NotAllowed, match="too late"):
            after(session, Answer(30_000, 0))
        over = after(session, TimeUp(30_700))
        assert (over.phase, over.at, over.results) == (Over(Ending.TIME), 30_000, ())

    def test_all_that_was_dealt_is_the_end(self) -> None:
        session = laid(THIRTY_SECONDS, size=2)
        assert after(after(session, Answer(1, 0)), Answer(2, 0)).phase == Over(Ending.CLEAR)

    def test_a_pause_costs_nothing(self) -> None:
        session = after(after(laid(THIRTY_SECONDS), Pause(10_000)), Resume(70_000))
        assert session.phase == Asking(60_000, 90_000)

    @pytest.mark.parametrize(
        ("clock", "full"), [("x1", 30_000), ("x2", 60_000), ("x4", 120_000), ("off", 120_000)]
    )
    def test_a_slower_clock_slows_what_answers_move_too(self, clock: str, full: int) -> None:
        session = laid(THIRTY_SECONDS, assist=Assist(clock))
        assert session.phase == Asking(0, full)
        assert due(after(session, Answer(0, 0))) == full + full // 10

    def test_the_player_sees_how_the_last_one_went(self) -> None:
        session = laid(THIRTY_SECONDS)
        assert view.asked(session, 0).last is None
        last = view.asked(after(session, Answer(5, 1)), 5).last
        assert last is not None
        assert (last.correct, last.answer) == (False, "0.0 A")

    def test_nobody_of_the_crew_is_there(self) -> None:
        with pytest.raises(NotAllowed, match="not on this job"):
            after(laid(THIRTY_SECONDS), Call(0, Crew.CHRIS))
        assert view.asked(laid(THIRTY_SECONDS), 0).crew_left == frozenset()


class TestTurns:
    def test_one_after_the_other_and_another_first_in_every_round(self) -> None:
        session, turns = laid(TURNS, rounds=3, size=3, players=3), []
        while not isinstance(session.phase, Over):
            session = opened(
                after(session, Begin(session.at)) if isinstance(session.phase, Briefing) else session
            )
            turns.append(session.turn)
            session = after(after(session, Answer(session.at, 0)), Next(session.at))
        assert turns == [0, 1, 2, 1, 2, 0, 2, 0, 1]
        assert session.phase == Over(Ending.CLEAR)

    def test_money_goes_to_whoever_answered(self) -> None:
        session = opened(laid(TURNS, players=2))
        session = opened(after(after(session, Answer(session.at, 0)), Next(session.at)))
        session = after(session, Answer(session.at, 1))
        assert takes(session) == [103_000, 0]
        assert [result.seat for result in session.results] == [0, 1]

    @pytest.mark.parametrize("players", range(2, 9))
    def test_everybody_gets_questions_of_the_same_levels(self, players: int) -> None:
        dealt = deal(bank(), TURNS, Wish("fair", players=players))
        session = start(TURNS, dealt)
        for number, cards in enumerate(dealt.rounds):
            levels: dict[int, list[int]] = {}
            for index, one in enumerate(cards):
                levels.setdefault((index + number) % players, []).append(one.question.level)
            assert len({tuple(found) for found in levels.values()}) == 1
            assert len(levels) == players
        assert len(session.seats) == players

    def test_a_short_bank_leaves_nobody_short(self) -> None:
        few = MemoryBank([one for one in questions(1, 1) if one.topic == "cast" and "said" not in one.id])
        dealt = deal(few, TURNS, Wish("few", players=4))
        assert all(len(cards) % 4 == 0 for cards in dealt.rounds)

    def test_there_is_no_deciding_and_no_heat(self) -> None:
        session = opened(laid(TURNS, rounds=2, size=2, players=2))
        for _ in range(2):
            session = opened(after(after(opened(session), Answer(session.at, 1)), Next(session.at)))
        assert isinstance(session.phase, Briefing)
        assert session.number == 2
        assert {seat.heat for seat in session.seats} == {0}


class TestBuzzers:
    def test_the_options_are_open_and_nobody_may_answer_yet(self) -> None:
        session = opened(laid(BUZZERS, players=3))
        assert isinstance(session.phase, Buzzing)
        shown = view.asked(session, session.at)
        assert (shown.buzzing, shown.open, len(shown.options), shown.price) == (True, False, 4, 50_000)
        with pytest.raises(NotAllowed, match="buzzing"):
            after(session, Answer(session.at, 0))

    def test_whoever_buzzes_has_ten_seconds(self) -> None:
        session = after(opened(laid(BUZZERS, players=3)), Buzz(5_000, 2))
        assert session.phase == Asking(5_000, 15_000, 25_000)
        assert session.turn == 2
        assert takes(after(session, Answer(6_000, 0))) == [0, 0, 100_000]

    def test_a_wrong_buzz_lets_the_others_steal_in_the_time_that_was_left(self) -> None:
        session = after(opened(laid(BUZZERS, players=3)), Buzz(5_000, 2))
        session = after(session, Answer(9_000, 3))
        assert session.phase == Buzzing(9_000, 34_000)
        assert open_options(session) == (0, 1, 2)
        with pytest.raises(NotAllowed, match="out of this question"):
            after(session, Buzz(9_500, 2))
        session = after(after(session, Buzz(9_500, 0)), Answer(9_600, 0))
        assert isinstance(session.phase, Revealed)
        assert takes(session) == [100_000, 0, 0]

    def test_a_wrong_buzz_costs_but_never_more_than_there_is(self) -> None:
        session = opened(laid(BUZZERS, players=2))
        session = session._replace(seats=(session.seats[0]._replace(take=30_000), session.seats[1]))
        session = after(after(session, Buzz(1, 0)), Answer(2, 1))
        assert takes(session) == [0, 0]
        assert session.results[-1].answer_money == -30_000
        assert takes(after(after(session, Buzz(3, 1)), Answer(4, 2))) == [0, 0]

    def test_when_all_were_wrong_the_answer_is_shown(self) -> None:
        session = opened(laid(BUZZERS, players=2))
        session = after(after(session, Buzz(1, 0)), Answer(2, 1))
        session = after(after(session, Buzz(3, 1)), TimeUp(10_003))
        assert isinstance(session.phase, Revealed)
        assert [(result.seat, result.right) for result in session.results] == [(0, False), (1, False)]

    def test_nobody_buzzing_is_kept_as_nobodys(self) -> None:
        session = opened(laid(BUZZERS, players=2))
        session = after(session, TimeUp(due(session) or 0))
        assert isinstance(session.phase, Revealed)
        assert session.results[-1].seat == NOBODY
        assert takes(session) == [0, 0]

    def test_who_does_not_sit_here_cannot_buzz(self) -> None:
        session = opened(laid(BUZZERS, players=2))
        for seat in (-1, 2, 99):
            with pytest.raises(NotAllowed, match="no seat"):
                after(session, Buzz(1, seat))
        with pytest.raises(NotAllowed, match="not while"):
            after(laid(BUZZERS, players=2), Buzz(0, 0))

    def test_a_pause_stops_the_clock_for_everybody(self) -> None:
        session = after(after(opened(laid(BUZZERS, players=2)), Pause(10_000)), Resume(20_000))
        assert session.phase == Buzzing(10_000, 40_000)

    def test_the_next_question_is_open_to_all_again(self) -> None:
        session = opened(laid(BUZZERS, players=2))
        session = after(after(session, Buzz(1, 0)), Answer(2, 1))
        session = opened(after(after(after(session, Buzz(3, 1)), Answer(4, 0)), Next(5)))
        assert open_options(session) == (0, 1, 2, 3)
        assert isinstance(after(session, Buzz(session.at, 0)).phase, Asking)

    def test_without_a_clock_nobody_is_hurried(self) -> None:
        session = opened(laid(BUZZERS, players=2, assist=Assist("off")))
        assert due(session) is None
        assert due(after(session, Buzz(5, 1))) is None

    def test_without_a_clock_what_nobody_knows_can_be_let_go(self) -> None:
        session = opened(laid(BUZZERS, players=2, assist=Assist("off")))
        session = after(after(session, Buzz(5, 1)), Answer(6, 1))
        passed = after(session, Pass(90_000))
        assert isinstance(passed.phase, Revealed)
        assert [result.seat for result in passed.results] == [1, NOBODY]
        assert passed.results[-1].took_ms == 90_000 - 6

    def test_where_a_clock_runs_nobody_can_cut_it_short(self) -> None:
        session = opened(laid(BUZZERS, players=2))
        with pytest.raises(NotAllowed, match="the clock says how long"):
            after(session, Pass(session.at))
        with pytest.raises(NotAllowed, match="not while asking"):
            after(after(session, Buzz(1, 0)), Pass(2))


@pytest.mark.parametrize("mode", [THE_DAILY_JOB, STAKEOUT])
def test_ten_questions_and_out(mode: Mode) -> None:
    dealt = deal(bank(), mode, Wish("daily/2026-11-20"))
    session = after(start(mode, dealt), Begin(0))
    for _ in range(10):
        session = opened(session)
        session = after(after(session, Answer(session.at, session.card.right)), Next(session.at))
    assert session.phase == Over(Ending.CLEAR)
    assert (session.take > 0) is mode.ranked


def test_a_stakeout_has_no_clock_and_begins_with_what_was_missed() -> None:
    missed = tuple(entry.question.id for entry in deal(bank(), STAKEOUT, Wish("missed")).cards)[3:6]
    dealt = deal(bank(), STAKEOUT, Wish("again", first=("no such question", *missed)))
    assert tuple(one.question.id for one in dealt.cards)[:3] == missed
    assert due(after(start(STAKEOUT, dealt), Begin(0))) is None


def test_giving_up_ends_it_for_all() -> None:
    assert after(laid(BUZZERS, players=3), Abandon(1)).phase == Over(Ending.ABANDONED)
