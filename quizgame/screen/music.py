"""The music on the mixer: calm streamed from its file, two hotter layers in step with it; knows no scene."""

from __future__ import annotations

from pathlib import Path

import pygame

from quizgame.screen.decoder import Decoder
from quizgame.screen.mix import BREATH_MS, FADE_MS, RECEDE_MS, Layers, Mix, layers_for
from quizgame.screen.scene import Mood

CALM = "bed_calm"
LAYERS = ("bed_tense", "bed_hot")
CHANNELS = (0, 1)
"""The mixer's channels that belong to the two layers."""
FRESH_MS = 600  # a beginning is not faded in: its first bar is soft by itself
BEAT_MS = 1_400  # a second, and a little more for a frame that is late
KEEP_MS = 30_000  # so long after a run its layers stay in memory, in case another begins


class Music:
    """Follows the mood of the screen, frame by frame.

    The calm layer is decoded while it plays and costs no memory, and as FLAC little time. The hotter ones,
    15 MB, are decoded beside the game when a run begins; then all three start together at their first bar.
    """

    def __init__(self, folder: Path, decoder: Decoder) -> None:
        self._file, self._decoder = folder / f"{CALM}.flac", decoder
        self._mix = Mix()
        self._streams: bool | None = None
        self._held = False
        self._joined = False
        self._wanted_at, self._fresh_until, self._receded_until = -KEEP_MS, 0, 0
        self._put: Layers | None = None
        self.glides = False
        """Whether it was on its way to another loudness a moment ago."""

    def duck(self, ms: int) -> None:
        """Make way for an effect of so many milliseconds."""
        self._mix = self._mix.under(ms)

    def recede(self) -> None:
        """The last seconds are counted: leave the room to the pulse until its next beat."""
        self._receded_until = self._mix.at + BEAT_MS

    def frame(self, mood: Mood, level: float, now: int) -> None:
        """A moment later: be as loud (0 to 1) and as hot as is wanted now."""
        if self._streams is None and level > 0:
            self._streams = self._begin()
        gathering = self._gather(mood, now)
        counted = now < self._receded_until
        goal = Layers() if gathering else layers_for(mood, counted)
        begins = gathering or now < self._fresh_until
        constant = BREATH_MS if begins else RECEDE_MS if counted else FADE_MS
        before = self._mix
        self._mix = before.after(now, goal, level, constant)
        self.glides = before._replace(at=now) != self._mix
        if gathering and max(self._mix.layers) == 0:
            self._join()
            self._fresh_until = now + FRESH_MS
        if self._streams or self._joined:
            self._hold(level == 0 and self._mix.level == 0)
            if self.glides or self._put is None:
                self._put_levels()

    def _begin(self) -> bool:
        try:
            pygame.mixer.music.load(self._file)
            pygame.mixer.music.set_volume(0)
            pygame.mixer.music.play(-1)
        except (OSError, pygame.error):
            return False
        return True

    def _gather(self, mood: Mood, now: int) -> bool:
        """Whether the hotter layers are there and wait for their beginning."""
        if mood.playing or mood.hushed:
            self._wanted_at = now
        if mood.playing:
            self._decoder.ask(LAYERS)
            return not self._joined and all(self._decoder.knows(name) for name in LAYERS)
        if self._joined and now - self._wanted_at > KEEP_MS:
            self._part()
        return False

    def _join(self) -> None:
        """Begin all layers in the same moment; the one that streams goes back to its start."""
        self._joined, self._held = True, False
        for number, name in zip(CHANNELS, LAYERS, strict=True):
            sound = self._decoder.sound(name)
            if sound:
                sound.set_volume(0)
                pygame.mixer.Channel(number).play(sound, -1)
        if self._streams:
            pygame.mixer.music.play(-1)
        self._put = None

    def _part(self) -> None:
        """Let go of the hotter layers, which have not been heard for a while."""
        self._joined = False
        for number in CHANNELS:
            pygame.mixer.Channel(number).stop()
        self._decoder.forget(LAYERS)

    def _hold(self, hold: bool) -> None:
        """Stand still while nothing is to be heard: a stream nobody hears would still be decoded."""
        if hold == self._held:
            return
        self._held = hold
        for number in CHANNELS:
            channel = pygame.mixer.Channel(number)
            (channel.pause if hold else channel.unpause)()
        (pygame.mixer.music.pause if hold else pygame.mixer.music.unpause)()

    def _put_levels(self) -> None:
        heard = self._mix.heard
        if heard == self._put:
            return
        self._put = heard
        pygame.mixer.music.set_volume(heard.calm)
        if self._joined:
            for name, level in zip(LAYERS, heard[1:], strict=True):
                sound = self._decoder.sound(name)
                if sound:
                    sound.set_volume(level)
