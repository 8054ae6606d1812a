"""Problems on a terminal, letter for letter."""

from __future__ import annotations

from pathlib import Path

from quizgame.content.messages import Style, one, read_lines, render, safe, summary, width
from quizgame.content.problems import Problem, Severity

ERROR = Problem("/packs/a.yaml", 2, 5, "unknown-key", "unknown key 'anwser'", "did you mean 'answer'?")
WARNING = Problem("/packs/a.yaml", 0, 0, "no-title", "no title", "", Severity.WARNING)


def lines(file: str) -> list[str]:
    return ["questions:", "  - anwser: x"]


def test_a_problem_shows_its_line_a_caret_and_a_remedy() -> None:
    assert one(ERROR, lines, Style(base=Path("/packs"))) == (
        "a.yaml:2:5: error[unknown-key]: unknown key 'anwser'\n"
        "  2 |   - anwser: x\n"
        "    |     ^\n"
        "  help: did you mean 'answer'?"
    )


def test_a_problem_without_a_place_is_one_line() -> None:
    assert one(WARNING, lines) == "/packs/a.yaml: warning[no-title]: no title"


def test_the_caret_stands_below_its_letter_after_wide_ones() -> None:
    wide = Problem("f", 1, 4, "x", "x")
    assert one(wide, lambda _: ["日本 a"]).split("\n")[2] == "    |      ^"
    assert width("e\u0301日") == 3


def test_a_long_line_is_cut_round_the_caret() -> None:
    shown = one(Problem("f", 1, 501, "x", "x"), lambda _: ["a" * 500 + "b" + "a" * 500]).split("\n")
    assert len(shown[1]) < 120
    assert shown[1][shown[2].index("^")] == "b"


def test_colour_comes_only_when_asked_for() -> None:
    assert "\x1b" not in one(ERROR, lines)
    assert "\x1b[1;31merror[unknown-key]\x1b[0m" in one(ERROR, lines, Style(colour=True))
    assert "\x1b[1;33mwarning" in one(WARNING, lines, Style(colour=True))


def test_nothing_in_a_file_reaches_the_terminal_raw() -> None:
    nasty = Problem("a\x1b[2J.yaml", 1, 3, "x", "what\x07\u202e", "help\r\n\x9b31m")
    shown = one(nasty, lambda _: ["a\tb\x1b[31m\u202e"])
    assert all(part.isprintable() for part in shown.split("\n"))
    assert safe("a\nb\tc") == "a b c"


def test_the_last_line_counts() -> None:
    assert render([ERROR, ERROR, WARNING], lines).split("\n")[-1] == "2 errors, 1 warning"
    assert summary([ERROR]) == "1 error"
    assert render([], lines) == "no problems"


def test_a_line_that_is_no_longer_there_is_left_out() -> None:
    assert one(Problem("f", 9, 1, "x", "x"), lines) == "f:9:1: error[x]: x"


def test_lines_are_split_where_yaml_splits_them(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\xff\x0b\n")
    assert list(read_lines(str(path))) == ["a", "b", "c\ufffd\x0b", ""]
    assert read_lines(str(tmp_path / "gone")) == ()
