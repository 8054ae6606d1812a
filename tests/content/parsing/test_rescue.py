"""A mistake in one entry of a list costs that entry and no other."""

from __future__ import annotations

import pytest

from quizgame.content.nodes import List, Map, Text
from quizgame.content.problems import Problem
from quizgame.content.reader import read

both_parsers = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])


def entries(written: str, pure: bool) -> tuple[list[tuple[str, int]], list[Problem]]:
    """The name and line of each entry that could be read."""
    node, problems = read(written.encode(), "f.yaml", pure=pure)
    assert isinstance(node, Map)
    found = node.get("questions")
    assert isinstance(found, List)
    names = [item.get("q") for item in found.items if isinstance(item, Map)]
    return [(name.value, name.line) for name in names if isinstance(name, Text)], problems


BROKEN = [
    '- q: "never closed',
    "- q: [never closed",
    "- q: `tick",
    "- q: it: is",
    "- q: 'it's'",
    "- q: b\n  a:\n\t- c",
    '- "never closed',
    "- {q: b",
    "- q: " + "[" * 20,
]


@both_parsers
@pytest.mark.parametrize("indent", ["", "  "])
@pytest.mark.parametrize("broken", BROKEN)
def test_the_neighbours_of_a_broken_entry_are_read(broken: str, indent: str, pure: bool) -> None:
    lines = ["- q: one\n  a: x", broken, "- q: three\n  a: z", "- q: four\n  a: z"]
    written = "pack: P\nquestions:\n" + "\n".join(
        f"{indent}{line}" for entry in lines for line in entry.split("\n")
    )
    good, problems = entries(written, pure)
    after = 5 + broken.count("\n") + 1
    assert good == [("one", 3), ("three", after), ("four", after + 2)]
    assert problems
    assert all(5 <= problem.line <= after for problem in problems)


@both_parsers
def test_every_broken_entry_is_named(pure: bool) -> None:
    lines = [f"- q: q{n}" if n % 3 else "- q: [" for n in range(12)]
    good, problems = entries("questions:\n" + "\n".join(lines), pure)
    assert [name for name, _ in good] == [f"q{n}" for n in range(12) if n % 3]
    assert [problem.line for problem in problems] == [3, 6, 9, 12]


@both_parsers
def test_what_follows_the_list_is_no_entry(pure: bool) -> None:
    good, problems = entries("questions:\n  - q: one\n  - q: [\n  - q: three\nlast: 1\n- q: no", pure)
    assert [name for name, _ in good] == ["one", "three"]
    assert [problem.line for problem in problems] == [4]


@both_parsers
def test_a_hopeless_file_ends_soon(pure: bool) -> None:
    _, problems = read(("questions:\n" + "- q: [\n" * 5_000).encode(), "f.yaml", pure=pure)
    assert 1 < len(problems) <= 30
