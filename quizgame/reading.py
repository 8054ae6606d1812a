"""Keeps the questions at hand: reads them beside the game, again when a file changes; knows no screen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what the first frame does not need is imported after it
    from quizgame.content.index.catalogue import Catalogue, PackInfo, PackState
    from quizgame.content.index.indexing import Wish
    from quizgame.content.problems import Problem
    from quizgame.quiz.bank import Bank

APART = 100_000
"""With more bytes of files to read, it is done in a process of its own, and what that takes goes with it."""

LONG = 500_000
"""With more bytes the player is told how far it is, and plays meanwhile what there was before."""

MOST_PROBLEMS = 100
"""Of each pack; more are for `quizgame check`."""

MOST_NEWS = 4


class Watching(Protocol):
    """What looks after the files."""

    def start(self) -> None: ...
    def stop(self) -> None: ...


MakeWatcher = Callable[[Sequence[Path], Callable[[frozenset[Path]], None]], Watching]


def _watcher(paths: Sequence[Path], changed: Callable[[frozenset[Path]], None]) -> Watching:
    from quizgame.watching import Watcher

    return Watcher(paths, changed)


class Content:
    """The questions, read in a thread of their own. Nothing here lets the game wait but `wait`.

    Each time they have been read there is another bank; one that is still in use stays as it is.
    """

    def __init__(
        self,
        cache: Path,
        folders: Sequence[Path],
        off: frozenset[str] = frozenset(),
        watcher: MakeWatcher = _watcher,
    ) -> None:
        """`off` are the keys of packs to leave out."""
        self._cache, self._folders, self._off = cache, tuple(folders), off
        self._make_watcher = watcher
        self._watcher: Watching | None = None
        self._thread: threading.Thread | None = None
        self._turn = threading.Condition()
        self._asked = self._answered = 0
        self._closed = False
        self._bank: Bank | None = None
        self._catalogue: Catalogue | None = None
        self._states: tuple[PackState, ...] = ()
        self._progress: tuple[int, int] | None = None
        self._news: dict[str, str] = {}
        self.problems: tuple[Problem, ...] = ()
        self.failure = ""

    def start(self) -> None:
        """Begin to read; to be called once the window stands."""
        with self._turn:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="questions", daemon=True)
                self._asked += 1
                self._thread.start()

    def close(self) -> None:
        """Watch no more files and read none; what was read stays."""
        with self._turn:
            self._closed = True
            self._turn.notify_all()
        if self._watcher:
            self._watcher.stop()

    def wait(self) -> None:
        """Return when all that was asked for so far has been read."""
        self.start()
        with self._turn:
            asked = self._asked
            self._turn.wait_for(lambda: self._answered >= asked or self._closed)

    def ready(self) -> bool:
        """Whether there is a bank, or `failure` says why there is none; starts the reading."""
        self.start()
        return self._bank is not None or bool(self.failure)

    @property
    def bank(self) -> Bank | None:
        """The bank as it is now; while much is being read that is what there was before."""
        return self._bank

    def packs(self) -> tuple[PackInfo, ...]:
        """All packs, also those that are off."""
        return tuple(state.info for state in self._states)

    def switch(self, off: frozenset[str]) -> None:
        """Leave out the packs of these keys and no others, from the next game on."""
        self._off = off
        self.look_again()

    def only(self, file: str) -> Bank | None:
        """The questions of one pack, also of one that is off."""
        known = any(state.info.file == file for state in self._states)
        return self._catalogue.only(file) if self._catalogue and known else None

    def progress(self) -> tuple[int, int] | None:
        """While a long reading runs, how much of it is done and how much there is."""
        return self._progress

    def news(self) -> tuple[str, ...]:
        """Sentences about files that changed and that nobody was told yet, the newest last."""
        return tuple(self._news.values())[-MOST_NEWS:]

    def told(self, said: Sequence[str]) -> None:
        """Say these sentences no more, but for those of files that still have errors."""
        faulty = {state.info.file for state in self._states if state.info.errors}
        with self._turn:
            self._news = {
                file: news for file, news in self._news.items() if news not in said or file in faulty
            }

    def troubles(self) -> int:
        """How many problems there are in packs that are on; `problems` may name fewer, and of all packs."""
        return self._catalogue.troubles() if self._catalogue else len(self.problems)

    def look_again(self) -> None:
        """Read what has changed, soon."""
        with self._turn:
            self._asked += 1
            self._turn.notify_all()

    # --- in the thread ---

    def _work(self) -> None:
        while (asked := self._next()) is not None:
            self._read()
            if self._watcher is None:
                self._watch()
            with self._turn:
                self._answered = asked
                self._turn.notify_all()

    def _next(self) -> int | None:
        """Wait until something is asked for; None when all is over."""
        with self._turn:
            self._turn.wait_for(lambda: self._closed or self._asked > self._answered)
            return None if self._closed else self._asked

    def _watch(self) -> None:
        """Look after the folders that there are; once more for what changed before that."""
        folders = [folder for folder in self._folders if folder.is_dir()]
        watcher = self._make_watcher(folders, lambda paths: self.look_again())
        with self._turn:
            if self._closed:
                return
            self._watcher = watcher
        watcher.start()
        self.look_again()

    def _read(self) -> None:
        from quizgame.content.index.catalogue import CacheBusy
        from quizgame.content.index.indexing import Wish

        try:
            self._catch_up(Wish(self._folders, self._off, hold=self._watcher is not None))
            self.failure = ""
        except CacheBusy:  # another game is reading: play what there is, and see what it has read
            self._show_what_there_is()
            self.look_again()
        except Exception as error:  # whatever it is, the game goes on and says so
            self.failure = f"The questions could not be read: {error}."
        finally:
            self._progress = None

    def _catch_up(self, wish: Wish) -> None:
        from quizgame.content.index import catalogue

        try:
            size = catalogue.work(self._cache, wish)
            if size > APART:
                self._report(0, size)
                self._read_apart(wish)
            else:
                catalogue.refresh(self._cache, wish)
            found = catalogue.Catalogue(self._cache)
        except catalogue.CacheBusy:
            raise
        except catalogue.UNUSABLE:
            found = catalogue.in_memory(wish)
        if wish.hold:
            from quizgame.news import news

            self._tell(news(self._states, found.states()))
        self._show(found)

    def _read_apart(self, wish: Wish) -> None:
        """Read in a child process, so that the game keeps this one's time and memory; where it can be."""
        from quizgame.content.index.catalogue import refresh
        from quizgame.content.index.indexer import NoChild, index_in_child

        try:
            index_in_child(self._cache, wish, self._report)
        except NoChild:
            refresh(self._cache, wish, self._report)

    def _report(self, done: int, total: int) -> None:
        if total > LONG:
            self._progress = (done, total)
            self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        """Take the catalogue as it lies there, where there is one."""
        from quizgame.content.index import catalogue

        if self._bank is None:
            with suppress(*catalogue.UNUSABLE):
                self._show(catalogue.Catalogue(self._cache))

    def _show(self, found: Catalogue) -> None:
        self.problems = found.some_problems(MOST_PROBLEMS)
        self._states = found.states()
        self._catalogue = self._bank = found

    def _tell(self, news: dict[str, str]) -> None:
        """Keep the newest sentence about each file, in the order in which they came."""
        with self._turn:
            kept = {file: said for file, said in self._news.items() if file not in news}
            self._news = kept | news
