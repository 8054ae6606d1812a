"""Who plays: joining with a key or a pad, leaving, names, and who comes too late."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.modes import BUZZERS, TURNS
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import KEYBOARD, Action, Button, Page
from quizgame.screen.scenes.players import PlayersScene
from quizgame.screen.terms import Player
from quizgame.screen.theme import Theme
from quizgame.store.names import clean_name
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.party import key, pad, to_players
from tests.screen.survey import surveyed

Start = Callable[..., Pilot]
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])


def seated(pilot: Pilot) -> list[Player]:
    assert isinstance(pilot.scene, PlayersScene)
    return pilot.scene.players


def can_begin(pilot: Pilot) -> bool:
    return "begin" in {spot.id for spot in pilot.spots()}


@pytest.fixture
def pilot(start: Start) -> Pilot:
    pilot = start()
    to_players(pilot, BUZZERS)
    return pilot


def test_everybody_joins_with_a_button_of_their_own_in_that_order(pilot: Pilot) -> None:
    pilot.plug("pad 1")
    for button in (key("m"), pad(1, "erase"), key("ф")):
        pilot.push(button)
    assert seated(pilot) == [
        Player("Player 1", key("m")),
        Player("Player 2", pad(1, "erase")),
        Player("Player 3", key("ф")),
    ]
    assert {"M", "PAD 1", "Ф"} <= set(pilot.survey().lines)


def test_nobody_begins_alone(pilot: Pilot) -> None:
    assert not can_begin(pilot)
    pilot.push(key("a"))
    assert not can_begin(pilot)
    pilot.push(key("l"))
    assert can_begin(pilot)


def test_a_button_is_one_seat_however_often_it_is_pressed(pilot: Pilot) -> None:
    for _ in range(3):
        pilot.push(key("a"))
    assert len(seated(pilot)) == 1
    assert pilot.sees("Player 1 has that one.")


def test_all_buttons_of_a_pad_are_one_seat_and_its_cross_steers(pilot: Pilot) -> None:
    pilot.plug("pad 1")
    pilot.push(pad(1, "down"))
    assert seated(pilot) == []
    pilot.push(pad(1))
    pilot.push(pad(1, "erase"))
    assert len(seated(pilot)) == 1


def test_the_ninth_is_told_that_all_seats_are_taken(pilot: Pilot) -> None:
    for letter in "abcdefghi":
        pilot.push(key(letter))
    assert len(seated(pilot)) == 8
    assert pilot.sees("All 8 seats are taken.")


@by_every_device
def test_one_device_alone_seats_two_names_one_and_begins(hand: Hand, start: Start) -> None:
    pilot = start()
    pilot.device = hand.device
    hand.choose(pilot, "play")
    hand.choose(pilot, TURNS.id)
    hand.choose(pilot, "add")
    assert pilot.at == "NameScene"
    pilot.press(Action.BACK)
    hand.choose(pilot, "add")
    hand.sign(pilot, "EADY")
    assert [player.name for player in seated(pilot)] == ["Player 1", "EADY"]
    hand.choose(pilot, "seat 0")
    hand.sign(pilot, "NEIL")
    assert [player.name for player in seated(pilot)] == ["NEIL", "EADY"]
    hand.choose(pilot, "begin")
    assert pilot.at == "RoundCard"


def test_whoever_gives_no_name_is_called_by_the_seat(start: Start) -> None:
    pilot = start()
    pilot.parts.change(player="Neil")
    to_players(pilot, TURNS)
    pilot.push(key("a"))
    pilot.push(key("l"))
    assert [player.name for player in seated(pilot)] == ["Neil", "Player 2", "Player 3"]
    pilot.click_spot("drop 0")
    assert [player.name for player in seated(pilot)] == ["Player 1", "Player 2"]


def test_whoever_has_no_button_plays_with_any(start: Start) -> None:
    pilot = start()
    pilot.parts.change(player="Neil")
    to_players(pilot, TURNS)
    assert "any key" in pilot.survey().lines


def test_whoever_has_no_button_is_given_a_letter_nobody_has(pilot: Pilot) -> None:
    pilot.push(key("a"))
    for _ in range(7):
        Keys().choose(pilot, "add")
        pilot.press(Action.BACK)
    buttons = [player.button for player in seated(pilot)]
    assert len(set(buttons)) == 8
    assert all(button and button.source == KEYBOARD for button in buttons)


def test_a_seat_can_be_given_up_and_taken_again(pilot: Pilot) -> None:
    pilot.push(key("a"))
    pilot.push(key("l"))
    pilot.click_spot("drop 0")
    assert [player.button for player in seated(pilot)] == [key("l")]
    assert pilot.sees("Player 1 is out.")
    pilot.push(key("a"))
    assert [player.button for player in seated(pilot)] == [key("l"), key("a")]
    assert [player.name for player in seated(pilot)] == ["Player 1", "Player 2"]


def test_backspace_on_a_seat_gives_it_up(pilot: Pilot) -> None:
    pilot.push(key("a"))
    pilot.push(key("l"))
    pilot.steer("seat 1")
    pilot.press(Action.ERASE)
    assert [player.button for player in seated(pilot)] == [key("a")]


def test_a_pad_that_comes_is_welcomed_and_one_that_goes_takes_its_player_along(pilot: Pilot) -> None:
    pilot.plug("pad 1")
    assert pilot.sees("Pad 1 is here. Press a button on it to join.")
    pilot.push(pad(1))
    pilot.push(key("a"))
    pilot.unplug("pad 1")
    assert [player.button for player in seated(pilot)] == [key("a")]
    assert pilot.sees("Pad 1 is gone, and so is its player.")


def test_names_are_made_fit_for_the_table(pilot: Pilot) -> None:
    pilot.push(key("a"))
    Keys().choose(pilot, "seat 0")
    pilot.type("  \u202eZoë \u200d ")
    pilot.press(Action.ACCEPT)
    assert seated(pilot)[0].name == "Zoë"


def name_seat(pilot: Pilot, seat: int, name: str) -> None:
    Keys().choose(pilot, f"seat {seat}")
    for _ in range(24):
        pilot.press(Action.ERASE)
    pilot.type(name)
    pilot.press(Action.ACCEPT)


@pytest.mark.parametrize(
    ("name", "told"),
    [("Neil", "Neil 2"), ("NEIL", "NEIL 2"), ("A name that fills a tabl", "A name that fills a ta 2")],
)
def test_two_of_one_name_are_told_apart(name: str, told: str, pilot: Pilot) -> None:
    first = name.capitalize()
    pilot.push(key("a"))
    pilot.push(key("l"))
    name_seat(pilot, 0, first)
    name_seat(pilot, 1, name)
    assert seated(pilot)[1].name == told
    assert len(told) <= 24
    assert pilot.sees(f"this is {told}.")
    name_seat(pilot, 0, first)  # one's own name again is no other's
    assert seated(pilot)[0].name == clean_name(first)


def test_it_is_said_how_many_have_to_join_before_it_can_begin(pilot: Pilot) -> None:
    assert pilot.sees("2 more have to join.")
    pilot.push(key("a"))
    assert pilot.sees("1 more has to join.")
    pilot.push(key("l"))
    assert not pilot.sees("to join.")


def test_a_challenge_waits_for_as_many_as_played_it() -> None:
    scene = PlayersScene("TURNS", "", [Player("Neil")], exactly=3)
    page = Page(stage_of(1280, 720), Theme(), PlainRuler())
    assert "2 more have to join." in surveyed(scene, page).lines


def test_whoever_signs_the_table_here_sits_first_when_turns_are_taken(start: Start) -> None:
    pilot = start()
    pilot.parts.change(player="Neil")
    to_players(pilot, TURNS)
    assert [player.name for player in seated(pilot)] == ["Neil"]


def test_escape_leads_back_to_the_modes(pilot: Pilot) -> None:
    pilot.press(Action.BACK)
    assert pilot.at == "ModesScene"
    assert pilot.scene.focus.id == BUZZERS.id  # type: ignore[attr-defined]


def test_letters_join_and_mute_nothing(pilot: Pilot) -> None:
    assert pilot.scene.claims(key("m"))
    assert not pilot.scene.claims(Button(KEYBOARD, "1"))
    assert not pilot.scene.claims(Button(KEYBOARD, "key 13"))
