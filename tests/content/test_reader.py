"""What the reader makes of a file's bytes: texts as typed, places, and what it refuses."""

from __future__ import annotations

import time

import pytest

from quizgame.content.characters import DAMAGED
from quizgame.content.nodes import List, Map, Text
from quizgame.content.problems import Problem
from quizgame.content.reader import read
from tests.content.plain_nodes import plain

both_parsers = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in problems]


@both_parsers
@pytest.mark.parametrize(
    "typed",
    ["no", "Yes", "null", "~", "007", "0x1F", "1:30", "1_000", "2001-01-01", "3.10", ".nan", "=", "5."],
)
def test_every_scalar_stays_as_typed(typed: str, pure: bool) -> None:
    node, problems = read(f"a: {typed}\n".encode(), "f.yaml", pure=pure)
    assert (plain(node), problems) == ({"a": typed}, [])


@both_parsers
def test_lines_and_columns_count_from_one(pure: bool) -> None:
    node, _ = read("# ø\nä: [b,\n  ç]\n".encode(), "f.yaml", pure=pure)
    assert node == Map(((Text("ä", 2, 1), List((Text("b", 2, 5), Text("ç", 3, 3)), 2, 4)),), 2, 1)


@both_parsers
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a: !x b", ("tag", 1, 4)),
        ("a: !!python/name:os.system", ("tag", 1, 4)),
        ("a: &x b", ("anchor", 1, 4)),
        ("a: [*x]", ("alias", 1, 5)),
        ("<<: x", ("merge-key", 1, 1)),
        ("a: 1\nb: 2\na: 3", ("duplicate-key", 3, 1)),
        ("'a': 1\na: 3", ("duplicate-key", 2, 1)),
        ("[a]: 1", ("key", 1, 1)),
        ("a: 1\n---\nb: 2", ("second-document", 2, 1)),
        ("%TAG !x! tag:x\n---\na: b", ("directive", 1, 1)),
        ('a: "\\e[31m"', ("character", 1, 4)),
        ("a: b\u202ec", ("character", 1, 5)),
        ("# \u200b\na: b", ("character", 1, 3)),
        ("a: b\x07", ("character", 1, 5)),
        ("", ("empty", 1, 1)),
        ("# nothing\n", ("empty", 1, 1)),
    ],
)
def test_refusals_name_their_place(written: str, expected: tuple[str, int, int], pure: bool) -> None:
    _, problems = read(written.encode(), "f.yaml", pure=pure)
    assert expected in places(problems)
    assert all(problem.help for problem in problems)


@both_parsers
def test_a_refused_text_damages_only_itself(pure: bool) -> None:
    node, problems = read(b'a: "\\x07"\nb: good\nc: *x\n', "f.yaml", pure=pure)
    assert plain(node) == {"a": DAMAGED, "b": "good", "c": DAMAGED}
    assert len(problems) == 2


@both_parsers
def test_neither_of_two_values_of_one_key_is_taken(pure: bool) -> None:
    node, _ = read(b"a: 1\nb: 2\na: 3\n", "f.yaml", pure=pure)
    assert isinstance(node, Map)
    assert node.get("a") == Text(DAMAGED, 1, 4)
    assert node.get("b") == Text("2", 2, 4)


def test_a_byte_order_mark_is_no_character() -> None:
    node, problems = read(b"\xef\xbb\xbfa: b\n", "f.yaml")
    assert (plain(node), problems) == ({"a": "b"}, [])


def test_bytes_that_are_not_utf8_are_named_and_the_rest_is_read() -> None:
    node, problems = read(b"good: yes\nbad: Troms\xf8\n", "f.yaml")
    assert places(problems) == [("encoding", 2, 11)]
    assert "0xF8" in problems[0].what
    assert "UTF-8" in problems[0].help
    assert isinstance(node, Map)
    assert plain(node) == {"good": "yes", "bad": DAMAGED}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_refused_in_one_sentence(encoding: str) -> None:
    node, problems = read("pack: Any\n".encode(encoding), "f.yaml")
    assert node is None
    assert [problem.code for problem in problems] == ["encoding"]
    assert "UTF-8" in problems[0].help


def test_a_file_over_the_limit_is_not_read() -> None:
    node, problems = read(b"a: " + b"b" * 100, "f.yaml", limit=50)
    assert node is None
    assert places(problems) == [("too-big", 1, 1)]


@both_parsers
@pytest.mark.parametrize("bomb", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000])
def test_deep_nesting_stops_early(bomb: str, pure: bool) -> None:
    begun = time.process_time()
    node, problems = read(bomb.encode(), "f.yaml", pure=pure)
    assert node is None
    assert [problem.code for problem in problems] == ["too-deep"]
    assert time.process_time() - begun < 20, "reading on to the end takes minutes"


@both_parsers
def test_twelve_levels_are_deep_enough(pure: bool) -> None:
    node, problems = read(b"[" * 12 + b"a" + b"]" * 12, "f.yaml", pure=pure)
    assert node is not None
    assert problems == []


@both_parsers
@pytest.mark.parametrize("piece", ["- a\n", "- {}\n", "- - - - - a\n"])
def test_a_file_cut_into_tiny_pieces_is_read_to_a_point(piece: str, pure: bool) -> None:
    written = ("a:\n" + piece * 2_000).encode()
    node, problems = read(written, "f.yaml", limit=len(written), pure=pure)
    assert isinstance(node, Map)
    entries = node.get("a")
    assert isinstance(entries, List)
    assert 100 < len(entries.items) < 1_200
    assert [problem.code for problem in problems] == ["too-many"]
    assert problems[0].line == pytest.approx(len(entries.items) + 2, abs=1)


@both_parsers
def test_a_limit_on_pieces_that_is_just_reached_is_no_problem(pure: bool) -> None:
    written = b"- a\n- b\n"  # eight events: stream, document and list begin and end, and two texts
    told = [len(read(written, "f.yaml", limit=8 * pieces, pure=pure)[1]) for pieces in range(2, 11)]
    assert told == [1, 1, 1, 1, 1, 1, 0, 0, 0]


@both_parsers
@pytest.mark.parametrize("written", ["---", "---\n...\n", "\n--- # nothing\n"])
def test_a_document_with_nothing_in_it_is_empty(written: str, pure: bool) -> None:
    node, problems = read(written.encode(), "f.yaml", pure=pure)
    assert node is None
    assert places(problems) == [("empty", 1, 1)]


@both_parsers
@pytest.mark.parametrize("written", ["a: [b,\n", "a: [\n\n", "a: {b: c,"])
def test_at_the_end_of_a_file_the_open_bracket_is_named(written: str, pure: bool) -> None:
    _, problems = read(written.encode(), "f.yaml", pure=pure)
    assert places(problems) == [("syntax", 1, 4)]
    assert "never closed" in problems[0].what


@pytest.mark.parametrize(
    "start", [b"%PDF-1.7\n", b"PK\x03\x04ab", b"\x1f\x8b\x08", b"{\\rtf1", b"\x89PNG\r\n"]
)
def test_other_kinds_of_file_are_called_by_their_name(start: bytes) -> None:
    node, problems = read(start, "f.yaml")
    assert node is None
    assert places(problems) == [("encoding", 1, 1)]
    assert "not a text file" in problems[0].what


def test_a_flood_of_characters_that_cannot_be_shown_is_summed_up() -> None:
    node, problems = read(b"a: x\n" + b"b: " + b"\x07" * 25 + b"\n", "f.yaml")
    assert [problem.column for problem in problems] == list(range(4, 25))
    assert "the others are not listed" in problems[-1].what
    assert plain(node) == {"a": "x", "b": DAMAGED}


@both_parsers
def test_a_flood_of_problems_is_cut_off(pure: bool) -> None:
    _, problems = read(b"a: [" + b"*x, " * 5_000 + b"]", "f.yaml", pure=pure)
    assert len(problems) == 101
    assert problems[-1].code == "too-many"


@both_parsers
@pytest.mark.parametrize(
    ("written", "what"),
    [
        ('a: "b', "quote is never closed"),
        ("a: [b", "'[' is never closed"),
        ("a: {b: c", "'{' is never closed"),
        ("a:\n\t- b", "a tab"),
        ("a: `b`", "cannot begin with this sign"),
        ('a: "C:\\Users"', "backslash"),
        ("a: b: c", "a ':' stands"),
        ("a: b\nc", "no ':'"),
        ("a: b\nc:d", "blank is missing after the ':'"),
        ('"a":b', "blank is missing after this ':'"),
        ("a:\n-b: c\n d: e", "blank is missing after this '-'"),
        (" a: b\nc: d", "does not belong"),
        ("a: [b:]", "cannot end with ':'"),
        ("a: ]", "cannot begin with this sign"),
    ],
)
def test_syntax_errors_are_put_in_plain_words(written: str, what: str, pure: bool) -> None:
    _, problems = read(written.encode(), "f.yaml", pure=pure)
    assert what in problems[0].what
