"""Tables as Kahoot, Quizizz and others save them, and our own, written and read again."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.formats.base import Found, tidy
from quizgame.content.formats.sheets import read, write
from quizgame.content.problems import Problem, Severity
from quizgame.content.wording import words
from quizgame.quiz.question import Question
from quizgame.quiz.spelling import indistinct
from quizgame.quiz.tasks import Choice, Number, Order, Several, Task, TrueFalse, Typed

KAHOOT = [
    ["", "", ""],
    ["", "Quiz template"],
    [
        "",
        "Add questions, at least two answer alternatives, time limit and choose correct answers.",
    ],
    ["", "Remember: if several answers are correct, separate them with a comma."],
    [],
    [
        "",
        "Question - max 120 characters",
        *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ],
    ["1", "In which year?", "1995", "3", "1994", "2", "20", "1"],
    ["2", "Which two?", "Heat", "Ronin", "Collateral", "Thief", "20", "1,3"],
    ["3", "It is so", "True", "False", "", "", "20", "2"],
    ["4", "Two lines\nand a; sign", "x", "y, z", "", "", "20", "2"],
    ["5", "None is right", "x", "y", "", "", "20", ""],
    ["6", "Too far", "x", "y", "", "", "20", "4"],
    ["7", "", "", "", "", "", "20", ""],
    ["8"],
]
QUIZIZZ = """\
Question Text,Question Type,Option 1,Option 2,Option 3,Option 4,Option 5,Correct Answer,Time in seconds,\
Image Link,Answer explanation
"Text of the question

(required)
","Question Type

(default is Multiple Choice)","Text for option 1

(required in all cases)",Text for option 2,"Text for option 3

(optional)",,,"The correct option choice (between 1-5).",,"Link of the image

(optional)",
Which planet?,Multiple Choice,Earth,Mars,Jupiter,,,3,20,,"It is large, and far"
Which two?,Checkbox,4,3,2,1,,"2,4",30,,
Gold?,Fill-in-the-Blank,Au,gold,,,,,30,,
Gold?,Fill-in-the-Blank,Au,,,,,1,30,,
This one?,,a,b,,,,2,,https://x.example/y.png,
"""


def as_text(rows: list[list[str]], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def found(text: str) -> list[Found]:
    return [one for one in read(text, "f") if isinstance(one, Found)]


def tasks(text: str) -> list[Task]:
    return [one.task for one in found(text)]


def said(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.what) for one in read(text, "f") if isinstance(one, Problem)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("named", [False, True], ids=["sniffed", "named"])
def test_the_template_of_kahoot(delimiter: str, named: bool) -> None:
    text = (f"sep={delimiter}\n" if named else "") + as_text(KAHOOT, delimiter)
    assert [(one.line - named, one.text, one.task) for one in found(text)] == [
        (7, "In which year?", Choice("1995", ("3", "1994", "2"))),
        (8, "Which two?", Several(("Heat", "Collateral"), ("Ronin", "Thief"))),
        (9, "It is so", TrueFalse(False)),
        (10, "Two lines and a; sign", Choice("y, z", ("x",))),
    ]
    assert [(line - named, what) for line, what in said(text)] == [
        (12, "no option is marked as right"),
        (13, "option 4 is said to be right, but it is empty"),
    ]


def test_the_template_of_quizizz() -> None:
    assert tasks(QUIZIZZ) == [
        Choice("Jupiter", ("Earth", "Mars")),
        Several(("3", "1"), ("4", "2")),
        Typed(("Au", "gold")),
        Typed(("Au",)),
        Choice("b", ("a",)),
    ]
    assert [one.line for one in found(QUIZIZZ)] == [14, 15, 16, 17, 18]
    assert found(QUIZIZZ)[0].explain == "It is large, and far"
    assert said(QUIZIZZ) == [(18, "its picture was left out: https://x.example/y.png")]


@pytest.mark.parametrize(
    "kind", ["Poll", "Open-Ended", "Draw", "Slide", "Word cloud", "Reorder", "Match", "Drag and Drop"]
)
def test_what_cannot_be_asked_is_refused_by_name(kind: str) -> None:
    text = QUIZIZZ + f"Say,{kind},a,b,,,,1,30,,\n"
    assert len(found(text)) == 5
    assert said(text)[-1] == (19, f"a question of the type '{kind}' cannot be asked here")


@pytest.mark.parametrize(
    ("header", "row", "task"),
    [
        ("Question,Answer,Wrong 1,Wrong 2", "Who?,Nate,Chris,", Choice("Nate", ("Chris",))),
        ("WRONG ANSWER;CORRECT ANSWER;THE QUESTION", "Chris;Nate;Who?", Choice("Nate", ("Chris",))),
        ("Question,Correct Answer,Incorrect Answer 1 (Optional)", "Who?,A,B", Choice("A", ("B",))),
        ("question\ta\tb\tc\tanswer", "Who?\tx\ty\tz\tC", Choice("z", ("x", "y"))),
        ("question,a,b,c,answer", 'Who?,x,y,z,"a, B"', Several(("x", "y"), ("z",))),
        ("question,option_a,option_b,correct_option", "Who?,x,y,b", Choice("y", ("x",))),
        ("question,choice 1,choice 2,correct", "Who?,Nate,Chris,chris", Choice("Chris", ("Nate",))),
        ("question,answer", "Who?,Nate", Typed(("Nate",))),
        ("question,answer", "It is so,FALSE", TrueFalse(False)),
        ("Question #,Question Text,Answer 1,Answer 2,Time,Correct", "1,Who?,a,b,20,2", Choice("b", ("a",))),
        ("question,answer 1,answer 2,correct", "Who?,a,b,2.0", Choice("b", ("a",))),
        ("question,answer,wrong", "Who?,a,b,,,,", Choice("a", ("b",))),
        ("question,answer,wrong", "AT&amp;T &lt;b&gt; <b>bold</b>?,&eacute;,b", Choice("é", ("b",))),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names(header: str, row: str, task: Task) -> None:
    assert tasks(f"{header}\n{row}\n") == [task]


def test_a_number_is_an_option_where_answers_repeat_options() -> None:
    text = "question,option 1,option 2,option 3,correct\nHow many?,2,3,4,3\nWho?,Al,Bo,Cy,Bo\n"
    assert tasks(text) == [Choice("3", ("2", "4")), Choice("Bo", ("Al", "Cy"))]


def test_several_right_options_may_be_written_out() -> None:
    text = 'question,a,b,c,correct\nWho?,"Al, the first",Bo,Cy,"Al, the first"\nWho?,Al,Bo,Cy,Bo; Cy\n'
    assert tasks(text) == [Choice("Al, the first", ("Bo", "Cy")), Several(("Bo", "Cy"), ("Al",))]


def test_the_further_columns() -> None:
    text = (
        "id,question,answer,wrong,topic,difficulty,explanation,source\n"
        "nate-1,Who?,Nate,Al,Crew ,Hard,He plans,The film\n"
        "7,Who else?,a,b,,quite,,\n"
    )
    first, second = found(text)
    assert (first.id, first.topic, first.level, first.explain, first.source) == (
        "nate-1", "crew", 3, "He plans", "The film",
    )  # fmt: skip
    assert (second.id, second.level) == ("", 0)
    assert said(text) == [(3, "the level 'quite' is not known and was left out")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",a,b", "the question is empty"),
        ("Who?,,b", "the answer is empty"),
        ("Who?,a,", "there is no wrong option"),
        ("Who?,a,A", "there is no wrong option"),
        ("Who, me?,a,b", "the row has 4 cells, and only 3 columns have names"),
        (f"{'x' * 301},a,b", "the question has 301 characters; at most 300 fit"),
        ('Who?,"a,b', "a quotation mark of this row is never closed, or stands within a text"),
    ],
)
def test_a_row_that_cannot_be_asked_is_named(row: str, why: str) -> None:
    text = f"question,answer,wrong\nFirst?,a,b\n{row}\nLast?,a,b\n"
    assert why in [what for line, what in said(text) if line == 3]
    assert [one.text for one in found(text)] == ["First?", "Last?"]


def test_an_answer_that_is_no_option_is_refused() -> None:
    text = "question,option 1,option 2,correct\nWho?,Al,Bo,Al\nWho?,Al,Bo,Cy\nWho?,Al,Bo,9\n"
    assert said(text) == [
        (3, "the answer 'Cy' is not among the options"),
        (4, "the answer '9' is not among the options"),
    ]


def test_quotes_in_a_table_with_tabs_are_quotes() -> None:
    text = 'question\tanswer\twrong\n"Mr. Pink" is who?\ta\tb\n'
    assert [one.text for one in found(text)] == ['"Mr. Pink" is who?']


def test_a_header_that_comes_again_is_no_question() -> None:
    text = "question,answer,wrong\nOne?,a,b\n\nquestion,answer,wrong\nTwo?,a,b\n"
    assert [(one.line, one.text) for one in found(text)] == [(2, "One?"), (5, "Two?")]
    assert said(text) == []


@pytest.mark.parametrize(
    "text", ["", "\n\n", "words\nand words", "a,b\n1,2\n", '"', "question,answer\n", "sep=;\n"]
)
def test_a_table_without_questions_says_so(text: str) -> None:
    assert [one.severity for one in read(text, "f") if isinstance(one, Problem)] == [Severity.ERROR]


@given(st.text() | st.text(alphabet="question,answer;\t|\"\n\r\0wrong1'=&<>"))
@settings(max_examples=300)
def test_no_text_raises(text: str) -> None:
    list(read(text, "f"))
    list(read("question,answer,wrong,type\n" + text, "f"))


def test_a_huge_cell_raises_nothing_and_costs_only_its_row() -> None:
    text = f'question,answer,wrong\nOne?,"{"x" * 200_000}",b\nTwo?,a,"b\nThree?,a,b\n'
    assert [one.text for one in found(text)] == ["Three?"] or [one.text for one in found(text)] == [
        "Two?",
        "Three?",
    ]


NASTY = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=30),
    st.text(alphabet="'=+-@\";,\t|<b>&lt;#1 ", max_size=12),
).map(lambda text: tidy(text, markup=False))
TEXTS = NASTY.filter(words)
OPTIONS = st.lists(NASTY.filter(bool), min_size=2, max_size=6, unique_by=words).filter(
    lambda o: all(map(words, o))
)


def task_of(options: list[str], kind: str) -> Task:
    match kind:
        case "choice":
            return Choice(options[0] + " 1", tuple(options[1:]))
        case "several" if len(options) > 2:
            return Several(tuple(options[:2]), tuple(options[2:]))
        case "typed":
            counted = indistinct(options[2:], options[:2])
            return Typed(tuple(options[:2]), tuple(other for other in options[2:] if other not in counted))
        case _:
            return TrueFalse(len(options) > 3)


QUESTIONS = st.builds(
    lambda text, options, kind, explain, level: Question(
        "pack/an-id", text, task_of(options, kind), "topic", level, explain, explain
    ),
    TEXTS,
    OPTIONS,
    st.sampled_from(("choice", "several", "typed", "truth")),
    NASTY,
    st.sampled_from((1, 2, 3)),
)


@given(st.lists(QUESTIONS, min_size=1, max_size=4))
def test_what_is_written_reads_the_same(questions: list[Question]) -> None:
    text, left = write(questions)
    assert left == []
    assert [(q.text, q.task, q.topic, q.level, q.explain, q.source, q.id) for q in found(text)] == [
        (q.text, q.task, q.topic, q.level, q.explain, q.source, "an-id") for q in questions
    ]
    assert said(text) == []


@pytest.mark.parametrize("text", ["=1+1", "+49", "-5", "@me", "'=x", "''+x"])
def test_no_cell_is_calculated_by_a_spreadsheet(text: str) -> None:
    written, _ = write([Question("p/a", text, Choice(text, ("x",)))])
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
    assert f"'{text}" in cells
    assert not [cell for cell in cells if cell[:1] in "=+-@" and cell]


def test_other_kinds_are_left_with_the_reason() -> None:
    _, left = write([Question("p/a", "a?", Order(("x", "y", "z"))), Question("p/b", "b?", Number(1, 0, 9))])
    assert [(one.id, one.why) for one in left] == [
        ("p/a", "a table has no columns for order questions"),
        ("p/b", "a table has no columns for number questions"),
    ]
