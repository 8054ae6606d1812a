"""The child process that indexes: it does the work, says how far it is, and never outlives the game."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quizgame.content.index.catalogue import Catalogue, refresh
from quizgame.content.index.indexer import WORD, NoChild, _command, index_in_child
from quizgame.content.index.indexing import OPENING, Wish
from quizgame.quiz.bank import Want

PATIENCE_S = 60


def write(path: Path, *numbers: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = (f"- question: Number {n}?\n  answer: A{n}\n  wrong: [B, C]\n" for n in numbers)
    path.write_text(f"pack: {path.stem}\nquestions:\n{''.join(entries)}", "utf-8")


@pytest.fixture
def wish(tmp_path: Path) -> Wish:
    write(tmp_path / "packs" / "a.yaml", 1, 2)
    write(tmp_path / "packs" / "b – Ünï.yaml", *range(3, 9))
    return Wish((tmp_path / "packs",))


def test_the_child_does_the_work_and_tells_how_far_it_is(wish: Wish, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    index_in_child(tmp_path / "c.sqlite3", wish, lambda done, total: told.append((done, total)))
    with Catalogue(tmp_path / "c.sqlite3") as catalogue:
        assert catalogue.count(Want()) == 8
    assert len(told) == 2
    assert told[-1][0] == told[-1][1]
    assert told[-1][1] == sum(OPENING + p.stat().st_size for p in (tmp_path / "packs").iterdir())


def test_a_frozen_game_is_its_own_child(wish: Wish, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "quizgame", WORD]
    index_in_child(tmp_path / "c.sqlite3", wish, lambda done, total: None, command)
    with Catalogue(tmp_path / "c.sqlite3") as catalogue:
        assert catalogue.count(Want()) == 8


def test_what_is_off_and_held_reaches_the_child(wish: Wish, tmp_path: Path) -> None:
    refresh(tmp_path / "c.sqlite3", wish)
    (tmp_path / "packs" / "a.yaml").write_text("nothing", "utf-8")
    now = Wish(wish.folders, frozenset(["b – Ünï.yaml"]), hold=True)
    index_in_child(tmp_path / "c.sqlite3", now, lambda done, total: None)
    with Catalogue(tmp_path / "c.sqlite3") as catalogue:
        assert [(pack.off, pack.held) for pack in catalogue.packs()] == [(False, True), (True, False)]


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "import os; os.abort()", "print('?'); 1/0"])
def test_a_child_that_fails_is_known(code: str, wish: Wish, tmp_path: Path) -> None:
    with pytest.raises(NoChild):
        index_in_child(tmp_path / "c.sqlite3", wish, lambda *_: None, [sys.executable, "-c", code])


def test_a_child_that_cannot_be_started_is_known(wish: Wish, tmp_path: Path) -> None:
    with pytest.raises(NoChild):
        index_in_child(tmp_path / "c.sqlite3", wish, lambda *_: None, [str(tmp_path / "none")])


def test_the_child_ends_with_the_game_and_leaves_a_whole_catalogue(wish: Wish, tmp_path: Path) -> None:
    refresh(tmp_path / "c.sqlite3", wish)
    for number in range(40):
        write(tmp_path / "packs" / f"more-{number}.yaml", *range(100 * number, 100 * number + 100))
    order = {
        "path": str(tmp_path / "c.sqlite3"),
        "folders": [str(tmp_path / "packs")],
        "off": [],
        "hold": False,
    }
    child = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdin
    assert child.stdout
    with child:
        child.stdin.write(json.dumps(order) + "\n")
        child.stdin.flush()
        assert child.stdout.readline()  # it is at work
        child.stdin.close()  # the game has gone
        assert child.wait(PATIENCE_S) != 0
    with Catalogue(tmp_path / "c.sqlite3") as catalogue:
        assert catalogue.count(Want()) == 8
    refresh(tmp_path / "c.sqlite3", wish)
    with Catalogue(tmp_path / "c.sqlite3") as catalogue:
        assert len(catalogue.packs()) == 42
