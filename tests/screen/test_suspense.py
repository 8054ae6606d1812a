"""From an answer to how it went: nothing is told too soon, nothing lies over another, no key is held up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from quizgame.quiz import view
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.events import Answer, Open
from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.session import after
from quizgame.quiz.simulate import wrong_answer
from quizgame.quiz.state import Session
from quizgame.screen.layout import Rect
from quizgame.screen.scene import OPTIONS, Action, Finished, Input, Mood, Point, Press
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.scenes.reveal import NEXT, RevealScene
from quizgame.screen.suspense import (
    BREATH_MS,
    GLIDE_AT_MS,
    SHAKE,
    SHAKE_MS,
    SHORT_MS,
    flash,
    shaken,
    stepping_back,
)
from quizgame.screen.terms import Player, Terms
from tests.kind_samples import QUESTIONS, asking_of
from tests.pilot import Pilot
from tests.screen.cinema import Cinema, Plain
from tests.screen.match import right_place
from tests.screen.moves import PUT, layers, page
from tests.screen.survey import Survey, surveyed
from tests.screen.ways import KEYS, to_first_question

Start = Callable[..., Pilot]
VERDICTS = {"RIGHT", "WRONG", "TOO LATE"}
AFTER_MS = 2_000
KINDS = ("choice", *QUESTIONS)


class Answered:
    """A question of a kind that was answered at 0 ms, and the reveal that goes on from it."""

    def __init__(
        self, kind: str = "choice", right: bool = False, terms: Terms | None = None, heat: int = 0
    ) -> None:
        asking = asking_of(QUESTIONS[kind]) if kind in QUESTIONS else after(PUT, Open(PUT.at))
        asking = with_heat(asking, heat) if heat else asking
        self.asked = view.asked(asking, asking.at)
        self.question = QuestionScene(view.standing(asking), lambda _: self.asked, lambda: None)
        self.question.arrive(page(-AFTER_MS))
        card = asking.card
        settled = after(asking, Answer(asking.at + 5_000, card.right if right else wrong_answer(card)))
        takes = (0,) * len(terms.players) if terms else (0,)
        self.standing = replace(view.standing(settled), takes=takes)
        self.reveal = view.reveal(settled)
        self.scene = RevealScene(
            self.standing, self.reveal, "Next question", terms=terms or Terms(), left=self.question.left
        )
        self.scene.arrive(page(0))

    def at(self, now: int) -> Survey:
        self.scene.tick(page(now))
        return surveyed(self.scene, page(now))

    def card(self, now: int, place: int) -> Rect:
        """Where the words of an option stand."""
        return next(each.box for each in self.at(now).words if each.text == self.reveal.options[place])


def with_heat(session: Session, heat: int) -> Session:
    """The same with another heat."""
    seats = tuple(seat._replace(heat=heat) for seat in session.seats)
    return session._replace(seats=seats)


def seen(answered: Answered, now: int) -> dict[str, float]:
    """How much of every text shows through."""
    answered.scene.tick(page(now))
    return layers(answered.scene, page(now)).seen


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_tells_how_it_went_before_the_breath_is_over(kind: str, right: bool) -> None:
    answered = Answered(kind, right)
    before = answered.standing.heat - answered.reveal.heat + answered.reveal.cooled
    for now in range(0, BREATH_MS, 40):
        shown = seen(answered, now)
        assert not [text for text in VERDICTS | {answered.reveal.explain} if shown.get(text)]
        assert not {"panel right", "panel wrong"} & set(answered.at(now).lines)
        assert f"HEAT {before}" in answered.at(now).lines
        assert not set(answered.scene.sounds()) - {"choose"}
        assert answered.scene.mood() == Mood(before / 100, True, hushed=True)
    assert seen(answered, BREATH_MS + 150)["RIGHT" if right else "WRONG"] == pytest.approx(1, abs=0.01)


def test_what_is_heard_is_heard_with_what_is_seen() -> None:
    answered = Answered()
    assert answered.scene.sounds() == ["choose"]
    answered.at(BREATH_MS)
    assert answered.scene.sounds() == ["wrong", "heat_up"]
    assert answered.scene.mood() == Mood(answered.standing.heat / 100, True)
    answered.at(AFTER_MS)
    assert answered.scene.sounds() == []


def test_where_others_wait_the_breath_is_shorter() -> None:
    answered = Answered(terms=Terms(players=(Player("Ann"), Player("Bob"))))
    assert seen(answered, BREATH_MS).get("WRONG", 0) > 0


def test_the_cards_stay_where_they_were_until_it_is_known_and_then_go_where_they_end() -> None:
    answered = Answered()
    place = answered.reveal.right
    assert isinstance(place, int)
    was = next(
        each.box
        for each in surveyed(answered.question, page(-1)).words
        if each.text == answered.reveal.options[place]
    )
    assert answered.card(0, place) == answered.card(BREATH_MS + GLIDE_AT_MS, place) == was
    rows = [answered.card(now, place).y for now in range(BREATH_MS + GLIDE_AT_MS, AFTER_MS, 20)]
    assert rows == sorted(rows, reverse=rows[0] > rows[-1])
    end = next(
        each.box
        for each in surveyed(RevealScene(answered.standing, answered.reveal, "Next question"), page(0)).words
        if each.text == answered.reveal.options[place]
    )
    assert answered.card(AFTER_MS, place) == end


def test_words_that_were_taken_off_a_card_stay_away_until_the_cards_glide() -> None:
    answered, left = Answered(right=True), Answered(right=True).question.left
    place = next(n for n in range(4) if n != answered.reveal.given)
    gone = tuple(None if n == place else words for n, words in enumerate(left.asked.options))
    left = replace(left, asked=replace(left.asked, options=gone))
    answered.scene = RevealScene(answered.standing, answered.reveal, "Next question", left=left)
    answered.scene.arrive(page(0))
    words = answered.reveal.options[place]
    assert all(words not in seen(answered, now) for now in (0, 100, BREATH_MS, BREATH_MS + GLIDE_AT_MS))
    assert words in seen(answered, AFTER_MS)


@pytest.mark.parametrize("breath", [BREATH_MS, SHORT_MS])
def test_the_words_of_the_question_are_never_there_twice(breath: int) -> None:
    shares = [stepping_back(ms, breath) for ms in range(breath + 1)]
    assert shares[0] == (1.0, 0.0)
    assert shares[-1] == (0.0, 1.0)
    assert not [pair for pair in shares if all(pair)]


def test_what_was_not_chosen_steps_back_and_the_right_one_lights_up_alone() -> None:
    answered = Answered()
    right, given = answered.reveal.right, answered.reveal.given
    assert isinstance(right, int)
    assert isinstance(given, int)
    options = answered.reveal.options
    breath = seen(answered, BREATH_MS - 20)
    assert breath[options[given]] == 1
    assert {round(breath[text], 2) for n, text in enumerate(options) if n != given} == {0.45}
    verdict = seen(answered, BREATH_MS)
    assert {n for n, text in enumerate(options) if verdict[text] == 1} == {right, given}


def test_a_light_strikes_once_and_a_miss_shakes_twice_to_each_side_and_stands_still() -> None:
    lights = [flash(ms) for ms in range(-50, 400)]
    assert lights[49] == 0
    assert lights[50] == 1
    assert lights[50:] == sorted(lights[50:], reverse=True)
    swings = [shaken(ms) for ms in range(-50, 400)]
    assert max(swings) == pytest.approx(SHAKE, abs=0.01)
    assert min(swings) == pytest.approx(-SHAKE, abs=0.01)
    turns = [n for n in range(1, 449) if swings[n] * swings[n + 1] < 0 or (swings[n] == 0 != swings[n + 1])]
    assert len(turns) <= 4
    assert shaken(0) == shaken(SHAKE_MS) == shaken(-10) == 0


def test_the_heat_of_the_last_miss_is_the_one_that_was_announced() -> None:
    answered = Answered(heat=MAX_HEAT - 5)
    announced = answered.asked.risk
    assert answered.reveal.heat == 5 < announced
    lines = answered.at(AFTER_MS).lines
    assert f"+{announced} heat" in lines
    assert f"HEAT {MAX_HEAT}" in lines


def test_a_scene_that_continues_another_is_not_laid_over_it() -> None:
    cinema = Cinema()
    first, between, second = Plain((200, 0, 0)), Plain((0, 200, 0)), Plain((0, 0, 200))
    second.continues = first
    cinema.show(first, 0)
    cinema.show(second, 10)
    assert cinema.pane() == (0, 0, 200)
    cinema.show(between, 1_000)
    cinema.show(between, 2_000)
    cinema.show(second, 2_010)
    assert cinema.pane() != (0, 0, 200), "it comes from elsewhere"


# --- hands ---


@pytest.mark.parametrize("now", [0, 100, BREATH_MS - 1])
def test_a_press_before_the_verdict_shows_all_and_the_next_one_goes_on(now: int) -> None:
    answered = Answered()
    enter, settled = (
        Press(Action.ACCEPT),
        surveyed(
            RevealScene(answered.standing, answered.reveal, "Next question", left=answered.question.left),
            page(0),
        ),
    )
    assert answered.scene.handle(enter, page(now)) is None
    assert sorted(answered.at(now).lines) == sorted(settled.lines)
    assert answered.scene.sounds()[-2:] == ["wrong", "heat_up"]
    assert answered.scene.handle(enter, page(now + 1)) == Finished(NEXT)


def test_a_press_after_the_verdict_goes_on_at_once() -> None:
    answered = Answered()
    answered.at(BREATH_MS)
    assert answered.scene.handle(Press(Action.ACCEPT), page(BREATH_MS)) == Finished(NEXT)


@pytest.mark.parametrize("input", [Press(OPTIONS[0]), Press(Action.UP), Press(Action.OTHER)])
def test_any_key_ends_the_waiting(input: Input) -> None:
    answered = Answered()
    answered.scene.handle(input, page(10))
    assert answered.scene.live(page(20)) is None


def test_a_pointer_that_only_moves_ends_nothing() -> None:
    answered = Answered()
    answered.scene.handle(Point(10, 10), page(10))
    assert answered.scene.live(page(20)) is not None


@pytest.mark.parametrize("kind", KINDS)
def test_with_reduced_motion_all_is_there_at_once(kind: str) -> None:
    answered = Answered(kind)
    scene = RevealScene(answered.standing, answered.reveal, "Next question", left=answered.question.left)
    scene.arrive(page(0, motion=False))
    assert scene.sounds() == ["wrong", "heat_up"]
    at_rest = RevealScene(answered.standing, answered.reveal, "Next question", left=answered.question.left)
    still = page(0, motion=False)
    assert surveyed(scene, still).lines == surveyed(at_rest, still).lines
    assert scene.live(still) is None


# --- in a run ---


def test_in_a_run_a_reveal_goes_on_from_its_question(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    pilot.motion = True
    to_first_question(pilot)
    KEYS.open(pilot)
    pilot.wait(1_000)
    question = pilot.scene
    pilot.press(OPTIONS[right_place(pilot, bank)])
    assert pilot.at == "RevealScene"
    assert pilot.scene.continues is question
    assert pilot.scene.mood() == Mood(0, True, hushed=True)
    pilot.press(Action.ACCEPT)
    assert pilot.at == "RevealScene"
    pilot.press(Action.ACCEPT)
    assert pilot.at == "QuestionScene"
