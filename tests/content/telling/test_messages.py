"""Problems on a terminal, letter for letter."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from quizgame.content.problems import Problem, Severity
from quizgame.content.telling import bulk
from quizgame.content.telling.annotations import annotation, document, row
from quizgame.content.telling.excerpt import excerpt, safe, width
from quizgame.content.telling.messages import Style, numbered, one, read_lines, summary

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


def test_pictograms_of_several_characters_are_as_wide_as_one() -> None:
    for pictogram in ("👍🏽", "👨\u200d👩\u200d👧", "❤\ufe0f", "한", "\u1112\u1161\u11ab"):
        assert width(pictogram) == 2
    assert width("🇺🇸") == 2


@given(st.text(st.characters(categories=["L", "N", "So"]), min_size=1, max_size=400), st.data())
def test_the_caret_is_always_below_the_character_it_means(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)))
    shown, blanks = excerpt(line, column)
    assert width(shown) <= 102
    assert (
        any(
            width(shown[:cut]) == len(blanks) and shown[cut : cut + 1] == safe(line[column - 1])
            for cut in range(len(shown))
        )
        or unicodedata.category(line[column - 1]).startswith("M")
        or width(line[column - 1]) == 0
    )


def test_a_place_after_the_last_character_has_a_caret_too() -> None:
    assert excerpt("ab", 3) == ("ab", "  ")
    assert excerpt("", 9) == ("", "")


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
    shown = bulk.summed([ERROR, ERROR, WARNING], lines, Style())
    assert shown.split("\n")[-2:] == ["", "2 errors, 1 warning"]
    assert summary([ERROR]) == "1 error"
    assert bulk.summed([], lines, Style()) == "no problems"


def test_a_line_that_is_no_longer_there_is_left_out() -> None:
    assert one(Problem("f", 9, 1, "x", "x"), lines) == "f:9:1: error[x]: x"


def test_lines_are_split_where_yaml_splits_them(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\xff\x0b\n")
    assert list(read_lines(str(path))) == ["a", "b", "c\ufffd\x0b", ""]
    assert read_lines(str(tmp_path / "gone")) == ()


def test_many_lines_are_cut_short() -> None:
    assert numbered(range(1, 40)).endswith(", 30 and 9 more")
    assert numbered([7]) == "line 7"


def test_a_file_is_read_once_however_much_is_wrong_in_it() -> None:
    asked = []

    def counting(file: str) -> list[str]:
        asked.append(file)
        return lines(file)

    bulk.summed([ERROR, ERROR], counting, Style())
    assert asked == [ERROR.file]


# --- for programs ---


def test_json_is_one_document_with_every_field() -> None:
    rows = [json.dumps(row(problem, Path("/packs"))) for problem in (ERROR, WARNING)]
    assert json.loads(document(rows)) == [
        {
            "file": "a.yaml",
            "line": 2,
            "column": 5,
            "severity": "error",
            "code": "unknown-key",
            "what": "unknown key 'anwser'",
            "help": "did you mean 'answer'?",
        },
        {
            "file": "a.yaml",
            "line": None,
            "column": None,
            "severity": "warning",
            "code": "no-title",
            "what": "no title",
            "help": "",
        },
    ]
    assert json.loads(document([])) == []


def test_githubs_signs_are_escaped() -> None:
    nasty = Problem("/packs/a,b:c%.yaml", 3, 4, "x", "100 %,\nand: more", "do\rthis")
    assert annotation(nasty, Path("/packs")) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=3,col=4,title=x::100 %25,%0Aand: more%0Ado%0Dthis"
    )
    assert annotation(WARNING, None) == "::warning file=/packs/a.yaml,title=no-title::no title"


@given(st.text(), st.text(), st.text())
def test_an_annotation_is_always_one_line(file: str, what: str, remedy: str) -> None:
    said = annotation(Problem(file, 1, 1, "x", what, remedy), None)
    assert "\n" not in said
    assert "\r" not in said
