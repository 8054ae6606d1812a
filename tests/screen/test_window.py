"""The window as far as it needs no screen: what is heard of one that is out of sight."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from quizgame.resources import assets
from quizgame.screen.scene import Show, Story
from quizgame.screen.scenes.title import Lobby, TitleScene
from quizgame.screen.window import Keys, Window, Wishes


def story() -> Story:
    yield TitleScene(Lobby)


@pytest.fixture
def window() -> Iterator[Window]:
    yield Window(assets(), Wishes())
    pygame.display.quit()


@pytest.mark.parametrize("gone", [pygame.WINDOWHIDDEN, pygame.WINDOWMINIMIZED])
@pytest.mark.parametrize("back", [pygame.WINDOWSHOWN, pygame.WINDOWRESTORED])
def test_a_window_out_of_sight_is_silent_until_it_comes_back(window: Window, gone: int, back: int) -> None:
    show, keys = Show(story()), Keys(lambda: None, lambda: None)
    for kind, silent in ((pygame.WINDOWFOCUSLOST, False), (gone, True), (back, False)):
        window._event(pygame.Event(kind), show, keys)
        assert window._heard().muted is silent
