"""Questions written as GIFT: what comes back, what another reader sees, and what cannot be held."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from quizgame.content.formats.base import Found
from quizgame.content.formats.gift import read, write
from quizgame.quiz.question import Picture, Question
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, Task, TrueFalse, Typed
from tests.foreign_samples import questions

CITY = Question(
    "pack/city", "Which city?", Choice("Los Angeles", ("Miami", "Chicago")), "film", explain="It is: L.A."
)


def test_the_file_reads_as_moodle_writes_it() -> None:
    text, left = write([CITY, Question("pack/year", "When?", Number(1995, 1980, 2000), "film")])
    assert not left
    assert text == (
        "$CATEGORY: $course$/top/film\n"
        "\n"
        "::pack/city::Which city?{\n\t=Los Angeles\n\t~Miami\n\t~Chicago\n\t####It is\\: L.A.\n}\n"
        "\n"
        "// [range:1980..2000]\n::pack/year::When?{#\n\t=1995:0\n}\n"
    )


@pytest.mark.parametrize(
    ("task", "answers"),
    [
        (TrueFalse(False), "{\n\tFALSE\n}\n"),
        (
            Typed(("Hanna", "M*A*S*H"), ("Neil",)),
            "{\n\t=%100%Hanna\n\t=%100%M\\*A\\*S\\*H\n\t=%0%Neil\n}\n".replace("\\*", "\\\\*"),
        ),
        (
            Several(("a", "b", "c"), ("d",)),
            "{\n\t~%33.33333%a\n\t~%33.33333%b\n\t~%33.33333%c\n\t~%-100%d\n}\n",
        ),
        (Match((("a=b", "c"), ("d", "e"), ("f", "#g"))), "{\n\t=a\\=b -> c\n\t=d -> e\n\t=f -> \\#g\n}\n"),
        (Choice("<b>", ("[html]", "%50%x")), "{\n\t=[plain]<b>\n\t~[plain][html]\n\t~%0%%50%x\n}\n"),
    ],
)
def test_every_kind_is_written_with_its_escapes(task: Task, answers: str) -> None:
    text, left = write([Question("q", "Q?", task, topic="")])
    assert not left
    assert text.removeprefix("::q::").removeprefix("[plain]") == f"Q?{answers}"


@settings(max_examples=80)
@given(questions())
def test_what_is_written_comes_back(written: list[Question]) -> None:
    text, left = write(written)
    gone = {one.id for one in left}
    held = [question for question in written if question.id not in gone]
    back = list(read(text, "x.gift"))
    assert [(one.text, one.explain, one.topic, one.task) for one in back if isinstance(one, Found)] == [
        (one.text, one.explain, one.topic, one.task) for one in held
    ]
    assert len(back) == len(held)


@settings(max_examples=80)
@given(questions())
def test_only_orders_and_arrows_are_left_out(written: list[Question]) -> None:
    left = {one.id for one in write(written)[1]}
    for question in written:
        match question.task:
            case Order():
                arrow = True
            case Match(pairs):
                arrow = any("->" in pair[0] for pair in pairs)
            case Typed(accept, others):
                arrow = any("->" in answer for answer in (*accept, *others))
            case _:
                arrow = False
        assert (question.id in left) == arrow


def test_a_picture_is_not_dropped_in_silence() -> None:
    seen = Question(
        "p", "What is it?", TrueFalse(True), picture=Picture("a.png", "a car", "0" * 64, "/a.png", 16, 16)
    )
    text, left = write([seen, CITY])
    assert [(one.id, "picture" in one.why) for one in left] == [("p", True)]
    assert "What is it?" not in text


def test_what_would_not_be_read_back_is_left_out() -> None:
    text, left = write([Question("long", "x" * 301, TrueFalse(True)), CITY])
    assert [(one.id, "read back" in one.why) for one in left] == [("long", True)]
    assert "xxx" not in text


def test_the_id_of_a_pack_s_question_comes_back() -> None:
    (one,) = read(write([CITY])[0], "x.gift")
    assert isinstance(one, Found)
    assert one.id == "city"
