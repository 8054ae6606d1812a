"""Aiken as people write it, and as it is written: which questions are read, and which are named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.formats.aiken import read, write
from quizgame.content.formats.base import Found
from quizgame.content.problems import Problem
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Order, Several, Task, TrueFalse
from tests.foreign_samples import CHOICES, STATEMENTS, questions


def found(text: str) -> list[Found]:
    return [one for one in read(text, "quiz.txt") if isinstance(one, Found)]


def problems(text: str) -> list[Problem]:
    return [one for one in read(text, "quiz.txt") if isinstance(one, Problem)]


CITY = Choice("Los Angeles", ("Miami", "Chicago"))
TASKS: list[tuple[str, Task]] = [
    ("A. Miami\nB. Los Angeles\nC. Chicago\nANSWER: B", CITY),
    ("A) Miami\nB) Los Angeles\nC) Chicago\nANSWER: B", CITY),
    ("A)Miami\nB)Los Angeles\nC)Chicago\nANSWER:B", CITY),
    ("  a. Miami\n\tb. Los Angeles\n  c. Chicago\n Answer : b", CITY),
    ("(a) Miami\n(b) Los Angeles\n(c) Chicago\nanswer: (B)", CITY),
    ("\nA. Miami\n\nB. Los Angeles\n\nC. Chicago\n\nANSWER: B", CITY),
    ("A. Miami\nB. Los\nAngeles\nC. Chicago\nANSWER: B", CITY),
    ("A. Miami\nB. Los Angeles\nC. Chicago\nANSWER: B) Los Angeles", CITY),
    ("A. Miami\nB. Los Angeles\nC. Chicago\nANSWER: Los Angeles", CITY),
    ("A. Miami\nB. Los Angeles\nC. Chicago\nCorrect answer: b.", CITY),
    ("A. Miami\nB. Los Angeles\nC. Chicago\nANSWER B", CITY),
    ("A. Miami\nC. Los Angeles\nB. Chicago\nANSWER: C", CITY),
    ("A. Miami\nA. Chicago\nB. Los Angeles\nANSWER: B", CITY),
    (
        "A. one\nB. two\nC. three\nD. four\nE. five\nF. six\nANSWER: F",
        Choice("six", ("one", "two", "three", "four", "five")),
    ),
    ("A. <b>\nB. &amp;\nC. A.M.\nANSWER: A", Choice("<b>", ("&amp;", "A.M."))),
    ("A. True\nB. False\nANSWER: B", TrueFalse(False)),
    ("ANSWER: True", TrueFalse(True)),
    ("C. Chicago\nA. Miami\nB. Los Angeles\nANSWER: B", Choice("Los Angeles", ("Chicago", "Miami"))),
    ("A: Miami\nB: Los Angeles\nC: Chicago\nANSWER: B", CITY),
    ("A - Miami\nB - Los Angeles\nC - Chicago\nANSWER: B", CITY),
    ("(A) Miami\n(B) Los Angeles\n(C) Chicago\nANSWER: B", CITY),
    ("A Miami\nB Los Angeles\nC Chicago\nANSWER: B", CITY),
    ("A. one\nB. two\nC. three\nANSWER: A, C", Several(("one", "three"), ("two",))),
    ("A. one\nB. two\nC. three\nANSWER: AC", Several(("one", "three"), ("two",))),
    ("A. one\nB. two\nC. three\nANSWER: A and B.", Several(("one", "two"), ("three",))),
]


@pytest.mark.parametrize(("below", "task"), TASKS)
def test_options_become_a_task(below: str, task: Task) -> None:
    assert found(f"What is it?\n{below}\n") == [Found(1, "What is it?", task)]


@pytest.mark.parametrize(
    ("above", "shown"),
    [
        ("One line,\nand another?", "One line, and another?"),
        ("J. S. Bach\nB. J. Thomas?", "J. S. Bach B. J. Thomas?"),
        ("A. Lincoln was what?", "A. Lincoln was what?"),
        ("What is <html> & &lt;?", "What is <html> & &lt;?"),
        ("1. What?", "1. What?"),
        ("1) What?", "What?"),
        ("Question 12: What?", "What?"),
        ("--- --\nWhat?", "--- -- What?"),
        ("-----\nWhat?\n=====", "What?"),
        ("A: Where are you?\nB: In LA. Who says that?", "A: Where are you? B: In LA. Who says that?"),
    ],
)
def test_the_words_of_a_question(above: str, shown: str) -> None:
    assert [one.text for one in found(f"{above}\nA. a\nB. b\nANSWER: A")] == [shown]


def test_no_blank_line_is_needed_between_questions() -> None:
    text = "First?\nA. a\nB. b\nANSWER: A\nFeedback: so it is\nSecond?\nA. a\nB. b\nANSWER: B\n"
    assert [(one.line, one.text, one.explain) for one in found(text)] == [
        (1, "First?", "so it is"),
        (6, "Second?", ""),
    ]


REFUSED = [
    ("Too few\nA) Only answer\nANSWER: A", 1, "no wrong option"),
    ("A) Not started\n\nANSWER: A", 1, "no question above"),
    ("ANSWER: A", 1, "no question above"),
    ("Quiz 1", 1, "no options"),
    ("What?\nANSWER: A", 1, "no options"),
    ("What?\nA. a\nB. b", 1, "no ANSWER"),
    ("What?\nA. a\nB. b\nANSWER:", 1, "names nothing"),
    ("What?\nA. a\nB. b\nANSWER: E", 1, "no option has this letter"),
    ("What?\nA. a\nB. b\nB. c\nANSWER: B", 1, "2 options have this letter"),
    ("What?\nA. a\nB. b\nANSWER: neither", 1, "none of its options"),
    ("What?\nA. a\nB. b\nANSWER: A, E", 1, "names E"),
    ("What?\nA. a\nB. a\nANSWER: A", 1, "no wrong option"),
    ("What?\nA.\nB. b\nANSWER: A", 1, "empty"),
    ("x" * 301 + "\nA. a\nB. b\nANSWER: A", 1, "301 characters"),
]


@pytest.mark.parametrize(
    ("above", "shown"),
    [
        (["1. One?", "2. Two?", "3. Three?"], ["One?", "Two?", "Three?"]),
        (["Q7) One?", "Q8) Two?"], ["One?", "Two?"]),
        (["1.\nOne?", "2.Two?"], ["One?", "Two?"]),
        (["1. FC Cologne?", "1. FC Nuremberg?"], ["1. FC Cologne?", "1. FC Nuremberg?"]),
        (["1995 was what?", "1996 was what?"], ["1995 was what?", "1996 was what?"]),
        (["1.5 or 2?", "2.5 or 3?"], ["1.5 or 2?", "2.5 or 3?"]),
        (["One?", "0. Two?"], ["One?", "0. Two?"]),
    ],
)
def test_numbers_that_count_the_questions_are_no_part_of_them(above: list[str], shown: list[str]) -> None:
    text = "\n\n".join(f"{words}\nA. a\nB. b\nANSWER: A" for words in above)
    assert [one.text for one in found(text)] == shown


@pytest.mark.parametrize(("text", "line", "why"), REFUSED)
@pytest.mark.parametrize("before", ["", "Good?\nA. a\nB. b\nANSWER: A\n\n"])
@pytest.mark.parametrize("after", ["", "\n\nGood?\nA. a\nB. b\nANSWER: A\n"])
def test_what_cannot_be_asked_is_named_and_costs_no_other(
    text: str, line: int, why: str, before: str, after: str
) -> None:
    whole = before + text + after
    (problem,) = problems(whole)
    assert why in problem.what
    assert (problem.line, problem.code, problem.severity) == (line + before.count("\n"), "not-read", "error")
    assert len(found(whole)) == bool(before) + bool(after)


def test_a_question_without_an_answer_line_ends_where_the_next_begins() -> None:
    text = "One?\nA. a\nB. b\nTwo?\nA. a\nB. b\nANSWER: A\n"
    assert [(one.line, one.text) for one in found(text)] == [(4, "Two?")]
    assert [one.line for one in problems(text)] == [1]


def test_words_behind_a_blank_line_do_not_go_on_with_an_option() -> None:
    text = "One?\nA. a\nB. b\n\nPart two\n\nTwo?\nA. a\nB. b\nANSWER: A\n"
    assert [one.line for one in problems(text)] == [1, 5]
    assert [one.line for one in problems("One?\nA. a\nB. b\n\nPart two\nANSWER: A")] == [1, 5]
    assert [(one.line, one.text) for one in found(text)] == [(7, "Two?")]


def test_what_is_left_out_is_said() -> None:
    (problem,) = problems("What?\nA. a\nB. b\nC. B\nANSWER: A")
    assert "twice" in problem.what
    assert (problem.line, problem.code, problem.severity) == (1, "changed", "warning")


BITS = [
    "A. a\n",
    "B) b\n",
    "a. x\n",
    "ANSWER: A\n",
    "Answer: b) x\n",
    "What?\n",
    "\n",
    "J. S. Bach\n",
    "Feedback: x\n",
    "A.\n",
    "(",
]


@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join) | st.text())
def test_no_text_breaks_the_reader_and_no_answer_is_lost(text: str) -> None:
    ends = sum(line in ("ANSWER: A", "Answer: b) x") for line in text.split("\n"))
    read_all = [one for one in read(text, "quiz.txt") if isinstance(one, Found) or one.severity == "error"]
    assert len(read_all) >= ends
    assert all(1 <= one.line <= text.count("\n") + 1 for one in read_all)


def test_the_file_reads_as_moodle_writes_it() -> None:
    text, left = write(
        [Question("a", "Which city?", CITY), Question("b", "It is.", TrueFalse(True), explain="lost")]
    )
    assert not left
    first, second = text.split("\n\n")
    lines = first.split("\n")
    assert lines[0] == "Which city?"
    assert sorted(line[3:] for line in lines[1:4]) == ["Chicago", "Los Angeles", "Miami"]
    assert [line[:3] for line in lines[1:4]] == ["A. ", "B. ", "C. "]
    assert f"{lines[4].removeprefix('ANSWER: ')}. Los Angeles" in lines
    assert second == "It is.\nA. True\nB. False\nANSWER: A\n"


def test_the_answer_does_not_always_have_the_same_letter() -> None:
    text, _ = write([Question(f"q{number}", "Which city?", CITY) for number in range(40)])
    assert {line for line in text.split("\n") if line.startswith("ANSWER")} == {
        "ANSWER: A",
        "ANSWER: B",
        "ANSWER: C",
    }


@settings(max_examples=80)
@given(questions(CHOICES | STATEMENTS))
def test_what_is_written_comes_back(written: list[Question]) -> None:
    text, left = write(written)
    gone = {one.id for one in left}
    held = [question for question in written if question.id not in gone]
    back = list(read(text, "quiz.txt"))
    assert len(back) == len(held)
    for one, question in zip(back, held, strict=True):
        assert isinstance(one, Found)
        assert (one.text, one.task.answer) == (question.text, question.answer)
        assert sorted(one.task.wrong) == sorted(question.wrong)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (Question("q", "Order?", Order(("a", "b", "c"))), "order"),
        (Question("q", "ANSWER: A", CITY), "ANSWER line"),
        (Question("q", "Many?", Choice("x", tuple(map(str, range(26))))), "26"),
    ],
)
def test_what_aiken_cannot_hold_is_named(question: Question, why: str) -> None:
    text, left = write([question])
    assert not text
    assert [(one.id, why in one.why) for one in left] == [("q", True)]
