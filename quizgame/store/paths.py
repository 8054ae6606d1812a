"""Where the player's files lie on this system; knows nothing of what is in them and makes no folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

HOME_VARIABLE = "QUIZGAME_HOME"
_APP = "quizgame"

# A path below a device can never be made: whoever writes there gets an ordinary OSError and litters nothing.
NOWHERE = Path(os.devnull) / _APP


class Places(NamedTuple):
    """Absolute paths; none of them need exist. What lies in `cache` may be deleted at any time."""

    data: Path
    cache: Path

    @property
    def scores(self) -> Path:
        return self.data / "scores.sqlite3"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def questions(self) -> Path:
        """The folder of the player's own packs."""
        return self.data / "questions"

    @property
    def reports(self) -> Path:
        """What the player has flagged."""
        return self.data / "reports.jsonl"

    @property
    def backups(self) -> Path:
        return self.data / "backups"


def find_places(environ: Mapping[str, str] = os.environ) -> Places:
    """The places of this user: below QUIZGAME_HOME where it is set, else where the system wants them.

    Never fails: a user without a home folder gets places that cannot be written to.
    """
    home = environ.get(HOME_VARIABLE, "").strip()
    if home:
        data = _absolute(home)
        return Places(data=data, cache=data / "cache")
    # Imported here because it costs milliseconds that a portable game need not pay.
    import platformdirs

    try:
        return Places(
            data=_absolute(platformdirs.user_data_dir(_APP, False)),
            cache=_absolute(platformdirs.user_cache_dir(_APP, False)),
        )
    except (OSError, RuntimeError):
        return Places(data=NOWHERE, cache=NOWHERE)


def _absolute(text: str) -> Path:
    """`text` as an absolute path; NOWHERE where that takes a home or a working folder that is missing."""
    try:
        return Path(text).expanduser().absolute()
    except (OSError, RuntimeError):
        return NOWHERE
