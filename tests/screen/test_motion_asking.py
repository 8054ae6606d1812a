"""What moves while a question is asked: soon to be read, true at the end, and never in the way."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from quizgame.quiz import view
from quizgame.quiz.rules import Crew
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Action, Finished, Press, Scene
from quizgame.screen.scenes.question import Gave, QuestionScene
from tests.kind_samples import QUESTIONS, asking_of
from tests.screen.moves import PUT, Table, layers, opened, page
from tests.screen.survey import Survey, surveyed

READABLE_MS = 150


def test_an_option_can_be_chosen_the_moment_it_comes() -> None:
    table = opened()
    done = table.scene.handle(Press(Action.OPTION_2), page(PUT.at))
    assert done == Finished(Gave(1))


def test_options_can_be_read_soon_after_they_came() -> None:
    table = opened()
    options = [text for text in view.asked(table.session, PUT.at).options if text]
    before = layers(table.scene, page(PUT.at)).seen
    soon = layers(table.scene, page(PUT.at + READABLE_MS)).seen
    assert all(before[text] == 0 for text in options)
    assert all(soon[text] > 0.9 for text in options)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_kind_of_question_comes_in_and_rests(name: str) -> None:
    session = asking_of(QUESTIONS[name])
    table = Table(session)
    still = surveyed(table.scene, page(session.at))
    table.scene.arrive(page(session.at))
    moved = surveyed(table.scene, page(session.at))
    assert sorted(moved.lines) == sorted(still.lines)


def test_the_clock_is_not_held_up_by_what_comes_in() -> None:
    table = opened()
    assert "30" in surveyed(table.scene, page(PUT.at)).lines
    assert "29" in surveyed(table.scene, page(PUT.at + 1_000)).lines


def test_what_chris_takes_away_falls_and_is_gone() -> None:
    table = opened()
    now = PUT.at + 1_000
    before = view.asked(table.session, now).options
    table.call(Crew.CHRIS, now)
    gone = {text for text in before if text} - {
        text for text in view.asked(table.session, now).options if text
    }
    assert len(gone) == 2
    assert gone <= set(layers(table.scene, page(now + 50)).seen)
    assert not gone & set(layers(table.scene, page(now + 500)).seen)


def test_michaels_worth_counts_up_to_the_double() -> None:
    table = opened()
    now = PUT.at + 1_000
    before = view.asked(table.session, now).worth
    table.call(Crew.MICHAEL, now)
    told = [pays(table.scene, now + ms) for ms in range(0, 1_000, 20)]
    assert told[0] == before
    assert told == sorted(told)
    assert told[-1] == 2 * before
    assert len(set(told)) > 5


def pays(scene: QuestionScene, now: int) -> int:
    line = next(line for line in surveyed(scene, page(now)).lines if "PAYS $" in line)
    return int(line.split("PAYS $")[1].split()[0].replace(",", ""))


def test_trejos_seconds_run_into_the_clock_and_are_true_at_the_end() -> None:
    table = opened()
    now = PUT.at + 1_000
    table.call(Crew.TREJO, now)
    shown = [seconds(table.scene, now + ms) for ms in range(0, 1_000, 50)]
    assert shown[0] == 29
    assert max(shown) == shown[-1] == 44
    assert len(set(shown)) > 6


def seconds(scene: QuestionScene, now: int) -> int:
    return next(int(line) for line in reversed(surveyed(scene, page(now)).lines) if line.isdigit())


@pytest.mark.parametrize(("crew", "line"), [(crew, f"{crew}".capitalize()) for crew in Crew])
def test_who_is_called_says_so_in_his_place_and_a_light_passes_over_it(crew: Crew, line: str) -> None:
    table = opened()
    now = PUT.at + 1_000
    idle = told(table.scene, now, line)
    row = next(spot.rect for spot in table.scene.spots(page(now)) if spot.id == f"crew {crew}")
    table.call(crew, now)
    during, after_it = told(table.scene, now + 250, line), told(table.scene, now + 1_000, line)
    assert idle != during == after_it
    assert "done" not in after_it
    light, dark = (lights(table.scene, now + ms) for ms in (250, 1_000))
    assert any(row.x < rect.middle[0] < row.right for rect in light)
    assert not dark


def told(scene: QuestionScene, now: int, name: str) -> str:
    """What stands in the place of one of the crew."""
    return next(text for text in surveyed(scene, page(now)).lines if text.startswith(f"{name}: "))


def lights(scene: QuestionScene, now: int) -> list[Rect]:
    """Where the row is lit by a beam."""
    found: list[Rect] = []
    canvas = Survey(page(now))
    note: Callable[..., None] = lambda rect, colour, opacity=255: found.append(rect)  # noqa: E731
    canvas.fill = note  # type: ignore[method-assign]
    scene.draw_live(canvas, page(now))
    return [rect for rect in found if rect.y > 500 and rect.h > 10]


def test_nates_question_comes_when_the_old_one_has_gone() -> None:
    table = opened()
    old = view.asked(table.session, PUT.at).text
    table.call(Crew.NATE, PUT.at + 1_000)
    new = view.asked(table.session, PUT.at).text
    assert old != new
    first = layers(table.scene, page(PUT.at + 1_050)).seen
    assert old in first
    assert new not in first
    last = layers(table.scene, page(PUT.at + 1_500)).seen
    assert old not in last
    assert last[new] == 1


def test_what_was_seen_before_a_pause_does_not_come_in_again() -> None:
    table = opened()
    table.scene.arrive(page(PUT.at + 5_010))
    assert table.scene.live(page(PUT.at + 5_010)) == table.scene.live(page(PUT.at + 5_011))


def test_the_light_passes_from_card_to_card_and_no_key_waits_for_it() -> None:
    table = opened()
    start = PUT.at + 1_000
    for step, arrow in enumerate([Action.RIGHT, Action.DOWN, Action.LEFT]):
        table.scene.handle(Press(arrow), page(start + 10 * step))
    at = page(start + 30)
    assert table.scene.focused(at) == "option 2"
    assert surveyed(table.scene, page(start + 500)).lines.count("panel focus") == 1


def test_the_last_ten_seconds_breathe_once_a_second_and_never_flash() -> None:
    glows = Glows(opened().scene)
    breath = [glows.at(PUT.at + 20_000 + ms) for ms in range(0, 9_000, 20)]
    lows = [n for n in range(1, len(breath) - 1) if breath[n - 1] > breath[n] <= breath[n + 1]]
    assert len(lows) == 9
    assert max(abs(a - b) for a, b in pairwise(breath)) < 0.05
    assert {glows.at(PUT.at + 20_000 + ms, motion=False) for ms in range(0, 9_000, 50)} == {1.0}


class Glows:
    """How brightly the clock of a scene shines."""

    def __init__(self, scene: Scene[Any]) -> None:
        self._scene = scene

    def at(self, now: int, motion: bool = True) -> float:
        found: list[float] = []
        canvas = Survey(page(now, motion))
        note: Callable[..., None] = lambda rect, share, colour, glow=1.0: found.append(glow)  # noqa: E731
        canvas.ring = note  # type: ignore[method-assign]
        self._scene.draw_live(canvas, page(now, motion))
        return found[0]
