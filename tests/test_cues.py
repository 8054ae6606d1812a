"""Every sound that the game asks for is there, every sound that is there is asked for, and a run is heard."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

from quizgame.quiz.rules import Crew
from quizgame.resources import assets
from quizgame.screen.music import CALM, LAYERS
from quizgame.screen.scene import Action
from quizgame.screen.sound import TELLING, WAITS
from quizgame.store.paths import Places
from tests.pilot import Clock, Given, Pilot, parts_of
from tests.screen.small_bank import small_bank
from tests.test_house import TREES

FILES = {path.stem for path in (assets() / "sounds").iterdir()}
EFFECTS = FILES - {CALM, *LAYERS}
OF_THE_WALL = "quizgame.screen.sound"  # it lists sounds and asks for none


def named(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def cued() -> set[str]:
    """What stands in so many words in a call of `cue`."""
    calls = [node for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.Call)]
    asks = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "cue"]
    return {name for call in asks for arg in call.args for name in outcomes(arg)}


def outcomes(arg: ast.expr) -> set[str]:
    if isinstance(arg, ast.IfExp):
        return outcomes(arg.body) | outcomes(arg.orelse)
    return {str(arg.value)} if isinstance(arg, ast.Constant) else set()


def test_every_cue_has_its_file() -> None:
    assert len(cued()) > 10
    assert cued() | set(TELLING) | set(WAITS) | {CALM, *LAYERS} <= FILES


def test_every_file_is_asked_for_somewhere() -> None:
    words = set[str]().union(*(named(tree) for name, tree in TREES.items() if name != OF_THE_WALL))
    made_up = {name for name in EFFECTS if re.fullmatch(r"pulse_\d+|crew_\w+", name)}
    assert EFFECTS - words - made_up == set()
    assert made_up == {f"pulse_{second}" for second in range(1, 11)} | {f"crew_{who}" for who in Crew}


def heard_in_a_run(folder: Path, patience_ms: int, presses: int) -> Counter[str]:
    clock = Clock()
    pilot = Pilot(parts_of(Places(folder, folder / "cache"), Given(small_bank()), clock), clock)
    heard = Counter[str]()
    for _ in range(presses):
        pilot.wait(600)  # a press right after the opening of a question is taken for a slip
        pilot.press(Action.ACCEPT)
        heard.update(pilot.show.sounds())
        for _ in range(patience_ms // 500 if pilot.at in ("QuestionScene", "DecisionScene") else 0):
            pilot.wait(500)
            heard.update(pilot.show.sounds())
    pilot.show.close()
    return heard


def test_a_run_in_which_time_runs_out_is_heard_to_the_last_second(tmp_path: Path) -> None:
    heard = heard_in_a_run(tmp_path, 40_000, 24)
    assert set(heard) <= FILES
    assert {"card", "open", "late", "heat_up", *(f"pulse_{second}" for second in range(1, 11))} <= set(heard)
    assert heard["pulse_3"] == heard["pulse_10"]
    assert heard["wrong"] == 0, "to be late is not to be wrong"


def test_a_quick_run_is_heard_with_its_choices_though_their_screens_are_gone(tmp_path: Path) -> None:
    heard = heard_in_a_run(tmp_path, 0, 40)
    assert set(heard) <= FILES
    assert {"choose", "card", "open", "right", "wrong", "decide", "walk"} <= set(heard)
    assert heard["record"] == 0, "the first take of all has beaten nobody"
    assert not any(name.startswith("pulse") for name in heard)
