"""Opens a folder in the system's file manager, beside the game; knows no game and no screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

SETTLED_S = 3.0  # an opener that has run so long has opened the folder, and stays for as long as it is open
OPENERS = (("xdg-open",), ("gio", "open"))
NOBODY = "no program here opens folders"
NOWHERE = "there is no desktop here"


def open_folder(
    folder: Path, told: Callable[[str], None], words: Callable[[], tuple[str, ...]] | None = None
) -> None:
    """Open a folder; returns at once. `told` hears, from another thread, why it failed, or "".

    `words` gives the command that opens a folder, none where the system has no such thing.
    """
    search = words or opener
    thread = threading.Thread(target=lambda: _open(folder, told, search), name="file manager", daemon=True)
    thread.start()


def opener() -> tuple[str, ...]:
    """The command that opens a folder on a desktop; none where there is no desktop."""
    if sys.platform == "darwin":
        return ("open",)
    if not _has_desktop():
        return ()
    return next((words for words in OPENERS if shutil.which(words[0])), ())


def _has_desktop() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open(folder: Path, told: Callable[[str], None], words: Callable[[], tuple[str, ...]]) -> None:
    if sys.platform == "win32":
        told(_by_windows(folder))
        return
    command = words()
    if not command:
        told(NOBODY if _has_desktop() else NOWHERE)
        return
    try:
        process = _started((*command, str(folder)))
    except OSError as error:
        told((error.strerror or str(error)).lower())
        return
    _await(process, told)


def _by_windows(folder: Path) -> str:
    if sys.platform == "win32":
        try:
            os.startfile(folder)
        except OSError as error:
            return (error.strerror or str(error)).lower()
    return ""


def _started(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """A process of a session of its own: what ends the game does not end the file manager."""
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)


def _await(process: subprocess.Popen[bytes], told: Callable[[str], None]) -> None:
    """Tell how it went, and wait for the end in any case: no zombie is left behind."""
    try:
        code = process.wait(SETTLED_S)
    except subprocess.TimeoutExpired:
        told("")
        process.wait()
        return
    told("" if code == 0 else NOBODY)
