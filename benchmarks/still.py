"""What the game costs while nobody does anything: on the title, with the clock running, paused and hidden."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measuring import Figure, Unmeasurable, display, introduce, main

TITLE_BUDGET = 1.0
CLOCK_BUDGET = 4.0
HIDDEN_BUDGET = 0.5
TITLE_MB = 80.0
SETTLING_S = 3.0
READING_S = 10.0

GAME = "from quizgame import cli; cli.run([])"

# Title, mode, round card, the reading beat: each press ends one of them.
TO_THE_CLOCK = ["Return"] * 4


def measure(runs: int) -> Iterator[Figure]:
    """Watch the title and then the question for so many seconds each, 25 at most: a question lasts thirty."""
    if not Path("/proc/self/stat").exists() or not shutil.which("xdotool") or not shutil.which("Xvfb"):
        raise Unmeasurable("it takes Linux with Xvfb and xdotool")
    seconds = min(runs, 25)
    with display() as environment:
        introduce(environment)
        with running(environment) as process:
            time.sleep(READING_S)
            yield Figure("memory on the title, first start", memory_mb(process), "MB", TITLE_MB)
        with running(environment) as process:  # from now on the questions have been read
            yield from _watch(process, environment, seconds)


def _watch(process: subprocess.Popen[bytes], environment: dict[str, str], seconds: int) -> Iterator[Figure]:
    time.sleep(SETTLING_S)
    yield Figure("title", share(process, seconds), "%", TITLE_BUDGET)
    yield Figure("memory on the title", memory_mb(process), "MB", TITLE_MB)
    for key in TO_THE_CLOCK:
        press(key, environment)
        time.sleep(0.7)
    yield Figure("question, clock running", share(process, seconds), "%", CLOCK_BUDGET)
    yield Figure("memory in a question", memory_mb(process), "MB")
    press("p", environment)
    time.sleep(SETTLING_S)
    yield Figure("paused", share(process, seconds), "%", TITLE_BUDGET)
    hide(environment)
    time.sleep(SETTLING_S)
    yield Figure("paused and hidden", share(process, seconds), "%", HIDDEN_BUDGET)


@contextmanager
def running(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """The game, ended with the block."""
    process = subprocess.Popen([sys.executable, "-P", "-c", GAME], env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def press(key: str, environment: dict[str, str]) -> None:
    """Press a key of the X display; whatever window there has the focus gets it."""
    subprocess.run(["xdotool", "key", key], env=environment, check=True)


def hide(environment: dict[str, str]) -> None:
    """Take the window off the screen."""
    subprocess.run(["xdotool", "getwindowfocus", "windowunmap"], env=environment, check=True, timeout=20)


def memory_mb(process: subprocess.Popen[bytes]) -> float:
    """What a process holds of the machine's memory."""
    pages = Path(f"/proc/{process.pid}/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def share(process: subprocess.Popen[bytes], seconds: float) -> float:
    """Per cent of one core that a process took over so many seconds."""
    before = processor_s(process)
    time.sleep(seconds)
    return (processor_s(process) - before) / seconds * 100


def processor_s(process: subprocess.Popen[bytes]) -> float:
    """Seconds of processor time a process has taken so far, all threads together."""
    if process.poll() is not None:
        raise Unmeasurable(f"the game ended with exit code {process.returncode}")
    stat = Path(f"/proc/{process.pid}/stat").read_text("ascii", errors="replace")
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / float(os.sysconf("SC_CLK_TCK"))


if __name__ == "__main__":
    sys.exit(main({"still": measure}))
