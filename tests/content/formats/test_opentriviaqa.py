"""OpenTriviaQA's text: what its files hold, what their slips cost, and that nothing goes unsaid."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.formats.base import Found
from quizgame.content.formats.opentriviaqa import read
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.tasks import Choice, TrueFalse


def found(text: str) -> list[Found]:
    return [one for one in read(text, "f") if isinstance(one, Found)]


def said(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.what) for one in read(text, "f") if isinstance(one, Problem)]


def refusals(text: str) -> list[Problem]:
    return [one for one in read(text, "f") if isinstance(one, Problem) and one.severity is Severity.ERROR]


def test_a_question_with_lettered_options() -> None:
    text = "\n#Q Who leads the crew?\n^ McCauley\nA Hanna\nB McCauley\nC Waingro\nD Nate\n\n"
    assert found(text) == [Found(2, "Who leads the crew?", Choice("McCauley", ("Hanna", "Waingro", "Nate")))]
    assert said(text) == []


def test_true_and_false_make_a_statement() -> None:
    assert [one.task for one in found("#Q It rains.\n^ False\nA True\nB False\n")] == [TrueFalse(False)]
    assert [one.task for one in found("#Q It rains.\n^ TRUE\n")] == [TrueFalse(True)]


def test_a_question_may_go_on_over_lines_that_look_like_options() -> None:
    text = "#Q They said:\n\nA man came in.\nB\n\nWho was it?\n^ Nate\nA Nate\nB Chris\n"
    assert [(one.text, one.task) for one in found(text)] == [
        ("They said: A man came in. B Who was it?", Choice("Nate", ("Chris",)))
    ]


def test_options_and_answers_may_go_on_too() -> None:
    text = "#Q Which?\n^ one\ntwo\nA one\ntwo\nB I think\nI know\nA lot\nC D. W. Griffith\n"
    assert [one.task for one in found(text)] == [
        Choice("one two", ("I think I know A lot", "D. W. Griffith"))
    ]


def test_more_or_fewer_options_and_any_letter_case() -> None:
    text = "#q Which?\n^ c\na a\nb b\nc c\nd d\ne e\n\n#Q Next?\n^ x\nA. x\nB) y\n\nC z"
    assert [one.task for one in found(text)] == [
        Choice("c", ("a", "b", "d", "e")),
        Choice("x", ("y", "z")),
    ]


def test_an_option_may_begin_with_a_lone_letter() -> None:
    assert [one.task for one in found("#Q Which?\n^ A matrix\nA A  square\nB C\nC A matrix\n")] == [
        Choice("A matrix", ("A square", "C"))
    ]


@pytest.mark.parametrize(
    ("answer", "meant"),
    [("the STOLL  brothers", "The Stoll Brothers"), ("McLane's wife.", "McLanes wife"), ("Cafe", "Café")],
)
def test_an_answer_is_found_whatever_its_case_and_signs(answer: str, meant: str) -> None:
    text = f"#Q Which?\n^ {answer}\nA {meant}\nB Another\n"
    assert [one.task for one in found(text)] == [Choice(meant, ("Another",))]
    assert said(text) == []


def test_a_slip_in_the_answer_is_mended_and_said() -> None:
    text = "#Q Which?\n^ Micheal Cheritto\nA Michael Cheritto\nB Donald Breedan\n"
    assert [one.task for one in found(text)] == [Choice("Michael Cheritto", ("Donald Breedan",))]
    assert said(text) == [(1, "the answer 'Micheal Cheritto' was taken for the option 'Michael Cheritto'")]


def test_an_answer_that_lost_its_end_is_mended() -> None:
    text = "#Q Which?\n^ The result is your\nA The result is your number\nB The result is zero\n"
    assert [one.task.answer for one in found(text)] == ["The result is your number"]


@pytest.mark.parametrize(
    ("answer", "option"), [("North Korea", "South Korea"), ("The 1945 model of it", "The 1946 model of it")]
)
def test_another_answer_is_never_taken_for_the_right_one(answer: str, option: str) -> None:
    assert all(one.task.answer == answer for one in found(f"#Q Which?\n^ {answer}\nA {option}\nB Japan\n"))


def test_an_answer_may_be_the_letter_of_an_option() -> None:
    assert [one.task for one in found("#Q Which?\n^ B\nA Chester\nB Sundance\n")] == [
        Choice("Sundance", ("Chester",))
    ]
    assert [one.task for one in found("#Q Which vitamin?\n^ B\nA C\nB D\nC E\n")] == [
        Choice("B", ("C", "D", "E"))
    ]


def test_an_answer_unlike_all_options_is_one_of_its_own() -> None:
    text = "#Q Which?\n^ Paladin\nA Chester\nB Sundance\n"
    assert [one.task for one in found(text)] == [Choice("Paladin", ("Chester", "Sundance"))]
    assert said(text) == [(1, "the answer 'Paladin' is not among the options; it was added to them")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("#Q Which?\nA a\nB b\n", "no line begins with '^'"),
        ("#Q Which?\n^\nA a\nB b\n", "the answer is empty"),
        ("#Q Which?\n^ a\n", "there is no wrong option"),
        ("#Q Which?\n^ a\nA a\n", "there is no wrong option"),
        ("#Q\n^ a\nA a\nB b\n", "the question is empty"),
        ("#Q ???\n^ a\nA a\nB b\n", "the question has no words, only signs"),
        ("#Q Which?\n^ a\n^ b\nA a\nB b\n", "two lines begin with '^'"),
        (f"#Q {'long ' * 61}?\n^ a\nA a\nB b\n", "the question has 306 characters; at most 300 fit"),
        (f"#Q Which?\n^ {'a' * 101}\nA {'a' * 101}\nB b\n", "the answer has 101 characters; at most 100 fit"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(text: str, why: str) -> None:
    assert [str(one.what) for one in refusals("\n\n" + text)] == [why]
    assert [one.line for one in refusals("\n\n" + text)] == [3]


def test_what_is_left_over_makes_a_question() -> None:
    text = f"#Q Which?\n^ a\nA a\nB \nC {'c' * 101}\nD d\n"
    assert [one.task for one in found(text)] == [Choice("a", ("d",))]
    assert [what for _, what in said(text)] == [
        "an empty option was left out",
        "a wrong option of 101 characters was left out; at most 100 fit",
    ]


def test_a_row_of_underscores_costs_no_question() -> None:
    text = f"#Q Complete {'_' * 300} the line.\n^ a\nA a\nB b\n"
    assert [one.text for one in found(text)] == ["Complete ___ the line."]


def test_a_question_without_its_mark_is_read_and_said() -> None:
    text = "#Q One?\n^ a\nA a\nB b\n\nTwo?\n^ c\nA c\nB d\n"
    assert [(one.line, one.text) for one in found(text)] == [(1, "One?"), (6, "Two?")]
    assert [line for line, _ in said(text)] == [6]


def test_words_of_no_question_are_said() -> None:
    text = "A list of mine\n\n#Q One?\n^ a\nA a\nB b\n\nthe end\n"
    assert len(found(text)) == 1
    assert [line for line, _ in said(text)] == [1, 8]


def test_a_doubled_mark_or_a_missing_blank_line_costs_only_one_question() -> None:
    text = "#Q One?\n#Q Two?\n^ a\nA a\nB b\n#Q Three?\n^ a\nA a\nB b"
    assert [one.text for one in found(text)] == ["Two?", "Three?"]
    assert [one.line for one in refusals(text)] == [1]


LINES = st.sampled_from(
    [
        "#Q One?",
        "#Q",
        "^ a",
        "^",
        "^ b c",
        "A a",
        "B b",
        "B b c",
        "A",
        "D",
        "a a",
        "",
        "words",
        "I am",
        "#q x",
        "E a",
    ]
)


@given(st.lists(LINES, max_size=25))
def test_every_mark_is_a_question_read_or_refused(lines: list[str]) -> None:
    text = "\n".join(lines)
    results = [one for one in read(text, "f") if isinstance(one, Found) or one.severity is Severity.ERROR]
    marks = {number for number, line in enumerate(lines, 1) if line.lower().startswith("#q")}
    assert marks <= {one.line for one in results}
    assert len(results) == len({one.line for one in results})


@given(st.text() | st.text(alphabet="#Q^ABCDab \n.é\u200b&<>;"))
@settings(max_examples=300)
def test_no_text_raises(text: str) -> None:
    list(read(text, "f"))
