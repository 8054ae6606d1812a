"""Tries out an installed or frozen game as its first player has it; knows only what can be seen from outside.

python packaging/smoke.py [--questions N] [--pictures DIR] [--] COMMAND ...

The game starts with an empty home, in another folder, and without this one's environment. With Xvfb and
xdotool it plays in a window; without them it only starts and ends. Says line by line what it saw; exit code 1
at the first thing that is wrong.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from display import Display, distinct, missing, png

PATIENCE_S = 180.0
STEP_S = 4.0  # so long a key may take to show
PLAIN = 2_000  # a screen with fewer colours has no backdrop
KEYS = ("Return", "Return", "Return", "Return", "w", *("Return", "1") * 6)
"""Title, mode, going in, enough of reading; Nate, who brings a choice whatever is asked; answers."""


class Broken(Exception):
    """The game does not do what it should; the message says what was seen."""


class Player:
    """A user of this machine who has never started the game."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.command, self.home, self.elsewhere = command, folder / "hôme of ünö", folder / "else where"
        self.home.mkdir()
        self.elsewhere.mkdir()
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
        self.environment = kept | {"HOME": str(self.home), "LANG": "C", "SDL_AUDIODRIVER": "disk"}
        self.sound = folder / "sound.raw"
        self.environment["SDL_DISKAUDIOFILE"] = str(self.sound)
        if sys.platform == "win32":  # which does not ask HOME
            self.environment["QUIZGAME_HOME"] = str(self.home / "data")

    def start(self, *words: str, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self.command, *words],
            cwd=self.elsewhere,
            env=self.environment | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def says(self, *words: str) -> str:
        """What a command prints; raises Broken where it fails."""
        process = self.start(*words)
        said = process.communicate(timeout=PATIENCE_S)[0]
        if process.returncode or "Traceback" in said:
            raise Broken(f"`{' '.join(words)}` ended with {process.returncode}: {said}")
        return said

    def file(self, name: str) -> Path | None:
        """Where in the home the game has put a file, if it has."""
        return next(self.home.rglob(name), None)


def tell(what: str) -> None:
    print(f"ok  {what}", flush=True)


def wait(what: str, happened: Callable[[], bool], patience_s: float = PATIENCE_S) -> float:
    """Return once something has happened, with the seconds it took; raises Broken."""
    began = time.monotonic()
    while not happened():
        if time.monotonic() - began > patience_s:
            raise Broken(f"waited {patience_s:.0f} s in vain for {what}")
        time.sleep(0.02)
    return time.monotonic() - began


def try_commands(player: Player) -> None:
    """The command line, with what the game came with."""
    tell(player.says("--version").strip())
    tell(f"check: {player.says('check', '--strict').strip().splitlines()[-1]}")
    listed = [json.loads(line) for line in player.says("list", "--json").splitlines()]
    tell(f"list: {len(listed)} questions in {len({entry['topic'] for entry in listed})} topics")
    tell(f"simulate: {player.says('simulate', '--runs', '20').splitlines()[1]}")


def bring(player: Player, number: int) -> None:
    """Import so many questions into the game."""
    table = player.elsewhere / "many.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["question", "answer", "wrong 1", "wrong 2", "wrong 3"])
        for n in range(number):
            words = f"Which of these names belongs to place {n} in the register of {n * 7919 % 10007}?"
            rows.writerow([words, f"Name {n}", f"Name {n + 1}a", f"Name {n + 2}b", f"Name {n + 3}c"])
    player.says("import", str(table), "--to", "many.yaml", "--in-game", "--from", "csv")
    tell(f"import: {number} questions, packs: {len(list(player.home.rglob('many*.yaml')))}")


def indexed(player: Player) -> int:
    """How many questions the catalogue holds by now."""
    path = player.file("catalogue.sqlite3")
    if path is None:
        return 0
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM questions").fetchone()[0])
    except sqlite3.Error:
        return 0


def children(process: int) -> list[str]:
    """How the child processes of a process were started, where the system tells."""
    tasks = Path(f"/proc/{process}/task")
    ids = [number for file in tasks.glob("*/children") for number in file.read_text("ascii").split()]
    return [Path(f"/proc/{number}/cmdline").read_text("utf-8").replace("\0", " ") for number in ids]


def watch_reading(player: Player, game: subprocess.Popen[str], number: int) -> None:
    """See a child of the game read what was imported."""
    seen: set[str] = set()

    def read() -> bool:
        with suppress(OSError):  # it has just ended
            seen.update(child for child in children(game.pid) if "index" in child)
        return indexed(player) >= number

    took = wait(f"{number} questions in the catalogue", read)
    if sys.platform == "linux" and not seen:
        raise Broken("the questions were read by the game itself, not by a child of it")
    tell(
        f"{indexed(player)} questions in the catalogue, {took:.1f} s after the window"
        + " (by a child)" * bool(seen)
    )


class Playing:
    """Keys into the game's window, and pictures out of it."""

    def __init__(self, display: Display, pictures: Path | None) -> None:
        self.display, self.pictures, self.taken = display, pictures, 0

    def look(self) -> bytes:
        """What is on the screen, kept if pictures are."""
        picture = self.display.picture()
        if self.pictures:
            (self.pictures / f"{self.taken:02}.png").write_bytes(png(picture))
        self.taken += 1
        return picture

    def press(self, key: str) -> None:
        """Press a key, and wait until it shows; one that shows nothing was not wanted there."""
        before = self.display.picture()
        self.display.press(key)
        end = time.monotonic() + STEP_S
        while self.display.picture() == before and time.monotonic() < end:
            time.sleep(0.02)
        time.sleep(0.5)  # a guard against double presses takes none sooner
        self.look()

    def title(self) -> None:
        """Wait for the title with its backdrop."""
        wait("the backdrop", lambda: distinct(self.display.picture()) > PLAIN, 30)
        time.sleep(1)
        tell(f"the title, in {distinct(self.look())} colours")


@contextmanager
def window(player: Player, screen: Display | None) -> Iterator[subprocess.Popen[str]]:
    """The game, running until the block ends and then asked to end."""
    driver = {"SDL_VIDEODRIVER": "x11", "DISPLAY": screen.name} if screen else {"SDL_VIDEODRIVER": "dummy"}
    game = player.start(**driver)
    try:
        if screen:
            took = wait("a window", lambda: screen.has_window() or game.poll() is not None)
            tell(f"a window, {took * 1000:.0f} ms after the start (asked every 20 ms)")
        yield game
        if game.poll() is not None:
            raise Broken(f"the game ended by itself with {game.returncode}")
        game.send_signal(signal.SIGTERM)
        game.wait(30)
    finally:
        game.kill()
        said = game.communicate()[0].strip()
        if said:
            print(f"the game said: {said}", flush=True)
    if game.returncode and sys.platform != "win32":
        raise Broken(f"asked to end, the game ended with {game.returncode}")
    tell(f"asked to end, the game ended with {game.returncode}")


def try_window(player: Player, screen: Display, pictures: Path | None, number: int) -> None:
    """Start, let it read, answer a question, turn the sound off, end."""
    playing = Playing(screen, pictures)
    with window(player, screen) as game:
        if number:
            watch_reading(player, game, number)
        playing.title()
        for key in (*KEYS, "m"):
            playing.press(key)
    answers = [len(run["answers"]) for run in map(json.loads, player.says("scores", "--json").splitlines())]
    if len(answers) != 1 or not answers[0]:
        raise Broken(f"there should be one run with an answer; answers of the runs kept: {answers}")
    tell(f"answers given: {answers[0]}, kept in {player.file('scores.sqlite3')}")
    settings = player.file("settings.json")
    if settings is None or not json.loads(settings.read_text("utf-8"))["muted"]:
        raise Broken(f"M should have turned the sound off, and {settings} should say so")
    tell(f"the sound that was turned off is kept in {settings}")


def try_sound(player: Player) -> None:
    """What was played, up to the mute."""
    loud = sum(byte != 0 for byte in player.sound.read_bytes()) if player.sound.exists() else 0
    if not loud:
        raise Broken("nothing was heard")
    tell(f"sound: {loud / 1e6:.1f} MB that are not silence")


def settle(player: Player) -> None:
    """Ask for pictures that stand still; the introduction is not what is tried here."""
    folder = Path(json.loads(player.says("packs", "--json"))["folder"]).parent
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text(json.dumps({"reduced_motion": True, "introduced": True}), "utf-8")


def smoke(player: Player, folder: Path, number: int, pictures: Path | None) -> None:
    """Everything in turn; raises Broken at the first thing that is wrong."""
    try_commands(player)
    settle(player)
    if number:
        bring(player, number)
    if lacks := missing():
        with window(player, None) as game:
            watch_reading(player, game, max(1, number))
        print(f"--  no question was played: this machine lacks {' and '.join(lacks)}")
        return
    screen = Display(folder)
    try:
        try_window(player, screen, pictures, number)
    finally:
        screen.close()
    try_sound(player)


def main() -> int:
    """Try the game that is named; the exit code."""
    parser = argparse.ArgumentParser(description="Tries out an installed or frozen game.")
    parser.add_argument("--questions", type=int, default=0, metavar="N", help="import so many, too (0)")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="keep what was on the screen here")
    parser.add_argument("command", nargs="+", help="what starts the game")
    options = parser.parse_args()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            smoke(Player(options.command, Path(folder)), Path(folder), options.questions, options.pictures)
        except (Broken, OSError, subprocess.TimeoutExpired) as error:
            print(f"BROKEN  {error}", flush=True)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
