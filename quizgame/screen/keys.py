"""What keys, mouse and pads mean: pygame events in, inputs out; knows no scene."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from quizgame.screen.keycaps import BUTTONS, code_of, key_name
from quizgame.screen.keymap import USUAL, Keymap
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

KEYS: dict[str, Action] = {
    "up": Action.UP,
    "down": Action.DOWN,
    "left": Action.LEFT,
    "right": Action.RIGHT,
    "page up": Action.PAGE_UP,
    "page down": Action.PAGE_DOWN,
    "home": Action.FIRST,
    "end": Action.LAST,
    "return": Action.ACCEPT,
    "num enter": Action.ACCEPT,
    "space": Action.ACCEPT,
    "escape": Action.BACK,
    "pause": Action.PAUSE,
    "backspace": Action.ERASE,
    "f5": Action.READ,
}
"""What keys mean that nobody can change; the others mean what the player's keymap says."""

for _place, _option in enumerate(OPTIONS, start=1):
    KEYS |= {str(_place): _option, f"num {_place}": _option}
for _place, _crew in enumerate(CREW, start=1):
    KEYS[f"f{_place}"] = _crew

DIGITS = {sign: sign[-1] for sign in (*"0123456789-", *(f"num {sign}" for sign in "0123456789-"))}

EDITING = {pygame.K_c: Action.COPY, pygame.K_v: Action.PASTE, pygame.K_s: Action.SAVE}
"""What keys mean together with Ctrl, or Cmd."""

REPEATED = {Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT, Action.ERASE, Action.PAGE_UP, Action.PAGE_DOWN}

PAD: dict[str, Action] = {
    "a": Action.ACCEPT,
    "b": Action.BACK,
    "up": Action.UP,
    "down": Action.DOWN,
    "left": Action.LEFT,
    "right": Action.RIGHT,
}
PUSHED, RELEASED = 20_000, 12_000  # of 32,767: where a stick counts as pushed, and as let go
BACK_BUTTONS = (pygame.BUTTON_RIGHT, pygame.BUTTON_X1)
NUDGE = 3  # pixels the pointer must travel after a key before it counts as moved by hand


EVERYWHERE = (Action.READ, Action.MUTE, Action.MUSIC, Action.FULL_SCREEN)
"""What is done on every screen alike: scenes do not hear of it."""

Claims = Callable[[Button], bool]


def unclaimed(button: Button) -> bool:
    """What a scene says that claims no button."""
    return False


def key_button(event: pygame.Event) -> Button:
    """A key of the keyboard, by its name."""
    return Button(KEYBOARD, key_name(event.key))


def numbered(pad: int) -> str:
    """The source of a pad that nobody has given a name."""
    return f"pad {pad + 1}"


class Hands:
    """What the player's hands are on; turns events into inputs and remembers the device used last."""

    def __init__(self) -> None:
        self.device = Device.KEYS
        self.keymap: Keymap = USUAL
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
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
            return [] if repeated else _with_modifier(event)
        if wants_text and _writes(key_name(event.key)):
            return []
        if claims(button := key_button(event)):
            self._use(Device.KEYS)
            return [] if repeated else [Pushed(button)]
        inputs = self._meant(event)
        if inputs:
            self._use(Device.KEYS)
        return [input for input in inputs if not repeated or pressed(input, *REPEATED)]

    def _meant(self, event: pygame.Event) -> list[Input]:
        """What a key stands for where it is not for writing."""
        mine = self.keymap.action_of_key
        name = key_name(code_of(event, {*KEYS, *DIGITS, *mine}))
        if name == "tab":
            return [Press(Action.PREVIOUS if event.mod & pygame.KMOD_SHIFT else Action.NEXT)]
        meant = Action(mine[name]) if name in mine else Action.OTHER if _writes(name) else None
        action = KEYS.get(name) or meant
        # A digit comes as text first: the press may bring up a scene that is not to hear it again.
        inputs: list[Input] = [Typed(DIGITS[name])] if name in DIGITS else []
        return [*inputs, Press(action)] if action else inputs

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
        action = self._stick_action(event) if stick else self._button_action(event.button)
        if action is None and stick:
            return []
        button = Button(
            self.name_of(event.instance_id), action or BUTTONS.get(event.button, f"button {event.button}")
        )
        claimed = claims(button)
        if action is None and not claimed:
            return []
        self._use(Device.PAD)
        return [Pushed(button)] if claimed or action is None else [Press(action)]

    def _button_action(self, number: int) -> Action | None:
        name = BUTTONS.get(number, "")
        mine = self.keymap.action_of_button.get(name)
        return PAD.get(name) or (Action(mine) if mine else None)

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


def _with_modifier(event: pygame.Event) -> list[Input]:
    """What a key stands for together with Ctrl, Alt or Cmd."""
    if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT:
        return [Press(Action.FULL_SCREEN)]
    edits = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) and event.key in EDITING
    return [Press(EDITING[event.key])] if edits else []


def _writes(name: str) -> bool:
    """Whether a key is a letter, a sign or a space where text is written."""
    return len(name) == 1 or name == "space" or (name.startswith("num ") and name != "num enter")
