"""The storyboard of the screens beside the game: scores, settings and what is to be read; knows no rules."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from typing import Any

from quizgame import choices, figures, lesson, resources, tables, troubles
from quizgame.parts import Parts
from quizgame.quiz.modes import MODES, THE_SCORE
from quizgame.screen.keymap import USUAL, Keymap
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes import controls, settings, title
from quizgame.screen.scenes.controls import ControlsScene
from quizgame.screen.scenes.credits import CreditsScene
from quizgame.screen.scenes.howto import HowToScene
from quizgame.screen.scenes.message import MessageScene
from quizgame.screen.scenes.problems import ProblemsScene
from quizgame.screen.scenes.scores import ScoresScene
from quizgame.screen.scenes.settings import SettingsScene
from quizgame.waiting import wait_for

Part = Generator[Scene[Any], Any, None]
ALL_USUAL = "Every key and every button that you have changed gets its old meaning back."


def show_page(parts: Parts, chosen: str) -> Part:
    """What was chosen on the title screen, other than to play."""
    match chosen:
        case title.SCORES:
            yield from show_scores(parts)
        case title.STATISTICS:
            yield from figures.show_statistics(parts)
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

    speaks = parts.world.speaks()
    scene = SettingsScene(lambda: choices.options(parts.settings, speaks), change)
    while (chosen := (yield from show(scene))) != settings.DONE:
        if chosen == choices.CONTROLS:
            yield from show_controls(parts)
        else:
            yield from lesson.explain(parts, "Back")


def show_controls(parts: Parts) -> Part:
    """What each key and button does; every change takes effect at once."""

    def change(keymap: Keymap) -> None:
        parts.change(keys=keymap.keys, pad=keymap.pad)

    scene = ControlsScene(lambda: parts.keymap, change)
    while (yield from show(scene)) == controls.RESET:
        buttons = [("go", "All as usual"), ("stay", "Keep mine")]
        if (yield from show(MessageScene("ALL KEYS AS USUAL?", ALL_USUAL, buttons, safe="stay"))) == "go":
            change(USUAL)


def show_scores(parts: Parts, run_id: int | None = None) -> Part:
    """The tables, from that of The Score; with a run, from the one it stands on."""
    if not (yield from wait_for(parts.content.ready)):
        return
    mode, assist = THE_SCORE, ""
    if run_id is not None:
        with suppress(LookupError):  # the file may be gone since
            run = parts.scores.run(run_id)
            mode, assist = MODES.get(run.mode, THE_SCORE), run.assist
    today = parts.world.today().date()
    shelf = tables.Tables(parts.scores, parts.checks, parts.content.bank, today, run_id)
    yield from show(ScoresScene(shelf.axes(mode, assist), shelf.look, shelf.version))
