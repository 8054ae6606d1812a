"""Folders that lie in memory where there is such a thing: nobody waits for a disk; knows no test."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

MEMORY = Path("/dev/shm")


def folder_in_memory() -> TemporaryDirectory[str]:
    """An empty folder that is gone after its `with`."""
    return TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None)
