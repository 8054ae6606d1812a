"""The game in a process of its own, played on a virtual gamepad; says which scene each frame ends with.

Started by a test with the name of a play as its argument. It prints `no virtual pads` where SDL has none.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame

from quizgame import app
from quizgame.screen import pace
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.guard import GUARD_MS
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Page
from quizgame.screen.stories import Show
from quizgame.screen.theme import Theme
from quizgame.screen.window import Window

A, B, X, START, DPAD_UP, DPAD_DOWN, DPAD_LEFT = 0, 1, 2, 6, 11, 12, 13  # SDL_GameControllerButton
STICK_X, STICK_Y = 0, 1
CONTROLLER = 1  # SDL_JOYSTICK_TYPE_GAMECONTROLLER
QUESTION = Page(stage_of(1280, 720), Theme(), PlainRuler())
SLOW = 600  # frames within which a scene must follow

Play = Iterator[None]


def library() -> ctypes.CDLL:
    """The SDL that pygame has loaded, as far as its file can be found."""
    maps = Path("/proc/self/maps").read_text("utf-8") if Path("/proc/self/maps").exists() else ""
    files = {line.split()[-1] for line in maps.splitlines() if "libSDL2-2" in line}
    return ctypes.CDLL(files.pop() if files else None)


class Pad:
    """A gamepad that is not there."""

    def __init__(self, sdl: ctypes.CDLL) -> None:
        self._sdl = sdl
        sdl.SDL_JoystickOpen.restype = ctypes.c_void_p

    def plug(self) -> None:
        self._number = self._sdl.SDL_JoystickAttachVirtual(CONTROLLER, 6, 15, 0)
        self._handle = ctypes.c_void_p(self._sdl.SDL_JoystickOpen(self._number))

    def unplug(self) -> None:
        self._sdl.SDL_JoystickClose(self._handle)
        self._sdl.SDL_JoystickDetachVirtual(self._number)

    def press(self, button: int) -> Play:
        for state in (1, 0):
            self._sdl.SDL_JoystickSetVirtualButton(self._handle, button, state)
            yield
        yield

    def push(self, axis: int, value: int) -> Play:
        for state in (value, 0):
            self._sdl.SDL_JoystickSetVirtualAxis(self._handle, axis, ctypes.c_int16(state))
            yield
        yield


def key(code: int) -> Play:
    """A key of the keyboard, pressed and let go."""
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.Event(kind, key=code, mod=0, unicode=""))
        yield
    yield


class Eye:
    """What the play sees of the game."""

    def __init__(self) -> None:
        self.show: Show | None = None

    @property
    def scene(self) -> str:
        scene = self.show.scene if self.show else None
        return type(scene).__name__

    @property
    def focus(self) -> str:
        scene: Any = self.show.scene if self.show else None
        return str(scene.focus.id)

    @property
    def seats(self) -> str:
        """What everybody has joined with, on the scene where they do."""
        scene: Any = self.show.scene if self.show else None
        return " ".join(player.cap for player in scene.players)

    @property
    def spots(self) -> str:
        """What can be pressed at a question: its options, the names of those who may buzz, or nothing."""
        scene: Any = self.show.scene if self.show else None
        ids = [spot.id for spot in scene.spots(QUESTION)] if self.scene == "QuestionScene" else []
        return "options" if "option 0" in ids or "option 1" in ids else "names" if ids else ""

    def until_spots(self, what: str) -> Play:
        """Let frames pass until something can be pressed."""
        for _ in range(20 * SLOW):
            if what == self.spots:
                return
            yield
        raise AssertionError(f"{what} never came")

    def until(self, scene: str) -> Play:
        """Let frames pass until a scene is on the screen."""
        for _ in range(SLOW):
            if self.scene == scene:
                return
            yield
        raise AssertionError(f"{scene} never came; {self.scene} is on the screen")


def buttons(pad: Pad, eye: Eye) -> Play:
    """Plugged in while the title stands: to a question and its pause, and back to it."""
    yield from idle(20)
    pad.plug()
    yield from idle(5)
    yield from pad.press(DPAD_DOWN)
    say(f"down: {eye.focus}")
    yield from pad.press(DPAD_UP)
    say(f"up: {eye.focus}")
    yield from pad.push(STICK_Y, 32_000)
    say(f"stick down: {eye.focus}")
    yield from pad.push(STICK_Y, -32_000)
    say(f"stick up: {eye.focus}")
    yield from to_the_options(pad, eye)
    yield from pad.press(START)
    say(f"start: {eye.scene}")
    yield from pad.press(B)
    say(f"B: {eye.scene}")
    yield from idle(GUARD_MS)  # frames, of two milliseconds or more
    yield from pad.press(A)
    say(f"A: {eye.scene}")


def unplugging(pad: Pad, eye: Eye) -> Play:
    """Pulled out while the clock runs, and plugged in again."""
    yield from idle(20)
    pad.plug()
    yield from idle(5)
    yield from to_the_options(pad, eye)
    pad.unplug()
    yield from idle(5)
    say(f"unplugged: {eye.scene}")
    pad.plug()
    yield from idle(5)
    yield from pad.press(A)
    say(f"A: {eye.scene}")


def eight(pad: Pad, eye: Eye) -> Play:
    """Two pads and six keys on buzzers; a pad is pulled out, another one comes, the first comes back."""
    other = Pad(pad._sdl)
    yield from idle(20)
    pad.plug()
    yield from idle(5)
    other.plug()
    yield from idle(5)
    yield from to_the_seats(pad, eye)
    yield from pad.press(A)
    yield from other.press(X)
    for letter in "lqozng":
        yield from key(ord(letter))
    say(f"seats: {eye.seats}")
    yield from pad.press(A)
    yield from eye.until("RoundCard")
    yield from key(pygame.K_RETURN)
    yield from eye.until("QuestionScene")
    yield from eye.until_spots("names")
    yield from other.press(B)
    say(f"second pad: {eye.spots}")
    yield from pad.press(A)
    say(f"first pad: {eye.spots}")
    while eye.spots == "options":  # a press too soon after the first answers nothing
        yield from other.press(A)
    other.unplug()
    yield from idle(5)
    while eye.scene == "RevealScene":  # which lets nobody hurry the others past it
        yield from key(pygame.K_RETURN)
    yield from eye.until("VacantScene")
    say(f"second pad pulled out: {eye.scene}")
    other.plug()
    yield from eye.until("PauseScene")
    say(f"second pad is back: {eye.scene}")
    yield from other.press(A)
    say(f"A: {eye.scene}")


def to_the_seats(pad: Pad, eye: Eye) -> Play:
    """Play, and down to Face to Face on buzzers."""
    yield from pad.press(A)
    yield from eye.until("ModesScene")
    for _ in range(4):
        yield from pad.press(DPAD_DOWN)
    yield from pad.press(A)
    yield from eye.until("PlayersScene")


def to_the_options(pad: Pad, eye: Eye) -> Play:
    """Play, the mode, go in, enough of reading."""
    for scene in ("ModesScene", "RoundCard", "QuestionScene"):
        yield from pad.press(A)
        yield from eye.until(scene)
        say(f"A: {eye.scene}")
    yield from pad.press(A)


def idle(frames: int) -> Play:
    for _ in range(frames):
        yield


def say(what: str) -> None:
    sys.stdout.write(f"{what}\n")


def main(play: Callable[[Pad, Eye], Play]) -> None:
    pygame.display.init()
    sdl = library()
    if not hasattr(sdl, "SDL_JoystickAttachVirtual"):
        say("no virtual pads")
        return
    eye = Eye()
    steps = play(Pad(sdl), eye)
    frame = Window._frame

    def stepped(self: Window, show: Show, *more: Any) -> bool:
        eye.show = show
        return next(steps, True) is None and frame(self, show, *more)

    Window._frame = stepped  # type: ignore[method-assign, assignment]
    pace.FPS = pace.FPS_POLLED = pace.FPS_AWAY = 500  # no waiting between frames
    app.play()


if __name__ == "__main__":
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    main({"buttons": buttons, "unplugging": unplugging, "eight": eight}[sys.argv[1]])
