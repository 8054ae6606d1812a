"""Each rule of question writing on a question that breaks it and on one that keeps it."""

from __future__ import annotations

import pytest

from quizgame.content import wording
from quizgame.content.checks import lint, worded
from quizgame.content.placed import Placed
from quizgame.content.problems import Severity
from quizgame.quiz.question import Choice, Match, Number, Order, Question, Several, Task, TrueFalse, Typed


def choice(
    text: str = "Which city is it?", answer: str = "Oslo", *wrong: str, topic: str = "trivia", fact: str = ""
) -> Placed:
    options = wrong or ("Rome", "Bonn")
    question = Question(
        text, text, Choice(answer, options), topic=topic, fact=fact, explain="So it is.", source="A book."
    )
    return Placed(question, "f.yaml", 3, 1, (answer, *options))


def claim(text: str, answer: bool = False) -> Placed:
    question = Question(text, text, TrueFalse(answer), explain="So it is.", source="A book.")
    return Placed(question, "f.yaml", 3, 1)


def asked(text: str, task: Task) -> Placed:
    question = Question(text, text, task, explain="So it is.", source="A book.")
    return Placed(question, "f.yaml", 3, 1, task.wrong)


BAD = {
    "longest-answer": [choice("Who?", "A retired driver from the docks of Long Beach", "A cook", "A guard")],
    "answer-in-question": [
        asked("Type what Gage plays.", Typed(("Gage",))),
        asked("When, if not in 1995?", Number(1995, 1980, 2000)),
        asked("Which towns lie in Texas?", Several(("Texas City", "Paris"), ("Rome",))),
        choice("Who wrote the Loft interviews?", "The loft crew", "A critic"),
        choice("Which year ended in 95?", "95", "96"),
    ],
    "mixed-options": [
        asked("Which?", Several(("12", "14"), ("A dozen",))),
        asked("Order?", Order(("1.5", "2", "3.25"))),
        choice("How many?", "12", "A dozen", "14"),
        choice("How long?", "2.5", "3", "4.25"),
    ],
    "above": [
        asked("Which?", Several(("Hanna", "Nate"), ("None of these",))),
        choice("Who?", "All of the above", "Hanna", "Nate"),
        choice("Who?", "None of these.", "Nate"),
        choice("Who?", "Both Hanna and Nate", "Nate"),
        choice("Who?", "Neither", "Nate"),
    ],
    "number-order": [
        asked("Which?", Several(("5", "9"), ("12", "3", "7"))),
        choice("How many?", "12", "3", "7"),
    ],
    "absolute-word": [
        asked("Which?", Several(("A guard", "A cook"), ("A man who never smiles",))),
        choice("Who?", "A guard", "A man who always smiles"),
        claim("He never sleeps."),
    ],
    "vague-word": [
        asked("Which?", Several(("A man who often smiles", "A"), ("B",))),
        choice("Who?", "A man who often smiles", "A guard"),
        claim("He probably left.", True),
    ],
    "quiet-negative": [
        asked("Which films are not by Mann?", Several(("A", "B"), ("C",))),
        choice("Which film is not by Mann?"),
        choice("Which of these isn't a city?"),
        choice("All are in it except whom?"),
    ],
    "undated": [
        asked("Type the name of the current owner.", Typed(("Ann",))),
        choice("Who is the current owner?"),
        claim("His latest film is long."),
    ],
    "equal-options": [
        asked("Order?", Order(("The Town", "Town", "Heat"))),
        choice("Which?", "The Town", "Town"),
        choice("Which?", "L.A. Takedown", "LA Takedown"),
    ],
}

GOOD = {
    "longest-answer": [
        asked("Which?", Several(("A long way down the river and beyond", "B"), ("C",))),
        choice("Who?", "A retired driver", "A cook", "A guard"),
        choice("Who?", "Nate", "A retired driver from the docks of Long Beach"),
        claim("This claim is true, and long."),
    ],
    "answer-in-question": [
        asked("Put Oslo and others in order.", Order(("Oslo", "Rome", "Bonn"))),
        asked("Whose is Oslo?", Match((("Oslo", "N"), ("Rome", "I"), ("Bonn", "G")))),
        choice("Who plays the driver?", "Kevin Gage", "Tom Noonan"),
        choice("Which Beach street?", "Long Street", "Ocean Street"),
        choice("What is it?", "What it is", "That"),
    ],
    "mixed-options": [
        asked("Type it.", Typed(("30", "thirty"))),
        choice("How many?", "12", "13", "14"),
        choice("Which film?", "Heat", "48 Hrs.", "Heat 2"),
        choice("How much?", "$1,200", "$900"),
    ],
    "above": [choice("Who?", "Hanna", "Nate"), choice("What became of them?", "Both died", "Both escaped")],
    "number-order": [
        asked("Order?", Order(("12", "3", "7"))),
        choice("How many?", "3", "7", "12"),
        choice("How many?", "12", "7", "3"),
        choice("How many?", "12", "3"),
    ],
    "absolute-word": [
        asked("Order?", Order(("Never", "Always", "Then"))),
        choice("Who?", "A man who never smiles", "A man who always smiles"),
        claim("He never sleeps.", True),
        claim("He says he never sleeps."),
        claim("“I never sleep” stands on the poster."),
        choice("What is never?", "Never", "Always", topic="quotes"),
    ],
    "vague-word": [
        asked("How often, probably?", Number(3, 1, 9)),
        choice("Who?", "A man who smiles"),
        claim("He said he probably left."),
    ],
    "quiet-negative": [
        choice("Which film is NOT by Mann?"),
        choice("To whom did Mann say that it is not a crime film?"),
        choice("What does “I will not” mean?"),
        claim("It is not a musical."),
    ],
    "undated": [
        choice("Who was the current owner in 2025?"),
        choice("Who currently, as of 2026, owns it?"),
        choice("Whose film is “The Latest”?"),
    ],
    "equal-options": [
        asked("Type it.", Typed(("The Town", "Town"))),
        choice("Which?", "The Town", "The Train"),
    ],
}


def codes(placed: Placed) -> list[str]:
    return [problem.code for problem in lint.check([placed])]


@pytest.mark.parametrize(
    ("code", "placed"), [(code, placed) for code, every in BAD.items() for placed in every]
)
def test_a_bad_question_breaks_its_rule(code: str, placed: Placed) -> None:
    assert code in codes(placed)


@pytest.mark.parametrize(
    ("code", "placed"), [(code, placed) for code, every in GOOD.items() for placed in every]
)
def test_a_good_question_keeps_the_rule(code: str, placed: Placed) -> None:
    assert code not in codes(placed)


def test_every_rule_has_a_bad_and_a_good_example() -> None:
    names = {rule.__name__.replace("_", "-") for rule in lint.RULES}
    renamed = {code for code in BAD if code not in names}
    assert BAD.keys() == GOOD.keys()
    assert not renamed
    assert names - BAD.keys() == {"no-explanation", "no-source"}


def test_a_bare_question_lacks_explanation_and_source() -> None:
    assert codes(Placed(Question("a", "Is it so?", TrueFalse(True)), "f")) == ["no-explanation", "no-source"]


def test_the_order_of_generated_options_is_nobodys_fault() -> None:
    question = Question("a", "How many?", Choice("12", ("3", "7")), explain="So.", source="A book.")
    assert codes(Placed(question, "f", written=("12", "3", "7"), by_hand=False)) == []


def test_near_duplicates_have_options_answer_and_words_in_common() -> None:
    first = choice("Which city is the film set in?")
    assert [p.code for p in lint.check([first, choice("Which city is the story set in?")])] == [
        "near-duplicate"
    ]
    assert lint.check([first, choice("Where did the director grow up?")]) == []
    assert lint.check([first, choice("Which city is the book set in?", "Rome", "Oslo", "Bonn")]) == []


def test_the_same_year_or_name_makes_no_duplicate_but_the_same_pieces_do() -> None:
    def twice(task: Task) -> list[str]:
        both = [asked("Which city is the film set in?", task), asked("Which city is the story set in?", task)]
        return [problem.code for problem in lint.check(both)]

    assert twice(Number(1995, 1980, 2000)) == []
    assert twice(Typed(("Heat",))) == []
    assert twice(Order(("One", "Two", "Three"))) == ["near-duplicate"]
    assert twice(Several(("One", "Two"), ("Three",))) == ["near-duplicate"]


def test_two_wordings_of_one_fact_are_no_duplicates() -> None:
    same = [choice("Which city is the film set in?", fact="x"), choice("Which city is it set in?", fact="x")]
    assert lint.check(same) == []


def test_warnings_have_a_place_a_remedy_and_stop_nothing() -> None:
    (problem,) = lint.check([choice("Which film is not by Mann?")])
    assert (problem.file, problem.line, problem.column) == ("f.yaml", 3, 1)
    assert problem.severity is Severity.WARNING
    assert problem.help


def test_the_words_of_a_text_are_worked_out_once_for_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(text: str) -> tuple[str, ...]:
        read.append(text)
        return wording.words(text)

    monkeypatch.setattr(worded, "words", counting)
    lint.check([choice("Which is never the Town?", "The Town", "Town", "Never"), choice("Who?", "A", "B")])
    assert sorted(read) == sorted({*read})
    assert len(read) == 7
    assert not hasattr(lint, "words")
