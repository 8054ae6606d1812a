"""The wall's desk work: the clipboard, pictures of scenes, dropped files, and the keys that edit."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pygame
import pytest

from quizgame import resources
from quizgame.screen import clipboard, snapshot
from quizgame.screen.keys import Hands
from quizgame.screen.result_card import SIZE, CardScene, ResultCard
from quizgame.screen.scene import Action, Dropped, Input, Press

CARD = ResultCard("The Score", "$1", "1 of 2 right", "Zoë", "20 Nov 2026", ((True, False),))


@pytest.fixture
def display() -> Iterator[None]:
    pygame.display.init()
    yield
    pygame.display.quit()


def test_what_is_copied_can_be_pasted(display: None) -> None:
    assert clipboard.copy("Zoë: ■□■")
    assert clipboard.paste() == "Zoë: ■□■"


def test_of_a_book_on_the_clipboard_the_beginning_is_pasted(display: None) -> None:
    clipboard.copy("heat " * 100_000)
    assert clipboard.paste() == ("heat " * 100_000)[: clipboard.MOST]


def test_without_a_display_there_is_no_clipboard_and_no_error() -> None:
    pygame.display.quit()
    assert not clipboard.copy("text")
    assert clipboard.paste() == ""


def test_a_card_is_a_png_of_its_size_and_shows_the_run() -> None:
    pictures = [
        pygame.image.load(io.BytesIO(snapshot.png(CardScene(card), resources.assets(), SIZE)))
        for card in (CARD, ResultCard("The Score", "$2", "", "", "", ((True, True),)))
    ]
    assert [picture.get_size() for picture in pictures] == [SIZE, SIZE]
    first, second = (pygame.image.tobytes(picture, "RGB") for picture in pictures)
    assert first != second


@pytest.mark.parametrize("mod", [pygame.KMOD_LCTRL, pygame.KMOD_LMETA], ids=["ctrl", "cmd"])
@pytest.mark.parametrize(
    ("key", "action"), [(pygame.K_c, Action.COPY), (pygame.K_v, Action.PASTE), (pygame.K_s, Action.SAVE)]
)
@pytest.mark.parametrize("wants_text", [True, False])
def test_editing_keys_work_where_text_is_wanted_and_where_not(
    key: int, mod: int, action: Action, wants_text: bool
) -> None:
    hands, event = Hands(), pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode="")
    assert hands.inputs(event, 1, wants_text) == [Press(action)]
    assert hands.inputs(event, 1, wants_text) == []  # a key that is held


def test_s_alone_saves_but_is_a_letter_where_text_is_wanted(display: None) -> None:
    event = pygame.Event(pygame.KEYDOWN, key=pygame.K_s, mod=0, unicode="s")
    found: list[list[Input]] = [Hands().inputs(event, 1, wants) for wants in (False, True)]
    assert found == [[Press(Action.SAVE)], []]


def test_a_dropped_file_reaches_the_scene() -> None:
    event = pygame.Event(pygame.DROPFILE, file="/home/zoë/neil.score")
    assert Hands().inputs(event, 1, False) == [Dropped("/home/zoë/neil.score")]
