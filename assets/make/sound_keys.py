"""The small sounds under the player's fingers and the clock's pulse; knows no loudness and no file."""

from __future__ import annotations

import numpy as np

from sound_voice import Sound, filtered, glide, modes, noise, pan, room, stack, struck, thump, warm


def focus() -> Sound:
    """A fingernail on glass."""
    tap = modes(0.09, ((620.0, 0.6, 0.016), (1240.0, 0.3, 0.011), (2110.0, 0.12, 0.007)))
    return stack(0.09, [(0.002, 1.0, tap * struck(0.09, 0.001, 1.0))])


def open_() -> Sound:
    """Four cards laid down, left and right in turn, as quickly as the screen deals them."""
    cards = [
        (0.002 + n / 30, 0.8 + 0.07 * n, pan(_flick(1050.0 + 60.0 * n, 740 + n), (-0.35, 0.35)[n % 2]))
        for n in range(4)
    ]
    return stack(0.15, cards)


def count() -> Sound:
    """Banknotes under a thumb: fourteen, quick at first and then slower, as the take counts."""
    gaps = np.linspace(0.03, 0.07, 13)
    at = np.concatenate([[0.002], 0.002 + np.cumsum(gaps)])
    notes = [
        (float(when), 0.75 + 0.25 * n / 13, pan(_flick(900.0 + 500.0 * n / 13, 750 + n), 0.2 - 0.4 * (n % 2)))
        for n, when in enumerate(at)
    ]
    return stack(0.7, notes)


def sum_() -> Sound:
    """One line more: a single bead pushed along its wire."""
    return stack(0.08, [(0.002, 1.0, _flick(780.0, 770)), (0.026, 0.7, _flick(1170.0, 771))])


def _flick(hertz: float, seed: int) -> Sound:
    paper = noise(0.03, seed, 1500.0, 5000.0) * struck(0.03, 0.001, 0.003)
    return (
        modes(0.03, ((hertz, 0.7, 0.007), (1.9 * hertz, 0.25, 0.004))) * struck(0.03, 0.001, 1.0)
        + 0.12 * paper
    )


def type_() -> Sound:
    """A soft key going down."""
    key = modes(0.08, ((290.0, 0.7, 0.014), (910.0, 0.3, 0.008)))
    felt = noise(0.08, 701, 500.0, 2200.0) * struck(0.08, 0.002, 0.006)
    return stack(0.08, [(0.002, 1.0, key * struck(0.08, 0.0015, 1.0)), (0.002, 0.15, felt)])


def choose() -> Sound:
    """A latch: the press, then the lock."""
    press = noise(0.05, 703, 900.0, 3600.0) * struck(0.05, 0.001, 0.005)
    steel = modes(0.2, ((540.0, 0.5, 0.045), (870.0, 0.4, 0.035), (1320.0, 0.25, 0.03), (2210.0, 0.12, 0.02)))
    lock = 0.8 * thump(0.2, 210.0, 96.0, 0.04) + steel * struck(0.2, 0.001, 1.0)
    return stack(0.24, [(0.002, 0.18, press), (0.045, 1.0, lock)])


def back() -> Sound:
    """Two soft knocks, the second lower."""
    first = modes(0.16, ((392.0, 0.7, 0.03), (805.0, 0.2, 0.018)))
    second = modes(0.16, ((293.7, 0.8, 0.04), (602.0, 0.2, 0.022)))
    edge = struck(0.16, 0.0015, 1.0)
    return stack(0.24, [(0.002, 0.7, first * edge), (0.07, 1.0, second * edge)])


def pause() -> Sound:
    """A tape stopping."""
    tape = filtered(glide(0.42, 440.0, 60.0, 0.13, 9), 60.0, 1800.0) * struck(0.42, 0.004, 0.16)
    wind = noise(0.42, 705, 300.0, 1200.0) * struck(0.42, 0.004, 0.08)
    return stack(0.42, [(0.0, 1.0, tape), (0.0, 0.08, wind)])


def pulse(left: int) -> Sound:
    """A second goes by with so many (10 to 1) left: higher and harder each time, a fifth in all.

    The last three have an answer right behind them.
    """
    pitch, edge = 2.0 ** ((10 - left) * 7 / 9 / 12), 0.5 + (10 - left) / 9
    if left > 3:
        return stack(0.11, [(0.002, 1.0, _tick(pitch, edge))])
    first, second = pan(_tick(pitch, edge), -0.15), pan(_tick(1.0595 * pitch, edge), 0.15)
    return stack(0.32, [(0.002, 1.0, first), (0.125, 0.75, second)])


def _tick(pitch: float, edge: float) -> Sound:
    skin = thump(0.108, 170.0 * pitch, 98.0 * pitch, 0.035)
    return 0.5 * skin + _wood(0.108, pitch, edge) * struck(0.108, 0.001, 1.0)


def late() -> Sound:
    """The wood of the last pulse an octave lower, and nothing after it: the time is over."""
    blow = _wood(0.5, 0.5 * 2.0 ** (7 / 12), 0.8, 2.5) * struck(0.5, 0.002, 0.3)
    floor = thump(0.4, 150.0, 73.0, 0.07)
    return room(stack(0.5, [(0.005, 1.0, blow), (0.005, 0.15, floor)]), 715, 0.25, 0.12)


def _wood(seconds: float, pitch: float, edge: float, ring: float = 1.0) -> Sound:
    """A block of wood; the harder the edge, the more of what lies above its note; `ring` makes it larger."""
    over = ((880.0, 0.5, 0.016), (1480.0, 0.3, 0.010), (2360.0, 0.12, 0.006))
    parts = [(590.0, 0.55, 0.024), *((hertz, edge * gain, tau) for hertz, gain, tau in over)]
    return modes(seconds, [(hertz * pitch, gain, tau * ring) for hertz, gain, tau in parts])


def buzz() -> Sound:
    """A relay closes, and its lamp hums for a moment."""
    relay = modes(0.08, ((1130.0, 0.5, 0.010), (2680.0, 0.3, 0.006))) * struck(0.08, 0.001, 1.0)
    hum = filtered(warm(glide(0.34, 293.7, 293.7, 1.0, 9), 1.8), 150.0, 2200.0) * struck(0.34, 0.004, 0.12)
    fifth = glide(0.34, 440.0, 440.0, 1.0, 5) * struck(0.34, 0.004, 0.09)
    parts = [(0.002, 0.5, relay), (0.012, 0.8, pan(hum, -0.1)), (0.012, 0.35, pan(fifth, 0.2))]
    return room(stack(0.4, parts), 713, 0.2, 0.15)
