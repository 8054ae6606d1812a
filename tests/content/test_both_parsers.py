"""A pack means the same, and is refused on the same line, whichever YAML parser a system has."""

from __future__ import annotations

import re
from random import Random

import pytest

from quizgame.content.characters import FORBIDDEN
from quizgame.content.checks import lint
from quizgame.content.checks.across import check_across
from quizgame.content.packs.read import read_pack
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.content.reader import read
from tests.content.plain_nodes import plain

# What the two parsers of PyYAML see differently when they are left alone.
SAME = [
    *(
        "a: [b?, c]",
        "a: [b ? c]",
        "a: {what?: b}",
        "a: [http://x?y=1]",
        "a: [x\n ?\n]",
        "a: [? b]",
        "a: {? b : c}",
    ),
    *("a: b\t", "a: b\t# c", "a:\tb", "a: \tb", "a: b\tc", "a: b\n \t c", "a: [b,\n\tc]", "a: [\n\tb\tc\n]"),
    *(
        "a: |#c\n b",
        "a: |2-\n  b",
        "a: >+ # c\n b\n\n",
        "a: b\n\n\n c\n d",
        "- a: [\nb\tc]",
        "a: b # c",
        "a: b#c",
    ),
    *(
        "%YAML 1.1\n---\na: b",
        "%YAML 1.2\n---\na: b",
        "a: [b:c, d::e]",
        'a: {"b":c}',
        "a: b\n... # c\n",
        "? a\n: b",
    ),
]
REFUSED = {
    "a: [b:, c]": 1,
    "a: {b:}": 1,
    "%YAML 1.3\n---\na: b": 1,
    "%FOO bar\n---\na: b": 1,
    'a: "x\n---\ny"': 1,
    'a: "\\ud800"': 1,
    "a: b\n\t c": 2,
    "a:\n\tb": 2,
    "a: |0\n b": 1,
    "a: >-\n \t b\n c": 2,
    "a: |\n  b\n \tc": 3,
    "a: |+-\n b": 1,
    "a: [b": 1,
    "a: [b,": 1,
    "a: ]": 1,
    "  a: b\nc: d": 2,
    "---": 1,
}
GOOD = """\
pack: My night   # a comment
questions:
- question: What is it? Who?
  choices: [One?, "two", 'it''s', four]
  answer: One?
  image: none.png
- question: >-
    Type
    it
  accept: [Gage, "Kevin \\u00e9"]
- {question: Order?, order: [a, b, c], level: 2}
- question: |
    When?
  number: 1989
  range: [1980, 2000]
- question: Match them.
  match: {a: b, c?: d, e: f}
- question: Is it 12:30?
  answer: true
"""
TOKENS = (
    *(
        "- ",
        "\n",
        "\n  ",
        "\t",
        ": ",
        ":",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " #",
        "&a ",
        "*a",
        "!x ",
        "|\n",
        ">-\n",
        "'",
    ),
    *(
        '"',
        "\\",
        "? ",
        "?",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "<<: ",
        "@",
        "`",
        "\r",
        "\x00",
        "\x85",
        "\u2028",
        "\u202e",
    ),
    *(
        "\ufeff",
        "\\x1b",
        "\\ud800",
        "\\L",
        "question: ",
        "answer: ",
        "wrong: ",
        "~",
        "''",
        "[[[[[[[[[[[[[",
        "e\u0301",
    ),
)


def verdict(data: bytes, pure: bool) -> tuple[tuple[Placed, ...], list[Problem]]:
    node, problems = read(data, "none/f.yaml", pure=pure)
    if node is None:
        return (), problems
    pack, more = read_pack(node, "none/f.yaml", "mine", "p")
    check_across(pack.questions)
    return pack.questions, [*problems, *more, *lint.check(pack.questions)]


@pytest.mark.parametrize("written", SAME)
def test_both_read_the_same(written: str) -> None:
    by_libyaml, by_python = (read(written.encode(), "f.yaml", pure=pure) for pure in (False, True))
    assert plain(by_libyaml[0]) == plain(by_python[0])
    assert by_libyaml[0] is not None
    assert by_libyaml[1] == by_python[1] == []


@pytest.mark.parametrize("written", REFUSED)
@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
def test_both_refuse_on_the_same_line(written: str, pure: bool) -> None:
    _, problems = read(written.encode(), "f.yaml", pure=pure)
    assert [problem.line for problem in problems] == [REFUSED[written]]
    assert "not valid YAML" not in problems[0].what


def mutated(chance: Random) -> bytes:
    """The good pack with a few bytes, tokens or lines changed."""
    data = GOOD.encode()
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        at = chance.randint(0, len(data))
        to = at + chance.choice((0, 0, 1, 2, 9, 30))
        lines = data.splitlines(keepends=True) or [b""]
        line = chance.choice(lines)
        put = (chance.choice(TOKENS).encode(), bytes([chance.randrange(256)]), b"", data[at:to] * 2, line)
        if chance.random() < 0.8:
            data = data[:at] + chance.choice(put) + data[to:]
        else:
            lines.insert(chance.randrange(len(lines)), chance.choice((b" ", b"  ", b"\t", b"- ")) + line)
            data = b"".join(lines)
    return data


@pytest.mark.parametrize("seed", range(8))
def test_two_thousand_mutated_packs(seed: int) -> None:
    chance = Random(seed)
    for _ in range(250):
        data = mutated(chance)
        by_libyaml, by_python = verdict(data, False), verdict(data, True)
        assert by_libyaml[0] == by_python[0], data
        assert bool(by_libyaml[1]) == bool(by_python[1]), data
        last = len(re.findall(rb"\r\n|\r|\n", data)) + 1
        for problem in (*by_libyaml[1], *by_python[1]):
            assert 1 <= problem.line <= last, (data, problem)
            assert problem.column >= 1, (data, problem)
            assert problem.help, (data, problem)
        assert not any(FORBIDDEN.search(repr(placed.question)) for placed in by_libyaml[0]), data
