"""The music: three layers of one slow piece in D minor, five beats a bar; knows no loudness and no file."""

from __future__ import annotations

import numpy as np

from sound_ring import LENGTH, choir, drift, echoes, empty, hall, hiss, opened, passing, place, swell
from sound_voice import Sound, clock, filtered, glide, lamp, modes, noise, note, pan, struck, thump, warm

BAR = 5.0
CHORDS = (  # two bars each, MIDI notes: D minor 9, B flat major 7 #11, G minor 9, E flat major 7 #11
    (50, 57, 64, 65, 72),
    (46, 53, 62, 64, 69),
    (43, 55, 62, 65, 69),
    (51, 58, 62, 67, 69),
)
MELODY = (  # second, MIDI note, gain, place: few notes, so that the twentieth time around does not tire
    (3.0, 81, 0.8, -0.3),
    (4.5, 77, 0.6, -0.1),
    (8.0, 76, 0.9, 0.2),
    (14.0, 74, 0.6, 0.3),
    (18.0, 77, 0.8, -0.2),
    (23.5, 69, 0.7, 0.1),
    (28.0, 74, 0.8, 0.3),
    (33.0, 79, 0.7, -0.3),
    (34.5, 77, 0.6, -0.1),
    (38.0, 75, 0.9, 0.2),
)
STEPS = (0, 3, 6, 9, 12, 16)  # sixteenths of a bar of twenty that carry the accent: 3+3+3+3+4+4
BASS = (38, 38, 38, 38, 43, 43, 39, 38)  # one a bar
PLATES = (  # second, MIDI note, gain, place: metal struck far away, in the gaps of the melody
    (6.5, 62, 1.0, 0.6),
    (11.0, 65, 0.7, -0.6),
    (21.0, 57, 1.0, -0.4),
    (31.0, 58, 0.9, 0.5),
    (36.0, 63, 0.6, -0.7),
)
RESTLESS = (50, 51, 53, 51)  # how the pedal note leaves D at the end of every second bar
CLUSTERS = ((69, 70), (76, 77), (74, 75), (81, 82))  # a semitone apart, one pair a chord


def calm() -> Sound:
    """Pads that open and close, a low drone, the city far below, distant metal and a melody of ten notes."""
    far = hall(_metal(), 13, 7.0, 1.6, 3200.0)
    return _breath() * (hall(_pads() + _melody(), 11, 5.0, 0.55, 2600.0) + far + _drone() + _city() + _air())


def tense() -> Sound:
    """The slow pulse in fives, its sequenced shadow, and pairs of strings a semitone apart."""
    strings = _breath() * hall(_clusters(), 23, 4.5, 0.6, 3500.0)
    return hall(_pulse() + _sequence(), 21, 2.2, 0.3, 2200.0) + strings


def hot() -> Sound:
    """A heart in the floor, one note hammered over it, drums that crowd each phrase, trembling strings."""
    strings = _breath() * hall(_shimmer(), 33, 4.0, 0.5, 5000.0)
    return hall(_heart() - _drums(), 31, 1.6, 0.25, 900.0) + hall(_ostinato(), 35, 1.2, 0.2, 1800.0) + strings


def _breath() -> Sound:
    """What is held sinks where the ring closes: a phrase ends, and the coder's errors shrink with it."""
    return (1.0 - 0.75 * swell(-1.6, 1.6, 0.0, 1.6))[:, None]


def _pads() -> Sound:
    ring = empty()
    for index, chord in enumerate(CHORDS):
        for voice, midi in enumerate(chord):
            tone = choir(note(midi), lambda n: n**-1.7 if n < 14 else 0.0, 14.0, 100 + 10 * index + voice)
            envelope = swell(2 * BAR * index - 1.5 + 0.45 * voice, 4.0, 4.0, 5.0)
            ring += 0.05 * tone * (envelope * (1.0 + 0.25 * drift(200 + voice, 2, 7)))[:, None]
    return opened(ring, (90.0, 700.0, 3600.0), 0.45 + 0.5 * drift(221, 1, 3))


def _metal() -> Sound:
    """A hanging bar's overtones do not fit its note: what sounds so is steel, and far off."""
    ring = empty()
    for at, midi, gain, side in PLATES:
        hertz = note(midi)
        bar = modes(6.0, ((hertz, 0.7, 1.6), (2.756 * hertz, 0.45, 1.1), (5.404 * hertz, 0.18, 0.6)))
        place(ring, pan(bar * np.minimum(1.0, clock(6.0) / 0.03), side), at, 0.13 * gain)
    return ring


def _air() -> Sound:
    """One long breath to a chord: in, held, and out a little darker."""
    ring = empty()
    for index in range(len(CHORDS)):
        into, out = swell(10.0 * index + 1.0, 3.2, 0.2, 1.2), swell(10.0 * index + 5.0, 0.9, 0.2, 3.6)
        ring += 0.020 * hiss(431 + index, 700.0, 1900.0) * into[:, None]
        ring += 0.024 * hiss(441 + index, 350.0, 1000.0) * out[:, None]
    return ring


def _drone() -> Sound:
    low = choir(note(38), lambda n: n**-1.4 if n < 9 else 0.0, 5.0, 301, width=0.15)
    fifth = choir(note(45), lambda n: n**-1.9 if n < 7 else 0.0, 7.0, 302, width=0.4)
    breath = 1.0 + 0.3 * drift(303, 1, 4)
    return 0.085 * low * breath[:, None] + 0.03 * fifth * (1.0 + 0.5 * drift(304, 1, 4))[:, None]


def _city() -> Sound:
    ring = 0.030 * hiss(401, 140.0, 420.0) * (1.0 + 0.35 * drift(403, 1, 6))[:, None]
    ring += 0.006 * hiss(405, 900.0, 2600.0) * (1.0 + 0.4 * drift(407, 1, 6))[:, None]
    for at, side in ((1.0, 1.0), (11.5, -1.0), (19.0, 1.0), (30.5, -1.0)):
        car = noise(7.0, 410 + int(at), 180.0, 700.0) * np.hanning(7 * 48_000) ** 2
        place(ring, pan(car, np.linspace(-0.8 * side, 0.8 * side, len(car))), at, 0.035)
    return ring


def _melody() -> Sound:
    ring = empty()
    for at, midi, gain, side in MELODY:
        place(ring, pan(lamp(note(midi), 3.0, 0.7) * struck(3.0, 0.012, 1.0), side), at, 0.42 * gain)
    return passing(echoes(ring, 0.75, 0.42, 4), 150.0, 3200.0)


def _pulse() -> Sound:
    ring = empty()
    for bar, midi in enumerate(BASS):
        for beat in (0.0, 1.5, 3.0, 4.0):
            tone = warm(glide(0.9, note(midi), note(midi), 1.0, 9), 1.2)
            bright = filtered(tone, 40.0, 900.0) * struck(0.9, 0.006, 0.09)
            dark = filtered(tone, 40.0, 240.0) * struck(0.9, 0.006, 0.26)
            place(ring, pan(0.5 * bright + dark), bar * BAR + beat, 0.36 if beat == 0.0 else 0.25)
    return ring


def _sequence() -> Sound:
    ring = empty()
    for bar in range(int(LENGTH / BAR)):
        third, fifth = CHORDS[bar // 2][1], CHORDS[bar // 2][3]
        for step in range(20):
            midi = fifth if step in STEPS else third
            pluck = glide(0.3, note(midi), note(midi), 1.0, 6) * struck(0.3, 0.004, 0.06)
            place(
                ring,
                pan(pluck, 0.35 if step % 2 else -0.35),
                bar * BAR + step / 4,
                0.5 if step in STEPS else 0.28,
            )
    return 0.65 * opened(ring, (110.0, 520.0, 1900.0), 0.55 + 0.4 * drift(501, 2, 3))


def _clusters() -> Sound:
    ring = empty()
    for index, pair in enumerate(CLUSTERS):
        for voice, midi in enumerate(pair):
            tone = choir(note(midi), lambda n: n**-1.5 if n < 12 else 0.0, 9.0, 520 + 2 * index + voice)
            ring += 0.042 * tone * swell(2 * BAR * index + 3.5 + voice, 4.5, 0.5, 2.0)[:, None]
    return passing(ring, 300.0, 4200.0)


def _heart() -> Sound:
    ring = empty()
    lub, dub = pan(thump(0.5, 120.0, 46.0, 0.11)), pan(thump(0.4, 135.0, 55.0, 0.075))
    for second in range(int(LENGTH)):
        accent = 0.72 if second % 5 == 0 else 0.58
        place(ring, lub, float(second), accent)
        place(ring, dub, second + 0.27, 0.6 * accent)
    return ring


def _drums() -> Sound:
    ring = empty()
    skin = thump(0.4, 190.0, 92.0, 0.08) + 0.25 * noise(0.4, 601, 200.0, 900.0) * struck(0.4, 0.002, 0.03)
    tick = modes(0.1, ((3100.0, 0.5, 0.012), (4720.0, 0.35, 0.009))) + 0.2 * noise(
        0.1, 602, 3000.0, 6000.0
    ) * struck(0.1, 0.002, 0.01)
    for bar in range(8):
        for step in range(20):
            at, crowded = bar * BAR + step / 4, bar % 2 == 1 and step >= 12
            place(ring, pan(tick, 0.5 if step % 2 else -0.5), at, 0.08 if step in STEPS else 0.035)
            if crowded or step in (6, 16):
                place(
                    ring,
                    pan(skin, 0.25 if step % 2 else -0.25),
                    at,
                    0.13 + 0.025 * max(0, step - 11) * crowded,
                )
    return ring


def _ostinato() -> Sound:
    """D in sixteenths whatever the chord above it: over E flat it rubs, and that is meant."""
    ring = empty()
    for bar in range(8):
        for step in range(20):
            leaving = bar % 2 == 1 and step >= 16
            midi = RESTLESS[step - 16] if leaving else 50 if step in STEPS else 38
            tone = warm(glide(0.24, note(midi), note(midi), 1.0, 12), 1.6) * struck(0.24, 0.003, 0.055)
            gain = 0.30 if step in STEPS or leaving else 0.14
            place(ring, pan(tone, 0.2 if step % 2 else -0.2), bar * BAR + step / 4, gain)
    return opened(ring, (80.0, 600.0, 2600.0), 0.5 + 0.45 * drift(611, 1, 3))


def _shimmer() -> Sound:
    ring = empty()
    for index, chord in enumerate(((81, 86, 93), (81, 88, 93), (82, 86, 94), (81, 86, 87))):
        for voice, midi in enumerate(chord):
            tone = choir(note(midi), lambda n: n**-1.1 if n < 8 else 0.0, 13.0, 620 + 3 * index + voice)
            tremble = 1.0 + 0.45 * noise(LENGTH, 640 + 3 * index + voice, 5.5, 8.5)
            envelope = swell(2 * BAR * index - 1.0 + voice, 4.0, 4.0, 4.0) * tremble
            ring += (0.034, 0.028, 0.018)[voice] * tone * envelope[:, None]
    return passing(ring, 700.0, 5200.0)
