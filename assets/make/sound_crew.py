"""The four of the crew as they are called: a radio opens, then each works; knows no loudness and no file."""

from __future__ import annotations

from sound_voice import (
    Sound,
    filtered,
    glide,
    lamp,
    modes,
    noise,
    note,
    pan,
    room,
    stack,
    struck,
    swelling,
    thump,
    warm,
)

AT = 0.09  # seconds: when the radio is open


def chris() -> Sound:
    """Two shots, left and right, behind a wall: two wrong answers go."""
    shots = [(AT, 1.0, pan(_shot(721), -0.5)), (AT + 0.15, 0.9, pan(_shot(723), 0.5))]
    return room(stack(0.6, [_radio(707), *shots]), 725, 0.35, 0.25)


def nate() -> Sound:
    """A telephone: the tone of a free line, its fork going down, and a number that answers."""
    tone = modes(0.2, ((350.0, 0.5, 1.0), (440.0, 0.5, 1.0))) * struck(0.2, 0.006, 0.4)
    fork = modes(0.06, ((760.0, 0.5, 0.008), (1710.0, 0.4, 0.006))) * struck(0.06, 0.001, 1.0)
    answers = lamp(note(79), 0.22, 0.5) + 0.5 * lamp(note(74), 0.22, 0.5)
    line = stack(0.6, [(AT, 0.9, tone), (AT + 0.2, 0.7, fork), (AT + 0.26, 0.5, answers)])
    return room(stack(0.6, [_radio(709), (0.0, 1.0, filtered(line, 330.0, 2600.0))]), 727, 0.15, 0.15)


def trejo() -> Sound:
    """An engine that is given gas, and tyres that take it."""
    engine = filtered(warm(glide(0.5, 147.0, 392.0, 0.22, 14), 3.0), 220.0, 1900.0) * swelling(0.5, 0.3, 1.4)
    tyres = noise(0.5, 729, 800.0, 2600.0) * swelling(0.5, 0.34, 2.5)
    return room(stack(0.65, [_radio(711), (AT, 0.9, engine), (AT, 0.22, tyres)]), 731, 0.3, 0.2)


def michael() -> Sound:
    """A coin set on a table, and another on top of it an octave higher: double or burn."""
    one, two = _coin(note(86)), _coin(note(98))
    table = thump(0.2, 190.0, 110.0, 0.03)
    coins = [
        (AT, 0.7, pan(one, -0.2)),
        (AT, 0.4, table),
        (AT + 0.16, 0.7, pan(two, 0.2)),
        (AT + 0.16, 0.4, table),
    ]
    return room(stack(0.65, [_radio(713), *coins]), 733, 0.35, 0.2)


def _radio(seed: int) -> tuple[float, float, Sound]:
    """The channel opens: what the four have in common."""
    hiss = noise(0.12, seed, 700.0, 2600.0) * struck(0.12, 0.002, 0.035)
    return 0.0, 0.3, filtered(hiss, 350.0, 2800.0)


def _shot(seed: int) -> Sound:
    blast = noise(0.3, seed, 250.0, 1600.0) * struck(0.3, 0.001, 0.035)
    return 0.45 * blast + 0.7 * thump(0.3, 210.0, 85.0, 0.045)


def _coin(hertz: float) -> Sound:
    ring = modes(0.4, ((hertz, 0.5, 0.12), (1.52 * hertz, 0.3, 0.07), (2.74 * hertz, 0.12, 0.03)))
    return ring * struck(0.4, 0.001, 1.0)
