"""A preview on the screen: questions in a ring, followed through good and broken saves, by every device."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgame import preview
from quizgame.proof import Proof, Proofs
from quizgame.quiz.card import Given
from quizgame.quiz.events import Answer
from quizgame.quiz.question import Question
from quizgame.quiz.session import after
from quizgame.quiz.tasks import Match, Order, Several, Task, TrueFalse
from quizgame.quiz.view import in_words
from quizgame.screen.scene import Action, Away, Device, Typed
from quizgame.screen.scenes.preview import PreviewScene
from tests.kind_samples import QUESTIONS, other
from tests.screen.desk import Desk, nobody
from tests.screen.survey import surveyed

HEAD = "pack: My night\nquestions:\n"
CITY = "- {question: Which city is it?, answer: Los Angeles, wrong: [Rome, Paris], id: city, explain: Yes.}\n"
NAME = "- {question: Who is Waingro?, accept: [Kevin Gage], id: name}\n"
YEAR = "- {question: Which year was it?, number: 1995, range: [1980, 2010], id: year}\n"
BROKEN = CITY.replace("answer", "anwser")


Begin = Callable[..., Desk]


@pytest.fixture
def begin(tmp_path: Path) -> Begin:
    return lambda *parts, place=0: Desk(tmp_path / "my-pack.yaml", HEAD + "".join(parts), place)


def forth(desk: Desk) -> None:
    desk.device = Device.KEYS
    desk.press(Action.PAGE_DOWN)


def forth_by_pad(desk: Desk) -> None:
    desk.device = Device.PAD
    desk.press(Action.NEXT)


def forth_by_mouse(desk: Desk) -> None:
    assert isinstance(desk.show.scene, PreviewScene)
    desk.click(*desk.show.scene.arrows(desk.page)[1].middle)


def back(desk: Desk) -> None:
    desk.device = Device.KEYS
    desk.press(Action.PAGE_UP)


def back_by_pad(desk: Desk) -> None:
    desk.device = Device.PAD
    desk.press(Action.PREVIOUS)


def back_by_mouse(desk: Desk) -> None:
    assert isinstance(desk.show.scene, PreviewScene)
    desk.click(*desk.show.scene.arrows(desk.page)[0].middle)


@pytest.mark.parametrize("way", [forth, forth_by_pad, forth_by_mouse])
def test_the_questions_come_in_the_order_of_the_file_and_round_again(
    way: Callable[[Desk], None], begin: Begin
) -> None:
    desk, seen = begin(CITY, NAME, YEAR), []
    for _ in range(4):
        seen.append(next(line for line in desk.lines if line.endswith("?")))
        way(desk)
    assert seen == ["Which city is it?", "Who is Waingro?", "Which year was it?", "Which city is it?"]


@pytest.mark.parametrize("way", [back, back_by_pad, back_by_mouse])
def test_one_can_go_back_also_from_the_first_to_the_last(way: Callable[[Desk], None], begin: Begin) -> None:
    desk = begin(CITY, NAME, YEAR)
    way(desk)
    assert desk.sees("PREVIEW 3 OF 3  ·  MY NIGHT")
    way(desk)
    assert desk.sees("PREVIEW 2 OF 3")


def test_it_begins_where_it_is_told_to(begin: Begin) -> None:
    assert begin(CITY, NAME, YEAR, place=2).sees("Which year was it?")


def test_a_question_is_open_at_once_without_clock_money_heat_or_crew(begin: Begin) -> None:
    lines = " ".join(begin(CITY).lines)
    for word in ("HEAT", "$", "Chris", "ring", "PAYS", "pause", "crew"):
        assert word not in lines
    assert "Los Angeles" in lines


def test_tab_still_moves_among_the_options(begin: Begin) -> None:
    desk = begin(CITY, NAME)
    desk.press(Action.NEXT)
    assert desk.sees("Which city is it?")


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("right", [True, False])
def test_every_kind_can_be_answered_and_is_revealed(name: str, right: bool, begin: Begin) -> None:
    page, question = begin(CITY).page, QUESTIONS[name]
    reel = preview.Reel(Proofs(Path("x.yaml"), Proof("x", (question,), lines=(3,)), nobody), 0)
    assert question.text in surveyed(reel.scene(), page).lines
    card = preview.asking(question).card
    reel.answer(card.right if right else other(card))
    lines = surveyed(reel.scene(), page).lines
    assert ("RIGHT" if right else "WRONG") in lines
    assert "From the top" in lines
    assert not any("FLAG" in line or "HEAT" in line for line in lines)


def test_an_answer_leads_to_the_reveal_and_on(begin: Begin) -> None:
    desk = begin(CITY, NAME)
    desk.press(Action.OPTION_1)
    assert desk.at == "RevealScene"
    assert desk.sees("Yes.")
    desk.press(Action.ACCEPT)
    assert desk.sees("Who is Waingro?")
    desk.do(*map(Typed, "Kevin Gage"))
    desk.press(Action.ACCEPT)
    assert desk.sees("RIGHT")
    assert desk.sees("From the top")


def test_a_save_shows_the_question_anew_without_losing_the_place(begin: Begin) -> None:
    desk = begin(CITY, NAME, YEAR, place=1)
    desk.save(HEAD + YEAR + CITY + NAME.replace("Who is", "Who plays"))
    assert desk.sees("Who plays Waingro?")
    assert desk.sees("PREVIEW 3 OF 3")


def test_what_was_begun_stays_where_the_question_did_not_change(begin: Begin) -> None:
    desk = begin(CITY, NAME, place=1)
    desk.do(*map(Typed, "Kev"))
    desk.save(HEAD + CITY.replace("city", "town") + NAME)
    assert desk.sees("Kev")


def test_a_save_during_the_reveal_shows_the_new_explanation_and_keeps_the_answer(begin: Begin) -> None:
    desk = begin(CITY)
    desk.press(Action.OPTION_2)
    before = "RIGHT" in desk.lines
    desk.save(HEAD + CITY.replace("Yes", "Because"))
    assert desk.at == "RevealScene"
    assert desk.sees("Because.")
    assert ("RIGHT" in desk.lines) is before


def test_where_the_answer_given_has_gone_the_question_is_asked_again(begin: Begin) -> None:
    desk = begin(CITY)
    desk.press(Action.OPTION_1)
    desk.save(HEAD + CITY.replace("Los Angeles", "L.A.").replace("Rome, Paris", "Oslo, Bonn"))
    assert desk.at == "QuestionScene"


def test_a_broken_save_keeps_the_question_and_says_where_it_is_broken(begin: Begin) -> None:
    desk = begin(CITY, NAME)
    desk.save(HEAD + BROKEN + NAME)
    assert desk.sees("Which city is it?")
    assert desk.sees("my-pack.yaml:3: unknown key 'anwser'")
    desk.save(HEAD + CITY + NAME)
    assert not desk.sees("anwser")


@pytest.mark.parametrize("answered", [False, True])
def test_the_way_to_the_problems_is_shown_while_there_are_some(answered: bool, begin: Begin) -> None:
    desk = begin(CITY.replace("}", ", source: I know}"))
    if answered:
        desk.press(Action.OPTION_1)
    assert not desk.sees("problems")
    desk.save(HEAD + BROKEN)
    assert desk.sees("problems")
    desk.save(HEAD + CITY.replace("}", ", source: I know}"))
    assert not desk.sees("problems")


@pytest.mark.parametrize("place", [0, 1], ids=["choice", "typed"])
def test_the_problems_are_a_key_away_and_close_when_they_are_mended(place: int, begin: Begin) -> None:
    desk = begin(CITY, NAME, place=place)
    desk.save(HEAD + CITY + NAME + BROKEN)
    desk.press(Action.CREW_1 if place else Action.PAUSE)
    assert desk.at == "ProblemsScene"
    assert desk.sees("my-pack.yaml:5:33")
    desk.save(HEAD + CITY + NAME + BROKEN.replace("wrong", "worng"))
    assert desk.sees("worng")
    good = "".join(one.replace("}", ", source: I know}") for one in (CITY, NAME, YEAR))
    desk.save(
        HEAD + good.replace("id: name", "id: name, explain: So").replace("id: year", "id: year, explain: So")
    )
    assert desk.at == "QuestionScene"


def test_the_problems_are_a_click_away_and_escape_leads_back(begin: Begin) -> None:
    desk = begin(BROKEN, NAME)
    assert isinstance(desk.show.scene, PreviewScene)
    desk.click(*desk.show.scene.notice_rect(desk.page).middle)
    assert desk.at == "ProblemsScene"
    desk.press(Action.BACK)
    assert desk.sees("Who is Waingro?")


def test_a_file_without_questions_says_why_and_waits_for_the_save(begin: Begin) -> None:
    desk = begin(BROKEN)
    assert desk.sees("NOTHING TO ASK YET")
    assert desk.sees("unknown key 'anwser'")
    desk.save(HEAD + BROKEN.replace("wrong", "worng"))
    assert desk.sees("worng")
    desk.save(HEAD + CITY)
    assert desk.sees("Which city is it?")


def test_the_window_behind_another_goes_on(begin: Begin) -> None:
    desk = begin(CITY)
    desk.do(Away())
    assert desk.sees("Which city is it?")


def test_a_file_that_is_gone_is_not_called_broken(begin: Begin) -> None:
    desk = begin(CITY)
    text = desk.file.read_text("utf-8")
    desk.file.unlink()
    desk.proofs.look()
    desk.press(Action.PAUSE)
    assert desk.sees("The file cannot be read now; what was good before is shown.")
    assert not desk.sees("last save is broken")
    desk.save(text)
    assert desk.sees("Which city is it?")


@pytest.mark.parametrize("answered", [False, True])
def test_escape_leaves(answered: bool, begin: Begin) -> None:
    desk = begin(CITY)
    if answered:
        desk.press(Action.OPTION_1)
    desk.press(Action.BACK)
    assert desk.show.scene is None


def test_escape_leaves_also_where_there_is_no_question(begin: Begin) -> None:
    desk = begin(BROKEN)
    desk.press(Action.BACK)
    assert desk.show.scene is None


def after_a_save(task: Task, given: Given, saved: Task) -> str:
    """What an answer becomes, in words, when the task is saved differently; "" where it is gone."""
    old, new = (preview.asking(Question("p/q", "Which?", one)) for one in (task, saved))
    settled = after(old, Answer(0, given))
    found = preview.moved(settled, new.card.question)
    return "" if found is None else in_words(new.card, found)


def test_an_answer_moves_with_its_words() -> None:
    several, more = (
        Several(("Heat", "Thief"), wrong) for wrong in (("Se7en", "Fargo"), ("Se7en", "Fargo", "Ronin"))
    )
    given = in_words(preview.asking(Question("p/q", "Which?", several)).card, (0, 1))
    assert set(after_a_save(several, (0, 1), more).split(", ")) == set(given.split(", "))
    assert after_a_save(TrueFalse(True), 0, TrueFalse(False)) == "True"
    pairs, other_pairs = (
        Match(tuple(zip("ABC", "123", strict=True))),
        Match(tuple(zip("ABC", "132", strict=True))),
    )
    assert after_a_save(pairs, (0, 1, 2), other_pairs)


def test_an_answer_to_another_kind_or_of_another_length_is_gone() -> None:
    assert after_a_save(TrueFalse(True), 0, Several(("Heat", "Thief"), ("Se7en", "Fargo"))) == ""
    assert after_a_save(Order(("a", "b", "c")), (0, 1, 2), Order(("a", "b", "c", "d"))) == ""
