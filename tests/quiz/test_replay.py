"""Thousands of random games: each replays from its log, and the sums of each are right."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import pytest

from quizgame.quiz.events import Call, Event, from_json, to_json
from quizgame.quiz.question import Kind
from quizgame.quiz.rules import MAX_HEAT, Crew
from quizgame.quiz.run import Ending
from quizgame.quiz.session import after, replay
from quizgame.quiz.state import Asking, Over, Session, due
from quizgame.quiz.sums import sums_of
from tests.quiz.players import Game, game

BLOCKS, GAMES = 5, 400
PART_MARKS = {Kind.SEVERAL, Kind.ORDER, Kind.MATCH, Kind.NUMBER}


@lru_cache(maxsize=1)
def games(block: int) -> tuple[Game, ...]:
    return tuple(game(f"game {block}/{number}") for number in range(GAMES))


@pytest.mark.parametrize("block", range(BLOCKS, 0, -1))
def test_a_game_replays_from_its_log_and_from_the_log_as_it_is_written_down(block: int) -> None:
    for played in games(block):
        log = from_json(to_json(played.log))
        assert log == played.log
        assert replay(played.start, log) == played.end


def test_every_step_of_a_game_keeps_the_sums_right() -> None:
    for played in games(1):
        session = played.start
        for event in played.log:
            session = checked(session, event)


def checked(before: Session, event: Event) -> Session:
    session = after(before, event)
    busted = session.phase == Over(Ending.BUSTED)
    gross = sum(result.answer_money + result.speed_money for result in session.results)
    assert before.at <= session.at
    assert session.take == (gross // 4 if busted else gross)
    assert session.heat == sum(result.heat - result.cooled for result in session.results)
    assert 0 <= session.heat <= MAX_HEAT
    assert busted <= (session.heat == MAX_HEAT)
    limit = due(session)
    assert limit is None or limit > session.at
    if isinstance(session.phase, Asking) and limit is not None:
        assert limit - session.at <= 45_000 * session.rules.clock_factor
    return session


def test_a_game_asks_at_most_what_was_dealt_each_of_the_crew_once_and_its_lines_add_up() -> None:
    for played in games(1):
        asked = [result.card.question.fact for result in played.end.results]
        crew = [event.crew for event in played.log if isinstance(event, Call)]
        assert len(set(asked)) == len(asked) <= 25
        assert len(set(crew)) == len(crew)
        assert set(crew) == played.end.used
        assert sum(line.dollars for line in sums_of(played.end).lines) == played.end.take


def test_the_random_games_see_all_there_is_to_see() -> None:
    """Else the tests above would prove less than they say."""
    some = list(games(1))
    endings = Counter(played.end.phase for played in some)
    assert min(endings[Over(ending)] for ending in set(Ending) - {Ending.TIME}) > 10
    assert {type(event).__name__ for played in some for event in played.log} == {
        "Begin", "Open", "Answer", "Call", "TimeUp", "Next", "Walk", "Stay", "Pause", "Resume", "Abandon",
    }  # fmt: skip
    assert {event.crew for played in some for event in played.log if isinstance(event, Call)} == set(Crew)
    assert {played.start.rules.question_ms() for played in some} == {30_000, 60_000, 120_000, None}
    results = [result for played in some for result in played.end.results]
    assert any(result.cooled for result in results)
    assert {result.card.question.kind for result in results if result.right} == set(Kind)
    assert {result.card.question.kind for result in results if result.given and not result.right} == set(Kind)
    assert {r.card.question.kind for r in results if 0 < r.heat < 10 * r.round} >= PART_MARKS
    assert any(result.answer_money for result in results if not result.right)
