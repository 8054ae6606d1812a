"""The settings as a list of options to step through, and back; knows no window and no file."""

from __future__ import annotations

from quizgame.screen.scenes.settings import Option
from quizgame.store.settings import CLOCKS, TEXT_SIZES, Settings

STEP = 5
VOLUMES = tuple(range(0, 101, STEP))
SWITCH = (False, True)
APART = "Runs with this setting have a table of their own. It counts from the next run."

_VALUES: dict[str, tuple[object, ...]] = {
    "music": VOLUMES,
    "effects": VOLUMES,
    "muted": SWITCH,
    "text_size": TEXT_SIZES,
    "high_contrast": SWITCH,
    "reduced_motion": SWITCH,
    "full_screen": SWITCH,
    "clock": CLOCKS,
    "heat_assist": SWITCH,
    "spoilers": SWITCH,
}
_LABELS = {
    "music": ("Music", "How loud the city is."),
    "effects": ("Effects", "How loud answers, heat and clock are."),
    "muted": ("Mute", "M does the same on any screen."),
    "text_size": ("Text size", "How large the words are."),
    "high_contrast": ("High contrast", "White on black, with strong edges."),
    "reduced_motion": ("Reduced motion", "Nothing moves that need not."),
    "full_screen": ("Full screen", "F11 does the same on any screen."),
    "clock": ("Clock", APART),
    "heat_assist": ("Less heat", f"A miss brings half the heat. {APART}"),
    "spoilers": ("Questions that give the story away", "Leave them out if you have not seen the film."),
}
_CLOCK_WORDS = {"x1": "30 seconds flat", "x2": "twice as long", "x4": "four times as long", "off": "no clock"}


def options(settings: Settings) -> list[Option]:
    """The settings as they stand."""
    return [_option(name, settings) for name in _VALUES]


def value(name: str, index: int) -> object:
    """What a setting becomes when its option is set to `index`."""
    return _VALUES[name][index]


def _option(name: str, settings: Settings) -> Option:
    label, note = _LABELS[name]
    words = tuple(_words(name, value) for value in _VALUES[name])
    return Option(
        name, label, words, _index(name, getattr(settings, name)), note, bar=name in ("music", "effects")
    )


def _index(name: str, now: object) -> int:
    if isinstance(now, int) and _VALUES[name] is VOLUMES:
        return round(now / STEP)
    return _VALUES[name].index(now)


def _words(name: str, value: object) -> str:
    if name == "clock":
        return _CLOCK_WORDS[str(value)]
    if name == "spoilers":
        return "asked" if value else "left out"
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value} %"
