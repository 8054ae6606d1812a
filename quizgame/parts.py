"""What the storyboard needs of the world: questions, scores, settings and a clock; knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgame.screen.keymap import Keymap, keymap_of
from quizgame.store import settings as settings_file
from quizgame.store.errors import NotSaved
from quizgame.store.paths import HOME_VARIABLE, Places
from quizgame.store.settings import Settings

if TYPE_CHECKING:  # what the first frame does not need is imported after it
    from datetime import datetime

    from quizgame.checking import Checks
    from quizgame.quiz.rules import Assist
    from quizgame.reading import Content
    from quizgame.screen.scene import Scene
    from quizgame.store.scores import Scores


NO_ROOM = "Scores will not be kept: the folder {folder} cannot be made. Set {variable} to one that can be."


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
    speaks: Callable[[], bool] = bool


class Parts:
    """Everything that lasts longer than a screen."""

    def __init__(self, places: Places, content: Content, settings: Settings, world: World) -> None:
        self.places, self.content, self.settings, self.world = places, content, settings, world
        self._told: list[str] = []
        self._scores: Scores | None = None
        self._checks: Checks | None = None
        self._has_room = True
        self.at_stake: Callable[[], str] = str
        """What it would mean to leave now, a sentence; "" where nothing is being played."""
        self.place: Callable[[], str] = str
        """Where in the city that is being played, by the name of its picture."""

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

    @property
    def keymap(self) -> Keymap:
        """The keys as the player has them."""
        return keymap_of(self.settings.keys, self.settings.pad)[0]

    @property
    def keeps(self) -> bool:
        """Whether a run will be kept, as far as can be known before it is played."""
        return self._has_room and self.scores.writable

    def make_room(self) -> None:
        """Make the player's folders; they may lie where nothing can be made."""
        from quizgame.store.files import make_folder

        try:
            make_folder(self.places.questions)
        except OSError:
            self._has_room = False

    def open_scores(self) -> None:
        """Open the score file now rather than when it is first needed; say so where nothing can be kept."""
        self._scores = self.scores
        if self._scores.writable and not self._has_room:
            self.tell(NO_ROOM.format(folder=self.places.data, variable=HOME_VARIABLE))

    def notices(self) -> tuple[str, ...]:
        """What the player should know, a sentence each."""
        said = list(self._told)
        if self._scores is not None:
            said += [notice for notice in self._scores.notices if notice not in said]
        if self.content.failure:
            said.append(self.content.failure)
        return (*said, *self._reading())

    def _reading(self) -> Sequence[str]:
        """How far a long reading is."""
        progress = self.content.progress()
        if progress is None:
            return ()
        done, total = progress
        return [f"New questions are being read: {100 * done // max(1, total)} %."]

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
