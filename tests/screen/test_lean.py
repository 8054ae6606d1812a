"""pygame brought in by halves: what is left out is missed by nobody, and is there as soon as it is wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import quizgame
from quizgame.screen.lean import LATER, bring_in

PACKAGE = Path(quizgame.__file__).parents[1]


def ran(child: str) -> str:
    """What a fresh Python prints, to which every warning is an error."""
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error", "-c", child],
        env=os.environ | {"PYTHONPATH": str(PACKAGE)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


LEAN = "import sys; from quizgame.screen import lean; lean.bring_in(); import pygame; "


def test_what_can_wait_is_not_there_at_first() -> None:
    assert ran(f"{LEAN} print([name for name in lean.LATER if name in sys.modules])") == "[]"


def test_a_window_opens_and_words_are_set_without_it() -> None:
    window = "pygame.display.init(); window = pygame.Window('lean', (64, 64)); print(*window.size)"
    word = "pygame.font.init(); pygame.Font(None, 20).render('a', True, 'red')"
    assert ran(f"{LEAN} {window}; {word}") == "64 64"


@pytest.mark.parametrize("name", [*LATER, "pygame.freetype", "pygame._sdl2.controller"])
def test_whoever_wants_it_later_has_it(name: str) -> None:
    assert ran(f"{LEAN} import {name}; print({name}.__name__)") == name


def test_sounds_are_heard_all_the_same() -> None:
    hear = "from quizgame import resources; from quizgame.screen.sound import Sound"
    open_it = "sound = Sound(resources.assets() / 'sounds'); sound.open(); print(pygame.mixer.get_init())"
    assert ran(f"{LEAN} {hear}; {open_it}; sound.close()") == "(48000, -16, 2)"


@pytest.mark.parametrize("needed", ["pygame.base", "pygame.rect", "pygame.surface"])
def test_where_pygame_cannot_do_without_a_part_all_of_it_comes(needed: str) -> None:
    whole = f"from quizgame.screen import lean; lean.bring_in(['pygame.mixer', {needed!r}]); import pygame"
    window = "pygame.display.init(); window = pygame.Window('whole', (64, 64)); window.get_surface()"
    assert ran(f"{whole}; {window}; print(pygame.mixer.Sound.__name__)") == "Sound"


def test_what_is_there_already_stays() -> None:
    before = dict(sys.modules)
    bring_in()
    assert dict(sys.modules) == before
