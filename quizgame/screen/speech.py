"""A voice: what the system has for reading a text aloud, in a process of its own; knows no scene.

A program each system has is enough: the library for this, pyttsx3, blocks while it speaks and does not stop
in mid-sentence from another thread, and on Linux it passes by the voice that the player has set up.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # imported by the thread that speaks: it costs milliseconds
    from subprocess import Popen

MOST = 4_000  # letters that are read at once: some five minutes
LEAVE_S = 2.0  # how long the end of the game waits for the voice to fall silent
WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)


class Program(NamedTuple):
    """Something that speaks: the words to start it with, and those that silence it where its end does not.

    The text is its input; `takes_text` says that it is its last argument instead.
    """

    start: tuple[str, ...]
    silence: tuple[str, ...] = ()
    takes_text: bool = False


LINUX = (
    Program(("spd-say", "--wait", "--application-name", "quizgame", "--"), ("spd-say", "--cancel"), True),
    Program(("espeak-ng", "--stdin")),
    Program(("espeak", "--stdin")),
)
PROGRAMS = {
    "win32": (Program(("powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS)),),
    "darwin": (Program(("say", "-f", "-")),),
}


def find_program(
    platform: str = sys.platform, find: Callable[[str], str | None] | None = None
) -> Program | None:
    """What can speak here, by its full path; None where there is nothing. `find` gives a program's path."""
    from shutil import which

    find = find or which
    for program in PROGRAMS.get(platform, LINUX):
        path = find(program.start[0])
        if path:
            return Program((path, *program.start[1:]), program.silence, program.takes_text)
    return None


class Voice:
    """Speaks one text at a time; nothing here waits for it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._orders: SimpleQueue[str | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._process: Popen[bytes] | None = None
        self._ordered = self._obeyed = 0  # each is counted by one thread alone

    @property
    def speaking(self) -> bool:
        """Whether something is being read, or about to be."""
        process = self._process
        return self._ordered != self._obeyed or (process is not None and process.poll() is None)

    def say(self, text: str) -> None:
        """Read a text; what was being read is cut short."""
        if text.strip():
            self._order(" ".join(text.split())[:MOST])

    def stop(self) -> None:
        """Fall silent."""
        if self.speaking:
            self._order("")

    def close(self) -> None:
        """Fall silent for good; waits a moment for it."""
        if self._thread:
            self._ordered += 1
            self._orders.put(None)
            self._thread.join(LEAVE_S)
            self._thread = None

    def _order(self, text: str) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._obey, name="voice", daemon=True)
            self._thread.start()
        self._ordered += 1
        self._orders.put(text)

    def _obey(self) -> None:
        """Do what is ordered until the end comes; of several orders only the latest counts."""
        text: str | None = ""
        while text is not None:
            text, taken = self._orders.get(), 1
            while text is not None and not self._orders.empty():
                text, taken = self._orders.get(), taken + 1
            self._silence()
            if text:
                self._start(text)
            self._obeyed += taken

    def _start(self, text: str) -> None:
        import subprocess

        words = [*self.program.start, *([text] if self.program.takes_text else [])]
        quiet = subprocess.DEVNULL
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        with suppress(OSError):  # a voice that fails is a silent one
            self._process = subprocess.Popen(
                words, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, creationflags=hidden
            )
            assert self._process.stdin
            with suppress(OSError), self._process.stdin as stream:
                stream.write(b"" if self.program.takes_text else text.encode())

    def _silence(self) -> None:
        import subprocess

        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        process.terminate()
        process.wait()
        if self.program.silence:
            quiet = subprocess.DEVNULL
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    self.program.silence,
                    stdin=quiet,
                    stdout=quiet,
                    stderr=quiet,
                    timeout=LEAVE_S,
                    check=False,
                )
