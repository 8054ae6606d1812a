"""From a key press to the frame that shows it, on the title, in the settings and with the clock running."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from benchmarks.measuring import Figure, Unmeasurable, display, introduce, main

SCREENS = {
    "title": ([], "down"),
    "settings": ([*["tab"] * 6, "return"], "down"),
    "question, clock running": (["return"] * 4, "right"),
}
"""For each screen the keys that lead to it from the title, and the one whose press is measured."""

FRAMES_BUDGET = 1
LONGEST_S = 180

# A press comes at any moment between two frames, as from a keyboard. The frame that takes it in must show it.
CHILD = """
import sys, threading, time
import pygame
from quizgame import app
from quizgame.screen import scene, window

way, key, presses = sys.argv[1].split(), sys.argv[2], int(sys.argv[3])
frame, flip, handle = window.Window._frame, pygame.Window.flip, scene.Show.handle
seen = {"frame": 0, "handled": False}
shown = threading.Event()

def press(name):
    seen["handled"] = False
    shown.clear()
    seen["at"], seen["pressed"] = time.perf_counter_ns(), seen["frame"]
    code = pygame.key.key_code(name)
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code, mod=0, unicode="", scancode=0))
    pygame.event.post(pygame.Event(pygame.KEYUP, key=code, mod=0, unicode="", scancode=0))

def next_frame(self, *parts):
    seen["frame"] += 1
    return frame(self, *parts)

def taken_in(self, *parts):
    seen["handled"] = True
    return handle(self, *parts)

class Watched(pygame.Window):
    def flip(self):
        flip(self)
        if seen["handled"] and not shown.is_set():
            seen["took"] = seen["frame"] - seen["pressed"], (time.perf_counter_ns() - seen["at"]) / 1e6
            shown.set()

def hands():
    time.sleep(3)
    for name in way:
        press(name)
        time.sleep(0.8)
    time.sleep(1)
    for number in range(presses):
        press(key)
        if shown.wait(2):
            print(*seen["took"], flush=True)
        time.sleep(0.9 + 0.007 * number)
    sys.stdout.flush()
    pygame.event.post(pygame.Event(pygame.QUIT))

window.Window._frame, scene.Show.handle, pygame.Window = next_frame, taken_in, Watched
threading.Thread(target=hands, daemon=True).start()
app.play()
"""


def measure(runs: int) -> Iterator[Figure]:
    """So many presses on each screen, 20 at most: a question lasts thirty seconds."""
    for screen, (way, key) in SCREENS.items():
        with display() as environment:
            introduce(environment)
            took = list(_presses(way, key, min(max(runs, 2), 20), environment))
        frames, times = zip(*took, strict=True)
        yield Figure(f"{screen}: frames, at most", max(frames), "", FRAMES_BUDGET)
        yield Figure(f"{screen}: median", median(times), "ms", note=f"{max(times):.1f} at most")


def _presses(
    way: list[str], key: str, presses: int, environment: dict[str, str]
) -> Iterator[tuple[int, float]]:
    """Of each press the number of frames and the ms until it was shown."""
    command = [sys.executable, "-P", "-c", CHILD, " ".join(way), key, str(presses)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    lines = done.stdout.splitlines()
    if done.returncode or len(lines) < presses:
        raise Unmeasurable(f"{len(lines)} of {presses} presses were shown; {done.stderr.strip()[-200:]}")
    for line in lines:
        frames, took = line.split()
        yield int(frames), float(took)


if __name__ == "__main__":
    sys.exit(main({"reaction": measure}))
