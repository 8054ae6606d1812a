"""Plays a scripted game without a window and keeps what it looked like every 100 ms.

`python -m tests.film DIR [score|busted|flat|turns] [WIDTH HEIGHT]`: frames, and contact sheets of those on
which something happens, to be looked at.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.tasks import Choice, Several, Task, TrueFalse, Typed
from quizgame.quiz.view import Asked
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.crew import LOCK
from quizgame.screen.images import Images
from quizgame.screen.layout import scale_of, stage_of
from quizgame.screen.painter import Painter
from quizgame.screen.projector import Projector
from quizgame.screen.scene import OPTIONS, Action, Click, Input, Page, Press, Scene
from quizgame.screen.scene import Typed as Written
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.scenes.title import TitleScene
from quizgame.screen.stories import Show
from quizgame.screen.text import Faces
from quizgame.screen.theme import Theme
from quizgame.store.paths import Places
from quizgame.story import story
from tests.pilot import Clock, Given, parts_of

STEP_MS, KEPT_MS = 20, 100  # between two frames, and between two that are kept
BUSY_MS, QUIET_MS = (
    900,
    3_000,
)  # so long after something was done, and so far apart, frames come on the sheets
SHEET, FRAME = (4, 5), (480, 270)  # frames on a contact sheet, and how large they are there
LONGEST_MS = 400_000
ENTER, DOWN, UP, LEFT, RIGHT = Action.ACCEPT, Action.DOWN, Action.UP, Action.LEFT, Action.RIGHT

Does = tuple[tuple[int, Action | str], ...]
"""What is done in a scene so many ms after it came: an action, or a word that `Hand` knows."""

LOCK_IN: Does = ((5_400, DOWN), (5_700, "lock"), (6_200, "lock"))
ANSWER: Does = ((1_500, ENTER), (4_000, "right"), *LOCK_IN)
WRONG: Does = ((1_500, ENTER), (4_000, "wrong"), *LOCK_IN)
LATE: Does = ((1_500, ENTER),)
CALLS: tuple[Does, ...] = tuple(
    ((1_500, ENTER), (2_600, call), (4_000, "read on"), (6_500, "right"), (8_000, DOWN), (8_300, "lock"))
    for call in (Action.CREW_1, Action.CREW_2, Action.CREW_3, Action.CREW_4)
)

USUAL: dict[str, Does] = {
    "TitleScene": ((4_000, DOWN), (4_400, UP), (5_000, ENTER)),
    "ModesScene": ((1_000, DOWN), (1_400, UP), (2_000, ENTER)),
    "LoadingScene": ((1_500, ENTER),),
    "RoundCard": ((1_800, ENTER),),
    "TurnCard": ((1_200, ENTER),),
    "RevealScene": ((1_800, ENTER),),
    "BustedScene": ((2_500, ENTER),),
    "NameScene": ((700, ENTER), (1_500, "Neil"), (2_200, ENTER)),
    "ShareScene": ((1_500, Action.BACK),),
    "ScoresScene": ((2_000, Action.BACK),),
}
STAY: Does = ((1_000, RIGHT), (1_800, ENTER))
SIGN: Does = ((2_500, ENTER),)
SHARE: Does = ((2_500, RIGHT), (2_800, ENTER))
LEAVE: Does = ((1_000, Action.LAST), (1_500, ENTER))

Plans = Mapping[str, tuple[Does, ...]]
"""By the name of a scene: what is done when it comes for the first time, for the second, and so on."""

STORIES: dict[str, Plans] = {
    "score": {
        "QuestionScene": (ANSWER, WRONG, LATE, *CALLS, *(ANSWER,) * 6, WRONG, *(ANSWER,) * 16),
        "DecisionScene": (STAY,) * 4,
        "ResultScene": (SIGN, SHARE, LEAVE),
    },
    "busted": {
        "QuestionScene": (ANSWER, *(WRONG,) * 30),
        "DecisionScene": (STAY,) * 4,
        "ResultScene": (SIGN, LEAVE),
    },
    "flat": {
        "ModesScene": (((1_000, DOWN), (1_500, ENTER)),),
        "QuestionScene": (((1_500, "right"), (1_800, "lock")), ((1_500, "wrong"), (1_800, "lock"))) * 20,
        "ResultScene": (SIGN, LEAVE),
    },
    "turns": {
        "ModesScene": (((500, DOWN), (700, DOWN), (900, DOWN), (1_500, ENTER)),),
        "PlayersScene": (((800, ENTER), (1_600, ENTER), (2_400, RIGHT), (2_700, ENTER)),),
        "QuestionScene": (ANSWER, WRONG) * 12,
        "StandingsScene": (LEAVE,),
    },
}


class Hand:
    """Who plays: knows the answers, and what to do in which scene."""

    def __init__(self, tasks: Mapping[str, Task], plans: Plans) -> None:
        """`tasks` by the words of their questions."""
        self._tasks = tasks
        self.has_come_round = False  # whether the title is there again
        self._plans = {name: list(plan) for name, plan in plans.items()}
        self._scene: Scene[Any] | None = None
        self._since, self._left = 0, list[tuple[int, Action | str]]()

    def inputs(self, scene: Scene[Any], page: Page) -> list[Input]:
        """What is pressed at this moment."""
        if scene is not self._scene:
            self.has_come_round = self._scene is not None and isinstance(scene, TitleScene)
            self._scene, self._since = scene, page.now
            self._left = list(self._plan(type(scene).__name__))
        due = [what for at, what in self._left if page.now - self._since >= at]
        self._left = self._left[len(due) :]
        return [input for what in due for input in self._meant(what, scene, page)]

    def _plan(self, name: str) -> Does:
        plans = self._plans.get(name)
        return plans.pop(0) if plans else USUAL.get(name, ())

    def _meant(self, what: Action | str, scene: Scene[Any], page: Page) -> list[Input]:
        if isinstance(what, Action):
            return [Press(what)]
        if not isinstance(scene, QuestionScene):
            return [Written(what)]
        asked = scene._look(page.now)
        if what == "read on":
            return [] if asked.open else [Press(ENTER)]
        if what == "lock":
            places = [spot.rect.middle for spot in scene.spots(page) if spot.id == LOCK]
            return [Click(*place) for place in places]
        return self._answer(asked, right=what == "right")

    def _answer(self, asked: Asked, right: bool) -> list[Input]:
        """The options that are right, or one that is wrong; things that are placed stay where they are."""
        task = self._tasks.get(asked.text)
        match task:
            case Choice():
                answers = {task.answer}
            case TrueFalse():
                answers = {str(task.truth)}
            case Several():
                answers = set(task.answers)
            case Typed():
                return [Written(task.accept[0] if right else "Nobody")]
            case _:
                return []
        pressed = [place for place, text in enumerate(asked.options) if text and (text in answers) is right]
        return [Press(OPTIONS[place]) for place in (pressed if len(answers) > 1 and right else pressed[:1])]


class Film:
    """A game on a surface, with a clock of its own."""

    def __init__(self, home: Path, size: tuple[int, int], plans: Plans) -> None:
        pygame.display.init()
        self.surface = pygame.Surface(size, depth=32)
        self._clock, self._theme = Clock(), Theme()
        questions = load([resources.questions()]).questions()
        parts = parts_of(Places(home / "data", home / "cache"), Given(MemoryBank(questions)), self._clock)
        self.show = Show(story(parts))
        self._hand = Hand({question.text: question.task for question in questions}, plans)
        backdrop = Backdrop(resources.assets() / "pictures", self._theme.palette)
        backdrop.load()
        self._painter = Painter(Faces(resources.assets() / "fonts"), scale_of(*size), self._theme.palette)
        self._projector = Projector(backdrop, Images(), opening=True)
        self.busy = 0  # since when what is to be seen follows from something that was done

    def page(self) -> Page:
        stage = stage_of(*self.surface.get_size())
        return Page(stage, self._theme, self._painter.ruler, now=self._clock.now)

    def run(self, now: int) -> bool:
        """Go on to a time, do what is due, and draw; whether the film goes on."""
        self._clock.now = now
        before = self.show.scene
        self.show.tick(self.page())
        inputs = self._hand.inputs(self.show.scene, self.page()) if self.show.scene else []
        for input in inputs:
            self._projector.hurry()
            self.show.handle(input, self.page())
        if inputs or self.show.scene is not before:
            self.busy = now
        if self.show.scene is None or self._hand.has_come_round:
            return False
        page = self.page()
        self._projector.show(
            self.show.scene, page, self.show.revision, self.surface, self._painter, awake=True
        )
        return True


class Sheets:
    """Contact sheets of the frames that are worth a look."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0
        self._sheet = pygame.Surface((SHEET[0] * FRAME[0], SHEET[1] * FRAME[1]))

    def add(self, frame: pygame.Surface) -> None:
        columns, rows = SHEET
        at = self._count % (columns * rows)
        place = at % columns * FRAME[0], at // columns * FRAME[1]
        self._sheet.blit(pygame.transform.smoothscale(frame, FRAME), place)
        self._count += 1
        pygame.image.save(self._sheet, self._folder / f"sheet-{(self._count - 1) // (columns * rows):02}.jpg")
        if at == columns * rows - 1:
            self._sheet.fill("black")


def shoot(film: Film, folder: Path) -> int:
    """Run it to its end and keep the frames; how many they are."""
    sheets, kept = Sheets(folder), 0
    for now in range(0, LONGEST_MS, STEP_MS):
        if not film.run(now):
            break
        if now % KEPT_MS == 0:
            pygame.image.save(film.surface, folder / f"{kept:04}.jpg")
            kept += 1
            if now - film.busy <= BUSY_MS or now % QUIET_MS == 0:
                sheets.add(film.surface)
    return kept


def main(arguments: list[str]) -> None:
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    folder, told = Path(arguments[0]), arguments[1] if len(arguments) > 1 else "score"
    size = (int(arguments[2]), int(arguments[3])) if len(arguments) > 3 else (1280, 720)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        film = Film(Path(home), size, STORIES[told])
        kept = shoot(film, folder)
        film.show.close()
    sys.stdout.write(f"{folder}: {kept} frames\n")


if __name__ == "__main__":
    main(sys.argv[1:])
