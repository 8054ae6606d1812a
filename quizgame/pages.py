"""The storyboard of the screens beside the game: scores, settings and what is to be read; knows no rules."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from quizgame import choices, resources, tables, troubles
from quizgame.parts import Parts
from quizgame.quiz.modes import THE_SCORE
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes import title
from quizgame.screen.scenes.credits import CreditsScene
from quizgame.screen.scenes.howto import HowToScene
from quizgame.screen.scenes.problems import ProblemsScene
from quizgame.screen.scenes.scores import ScoresScene
from quizgame.screen.scenes.settings import SettingsScene

Part = Generator[Scene[Any], Any, None]


def show_page(parts: Parts, chosen: str) -> Part:
    """What was chosen on the title screen, other than to play."""
    match chosen:
        case title.SCORES:
            yield from show_scores(parts)
        case title.HOWTO:
            yield from show(HowToScene(THE_SCORE))
        case title.SETTINGS:
            yield from show_settings(parts)
        case title.CREDITS:
            yield from show(CreditsScene(parts.world.version, parts.world.sources(), parts.world.assets()))
        case title.PROBLEMS:
            folders = (parts.places.questions, resources.questions())
            yield from show(ProblemsScene(troubles.of(parts.content.problems, folders)))


def show_settings(parts: Parts) -> Part:
    """The settings; every change takes effect at once."""

    def change(name: str, index: int) -> None:
        parts.change(**{name: choices.value(name, index)})

    yield from show(SettingsScene(lambda: choices.options(parts.settings), change))


def show_scores(parts: Parts, run_id: int | None = None, assist: str = "") -> Part:
    """The tables of The Score; with a run, the table it stands on."""
    found = tables.of(parts.scores, THE_SCORE, run_id)
    shown = next((number for number, (label, _) in enumerate(found) if label == assist), 0)
    notice = "" if parts.scores.writable else "Scores cannot be kept here"
    yield from show(ScoresScene([table for _, table in found], shown, notice))
