"""The voice: a program speaks in a process of its own; nobody waits for it, and the text is no command."""

from __future__ import annotations

import os
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizgame.screen.speech import LINUX, Program, Voice, find_program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake speaker is a script")

SPEAKER = """#!{python}
import os, sys
said = sys.stdin.read() if "--stdin" in sys.argv else " ".join(sys.argv[1:])
with open({pipe!r}, "w", encoding="utf-8") as pipe:
    pipe.write(said)
while "wait" in said:
    pass
"""
PATIENCE_S = 20


class Ear:
    """Hears what the fake speaker says, through a pipe that lets it wait without looking again and again."""

    def __init__(self, folder: Path) -> None:
        self.pipe, self.folder = folder / "pipe", folder
        os.mkfifo(self.pipe)

    def speaker(self, name: str) -> None:
        path = self.folder / name
        path.write_text(SPEAKER.format(python=sys.executable, pipe=str(self.pipe)))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def hear(self) -> str:
        """The next text; waits for it."""
        heard: list[str] = []
        listener = threading.Thread(target=lambda: heard.append(self.pipe.read_text("utf-8")), daemon=True)
        listener.start()
        listener.join(PATIENCE_S)
        return heard[0]


@pytest.fixture
def ear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ear:
    monkeypatch.setenv("PATH", str(tmp_path))
    return Ear(tmp_path)


@pytest.fixture
def voice(ear: Ear) -> Iterator[Voice]:
    ear.speaker("espeak-ng")
    program = find_program("linux")
    assert program
    found = Voice(program)
    yield found
    found.close()


def eventually(so: Callable[[], bool]) -> bool:
    """Whether something becomes so while one has patience."""
    gate = threading.Event()
    for _ in range(100 * PATIENCE_S):
        if so():
            return True
        gate.wait(0.01)
    return False


@pytest.mark.parametrize(
    "text",
    [
        "Who plays Hanna?",
        "-v en --help",
        "$(touch x); `touch y` && rm -rf ~ | 'quoted' \"so\"",
        "Zoë – “Łukasz” 東京",
    ],
)
def test_a_text_is_said_as_it_is(ear: Ear, voice: Voice, text: str) -> None:
    voice.say(text)
    assert ear.hear() == text
    assert sorted(path.name for path in ear.folder.iterdir()) == ["espeak-ng", "pipe"]


def test_a_text_is_the_last_argument_where_the_program_wants_it(ear: Ear) -> None:
    ear.speaker("spd-say")
    program = find_program("linux")
    assert program == Program((str(ear.folder / "spd-say"), *LINUX[0].start[1:]), LINUX[0].silence, True)
    voice = Voice(program)
    voice.say("--cancel -x")
    assert ear.hear().endswith("-- --cancel -x")
    voice.close()


def test_saying_something_waits_for_nothing(ear: Ear, voice: Voice) -> None:
    voice.say("wait for ever")
    assert voice.speaking
    assert ear.hear() == "wait for ever"
    assert voice.speaking


def test_it_stops_when_told(ear: Ear, voice: Voice) -> None:
    voice.say("wait for ever")
    ear.hear()
    voice.stop()
    assert eventually(lambda: not voice.speaking)


def test_another_text_cuts_the_first_one_short(ear: Ear, voice: Voice) -> None:
    voice.say("wait for ever")
    ear.hear()
    voice.say("the next")
    assert ear.hear() == "the next"
    assert eventually(lambda: not voice.speaking)


def test_the_end_of_the_game_is_silent(ear: Ear, voice: Voice) -> None:
    voice.say("wait for ever")
    ear.hear()
    voice.close()
    assert not voice.speaking


def test_a_program_that_fails_is_silence(tmp_path: Path) -> None:
    voice = Voice(Program((str(tmp_path / "gone"),)))
    voice.say("anybody there?")
    assert eventually(lambda: not voice.speaking)
    voice.close()


def test_nothing_is_said_of_nothing(voice: Voice) -> None:
    voice.say("  \n ")
    assert not voice.speaking


def test_where_nothing_can_speak_nothing_is_found(ear: Ear) -> None:
    assert find_program("linux") is None
    assert find_program("darwin") is None


@pytest.mark.parametrize(
    ("platform", "name"),
    [("linux", "spd-say"), ("darwin", "say"), ("win32", "powershell"), ("freebsd14", "spd-say")],
)
def test_each_system_has_its_own(platform: str, name: str) -> None:
    program = find_program(platform, lambda wanted: f"/there/{wanted}")
    assert program
    assert program.start[0] == f"/there/{name}"
    assert not any("%" in word for word in program.start)
