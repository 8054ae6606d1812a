"""What keys, mouse and pads mean, told by real pygame events; and the keys that work on every screen."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from quizgame import resources
from quizgame.screen.canvas import Canvas
from quizgame.screen.keys import Hands
from quizgame.screen.narration import Narrator
from quizgame.screen.scene import (
    Action,
    Away,
    Click,
    Device,
    Finished,
    Input,
    Page,
    Point,
    Press,
    Scene,
    Scroll,
    Story,
    Typed,
    show,
)
from quizgame.screen.sizing import Extent
from quizgame.screen.stories import Show
from quizgame.screen.window import Keys, Window, Wishes
from tests.screen.events import button, click, device, move, press, push, release

pytestmark = pytest.mark.usefixtures("display")


@pytest.mark.parametrize(
    ("key", "action"),
    [
        (pygame.K_RETURN, Action.ACCEPT),
        (pygame.K_KP_ENTER, Action.ACCEPT),
        (pygame.K_SPACE, Action.ACCEPT),
        (pygame.K_ESCAPE, Action.BACK),
        (pygame.K_p, Action.PAUSE),
        (pygame.K_f, Action.FLAG),
        (pygame.K_1, Action.OPTION_1),
        (pygame.K_KP_4, Action.OPTION_4),
        (pygame.K_a, Action.OPTION_1),
        (pygame.K_d, Action.OPTION_4),
        (pygame.K_q, Action.CREW_1),
        (pygame.K_r, Action.CREW_4),
        (pygame.K_TAB, Action.NEXT),
        (pygame.K_HOME, Action.FIRST),
        (pygame.K_PAGEDOWN, Action.PAGE_DOWN),
    ],
)
def test_a_key_means_what_the_page_on_controls_says(hands: Hands, key: int, action: Action) -> None:
    assert [input for input in press(hands, key) if isinstance(input, Press)] == [Press(action)]


@pytest.mark.parametrize(("key", "figure"), [(pygame.K_1, "1"), (pygame.K_9, "9"), (pygame.K_KP_4, "4")])
def test_a_digit_is_a_figure_as_well_where_a_number_is_asked_for(hands: Hands, key: int, figure: str) -> None:
    assert Typed(figure) in press(hands, key)


@pytest.mark.parametrize("key", [pygame.K_x, pygame.K_COMMA, pygame.K_0])
def test_a_letter_or_sign_without_a_meaning_is_any_key(hands: Hands, key: int) -> None:
    assert Press(Action.OTHER) in press(hands, key)


@pytest.mark.parametrize("key", [pygame.K_LSHIFT, pygame.K_CAPSLOCK, pygame.K_PRINTSCREEN, pygame.K_F9])
def test_a_key_that_writes_nothing_is_none(hands: Hands, key: int) -> None:
    assert press(hands, key) == []


def test_shift_tab_goes_back(hands: Hands) -> None:
    assert press(hands, pygame.K_TAB, pygame.KMOD_SHIFT) == [Press(Action.PREVIOUS)]


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_1, pygame.K_ESCAPE, pygame.K_p, pygame.K_TAB])
def test_a_held_key_acts_once(hands: Hands, key: int) -> None:
    assert press(hands, key) != []
    assert press(hands, key) == []
    assert press(hands, key) == []
    release(hands, key)
    assert press(hands, key) != []


@pytest.mark.parametrize("key", [pygame.K_DOWN, pygame.K_LEFT, pygame.K_PAGEUP, pygame.K_BACKSPACE])
def test_a_held_arrow_goes_on(hands: Hands, key: int) -> None:
    assert press(hands, key) == press(hands, key) == press(hands, key) != []


@pytest.mark.parametrize("mod", [pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_META])
def test_keys_with_a_modifier_are_left_to_the_system(hands: Hands, mod: int) -> None:
    assert press(hands, pygame.K_a, mod) == []
    assert press(hands, pygame.K_TAB, mod) == []


@pytest.mark.parametrize("mod", [pygame.KMOD_SHIFT, pygame.KMOD_CAPS, pygame.KMOD_NUM])
def test_locks_and_shift_do_not_matter(hands: Hands, mod: int) -> None:
    assert press(hands, pygame.K_a, mod) == [Press(Action.OPTION_1)]


@pytest.mark.parametrize("letter", "abcdqwerfp 1234")
def test_letters_are_only_letters_where_a_name_is_written(hands: Hands, letter: str) -> None:
    assert press(hands, ord(letter), writing=True) == []
    typed = pygame.Event(pygame.TEXTINPUT, text=letter)
    assert hands.inputs(typed, 1.0, True) == [Typed(letter)]
    assert hands.inputs(typed, 1.0, False) == []


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE, pygame.K_UP])
def test_other_keys_still_act_where_a_name_is_written(hands: Hands, key: int) -> None:
    assert len(press(hands, key, writing=True)) == 1


def test_a_pointer_that_merely_appears_takes_nothing(hands: Hands) -> None:
    assert move(hands, 300, 300, rel=(0, 0)) == []
    assert device(hands) is Device.KEYS


def test_a_pointer_that_trembles_while_keys_are_used_takes_nothing(hands: Hands) -> None:
    press(hands, pygame.K_DOWN)
    x, y = pygame.mouse.get_pos()
    assert move(hands, x + 2, y - 2, rel=(2, -2)) == []
    assert device(hands) is Device.KEYS
    assert move(hands, x + 40, y + 20) == [Point((x + 40) / 2, (y + 20) / 2)]
    assert device(hands) is Device.MOUSE


def test_the_pointer_moves_freely_until_a_key_is_used_again(hands: Hands) -> None:
    press(hands, pygame.K_DOWN)
    x, y = pygame.mouse.get_pos()
    move(hands, x + 40, y)
    assert move(hands, x + 41, y, rel=(1, 0)) == [Point((x + 41) / 2, y / 2)]
    press(hands, pygame.K_UP)
    assert device(hands) is Device.KEYS


def test_a_click_is_where_it_is_in_virtual_units(hands: Hands) -> None:
    assert click(hands, pygame.BUTTON_LEFT) == [Point(20, 30), Click(20, 30)]
    assert device(hands) is Device.MOUSE


def test_the_right_button_goes_back_and_the_middle_one_does_nothing(hands: Hands) -> None:
    assert click(hands, pygame.BUTTON_RIGHT) == [Press(Action.BACK)]
    assert click(hands, pygame.BUTTON_MIDDLE) == []


def test_the_wheel_scrolls(hands: Hands) -> None:
    event = pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_x=0.0, precise_y=-1.0, flipped=False)
    assert hands.inputs(event, 1.0, False) == [Scroll(-1.0)]


@pytest.mark.parametrize(
    ("number", "action"),
    [
        (pygame.CONTROLLER_BUTTON_A, Action.ACCEPT),
        (pygame.CONTROLLER_BUTTON_B, Action.BACK),
        (pygame.CONTROLLER_BUTTON_START, Action.PAUSE),
        (pygame.CONTROLLER_BUTTON_Y, Action.FLAG),
        (pygame.CONTROLLER_BUTTON_DPAD_LEFT, Action.LEFT),
    ],
)
def test_a_pad_button_means_what_the_page_on_controls_says(hands: Hands, number: int, action: Action) -> None:
    assert button(hands, number) == [Press(action)]
    assert device(hands) is Device.PAD


def test_a_stick_acts_once_each_time_it_is_pushed(hands: Hands) -> None:
    x = pygame.CONTROLLER_AXIS_LEFTX
    assert push(hands, x, 30_000) == [Press(Action.RIGHT)]
    assert push(hands, x, 32_000) == []
    assert push(hands, x, 15_000) == []  # not let go yet
    assert push(hands, x, 25_000) == []
    assert push(hands, x, 100) == []
    assert push(hands, x, -32_768) == [Press(Action.LEFT)]
    assert push(hands, x, 32_767) == [Press(Action.RIGHT)]


def test_a_resting_stick_does_not_take_the_hints(hands: Hands) -> None:
    assert push(hands, pygame.CONTROLLER_AXIS_LEFTY, 3_000) == []
    assert push(hands, pygame.CONTROLLER_AXIS_TRIGGERLEFT, 32_000) == []
    assert device(hands) is Device.KEYS


@pytest.mark.parametrize("kind", [pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN])
def test_leaving_the_window_is_told_and_lets_go_of_every_key(hands: Hands, kind: int) -> None:
    press(hands, pygame.K_RETURN)
    assert hands.inputs(pygame.Event(kind), 1.0, False) == [Away()]
    assert press(hands, pygame.K_RETURN) == [Press(Action.ACCEPT)]


class Listening(Scene[None]):
    """Writes down what reaches it, until Enter."""

    def __init__(self, heard: list[Input], wants_text: bool) -> None:
        super().__init__()
        self._writes, self.heard = wants_text, heard

    @property
    def wants_text(self) -> bool:
        return self._writes

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        self.heard.append(input)
        return Finished(None) if input == Press(Action.ACCEPT) else None

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0)


def heard_in_a_window(keys: list[tuple[int, int]], wants_text: bool) -> tuple[list[Input], list[str]]:
    """What a scene hears of keys (with modifiers) that are followed by Enter, and what the window did."""
    heard: list[Input] = []
    done: list[str] = []

    def story() -> Story:
        yield from show(Listening(heard, wants_text))

    window = Window(resources.assets(), Wishes(), Extent((320, 240)))
    for key, mod in [*keys, (pygame.K_RETURN, 0)]:
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=mod))
        pygame.event.post(pygame.Event(pygame.KEYUP, key=key, mod=mod))
    window.run(Show(story()), Keys(lambda: done.append("full screen"), lambda: done.append("mute")))
    return [input for input in heard if isinstance(input, Press)], done


def test_full_screen_and_mute_work_on_every_screen() -> None:
    keys = [(pygame.K_F11, 0), (pygame.K_RETURN, pygame.KMOD_ALT), (pygame.K_m, 0)]
    assert heard_in_a_window(keys, wants_text=False) == (
        [Press(Action.ACCEPT)],
        ["full screen", "full screen", "mute"],
    )


def test_m_is_a_letter_where_a_name_is_written() -> None:
    keys = [(pygame.K_m, 0), (pygame.K_F11, 0)]
    assert heard_in_a_window(keys, wants_text=True) == ([Press(Action.ACCEPT)], ["full screen"])


class Reader(Narrator):
    """Writes down what it is asked to read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[object] = []

    def asked(self, scene: Scene[Any] | None, page: Page) -> None:
        self.read.append(scene)


def test_a_key_reads_the_screen_aloud_and_the_scene_hears_nothing_of_it() -> None:
    heard: list[Input] = []
    listening, reader = Listening(heard, wants_text=False), Reader()

    def story() -> Story:
        yield from show(listening)

    window = Window(resources.assets(), Wishes(), Extent((320, 240)))
    for key in (pygame.K_t, pygame.K_F5, pygame.K_RETURN):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0))
    window.run(Show(story()), Keys(lambda: None, lambda: None, narrator=reader))
    assert reader.read == [listening, listening]
    assert [input for input in heard if isinstance(input, Press)] == [Press(Action.ACCEPT)]
