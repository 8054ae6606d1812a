"""The storyboard: which screen follows which result; knows no pixels and no rules."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from quizgame import choices, tables
from quizgame.parts import Parts
from quizgame.playing import play_run
from quizgame.quiz.modes import MODES, THE_SCORE, Mode, Round
from quizgame.quiz.rules import Rules
from quizgame.screen.band import dollars
from quizgame.screen.scene import Scene, Story, show
from quizgame.screen.scenes import title
from quizgame.screen.scenes.credits import CreditsScene
from quizgame.screen.scenes.howto import HowToScene
from quizgame.screen.scenes.modes import ModesScene, Offer
from quizgame.screen.scenes.problems import ProblemsScene, Trouble
from quizgame.screen.scenes.scores import ScoresScene
from quizgame.screen.scenes.settings import SettingsScene
from quizgame.screen.scenes.title import Lobby, TitleScene

Part = Generator[Scene[Any], Any, None]


def story(parts: Parts) -> Story:
    """The whole game, from the title to the end."""
    first = title.PLAY
    while True:
        first = yield from show(TitleScene(lambda: _lobby(parts), first))
        match first:
            case title.PLAY:
                yield from _choose_and_play(parts)
            case title.SCORES:
                yield from show_scores(parts)
            case title.HOWTO:
                yield from show(HowToScene(THE_SCORE))
            case title.SETTINGS:
                yield from show_settings(parts)
            case title.CREDITS:
                yield from show(CreditsScene(parts.version, parts.sources(), parts.assets()))
            case title.PROBLEMS:
                yield from show(ProblemsScene(_troubles(parts)))
            case _:
                return


def show_settings(parts: Parts) -> Part:
    """The settings; every change takes effect at once."""
    change = lambda name, index: parts.change(**{name: choices.value(name, index)})  # noqa: E731
    yield from show(SettingsScene(lambda: choices.options(parts.settings), change))


def show_scores(parts: Parts, run_id: int | None = None, assist: str = "") -> Part:
    """The tables of The Score; with a run, the table it stands on."""
    found = tables.of(parts.scores, THE_SCORE, run_id)
    shown = next((number for number, (label, _) in enumerate(found) if label == assist), 0)
    notice = "" if parts.scores.writable else "Scores cannot be kept here"
    yield from show(ScoresScene([table for _, table in found], shown, notice))


def _choose_and_play(parts: Parts) -> Part:
    chosen = ""
    while True:
        offers = [_offer(parts, mode) for mode in MODES.values()]
        picked = yield from show(ModesScene(offers, chosen))
        if picked is None:
            return
        chosen = picked
        again = yield from play_run(parts, MODES[picked], show_settings, show_scores)
        while again:
            again = yield from play_run(parts, MODES[picked], show_settings, show_scores)
        return


def _offer(parts: Parts, mode: Mode) -> Offer:
    rounds = tuple(
        (round.title, _pays(mode.rules, round, number)) for number, round in enumerate(mode.rounds, start=1)
    )
    return Offer(mode.id, mode.title, mode.line, rounds, tuple(_notes(parts, mode)))


def _pays(rules: Rules, round: Round, number: int) -> str:
    best = sum(rules.answer_money(level, number) for level in round.levels)
    return f"up to {dollars(best)}  ·  a miss +{rules.heat_for_wrong(number, doubled=False)}"


def _notes(parts: Parts, mode: Mode) -> list[str]:
    best = parts.scores.table(mode.id, parts.assist().label, 1)
    notes = [f"BEST SO FAR  {dollars(best[0].take)}  {best[0].player}" if best else "NO RUN ON THE TABLE YET"]
    if parts.assist().label:
        notes.append(f"WITH {parts.assist().label.upper()}: A TABLE OF ITS OWN")
    if not parts.settings.spoilers:
        notes.append("QUESTIONS THAT GIVE THE STORY AWAY ARE LEFT OUT")
    return notes


def _lobby(parts: Parts) -> Lobby:
    return Lobby(len(parts.content.problems), parts.notices())


def _troubles(parts: Parts) -> list[Trouble]:
    return [
        Trouble(
            f"{found.file}:{found.line}:{found.column}" if found.line else found.file, found.what, found.help
        )
        for found in parts.content.problems
    ]
