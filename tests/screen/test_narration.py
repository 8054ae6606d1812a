"""What is read aloud, and when: every screen has something to say, and nothing is said twice or too soon."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quizgame.quiz import view
from quizgame.quiz.bank import Bank
from quizgame.quiz.events import Answer, Call, Open
from quizgame.quiz.rules import Crew
from quizgame.quiz.session import after
from quizgame.quiz.state import Session
from quizgame.quiz.tasks import Kind
from quizgame.screen.aloud import ended, question_aloud, reveal_aloud
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.keymap import USUAL, with_key
from quizgame.screen.layout import stage_of
from quizgame.screen.narration import ALWAYS, OFF, ON_A_KEY, Narrator, at_focus, sentences, whole
from quizgame.screen.scene import Action, Page, Press, Scene
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.scenes.reveal import RevealScene
from quizgame.screen.scenes.title import Lobby, TitleScene
from quizgame.screen.suspense import BREATH_MS
from quizgame.screen.theme import Theme
from tests import gallery
from tests.kind_samples import QUESTIONS, asking_of, other
from tests.screen.small_bank import small_bank

PAGE = Page(stage_of(1280, 720), Theme(), PlainRuler())


class Mouth:
    """A voice that remembers; it speaks until it is stopped."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.speaking = False
        self.closed, self.stops = False, 0

    def say(self, text: str) -> None:
        self.said.append(text)
        self.speaking = True

    def stop(self) -> None:
        self.stops += self.speaking
        self.speaking = False

    def close(self) -> None:
        self.closed = True


def narrator(mouth: Mouth | None, how: str) -> Narrator:
    return Narrator(lambda: mouth, lambda: how)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return small_bank()


@pytest.fixture(scope="module")
def screens(bank: Bank) -> dict[str, Scene[Any]]:
    return dict(gallery.scenes(bank))


def test_every_screen_has_something_to_say(screens: dict[str, Scene[Any]]) -> None:
    silent = [name for name, scene in screens.items() if len(whole(scene, PAGE)) < 12]
    assert silent == []


def test_a_screen_without_words_of_its_own_is_read_from_the_top_and_the_focus_last(
    screens: dict[str, Scene[Any]],
) -> None:
    said = whole(screens["message"], PAGE)
    assert said.startswith("CALL IT OFF? The run ends here.")
    assert said.endswith("Call it off. Back to the job.")


def test_the_hints_are_not_read(screens: dict[str, Scene[Any]]) -> None:
    assert "Enter" not in whole(screens["message"], PAGE)


def test_the_focus_says_its_own_words(screens: dict[str, Scene[Any]]) -> None:
    title = TitleScene(Lobby)
    assert at_focus(title, PAGE) == "Play."
    title.handle(Press(Action.DOWN), PAGE)
    assert at_focus(title, PAGE) != "Play."


@pytest.mark.parametrize("words", ["“Not for a second.”", "Who?", "One of 'them!'"])
def test_what_is_a_sentence_already_gets_no_second_full_stop(words: str) -> None:
    assert ended(words) == words
    assert ended("A bank") == "A bank."
    assert ended("“You, me”") == "“You, me”."


def test_a_card_says_whether_it_is_ticked() -> None:
    session = asking_of(QUESTIONS["several"])
    scene = gallery.question_scene(session, session.at)
    assert at_focus(scene, PAGE).endswith("not ticked.")
    scene.handle(Press(Action.ACCEPT), PAGE)
    assert at_focus(scene, PAGE).endswith(" ticked.")
    assert "not ticked" not in at_focus(scene, PAGE)


def test_sentences_end_so_that_a_voice_pauses() -> None:
    assert sentences(["WHO?", " ", "Play", "one\ntwo."]) == "WHO? Play. one two."


# --- when ---


def test_asked_once_it_reads_and_asked_again_it_stops() -> None:
    mouth, title = Mouth(), TitleScene(Lobby)
    reader = narrator(mouth, ON_A_KEY)
    reader.asked(title, PAGE)
    assert "Play." in mouth.said[0]
    assert mouth.stops == 0
    reader.asked(title, PAGE)
    assert (len(mouth.said), mouth.stops) == (1, 1)


def test_another_screen_silences_the_one_before() -> None:
    mouth = Mouth()
    reader = narrator(mouth, ON_A_KEY)
    first, second = TitleScene(Lobby), TitleScene(Lobby)
    reader.follow(first, PAGE)
    reader.asked(first, PAGE)
    reader.follow(first, PAGE)
    assert mouth.stops == 0
    reader.follow(second, PAGE)
    assert mouth.stops == 1


def test_switched_off_it_says_nothing() -> None:
    mouth = Mouth()
    reader = narrator(mouth, OFF)
    reader.asked(TitleScene(Lobby), PAGE)
    reader.follow(TitleScene(Lobby), PAGE)
    assert mouth.said == []


def test_where_nothing_can_speak_nothing_happens() -> None:
    reader = narrator(None, ALWAYS)
    reader.asked(TitleScene(Lobby), PAGE)
    reader.follow(TitleScene(Lobby), PAGE)
    reader.close()


def test_always_reads_a_new_screen_and_then_only_where_the_focus_goes() -> None:
    mouth, title = Mouth(), TitleScene(Lobby)
    reader = narrator(mouth, ALWAYS)
    for _ in range(3):
        reader.follow(title, PAGE)
    assert len(mouth.said) == 1
    title.handle(Press(Action.DOWN), PAGE)
    for _ in range(3):
        reader.follow(title, PAGE)
    assert mouth.said[1:] == [at_focus(title, PAGE)]


def test_the_clock_is_not_read_every_second() -> None:
    session = asking_of(QUESTIONS["several"])
    scene = gallery.question_scene(session, session.at + 2_000)
    mouth = Mouth()
    reader = narrator(mouth, ALWAYS)
    for second in range(20):
        reader.follow(scene, PAGE._replace(now=session.at + 1000 * second))
    assert len(mouth.said) == 1


def in_the_breath(now: int) -> tuple[Scene[Any], Callable[[int], Page]]:
    """A reveal whose verdict is due BREATH_MS after `now`, and the page at a time."""
    session = asking_of(QUESTIONS["several"])
    asked = gallery.question_scene(session, session.at)
    settled = after(session, Answer(session.at + 500, other(session.card)))
    reveal = RevealScene(view.standing(settled), view.reveal(settled), "Next question", left=asked.left)
    reveal.arrive(PAGE._replace(now=now))
    return reveal, lambda at: PAGE._replace(now=at)


def test_the_voice_holds_its_breath_until_the_verdict_is_seen() -> None:
    mouth = Mouth()
    reader = narrator(mouth, ALWAYS)
    reveal, at = in_the_breath(1_000)
    for now in range(1_000, 1_000 + BREATH_MS, 20):
        reader.follow(reveal, at(now))
    assert mouth.said == []
    for now in range(1_000 + BREATH_MS, 3_000, 20):
        reader.follow(reveal, at(now))
    assert [said.startswith("Wrong. ") for said in mouth.said] == [True]


def test_whoever_ends_the_breath_hears_the_verdict_at_once() -> None:
    mouth = Mouth()
    reader = narrator(mouth, ALWAYS)
    reveal, at = in_the_breath(0)
    reader.follow(reveal, at(0))
    reveal.handle(Press(Action.ACCEPT), at(20))
    reader.follow(reveal, at(20))
    assert [said.startswith("Wrong. ") for said in mouth.said] == [True]


def test_asked_in_the_breath_the_voice_answers_after_it_and_once() -> None:
    mouth = Mouth()
    reader = narrator(mouth, ON_A_KEY)
    reveal, at = in_the_breath(0)
    reader.follow(reveal, at(0))
    reader.asked(reveal, at(100))
    assert mouth.said == []
    for now in range(100, 3_000, 50):
        reader.follow(reveal, at(now))
    assert [said.startswith("Wrong. ") for said in mouth.said] == [True]


def test_the_end_of_the_game_closes_the_voice() -> None:
    mouth = Mouth()
    reader = narrator(mouth, ON_A_KEY)
    reader.asked(TitleScene(Lobby), PAGE)
    reader.close()
    assert mouth.closed


# --- what ---


def test_a_question_is_read_with_what_stands_on_its_cards(bank: Bank) -> None:
    put = gallery.reading(bank, "aloud")
    alone = question_aloud(view.asked(put, put.at), "ABCD")
    assert alone == put.card.question.text


def test_options_come_with_their_letters_and_the_time_only_when_asked(bank: Bank) -> None:
    put = gallery.reading(bank, "aloud")
    asking = after(put, Open(put.at + 1_000))
    asked = view.asked(asking, asking.at + 10_400)
    said = question_aloud(asked, "ABCD")
    for letter, option in zip("ABCD", asked.options, strict=True):
        assert f"{letter}: {option}." in said
    assert "left" not in said
    assert question_aloud(asked, "ABCD", with_time=True).startswith("20 seconds left. ")
    covered = view.asked(after(asking, Call(asking.at + 1, Crew.CHRIS)), asking.at + 2)
    assert question_aloud(covered, "ABCD").count(": ") == said.count(": ") - 2


def test_whoever_asks_hears_who_of_the_crew_is_ready_and_on_which_key(bank: Bank) -> None:
    put = gallery.reading(bank, "aloud")
    asking = after(put, Open(put.at + 1_000))
    page = PAGE._replace(keymap=with_key(USUAL, "crew 3", "k").keymap)

    def said(session: Session, asked: bool) -> str:
        seen = view.asked(session, session.at + 10)
        return QuestionScene(view.standing(session), lambda now: seen, lambda: None).spoken(page, asked)

    ready = "Q: Chris, two wrong go. W: Nate, another question. K: Trejo, +15 seconds. R: Michael,"
    assert ready in said(asking, asked=True)
    assert "Chris" not in said(asking, asked=False)
    assert "Chris" not in said(put, asked=True)
    called = said(after(asking, Call(asking.at + 1, Crew.CHRIS)), asked=True)
    assert "Chris" not in called
    assert "K: Trejo" in called


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_what_is_read_of_a_question_does_not_depend_on_its_answer(name: str) -> None:
    session = asking_of(QUESTIONS[name])
    asked = view.asked(session, session.at + 500)
    said = question_aloud(asked, "ABCD")
    assert said.startswith(asked.text)
    assert len(said) > len(asked.text)
    if asked.kind in (Kind.NUMBER, Kind.TYPED):
        assert session.card.question.answer not in said.removeprefix(asked.text)


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_a_reveal_says_what_was_right_and_why(name: str) -> None:
    session = asking_of(QUESTIONS[name])
    settled = view.reveal(after(session, Answer(session.at + 500, other(session.card))))
    said = reveal_aloud(settled, "Zoë")
    assert said.startswith("Zoë: Wrong. The answer: ")
    assert settled.answer in said
    assert f"Yours: {settled.answered}." in said
    assert settled.explain in said


def test_the_walk_says_what_is_at_stake(screens: dict[str, Scene[Any]]) -> None:
    said = screens["decision"].spoken(PAGE)
    assert said.startswith("Walk away, or stay?")
    assert "$" in said
    assert "seconds left" in screens["decision"].spoken(PAGE, asked=True)
