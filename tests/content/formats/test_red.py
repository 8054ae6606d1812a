"""Red-DiscordBot's lists: answers stay as typed, and one broken question costs no other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.formats.base import Found
from quizgame.content.formats.red import read
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.tasks import Typed


def found(text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    """The line, words and accepted answers of every question."""
    return [
        (one.line, one.text, one.task.accept)
        for one in read(text, "f")
        if isinstance(one, Found) and isinstance(one.task, Typed)
    ]


def said(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in read(text, "f") if isinstance(one, Problem)]


def test_a_list_with_its_head() -> None:
    text = """AUTHOR: Nobody
DESCRIPTION: A list.
CONFIG:
  timeout: 30.0
  use_spoilers: true
"\\"Mr. Pink\\" is in which film?":
- Reservoir Dogs
How many hearts has an octopus?: [Three, 3]
Where does the sun set?: West
"""
    assert found(text) == [
        (6, '"Mr. Pink" is in which film?', ("Reservoir Dogs",)),
        (8, "How many hearts has an octopus?", ("Three", "3")),
        (9, "Where does the sun set?", ("West",)),
    ]
    assert said(text) == []


@pytest.mark.parametrize(
    "typed", ["007", "No", "1.10", "null", "12:30", "2015-01-02", "0x1F", "1_000", "yes"]
)
def test_answers_stay_as_they_were_typed(typed: str) -> None:
    assert found(f"Which?:\n- {typed}\n") == [(1, "Which?", (typed,))]


def test_an_answer_with_a_colon_is_one_answer() -> None:
    assert found("Which film?:\n- Star Wars: A New Hope\n") == [
        (1, "Which film?", ("Star Wars: A New Hope",))
    ]


def test_answers_that_look_alike_are_one() -> None:
    assert found("Which?:\n- Four\n- four\n- 'FOUR '\n") == [(1, "Which?", ("Four",))]


def test_a_question_with_a_picture_or_sound_is_refused() -> None:
    text = "Whose flag? https://i.imgur.com/x.png:\n- Peru\nhttps://youtu.be/x:\n- Song\nWho?:\n- Nate\n"
    assert [line for line, _, _ in found(text)] == [5]
    assert said(text) == [(1, "not-read"), (3, "not-read")]


def test_a_question_asked_twice_is_named() -> None:
    text = "Who?:\n- Nate\nWhere?:\n- Here\nWho?:\n- Chris\n"
    assert found(text) == [(1, "Who?", ("Nate",)), (3, "Where?", ("Here",))]
    assert said(text) == [(5, "duplicate-key")]


def test_answers_that_do_not_fit_are_left_out_while_one_remains() -> None:
    text = f"Who?:\n- {'x' * 101}\n- '?!'\n- Nate\nWhere?:\n- {'x' * 101}\nWhat?:\n- '?'\nWhen?:\nWhy?: []\n"
    assert found(text) == [(1, "Who?", ("Nate",))]
    assert said(text) == [
        (1, "changed"),
        (1, "changed"),
        (5, "not-read"),
        (7, "not-read"),
        (9, "not-read"),
        (10, "not-read"),
    ]


def test_no_more_answers_are_kept_than_a_pack_may_have() -> None:
    text = "Who?:\n" + "".join(f"- name {number}\n" for number in range(25))
    assert len(found(text)[0][2]) == 20
    assert said(text) == [(1, "changed")]


@pytest.mark.parametrize(
    "broken",
    [
        "Who: the first?:\n- Nate\n",
        "Who?:\n- 'Nate\n",
        "Who?:\n- [Nate\n",
        "Who?:\n- Nate\n  x: y: z\n",
        "\tWho?:\n",
    ],
)
def test_a_broken_question_costs_only_itself(broken: str) -> None:
    before = "".join(f"Before {number}?:\n- a {number}\n" for number in range(9))
    text = f"{before}{broken}After?:\n- it\n- is\nLast?:\n- one\n"
    assert len(found(text)) >= 10
    assert found(text)[-1][1:] == ("Last?", ("one",))
    assert any(code == "syntax" and 19 <= line <= 21 for line, code in said(text))


def test_tags_and_aliases_cost_an_answer_and_are_named() -> None:
    text = "Who?:\n- !x Nate\n- Chris\nWhere?:\n- *here\n"
    assert found(text) == [(1, "Who?", ("Chris",))]
    assert said(text) == [(2, "tag"), (5, "alias")]


def test_a_list_may_be_larger_than_a_pack() -> None:
    text = "".join(f"{'Long ' * 50}question {number}?:\n- {number}\n" for number in range(8_000))
    assert len(text) > 2_000_000
    assert len(found(text)) == 8_000


def test_many_doubled_questions_cost_no_other() -> None:
    text = "Who?:\n- Nate\n" * 300 + "Last?:\n- one\n"
    assert len(found(text)) == 2
    assert said(text) == [(line, "duplicate-key") for line in range(3, 601, 2)]


@pytest.mark.parametrize("text", ["", "\n# nothing\n", "- a\n- b\n", "words", "AUTHOR: x\n", "[[[" * 50_000])
def test_a_file_without_questions_says_so(text: str) -> None:
    assert not found(text)
    assert [one.severity for one in read(text, "f") if isinstance(one, Problem)] == [Severity.ERROR]


@given(st.text() | st.text(alphabet="ab?: -\n'\"[]{}&*!#|>%,"))
@settings(max_examples=300)
def test_no_text_raises(text: str) -> None:
    list(read(text, "f"))


@given(
    st.lists(
        st.sampled_from(
            ["Who?:", "- a", "- b: c", "'x':", "- 'y", "  z", "", "# c", "q: [a, b]", "- - n", "Where?: x"]
        ),
        max_size=12,
    )
)
def test_every_problem_lies_in_the_file(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert all(1 <= one.line <= len(lines) + 1 for one in read(text, "f"))
