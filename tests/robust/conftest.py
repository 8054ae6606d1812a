"""The library that makes calls fail, and processes that save."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

import quizgame
from quizgame.store.paths import Places
from tests.robust import saver

CHECKOUT = Path(quizgame.__file__).parents[1]

# A fork of a process that has imported everything starts a hundred times as fast as a process.
FORKS = "forkserver" in multiprocessing.get_all_start_methods()
Start = Callable[..., tuple[multiprocessing.process.BaseProcess, Connection]]


@pytest.fixture
def places(swift: Path) -> Places:
    """Places that do not exist yet."""
    return Places(swift / "data", swift / "cache")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of shim.c, for a process to preload."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("only Linux preloads libraries so, and only a compiler makes one")
    built = tmp_path_factory.mktemp("library") / "shim.so"
    source = Path(__file__).with_name("shim.c")
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", built, source, "-ldl"], check=True)
    return built


@pytest.fixture
def preloaded(library: Path) -> Callable[..., str]:
    """Run a module of these tests with the library; returns what it prints."""
    environ = os.environ | {"LD_PRELOAD": str(library), "PYTHONPATH": str(CHECKOUT)}

    def run(module: str, *words: object) -> str:
        command = [sys.executable, "-m", f"tests.robust.{module}", *map(str, words)]
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def start() -> Start:
    """Start a process that does a chore `count` times from number `first` on, and sends each when done."""
    context = multiprocessing.get_context("forkserver") if FORKS else multiprocessing.get_context("spawn")
    context.set_forkserver_preload(["tests.robust.saver"])

    def run(
        home: Path, first: int, count: int, chore: str = "save", watched: bool = False
    ) -> tuple[object, Connection]:
        ours, theirs = context.Pipe(duplex=False)
        target = saver.work_watched if watched else saver.work
        process = context.Process(target=target, args=(theirs, home, first, count, chore), daemon=True)
        process.start()
        theirs.close()
        return process, ours

    return run  # type: ignore[return-value]
