"""Where things stand: every screen at many sizes of window and text, measured in the real fonts."""

from __future__ import annotations

from typing import Any

import pytest

from quizgame.screen.layout import scale_of
from quizgame.screen.scene import Click, Page, Scene
from quizgame.screen.theme import READING, Style
from quizgame.screen.widgets import Spot
from tests.gallery import scenes
from tests.screen.looks import faces, page
from tests.screen.small_bank import small_bank
from tests.screen.survey import SLACK, drawn, faults, spots_of, surveyed

SIZES = [(1280, 720), (1024, 768), (2560, 1080), (640, 360), (320, 240), (3840, 2160), (600, 1000)]
SCENES = dict(scenes(small_bank()))

at_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
at_every_text = pytest.mark.parametrize("text", [100, 150, 200])


@at_every_size
@at_every_text
def test_everything_stands_where_it_should(size: tuple[int, int], text: int) -> None:
    slack = 6 if size == (320, 240) else SLACK  # fonts of six pixels do not shrink further: two pixels
    found = {name: faults(scene, page(size, text), slack) for name, scene in SCENES.items()}
    assert {name: some for name, some in found.items() if some} == {}


@pytest.mark.parametrize("size", [(1280, 720), (640, 360)], ids=lambda size: f"{size[0]}x{size[1]}")
@at_every_text
def test_only_what_can_be_seen_can_be_clicked(size: tuple[int, int], text: int) -> None:
    looks = page(size, text)
    found = {name: hidden_but_clicked(scene, looks) for name, scene in scenes(small_bank())}
    assert {name: some for name, some in found.items() if some} == {}


def hidden_but_clicked(scene: Scene[Any], looks: Page) -> list[str]:
    """Spots that take a click in their middle though nothing is drawn there."""
    survey = surveyed(scene, looks)
    return [
        spot.id for spot in spots_of(scene, looks) if not drawn(spot, survey) and taken(scene, spot, looks)
    ]


def taken(scene: Scene[Any], spot: Spot, looks: Page) -> bool:
    """Whether a click in the middle of a spot chooses something."""
    scene.sounds()
    scene.handle(Click(*spot.rect.middle), looks)
    return "choose" in scene.sounds()


CROWDED = ("reveal-order", "reveal-match", "picture-order")
"""Rows under each other and an explanation or a picture leave little height to
grow: 28 units; they are held elsewhere."""


@at_every_text
def test_larger_text_is_larger_on_the_screen(text: int) -> None:
    """Most of what is read is set larger; titles and the like may give way to it."""
    size = (1280, 720)
    for name, scene in SCENES.items():
        if name.startswith(CROWDED):
            continue
        small, large = (surveyed(scene, page(size, t)).words for t in (100, text))
        sizes = {words.text: words.style for words in large}
        read = [w for w in small if w.style.face == READING and w.text in sizes and w.text.strip()]
        grown = [sizes[w.text].size >= w.style.size * (1 + (text - 100) / 400) for w in read]
        assert sum(grown) >= 0.9 * len(grown), (name, text)


@pytest.mark.parametrize("name", ["title", "title-notices"])
def test_the_menu_of_a_small_window_is_larger_in_large_text(name: str) -> None:
    sizes = []
    for text in (100, 200):
        words = surveyed(SCENES[name], page((640, 360), text)).words
        sizes.append(next(one.style.size for one in words if one.text == "Question packs"))
    assert sizes[1] > sizes[0]


@at_every_size
def test_every_line_is_as_wide_as_the_ruler_says(size: tuple[int, int]) -> None:
    ruler = page(size, 100).ruler
    text, style = "It’s a question of knowing when to walk away. " * 4, Style(READING, 25)
    for width in (60.0, 200.0, 500.0):
        for line in ruler.lines(text, style, width):
            assert ruler.size(line, style).w <= width + 1 / scale_of(*size)
        assert "".join(ruler.lines(text, style, width)).replace(" ", "") == text.replace(" ", "")


def test_a_word_too_wide_for_its_line_is_cut_not_lost() -> None:
    ruler = page((1280, 720), 100).ruler
    lines = ruler.lines("W" * 80, Style(READING, 30), 300)
    assert "".join(lines) == "W" * 80
    assert all(ruler.size(line, Style(READING, 30)).w <= 301 for line in lines)


@pytest.mark.parametrize("text", ["Zoë Łukasz", "Мария", "naïve “quotes” – dashes", "ΑΘΗΝΑ"])
def test_letters_that_a_face_lacks_are_set_in_one_that_has_them(text: str) -> None:
    for face in ("display", "reading", "strong"):
        assert faces().width(text, face, 30) > 0
        missing = faces().font_for(text, face, 30).metrics(text)
        assert None not in missing
