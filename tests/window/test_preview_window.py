"""The preview in a real window: a save is on the screen at once, and nothing is left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.window.conftest import settle

if TYPE_CHECKING:
    from tests.window.conftest import Game

PACK = """\
pack: My night
questions:
- question: Which city is Heat set in?
  answer: Los Angeles
  wrong: [Chicago, Miami]
  id: city
"""


def test_every_save_is_shown_and_leaving_keeps_nothing(start: Callable[..., Game], tmp_path: Path) -> None:
    file = tmp_path / "my-pack.yaml"
    file.write_text(PACK, "utf-8")
    settle(tmp_path / "home")
    game = start("preview", str(file), "city")
    game.screen.wait_for_change(game.screen.picture())
    game.screen.wait_until_still()
    before = game.screen.picture()
    for text in (PACK.replace("Which", "In which"), PACK.replace("answer", "anwser")):
        (tmp_path / "new").write_text(text, "utf-8")
        (tmp_path / "new").replace(file)  # as many editors save
        game.screen.wait_for_change(before)
        game.screen.wait_until_still()
        before = game.screen.picture()
    game.keys("1", "Escape")
    assert game.left() == 0
    assert game.said == ""
    assert [path.name for path in game.home.iterdir()] == ["settings.json"]
