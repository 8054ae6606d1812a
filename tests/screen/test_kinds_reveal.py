"""How the answers of the further kinds are shown: by icon, by word and by place, and part marks in words."""

from __future__ import annotations

from itertools import groupby

import pytest

from quizgame.quiz import view
from quizgame.quiz.card import Given
from quizgame.quiz.events import Answer, TimeUp
from quizgame.quiz.session import after
from quizgame.quiz.state import due
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.revealing.kinds import heat_in_words
from quizgame.screen.scene import Page
from quizgame.screen.scenes.reveal import RevealScene
from quizgame.screen.theme import Theme, theme_of
from tests.kind_samples import asking_of, question
from tests.screen.survey import Survey, surveyed

PAGE = Page(stage_of(1280, 720), Theme(), PlainRuler())


LARGE = PAGE._replace(theme=theme_of(200, False, False))
READABLE = 22.0  # units: with the longest title in the narrowest place


def shown(name: str, given: Given | None, page: Page = PAGE) -> Survey:
    """The reveal after an answer, or after the time ran out."""
    session = asking_of(question(name))
    settled = after(
        session, TimeUp(due(session) or 0) if given is None else Answer(session.at + 5_000, given)
    )
    scene = RevealScene(view.standing(settled), view.reveal(settled), "Next question")
    return surveyed(scene, page)


def right(name: str) -> Given:
    return asking_of(question(name)).card.right


def swapped(name: str, first: int, second: int) -> tuple[int, ...]:
    """The right answer with two things exchanged."""
    places = right(name)
    assert isinstance(places, tuple)
    now = list(places)
    now[first], now[second] = now[second], now[first]
    return tuple(now)


def consequence(name: str, given: Given) -> str:
    """The line beside the verdict."""
    lines = shown(name, given).lines
    return lines[lines.index("WRONG") + 1]


def test_part_marks_are_said_in_words() -> None:
    assert consequence("match", swapped("match", 0, 3)) == "2 of 4 in place: half the heat   +10 heat"
    assert consequence("order", swapped("order", 0, 1)) == "3 of 5 in place: two fifths of the heat   +8 heat"
    assert consequence("number", 1990).startswith("1 off: near   +$")
    assert consequence("number", 1995) == "6 off   +20 heat"
    assert consequence("typed", "Ted Levine") == "+20 heat"


def test_nothing_in_place_spares_no_heat() -> None:
    places = right("match")
    assert isinstance(places, tuple)
    assert consequence("match", (*places[1:], places[0])) == "none in place   +20 heat"


def test_cards_say_picked_missed_or_too_many() -> None:
    session = asking_of(question("several"))
    places = session.card.right
    assert isinstance(places, tuple)
    wrong = next(place for place in range(6) if place not in places)
    given = tuple(sorted((places[0], wrong)))
    survey = shown("several", given)
    assert [survey.lines.count(word) for word in ("PICKED", "MISSED", "TOO MANY")] == [1, 2, 1]
    assert consequence("several", given).startswith("2 missed, 1 too many")
    assert "all" not in consequence("several", given)
    assert consequence("several", places[:2]) == "1 missed: a third of the heat   +6 heat"


@pytest.mark.parametrize("name", ["order", "match"])
def test_a_wrong_row_shows_beside_it_what_belonged_there(name: str) -> None:
    card = asking_of(question(name)).card
    given = swapped(name, 0, 2)
    survey = shown(name, given)
    assert isinstance(card.right, tuple)
    things = sorted((w.ink.middle[1], w.ink.x, w.text) for w in survey.words if w.text in card.options)
    rows = [list(group) for _, group in groupby(things, key=lambda thing: round(thing[0]))]
    wanted = [[card.options[place]] for place in card.right]
    for row in (0, 2):
        wanted[row].insert(0, card.options[given[row]])
    assert [[text for _, _, text in row] for row in rows] == wanted
    icons = [icon for icon, _ in survey.shapes]
    assert icons.count("cross") == 2 + 1  # and that of the verdict
    assert icons.count("tick") == len(card.labels) - 2


@pytest.mark.parametrize("name", ["order", "match"])
def test_with_large_text_each_place_says_what_belongs_there_and_what_was_put_there(name: str) -> None:
    card = asking_of(question(name)).card
    given, places = swapped(name, 0, 1), right(name)
    assert isinstance(places, tuple)
    survey = shown(name, given, LARGE)
    things = [words for words in survey.words if words.text in card.options]
    assert {words.style.size >= READABLE for words in things} == {True}
    wanted = [[card.options[place]] for place in places]
    for row in (0, 1):
        wanted[row].append(card.options[given[row]])
    assert [words.text for words in things] == [text for row in wanted for text in row]
    icons = [icon for icon, _ in survey.shapes]
    assert (icons.count("cross"), icons.count("tick")) == (2 + 1, len(card.labels) - 2)
    assert {*card.labels} <= {*survey.lines}


@pytest.mark.parametrize("name", ["order", "match"])
def test_with_large_text_what_was_right_is_ticked_and_said_once(name: str) -> None:
    card = asking_of(question(name)).card
    survey = shown(name, right(name), LARGE)
    assert sorted(line for line in survey.lines if line in card.options) == sorted(card.options)
    assert [icon for icon, _ in survey.shapes].count("tick") == len(card.labels) + 1


def test_the_number_and_the_players_stand_where_they_are_on_the_bar() -> None:
    words = {w.text: w.ink.middle for w in shown("number", 1996).words}
    (right_x, right_y), (yours_x, yours_y) = words["1989  RIGHT"], words["1996  YOURS"]
    assert right_x < yours_x
    assert right_y < yours_y
    assert {"1980", "2000"} <= words.keys()


def test_what_was_typed_stands_beside_what_was_right() -> None:
    lines = shown("typed", "kevin gagge").lines
    assert {"Kevin Gage", "kevin gagge", "YOU TYPED", "RIGHT"} <= set(lines)
    assert "WRONG" not in lines
    assert {"Kevin Gage", "Jon Voight", "YOU TYPED", "WRONG"} <= set(shown("typed", "Jon Voight").lines)


@pytest.mark.parametrize("name", ["several", "order", "match", "number", "typed"])
def test_who_was_too_late_sees_what_was_right_and_nothing_of_his_own(name: str) -> None:
    survey = shown(name, None)
    assert "TOO LATE" in survey.lines
    assert not {"PICKED", "TOO MANY", "YOU TYPED"} & set(survey.lines)
    assert not any("YOURS" in line for line in survey.lines)
    assert all(icon != "left" for icon, _ in survey.shapes)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (2, 4, "half the heat"),
        (3, 6, "half the heat"),
        (2, 6, "a third of the heat"),
        (4, 6, "two thirds of the heat"),
        (3, 4, "three quarters of the heat"),
        (5, 6, "five sixths of the heat"),
    ],
)
def test_shares_of_the_heat_read_as_one_says_them(part: int, whole: int, words: str) -> None:
    assert heat_in_words(part, whole) == words
