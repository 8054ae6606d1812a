"""A whole game in a real window: keys and mouse go in as a player's would, the score file tells the end."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from quizgame.quiz.run import Ending

if TYPE_CHECKING:
    from tests.window.conftest import Game

PLAYER = "Neil M"
PLAY = (200, 290)
STAY = (1100, 430)
"""A place on the card STAY where no other screen has anything that would end or leave a run."""


def test_a_whole_game_from_the_title_to_the_table(start: Callable[..., Game]) -> None:
    game = start()
    game.ready()
    game.keys("Return", "Return", "Return")  # play, the mode, go in
    for option in "2134":
        game.keys("Return", option, "Return")  # enough of reading, the answer, on
    play_to_the_end(game)
    sign(game, PLAYER)
    game.screen.wait_until_still()
    game.process.terminate()
    assert game.left() == 0
    [run] = kept(game)
    assert run["player"] == PLAYER
    assert run["ended"] in ("busted", "clear")
    assert run["asked"] > 5
    assert len(run["answers"]) == run["asked"]


def test_the_mouse_presses_what_it_points_at(start: Callable[..., Game]) -> None:
    game = start()
    game.ready()
    game.keys("End")  # Enter would quit now
    game.click(*PLAY)
    game.into_the_first_round()
    game.process.terminate()
    assert game.left() == 0
    assert [saved.run.ended for saved in game.runs()] == [Ending.ABANDONED]


def play_to_the_end(game: Game) -> None:
    """Click and Enter in turn: any answer to each question, and always stay.

    Only Enter leads to the walk-or-stay screen, and the next click stays, however slow the machine is.
    """
    for _ in range(200):
        before = game.screen.picture()
        game.click(*STAY)
        game.keys("Return")
        if game.runs():
            return
        game.screen.wait_for_change(before)
    raise AssertionError("200 answers did not end the run")


def sign(game: Game, name: str) -> None:
    """Enter leads to the name from wherever a run ends, and does nothing there while it is empty."""
    for _ in range(3):  # each once the last has been seen: a double press chooses nothing there
        game.keys("Return")
        game.screen.wait_until_still()
    game.screen.do("type", name)
    game.keys("Return")


def kept(game: Game) -> list[dict[str, Any]]:
    """The runs as another process of the game finds them."""
    return [json.loads(line) for line in game.prints("scores", "--json").splitlines()]
