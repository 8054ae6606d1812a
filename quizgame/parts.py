"""What the storyboard needs of the world: questions, scores, settings and a clock; knows no screen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgame.store import settings as settings_file
from quizgame.store.errors import NotSaved
from quizgame.store.paths import Places
from quizgame.store.settings import Settings

if TYPE_CHECKING:  # what the first frame does not need is imported after it
    from datetime import datetime

    from quizgame.checking import Checks
    from quizgame.content.problems import Problem
    from quizgame.quiz.bank import Bank
    from quizgame.quiz.rules import Assist
    from quizgame.screen.scene import Scene
    from quizgame.store.scores import Scores


class Content:
    """The questions, read beside the game in a thread of their own."""

    def __init__(self, cache: Path, folders: Sequence[Path]) -> None:
        self._cache, self._folders = cache, folders
        self._thread: threading.Thread | None = None
        self._bank: Bank | None = None
        self.problems: tuple[Problem, ...] = ()
        self.failure = ""

    def start(self) -> None:
        """Begin to read; to be called once the window stands."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._read, name="questions", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Return when all has been read."""
        self.start()
        if self._thread:
            self._thread.join()

    def ready(self) -> bool:
        """Whether all has been read; starts the reading where nothing has."""
        self.start()
        return self._thread is not None and not self._thread.is_alive()

    @property
    def bank(self) -> Bank | None:
        """The bank, or None until it is ready (or where `failure` says why there is none)."""
        return self._bank

    def _read(self) -> None:
        from quizgame.content.catalogue import open_catalogue

        try:
            catalogue = open_catalogue(self._cache, self._folders)
            self.problems = catalogue.problems()
            self._bank = catalogue
        except Exception as error:  # whatever it is, the game goes on and says so
            self.failure = f"The questions could not be read: {error}."


def _no_clipboard(text: str) -> bool:
    return False


def _no_picture(scene: Scene[Any], size: tuple[int, int]) -> bytes:
    return b""


class World(NamedTuple):
    """What the game is given from outside: a clock in ms, seeds, dates, texts, and who obeys the settings."""

    clock: Callable[[], int]
    seed: Callable[[], str]
    today: Callable[[], datetime]
    applied: Callable[[Settings], None]
    version: str
    sources: Callable[[], Sequence[str]]
    assets: Callable[[], Sequence[str]]
    copy: Callable[[str], bool] = _no_clipboard
    paste: Callable[[], str] = str
    picture: Callable[[Scene[Any], tuple[int, int]], bytes] = _no_picture
    pads: Callable[[], frozenset[str]] = frozenset


class Parts:
    """Everything that lasts longer than a screen."""

    def __init__(self, places: Places, content: Content, settings: Settings, world: World) -> None:
        self.places, self.content, self.settings, self.world = places, content, settings, world
        self._told: list[str] = []
        self._scores: Scores | None = None
        self._checks: Checks | None = None

    @property
    def scores(self) -> Scores:
        """The score file, opened when it is first needed."""
        if self._scores is None:
            from quizgame.store.scores import Scores

            self._scores = Scores.open(self.places)
        return self._scores

    @property
    def checks(self) -> Checks:
        """Which runs of the score file have been replayed; replaying goes on beside the game."""
        if self._checks is None:
            from quizgame.checking import Checks

            self._checks = Checks(self.scores.run)
        return self._checks

    def open_scores(self) -> None:
        """Open the score file now rather than when it is first needed."""
        self._scores = self.scores

    def notices(self) -> tuple[str, ...]:
        """What the player should know, a sentence each."""
        said = list(self._told)
        if self._scores is not None:
            said += [notice for notice in self._scores.notices if notice not in said]
        if self.content.failure:
            said.append(self.content.failure)
        return tuple(said)

    def assist(self) -> Assist:
        """The assistance that the settings ask for."""
        from quizgame.quiz.rules import Assist

        return Assist(self.settings.clock, self.settings.heat_assist)

    def change(self, **values: object) -> None:
        """Change settings: they take effect at once, and are saved if they can be."""
        self.settings = self.settings._replace(**values)  # type: ignore[arg-type]
        self.world.applied(self.settings)
        try:
            settings_file.save(self.places, self.settings)
        except NotSaved as error:
            self.tell(str(error))

    def tell(self, notice: str) -> None:
        """Keep a sentence for the player, once."""
        if notice not in self._told:
            self._told.append(notice)
