"""What takes longer than a frame is done beside the game, which says so and stays alive."""

from __future__ import annotations

import threading

import pytest

from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.result_card import ResultCard
from quizgame.screen.scene import OPTIONS, Action, Page, Press
from quizgame.screen.scenes.share import ShareScene
from quizgame.screen.theme import Theme

PAGE = Page(stage_of(1280, 720), Theme(), PlainRuler())
CARD = ResultCard("The Score", "$1", "1 of 1 right", "Neil", "20 Nov 2026", ((True,),))


class Saving:
    """A picture that is drawn until it may be done, and a clipboard."""

    def __init__(self, error: Exception | None = None) -> None:
        self.go, self.saves, self.copies = threading.Event(), 0, 0
        self._error = error
        self.scene = ShareScene(CARD, "text", self._copy, self._save)

    def _copy(self) -> str:
        self.copies += 1
        return "Copied."

    def _save(self) -> str:
        assert self.go.wait(60)
        self.saves += 1
        if self._error:
            raise self._error
        return "Saved: here"

    def press(self, action: Action) -> str:
        """What is said in the frame of a key."""
        assert self.scene.handle(Press(action), PAGE) is None
        self.scene.tick(PAGE)
        return self.scene.said

    def finish(self) -> str:
        """Let it be done; what is said then."""
        self.go.set()
        while not self.saves or self.scene.said != "Saved: here":
            self.scene.tick(PAGE)
        return self.scene.said


def test_the_screen_says_that_it_saves_before_it_has() -> None:
    saving = Saving()
    before = saving.scene.still(PAGE)
    assert saving.press(Action.SAVE) == "Saving the picture …"
    assert saving.scene.still(PAGE) != before
    assert saving.saves == 0
    assert saving.finish() == "Saved: here"


def test_keys_work_while_it_saves() -> None:
    saving = Saving()
    saving.press(Action.SAVE)
    assert saving.press(OPTIONS[2]) == "Copied."
    assert saving.scene.handle(Press(Action.BACK), PAGE) is not None
    assert (saving.saves, saving.copies) == (0, 1)
    saving.go.set()


def test_pressing_twice_saves_once_and_pressing_later_saves_again() -> None:
    saving = Saving()
    for _ in range(3):
        saving.press(Action.SAVE)
    saving.finish()
    assert saving.saves == 1
    saving.press(Action.SAVE)
    while saving.saves < 2:
        saving.scene.tick(PAGE)


def test_what_goes_wrong_there_is_not_swallowed() -> None:
    saving = Saving(RuntimeError("nobody foresaw this"))
    saving.press(Action.SAVE)
    with pytest.raises(RuntimeError, match="nobody foresaw this"):
        saving.finish()
