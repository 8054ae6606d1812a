"""Runs first in the frozen game: what it starts gets its own libraries back; knows no game."""

import os

# PyInstaller points this at the game's own libraries, and a file manager or a voice must not load those.
_ours = os.environ.pop("LD_LIBRARY_PATH", None)
_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
