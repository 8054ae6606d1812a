"""Inputs without sense through the real story: nothing breaks, contradicts itself or keeps anybody."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path

import pygame
import pytest

from quizgame import resources
from quizgame.quiz.bank import MemoryBank, Want
from quizgame.quiz.events import Event
from quizgame.quiz.runfile import to_json
from quizgame.quiz.verify import Verdict, verify
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.canvas import Notes
from quizgame.screen.images import Images
from quizgame.screen.layout import scale_of
from quizgame.screen.painter import Painter
from quizgame.screen.projector import Projector
from quizgame.screen.scene import Action, Point
from quizgame.screen.text import Faces
from quizgame.screen.theme import NEO_NOIR, theme_of
from quizgame.sitting import Sitting
from quizgame.store.paths import Places
from tests.pilot import Clock, Given, Pilot, parts_of
from tests.robust.invariants import check, check_results
from tests.robust.monkey import Monkey
from tests.screen.kinds_bank import kinds_bank
from tests.screen.small_bank import small_bank

OUT_EVERY, PIXELS_EVERY = 100, 60
MOST_PIXELS = 2_600_000  # but once in a while: a window of 5000 x 3000 takes a second


class Eye:
    """Sees the game in pixels, as the window shows it."""

    def __init__(self) -> None:
        pygame.display.init()
        self._projector = Projector(Backdrop(Path(), NEO_NOIR), Images())
        self._faces = Faces(resources.assets() / "fonts")

    def look(self, pilot: Pilot) -> None:
        """Draw the screen on a surface of the window's size."""
        s = pilot.parts.settings
        theme = theme_of(s.text_size, s.high_contrast, s.reduced_motion)
        painter = Painter(self._faces, scale_of(*pilot.size), theme.palette)
        page = pilot.page()._replace(theme=theme, ruler=painter.ruler, keymap=pilot.parts.keymap)
        self._projector.forget()
        surface = pygame.Surface(pilot.size)
        self._projector.show(pilot.scene, page, pilot.show.revision, surface, painter, True)


def whole_bank() -> MemoryBank:
    """Questions of every kind, and some that give the story away."""
    banks = small_bank(), kinds_bank()
    return MemoryBank([bank.question(entry.id) for bank in banks for entry in bank.entries(Want())])


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at the session of every run after every event."""
    happen = Sitting._happen

    def watched(sitting: Sitting, event: Event) -> None:
        happen(sitting, event)
        check(sitting.session)
        if sitting.over:
            check_results(sitting.session)

    monkeypatch.setattr(Sitting, "_happen", watched)


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize(
    ("inputs", "scenes"), [(40_000, 27)]
)
def test_nothing_that_can_be_done_breaks_the_game(inputs: int, scenes: int, tmp_path: Path) -> None:
    bank, clock, eye, met = whole_bank(), Clock(), Eye(), set[str]()
    places = Places(tmp_path / "data", tmp_path / "cache")
    pilot = Pilot(parts_of(places, Given(bank), clock, newcomer=True), clock, motion=True)
    monkey = Monkey(pilot, "monkey", tmp_path / "dropped")
    for number in range(inputs):
        monkey.go_on()
        met.add(pilot.at)
        look(monkey, eye, number)
        if number % OUT_EVERY == 0:
            with monkey.telling():
                assert monkey.find_out()
            monkey.restart()
        if number % 1_000 == 500:
            leave_a_challenge(pilot, tmp_path / "dropped")
    pilot.show.close()
    assert len(met) >= scenes, met  # the monkey has been nearly everywhere
    check_kept(pilot, bank)


def test_what_cannot_be_shown_can_be_pasted_into_a_code(tmp_path: Path) -> None:
    bank, clock = small_bank(), Clock()
    parts = parts_of(Places(tmp_path / "data", tmp_path / "cache"), Given(bank), clock)
    parts.world = parts.world._replace(paste=lambda: "ab\0\ud800\x1b c")
    pilot = Pilot(parts, clock)
    pilot.steer("code")
    pilot.press(Action.ACCEPT, Action.PASTE)
    assert pilot.sees("AB C")
    Eye().look(pilot)


def look(monkey: Monkey, eye: Eye, number: int) -> None:
    """Draw the screen on paper, at times in pixels, at times twice."""
    w, h = monkey.pilot.size
    with monkey.telling():
        if number % 2:
            assert drawn(monkey.pilot)
        elif number % 6 == 0:
            look_twice(monkey)
        elif number % PIXELS_EVERY == 2 and (w * h < MOST_PIXELS or number % 1_000 == 2):
            eye.look(monkey.pilot)
    monkey.restart()


def check_kept(pilot: Pilot, bank: MemoryBank) -> None:
    """What was kept of the runs adds up when they are played again."""
    kept = pilot.parts.scores.runs()
    assert len(kept) > 5
    assert {(one.run.mode, verify(one.run, bank).verdict) for one in kept} == {
        (one.run.mode, Verdict.CHECKED) for one in kept
    }


def leave_a_challenge(pilot: Pilot, folder: Path) -> None:
    """A file of a run, as somebody may send it."""
    kept = pilot.parts.scores.runs()
    if kept:
        (folder / "neil.score").write_text(to_json([kept[-1].run], "0.0.0"), "utf-8")


def drawn(pilot: Pilot) -> list[str]:
    canvas, page = Notes(), pilot.page()
    pilot.scene.draw(canvas, page)
    pilot.scene.draw_live(canvas, page)
    return canvas.lines


def key(pilot: Pilot) -> tuple[Hashable, ...]:
    """What the window looks at to see whether it must draw."""
    page = pilot.page()
    return pilot.show.revision, pilot.scene.still(page), pilot.scene.live(page)


def look_twice(monkey: Monkey) -> None:
    """While the window sees no need to draw, a moment or a move of the pointer changes nothing to be seen."""
    pilot = monkey.pilot
    before, first = key(pilot), drawn(pilot)
    pilot.clock.now += 700
    spots = pilot.spots()
    if spots:
        monkey.do(Point(*monkey.one_of(spots).rect.middle))
    if pilot.show.scene and key(pilot) == before:
        assert drawn(pilot) == first
