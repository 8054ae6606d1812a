"""How the haze over a place lies at a moment, and how far the eye has gone past it; knows no pixels.

All is a function of the time: nothing is kept, nothing is drawn by lot, and it is slow.
"""

from __future__ import annotations

from math import pi, sin
from typing import NamedTuple

from quizgame.screen.theme import Colour, mixed

GOLDEN = 0.618  # of a turn from one bank's waves to the next one's
WAVES = ((1.7, 0.52, 1.0), (4.1, 0.32, 1.3), (8.3, 0.16, 0.8))  # crests a picture, share, speed
SWAY = 0.3  # of a bank's height: so much lies between where it is highest and where it is lowest
WARM = (255, 120, 60)
DENSER = 0.7  # so much more haze at the greatest heat
REACH = 18  # units of 720 a height: how far the eye goes to either side
WAY_S = 150  # there, to the other side and back


class Bank(NamedTuple):
    """A soft band between two heights (fractions of the picture): what it adds where it is thickest.

    `pace` is how fast it goes, in widths of the picture a minute; what is nearer goes faster.
    """

    top: float
    bottom: float
    colour: Colour
    pace: float


def thickness(number: int, bank: Bank, x: float, now: int) -> float:
    """From 0 to 1, at a place along the picture's width (0 to 1) and a time in ms."""
    gone = bank.pace * now / 60_000
    waves = (
        share * sin(2 * pi * (crests * (x - speed * gone) + GOLDEN * (3 * number + wave)))
        for wave, (crests, share, speed) in enumerate(WAVES)
    )
    even = 0.5 + 0.5 * sum(waves)
    return even * even * (3 - 2 * even)


def lean(number: int, bank: Bank, x: float, now: int) -> float:
    """How high (-1) or low (1) the bank lies there: haze has no straight edges."""
    gone = bank.pace * now / 60_000
    wide = sin(2 * pi * (1.4 * (x - 0.7 * gone) + GOLDEN * (5 * number + 1)))
    return 0.65 * wide + 0.35 * sin(2 * pi * (3.7 * (x - 1.1 * gone) + GOLDEN * 2 * number))


def body(bank: Bank, y: float, lean: float) -> float:
    """How much of a bank lies at a height of the picture: 1 in its middle, 0 at its edges and beyond."""
    room = (bank.bottom - bank.top) * (1 - SWAY)
    within = (y - bank.top - room * SWAY / (1 - SWAY) * (1 + lean) / 2) / room
    return sin(pi * within) ** 2 if 0 < within < 1 else 0.0


def tint(bank: Bank, heat: float) -> Colour:
    """What a bank adds where it is thickest: with the heat (0 to 1) it is denser, and warmer."""
    dense = 1 + DENSER * heat
    r, g, b = (min(255, round(dense * part)) for part in bank.colour)
    return mixed((r, g, b), mixed((0, 0, 0), WARM, max(r, g, b) / 255), 0.5 * heat)


def drift(gone: int) -> float:
    """How far what stands in front has moved to the right after so many ms on the way, in units."""
    return REACH * sin(2 * pi * gone / (1000 * WAY_S))
