"""A screen of its own for each test, and the game on it as a player has it; knows no scene."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import quizgame
from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Kind
from quizgame.store.paths import Places
from quizgame.store.rows import SavedRun
from quizgame.store.scores import Scores

COMMAND = [sys.executable, "-P", "-m", "quizgame"]
PATIENCE_S = 30.0  # only a test that fails waits so long
LOST_S = 2.0  # a key that has changed nothing by then was lost


def happens(happened: Callable[[], bool], patience_s: float) -> bool:
    """Return as soon as something has happened, or when it does not."""
    end = time.monotonic() + patience_s
    while not happened():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def wait(what: str, happened: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Return as soon as something has happened; fail where it does not."""
    if not happens(happened, patience_s):
        pytest.fail(f"waited {patience_s:.0f} s in vain for {what}")


class Screen:
    """An X server without a window manager; its pixels lie in a file."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = os.pipe()
        size = ["-screen", "0", "1280x720x24", "-nolisten", "tcp", "-fbdir", str(folder)]
        self._server = subprocess.Popen(
            ["Xvfb", "-noreset", "-displayfd", str(theirs), *size],
            pass_fds=[theirs],
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        with os.fdopen(ours, encoding="ascii") as told:
            self.name = f":{told.readline().strip()}"
        self._pixels = folder / "Xvfb_screen0"

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()

    def do(self, *words: str) -> str:
        """Let xdotool do something; gives back what it printed, nothing where it failed."""
        environment = os.environ | {"DISPLAY": self.name}
        done = subprocess.run(
            ["xdotool", *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        return "" if done.returncode else done.stdout.strip()

    def picture(self) -> bytes:
        """The pixels as they are now."""
        return self._pixels.read_bytes()

    def changes(self, before: bytes, patience_s: float) -> bool:
        return happens(lambda: self.picture() != before, patience_s)

    def wait_for_change(self, before: bytes) -> None:
        wait("another picture", lambda: self.picture() != before)

    def wait_until_still(self) -> None:
        """Return once the picture has been the same for a while."""
        seen, since = self.picture(), time.monotonic()

        def still() -> bool:
            nonlocal seen, since
            now = self.picture()
            if now != seen:
                seen, since = now, time.monotonic()
            return time.monotonic() - since > 0.25

        wait("a picture that stands still", still)


class Game:
    """`python -m quizgame` in a window, with a home of its own."""

    def __init__(self, screen: Screen, copy: Path, home: Path, *words: str, **environment: str) -> None:
        self.screen, self.home = screen, home
        self._said = home.parent / "said.txt"
        if not words:  # a command beside the game may find no home
            settle(home)
        here = {"QUIZGAME_HOME": str(home), "DISPLAY": screen.name, "PYTHONPATH": str(copy)}
        driver = {"SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy", "PYTHONFAULTHANDLER": "1"}
        self._environment = os.environ | here | driver | environment
        with self._said.open("wb") as said:
            command = [*COMMAND, *words]
            self.process = subprocess.Popen(command, env=self._environment, stdout=said, stderr=said)

    @property
    def window(self) -> str:
        """The window's number once it has the keyboard, which it takes where no window manager is."""
        number = self.screen.do("getwindowfocus")
        return number if number not in ("0", "1") else ""

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    @property
    def said(self) -> str:
        """All it has printed so far."""
        return self._said.read_text("utf-8")

    def ready(self) -> None:
        """Return once the title is complete and answers keys."""
        wait("a window", lambda: self.window != "" or not self.alive)
        assert self.alive, self.said
        self.screen.wait_until_still()
        before = self.screen.picture()
        self.keys("End")
        self.screen.wait_for_change(before)
        self.keys("Home")

    def keys(self, *names: str) -> None:
        self.screen.do("key", *names)

    def click(self, x: int, y: int) -> None:
        self.screen.do("mousemove", str(x), str(y), "click", "1")

    def runs(self) -> list[SavedRun]:
        """What the score file holds now."""
        return Scores.open(Places(self.home, self.home)).runs()

    def prints(self, *words: str) -> str:
        """What another command of the game prints, run beside it."""
        done = subprocess.run(
            [*COMMAND, *words], env=self._environment, capture_output=True, text=True, timeout=30, check=True
        )
        return done.stdout

    def into_the_first_round(self) -> None:
        """From the title past at least one answer, but not to the end of the first round.

        An answer's own digit counts at once; Enter would not, so soon after the options have come. On a slow
        machine a picture may come so late that it passes for what the next key did, and that key gets lost:
        from wherever it was pressed, Enter leads on.
        """
        for key in ("Return", "Return", "Return", *("Return", "1", "Return") * 3):
            before = self.screen.picture()
            self.keys(key)
            if not self.screen.changes(before, LOST_S):
                self.keys("Return")
                self.screen.wait_for_change(before)

    def left(self) -> int:
        """The exit code, once the game has ended; where it does not end, what its threads are at is told."""
        try:
            return self.process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            self.process.wait()
            pytest.fail(f"the game did not end; {self.said}")

    def kill(self) -> None:
        if self.alive:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def settle(home: Path) -> None:
    """Let the player have asked for a picture that stands still, and know the game: tests wait for it."""
    settings = home / "settings.json"
    if not settings.exists():
        home.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps({"reduced_motion": True, "introduced": True}), "utf-8")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """An Xvfb on a display number that nobody uses."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"a game in a real window needs {' and '.join(missing)}, which this machine lacks")
    folder = tmp_path / "screen"
    folder.mkdir()
    screen = Screen(folder)
    yield screen
    screen.close()


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the game that asks only for one option among others: whoever presses Enter has answered."""
    folder = tmp_path_factory.mktemp("copy")
    own = shutil.ignore_patterns("__pycache__", "assets", "questions")
    shutil.copytree(Path(quizgame.__file__).parent, folder / "quizgame", ignore=own)
    (folder / "assets").symlink_to(resources.assets())
    (folder / "questions").mkdir()
    chosen = [entry(q) for q in load([resources.questions()]).questions() if q.kind is Kind.CHOICE]
    pack = {"pack": "One of four", "questions": chosen}
    (folder / "questions" / "one-of-four.yaml").write_text(json.dumps(pack, indent=1), "utf-8")
    return folder


def entry(question: Question) -> dict[str, object]:
    """A question as a pack holds it."""
    names = ("answer", "wrong", "topic", "level", "explain", "source")
    return {"question": question.text} | {name: getattr(question, name) for name in names}


@pytest.fixture
def start(screen: Screen, copy: Path, tmp_path: Path) -> Iterator[Callable[..., Game]]:
    """Start a game with words and what is set in its environment; the first one has an empty home."""
    games: list[Game] = []

    def begin(*words: str, **environment: str) -> Game:
        games.append(Game(screen, copy, tmp_path / "home", *words, **environment))
        return games[-1]

    yield begin
    for game in games:
        game.kill()
