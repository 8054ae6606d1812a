"""What is done with a finished run: its text on the clipboard, its files; knows no scene."""

from __future__ import annotations

from pathlib import Path

from tests.pilot import Pilot


def copied(pilot: Pilot) -> list[str]:
    """What will have been put on the clipboard."""
    texts: list[str] = []

    def copy(text: str) -> bool:
        texts.append(text)
        return True

    pilot.parts.world = pilot.parts.world._replace(copy=copy)
    return texts


def until_done(pilot: Pilot) -> None:
    """Frames pass while something is saved in a thread."""
    while pilot.sees("Saving"):
        pilot.wait(50)


def saved_as(pilot: Pilot) -> Path:
    """The file that the screen says was saved, once it is."""
    until_done(pilot)
    [line] = [line for line in pilot.survey().lines if line.startswith("Saved: ")]
    return Path(line.removeprefix("Saved: "))
