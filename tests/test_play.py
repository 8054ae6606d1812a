"""The one command that sets the game up: what it installs and when, and what it says when it cannot."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

TRUE_VERSION = sys.version_info[:3]
PLAY = Path(__file__).parents[1] / "play.py"

# What `python -m venv` says on Debian without python3-venv, and where the module itself is left out.
NO_VENV = [
    "The virtual environment was not created successfully because ensurepip is not\navailable.",
    "/usr/bin/python3: No module named venv",
]

pytestmark = pytest.mark.skipif(not PLAY.exists(), reason="play.py is part of a checkout, not of the wheel")


class Machine:
    """A checkout on a machine where nothing is installed and commands are only written down."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.patch = folder, patch
        self.commands: list[list[str]] = []
        self.fails: dict[str, str] = {}  # a word of a command -> what the command then says
        folder.mkdir()
        shutil.copy(PLAY, folder / "play.py")
        self.project("dependencies = []")
        self.uv(None)
        self.python((3, 12, 1))

    def project(self, text: str) -> None:
        (self.folder / "pyproject.toml").write_text(text, "utf-8")

    def uv(self, path: str | None) -> None:
        self.patch.setattr(shutil, "which", lambda name: path)

    def python(self, version: tuple[int, int, int]) -> None:
        self.patch.setattr(sys, "version_info", (*version, "final", 0))

    def play(self, *arguments: str) -> list[str]:
        """The commands of one start, in order, each without the paths; the last one is what is started."""
        spec = importlib.util.spec_from_file_location("play", self.folder / "play.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        self.patch.setattr(sys, "argv", ["the game/play.py", *arguments])
        self.patch.setattr(module, "run", lambda command: self.run(module, command))
        self.patch.setattr(module, "start", self.started)
        self.patch.chdir(self.folder.parent)
        self.commands.clear()
        with pytest.raises(SystemExit) as left:
            module.main(list(arguments))
        words = [" ".join(command).replace(str(self.folder), "HERE") for command in self.commands]
        return words if left.value.code is None else [*words, str(left.value.code)]

    def run(self, play: ModuleType, command: list[str]) -> str:
        self.commands.append([Path(command[0]).stem, *command[1:]])
        said = next((said for word, said in self.fails.items() if word in command), "")
        if said:
            return said
        made_by = next((tool for tool in ("-m venv", "uv venv") if tool in " ".join(command)), None)
        if made_by:
            play.PYTHON.parent.mkdir(parents=True)
            play.PYTHON.touch()
            if made_by == "-m venv":
                play.PIP.touch()
        return ""

    def started(self, command: list[str]) -> None:
        self.commands.append(["start", *command])
        raise SystemExit


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setenv("QUIZGAME_CALLED", "")  # play.py sets it, and other tests are not to see that
    return Machine(tmp_path / "the game", monkeypatch)


GAME = "start -P -m quizgame"
SUITE = "start -m pytest"


def test_the_first_start_sets_up_and_says_so_in_one_line(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    made, installed, game = machine.play()
    assert "-m venv HERE/.venv" in made
    assert installed.endswith("-e HERE")
    assert game == GAME
    assert capsys.readouterr() == ("", "Setting up (once) ...\n")


def test_the_second_start_only_starts(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.play()
    capsys.readouterr()
    assert machine.play("scores", "--json") == [f"{GAME} scores --json"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="other words on Windows")
def test_the_game_knows_what_the_player_types_to_call_it(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZGAME_CALLED", "not said yet")
    machine.play()
    assert os.environ["QUIZGAME_CALLED"] == "python3 'the game/play.py'"


def test_a_changed_project_is_installed_anew_in_the_same_environment(machine: Machine) -> None:
    machine.play()
    machine.project("dependencies = ['more']")
    installed, game = machine.play()
    assert installed.endswith("-e HERE")
    assert game == GAME


def test_the_tests_get_their_extras_which_then_serve_the_game_as_well(machine: Machine) -> None:
    machine.play()
    installed, suite = machine.play("test", "-k", "heat")
    assert installed.endswith("-e HERE[test]")
    assert suite == f"{SUITE} -k heat"
    assert Path.cwd() == machine.folder
    assert machine.play() == [GAME]
    machine.project("dependencies = ['more']")
    assert machine.play()[0].endswith("-e HERE[test]"), "an update must not take the test tools away"


def test_benchmarks_need_no_extras(machine: Machine) -> None:
    machine.play()
    assert machine.play("bench", "--json") == ["start -m benchmarks --json"]


@pytest.mark.parametrize("said", NO_VENV)
def test_where_python_makes_no_environments_uv_does(machine: Machine, said: str) -> None:
    machine.fails = {"-m": said}
    machine.uv("/opt/uv")
    _, made, installed, game = machine.play()
    assert made.startswith("uv venv")
    assert installed.startswith("uv pip install")
    assert installed.endswith("-e HERE")
    assert game == GAME


@pytest.mark.parametrize("said", NO_VENV)
def test_without_uv_one_sentence_says_what_to_install(machine: Machine, said: str) -> None:
    machine.fails = {"-m": said}
    sentence = machine.play()[-1]
    assert "python3-venv" in sentence
    assert "uv" in sentence
    assert "\n" not in sentence
    machine.uv("/opt/uv")
    assert machine.play()[-1] == GAME, "the next try must not trip over the last"


def test_an_environment_that_uv_made_is_made_anew_once_uv_is_gone(machine: Machine) -> None:
    machine.fails = {"-m": NO_VENV[0]}
    machine.uv("/opt/uv")
    machine.play()
    machine.uv(None)
    machine.fails = {}
    machine.project("dependencies = ['more']")
    assert "-m venv" in machine.play()[0]


@pytest.mark.parametrize("step", ["venv", "install"])
def test_a_failed_first_set_up_says_why_and_is_begun_anew(machine: Machine, step: str) -> None:
    machine.fails = {step: "the disk is full"}
    assert "the disk is full" in machine.play()[-1]
    machine.fails = {}
    assert len(machine.play()) == 3


def test_a_failed_update_leaves_what_worked(machine: Machine) -> None:
    machine.play()
    machine.fails = {"install": "no network"}
    assert "no network" in machine.play("test")[-1]
    assert machine.play() == [GAME]


def test_an_interrupted_update_is_not_taken_for_good(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.play()

    def interrupted(play: ModuleType, command: list[str]) -> str:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(machine, "run", interrupted)
        assert machine.play("test") == ["130"]
    made, _, _ = machine.play()
    assert "-m venv" in made


def test_another_python_or_another_place_gets_a_new_environment(machine: Machine) -> None:
    machine.play()
    machine.python((3, 13, 0))
    assert "-m venv" in machine.play()[0]
    machine.folder = machine.folder.rename(machine.folder.with_name("moved"))
    assert "-m venv" in machine.play()[0]


def test_a_new_environment_holds_only_what_is_asked_for(machine: Machine) -> None:
    machine.play("test")
    machine.python((3, 13, 0))
    _, installed, _ = machine.play()
    assert installed.endswith("-e HERE")


def test_an_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    machine.play()
    for python in machine.folder.glob(".venv/*/python*"):
        python.unlink()
    assert "-m venv" in machine.play()[0]


def test_a_folder_that_cannot_be_written_gets_a_sentence(machine: Machine) -> None:
    (machine.folder / ".venv").write_text("in the way", "utf-8")
    assert machine.play()[-1].startswith("The game could not be set up: ")


def test_an_old_python_gets_a_sentence(machine: Machine) -> None:
    machine.python((3, 10, 13))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is 3\.10\."):
        machine.play()


@pytest.mark.skipif(os.name == "nt", reason="a script stands for the environment's Python here")
def test_arguments_and_the_exit_code_pass_through_from_any_folder(machine: Machine, tmp_path: Path) -> None:
    machine.python(TRUE_VERSION)
    machine.play()
    python = machine.folder / ".venv/bin/python"
    python.write_text('#!/bin/sh\necho "$PWD: $@"\nexit 7\n', "utf-8")
    python.chmod(0o755)
    command = [sys.executable, str(machine.folder / "play.py"), "list", "a b"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.stdout, done.stderr, done.returncode) == (f"{tmp_path}: -P -m quizgame list a b\n", "", 7)
