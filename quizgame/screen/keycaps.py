"""What SDL's keys and pad buttons are called in this game; knows no meaning of any."""

from __future__ import annotations

import pygame

KEYS: dict[int, str] = {
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_TAB: "tab",
    pygame.K_RETURN: "return",
    pygame.K_SPACE: "space",
    pygame.K_ESCAPE: "escape",
    pygame.K_AC_BACK: "escape",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "page up",
    pygame.K_PAGEDOWN: "page down",
    pygame.K_DELETE: "delete",
    pygame.K_INSERT: "insert",
    pygame.K_PAUSE: "pause",
    pygame.K_PRINTSCREEN: "print screen",
    pygame.K_SCROLLLOCK: "scroll lock",
    pygame.K_MENU: "menu",
    pygame.K_KP_ENTER: "num enter",
    pygame.K_KP_DIVIDE: "num /",
    pygame.K_KP_MULTIPLY: "num *",
    pygame.K_KP_PLUS: "num +",
    pygame.K_KP_MINUS: "num -",
    pygame.K_KP_PERIOD: "num .",
    pygame.K_KP_0: "num 0",
    **{pygame.K_KP_1 + place: f"num {place + 1}" for place in range(9)},
    **{pygame.K_F1 + place: f"f{place + 1}" for place in range(12)},
}
BUTTONS: dict[int, str] = {
    pygame.CONTROLLER_BUTTON_A: "a",
    pygame.CONTROLLER_BUTTON_B: "b",
    pygame.CONTROLLER_BUTTON_X: "x",
    pygame.CONTROLLER_BUTTON_Y: "y",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "lb",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "rb",
    pygame.CONTROLLER_BUTTON_BACK: "view",
    pygame.CONTROLLER_BUTTON_START: "start",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "l3",
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: "r3",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "up",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "left",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "right",
    15: "share",  # SDL_CONTROLLER_BUTTON_MISC1 and the paddles, for which pygame has no names
    **{16 + place: f"p{place + 1}" for place in range(4)},
}
LAST_LETTER = 0x10FFFF  # keys without a letter of their own have larger numbers
LAST_ASCII = 0x7F
LATIN = {4 + place: ord("a") + place for place in range(26)}  # by place on the board: SDL's scancodes
DIGIT_ROW = {30 + place: ord("1234567890"[place]) for place in range(10)}


def key_name(code: int) -> str:
    """A key by its name, or by what it writes; by its number where it has neither."""
    letter = chr(code) if 0x20 < code <= LAST_LETTER else ""
    return KEYS.get(code) or (letter if letter.isprintable() and letter else f"key {code}")


def code_of(event: pygame.Event, known: set[str]) -> int:
    """The key of an event as it is meant; `known` are the names of keys that mean something.

    It is what the key writes in the player's layout. Where that means nothing, the row of digits counts by
    place, for on a French keyboard it writes "&é"; and letters do on keyboards that write no Latin ones.
    """
    code: int = event.key
    if key_name(code) in known:
        return code
    place: int = getattr(event, "scancode", 0)
    if place in DIGIT_ROW and code <= LAST_LETTER:
        return DIGIT_ROW[place]
    return LATIN.get(place, code) if LAST_ASCII < code <= LAST_LETTER else code
