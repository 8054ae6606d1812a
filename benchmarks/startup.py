"""From starting a process to its first frame that answers keys: the game beside a bare pygame-ce window."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from statistics import median

from benchmarks.measuring import Figure, Unmeasurable, display, main, spread

BUDGET = 1.3
LONGEST_S = 60

# Both children print the clock that all processes of a machine share, and leave at once.
SAY_WHEN = """
import os, sys, time
def first_frame():
    print(time.perf_counter_ns(), flush=True)
    os._exit(0)
"""

BARE = """
if os.environ.get("SDL_VIDEODRIVER") == "x11":
    os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
import pygame
pygame.display.init()
window = pygame.Window("bare", (1280, 720), resizable=True, allow_high_dpi=True)
window.minimum_size = (640, 360)
window.get_surface().fill((5, 8, 15))
window.flip()
pygame.event.get()
first_frame()
"""

# The whole way a player's start takes, argument parser included.
GAME = """
from quizgame import cli
from quizgame.commands import play
whole = play.play
play.play = lambda: whole(on_first_frame=first_frame)
sys.exit(cli.run([]))
"""


def measure(runs: int) -> Iterator[Figure]:
    """So many starts of each, in turn, after one of each that only warms the disk."""
    bare: list[float] = []
    game: list[float] = []
    with display() as environment:
        driver = environment["SDL_VIDEODRIVER"]
        for _ in range(max(runs, 2) + 1):
            bare.append(start(BARE, environment))
            game.append(start(GAME, environment))
    yield spread(f"bare window ({driver})", bare[1:], "ms")
    yield spread(f"the game ({driver})", game[1:], "ms")
    ratios = [ours / floor for ours, floor in zip(game[1:], bare[1:], strict=True)]
    yield Figure("the game / bare window, median of pairs", median(ratios), "x", BUDGET)


def start(child: str, environment: dict[str, str]) -> float:
    """Milliseconds from starting a process to its first frame."""
    command = [sys.executable, "-P", "-c", SAY_WHEN + child]
    began = time.perf_counter_ns()
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    if done.returncode or not done.stdout.strip().isdigit():
        said = (done.stderr.strip() or done.stdout.strip() or "nothing").splitlines()
        raise Unmeasurable(f"a child process showed no frame; it said: {said[-1]}")
    return (int(done.stdout) - began) / 1e6


if __name__ == "__main__":
    sys.exit(main({"startup": measure}))
