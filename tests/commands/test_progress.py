"""What is said to somebody who waits: nothing for a second, then a bar, or a line now and then in a pipe."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from quizgame import cli
from quizgame.commands.progress import Progress


class Terminal(io.StringIO):
    def __init__(self, encoding: str = "utf-8", is_terminal: bool = True) -> None:
        super().__init__()
        self.spoken_in = encoding
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self.spoken_in


def seconds(step: float) -> Iterator[float]:
    return (number * step for number in count())


def shown(terminal: Terminal, step: float, times: int) -> str:
    clock = seconds(step)
    with Progress(terminal, lambda: next(clock)) as progress:
        for done in range(1, times + 1):
            progress.show("reading", done, times)
    return terminal.getvalue()


def test_what_is_soon_done_says_nothing() -> None:
    assert shown(Terminal(), 0.09, 10) == ""


def test_a_bar_grows_and_goes_when_the_work_is_done() -> None:
    drawn = shown(Terminal(), 0.5, 10).split("\r")
    assert drawn[1] == "reading " + "█" * 6 + "░" * 24 + "  20%"
    assert drawn[-3] == "reading " + "█" * 30 + " 100%"
    assert drawn[-2].strip() == ""
    assert len(drawn[-2]) == len(drawn[-3])


def test_a_bar_is_drawn_at_most_ten_times_a_second() -> None:
    assert shown(Terminal(), 0.001, 3_000).count("%") <= 21


def test_a_terminal_without_blocks_gets_other_signs() -> None:
    assert "###" in shown(Terminal("cp1252"), 0.5, 10)


def test_a_pipe_gets_a_line_now_and_then() -> None:
    assert shown(Terminal(is_terminal=False), 3, 10) == "reading: 40%\nreading: 80%\n"


def test_the_bar_goes_when_the_work_fails() -> None:
    terminal, clock = Terminal(), seconds(2)
    progress = Progress(terminal, lambda: next(clock))
    progress.show("reading", 1, 2)
    with pytest.raises(ZeroDivisionError), progress:
        raise ZeroDivisionError
    assert terminal.getvalue().endswith(" \r")


def test_nothing_to_do_is_no_error() -> None:
    terminal, clock = Terminal(), seconds(2)
    with Progress(terminal, lambda: next(clock)) as progress:
        progress.show("reading", 0, 0)
    assert "  0%" in terminal.getvalue()


@pytest.mark.parametrize(
    ("words", "told"), [("packs", "reading questions"), ("check", "checking"), ("check mine", "checking")]
)
def test_who_waits_for_many_packs_sees_how_far_it_is(
    words: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty packs too: to open them takes its time."""
    monkeypatch.setenv("QUIZGAME_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for folder in ("questions", "mine"):
        (tmp_path / folder).mkdir()
        for number in range(20):
            (tmp_path / folder / f"{number}.yaml").touch()
    monkeypatch.setattr("quizgame.commands.progress._PATIENCE", 0.0)
    monkeypatch.setattr("quizgame.commands.progress._EVERY", 0.0)
    monkeypatch.setattr("sys.stderr", terminal := Terminal())
    cli.run(words.split())
    bars = [line for line in terminal.getvalue().split("\r") if line.startswith(told)]
    assert len(bars) >= 20
    assert bars == sorted(bars, key=lambda bar: int(bar.rsplit(maxsplit=1)[1].rstrip("%")))
    assert bars[-1].endswith("100%")
