"""The errors of the store and their plain words; knows no file and no database."""

from __future__ import annotations

import errno

NO_FILE = "something that is no file is in its place"

_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else -1: "the disk is full",
    errno.EROFS: "the disk may only be read",
    errno.EACCES: "its folder may not be written to",
    errno.EPERM: "its folder may not be written to",
    errno.ENOTDIR: "its folder cannot be made",
    errno.EISDIR: NO_FILE,
}


class NotSaved(Exception):
    """Something could not be written; `reason` is one sentence for the player."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownRun(LookupError):
    """The score file has no run of this number, or it cannot be read."""


def plain(error: OSError) -> str:
    """What went wrong, as the end of a sentence, without a full stop."""
    if error.errno in _WORDS:
        return _WORDS[error.errno]
    return (error.strerror or "the system refused").rstrip(".").lower()
