"""Whoever is called makes an entrance: large, for a moment, where nothing is to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pygame
import pytest

from quizgame.quiz import view
from quizgame.quiz.events import Call, Open
from quizgame.quiz.rules import Crew
from quizgame.quiz.session import after
from quizgame.quiz.state import Session
from quizgame.screen.calling import CALL_MS
from quizgame.screen.crew import CREW_ORDER
from quizgame.screen.entrance import LINES
from quizgame.screen.layout import Rect, stage_of
from quizgame.screen.scene import Action, Device, Page, Point, Press
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.theme import theme_of
from tests.kind_samples import QUESTIONS, asking_of
from tests.picture_samples import pictured, skyline
from tests.screen import looks
from tests.screen.flashes import MOST, most_flashes
from tests.screen.moves import PUT, opened, page
from tests.screen.survey import Survey, Words, faults, overlap, surveyed
from tests.screen.test_flashes import RATE, Film

AT = PUT.at + 3_000
NAMES = {"CHRIS", "NATE", "TREJO", "MICHAEL"}
TITLE = page(0).theme.style("title").size
SIZES = [(1280, 720), (1024, 768), (640, 360), (2560, 1080)]


def called(crew: Crew) -> QuestionScene:
    """A question that was opened, and on which one of the crew was called at AT."""
    table = opened()
    table.call(crew, AT)
    return table.scene


def words(scene: QuestionScene, ms: int, motion: bool = True) -> list[Words]:
    real = looks.page((1280, 720)).ruler  # in letters of half their height no name is large
    return surveyed(scene, page(AT + ms, motion)._replace(ruler=real)).words


def entrance(scene: QuestionScene, ms: int, motion: bool = True) -> set[str]:
    """What of an entrance is to be seen so many ms after the call."""
    return {each.text for each in words(scene, ms, motion)} & {*NAMES, *LINES.values()}


@pytest.mark.parametrize("crew", CREW_ORDER)
def test_whoever_is_called_comes_with_his_name_and_his_line_and_goes_again(crew: Crew) -> None:
    scene = called(crew)
    said = {crew.upper(), LINES[crew]}
    assert [entrance(scene, ms) == said for ms in (20, 300, CALL_MS - 20)] == [True] * 3
    assert entrance(scene, CALL_MS) == set()
    name = next(each for each in words(scene, 300) if each.text == crew.upper())
    assert name.style.size > page(0).theme.style("heading").size
    assert not entrance(scene, 300, motion=False)


def test_each_has_a_line_of_his_own() -> None:
    assert len(set(LINES.values())) == len(LINES) == len(Crew)


@pytest.mark.parametrize("crew", CREW_ORDER)
def test_the_first_key_ends_it_and_a_pointer_that_passes_does_not(crew: Crew) -> None:
    scene = called(crew)
    scene.handle(Point(3, 3), page(AT + 100))
    assert entrance(scene, 120)
    scene.handle(Press(Action.DOWN), page(AT + 140))
    assert not entrance(scene, 141)
    scene.handle(Press(Action.LEFT), page(AT + 2_000))
    assert not entrance(scene, 2_001)


def test_one_who_is_called_after_another_makes_his_own_entrance() -> None:
    table = opened()
    table.call(Crew.TREJO, AT)
    table.scene.handle(Press(Action.CREW_1), page(AT + 200))
    assert not entrance(table.scene, 200)
    table.call(Crew.CHRIS, AT + 210)
    assert entrance(table.scene, 300) == {"CHRIS", LINES[Crew.CHRIS]}


def test_nate_goes_when_there_are_options_to_be_read() -> None:
    table = opened()
    table.call(Crew.NATE, AT)
    assert entrance(table.scene, 200)
    table.session = after(table.session, Open(AT + 210))
    table.scene.arrive(page(AT + 210))
    assert not entrance(table.scene, 220)


def test_what_michael_doubles_is_counted_at_the_size_of_money() -> None:
    scene = called(Crew.MICHAEL)
    money = page(0).theme.style("money")
    shown = [
        [int(each.text[1:].replace(",", "")) for each in words(scene, ms) if each.text.startswith("$")]
        for ms in range(0, 700, 50)
    ]
    stakes = [amounts[-1] for amounts in shown]
    assert stakes == sorted(stakes)
    assert (stakes[0], stakes[-1]) == (300_000, 600_000)
    assert len(set(stakes)) > 5
    name, stake = (
        next(each.style for each in reversed(words(scene, 100)) if each.text.startswith(sign))
        for sign in ("MICHAEL", "$")
    )
    assert stake.face == money.face
    assert stake.size / name.size == pytest.approx(money.size / TITLE)


def test_the_risk_grows_on_the_meter_when_michael_comes_in() -> None:
    def risk(ms: int) -> float:
        """As the last meter that is drawn shows it."""
        lines = surveyed(called(Crew.MICHAEL), page(AT + ms)).lines
        return [float(line.split("+")[1]) for line in lines if line.startswith("heat")][-1]

    before = [line for line in surveyed(called(Crew.MICHAEL), page(AT)).lines if line.startswith("heat")]
    assert set(before) == {"heat 0.00 +0.20"}  # and nothing beneath it tells what it will be
    grown = [risk(ms) for ms in range(0, 1_000, 50)]
    assert grown == sorted(grown)
    assert (grown[0], grown[-1]) == (0.2, 0.4)
    assert len(set(grown)) > 5
    still = surveyed(called(Crew.MICHAEL), page(AT + 50, motion=False)).lines
    assert [line for line in still if line.startswith("heat")] == ["heat 0.00 +0.40"]


class Seen(NamedTuple):
    """A question on which somebody was called, and a moment later."""

    scene: QuestionScene
    page: Page


def seen(session: Session, crew: Crew, size: tuple[int, int], text: int) -> Seen:
    hold = [session]
    scene = QuestionScene(view.standing(session), lambda now: view.asked(hold[0], now), lambda: None)
    at = session.at + 2_000
    view_of = Page(stage_of(*size), theme_of(text, False, False), looks.page(size, text).ruler, Device.KEYS)
    for now in (session.at, at):
        scene.arrive(view_of._replace(now=now))
        hold[0] = after(hold[0], Call(at, crew)) if now < at else hold[0]
    return Seen(scene, view_of._replace(now=at + 250))


def plates(there: Seen) -> list[Rect]:
    """The panes that stand there now and not once the player has gone on."""
    with_it = surveyed(*there)
    there.scene.handle(Press(Action.OTHER), there.page)
    without = {rect for _, rect in surveyed(*there).shapes}
    return [rect for name, rect in with_it.shapes if name.startswith("panel") and rect not in without]


def put(kind: str) -> Session:
    if kind == "choice":
        return opened().session
    way, _, picture = kind.partition(" ")
    return asking_of(pictured(way, skyline()) if picture else QUESTIONS[way])


@pytest.mark.parametrize("kind", ["choice", *QUESTIONS, "choice pictured", "order pictured"])
@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES)
def test_it_stands_where_nothing_is_to_be_read_or_pressed(
    kind: str, text: int, size: tuple[int, int]
) -> None:
    session = put(kind)
    for crew in sorted(view.asked(session, session.at + 2_000).crew_ready):
        there = seen(session, crew, size, text)
        # A survey takes a question for a block, and the plate may stand beside its last line: see below.
        assert [fault for fault in faults(*there) if " overlap by " not in fault] == []
        beneath = surveyed(*there)
        for plate in plates(there):
            taken = standing(beneath, plate, there)
            assert [name for name, rect in taken if overlap(plate, rect)] == []


def standing(canvas: Survey, plate: Rect, there: Seen) -> Iterator[tuple[str, Rect]]:
    """Whatever else there is; words line by line, as they begin at the left."""
    own = {*NAMES, *LINES.values()}
    for each in canvas.words:
        if each.text not in own and not _on(plate, each):
            lines = there.page.ruler.lines(each.text, each.style, each.box.w)
            for place, line in zip(each.ink.rows(len(lines), 0), lines, strict=True):
                yield line, place.left(there.page.ruler.size(line, each.style).w)
    yield from ((name, rect) for name, rect in canvas.shapes if rect != plate)
    yield from ((spot.id, spot.rect) for spot in there.scene.spots(there.page))


def _on(plate: Rect, words: Words) -> bool:
    """Whether words are the plate's own: what is at stake."""
    return words.text.startswith("$") and plate.inset(4).holds(*words.box.middle)


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((640, 360), 100), ((1024, 768), 200)])
def test_there_is_room_for_a_name_in_small_windows_and_with_large_text(
    size: tuple[int, int], text: int
) -> None:
    for crew in CREW_ORDER:
        assert plates(seen(opened().session, crew, size, text)) != []


def test_a_voice_tells_nothing_twice() -> None:
    scene = called(Crew.MICHAEL)
    assert LINES[Crew.MICHAEL] not in scene.spoken(page(AT + 100), asked=True)
    assert scene.spoken(page(AT + 100)) == scene.spoken(page(AT + CALL_MS + 100))


def test_calling_all_four_one_after_the_other_does_not_flash() -> None:
    table, film = opened(), Film()

    def pictures() -> Iterator[pygame.Surface]:
        for number, crew in enumerate((Crew.MICHAEL, Crew.TREJO, Crew.CHRIS, Crew.NATE)):
            at = AT + number * 400
            table.session = after(table.session, Call(at, crew))
            yield from film.shows(table.scene, at, 0.4)

    assert most_flashes(pictures(), RATE) <= MOST
