"""News on the title: it goes when it has been read, or when the player goes on; notices stay."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Action, Away, Click, Input, Page, Point, Press
from quizgame.screen.scenes.title import NEWS_MS, SEEN_MS, Lobby, TitleScene
from quizgame.screen.theme import Theme
from tests.screen.survey import surveyed

NEWS, NOTICE = "night.yaml was read again: 2 questions.", "The settings file was broken."


class Lounge:
    """A title on which something new is told."""

    def __init__(self) -> None:
        self.news: tuple[str, ...] = ()
        self.scene = TitleScene(self._look, told=self._told)
        self.now = 0

    def _look(self) -> Lobby:
        return Lobby(0, (NOTICE,), self.news)

    def _told(self, said: Sequence[str]) -> None:
        self.news = tuple(news for news in self.news if news not in said)

    @property
    def page(self) -> Page:
        return Page(stage_of(1280, 720), Theme(), PlainRuler(), now=self.now)

    def at(self, now: int) -> None:
        self.now = now
        self.scene.tick(self.page)

    def sees(self, words: str) -> bool:
        assert surveyed(self.scene, self.page).lines
        return any(words in line for line in surveyed(self.scene, self.page).lines)


@pytest.fixture
def lounge() -> Lounge:
    lounge = Lounge()
    lounge.at(30_000)  # the title has stood for a while
    lounge.news = (NEWS,)
    lounge.at(30_000)
    return lounge


def test_news_stays_as_long_as_it_takes_to_read(lounge: Lounge) -> None:
    lounge.at(30_000 + NEWS_MS - 1)
    assert lounge.sees(NEWS)
    lounge.at(30_000 + NEWS_MS)
    assert not lounge.sees(NEWS)
    assert lounge.sees(NOTICE)


@pytest.mark.parametrize("input", [Press(Action.DOWN), Click(5, 5)])
def test_news_goes_when_the_player_goes_on(lounge: Lounge, input: Input) -> None:
    lounge.at(30_000 + SEEN_MS)
    lounge.scene.handle(input, lounge.page)
    assert not lounge.sees(NEWS)
    assert lounge.sees(NOTICE)


@pytest.mark.parametrize("input", [Point(5, 5), Away()])
def test_a_pointer_that_passes_and_a_window_left_take_no_news_away(lounge: Lounge, input: Input) -> None:
    lounge.at(30_000 + SEEN_MS)
    lounge.scene.handle(input, lounge.page)
    assert lounge.sees(NEWS)


def test_a_key_that_meets_the_news_by_chance_does_not_take_it_away(lounge: Lounge) -> None:
    lounge.at(30_000 + SEEN_MS // 2)
    lounge.scene.handle(Press(Action.DOWN), lounge.page)
    assert lounge.sees(NEWS)


def test_later_news_has_its_own_time(lounge: Lounge) -> None:
    lounge.at(35_000)
    lounge.news = (NEWS, "more.yaml: 1 question added.")
    lounge.at(35_000)
    lounge.at(35_000 + NEWS_MS - 1)
    assert lounge.sees("more.yaml")
