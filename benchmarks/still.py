"""What the game costs the processor while nobody does anything: on the title and with the clock running."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measuring import Figure, Unmeasurable, display, main

TITLE_BUDGET = 1.0
CLOCK_BUDGET = 4.0
SETTLING_S = 3.0

GAME = "from quizgame import app; app.play()"

# Title, mode, round card, the reading beat: each press ends one of them.
TO_THE_CLOCK = ["Return"] * 4


def measure(runs: int) -> Iterator[Figure]:
    """Watch the title and then the question for so many seconds each, 25 at most: a question lasts thirty."""
    if not Path("/proc/self/stat").exists() or not shutil.which("xdotool") or not shutil.which("Xvfb"):
        raise Unmeasurable("it takes Linux with Xvfb and xdotool")
    seconds = min(runs, 25)
    with display() as environment, running(environment) as process:
        time.sleep(SETTLING_S)
        yield Figure("title", share(process, seconds), "%", TITLE_BUDGET)
        for key in TO_THE_CLOCK:
            press(key, environment)
            time.sleep(0.7)
        yield Figure("question, clock running", share(process, seconds), "%", CLOCK_BUDGET)


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
