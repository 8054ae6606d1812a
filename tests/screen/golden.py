"""Compares what tests see with what is kept under tests/golden; knows neither scenes nor pixels.

QUIZGAME_UPDATE_GOLDEN=1 in the environment rewrites what is kept. What a failed test saw lies
under tests/failed afterwards.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "golden"
FAILED = Path(__file__).parents[1] / "failed"
UPDATE = "QUIZGAME_UPDATE_GOLDEN"
MOST_SHOWN = 60  # lines of a difference


def updating() -> bool:
    """Whether the kept texts and pictures are to be written anew."""
    return bool(os.environ.get(UPDATE))


def readable(lines: Iterable[str]) -> list[str]:
    """Notes, shorter: key caps stand before their hint, a pane's tone before its first word."""
    read: list[str] = []
    before = ""
    for line in lines:
        tone = line.removeprefix("panel ") if line.startswith("panel ") else ""
        if tone == "solid" or (before.endswith(")") and not tone):
            before, said = (f"{before}(", "") if tone else (before, line)
            if said:
                read.append(f"{before} {said}")
                before = ""
        elif before.endswith("("):
            before += f"{line})"
        elif tone:
            before = TONES.get(tone, "")
        else:
            read.append(f"{before}{line}")
            before = ""
    return read


TONES = {"focus": "* ", "right": "+ ", "wrong": "- "}


def check_text(name: str, lines: Sequence[str]) -> None:
    """Fail, with the difference, where a text is not the one that is kept."""
    text, path = "".join(f"{line}\n" for line in lines), GOLDEN / name
    if updating():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return
    kept = path.read_text("utf-8") if path.exists() else ""
    if text != kept:
        fail(name, text.encode(), _difference(kept, text))


def fail(name: str, seen: bytes, why: str) -> None:
    """Keep what was seen beside what was wanted, and fail."""
    (FAILED / name).parent.mkdir(parents=True, exist_ok=True)
    (FAILED / name).write_bytes(seen)
    pytest.fail(
        f"tests/golden/{name} is not what was seen, which is kept as tests/failed/{name}; "
        f"if that is right, run again with {UPDATE}=1.\n{why}",
        pytrace=False,
    )


def _difference(kept: str, seen: str) -> str:
    lines = list(unified_diff(kept.splitlines(), seen.splitlines(), "kept", "seen", lineterm="", n=2))
    more = [f"... and {len(lines) - MOST_SHOWN} lines more"] if len(lines) > MOST_SHOWN else []
    return "\n".join(lines[:MOST_SHOWN] + more)
