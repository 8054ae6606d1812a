"""Moodle's GIFT as people write it: what each question becomes, and which are named with their line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.formats.base import Found
from quizgame.content.formats.gift import read
from quizgame.content.formats.gift_numbers import slider
from quizgame.content.problems import Problem
from quizgame.quiz.tasks import Choice, Match, Number, Several, Task, TrueFalse, Typed


def found(text: str) -> list[Found]:
    return [one for one in read(text, "quiz.gift") if isinstance(one, Found)]


def problems(text: str) -> list[Problem]:
    return [one for one in read(text, "quiz.gift") if isinstance(one, Problem)]


def only(text: str) -> Found:
    (one,) = found(text)
    return one


TASKS: Sequence[tuple[str, Task]] = [
    ("{~Miami ~Chicago =Los Angeles}", Choice("Los Angeles", ("Miami", "Chicago"))),
    ("{=Los Angeles~Miami}", Choice("Los Angeles", ("Miami",))),
    ("{\n  ~Miami # no\n  =Los Angeles # yes\n\n  ~Chicago\n}", Choice("Los Angeles", ("Miami", "Chicago"))),
    ("{~half ~%50%nearly =whole}", Choice("whole", ("half", "nearly"))),
    ("{~%100%right ~%-50%wrong ~%-50%worse}", Choice("right", ("wrong", "worse"))),
    ("{~Miami ~=Los Angeles}", Choice("Los Angeles", ("Miami",))),
    ("{ Miami ~Chicago =Los Angeles}", Choice("Los Angeles", ("Miami", "Chicago"))),
    ("{=one =two ~three}", Choice("one", ("three",))),
    ("{=go -> there ~stay}", Choice("go -> there", ("stay",))),
    ("{=\\= 2 + 3 ~\\~2}", Choice("= 2 + 3", ("~2",))),
    ("{=\\\\ ~\\{ ~\\} ~\\#}", Choice("\\", ("{", "}", "#"))),
    ("{=\\frac{1}{2} ~1}", Choice("\\frac{1}{2}", ("1",))),
    ("{\n=1+1=2\n~1+1=3\n}", Choice("1+1=2", ("1+1=3",))),
    ('{=[html]<p style="color:#fff">Heat</p> ~[plain]<b>}', Choice("Heat", ("<b>",))),
    ("{=&lt;b&gt; ~R&amp;B}", Choice("<b>", ("R&B",))),
    ("{~%50%a ~%50%b ~%-100%c}", Several(("a", "b"), ("c",))),
    ("{~%33.33333%a ~%33,33333%b ~%33.33333%c ~d}", Several(("a", "b", "c"), ("d",))),
    ("{=%50%a =%50%b ~c}", Several(("a", "b"), ("c",))),
    ("{=[markdown]*a* ~[markdown]2*3*4 ~[markdown]snake_case_}", Choice("a", ("2*3*4", "snake_case_"))),
    ("{T}", TrueFalse(True)),
    ("{ false }", TrueFalse(False)),
    ("{TRUE#no#yes}", TrueFalse(True)),
    ("{F // so it is\n}", TrueFalse(False)),
    ("{=True ~False}", TrueFalse(True)),
    ("{=no one =nobody}", Typed(("no one", "nobody"))),
    ("{Hanna}", Typed(("Hanna",))),
    ("{=Frog#good =%50%Cat =%0%Dog =%0%*}", Typed(("Frog",), ("Dog",))),
    ("{=*Grant* =M\\*A\\*S\\*H}", Typed(("Grant", "M*A*S*H"))),
    ("{=a->b =c -> d =e -> C#}", Match((("a", "b"), ("c", "d"), ("e", "C#")))),
    ("{=[html]<i>a</i> -> b =c -> d =e -> f = -> g}", Match((("a", "b"), ("c", "d"), ("e", "f")))),
    ("{#3.14:0.01}", Typed(("3.14",))),
    ("{#3.1415:0.0005}", Typed(("3.1415", "3.141", "3.142"))),
    ("{#=4 =5}", Typed(("4", "5"))),
    ("{#3,14}", Typed(("3.14",))),
    ("{#2,000.5}", Typed(("2000.5",))),
    ("{#300000000}", Typed(("300000000", "300,000,000"))),
]


@pytest.mark.parametrize(("answers", "task"), TASKS)
def test_answers_become_a_task(answers: str, task: Task) -> None:
    assert only(f"::Q:: What is it? {answers}") == Found(1, "What is it?", task)


@pytest.mark.parametrize(
    "answers",
    ["{#1995}", "{#1995:2}", "{#1990..2000}", "{# =1995:0 =%50%1990:5 ~#no}", "{#1995.0}", "{#1,995}"],
)
def test_a_number_is_to_be_hit_on_a_slider(answers: str) -> None:
    task = only(f"When? {answers}").task
    assert isinstance(task, Number)
    assert task.value == 1995


@given(st.integers(-100_000, 100_000), st.integers(0, 10**6), st.text())
def test_a_slider_holds_its_value_and_never_moves(value: int, tolerance: int, question: str) -> None:
    one = slider(value, tolerance, question)
    assert one == slider(value, tolerance, question)
    assert one.low >= 0 or value < 0
    assert one.high - one.low >= min(20 * tolerance, 100_000)


def test_a_slider_does_not_give_its_value_away() -> None:
    places = {1995 - slider(1995, 0, f"question {number}").low for number in range(100)}
    assert len(places) > 5
    assert min(places) >= 9
    assert max(places) <= 55


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Grant is {=a ~b} in Grant's tomb.", "Grant is _____ in Grant's tomb."),
        ("Two plus two equals {=four}.", "Two plus two equals _____."),
        ("[html]<p>H<sub>2</sub>O &amp; <b>heat</b>?</p>{T}", "H2O & heat?"),
        ("[markdown]Who is **he**?{T}", "Who is he?"),
        ("[markdown]What do *a*, _b_ and `c` do?{T}", "What do a, b and c do?"),
        ("[markdown]__Grant__ is {=a ~b} in __his__ tomb.", "Grant is _____ in his tomb."),
        ("[plain]What does <b> do?{T}", "What does <b> do?"),
        ("[1] is a note.{T}", "[1] is a note."),
        ("One\nline\\nand another{T}", "One line and another"),
        ("See http\\://x.y // here {T} // and nothing else", "See http://x.y // here"),
        ("::The title is the question::{T}", "The title is the question"),
        ("::Half a title is none {T}", "Half a title is none"),
        ("What does int a[] = {1,2}; hold? {=1 ~2}", "What does int a[] = {1,2}; hold?"),
        ("void f() {\n  g();\n}\nWhat is it? {=a ~b}", "void f() { g(); } What is it?"),
    ],
)
def test_the_words_of_a_question(written: str, shown: str) -> None:
    assert only(written).text == shown


@pytest.mark.parametrize(
    ("answers", "explanation"),
    [
        ("{=a#ignored as there is general feedback ~b ####[html]<b>Because</b>.}", "Because."),
        ("{=a#It was the first of them. ~b#Nobody says so.}", "It was the first of them."),
        ("{=a#Very good! ~b#It was not, as everybody knows.}", ""),
        ("{=a#Your answer is correct. Well done! ~b}", ""),
        ("{F#No one is buried there.}", "No one is buried there."),
        ("{F#It was 1995.}", "It was 1995."),
        ("{T#no#Spot on, good job, full marks!}", ""),
        ("{T#That is not what he says.#He says so in the film.}", "He says so in the film."),
        ('{T####<p><img src\\="x.png">As seen</p>}', "As seen"),
    ],
)
def test_feedback_becomes_the_explanation(answers: str, explanation: str) -> None:
    assert only(f"What? {answers}").explain == explanation


def test_the_category_is_the_topic_until_the_next_one() -> None:
    text = (
        "Q {T}\n\n$CATEGORY: $course$/top/Film/Mann\nQ {T}\n\nQ {T}\n$CATEGORY: a//b\n\nQ {T}\n\n"
        "$CATEGORY: $course$/top/ AC//DC\n\nQ {T}\n\n$CATEGORY: $course$\n\nQ {T}"
    )
    assert [one.topic for one in found(text)] == ["", "Mann", "Mann", "a/b", "AC/DC", ""]


def test_an_id_is_taken_from_a_comment_or_from_the_title() -> None:
    text = "// [id:first-heist] [tag:x]\n::T:: Q {T}\n\n::pack/city:: Q {T}\n\n::Grant's Tomb:: Q {T}"
    assert [one.id for one in found(text)] == ["first-heist", "city", ""]


def test_blank_lines_are_not_needed_between_questions() -> None:
    text = "// one\nQ1 {T}\n// two\nQ2 in the {=a ~b} middle.\nQ3 {\n=c\n~d\n}\n::t::Q4 {#1995}\n::u::Q5\n{F}"
    assert [(one.line, one.text) for one in found(text)] == [
        (2, "Q1"),
        (4, "Q2 in the _____ middle."),
        (5, "Q3"),
        (9, "Q4"),
        (10, "Q5"),
    ]


REFUSED = [
    ("How are you? {}", (1, 1), "essay"),
    ("How are you? {####general feedback}", (1, 1), "essay"),
    ("Only words.", (1, 1), "description"),
    ("A {1:MULTICHOICE:=a~b} b", (1, 1), "Cloze"),
    ("Q {~a ~b}", (1, 1), "none of its answers is marked as right"),
    ("Q {=a ~}", (1, 1), "no wrong option"),
    ("Q {~%50%a ~%50%b}", (1, 1), "no wrong option"),
    ("Q {=1+1=2 ~1+1=3}", (1, 1), "both right and wrong"),
    ("Q {=a -> b =c -> d}", (1, 1), "3 to 6 pairs"),
    ("Q {=a -> b =c =e -> f}", (1, 1), "no arrow"),
    ("Q {=*}", (1, 1), "answer is empty"),
    ("Q {=!?}", (1, 1), "nobody can type"),
    ("Q {#}", (1, 1), "no number"),
    ("Q {#many}", (1, 1), "not a number"),
    ("Q {#-1.5}", (1, 1), "below 0"),
    ("Q {#1e40}", (1, 1), "too large"),
    ('Q <img src\\="a.png"> {T}', (1, 1), "picture"),
    ("[markdown]Q ![x](y.png) {T}", (1, 1), "picture"),
    ("{T}", (1, 1), "the question is empty"),
    ("x" * 301 + "{T}", (1, 1), "301 characters"),
    ("Q {=" + "x" * 101 + " ~b}", (1, 1), "101 characters"),
    ("\n\n  Q {=a", (3, 5), "never closed"),
    ("\n\nfirst line\n  Q {=a", (3, 1), "never closed, on line 4"),
    ("Q\n} what", (1, 1), "none has opened, on line 2"),
    ("Water is {=1 =one} oxygen\nand {=2 =two} hydrogen.", (1, 1), "more than one"),
    ("Water is {=1 =one} oxygen and {=2 =two} hydrogen.", (1, 31), "more than one"),
]


@pytest.mark.parametrize(("text", "place", "why"), REFUSED)
def test_what_cannot_be_asked_is_named(text: str, place: tuple[int, int], why: str) -> None:
    (problem,) = problems(text)
    assert not found(text)
    assert why in problem.what
    assert (problem.line, problem.column) == place
    assert (problem.file, problem.code, problem.severity) == ("quiz.gift", "not-read", "error")


CHANGED = [
    ("{=a ~b ~B}", "twice"),
    ("{=a ~b ~}", "empty option"),
    ("{=a ~b ~" + "x" * 101 + "}", "101 characters"),
    ("{=a ~%50%b ~c}", "part of the marks counts as wrong"),
    ("{=a =b ~c}", "the first is taken"),
    ("{=" + " ~".join(map(str, range(25))) + "}", "20"),
    ("{" + " ".join(f"~%16.66667%r{n}" for n in range(6)) + " ~w}", "first 5"),
    ("{" + " ".join(f"=l{n} -> r{n}" for n in range(8)) + "}", "first 6"),
    ("{=a -> x =b -> x =c -> y =d -> z}", "left out"),
    ("{=a =%50%b}", "part of the marks are left out"),
    ("{=*a*}", "any letters"),
    ("{#1995:2}", "1995 alone"),
    ("{#2.5:0.1}", "rounded"),
]


@pytest.mark.parametrize(("answers", "what"), CHANGED)
def test_what_is_read_otherwise_than_it_stands_is_said(answers: str, what: str) -> None:
    (problem,) = problems(f"\nWhat? {answers}")
    assert len(found(f"What? {answers}")) == 1
    assert what in problem.what
    assert (problem.line, problem.code, problem.severity) == (2, "changed", "warning")


@pytest.mark.parametrize(
    "broken",
    [
        "Q {=a ~b",
        "Q =a ~b}",
        "Q {{=a ~b}",
        "Q {=a ~b}}",
        "Q {=a\n~b\n\n",
        "Q {=a {~b}",
        "Q {\n=a\n~b",
        "{",
        "}",
        "{#",
        "::",
        "$CATEGORY",
    ],
)
@pytest.mark.parametrize("after", ["\n\nGood {T}", "\n::g::Good {T}", "\n\n\n// x\n::g:: Good\n{T}\n"])
def test_a_broken_question_costs_no_other(broken: str, after: str) -> None:
    text = f"Good {{T}}\n\n{broken}{after}"
    assert [one.text for one in found(text)] == ["Good", "Good"]
    assert any(problem.line == 3 for problem in problems(text))


BITS = [
    *"=~#{}:\\/%[]->*\n \t.x5T",
    "\n\n",
    "::t::",
    "//",
    "####",
    "{=a ~b}",
    "{T}",
    "{#1995}",
    "$CATEGORY: a/b",
    "[html]",
]


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join) | st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    last = text.count("\n") + 1
    for one in read(text, "quiz.gift"):
        assert 1 <= one.line <= last


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(["Q {T}", "Q {=a ~b}", "Q {#5}", "Q {", "Q", "Q {}", "Q {=a", "Q {~a}"]),
        max_size=8,
    )
)
def test_every_question_is_either_read_or_named(questions: list[str]) -> None:
    text = "\n\n".join(questions)
    lines = [one.line for one in read(text, "quiz.gift") if isinstance(one, Found) or one.severity == "error"]
    assert lines == [1 + 2 * number for number in range(len(questions))]
