"""The settings as a list of options to step through, and back; knows no window and no file."""

from __future__ import annotations

from functools import lru_cache

from quizgame.screen.keymap import Keymap, keymap_of
from quizgame.screen.option_row import Option
from quizgame.store.settings import CLOCKS, READINGS, TEXT_SIZES, Settings

STEP = 5
VOLUMES = tuple(range(0, 101, STEP))
SWITCH = (False, True)
GAME = "Game"
APART = "Such runs have a table of their own, from the next run on."

_VALUES: dict[str, tuple[object, ...]] = {
    "music": VOLUMES,
    "effects": VOLUMES,
    "muted": SWITCH,
    "music_on": SWITCH,
    "text_size": TEXT_SIZES,
    "high_contrast": SWITCH,
    "reduced_motion": SWITCH,
    "full_screen": SWITCH,
    "clock": CLOCKS,
    "heat_assist": SWITCH,
    "spoilers": SWITCH,
    "read_aloud": READINGS,
}
_GROUPS = {
    "Sound": ("music", "effects", "muted", "music_on", "read_aloud"),
    "Picture": ("text_size", "high_contrast", "reduced_motion", "full_screen"),
    GAME: ("clock", "heat_assist", "spoilers"),
}
_LABELS = {
    "music": ("Music", "How loud the city is."),
    "effects": ("Effects", "How loud answers, heat and clock are."),
    "muted": ("Mute", "{mute} does the same on any screen."),
    "music_on": ("Play music", "{music} does the same on any screen."),
    "text_size": ("Text size", "How large the words are."),
    "high_contrast": ("High contrast", "White on black, with strong edges."),
    "reduced_motion": ("Reduced motion", "Nothing moves that need not."),
    "full_screen": ("Full screen", "{full screen} does the same on any screen."),
    "clock": ("Clock", f"The time to answer. {APART}"),
    "heat_assist": ("Less heat", f"A miss brings half the heat. {APART}"),
    "spoilers": ("Questions that give the story away", "Leave them out if you have not seen the film."),
    "read_aloud": (
        "Read aloud",
        "{read} or F5 reads the screen, and again stops. “Always” follows the focus.",
    ),
}
CONTROLS, LESSON = "controls", "lesson"
PAGES = (
    Option(CONTROLS, "Keys and buttons", note="What each key and button does; give it another.", group=GAME),
    Option(LESSON, "Show the introduction again", note="Three sentences and a question to try.", group=GAME),
)
MUTE_HERE = "Nothing on this computer can speak. speech-dispatcher or espeak-ng can, once it is installed."
_READING_WORDS = {"off": "never", "key": "on a key", "always": "always"}
_CLOCK_WORDS = {"x1": "30 seconds flat", "x2": "twice as long", "x4": "four times as long", "off": "no clock"}


@lru_cache(maxsize=1)  # a screen asks several times a frame
def options(settings: Settings, speaks: bool = True) -> tuple[Option, ...]:
    """The settings as they stand, and the pages beside them; `speaks` says whether anything here can."""
    keymap = keymap_of(settings.keys, settings.pad)[0]
    grouped = ((name, group) for group, names in _GROUPS.items() for name in names)
    return (*(_option(name, group, settings, keymap, speaks) for name, group in grouped), *PAGES)


def value(name: str, index: int) -> object:
    """What a setting becomes when its option is set to `index`."""
    return _VALUES[name][index]


def _option(name: str, group: str, settings: Settings, keymap: Keymap, speaks: bool) -> Option:
    label, note = _LABELS[name]
    note = MUTE_HERE if name == "read_aloud" and not speaks else keymap.filled(note)
    words = tuple(_words(name, value) for value in _VALUES[name])
    index, bar = _index(name, getattr(settings, name)), _VALUES[name] is VOLUMES
    return Option(name, label, words, index, note, bar, group)


def _index(name: str, now: object) -> int:
    if isinstance(now, int) and _VALUES[name] is VOLUMES:
        return round(now / STEP)
    return _VALUES[name].index(now)


def _words(name: str, value: object) -> str:
    if name == "read_aloud":
        return _READING_WORDS[str(value)]
    if name == "clock":
        return _CLOCK_WORDS[str(value)]
    if name == "spoilers":
        return "asked" if value else "left out"
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value} %"
