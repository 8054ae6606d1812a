"""The power fails at any moment: whatever the disk holds then, the game has what it said it had."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from tests.robust.chores import CHORES, Chore, Facts, facts
from tests.robust.disk import Disk, Machine, digest, entries
from tests.robust.saver import sample

Preloaded = Callable[..., str]


@pytest.mark.parametrize(("chore", "every"), [("save", 29), ("choose", 1)])
def test_a_power_cut_costs_nothing_that_was_acknowledged(
    preloaded: Preloaded, swift: Path, chore: str, every: int
) -> None:
    check(preloaded, swift, chore, every)


@pytest.mark.long
@pytest.mark.parametrize("chore", CHORES)
def test_no_power_cut_costs_anything_that_was_acknowledged(
    preloaded: Preloaded, swift: Path, chore: str
) -> None:
    check(preloaded, swift, chore, 1)


def test_the_simulated_disk_ends_as_the_real_one(preloaded: Preloaded, swift: Path) -> None:
    preloaded("recording", swift, "chain")
    *_, (_, last) = states(swift)
    real = {str(path): path.read_bytes() for path in (swift / "home").rglob("*") if path.is_file()}
    assert {name: len(content) for name, content in last.items()} == {
        name: len(content) for name, content in real.items()
    }
    assert last == real


def check(preloaded: Preloaded, folder: Path, name: str, every: int) -> None:
    """Record a chore, and look at each `every`-th disk that may be left of it."""
    preloaded("recording", folder, name)
    expected = acknowledged(CHORES[name], folder)
    known: set[tuple[int, bytes]] = set()
    for number, (done, disk) in enumerate(states(folder)):
        if (done, digest(disk)) not in known and number % every == 0:
            known.add((done, digest(disk)))
            look(folder, disk, expected[done : done + 2], CHORES[name].told)
    assert known


def acknowledged(chore: Chore, folder: Path) -> list[Facts]:
    """What the files hold before the first step and after each."""
    with TemporaryDirectory(dir=folder) as elsewhere:
        places = Places(Path(elsewhere) / "data", folder)
        chore.prepare(places)
        found = [facts(places)]
        for step in chore.steps:
            step(places)
            found.append(facts(places))
    return found


def states(folder: Path) -> Iterator[tuple[int, Disk]]:
    """Every disk after every change, with the number of steps that were acknowledged; the last is the end."""
    before = folder / "before"
    disk = {
        str(folder / "home" / path.relative_to(before)): path.read_bytes()
        for path in before.rglob("*")
        if path.is_file()
    }
    machine, done = Machine(disk), 0
    for entry in entries((folder / "record").read_bytes()):
        machine.follow(entry)
        done += entry.what == "!"
        yield from ((done, state) for state in machine.states())


def look(folder: Path, disk: Disk, expected: list[Facts], may_mend: bool) -> None:
    """Start the game on this disk: what it finds is expected, it complains of nothing, and it can save."""
    with TemporaryDirectory(dir=folder) as elsewhere:
        places = Places(Path(elsewhere) / "data", folder)
        for name, content in disk.items():
            file = places.data / Path(name).relative_to(folder / "home" / "data")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        assert facts(places) in expected
        scores = Scores.open(places)
        assert may_mend or scores.notices == ()
        scores.add(sample(99))
        assert sample(99) in {entry.run for entry in scores.runs()}
