"""At most three flashes a second: the last ten seconds, a wrong answer, being busted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from quizgame import resources
from quizgame.quiz import view
from quizgame.quiz.events import Answer, Open
from quizgame.quiz.session import after
from quizgame.quiz.simulate import wrong_answer
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.images import Images
from quizgame.screen.layout import scale_of, stage_of
from quizgame.screen.painter import Painter
from quizgame.screen.projector import Projector
from quizgame.screen.scene import Page, Scene
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.text import Faces
from quizgame.screen.theme import Theme
from tests import gallery
from tests.screen.flashes import MOST, most_flashes
from tests.screen.small_bank import small_bank

SIZE, RATE = (320, 180), 60


class Film:
    """Screens as the window shows them, sixty pictures a second."""

    def __init__(self) -> None:
        pygame.display.init()
        theme = Theme()
        backdrop = Backdrop(resources.assets() / "pictures", theme.palette)
        backdrop.load()
        self._painter = Painter(Faces(resources.assets() / "fonts"), scale_of(*SIZE), theme.palette)
        self._projector, self._surface = Projector(backdrop, Images()), pygame.Surface(SIZE)
        self._page = Page(stage_of(*SIZE), theme, self._painter.ruler)
        self._revision = 0

    def shows(self, scene: Scene[Any], start: int, seconds: float) -> Iterator[pygame.Surface]:
        """The scene from a moment (ms) on; each picture is good until the next is taken."""
        self._revision += 1
        scene.arrive(self._page._replace(now=start))
        for frame in range(int(seconds * RATE)):
            page = self._page._replace(now=start + frame * 1000 // RATE)
            scene.tick(page)
            self._projector.show(scene, page, self._revision, self._surface, self._painter, awake=True)
            yield self._surface


def blinking(
    hertz: float, share: float, colours: tuple[tuple[int, int, int], ...]
) -> Iterator[pygame.Surface]:
    """Two seconds of a screen on which a part blinks."""
    picture = pygame.Surface(SIZE)
    for frame in range(2 * RATE):
        on = int(frame * 2 * hertz / RATE) % 2
        picture.fill(colours[0])
        picture.fill(colours[on], (0, 0, int(SIZE[0] * share), SIZE[1]))
        yield picture


DARK, GREY, RED = (5, 8, 15), (110, 110, 110), (120, 0, 0)


@pytest.mark.parametrize(
    ("hertz", "share", "bright", "too_many"),
    [
        (5, 1.0, GREY, True),
        (5, 0.1, GREY, True),
        (5, 0.02, GREY, False),
        (2, 1.0, GREY, False),
        (5, 1.0, RED, True),
        (5, 1.0, (40, 40, 44), False),
    ],
)
def test_the_measure_finds_what_flashes(
    hertz: float, share: float, bright: tuple[int, int, int], too_many: bool
) -> None:
    assert (most_flashes(blinking(hertz, share, (DARK, bright)), RATE) > MOST) is too_many


def test_the_end_of_the_clock_and_of_a_run_does_not_flash() -> None:
    put = gallery.reading(small_bank(), "flashes")
    asking = after(put, Open(put.at + 1_000))
    scene = QuestionScene(view.standing(asking), lambda now: view.asked(asking, now), lambda: None)
    late = asking.at + 19_500
    hot = asking._replace(seats=tuple(seat._replace(heat=90) for seat in asking.seats))
    settled = after(hot, Answer(asking.at + 29_900, wrong_answer(asking.card)))
    screens = dict(gallery.scenes(small_bank()))
    film, end = Film(), late + 10_400

    def pictures() -> Iterator[pygame.Surface]:
        yield from film.shows(scene, late, 10.4)
        yield from film.shows(gallery.reveal_scene(settled), end, 2)
        yield from film.shows(screens["busted"], end + 2_000, 2.5)
        yield from film.shows(screens["result-busted"], end + 4_500, 2)

    found = most_flashes(pictures(), RATE)
    assert found <= MOST
