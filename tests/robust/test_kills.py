"""Killed at any moment, or saving side by side: nothing that was acknowledged is lost, nothing is half."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from quizgame.store import settings
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from tests.robust.profile import times
from tests.robust.saver import PACKS, TOGETHER, sample

Start = Callable[..., tuple[BaseProcess, Connection]]

PROCESSES = 4


def received(pipe: Connection, most: int) -> list[int]:
    """The next numbers that a process sends, fewer where it ends before."""
    found: list[int] = []
    while len(found) < most:
        try:
            found.append(int(pipe.recv_bytes()))
        except EOFError:
            break
    return found


def killed(start: Start, places: Places, kill: int, chore: str) -> set[int]:
    """The numbers that a process acknowledged before it was killed, now early, now late in the next."""
    process, pipe = start(places.data, kill * 1_000, 1_000, chore)
    with pipe:
        acknowledged = received(pipe, 1 + kill % 3)
        # At most as long as a few chores take, and elsewhere within one each time.
        moment = hashlib.sha256(f"moment {kill}".encode()).digest()[0] / 256 * 0.006
        pipe.poll(moment)
        process.kill()
        acknowledged += received(pipe, 1_000)
    process.join()
    return set(acknowledged)


@times("kills", 40, 1_000)
def test_a_process_killed_while_saving_loses_nothing_it_acknowledged(
    places: Places, start: Start, kills: int
) -> None:
    acknowledged: set[int] = set()
    for kill in range(kills):
        acknowledged |= killed(start, places, kill, "save")
        scores = Scores.open(places)
        assert (scores.notices, scores.writable) == ((), True)
    found = {entry.run for entry in Scores.open(places).runs() if entry.sealed}
    assert {sample(number) for number in acknowledged} <= found
    assert not list(places.data.glob("scores-damaged*"))


@times("kills", 10, 300)
def test_settings_are_never_half(places: Places, start: Start, kills: int) -> None:
    for kill in range(kills):
        last = max(killed(start, places, kill, "choose"))
        chosen, notices = settings.load(places)
        assert notices == ()
        assert chosen.player in (f"Name {last}", f"Name {last + 1}")
        assert len(chosen.packs_off) == int(chosen.player.removeprefix("Name ")) % PACKS


@times("kills", 5, 200)
def test_a_process_killed_while_importing_leaves_all_of_a_file_or_nothing(
    places: Places, start: Start, kills: int
) -> None:
    for kill in range(kills):
        acknowledged = killed(start, places, kill, "bring")
        scores = Scores.open(places)
        found = Counter(int(entry.run.seed.removeprefix("seed-")) // TOGETHER for entry in scores.runs())
        assert set(found.values()) == {TOGETHER}
        assert acknowledged <= found.keys()
        assert scores.notices == ()


@times("kills", 5, 200)
def test_a_process_killed_while_exporting_leaves_a_whole_file(
    places: Places, start: Start, kills: int
) -> None:
    Scores.open(places).add_all([sample(number) for number in range(20)])
    for kill in range(kills):
        killed(start, places, kill, "export")
        other = Places(places.data / f"friend {kill}", places.cache)
        assert Scores.open(other).import_from(places.data / "export.json").added == 20


@times("kills", 5, 200)
def test_a_process_killed_while_marking_forgets_nothing_it_acknowledged(
    places: Places, start: Start, kills: int
) -> None:
    for kill in range(kills):
        acknowledged = killed(start, places, kill, "mark")
        found = Counter(int(id.split("/")[0]) for id in Scores.open(places).seen.seen("Neil"))
        assert set(found.values()) == {25}
        assert acknowledged <= found.keys()


@times("kills", 5, 200)
def test_a_process_killed_while_signing_leaves_a_name_and_a_seal_that_fit(
    places: Places, start: Start, kills: int
) -> None:
    Scores.open(places).add(sample(1))
    for kill in range(kills):
        last = max(killed(start, places, kill, "rename"))
        scores = Scores.open(places)
        assert scores.saved(1).sealed
        assert scores.run(1).player in (f"Name {last}", f"Name {last + 1}")


@times("each", 25, 250)
def test_processes_that_save_at_the_same_time_lose_nothing(places: Places, start: Start, each: int) -> None:
    # None of them finds a file, so that they also race to make it.
    side_by_side(start, places, each, "save")
    found = {entry.run for entry in Scores.open(places).runs()}
    assert found == {sample(number) for number in range(PROCESSES * each)}


@times("each", 5, 100)
def test_processes_that_save_and_look_at_the_same_time_lose_nothing(
    places: Places, start: Start, each: int
) -> None:
    """A look must not let go of the lock under which another thread of the same game writes."""
    side_by_side(start, places, each, "save", watched=True)
    scores = Scores.open(places)
    assert scores.notices == ()
    assert {entry.run for entry in scores.runs()} == {sample(number) for number in range(PROCESSES * each)}


def test_games_that_deal_at_the_same_time_forget_nothing(places: Places, start: Start) -> None:
    side_by_side(start, places, 10, "mark")
    found = Scores.open(places).seen.seen("Neil")
    assert len(found) == len(set(found.values())) == PROCESSES * 10 * 25


def side_by_side(start: Start, places: Places, each: int, chore: str, watched: bool = False) -> None:
    """Several processes at once; each does its chore so many times and ends well."""
    games = [start(places.data, number * each, each, chore, watched) for number in range(PROCESSES)]
    for process, pipe in games:
        with pipe:
            assert len(received(pipe, each)) == each
        process.join()
        assert process.exitcode == 0
