"""Which key and which button does what, and what is printed on them; knows no pygame, no scene and no file.

A key is called by what it writes in the player's own layout, for that is what is printed on it: what the
screen names can be found by looking. A quiz has no keys that lie well together and must stay so elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

Pairs = tuple[tuple[str, str], ...]


class Binding(NamedTuple):
    """Something to do that can be given another key or button; "" for a side that has none to give.

    `action` is its name where inputs are told apart, `does` what a player reads. A pad cannot do without
    what is `vital`: its button is changed for another, and never taken away.
    """

    action: str
    does: str
    key: str = ""
    pad: str = ""
    vital: bool = False


BINDINGS = (
    Binding("option 1", "Answer A", "a"),
    Binding("option 2", "Answer B", "b"),
    Binding("option 3", "Answer C, copy", "c"),
    Binding("option 4", "Answer D", "d"),
    Binding("crew 1", "Chris covers you", "q"),
    Binding("crew 2", "Nate finds another way", "w"),
    Binding("crew 3", "Trejo drives", "e"),
    Binding("crew 4", "Michael doubles", "r"),
    Binding("pause", "Pause", "p", "start", vital=True),
    Binding("flag", "Flag a question", "f", "y"),
    Binding("save", "Save a file or a picture", "s"),
    Binding("read", "Read aloud", "t", "view"),
    Binding("mute", "Sound on and off", "m"),
    Binding("music", "Music on and off", "n"),
    Binding("full screen", "Full screen", "f11"),
    Binding("erase", "Erase", pad="x", vital=True),
    Binding("next", "Next thing", pad="rb", vital=True),
    Binding("previous", "Thing before", pad="lb", vital=True),
)
DEALT = {binding.action: binding for binding in BINDINGS}

FIXED_KEYS = {
    "up", "down", "left", "right", "tab", "return", "space", "escape", "backspace", "home", "end", "page up",
    "page down", "-", *"0123456789", "f1", "f2", "f3", "f4", "f5", *(f"num {sign}" for sign in "0123456789-"),
    "num enter", "pause",
}  # fmt: skip
"""Keys that always mean the same, so that nobody can lock themselves out."""

NAMED_KEYS = {
    "delete", "insert", "print screen", "scroll lock", "menu", "num /", "num *", "num +", "num .",
    *(f"f{number}" for number in range(6, 13)),
}  # fmt: skip
"""Keys without a sign of their own that can be given a meaning."""

FREE_BUTTONS = {"x", "y", "lb", "rb", "view", "start", "l3", "r3", "share", "p1", "p2", "p3", "p4"}
"""Buttons that can be given a meaning; the cross, A and B have theirs."""

KEY_CAPS = {"page up": "PgUp", "page down": "PgDn", "delete": "Del", "insert": "Ins", "escape": "Esc"}
PAD_CAPS = {"view": "View", "start": "Start", "share": "Share"}
NONE = "–"
ACTION = re.compile(r"\{([^{}]+)\}")


def key_cap(name: str) -> str:
    """What stands on a key."""
    cap = KEY_CAPS.get(name) or (name.upper() if len(name.upper()) <= 3 else name.capitalize())
    return cap or NONE


def pad_cap(name: str) -> str:
    """What stands on a button, as most pads have it."""
    return PAD_CAPS.get(name) or name.upper() or NONE


class _Changes(NamedTuple):
    """What is not as usual."""

    keys: Pairs = ()
    pad: Pairs = ()


class Keymap(_Changes):
    """The keys and buttons as the player has them; `keys` and `pad` hold only what is not as usual."""

    @cached_property
    def key_of(self) -> Mapping[str, str]:
        """The key of each action."""
        return {each.action: each.key for each in BINDINGS if each.key} | dict(self.keys)

    @cached_property
    def button_of(self) -> Mapping[str, str]:
        """The button of each action; "" where it has none."""
        return {each.action: each.pad for each in BINDINGS} | dict(self.pad)

    @cached_property
    def action_of_key(self) -> Mapping[str, str]:
        """What a key does."""
        return {key: action for action, key in self.key_of.items()}

    @cached_property
    def action_of_button(self) -> Mapping[str, str]:
        """What a button does."""
        return {button: action for action, button in self.button_of.items() if button}

    @property
    def spared(self) -> list[str]:
        """The keys that stop the run, sound and voice: players on buzzers leave them alone."""
        return [self.key_of[action] for action in ("pause", "mute", "music", "read")]

    def filled(self, text: str, pad: bool = False) -> str:
        """A text in which each {action} gives way to what stands on its key, or its button.

        {crew} stands for all four: QWER where each has a single letter.
        """
        if "{" not in text:
            return text
        of, cap = (self.button_of, pad_cap) if pad else (self.key_of, key_cap)
        if "{crew}" in text:
            text = text.replace("{crew}", _together([cap(of[f"crew {n}"]) for n in range(1, 5)]))
        return ACTION.sub(lambda found: _filling(of.get(found[1]), found[0], cap), text)

    def caps(self, actions: Iterable[str]) -> list[str]:
        """What stands on the keys of some actions."""
        return [key_cap(self.key_of[action]) for action in actions]


def _filling(name: str | None, whole: str, cap: Callable[[str], str]) -> str:
    """What an action in braces gives way to: its cap, or nothing; what is no action stays as it is."""
    return whole if name is None else cap(name) if name else ""


def _together(caps: list[str]) -> str:
    return ("" if all(len(cap) == 1 for cap in caps) else "|").join(caps)


USUAL = Keymap()


class Change(NamedTuple):
    """What came of giving an action another key: the keymap, and a sentence for the player."""

    keymap: Keymap
    said: str
    done: bool = True


def with_key(keymap: Keymap, action: str, key: str) -> Change:
    """Give an action a key. Who had it gets the other one's; a key with a fixed meaning is refused."""
    if not is_free_key(key):
        what = f"{key_cap(key)} always means the same." if key in FIXED_KEYS else "That key cannot be used."
        return Change(keymap, f"{what} Press another key.", done=False)
    said = _told(keymap.key_of, action, key, key_cap)
    return Change(_keymap(_swapped(keymap.key_of, action, key), keymap.button_of), said)


def with_button(keymap: Keymap, action: str, button: str) -> Change:
    """Give an action a button of the pad; as `with_key`."""
    if button not in FREE_BUTTONS:
        said = "The cross, the stick, A and B always mean the same. Press another button."
        return Change(keymap, said, done=False)
    holder = keymap.action_of_button.get(button)
    if holder and DEALT[holder].vital and not keymap.button_of[action]:
        said = f"{pad_cap(button)} is needed for “{DEALT[holder].does}”. Give that another button first."
        return Change(keymap, said, done=False)
    said = _told(keymap.button_of, action, button, pad_cap)
    return Change(_keymap(keymap.key_of, _swapped(keymap.button_of, action, button)), said)


def as_usual(keymap: Keymap, action: str) -> Change:
    """Give an action its usual key and button again; whoever had them gets what it had."""
    keys, pad, binding = keymap.key_of, keymap.button_of, DEALT[action]
    if binding.key:
        keys = _swapped(keys, action, binding.key)
    return Change(_keymap(keys, _pad_as_usual(pad, action)), f"{binding.does}: as usual.")


def _pad_as_usual(pad: Mapping[str, str], action: str) -> Mapping[str, str]:
    usual, now = DEALT[action].pad, pad[action]
    if not usual:
        owner = next((each.action for each in BINDINGS if each.pad == now), action)
        return {**pad, owner: pad[owner] or now, action: ""}
    holder = _holder(pad, action, usual)
    if DEALT[holder].vital and not now:
        pad = _pad_as_usual(pad, holder)
    return _swapped(pad, action, usual)


def is_usual(keymap: Keymap, action: str) -> bool:
    """Whether nobody has changed it."""
    return action not in dict((*keymap.keys, *keymap.pad))


def _holder(of: Mapping[str, str], action: str, name: str) -> str:
    """Who has a name now; the action itself where nobody has."""
    return next((other for other, held in of.items() if held == name), action)


def _swapped(of: Mapping[str, str], action: str, name: str) -> dict[str, str]:
    """Who had the name before gets what the action had."""
    return {**of, _holder(of, action, name): of[action], action: name}


def _keymap(keys: Mapping[str, str], pad: Mapping[str, str]) -> Keymap:
    """The keymap in which the actions have these."""
    return Keymap(
        tuple((action, name) for action, name in keys.items() if name != DEALT[action].key),
        tuple((action, name) for action, name in pad.items() if name != DEALT[action].pad),
    )


def _told(of: Mapping[str, str], action: str, name: str, cap: Callable[[str], str]) -> str:
    """What changed, and what became of whoever had it before."""
    holder = _holder(of, action, name)
    if holder == action:
        return f"{DEALT[action].does}: {cap(name)}."
    left = f"has {cap(of[action])} now" if of[action] else "has no button now"
    return f"{DEALT[action].does}: {cap(name)}. “{DEALT[holder].does}” {left}."


@lru_cache(maxsize=1)  # asked for every frame, and the settings seldom change
def keymap_of(keys: Pairs, pad: Pairs) -> tuple[Keymap, tuple[str, ...]]:
    """The keymap that a settings file asks for, and a sentence for what in it cannot be meant.

    Such an entry gives way to the usual one; where two would have the same key, all do.
    """
    good_keys = tuple((action, name) for action, name in keys if _has_key(action) and is_free_key(name))
    good_pad = tuple((action, name) for action, name in pad if action in DEALT and _is_button(action, name))
    told = (*_odd("key", keys, good_keys), *_odd("button", pad, good_pad))
    keymap = Keymap(good_keys, good_pad)
    if _doubled(keymap.key_of) or _doubled(keymap.button_of):
        return USUAL, (*told, "In the settings one key has two meanings; all keys are as usual.")
    return keymap, told


def _odd(what: str, asked: Pairs, good: Pairs) -> list[str]:
    bad = [action for action, name in asked if (action, name) not in good]
    return [f"The {what} of “{action[:40]}” in the settings means nothing; it is as usual." for action in bad]


def is_free_key(name: str) -> bool:
    """Whether a key of this name can be given a meaning."""
    sign = len(name) == 1 and name.isprintable() and name == name.strip().lower()
    return name not in FIXED_KEYS and (sign or name in NAMED_KEYS)


def _has_key(action: str) -> bool:
    return action in DEALT and DEALT[action].key != ""


def _is_button(action: str, name: str) -> bool:
    return name in FREE_BUTTONS or (name == "" and not DEALT[action].vital)


def _doubled(of: Mapping[str, str]) -> bool:
    held = [name for name in of.values() if name]
    return len(set(held)) < len(held)
