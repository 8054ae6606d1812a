"""The small sounds under the player's fingers and the clock's pulse; knows no loudness and no file."""

from __future__ import annotations

from sound_voice import Sound, clock, filtered, glide, modes, noise, pan, room, stack, struck, thump, warm


def focus() -> Sound:
    """A fingernail on glass."""
    tap = modes(0.09, ((620.0, 0.6, 0.016), (1240.0, 0.3, 0.011), (2110.0, 0.12, 0.007)))
    return stack(0.09, [(0.002, 1.0, tap * struck(0.09, 0.001, 1.0))])


def type_() -> Sound:
    """A soft key going down."""
    key = modes(0.08, ((290.0, 0.7, 0.014), (910.0, 0.3, 0.008)))
    felt = noise(0.08, 701, 500.0, 2200.0) * struck(0.08, 0.002, 0.006)
    return stack(0.08, [(0.002, 1.0, key * struck(0.08, 0.0015, 1.0)), (0.002, 0.15, felt)])


def choose() -> Sound:
    """A latch: the press, then the lock."""
    press = noise(0.05, 703, 900.0, 3600.0) * struck(0.05, 0.001, 0.005)
    steel = modes(0.2, ((1320.0, 0.25, 0.03), (2210.0, 0.14, 0.02), (3470.0, 0.07, 0.012)))
    lock = thump(0.2, 210.0, 96.0, 0.04) + 0.8 * steel * struck(0.2, 0.001, 1.0)
    return stack(0.24, [(0.002, 0.18, press), (0.045, 1.0, lock)])


def back() -> Sound:
    """Two soft knocks, the second lower."""
    first = modes(0.16, ((392.0, 0.7, 0.03), (805.0, 0.2, 0.018)))
    second = modes(0.16, ((293.7, 0.8, 0.04), (602.0, 0.2, 0.022)))
    edge = struck(0.16, 0.0015, 1.0)
    return stack(0.24, [(0.002, 0.7, first * edge), (0.07, 1.0, second * edge)])


def pause() -> Sound:
    """A tape stopping."""
    tape = filtered(glide(0.42, 294.0, 40.0, 0.13, 5), 60.0, 1100.0) * struck(0.42, 0.004, 0.16)
    wind = noise(0.42, 705, 300.0, 1200.0) * struck(0.42, 0.004, 0.08)
    return stack(0.42, [(0.0, 1.0, tape), (0.0, 0.08, wind)])


def pulse(left: int) -> Sound:
    """A second goes by with so many (10 to 1) left: higher and harder each time, a fifth in all.

    The last three have an answer right behind them.
    """
    pitch, edge = 2.0 ** ((10 - left) * 7 / 9 / 12), 0.5 + (10 - left) / 9
    if left > 3:
        return stack(0.14, [(0.002, 1.0, _tick(pitch, edge))])
    first, second = pan(_tick(pitch, edge), -0.15), pan(_tick(1.0595 * pitch, edge), 0.15)
    return stack(0.32, [(0.002, 1.0, first), (0.125, 0.75, second)])


def _tick(pitch: float, edge: float) -> Sound:
    wood = modes(
        0.13, ((880.0 * pitch, 0.35, 0.016), (1480.0 * pitch, 0.2, 0.010), (2360.0 * pitch, 0.08, 0.006))
    )
    return thump(0.13, 170.0 * pitch, 98.0 * pitch, 0.035) + edge * wood * struck(0.13, 0.001, 1.0)


def buzz() -> Sound:
    """A relay closes, and its lamp hums for a moment."""
    relay = modes(0.08, ((1130.0, 0.5, 0.010), (2680.0, 0.3, 0.006))) * struck(0.08, 0.001, 1.0)
    hum = filtered(warm(glide(0.34, 293.7, 293.7, 1.0, 9), 1.8), 150.0, 2200.0) * struck(0.34, 0.004, 0.12)
    fifth = glide(0.34, 440.0, 440.0, 1.0, 5) * struck(0.34, 0.004, 0.09)
    parts = [(0.002, 0.5, relay), (0.012, 0.8, pan(hum, -0.1)), (0.012, 0.35, pan(fifth, 0.2))]
    return room(stack(0.4, parts), 713, 0.2, 0.15)


def crew() -> Sound:
    """A radio opening, a word's worth of carrier, and its squelch."""
    opening = noise(0.12, 707, 700.0, 2600.0) * struck(0.12, 0.002, 0.05)
    t = clock(0.16)
    carrier = (
        (modes(0.16, ((587.3, 0.5, 0.09), (880.0, 0.4, 0.09)))) * struck(0.16, 0.004, 0.12) * (t < 0.155)
    )
    closing = noise(0.18, 709, 500.0, 2400.0) * struck(0.18, 0.003, 0.04)
    words = filtered(
        stack(0.5, [(0.0, 0.35, opening), (0.08, 1.0, carrier), (0.26, 0.45, closing)]), 350.0, 2800.0
    )
    return room(words, 711, 0.15, 0.2)
