"""The screens about question packs with something real on them; knows no pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from quizgame import preview
from quizgame.content.problems import Problem, Severity
from quizgame.proof import Proof, Proofs, Watching
from quizgame.screen.listed import Listed
from quizgame.screen.scene import Scene
from quizgame.screen.scenes.pack import PackScene
from quizgame.screen.scenes.packs import PacksScene
from quizgame.screen.scenes.writing import WritingScene
from tests.kind_samples import QUESTIONS, other
from tests.picture_samples import pictured, skyline

OWN = Listed("/q/my-heist-night.yaml", "My heist night", "my-heist-night.yaml", 12, own=True)
SHIPPED = Listed("/game/heat", "Heat", "came with the game", 1_012)
LISTED = (
    replace(OWN, id="1", errors=2, warnings=1, held=True),
    replace(
        OWN, id="2", title="Every gun in the film, by calibre and by who fires it " * 2, where="guns.yaml"
    ),
    replace(
        OWN, id="3", title="Фильмы о Лос-Анджелесе", where="los-angeles/films.yaml", questions=1, on=False
    ),
    replace(OWN, id="4", title="Not finished", where=f"{'deep/' * 30}x.yaml", questions=0, errors=31),
    *(replace(OWN, id=f"{n}", title=f"Import, part {n}", where=f"import-{n}.yaml") for n in range(5, 60)),
    SHIPPED,
)


def packs() -> Iterator[tuple[str, Scene[Any]]]:
    """The list, single packs, and how to write one."""
    off = [replace(pack, on=False) for pack in (OWN, SHIPPED)]
    yield "packs", PacksScene(lambda: LISTED, lambda id, on: None, lambda: "")
    opened = "Opened /home/neil/.local/share/quizgame/questions"
    yield "packs-first", PacksScene(lambda: [SHIPPED], lambda id, on: None, lambda: opened)
    yield "packs-off", PacksScene(lambda: off, lambda id, on: None, lambda: "")
    yield "pack", PackScene(lambda: SHIPPED, lambda on: None)
    for name, pack in zip(("held", "long", "off", "unfinished"), LISTED, strict=False):
        yield f"pack-{name}", PackScene(partial(_same, pack), lambda on: None)
    folder = "/home/neil/.local/share/quizgame/questions"
    yield "writing", WritingScene(folder, "/usr/share/quizgame/questions/README.md")
    yield from _previews()


def _same(pack: Listed) -> Listed:
    return pack


def _previews() -> Iterator[tuple[str, Scene[Any]]]:
    file = Path("/home/neil/packs/my-heist-night.yaml")
    error = Problem(str(file), 47, 5, "unknown-key", "unknown key 'anwser'", "did you mean 'answer'?")
    hint = Problem(str(file), 2, 5, "no-source", "the question has no source", "", Severity.WARNING)
    title = LISTED[1].title
    for name, question in {**QUESTIONS, "picture": pictured("several", skyline())}.items():
        wrong = {"typed": (error,), "picture": (error,), "several": (hint,)}.get(name, ())
        proof = Proof(
            title if name == "typed" else "My heist night", (question,) * 12, wrong, lines=(1,) * 12
        )
        reel = preview.Reel(Proofs(file, proof, _nobody), 2)
        yield f"preview-{name}", reel.scene()
        card = preview.asking(question).card
        reel.answer(other(card))
        if name in ("typed", "several", "picture"):
            yield f"preview-{name}-reveal", reel.scene()


def _nobody(paths: Sequence[Path], changed: Callable[[frozenset[Path]], None]) -> Watching:
    raise AssertionError("nobody watches here")
