"""How loud each layer of the music is at every moment; knows no sound device and no file."""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from quizgame.screen.ease import ease_in_out
from quizgame.screen.scene import Mood

FADE_MS = 650  # time constant: 95 % of the way after two seconds
RECEDE_MS = 250  # the last seconds begin: the second of them stands clear
BREATH_MS = 110  # when the layers begin together, the one that plays makes way for that moment
LEVEL_MS = 35  # a volume set by the player
DUCK_FALL_MS, DUCK_RISE_MS = 60, 380
DUCKED = 0.5  # six decibels below
FAR = 0.35  # what is left of the music while the run stands still
# Any two effects over the hottest music, at the usual volumes, fit in full scale.
MUSIC_ROOM, EFFECTS_ROOM = 0.85, 0.67
SILENT = 1 / 512  # a quarter of the smallest step that the mixer knows


class Volumes(NamedTuple):
    """What the player wants to hear; volumes are 0 to 100."""

    music: int = 60
    effects: int = 80
    muted: bool = False
    music_on: bool = True

    @property
    def music_level(self) -> float:
        return 0.0 if self.muted or not self.music_on else self.music / 100 * MUSIC_ROOM

    @property
    def effects_level(self) -> float:
        return 0.0 if self.muted else self.effects / 100 * EFFECTS_ROOM


class Layers(NamedTuple):
    """The gain of each layer, 0 to 1."""

    calm: float = 0.0
    tense: float = 0.0
    hot: float = 0.0

    def times(self, gain: float) -> Layers:
        return Layers(self.calm * gain, self.tense * gain, self.hot * gain)

    def scaled(self, other: Layers) -> Layers:
        return Layers(*(a * b for a, b in zip(self, other, strict=True)))

    def nearing(self, goal: Layers, ms: int, constant: int) -> Layers:
        return Layers(*(glide(a, b, ms, constant) for a, b in zip(self, goal, strict=True)))


COUNTED = Layers(calm=0.2, tense=0.18, hot=0.13)
"""What is left of each layer while the last seconds are counted: the pulse stands clear of them."""


def layers_for(mood: Mood, counted: bool = False) -> Layers:
    """What a mood sounds like once the music has got there.

    Calm alone outside a run. In one the pulse is there from the start and grows until half the heat; then
    what is hot comes in and the melody steps back. Hushed, only what is calm is left, and far away. While
    the last seconds are `counted`, what is calm goes under and the rest makes room for their pulse.
    """
    if mood.hushed:
        return Layers(calm=FAR)
    if not mood.playing:
        return Layers(calm=1.0)
    warm, hot = _share(mood.heat, 0.0, 0.5), _share(mood.heat, 0.35, 0.9)
    layers = Layers(1.0 - 0.15 * warm - 0.3 * hot, 0.3 + 0.7 * warm - 0.2 * hot, hot)
    return layers.scaled(COUNTED) if counted else layers


def _share(value: float, start: float, end: float) -> float:
    return ease_in_out(min(1.0, max(0.0, (value - start) / (end - start))))


def glide(value: float, goal: float, ms: int, constant: int) -> float:
    """`value` after `ms` on its way to `goal`: the same in one step as in many."""
    after = goal + (value - goal) * exp(-ms / constant)
    return goal if abs(after - goal) < SILENT else after


class Mix(NamedTuple):
    """The music at a moment, in ms of the game's clock; `level` is the player's volume, 0 to 1."""

    at: int = 0
    layers: Layers = Layers()
    duck: float = 1.0
    level: float = 0.0
    ducked_until: int = 0

    def after(self, now: int, goal: Layers, level: float, constant: int = FADE_MS) -> Mix:
        """The music at a later moment, on its way to other layers and another level."""
        ms = max(0, now - self.at)
        ducked = now < self.ducked_until
        room = DUCKED if ducked else 1.0
        if (self.layers, self.level, self.duck) == (goal, level, room):
            return self._replace(at=now)
        return self._replace(
            at=now,
            layers=self.layers.nearing(goal, ms, constant),
            duck=glide(self.duck, room, ms, DUCK_FALL_MS if ducked else DUCK_RISE_MS),
            level=glide(self.level, level, ms, LEVEL_MS),
        )

    def under(self, ms: int) -> Mix:
        """The music that makes way for an effect of so many milliseconds, from now on."""
        return self._replace(ducked_until=max(self.ducked_until, self.at + ms))

    @property
    def heard(self) -> Layers:
        """The gains as they reach the ear."""
        return self.layers.times(self.duck * self.level)
