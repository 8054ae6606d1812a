"""Face to Face in turns: the card that hands over, whose pad counts, and what is kept of everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import TURNS
from quizgame.quiz.run import Ending, Run
from quizgame.quiz.verify import Verdict, verify
from quizgame.quiz.view import Standing
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.guard import GUARD_MS
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Action, Page
from quizgame.screen.scenes.turn import TurnCard
from quizgame.screen.terms import Player, Terms
from quizgame.screen.theme import Theme
from quizgame.store.errors import NotSaved
from quizgame.store.scores import Scores
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import right_place
from tests.screen.party import KEYS, answer, go_on, joined, key, on, pad, turns
from tests.screen.survey import surveyed

Start = Callable[..., Pilot]
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])


def whose(pilot: Pilot) -> str:
    """The name on the card that hands over."""
    assert pilot.at == "TurnCard"
    lines = pilot.survey().lines
    return next(after for line, after in pairwise(lines) if line.endswith("THE NEXT SEAT"))


def play(pilot: Pilot, bank: MemoryBank, right: Callable[[int], bool]) -> list[str]:
    """To the standings; whose turn it was at each question."""
    turns = []
    while pilot.at != "StandingsScene":
        if pilot.at == "TurnCard":
            turns.append(whose(pilot))
        if pilot.at == "QuestionScene":
            KEYS.open(pilot)
            answer(pilot, bank, right(len(turns)))
        else:
            go_on(pilot)
    return turns


def test_a_card_hands_over_before_every_question_and_no_clock_runs_meanwhile(
    start: Start, bank: MemoryBank
) -> None:
    pilot = start()
    turns(pilot)
    assert whose(pilot) == "Player 1"
    pilot.wait(600_000)
    assert pilot.at == "TurnCard"
    pilot.press(Action.ACCEPT)
    KEYS.open(pilot)
    answer(pilot, bank)
    go_on(pilot)
    assert whose(pilot) == "Player 2"
    pilot.wait(600_000)
    pilot.push(pad(1))
    pilot.push(pad(1))
    assert pilot.sees("30")


@pytest.mark.parametrize(
    ("takes", "news"),
    [
        ((0, 0, 0), "Nobody has taken a dollar yet."),
        ((500_000, 200_000, 0), "You lead Vincent by $300,000. Keep it that way."),
        ((200_000, 0, 500_000), "$300,000 to catch Eady."),
        ((200_000, 500_000, 500_000), "$300,000 to catch 2 others."),
        ((500_000, 0, 500_000), "All square with Eady at $500,000."),
    ],
)
def test_the_card_says_who_leads_seen_from_the_next_seat(takes: tuple[int, ...], news: str) -> None:
    standing = Standing("Turns", 1, 3, "The Meeting", "", 1, 6, takes[0], 0, 0, 0, takes)
    players = tuple(Player(name) for name in ("Neil", "Vincent", "Eady"))
    page = Page(stage_of(1280, 720), Theme(), PlainRuler())
    lines = surveyed(TurnCard(standing, Terms(players=players), 0), page).lines
    assert f"{news} The clock waits for you." in lines


def test_everybody_has_as_many_questions_and_another_seat_begins_each_round(
    start: Start, bank: MemoryBank
) -> None:
    pilot = start()
    turns(pilot)
    order = play(pilot, bank, lambda n: True)
    first, second, third = "Player 1", "Player 2", "Player 3"
    assert order[:6] == [first, second, third] * 2
    assert order[6:12] == [second, third, first] * 2
    assert order[12:] == [third, first, second] * 2


@by_every_device
def test_one_device_alone_plays_a_game_for_two(hand: Hand, start: Start, bank: MemoryBank) -> None:
    pilot = start()
    pilot.device = hand.device
    hand.choose(pilot, "play")
    hand.choose(pilot, TURNS.id)
    for _ in range(2):
        hand.choose(pilot, "add")
        pilot.press(Action.BACK)  # without a name
    hand.choose(pilot, "begin")
    ways = {"RoundCard": "begin", "TurnCard": "ready", "RevealScene": "next"}
    while pilot.at != "StandingsScene":
        if pilot.at == "QuestionScene":
            hand.open(pilot)
            pilot.wait(GUARD_MS)
            hand.answer(pilot, right_place(pilot, bank))
        else:
            pilot.wait(500)
            hand.choose(pilot, ways[pilot.at])
    assert {saved.run.correct for saved in pilot.parts.scores.runs()} == {6}
    hand.choose(pilot, "review")
    assert pilot.at == "ReviewScene"


def test_anothers_pad_answers_nothing_and_is_told_whose_question_it_is(
    start: Start, bank: MemoryBank
) -> None:
    pilot = start()
    turns(pilot, pad(1), pad(2))
    pilot.push(pad(2))
    assert pilot.at == "TurnCard"
    pilot.push(pad(1))
    pilot.push(pad(2))
    assert pilot.spots() == []  # the options are not open yet
    pilot.push(pad(1))
    pilot.wait(300)
    pilot.push(pad(2))
    assert pilot.at == "QuestionScene"
    assert pilot.sees("It is Player 1’s question.")
    pilot.push(pad(1))
    assert pilot.at == "RevealScene"


def test_a_player_without_a_pad_answers_with_whatever_is_at_hand(start: Start) -> None:
    pilot = start()
    turns(pilot, key("a"), pad(1))
    pilot.push(pad(1))
    pilot.push(pad(1))
    pilot.wait(300)
    pilot.push(key("b"))
    assert pilot.at == "RevealScene"


def test_anybody_can_stop_the_clock(start: Start) -> None:
    pilot = start()
    turns(pilot, pad(1), pad(2))
    pilot.push(pad(1))
    pilot.push(pad(2, "pause"))
    assert pilot.at == "PauseScene"


def test_a_pad_that_comes_in_the_middle_is_told_to_wait(start: Start) -> None:
    pilot = start()
    turns(pilot, pad(1), key("a"))
    pilot.push(pad(1))
    pilot.plug("pad 7")
    assert pilot.sees("Pad 7 comes too late for this game. The next one has room.")
    pilot.push(pad(7))
    assert pilot.sees("This game has begun without that button. The next one has room.")
    assert pilot.at == "QuestionScene"


def test_every_run_is_kept_under_its_name_and_adds_up(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    turns(pilot)
    play(pilot, bank, lambda n: n % 3 != 1)  # the first one misses all of the first round
    runs = [saved.run for saved in pilot.parts.scores.runs()]
    assert [(run.player, run.seat, run.ended) for run in runs] == [
        ("Player 1", 0, Ending.CLEAR),
        ("Player 2", 1, Ending.CLEAR),
        ("Player 3", 2, Ending.CLEAR),
    ]
    assert {verify(run, bank).verdict for run in runs} == {Verdict.CHECKED}
    assert {f"${run.take:,}" for run in runs} <= set(pilot.survey().lines)


def test_equals_share_a_place(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    turns(pilot)
    play(pilot, bank, lambda n: False)
    assert pilot.sees("NOBODY TAKES IT ALONE")
    assert pilot.survey().lines.count("1 =") == 3


def test_all_runs_are_kept_or_none(start: Start, bank: MemoryBank, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []

    def refuse(self: Scores, runs: Iterable[Run]) -> tuple[int, ...]:
        given.append(len(list(runs)))
        raise NotSaved("This run is not kept: the disk is full.")

    monkeypatch.setattr(Scores, "add_all", refuse)
    pilot = start()
    turns(pilot)
    play(pilot, bank, lambda n: True)
    assert given == [3]
    assert pilot.sees("the disk is full")


def test_the_same_players_can_play_again(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    turns(pilot)
    play(pilot, bank, lambda n: True)
    KEYS.choose(pilot, "again")
    assert pilot.at == "PlayersScene"
    pilot.press(Action.ACCEPT)
    assert pilot.at == "RoundCard"


def test_a_game_given_up_is_kept_as_called_off_for_everybody(start: Start) -> None:
    pilot = start()
    turns(pilot)
    pilot.press(Action.ACCEPT)
    pilot.press(Action.PAUSE)
    KEYS.choose(pilot, "give up")
    KEYS.choose(pilot, "go")
    assert pilot.at == "TitleScene"
    assert [saved.run.ended for saved in pilot.parts.scores.runs()] == [Ending.ABANDONED] * 3


def test_the_menu_on_the_card_that_hands_over_comes_back_to_it(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    turns(pilot)
    pilot.press(Action.PAUSE)
    assert pilot.at == "PauseScene"
    pilot.press(Action.PAUSE)
    assert whose(pilot) == "Player 1"


def test_eight_play(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    joined(pilot, TURNS, [pad(1), pad(2), *map(key, "alqozn")])
    on(pilot)
    names = play(pilot, bank, lambda n: n % 2 == 0)
    assert len(names) + 1 >= len(set(names)) == 8
    assert len(pilot.parts.scores.runs()) == 8
