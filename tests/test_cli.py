"""The command line as others start it: words, help, exit codes, pipes, terminals, and no traceback ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import quizgame
from quizgame import app, cli
from quizgame.commands import scores, simulate
from tests.command_names import COMMANDS

PACKAGE = Path(quizgame.__file__).parents[1]
QUIZGAME = [sys.executable, "-P", "-m", "quizgame"]

Capture = pytest.CaptureFixture[str]


def environment(home: Path, without: tuple[str, ...] = (), **more: str) -> dict[str, str]:
    """This one's, but as a user has it: output is buffered and SDL chooses by itself."""
    left_out = {
        "PYTHONUNBUFFERED",
        "SDL_VIDEODRIVER",
        "SDL_AUDIODRIVER",
        "PYGAME_HIDE_SUPPORT_PROMPT",
        *without,
    }
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {"QUIZGAME_HOME": str(home), "PYTHONPATH": str(PACKAGE)} | more


def quiz(
    home: Path, *words: str, without: tuple[str, ...] = (), **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the game in a process of its own."""
    return subprocess.run(
        [*QUIZGAME, *words],
        env=environment(home, without, **more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
    )


def test_the_version_is_said_in_one_line(capsys: Capture) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr() == (f"Thirty Seconds Flat {quizgame.__version__}\n", "")


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS)])
def test_help_is_everywhere_and_names_the_exit_codes(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert cli.run([*words, "--help"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(" ".join(["usage: quizgame", *words]))
    assert "Exit code: 0" in out
    assert err == ""


def test_the_help_lists_every_command(capsys: Capture) -> None:
    cli.run(["--help"])
    out = capsys.readouterr().out
    assert all(f"\n    {name} " in out for name in COMMANDS)
    assert "QUIZGAME_HOME" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("sing", "invalid choice: 'sing'"),
        ("list --colour", "unrecognized arguments: --colour"),
        ("list --topic", "expected one argument"),
        ("facts", "--documents"),
        ("simulate --runs 0", "0 is no number of runs"),
        ("simulate --runs many", "'many' is not a number"),
        ("simulate --runs 1.5", "'1.5' is not a number"),
        ("simulate --skill 1.01", "between 0 and 1"),
        ("simulate --skill nan", "between 0 and 1"),
        ("simulate --walk-at -1", "must be 0 or more"),
        ("simulate --walk-at soon", "'soon' is not a number"),
    ],
)
def test_wrong_words_are_explained_and_end_with_2(words: str, told: str, capsys: Capture) -> None:
    assert cli.run(words.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert err.startswith("usage: quizgame")


def test_an_unforeseen_error_is_a_sentence_and_its_details_lie_in_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(scores, "run", lambda options: [][options.json])
    assert cli.run(["scores"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "IndexError" in err
    assert "Traceback" not in err
    details = Path(err.partition("the details are in ")[2].partition(",")[0])
    assert "IndexError" in details.read_text("utf-8")
    details.unlink()


def test_an_unforeseen_error_in_the_game_itself_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(app, "play", lambda: 1 / 0)
    assert cli.run([]) == 1
    err = capsys.readouterr().err
    assert err.startswith("quizgame: something went wrong")
    Path(err.partition("the details are in ")[2].partition(",")[0]).unlink()


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(simulate, "run", interrupted)
    assert cli.run(["simulate"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no interrupt to another process")
def test_ctrl_c_in_a_long_command_leaves_no_traceback(tmp_path: Path) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        pytest.skip("whoever runs these tests has Ctrl-C switched off")
    # In one line each, so that the interrupt comes when the run has begun and not while Python starts.
    tell = "import sys; from quizgame import cli; from quizgame.commands import content\n"
    tell += "bank = content.bank\ncontent.bank = lambda: [print('now', flush=True), bank()][1]\n"
    tell += "sys.exit(cli.run(['simulate', '--runs', '1000000']))"
    with subprocess.Popen(
        [sys.executable, "-P", "-c", tell],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "now\n"
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == ("", "")
        assert process.returncode == 130


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipe")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, unbuffered: str) -> None:
    with subprocess.Popen(
        [*QUIZGAME, "list", "--json"],
        env=environment(tmp_path, PYTHONUNBUFFERED=unbuffered),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith("{")
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("words", ["--version", "list"])
def test_output_that_cannot_be_written_is_a_sentence(tmp_path: Path, words: str) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [*QUIZGAME, words],
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "quizgame: the output could not be written: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="closes a stream as a Unix shell does")
def test_closed_streams_are_no_error(tmp_path: Path) -> None:
    for closed, words, code in (("1", "check", 0), ("1", "list", 0), ("2", "sing", 2)):
        done = subprocess.run(
            ["sh", "-c", f'exec "$@" {closed}>&-', "sh", *QUIZGAME, words],
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (code, "", ""), words


def test_a_terminal_that_knows_only_ascii_gets_what_it_can_show(tmp_path: Path) -> None:
    pack = tmp_path / "home" / "questions" / "pack.yaml"
    pack.parent.mkdir(parents=True)
    pack.write_text(
        "questions:\n- question: Est-ce l’été à L.A.?\n  answer: true\n  topic: trivia\n", "utf-8"
    )
    lists = quiz(tmp_path / "home", "list", PYTHONIOENCODING="ascii")
    assert (lists.returncode, lists.stderr) == (0, "")
    assert "Est-ce l??t? ? L.A.?" in lists.stdout
    as_json = quiz(tmp_path / "home", "list", "--json", PYTHONIOENCODING="ascii")
    assert (as_json.returncode, as_json.stderr) == (0, "")
    assert r"Est-ce l\u2019\u00e9t\u00e9 \u00e0 L.A.?" in as_json.stdout
    checked = quiz(tmp_path / "home", "check", PYTHONIOENCODING="ascii")
    assert (checked.returncode, checked.stderr) == (0, "")


NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize("driver", [None, "x11", "nonsense"])
def test_without_a_screen_the_game_says_so_in_one_sentence(tmp_path: Path, driver: str | None) -> None:
    if Path("/dev/dri").exists():
        pytest.skip("SDL may draw on this machine's screen without a desktop")
    done = quiz(tmp_path, without=NO_SCREEN, **({"SDL_VIDEODRIVER": driver} if driver else {}))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("quizgame: ")
    assert done.stderr.count("\n") == 1
    assert (driver or "DISPLAY") in done.stderr
    assert "send them" not in done.stderr


def test_commands_without_a_window_work_where_there_is_no_home(tmp_path: Path) -> None:
    done = quiz(tmp_path, "scores", without=("HOME", "QUIZGAME_HOME", "XDG_DATA_HOME"), QUIZGAME_HOME="")
    assert (done.returncode, done.stderr) == (0, "")


def test_commands_that_need_no_pygame_do_not_load_it(tmp_path: Path) -> None:
    tell = "import sys; from quizgame import cli; cli.run(['check']); sys.exit('pygame' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-P", "-c", tell],
        env=environment(tmp_path),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
