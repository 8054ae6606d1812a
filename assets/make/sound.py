"""Builds assets/sounds: renders each sound, levels and writes it, says what it measured; no part of the game.

Needs numpy, pyloudnorm and soundfile:  python assets/make/sound.py [--to FOLDER] [NAME ...]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

import sound_beds
import sound_crew
import sound_keys
import sound_turns
from sound_flac import packed
from sound_level import bed_at, effect_at, loudness, short_loudness, true_peak
from sound_ogg import encoded
from sound_voice import RATE, Sound


@dataclass(frozen=True, slots=True)
class Recipe:
    """How an effect is made: what renders it, and how loud it shall be in LUFS over its audible part."""

    render: Callable[[], Sound]
    lufs: float


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the music; `ceiling` bounds its peaks, `quality` (0 to 1) what the coder may spend.

    Without a quality nothing of it is lost.
    """

    render: Callable[[], Sound]
    lufs: float
    ceiling: float
    quality: float | None


# Calm stands alone at the title, and is decoded while it plays: FLAC is little work. The game fades it down
# and the others in (`quizgame/screen/mix.py`): the mix swells from about -16.5 LUFS to -14 with the heat, and
# the ceilings leave room for all three at once.
BEDS = {
    "bed_calm": Layer(sound_beds.calm, -16.5, 0.40, None),
    "bed_tense": Layer(sound_beds.tense, -18.4, 0.36, 0.15),
    "bed_hot": Layer(sound_beds.hot, -16.2, 0.40, 0.05),
}
# What is heard at every key press is quieter than what tells the player something.
EFFECTS = {
    "focus": Recipe(sound_keys.focus, -23.0),
    "type": Recipe(sound_keys.type_, -23.0),
    "choose": Recipe(sound_keys.choose, -18.0),
    "back": Recipe(sound_keys.back, -20.0),
    "pause": Recipe(sound_keys.pause, -18.0),
    "buzz": Recipe(sound_keys.buzz, -17.0),
    "open": Recipe(sound_keys.open_, -25.0),
    "count": Recipe(sound_keys.count, -24.0),
    "sum": Recipe(sound_keys.sum_, -24.0),
    "crew_chris": Recipe(sound_crew.chris, -18.0),
    "crew_nate": Recipe(sound_crew.nate, -18.0),
    "crew_trejo": Recipe(sound_crew.trejo, -18.0),
    "crew_michael": Recipe(sound_crew.michael, -18.0),
    "right": Recipe(partial(sound_turns.right, 1), -17.0),
    "right_2": Recipe(partial(sound_turns.right, 2), -17.0),
    "right_3": Recipe(partial(sound_turns.right, 3), -17.0),
    "wrong": Recipe(sound_turns.wrong, -17.0),
    "late": Recipe(sound_keys.late, -18.0),
    "heat_up": Recipe(sound_turns.heat_up, -17.0),
    "heat_down": Recipe(sound_turns.heat_down, -17.0),
    "decide": Recipe(sound_turns.decide, -17.5),
    "stay": Recipe(sound_turns.stay, -17.0),
    "walk": Recipe(sound_turns.walk, -17.0),
    "busted": Recipe(sound_turns.busted, -16.0),
    "drop": Recipe(sound_turns.drop, -17.0),
    "record": Recipe(sound_turns.record, -16.0),
    "getaway": Recipe(sound_turns.getaway, -17.0),
    "card": Recipe(sound_turns.card, -17.0),
    "turn": Recipe(sound_turns.turn, -18.0),
    "title": Recipe(sound_turns.title, -18.0),
}
EFFECTS |= {  # louder each time: -18.8 LUFS with ten seconds left, -16.1 with one
    f"pulse_{left}": Recipe(partial(sound_keys.pulse, left), -15.8 - 0.3 * left) for left in range(10, 0, -1)
}
EFFECT_QUALITY = 0.5


def rendered(name: str) -> Sound:
    """The named sound, levelled, before encoding."""
    if name in BEDS:
        layer = BEDS[name]
        return bed_at(layer.render(), layer.lufs, layer.ceiling)
    return effect_at(EFFECTS[name].render(), EFFECTS[name].lufs)


def build(name: str, folder: Path) -> str:
    """Write one file; a line that says what it measures."""
    sound = rendered(name)
    quality = BEDS[name].quality if name in BEDS else EFFECT_QUALITY
    coded = packed(sound) if quality is None else encoded(sound, quality)
    (folder / f"{name}.{'flac' if quality is None else 'ogg'}").write_bytes(coded)
    lufs = loudness(sound) if name in BEDS else short_loudness(sound)
    peak = 20.0 * np.log10(true_peak(sound))
    return f"{name:11} {len(sound) / RATE:6.2f} s {lufs:6.1f} LUFS {peak:6.1f} dBTP {len(coded):9,} bytes"


def main(words: list[str]) -> int:
    """The command line; 0 when all was written."""
    parser = argparse.ArgumentParser(description="Build the game's sounds.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which sounds; all of them if none is named")
    parser.add_argument(
        "--to", type=Path, default=Path(__file__).parents[1] / "sounds", help="the folder to write to"
    )
    wish = parser.parse_args(words)
    unknown = [name for name in wish.names if name not in BEDS | EFFECTS]
    if unknown:
        parser.error(f"no sound is called {', '.join(unknown)}; there are {', '.join(BEDS | EFFECTS)}")
    wish.to.mkdir(parents=True, exist_ok=True)
    for name in wish.names or [*BEDS, *EFFECTS]:
        print(build(name, wish.to), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
