"""Plays a scripted minute without a window and keeps what it looked like every 100 ms.

`python -m tests.film DIR [WIDTH HEIGHT]`: frames, and contact sheets of twenty, to be looked at.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz.bank import MemoryBank
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.images import Images
from quizgame.screen.layout import scale_of, stage_of
from quizgame.screen.paint import Painter
from quizgame.screen.projector import Projector
from quizgame.screen.scene import Action, Page, Press, Show
from quizgame.screen.text import Faces
from quizgame.screen.theme import Theme
from quizgame.store.paths import Places
from quizgame.story import story
from tests.pilot import Clock, Given, parts_of

STEP_MS, KEPT_MS = 20, 100  # between two frames, and between two that are kept
SHEET = (4, 5)  # frames on a contact sheet
ENTER = Action.ACCEPT

# When what is pressed: the title, the mode, the round's card, questions with right and wrong answers.
SCRIPT: tuple[tuple[int, Action], ...] = (
    (4_500, Action.DOWN),
    (5_000, Action.UP),
    (5_600, ENTER),
    (7_500, ENTER),
    (10_500, ENTER),
    (13_000, ENTER),
    *((15_500 + 6_000 * n, (Action.OPTION_2, Action.OPTION_1, Action.OPTION_3)[n % 3]) for n in range(8)),
    *((18_500 + 6_000 * n, ENTER) for n in range(8)),
    *((20_000 + 6_000 * n, ENTER) for n in range(8)),
)
LENGTH_MS = 60_000


class Film:
    """A game on a surface, with a clock of its own."""

    def __init__(self, home: Path, size: tuple[int, int], theme: Theme) -> None:
        pygame.display.init()
        self.surface = pygame.Surface(size, depth=32)
        self._clock, self._theme = Clock(), theme
        bank = MemoryBank(load([resources.questions()]).questions())
        parts = parts_of(Places(home / "data", home / "cache"), Given(bank), self._clock)
        self.show = Show(story(parts))
        backdrop = Backdrop(resources.assets() / "pictures", theme.palette)
        backdrop.load()
        self._painter = Painter(Faces(resources.assets() / "fonts"), scale_of(*size), theme.palette)
        self._projector = Projector(backdrop, Images(), opening=True)

    def page(self) -> Page:
        stage = stage_of(*self.surface.get_size())
        return Page(stage, self._theme, self._painter.ruler, now=self._clock.now)

    def run(self, now: int, actions: list[Action]) -> bool:
        """Go on to a time, press, and draw; whether the picture has changed."""
        self._clock.now = now
        self.show.tick(self.page())
        for action in actions:
            self._projector.hurry()
            self.show.handle(Press(action), self.page())
        if self.show.scene is None:
            return False
        page = self.page()
        return self._projector.show(
            self.show.scene, page, self.show.revision, self.surface, self._painter, awake=True
        )


def frames(film: Film, length: int) -> Iterator[pygame.Surface]:
    """The picture every 100 ms."""
    for now in range(0, length, STEP_MS):
        film.run(now, [action for at, action in SCRIPT if now <= at < now + STEP_MS])
        if now % KEPT_MS == 0:
            yield film.surface


def main(arguments: list[str]) -> None:
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    w, h = (int(arguments[1]), int(arguments[2])) if len(arguments) > 2 else (1280, 720)
    columns, rows = SHEET
    sheet = pygame.Surface((columns * 480, rows * 270))
    with tempfile.TemporaryDirectory() as home:
        film = Film(Path(home), (w, h), Theme())
        for number, frame in enumerate(frames(film, LENGTH_MS)):
            pygame.image.save(frame, folder / f"{number:04}.jpg")
            at = number % (columns * rows)
            place = at % columns * 480, at // columns * 270
            sheet.blit(pygame.transform.smoothscale(frame, (480, 270)), place)
            if at == columns * rows - 1:
                pygame.image.save(sheet, folder / f"sheet-{number // (columns * rows):02}.jpg")
        film.show.close()
    sys.stdout.write(f"{folder}: {LENGTH_MS // KEPT_MS} frames\n")


if __name__ == "__main__":
    main(sys.argv[1:])
