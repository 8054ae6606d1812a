"""All that is heard: the device, the effects and the music under them, or silence; knows no scene."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pygame

from quizgame.screen.cues import HIGHEST_MS, HIT_MS, IN_A_ROW, WAIT_MS
from quizgame.screen.decoder import Decoder
from quizgame.screen.mix import Volumes
from quizgame.screen.music import CHANNELS, Music
from quizgame.screen.scene import Mood
from quizgame.screen.stories import Show
from quizgame.screen.surroundings import hushed

BUFFER = 1024  # samples, 21 ms: so late an effect may begin
VOICES = 16  # sounds at once, the music's layers among them
TELLING = (
    *IN_A_ROW, "wrong", "late", "heat_up", "heat_down", "busted", "record", "card", "decide", "walk", "stay",
    "getaway", "crew_chris", "crew_nate", "crew_trejo", "crew_michael", "buzz", "turn", "pause", "title",
)  # fmt: skip
"""What the music makes way for, and what a run may need without delay."""
DUCK_SHARE = 0.7  # of an effect's length: its end rings into the music that comes back
WAITS = {"heat_up": HIGHEST_MS - HIT_MS, "heat_down": WAIT_MS, "count": WAIT_MS, "card": 420}
"""What comes of something else is heard so many milliseconds after it: in time with what is seen of it."""
PULSE = "pulse_"


class Mixer:
    """A sound device that is open; a sound that is missing or broken is simply not heard."""

    def __init__(self, folder: Path) -> None:
        """Raises pygame.error where there is no sound device."""
        import pygame.mixer  # not there from the start, see lean.py

        pygame.mixer.init(48_000, -16, 2, BUFFER)
        pygame.mixer.set_num_channels(VOICES)
        pygame.mixer.set_reserved(len(CHANNELS))
        self._decoder = Decoder(folder)
        self._music = Music(folder, self._decoder)
        self._effects = 0.0
        self._due: list[tuple[int, str]] = []

    def frame(self, sounds: Sequence[str], mood: Mood, volumes: Volumes, now: int) -> None:
        """A moment later: play what became due, and let the music follow."""
        if mood.playing:
            self._decoder.ask(TELLING)
        self._turn_up(volumes.effects_level)
        alone = len(set(sounds)) == 1
        self._due += [(now + (0 if alone else WAITS.get(name, 0)), name) for name in dict.fromkeys(sounds)]
        for _, name in (ready := [entry for entry in self._due if entry[0] <= now]):
            self._play(name)
        self._due = [entry for entry in self._due if entry not in ready]
        self._music.frame(mood, volumes.music_level, now)

    @property
    def glides(self) -> bool:
        """Whether a frame that is late would be heard."""
        return bool(self._due) or self._music.glides

    def close(self) -> None:
        """Let go of the device."""
        self._decoder.close()
        pygame.mixer.quit()

    def _turn_up(self, level: float) -> None:
        """What is already being heard follows at once."""
        if level != self._effects:
            self._effects = level
            for number in range(len(CHANNELS), VOICES):
                sound = pygame.mixer.Channel(number).get_sound()
                if sound:
                    sound.set_volume(level)

    def _play(self, name: str) -> None:
        if self._effects <= 0:
            return
        sound = self._decoder.sound(name)
        if sound:
            sound.set_volume(self._effects)
            sound.play()
            if name in TELLING:
                self._music.duck(round(1000 * DUCK_SHARE * sound.get_length()))
            elif name.startswith(PULSE):
                self._music.recede()


class Sound:
    """What is heard, on whatever device there is: one may appear or vanish while the game runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mixer: Mixer | None = None
        self._opened = False

    def open(self) -> None:
        """Look for a sound device; it takes a moment."""
        self.close()
        self._opened = True
        try:
            with hushed():
                self._mixer = Mixer(self._folder)
        except (pygame.error, AttributeError, ImportError, NotImplementedError):
            self._mixer = None

    def close(self) -> None:
        """Be silent."""
        if self._mixer:
            self._mixer.close()
        self._mixer = None

    @property
    def glides(self) -> bool:
        """Whether a frame that is late would be heard."""
        return self._mixer is not None and self._mixer.glides

    def frame(self, show: Show, volumes: Volumes, now: int) -> None:
        """Let the show be heard; what it wants before the device was opened is heard then."""
        if not self._opened or show.scene is None:
            return
        sounds = show.sounds()
        if self._mixer:
            self._mixer.frame(sounds, show.scene.mood(), volumes, now)

    def notice(self, event: pygame.Event) -> None:
        """A device was plugged in or pulled out: take the new one where ours is gone, or there was none."""
        ours = event.type == pygame.AUDIODEVICEREMOVED and event.which != 0 and not event.iscapture
        first = event.type == pygame.AUDIODEVICEADDED and not event.iscapture and self._mixer is None
        if self._opened and (ours or first):
            self.open()
