"""Foreign questions on their way into a pack: checked as a pack's are, doubles and contradictions told."""

from __future__ import annotations

from collections.abc import Iterable

from quizgame.content.formats.base import Found, changed, refused
from quizgame.content.formats.gathering import DOUBLED, Extras, Gathered, gather, settle
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, TrueFalse, Typed

NATE = Choice("Jon Voight", ("Al Pacino", "Tom Noonan"))
NOTHING = Extras()


def gathered(
    *files: Iterable[Found | Problem], wanted: Extras = NOTHING, otherwise: Extras = NOTHING
) -> Gathered:
    into = Gathered()
    for number, items in enumerate(files):
        for _ in gather(into, items, f"f{number}", wanted, otherwise):
            pass
    settle(into)
    return into


def questions(into: Gathered) -> list[Question]:
    return [placed.question for placed in into.placed]


def test_a_question_keeps_what_its_file_says() -> None:
    found = Found(7, "Who plays Nate?", NATE, "Film", 2, "He does.", "A site", "nate")
    into = gathered([found], otherwise=Extras("topic", 3, "file"))
    [placed] = into.placed
    assert (placed.file, placed.line) == ("f0", 7)
    assert placed.question == Question(
        "/nate", "Who plays Nate?", NATE, "film", 2, explain="He does.", source="A site"
    )


def test_what_was_asked_for_comes_first_and_the_file_before_what_else_there_is() -> None:
    found = Found(1, "Who plays Nate?", NATE)
    [asked] = questions(gathered([found], wanted=Extras("mine", 3, "me"), otherwise=Extras("x", 2, "y")))
    assert (asked.topic, asked.level, asked.source) == ("mine", 3, "me")
    [other] = questions(gathered([found], otherwise=Extras("x", 2, "y")))
    assert (other.topic, other.level, other.source) == ("x", 2, "y")
    [bare] = questions(gathered([found]))
    assert (bare.topic, bare.level, bare.source) == ("trivia", 1, "")


def test_a_question_that_no_pack_may_have_is_left_out_with_its_line() -> None:
    """However it got through a format's reader."""
    items = [
        Found(3, "???", TrueFalse(True)),
        Found(5, "Type it.", Typed(("!!",))),
        Found(8, "Fine?", NATE, id="Not An Id"),
        Found(9, "x" * 301, NATE),
    ]
    into = gathered(items)
    assert into.placed == []
    assert [(one.file, one.line, one.code) for one in into.problems] == [
        ("f0", 3, "empty"),
        ("f0", 5, "empty"),
        ("f0", 8, "id"),
        ("f0", 9, "too-long"),
    ]


def test_the_same_question_in_another_file_is_dropped_and_told() -> None:
    into = gathered([Found(1, "Who plays Nate?", NATE)], [Found(4, "who plays  NATE?", NATE)])
    assert len(into.placed) == 1
    assert (into.found, into.doubled) == (2, 1)
    [note] = into.problems
    assert (note.file, note.line, note.code, note.severity) == ("f1", 4, DOUBLED, Severity.WARNING)
    assert note.what == "this question is asked already by f0:1"


def test_of_two_answers_to_one_question_the_first_is_kept_and_both_are_named() -> None:
    other = Choice("Al Pacino", ("Jon Voight", "Tom Noonan"))
    into = gathered([Found(1, "Who plays Nate?", NATE), Found(2, "Who plays Nate?", other)])
    assert [question.task for question in questions(into)] == [NATE]
    [problem] = into.problems
    assert (problem.line, problem.code, problem.severity) == (2, "other-answer", Severity.ERROR)
    assert "f0:1 has the same words and another answer: 'Jon Voight', not 'Al Pacino'" in problem.what
    assert into.doubled == 0


def test_questions_of_one_id_get_ids_of_their_own_that_stay_the_same() -> None:
    items = [Found(line, f"Who is number {line}?", NATE, id="q") for line in range(1, 4)]
    ids = [question.id for question in questions(gathered(items))]
    assert ids == ["/q", "/q-2", "/q-3"]
    assert [question.fact for question in questions(gathered(items))] == ids


def test_an_id_that_is_given_out_already_is_not_given_twice() -> None:
    items = [
        Found(line, f"Who is number {line}?", NATE, id=id) for line, id in enumerate(("q", "q-2", "q"), 1)
    ]
    ids = [question.id for question in questions(gathered(items))]
    assert len(set(ids)) == 3


def test_the_sums_are_right() -> None:
    items: list[Found | Problem] = [
        Found(1, "Who plays Nate?", NATE),
        changed("f0", 1, "an option was dropped"),
        changed("f0", 1, "an entity was strange"),
        refused("f0", 9, "no answer"),
        Found(12, "???", NATE),
    ]
    into = gathered(items)
    assert (into.found, len(into.placed), into.changed) == (3, 1, 1)
    assert [one.line for one in into.problems] == [1, 1, 9, 12]
