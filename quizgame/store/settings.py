"""What the player has chosen, and its file; knows no window that obeys it."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgame.store.errors import NO_FILE, NotSaved, plain
from quizgame.store.files import set_aside, write_whole
from quizgame.store.names import clean_name
from quizgame.store.paths import Places

if TYPE_CHECKING:
    from datetime import datetime

TEXT_SIZES = (100, 125, 150, 175, 200)
CLOCKS = ("x1", "x2", "x4", "off")
READINGS = ("off", "key", "always")
SIDES = range(100, 32_001)  # of a window, in units of the desktop

# Far more than any settings need; what is longer is something else and is not read into memory.
_MAX_BYTES = 1_000_000


class Settings(NamedTuple):
    """The player's choices. Volumes are 0-100; `text_size` is in per cent, one of TEXT_SIZES.

    `clock` is one of CLOCKS: how much time a question gives. `spoilers` False leaves questions out
    that give the story away. `heat_assist` halves the heat. `packs_off` names pack files not to ask from.
    `introduced` says that the player has been told how the game works. `read_aloud` is one of READINGS.
    `keys` and `pad` are what was given another key or button, and which; what they mean, others know.
    `window` is how wide and high the window is where it is not `maximised`, each one of SIDES.
    """

    music: int = 60
    effects: int = 80
    muted: bool = False
    music_on: bool = True
    text_size: int = 100
    high_contrast: bool = False
    reduced_motion: bool = False
    clock: str = "x1"
    spoilers: bool = True
    full_screen: bool = False
    player: str = ""
    heat_assist: bool = False
    packs_off: tuple[str, ...] = ()
    introduced: bool = False
    read_aloud: str = "key"
    keys: tuple[tuple[str, str], ...] = ()
    pad: tuple[tuple[str, str], ...] = ()
    window: tuple[int, int] = (1280, 720)
    maximised: bool = False


def _now() -> datetime:
    # Imported here: only a broken file needs it, and every start would pay for it.
    from datetime import datetime

    return datetime.now().astimezone()


class _Broken(ValueError):
    """The file is not a settings file at all."""


def load(places: Places, *, now: Callable[[], datetime] = _now) -> tuple[Settings, tuple[str, ...]]:
    """The player's settings and what there is to tell about them, a sentence each; never fails.

    A broken file is set aside under a dated name; a single bad value gives way to its default.
    """
    try:
        kept = _read(places)
    except _Broken:
        return Settings(), (_put_away(places, now),)
    except OSError as error:
        return Settings(), (
            f"The settings could not be read and are back to their defaults: {plain(error)}.",
        )
    settings, bad = _understood(kept)
    if not bad:
        return settings, ()
    return settings, (
        f"Some settings could not be understood and are back to their defaults: {', '.join(bad)}.",
    )


def save(places: Places, settings: Settings, *, now: Callable[[], datetime] = _now) -> None:
    """Write the settings, keeping entries of a newer version of the game; raises NotSaved."""
    try:
        write_whole(places.settings, _content(places, settings, now))
    except OSError as error:
        raise NotSaved(f"The settings are not saved: {plain(error)}.") from error


def _content(places: Places, settings: Settings, now: Callable[[], datetime]) -> bytes:
    """What is to stand in the file: what it holds already too, unless so much could not be read again."""
    ours = _entries(settings)
    content = _text(_kept(places, now) | ours)
    if content is None:
        content = _text(ours)
        if content is None:
            raise NotSaved("The settings are not saved: there are more of them than the file may hold.")
        set_aside(places.settings, "broken", now())
    return content


def _text(entries: dict[str, Any]) -> bytes | None:
    """The file's content; None where it would be taken for broken: too long, or nested too deep."""
    try:
        content = (json.dumps(entries, indent=2) + "\n").encode()
    except RecursionError:
        return None
    return content if len(content) <= _MAX_BYTES else None


def _kept(places: Places, now: Callable[[], datetime]) -> dict[str, Any]:
    """What the file holds already; a broken one makes way first, so that it is never overwritten."""
    try:
        return _read(places)
    except _Broken:
        set_aside(places.settings, "broken", now())
        return {}


def _put_away(places: Places, now: Callable[[], datetime]) -> str:
    try:
        name = set_aside(places.settings, "broken", now()).name
    except OSError as error:
        return f"The settings file is broken and cannot be set aside, so defaults are used: {plain(error)}."
    return f"The settings file was broken and is kept as {name}; the settings are back to their defaults."


def _read(places: Places) -> dict[str, Any]:
    """The file's entries, none where there is no file; raises OSError and _Broken."""
    if places.settings.exists() and not places.settings.is_file():
        # Opening a pipe, for one, would wait for ever.
        raise IsADirectoryError(errno.EISDIR, NO_FILE)
    try:
        with places.settings.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    if len(raw) > _MAX_BYTES:
        raise _Broken
    try:
        entries = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _Broken from error
    if not isinstance(entries, dict):
        raise _Broken
    return entries


def _understood(entries: dict[str, Any]) -> tuple[Settings, list[str]]:
    """The settings in `entries`, and the names of those whose value cannot be meant."""
    settings, bad = Settings(), []
    for name in Settings._fields:
        if name not in entries:
            continue
        try:
            settings = settings._replace(**{name: _CHECKS[name](entries[name])})
        except ValueError:
            bad.append(name)
    return settings, bad


def _entries(settings: Settings) -> dict[str, Any]:
    return settings._asdict() | {"keys": dict(settings.keys), "pad": dict(settings.pad)}


def _whole(value: object, allowed: Iterable[int]) -> int:
    # True and 60.0 equal whole numbers in Python, and are neither typed nor written by a player as such.
    if type(value) is not int or value not in allowed:
        raise ValueError(value)
    return value


def _volume(value: object) -> int:
    return _whole(value, range(101))


def _text_size(value: object) -> int:
    return _whole(value, TEXT_SIZES)


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _clock(value: object) -> str:
    if not isinstance(value, str) or value not in CLOCKS:
        raise ValueError(value)
    return value


def _reading(value: object) -> str:
    if not isinstance(value, str) or value not in READINGS:
        raise ValueError(value)
    return value


def _given(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
        raise ValueError(value)
    return tuple(value.items())


def _player(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return clean_name(value)


def _files(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(name, str) for name in value):
        raise ValueError(value)
    return tuple(value)


def _window(value: object) -> tuple[int, int]:
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise ValueError(value)
    return _whole(value[0], SIDES), _whole(value[1], SIDES)


_CHECKS: dict[str, Callable[[object], Any]] = {
    "music": _volume,
    "effects": _volume,
    "muted": _switch,
    "music_on": _switch,
    "text_size": _text_size,
    "high_contrast": _switch,
    "reduced_motion": _switch,
    "clock": _clock,
    "spoilers": _switch,
    "full_screen": _switch,
    "player": _player,
    "heat_assist": _switch,
    "packs_off": _files,
    "introduced": _switch,
    "read_aloud": _reading,
    "keys": _given,
    "pad": _given,
    "window": _window,
    "maximised": _switch,
}
