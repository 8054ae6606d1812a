"""Packs with typed, order, number, match and several-answer questions: what is read, and what is refused."""

from __future__ import annotations

import json
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.index import rows
from quizgame.content.index.task_rows import as_row, from_row
from quizgame.content.packs.read import Pack, read_pack
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.content.reader import read
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import (
    Choice,
    Match,
    Number,
    Order,
    Several,
    Task,
    TrueFalse,
    Typed,
    folded,
)


def one(*fields: str) -> tuple[Pack, list[Problem]]:
    """A pack of one question with these lines, the first of them the file's line 4."""
    written = "pack: P\nquestions:\n- question: Q?\n" + "".join(f"  {line}\n" for line in fields)
    node, problems = read(written.encode(), "p.yaml")
    assert node is not None
    found, more = read_pack(node, "p.yaml", "mine", "p")
    return found, [*problems, *more]


@pytest.mark.parametrize(
    ("fields", "task"),
    [
        (["accept: [Gage, Kevin Gage]"], Typed(("Gage", "Kevin Gage"))),
        (["accept: Gage"], Typed(("Gage",))),
        (["accept: Gage", "others: [Voight, Page]"], Typed(("Gage",), ("Voight", "Page"))),
        (["order: [Thief, Heat, Ali]"], Order(("Thief", "Heat", "Ali"))),
        (["number: 1989", "range: [1980, 2000]"], Number(1989, 1980, 2000)),
        (["range: [-40, 2]", "number: -40"], Number(-40, -40, 2)),
        (["match: {Pacino: Hanna, Voight: Nate, Gage: Waingro}"],
         Match((("Pacino", "Hanna"), ("Voight", "Nate"), ("Gage", "Waingro")))),
        (["answers: [Heat, Ali]", "wrong: [Se7en, Ronin]"], Several(("Heat", "Ali"), ("Se7en", "Ronin"))),
        (["wrong: Se7en", "answers: [Heat, Ali]"], Several(("Heat", "Ali"), ("Se7en",))),
    ],
)  # fmt: skip
def test_the_keys_make_the_task(fields: list[str], task: Task) -> None:
    found, problems = one(*fields)
    assert problems == []
    assert [placed.question.task for placed in found.questions] == [task]


MISTAKES = [
    ("mixed-kinds", ["answer: x", "accept: [x]"], 4),
    ("mixed-kinds", ["order: [a, b, c]", "wrong: [d]"], 5),
    ("mixed-kinds", ["number: 3", "match: {a: x, b: y, c: z}", "range: [1, 5]"], 5),
    ("mixed-kinds", ["answers: [a, b]", "answer: a", "wrong: [c]"], 5),
    ("mixed-kinds", ["accept: [a]", "range: [1, 5]"], 5),
    ("missing-key", ["range: [1, 5]"], 3),
    ("missing-key", ["number: 3"], 3),
    ("missing-key", ["others: [a]"], 3),
    ("missing-key", ["answers: [a, b]"], 3),
    ("number", ["number: '1,995'", "range: [1, 5]"], 4),
    ("number", ["number: 3", "range: [1, five]"], 5),
    ("number", ["number: 3.5", "range: [1, 5]"], 4),
    ("shape", ["number: 3", "range: 1-5"], 5),
    ("shape", ["number: 3", "range: []"], 5),
    ("range", ["number: 3", "range: [1, 3, 5]"], 5),
    ("range", ["number: 3", "range: [5, 1]"], 5),
    ("range", ["number: 3", "range: [3, 4]"], 5),
    ("range", ["number: 3", "range: [0, 100001]"], 5),
    ("outside-range", ["number: 6", "range: [1, 5]"], 4),
    ("too-few", ["order: [a, b]"], 4),
    ("too-few", ["order: a"], 4),
    ("too-many", ["order: [a, b, c, d, e, f, g]"], 4),
    ("same-option", ["order: [a, b, A]"], 4),
    ("empty", ["order: []"], 4),
    ("too-long", ["order: [a, b, " + "c" * 101 + "]"], 4),
    ("too-few", ["match: {a: x, b: y}"], 4),
    ("too-few", ["match: {}"], 4),
    ("too-many", ["match: {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7}"], 4),
    ("same-option", ["match: {a: x, b: y, c: x}"], 4),
    ("same-option", ["match: {a: x, b: y, A: z}"], 4),
    ("duplicate-key", ["match: {a: x, b: y, a: z, c: w}"], 4),
    ("shape", ["match: [a, b, c]"], 4),
    ("shape", ["match: {a: x, b: y, c: [z]}"], 4),
    ("empty", ["match: {a: x, b: y, c: }"], 4),
    ("too-few", ["answers: [a]", "wrong: [b]"], 4),
    ("too-many", ["answers: [a, b, c, d, e, f]", "wrong: [g]"], 4),
    ("same-option", ["answers: [a, b]", "wrong: [c, B]"], 5),
    ("empty", ["answers: [a, b]", "wrong: []"], 5),
    ("too-many", ["answers: [a, b]", "wrong: [" + ", ".join(f"w{n}" for n in range(19)) + "]"], 5),
    ("empty", ["accept: []"], 4),
    ("empty", ["accept: ['!?']"], 4),
    ("same-option", ["accept: [Gage, gage]"], 4),
    ("same-option", ["accept: [Robert De Niro]", "others: [Pacino, 'DeNiro, Robert']"], 5),
    ("too-many", ["accept: [" + ", ".join(f"w{n}" for n in range(21)) + "]"], 4),
    ("shape", ["accept: {a: b}"], 4),
]  # fmt: skip


@pytest.mark.parametrize(("code", "fields", "line"), MISTAKES)
def test_a_mistake_is_named_with_its_place_and_a_remedy(code: str, fields: list[str], line: int) -> None:
    found, problems = one(*fields)
    assert found.questions == ()
    assert [(problem.code, problem.line) for problem in problems] == [(code, line)]
    assert problems[0].help
    assert problems[0].column > 0


def test_two_keys_that_do_not_go_together_are_both_named() -> None:
    _, problems = one("accept: [x]", "order: [a, b, c]")
    assert problems[0].what == "'order' and 'accept' belong to two kinds of question"


def test_a_range_that_runs_backwards_is_called_so() -> None:
    _, problems = one("number: 3", "range: [5, 1]")
    assert problems[0].what == "the range runs backwards, from 5 to 1"


def test_other_mistakes_of_the_same_question_are_still_found() -> None:
    _, problems = one("order: [a, b]", "level: 9", "explian: x")
    assert sorted(problem.code for problem in problems) == ["number", "too-few", "unknown-key"]


@pytest.mark.parametrize(
    ("wrong", "meant"), [("acept", "accept"), ("anwsers", "answers"), ("rnage", "range")]
)
def test_a_misspelt_key_is_guessed(wrong: str, meant: str) -> None:
    _, problems = one(f"{wrong}: [x, y]", "answer: true")
    assert f"did you mean '{meant}'?" in {problem.help for problem in problems}


letters = st.text("abcdefghijklmnopqrstuvwxyzäéß -'", min_size=1, max_size=12).map(lambda text: f"x{text}x")


def different(least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(letters, min_size=least, max_size=most, unique_by=looked).map(tuple)


def looked(text: str) -> str:
    """What two options must differ by, and typed answers with them."""
    return "".join(c for c in folded(text) if c.isalpha())


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    low = draw(st.integers(-100_000, 100_000))
    high = low + draw(st.integers(2, 100_000))
    return Number(draw(st.integers(low, high)), low, high)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    sides = draw(different(6, 12))
    half = len(sides) // 2
    return Match(tuple(zip(sides[:half], sides[half : 2 * half], strict=True)))


tasks: st.SearchStrategy[Task] = st.one_of(
    different(1, 8).map(Typed),
    different(3, 6).map(Order),
    numbers(),
    matches(),
    different(5, 12).map(lambda some: Several(some[:4], some[4:])),
    different(2, 8).map(lambda some: Choice(some[0], some[1:])),
    st.booleans().map(TrueFalse),
)


def written(task: Task) -> list[str]:
    """The lines of a pack that ask a task."""
    match task:
        case Typed(accept, _):
            return [f"accept: {json.dumps(accept)}"]
        case Order(items):
            return [f"order: {json.dumps(items)}"]
        case Number(value, low, high):
            return [f"number: {value}", f"range: [{low}, {high}]"]
        case Match(pairs):
            return [f"match: {json.dumps(dict(pairs))}"]
        case Several(answers, wrong):
            return [f"answers: {json.dumps(answers)}", f"wrong: {json.dumps(wrong)}"]
        case Choice(answer, wrong):
            return [f"answer: {json.dumps(answer)}", f"wrong: {json.dumps(wrong)}"]
        case TrueFalse(truth):
            return [f"answer: {'true' if truth else 'false'}"]


@settings(max_examples=150, deadline=None)
@given(tasks)
def test_what_is_written_is_read_stored_and_restored(task: Task) -> None:
    found, problems = one(*written(task))
    assert problems == []
    (placed,) = found.questions
    assert placed.question.task == task
    assert from_row(json.loads(json.dumps(as_row(task)))) == task
    assert stored(placed) == placed.question


def stored(placed: Placed) -> Question:
    """The question as it comes back from the tables of a catalogue."""
    db = sqlite3.connect(":memory:")
    try:
        for statement in rows.SCHEMA.split(";"):
            db.execute(statement)
        rows.add_questions(db, 1, [placed], ())
        ((id, body, kind),) = db.execute("SELECT id, body, kind FROM questions").fetchall()
    finally:
        db.close()
    assert kind == placed.question.kind.value
    return rows.question(id, body)
