"""The sounds of what happens in a run, from a right answer to the getaway; knows no loudness and no file."""

from __future__ import annotations

import numpy as np

from sound_voice import (
    Sound,
    clock,
    filtered,
    glide,
    lamp,
    modes,
    noise,
    note,
    pan,
    room,
    samples,
    stack,
    struck,
    swelling,
    thump,
    warm,
)

STREAK = ((69, 74), (72, 77), (74, 81))
"""A to D, C to F, D to A: the third leaps a fifth, the one that sinks with the heat."""


def right(nth: int) -> Sound:
    """A step upward on the lamp, for the first, second or third right answer in a row; no fanfare."""
    low, high = STREAK[nth - 1]
    first, second = lamp(note(low), 0.9, 0.9), lamp(note(high), 0.8, 0.8)
    parts = [
        (0.0, 0.6, pan(first, -0.15)),
        (0.1, 0.9, pan(second, 0.15)),
        (0.1, 0.25, lamp(note(62), 0.8, 0.5)),
    ]
    parts.append((0.1, 0.3, thump(0.3, 120.0, 73.0, 0.06)))
    return room(stack(0.9, parts) * struck(0.9, 0.001, 0.45)[:, None], 801, 0.4, 0.2)


def wrong() -> Sound:
    """A dull thud and a semitone that does not resolve."""
    low, rub = lamp(note(50), 0.75, 1.5), lamp(note(51), 0.75, 1.5)
    above = lamp(note(62), 0.75, 1.2) + lamp(note(63), 0.75, 1.2)
    chord = filtered(low + rub + 0.6 * above, 80.0, 1800.0) * struck(0.75, 0.004, 0.22)
    return room(stack(0.75, [(0.0, 0.8, thump(0.5, 150.0, 58.0, 0.1)), (0.015, 0.6, chord)]), 803, 0.3, 0.15)


def heat_up() -> Sound:
    """A knock, air drawn in with a rising growl, and after half a second the hit: the needle is highest."""
    air = noise(0.6, 805, 500.0, 2600.0) * swelling(0.6, 0.5, 2.5)
    growl = filtered(glide(0.6, 98.0, 233.0, 0.5, 12), 200.0, 2000.0) * swelling(0.6, 0.5, 1.6)
    iron = modes(0.45, ((392.0, 0.5, 0.07), (587.3, 0.4, 0.055), (932.3, 0.2, 0.04)))
    knock, hit = thump(0.25, 130.0, 98.0, 0.05), thump(0.45, 180.0, 66.0, 0.09) + iron
    return room(
        stack(0.95, [(0.0, 0.25, knock), (0.0, 0.16, air), (0.0, 0.65, growl), (0.5, 0.9, hit)]),
        807,
        0.35,
        0.2,
    )


def heat_down() -> Sound:
    """A breath let go, and a fifth that sinks with it."""
    air = noise(0.9, 809, 350.0, 1600.0) * swelling(0.9, 0.12, 1.8)
    low, high = glide(0.9, 311.1, 220.0, 0.16, 3), glide(0.9, 466.2, 329.6, 0.16, 2)
    return room(
        stack(0.95, [(0.0, 0.12, air), (0.0, 0.5, (low + 0.5 * high) * struck(0.9, 0.03, 0.24))]),
        811,
        0.4,
        0.25,
    )


def stay() -> Sound:
    """A vault's bolt thrown home, and the floor answering."""
    slide = noise(0.16, 813, 900.0, 3200.0) * swelling(0.16, 0.14, 1.2)
    steel = modes(
        0.5,
        (
            (212.0, 0.7, 0.09),
            (347.0, 0.5, 0.08),
            (561.0, 0.35, 0.06),
            (893.0, 0.25, 0.04),
            (1490.0, 0.15, 0.03),
        ),
    )
    floor = filtered(glide(0.8, note(38), note(38), 1.0, 16), 50.0, 900.0) * struck(0.8, 0.02, 0.2)
    bolt = 0.9 * thump(0.5, 140.0, 60.0, 0.09) + steel * struck(0.5, 0.001, 1.0)
    return room(stack(1.0, [(0.0, 0.16, slide), (0.15, 1.0, bolt), (0.17, 0.5, floor)]), 815, 0.4, 0.2)


def decide() -> Sound:
    """Two ways: the note of walking on the left, that of staying on the right, and neither goes on."""
    walk, stay = (_held(note(midi)) + 0.6 * _held(note(midi + 12)) for midi in (57, 50))
    return room(stack(1.1, [(0.0, 0.5, pan(walk, -0.5)), (0.1, 0.5, pan(stay, 0.5))]), 817, 0.5, 0.2)


def _held(hertz: float, seconds: float = 0.9) -> Sound:
    """A lamp that is held as if by a bow."""
    bow = filtered(glide(seconds, hertz, hertz, 1.0, 16), 250.0, 2000.0) * swelling(
        seconds, 0.45 * seconds, 0.8
    )
    return 0.7 * lamp(hertz, seconds, 1.0) + 0.35 * bow


def walk() -> Sound:
    """Three steps that grow distant over an open fifth."""
    fifth = lamp(note(50), 1.15, 0.5) + 0.8 * lamp(note(57), 1.15, 0.6) + 0.5 * lamp(note(64), 1.15, 0.6)
    fifth *= struck(1.15, 0.05, 0.5)
    steps = [
        (0.02 + 0.36 * n, 0.9 * 0.6**n, pan(_step(820 + n, 2600.0 - 800.0 * n), 0.1 + 0.25 * n))
        for n in range(3)
    ]
    return room(stack(1.15, [*steps, (0.0, 0.35, fifth)]), 825, 0.5, 0.2)


def busted() -> Sound:
    """The floor gives way, low brass falls a little, and a ratchet closes."""
    boom = thump(2.0, 130.0, 41.0, 0.45)
    brass = sum(
        (glide(1.7, note(m) * 1.03, note(m) * 0.94, 0.9, 24) for m in (38, 50, 51, 57)),
        np.zeros(samples(1.7)),
    )
    brass = filtered(warm(0.5 * brass, 2.5), 60.0, 1800.0) * struck(1.7, 0.03, 0.5)
    teeth = [
        (1.15 + 0.062 * n - 0.002 * n * n, 0.10 + 0.012 * n, pan(_tooth(830 + n), 0.2)) for n in range(8)
    ]
    last = [(1.62, 0.4, pan(_tooth(840), 0.2)), (1.62, 0.35, thump(0.4, 190.0, 90.0, 0.06))]
    return room(stack(2.4, [(0.0, 0.65, boom), (0.0, 1.2, brass), *teeth, *last]), 845, 0.7, 0.2)


def drop() -> Sound:
    """A full bag hits the road: its weight, the canvas, and a buckle."""
    weight = thump(0.34, 210.0, 82.0, 0.05)
    canvas = noise(0.34, 871, 350.0, 1700.0) * struck(0.34, 0.002, 0.035)
    buckle = modes(0.34, ((560.0, 0.5, 0.03), (910.0, 0.3, 0.022), (1430.0, 0.15, 0.014)))
    parts = [(0.002, 0.7, weight), (0.004, 0.5, canvas), (0.012, 0.5, buckle * struck(0.34, 0.001, 1.0))]
    return room(stack(0.4, parts), 873, 0.25, 0.12)


def record() -> Sound:
    """Four lamp notes upward; the last turns the minor key to major."""
    notes = ((0.0, 62, -0.3), (0.17, 69, -0.1), (0.34, 76, 0.1), (0.56, 78, 0.3))
    tones = [(at, 0.5, pan(lamp(note(midi), 2.4 - at, 0.9), side)) for at, midi, side in notes]
    ground = [(0.56, 0.55, lamp(note(50), 1.8, 0.7)), (0.56, 0.5, thump(0.6, 130.0, 73.0, 0.12))]
    return room(stack(2.4, [*tones, *ground]) * struck(2.4, 0.002, 1.3)[:, None], 851, 1.0, 0.25)


def getaway() -> Sound:
    """A car passes from left to right and is gone."""
    t = clock(1.2)
    near = swelling(1.2, 0.42, 2.2)
    wind = noise(1.2, 853, 250.0, 1500.0) * near
    engine = filtered(glide(1.2, 118.0, 84.0, 0.35, 12), 70.0, 900.0) * near
    fifth = (lamp(note(50), 1.2, 0.6) + 0.7 * lamp(note(57), 1.2, 0.5)) * struck(1.2, 0.01, 0.45)
    car = pan(0.4 * wind + 0.7 * engine, np.tanh(4.0 * (t - 0.42)) * 0.85)
    return room(stack(1.2, [(0.0, 1.0, car), (0.0, 0.35, fifth)]), 855, 0.4, 0.15)


def card() -> Sound:
    """A round opens: one low stroke, glass far above it."""
    low = (lamp(note(38), 1.15, 1.4) + 0.6 * lamp(note(45), 1.15, 1.0)) * struck(1.15, 0.006, 0.4)
    fifth = (lamp(note(62), 1.15, 1.0) + 0.7 * lamp(note(69), 1.15, 0.8)) * struck(1.15, 0.01, 0.35)
    glass = modes(1.15, ((note(86), 0.3, 0.2), (note(93), 0.15, 0.14), (note(98), 0.06, 0.1))) * struck(
        1.15, 0.004, 1.0
    )
    stroke = [(0.0, 0.8, thump(0.8, 130.0, 50.0, 0.16)), (0.0, 0.5, low), (0.0, 0.3, pan(fifth, -0.2))]
    return room(stack(1.15, [*stroke, (0.03, 0.5, pan(glass, 0.3))]), 857, 0.6, 0.25)


def turn() -> Sound:
    """Something is slid across a table, and taken."""
    slide = noise(0.5, 861, 500.0, 2400.0) * swelling(0.5, 0.36, 1.6)
    across = pan(slide, np.linspace(-0.8, 0.7, samples(0.5)))
    taken = thump(0.3, 170.0, 110.0, 0.05)
    notes = [(0.40, 0.5, pan(lamp(note(57), 0.5, 0.8), 0.3)), (0.52, 0.5, pan(lamp(note(62), 0.4, 0.8), 0.5))]
    knock = modes(0.1, ((410.0, 0.5, 0.02), (930.0, 0.2, 0.01))) * struck(0.1, 0.001, 1.0)
    parts = [(0.0, 0.3, knock), (0.0, 0.3, across), (0.40, 0.7, pan(taken, 0.4)), *notes]
    return room(stack(1.05, parts), 863, 0.4, 0.2)


def title() -> Sound:
    """Night falls open: one low stroke, and the ninth chord of the music lit lamp by lamp above it."""
    low = (lamp(note(38), 2.8, 1.5) + 0.6 * lamp(note(45), 2.8, 1.0)) * struck(2.8, 0.006, 0.9)
    air = noise(2.8, 865, 300.0, 1500.0) * swelling(2.8, 0.5, 2.0)
    chord = ((0.30, 57, -0.4), (0.62, 64, 0.3), (0.94, 65, -0.2), (1.26, 72, 0.4))
    lamps = [(at, 0.4, pan(lamp(note(midi), 2.8 - at, 0.5), side)) for at, midi, side in chord]
    parts = [(0.0, 0.6, thump(0.8, 120.0, 49.0, 0.18)), (0.0, 0.5, low), (0.0, 0.05, air), *lamps]
    return room(stack(2.8, parts) * struck(2.8, 0.002, 1.4)[:, None], 867, 1.2, 0.3)


def _step(seed: int, bright: float) -> Sound:
    heel = modes(0.2, ((180.0, 0.7, 0.025), (430.0, 0.5, 0.018))) * struck(0.2, 0.0015, 1.0)
    sole = noise(0.2, seed, 400.0, bright) * (struck(0.2, 0.002, 0.012) + 0.35 * swelling(0.2, 0.07, 2.0))
    return heel + 0.3 * sole


def _tooth(seed: int) -> Sound:
    steel = modes(0.12, ((1870.0, 0.5, 0.012), (2960.0, 0.4, 0.010), (4410.0, 0.25, 0.008)))
    return (steel + 0.2 * noise(0.12, seed, 2000.0, 5000.0) * struck(0.12, 0.001, 0.006)) * struck(
        0.12, 0.001, 1.0
    )
