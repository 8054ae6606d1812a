"""What keys, mouse and pads mean: pygame events in, inputs out; knows no scene."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from quizgame.screen.scene import (
    CREW,
    KEYBOARD,
    OPTIONS,
    Action,
    Away,
    Button,
    Click,
    Device,
    Dropped,
    Input,
    Point,
    Press,
    Pushed,
    Scroll,
    Typed,
    pressed,
)

KEYS: dict[int, Action] = {
    pygame.K_UP: Action.UP,
    pygame.K_DOWN: Action.DOWN,
    pygame.K_LEFT: Action.LEFT,
    pygame.K_RIGHT: Action.RIGHT,
    pygame.K_PAGEUP: Action.PAGE_UP,
    pygame.K_PAGEDOWN: Action.PAGE_DOWN,
    pygame.K_HOME: Action.FIRST,
    pygame.K_END: Action.LAST,
    pygame.K_RETURN: Action.ACCEPT,
    pygame.K_KP_ENTER: Action.ACCEPT,
    pygame.K_SPACE: Action.ACCEPT,
    pygame.K_ESCAPE: Action.BACK,
    pygame.K_AC_BACK: Action.BACK,
    pygame.K_BACKSPACE: Action.ERASE,
    pygame.K_p: Action.PAUSE,
    pygame.K_s: Action.SAVE,
    pygame.K_PAUSE: Action.PAUSE,
    pygame.K_f: Action.FLAG,
}
for _place, _option in enumerate(OPTIONS):
    KEYS |= {pygame.K_1 + _place: _option, pygame.K_KP_1 + _place: _option}
for _key, _option in zip("abcd", OPTIONS, strict=False):  # E and R are the crew's
    KEYS[ord(_key)] = _option
for _place, (_key, _crew) in enumerate(zip("qwer", CREW, strict=True)):
    KEYS |= {ord(_key): _crew, pygame.K_F1 + _place: _crew}

DIGITS: dict[int, str] = {pygame.K_0: "0", pygame.K_KP_0: "0", pygame.K_MINUS: "-", pygame.K_KP_MINUS: "-"}
for _digit in range(1, 10):
    DIGITS |= {pygame.K_0 + _digit: str(_digit), pygame.K_KP_1 + _digit - 1: str(_digit)}

WRITING = {pygame.K_SPACE, pygame.K_p, *(ord(letter) for letter in "abcdfqwers"), *DIGITS}
"""Keys that are letters where text is written."""

EDITING = {pygame.K_c: Action.COPY, pygame.K_v: Action.PASTE, pygame.K_s: Action.SAVE}
"""What keys mean together with Ctrl, or Cmd."""

REPEATED = {Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.ERASE, Action.PAGE_UP, Action.PAGE_DOWN}

BUTTONS: dict[int, Action] = {
    pygame.CONTROLLER_BUTTON_A: Action.ACCEPT,
    pygame.CONTROLLER_BUTTON_B: Action.BACK,
    pygame.CONTROLLER_BUTTON_X: Action.ERASE,
    pygame.CONTROLLER_BUTTON_Y: Action.FLAG,
    pygame.CONTROLLER_BUTTON_START: Action.PAUSE,
    pygame.CONTROLLER_BUTTON_BACK: Action.BACK,
    pygame.CONTROLLER_BUTTON_DPAD_UP: Action.UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Action.DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Action.LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Action.RIGHT,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Action.PREVIOUS,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Action.NEXT,
}
PUSHED, RELEASED = 20_000, 12_000  # of 32,767: where a stick counts as pushed, and as let go
BACK_BUTTONS = (pygame.BUTTON_RIGHT, pygame.BUTTON_X1)
LAST_LETTER = 0x10FFFF  # keys without a letter of their own have larger numbers
NUDGE = 3  # pixels the pointer must travel after a key before it counts as moved by hand


Claims = Callable[[Button], bool]


def unclaimed(button: Button) -> bool:
    """What a scene says that claims no button."""
    return False


def key_button(event: pygame.Event) -> Button:
    """A key of the keyboard, by its letter where it has one."""
    letter = chr(event.key) if event.key <= LAST_LETTER else ""
    return Button(KEYBOARD, letter if letter.isalnum() else f"key {event.key}")


def numbered(pad: int) -> str:
    """The source of a pad that nobody has given a name."""
    return f"pad {pad + 1}"


class Hands:
    """What the player's hands are on; turns events into inputs and remembers the device used last."""

    def __init__(self) -> None:
        self.device = Device.KEYS
        self.name_of: Callable[[int], str] = numbered
        self._held: set[int] = set()
        self._stick: dict[tuple[int, int], int] = {}
        self._resting: tuple[int, int] | None = None

    def inputs(
        self, event: pygame.Event, scale: float, wants_text: bool, claims: Claims = unclaimed
    ) -> list[Input]:
        """The inputs that an event stands for; `scale` is window units for one virtual unit."""
        kind = event.type
        if kind == pygame.KEYDOWN:
            return self._key(event, wants_text, claims)
        if kind == pygame.KEYUP:
            self._held.discard(event.key)
        elif kind == pygame.TEXTINPUT and wants_text:
            self.device = Device.KEYS
            return [Typed(event.text)]
        elif kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL):
            return self._mouse(event, scale)
        elif kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERAXISMOTION):
            return self._pad(event, claims)
        elif kind == pygame.DROPFILE:
            return [Dropped(event.file)]
        elif kind == pygame.CONTROLLERDEVICEREMOVED and self.device is Device.PAD:
            return [Away()]  # whoever plays with a pad that is gone cannot answer in time
        elif kind in (pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN, pygame.WINDOWFOCUSLOST):
            self._held.clear()
            return [Away()]
        return []

    def _key(self, event: pygame.Event, wants_text: bool, claims: Claims) -> list[Input]:
        repeated = event.key in self._held
        self._held.add(event.key)
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) and event.key in EDITING and not repeated:
            return [Press(EDITING[event.key])]
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
            return []
        if wants_text and event.key in WRITING:
            return []
        if claims(button := key_button(event)):
            self._use(Device.KEYS)
            return [] if repeated else [Pushed(button)]
        inputs = _meant(event)
        if inputs:
            self._use(Device.KEYS)
        return [input for input in inputs if not repeated or pressed(input, *REPEATED)]

    def _use(self, device: Device) -> None:
        self.device = device
        self._resting = pygame.mouse.get_pos()

    def _mouse(self, event: pygame.Event, scale: float) -> list[Input]:
        if event.type == pygame.MOUSEWHEEL:
            return [Scroll(event.precise_y)]
        x, y = event.pos[0] / scale, event.pos[1] / scale
        if event.type == pygame.MOUSEBUTTONDOWN:
            self.device = Device.MOUSE
            if event.button == pygame.BUTTON_LEFT:
                return [Point(x, y), Click(x, y)]
            return [Press(Action.BACK)] if event.button in BACK_BUTTONS else []
        if event.rel == (0, 0) or self._barely_moved(event.pos):
            return []
        self._resting, self.device = None, Device.MOUSE
        return [Point(x, y)]

    def _barely_moved(self, position: tuple[int, int]) -> bool:
        """A pointer that merely appears, or trembles while keys are used, must not steal the focus."""
        if self._resting is None:
            return False
        return max(abs(position[0] - self._resting[0]), abs(position[1] - self._resting[1])) < NUDGE

    def _pad(self, event: pygame.Event, claims: Claims) -> list[Input]:
        stick = event.type == pygame.CONTROLLERAXISMOTION
        action = self._stick_action(event) if stick else BUTTONS.get(event.button)
        if action is None and stick:
            return []
        button = Button(self.name_of(event.instance_id), action or f"button {event.button}")
        claimed = claims(button)
        if action is None and not claimed:
            return []
        self._use(Device.PAD)
        return [Pushed(button)] if claimed or action is None else [Press(action)]

    def _stick_action(self, event: pygame.Event) -> Action | None:
        """A stick acts once each time it is pushed away from its middle."""
        ways = {
            pygame.CONTROLLER_AXIS_LEFTX: (Action.LEFT, Action.RIGHT),
            pygame.CONTROLLER_AXIS_LEFTY: (Action.UP, Action.DOWN),
        }.get(event.axis)
        if ways is None:
            return None
        key = (event.instance_id, event.axis)
        before = self._stick.get(key, 0)
        now = before
        if abs(event.value) > PUSHED:
            now = 1 if event.value > 0 else -1
        elif abs(event.value) < RELEASED:
            now = 0
        self._stick[key] = now
        return ways[now > 0] if now and now != before else None


def _meant(event: pygame.Event) -> list[Input]:
    """What a key stands for where it is not for writing."""
    if event.key == pygame.K_TAB:
        return [Press(Action.PREVIOUS if event.mod & pygame.KMOD_SHIFT else Action.NEXT)]
    # A digit comes as text first: the press may bring up a scene that is not to hear it again.
    inputs: list[Input] = [Typed(DIGITS[event.key])] if event.key in DIGITS else []
    return [*inputs, Press(KEYS[event.key])] if event.key in KEYS else inputs
