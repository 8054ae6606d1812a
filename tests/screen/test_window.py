"""The window as far as it needs no screen: what is heard of one out of sight, how it follows the settings."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from quizgame import choices
from quizgame.resources import assets
from quizgame.screen.scene import Story
from quizgame.screen.scenes.settings import SettingsScene
from quizgame.screen.scenes.title import Lobby, TitleScene
from quizgame.screen.sizing import OPENING_MS, STOOD_MS, Extent
from quizgame.screen.stories import Show
from quizgame.screen.theme import theme_of
from quizgame.screen.window import Keys, Window, Wishes
from quizgame.store.settings import Settings


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


def test_what_the_player_makes_of_the_window_is_told_when_it_has_stood_and_not_on_each_event() -> None:
    kept = list[Extent]()
    show, keys = Show(story()), Keys(lambda: None, lambda: None, sized=kept.append)
    window = Window(assets(), wishes(contrast=False), Extent((800, 600)))
    window._pace.now = 0

    def stands(ms: int) -> None:
        for _ in range(0, ms, 100):
            window._pace.now += 100
            window._frame(show, keys)

    stands(OPENING_MS + STOOD_MS)
    for width in (810, 850, 900):
        window._window.size = (width, 600)
        stands(100)
    assert kept == []
    stands(STOOD_MS)
    assert kept == [Extent((900, 600))]
    pygame.event.post(pygame.Event(pygame.WINDOWMAXIMIZED))
    stands(STOOD_MS + 100)
    assert kept[1:] == [Extent((900, 600), maximised=True)]
    pygame.display.quit()


def wishes(contrast: bool) -> Wishes:
    made = Wishes()
    made.theme = theme_of(100, contrast, reduced_motion=True)
    return made


def pixels(window: Window) -> bytes:
    return window._window.get_surface().get_view("0").raw


def settings(wished: Wishes, contrast: bool) -> Story:
    """The settings of somebody who switches the contrast with the first key."""

    def change(name: str, index: int) -> None:
        wished.theme = wishes(contrast).theme

    shown = SettingsScene(lambda: choices.options(Settings(high_contrast=wished.theme.contrast)), change)
    shown.focus.id = "high_contrast"
    yield shown


@pytest.mark.parametrize("contrast", [True, False])
def test_high_contrast_is_switched_whole_and_at_once(contrast: bool) -> None:
    keys, drawn = Keys(lambda: None, lambda: None), []
    for before in (not contrast, contrast):
        wished = wishes(before)
        window = Window(assets(), wished)
        show = Show(settings(wished, contrast))
        window._frame(show, keys)
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.Event(kind, key=pygame.K_RIGHT, mod=0, unicode=""))
        window._frame(show, keys)
        drawn.append(pixels(window))
        pygame.display.quit()
    assert drawn[0] == drawn[1]


def test_no_two_windows_share_a_voice() -> None:
    first, second = (Keys(lambda: None, lambda: None) for _ in range(2))
    assert first.narrator is not second.narrator
