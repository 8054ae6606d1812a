"""`quizgame scores --export` writes over nothing that is there, unless it is told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgame import cli


def test_a_file_that_is_there_is_written_over_only_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUIZGAME_HOME", str(tmp_path / "home"))
    file = tmp_path / "thesis.txt"
    file.write_text("years of work", "utf-8")
    assert cli.run(["scores", "--export", str(file)]) == 1
    assert file.read_text("utf-8") == "years of work"
    assert "is there already; --force writes over what is there" in capsys.readouterr().err
    cli.run(["scores", "--export", str(file), "--force"])  # there is no score to write yet
    assert "is there already" not in capsys.readouterr().err
