"""What a run lets be heard, and when: once, in time with the screen, and the music out of its way."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import THIRTY_SECONDS
from quizgame.screen.cues import verdict
from quizgame.screen.mix import Volumes
from quizgame.screen.music import BEAT_MS, LAYERS
from quizgame.screen.scene import OPTIONS, Action, Mood
from quizgame.screen.sound import WAITS, Mixer
from quizgame.screen.sum_lines import LINE_MS
from quizgame.screen.suspense import BREATH_MS
from tests.pilot import Pilot
from tests.screen.match import LATE_MS, Plan, play, right_place
from tests.screen.ways import KEYS, answered, deciding, to_first_question

Start = Callable[..., Pilot]
HOT = Mood(0.9, True)


def heard(pilot: Pilot) -> list[str]:
    """What was to be heard since the last look."""
    return pilot.show.sounds()


# --- what each moment says ---


def test_options_are_heard_coming_once_whether_asked_for_or_waited_for(start: Start) -> None:
    pilot, patient = start(), start()
    to_first_question(pilot)
    to_first_question(patient)
    heard(pilot), heard(patient)
    KEYS.open(pilot)
    assert heard(pilot) == ["open"]
    pilot.wait(1_000)
    assert heard(pilot) == []
    patient.wait(8_000)
    assert heard(patient) == ["open"]


def test_against_one_clock_each_question_is_open_at_once_and_the_end_is_late(
    start: Start, bank: MemoryBank
) -> None:
    pilot, idle = start(), start()
    for player in (pilot, idle):
        for id in ("play", THIRTY_SECONDS.id, "begin"):
            KEYS.choose(player, id)
        heard(player)
    for _ in range(4):
        pilot.wait(1_000)
        KEYS.answer(pilot, right_place(pilot, bank))
    assert heard(pilot) == ["right", "right_2", "right_3", "right"]
    idle.wait(60_000)
    assert heard(idle) == [*(f"pulse_{left}" for left in range(10, 0, -1)), "late"]


@pytest.mark.parametrize(("place", "name"), [*enumerate(["chris", "nate", "trejo", "michael"])])
def test_each_of_the_crew_answers_for_himself(place: int, name: str, start: Start) -> None:
    pilot = start()
    to_first_question(pilot)
    KEYS.open(pilot)
    pilot.wait(1_000)
    heard(pilot)
    KEYS.call(pilot, place)
    assert heard(pilot) == [f"crew_{name}"]


def test_who_is_late_hears_something_else_than_who_is_wrong(start: Start) -> None:
    pilot = start()
    to_first_question(pilot)
    KEYS.open(pilot)
    pilot.wait(LATE_MS)
    assert heard(pilot)[-2:] == ["late", "heat_up"]


@pytest.mark.parametrize(("motion", "right"), [(True, True), (True, False), (False, True)])
def test_a_take_is_heard_counting_where_it_is_seen_counting(
    motion: bool, right: bool, start: Start, bank: MemoryBank
) -> None:
    pilot = start()
    pilot.motion = motion
    to_first_question(pilot)
    KEYS.open(pilot)
    pilot.wait(1_000)
    place = right_place(pilot, bank)
    KEYS.answer(pilot, place if right else (place + 1) % 2)
    pilot.wait(BREATH_MS)
    assert ("count" in heard(pilot)) == (motion and right)
    pilot.wait(2_000)
    assert heard(pilot) == []


def test_a_reveal_that_one_comes_back_to_from_the_menu_is_silent(start: Start) -> None:
    pilot = start()
    pilot.motion = True
    answered(pilot)
    pilot.press(Action.BACK)
    assert pilot.at == "PauseScene"
    heard(pilot)
    KEYS.choose(pilot, "resume")
    assert heard(pilot) == ["choose"]


def test_the_decision_is_announced(start: Start) -> None:
    pilot = start()
    deciding(pilot)
    assert heard(pilot)[-1] == "decide"


def test_each_line_of_the_sums_is_heard(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    pilot.motion = True
    play(pilot, KEYS, bank, Plan(walk_after=3))
    pilot.wait(3_000)
    assert heard(pilot).count("sum") == 4, "three rounds, and speed"


def test_the_sums_fall_silent_for_who_wants_no_more_of_them(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    pilot.motion = True
    play(pilot, KEYS, bank, Plan(walk_after=3))
    before = heard(pilot).count("sum")
    pilot.clock.now += 2 * LINE_MS
    pilot.press(OPTIONS[0])
    assert before + heard(pilot).count("sum") < 4
    pilot.wait(3_000)
    assert heard(pilot) == []


@pytest.mark.parametrize(
    ("streak", "sound"),
    [(0, "right"), (1, "right"), (2, "right_2"), (3, "right_3"), (4, "right"), (6, "right_3")],
)
def test_right_answers_in_a_row_are_counted_by_threes(streak: int, sound: str) -> None:
    assert verdict(True, False, streak) == sound
    assert verdict(False, False, streak) == "wrong"
    assert verdict(False, True, streak) == "late"


# --- when it is heard ---


def test_a_card_comes_after_the_bolt_and_alone_at_once(mixer: Mixer, played: list[str]) -> None:
    mixer.frame(["choose", "stay", "card"], Mood(), Volumes(), 1_000)
    mixer.frame([], Mood(), Volumes(), 1_000 + WAITS["card"] - 1)
    assert played == ["choose", "stay"]
    mixer.frame([], Mood(), Volumes(), 1_000 + WAITS["card"])
    assert played == ["choose", "stay", "card"]
    mixer.frame(["card"], Mood(), Volumes(), 5_000)
    assert played[-2:] == ["card", "card"]


def music() -> float:
    """How loud the music is: its calm layer, and the two that came with the heat."""
    channels = (pygame.mixer.Channel(number).get_volume() for number in (0, 1))
    sounds = (pygame.mixer.Channel(number).get_sound() for number in (0, 1))
    hot = sum(one * (sound.get_volume() if sound else 0) for one, sound in zip(channels, sounds, strict=True))
    return pygame.mixer.music.get_volume() + hot


def test_the_music_leaves_the_last_seconds_to_the_pulse_and_comes_back(mixer: Mixer) -> None:
    def play(start: int, end: int, *sounds: str) -> None:
        mixer.frame(sounds, HOT, Volumes(), start)
        for now in range(start + 20, end, 20):
            mixer.frame((), HOT, Volumes(), now)

    for name in LAYERS:
        mixer._decoder.sound(name)
    play(0, 6_000)
    before = music()
    for left in range(10, 5, -1):
        play(16_000 - 1_000 * left, 17_000 - 1_000 * left, f"pulse_{left}")
    assert 0 < music() < before / 4
    play(11_000, 11_000 + BEAT_MS + 4_000)
    assert music() == pytest.approx(before, abs=0.02)


def test_what_nobody_hears_makes_no_room_for_itself(mixer: Mixer) -> None:
    silent = Volumes(effects=0)
    for now in range(0, 6_000, 20):
        mixer.frame((), Mood(), silent, now)
    before = music()
    for now in range(6_000, 9_000, 20):
        mixer.frame(("pulse_5",) if now % 1_000 == 0 else (), HOT._replace(playing=False), silent, now)
    assert music() == before > 0
