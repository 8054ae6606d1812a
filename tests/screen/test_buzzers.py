"""Face to Face on buzzers: who was first, who may answer with what, and pads that are pulled out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import BUZZERS
from quizgame.quiz.tasks import Kind
from quizgame.quiz.verify import Verdict, verify
from quizgame.screen.scene import OPTIONS, Action, Button
from quizgame.screen.scenes.question import QuestionScene
from tests.pilot import Pilot
from tests.screen.match import right_place
from tests.screen.party import KEYS, answer, buzzing, go_on, joined, key, on, pad, takes

Start = Callable[..., Pilot]


def spots(pilot: Pilot) -> set[str]:
    return {spot.id for spot in pilot.spots()}


def may_answer(pilot: Pilot) -> bool:
    return any(id.startswith("option") for id in spots(pilot))


def test_nobody_can_cut_the_time_to_read_short(start: Start) -> None:
    pilot = start()
    joined(pilot, BUZZERS, [key("a"), pad(1)])
    KEYS.choose(pilot, "begin")
    for button in (key("a"), pad(1)):
        pilot.push(button)
        assert pilot.sees("Not yet.")
    pilot.press(Action.ACCEPT, OPTIONS[0])
    pilot.click_at(300, 300)
    assert spots(pilot) == set()
    pilot.wait(5_000)
    assert spots(pilot) == {"seat 0", "seat 1"}


@pytest.mark.parametrize(("button", "name"), [(key("l"), "PLAYER 2"), (pad(1, "back"), "PLAYER 3")])
def test_whoever_presses_first_may_answer(button: Button, name: str, start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    assert not may_answer(pilot)
    pilot.push(button)
    assert may_answer(pilot)
    assert any(line.startswith(f"{name}  ·") for line in pilot.survey().lines)


def test_a_click_on_a_name_buzzes_too(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.click_spot("seat 1")
    assert may_answer(pilot)
    assert any(line.startswith("PLAYER 2  ·") for line in pilot.survey().lines)


def test_nothing_else_buzzes(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(pad(1, "left"))
    pilot.push(key("x"))
    assert pilot.sees("This game has begun without that button. The next one has room.")
    pilot.press(*OPTIONS)
    assert not may_answer(pilot)


def test_the_second_press_on_a_buzzer_is_no_answer(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(pad(1))
    pilot.push(pad(1))
    pilot.clock.now += 240
    pilot.push(pad(1))
    assert pilot.at == "QuestionScene"
    pilot.clock.now += 10
    pilot.push(pad(1))
    assert pilot.at != "QuestionScene" or "seat 0" in spots(pilot)


def test_letters_never_answer_here(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(key("a"))
    pilot.wait(400)
    for letter in "abcd":
        pilot.push(key(letter))
    assert may_answer(pilot)
    assert {"1", "2"} <= set(pilot.survey().lines)  # the cards say which keys do
    assert not {"A", "B"} & set(pilot.survey().lines)


def test_letters_write_where_words_are_asked_for(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(key("a"))
    scene = pilot.scene
    assert isinstance(scene, QuestionScene)
    asked = scene._look(0)
    assert scene._manner.claims(key("l"), asked)
    assert not scene._manner.claims(key("l"), replace(asked, kind=Kind.TYPED))


def test_only_the_pad_of_who_buzzed_answers(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    buzzing(pilot, pad(1), pad(2), key("a"))
    pilot.push(pad(1))
    pilot.wait(400)
    pilot.push(pad(2))
    assert pilot.sees("Player 1 was first.")
    assert may_answer(pilot)
    pilot.push(pad(1))
    assert not may_answer(pilot)


def test_the_one_who_buzzed_may_use_the_mouse(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(key("a"))
    pilot.wait(400)
    pilot.click_spot(f"option {right_place(pilot, bank)}")
    assert pilot.at == "RevealScene"
    assert pilot.sees("Player 1")


def test_a_right_answer_pays_whoever_gave_it(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(key("l"))
    answer(pilot, bank)
    assert pilot.sees("RIGHT")
    assert takes(pilot) == ["$0", "$100,000", "$0"]


def test_whoever_presses_on_does_not_hurry_the_others_past_the_answer(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(pad(1))
    answer(pilot, bank)
    for _ in range(3):
        pilot.press(Action.ACCEPT)
        pilot.clock.now += 150
    assert pilot.at == "RevealScene"
    go_on(pilot)
    assert pilot.at == "QuestionScene"


def test_who_is_wrong_is_out_and_the_others_may_steal(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(key("a"))
    answer(pilot, bank, right=False)
    assert spots(pilot) == {"seat 1", "seat 2"}
    assert pilot.sees("WRONG: PLAYER 1")
    assert pilot.sees("STEAL IT")
    pilot.push(key("a"))
    assert pilot.sees("Player 1 has had a go at this one.")
    pilot.push(pad(1))
    answer(pilot, bank)
    assert takes(pilot) == ["$0", "$0", "$100,000"]
    assert pilot.sees("Player 1 missed")


def test_ten_seconds_to_answer_then_the_others(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(key("a"))
    pilot.wait(9_900)
    assert may_answer(pilot)
    pilot.wait(200)
    assert spots(pilot) == {"seat 1", "seat 2"}


def test_nobody_buzzes(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.wait(30_000)
    assert pilot.at == "RevealScene"
    assert pilot.sees("NOBODY BUZZED")
    assert takes(pilot) == ["$0"] * 3


def test_a_whole_game_is_kept_for_everybody_and_adds_up(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    buzzing(pilot)
    buttons, number = (key("a"), key("l"), pad(1)), 0
    while pilot.at != "StandingsScene":
        if may_answer(pilot):
            answer(pilot, bank, right=number % 2 == 0)
            number += 1
        elif pilot.at == "QuestionScene":
            free = [int(id[-1]) for id in spots(pilot)]
            pilot.wait(100) if not free else pilot.push(buttons[free[number % len(free)]])
        else:
            go_on(pilot)
    runs = [saved.run for saved in pilot.parts.scores.runs()]
    assert len(runs) == 3
    assert {verify(run, bank).verdict for run in runs} == {Verdict.CHECKED}
    assert sum(run.correct for run in runs) >= BUZZERS.questions // 2
    assert {f"${run.take:,}" for run in runs} <= set(pilot.survey().lines)


# --- pads that go and come ---


def test_a_pad_pulled_out_stops_everything_and_says_whose_it_was(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.wait(3_000)
    pilot.unplug("pad 1")
    assert pilot.at == "VacantScene"
    assert pilot.sees("PAD 1 IS GONE")
    assert pilot.sees("Player 3 played with it")
    pilot.wait(600_000)
    assert pilot.at == "VacantScene"


def test_the_game_goes_on_when_the_pad_is_back(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.wait(3_000)
    before = pilot.survey().lines
    pilot.unplug("pad 1")
    pilot.wait(100_000)
    pilot.plug("pad 1")
    assert pilot.at == "PauseScene"  # nobody's clock starts unready
    pilot.wait(100_000)
    pilot.press(Action.PAUSE)
    assert pilot.survey().lines == before
    pilot.push(pad(1))
    assert may_answer(pilot)


@pytest.mark.parametrize("button", [key("x"), pad(5)], ids=["letter", "pad"])
def test_the_seat_can_be_given_another_button(button: Button, start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.unplug("pad 1")
    if button.name == "accept":
        pilot.plug(button.source)
    pilot.push(key("a"))  # somebody else's
    assert pilot.at == "VacantScene"
    pilot.push(button)
    pilot.press(Action.PAUSE)
    pilot.push(button)
    assert any(line.startswith("PLAYER 3  ·") for line in pilot.survey().lines)


def test_one_who_has_nothing_else_is_given_a_letter(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.unplug("pad 1")
    pilot.click_spot("share")
    pilot.press(Action.PAUSE)
    pilot.push(key("q"))
    assert any(line.startswith("PLAYER 3  ·") for line in pilot.survey().lines)


def test_a_pad_pulled_out_at_the_reveal_is_missed_before_the_next_question(
    start: Start, bank: MemoryBank
) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.push(key("a"))
    answer(pilot, bank)
    pilot.unplug("pad 1")
    on(pilot)
    assert pilot.at == "VacantScene"
    pilot.wait(60_000)
    pilot.plug("pad 1")
    assert pilot.at == "PauseScene"
    pilot.press(Action.PAUSE)
    assert pilot.sees("30")


def test_from_a_vacant_seat_the_game_can_be_called_off(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.unplug("pad 1")
    pilot.press(Action.BACK)
    KEYS.choose(pilot, "give up")
    KEYS.choose(pilot, "go")
    assert pilot.at == "TitleScene"


def test_a_pad_nobody_plays_with_may_come_and_go(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.plug("pad 4")
    assert pilot.sees("Pad 4 comes too late for this game. The next one has room.")
    pilot.unplug("pad 4")
    assert pilot.at == "QuestionScene"
