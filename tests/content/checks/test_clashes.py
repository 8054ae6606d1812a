"""Questions with the same words: found as quickly among thousands, with the verdict of comparing each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content import characters
from quizgame.content.checks import across, clashes
from quizgame.content.checks.across import check_across, place
from quizgame.content.checks.clashes import is_same
from quizgame.content.placed import Placed
from quizgame.quiz.question import Kind, Question
from quizgame.quiz.spelling import Spelt, means
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, Task, TrueFalse, Typed

WORDS = ("Heat", "heat", "Thief", "Ali", "Ronin", "True", "1995", "Collateral", "Colateral", "Colaterals")
TEXTS = ("Which of these?", "which of  THESE?", "Who is it?")

different = st.lists(st.sampled_from(WORDS), min_size=6, max_size=6, unique_by=characters.look).map(tuple)


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    """A task of any kind, in so few words that many have some in common."""
    a, b, c, d, e, f = draw(different)
    three = tuple(draw(st.permutations(("Heat", "Thief", "Ali"))))
    every: list[Task] = [
        *(Choice(a, (b,)), Choice(a, (b, c, d)), Several((a, b), (c,)), Several((a, b, c), (d, e))),
        *(TrueFalse(True), TrueFalse(False), Number(1995, 1990, 2000), Number(1996, 1990, 2000)),
        *(Typed((a,)), Typed((a, b)), Typed((a, b, c), (d,))),
        *(Order((a, b, c)), Order((f"{a} – {b}", c, d)), Order((a, f"{b} – {c}", d))),
        *(Match(((a, d), (b, e), (c, f))), Match(((a, e), (b, d), (c, f)))),
        *(Order(three), Match(tuple(zip(("x", "y", "z"), three, strict=True)))),
    ]
    return draw(st.sampled_from(every))


def bank(found: Sequence[tuple[str, Task, int]]) -> list[Placed]:
    """The questions on lines from 1, some with an id that another one has too."""
    return [
        Placed(Question(f"q{line - repeats}", text, task), "f.yaml", line)
        for line, (text, task, repeats) in enumerate(found, 1)
    ]


entries = st.tuples(st.sampled_from(TEXTS), tasks(), st.sampled_from((0, 0, 0, 0, 1)))


def compared_with_each(questions: Sequence[Placed]) -> list[tuple[int, str, str]]:
    """What bars each question, by comparing it with all that came before and were kept."""
    kept: list[Placed] = []
    found = []
    for placed in questions:
        code, other = bar(placed, kept)
        if other is None:
            kept.append(placed)
        else:
            found.append((placed.line, code, place(other)))
    return found


def bar(placed: Placed, kept: Sequence[Placed]) -> tuple[str, Placed | None]:
    question = placed.question
    named = next((other for other in kept if other.question.id == question.id), None)
    if named is not None:
        return "same-id", named
    for other in kept:
        if characters.look(other.question.text) != characters.look(question.text):
            continue
        if is_same(question, other.question):
            return "same-question", other
        if contradict(question, other.question):
            return "other-answer", other
    return "", None


def contradict(one: Question, other: Question) -> bool:
    """Whether two questions with the same words and different answers cannot both be right.

    "Which of these ...?" may be asked twice with different options; not so where one calls wrong what the
    other calls right, or puts the same things in another order.
    """
    if Kind.TRUE_FALSE in (one.kind, other.kind):
        return True
    match one.task, other.task:
        case (Typed(accept, _), Typed(others, _)):
            return not means(accept[0], others) and not means(others[0], accept)
        case (Number(), Number()):
            return True
        case (Order(items), Order(others)):
            return looks(items) == looks(others)
        case (Match(pairs), Match(others)):
            return sides(pairs) == sides(others)
        case _:
            right, other_right = looks(right_of(one.task)), looks(right_of(other.task))
            return bool(right & looks(other.wrong) or other_right & looks(one.wrong))


def right_of(task: Task) -> tuple[str, ...]:
    return task.answers if isinstance(task, Several) else (task.answer,)


def sides(pairs: Iterable[tuple[str, str]]) -> tuple[frozenset[str], ...]:
    return tuple(looks(side) for side in zip(*pairs, strict=True))


def looks(options: Iterable[str]) -> frozenset[str]:
    return frozenset(characters.look(option) for option in options)


@settings(max_examples=400)
@given(st.lists(entries, min_size=2, max_size=8).map(bank))
def test_the_verdict_is_that_of_comparing_each_with_each(questions: list[Placed]) -> None:
    left_out, problems = check_across(questions)
    expected = compared_with_each(questions)
    assert [(problem.line, problem.code) for problem in problems] == [row[:2] for row in expected]
    for problem, (_, _, where) in zip(problems, expected, strict=True):
        assert where in problem.what
    assert sorted(left_out) == [line - 1 for line, _, _ in expected]


def test_each_of_many_with_the_same_words_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def counting(text: str) -> str:
        looked.append(text)
        return characters.look(text)

    monkeypatch.setattr(across, "look", counting)
    monkeypatch.setattr(clashes, "look", counting)
    made = [("Which of these?", Choice(f"right {n}", (f"wrong {n}",)), 0) for n in range(2_000)]
    assert check_across(bank(made)) == (frozenset(), [])
    assert len(looked) < 10 * len(made)


def test_of_many_typed_ones_that_all_mean_the_same_only_a_few_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[Spelt] = []
    is_meant = clashes._is_meant

    def counting(typed: Spelt, accept: Iterable[Spelt]) -> bool:
        compared.append(typed)
        return is_meant(typed, accept)

    monkeypatch.setattr(clashes, "_is_meant", counting)
    made = [("Who?", Typed((f"Waingro{chr(0x4E00 + n)}xyz",)), 0) for n in range(500)]
    assert check_across(bank(made)) == (frozenset(), [])
    assert len(compared) <= 8 * len(made)
