"""The runs that players have finished, kept for good; knows no rules and no screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TextIO

from quizgame.quiz.run import Run
from quizgame.quiz.runfile import BadFile
from quizgame.store import exchange, past, rows, tables
from quizgame.store.errors import NotSaved, UnknownRun, plain
from quizgame.store.files import write_chunks
from quizgame.store.names import clean_name, fold
from quizgame.store.paths import Places
from quizgame.store.rows import SavedRun
from quizgame.store.scorefile import ScoreFile
from quizgame.store.seen import Seen
from quizgame.store.tables import Around, Board, ScoreRow

# Of a file to be imported: some fifty thousand runs, and more than anybody sends to anybody.
LARGEST_FILE = 1_000_000_000
TOGETHER = 200  # runs that are read at a time


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: runs that are new here, and runs that were here already.

    `unsealed` of the new ones are not as the game wrote them and get no tick; `named` of the known ones had
    no name here and have one now.
    """

    added: int = 0
    known: int = 0
    unsealed: int = 0
    named: int = 0


class Scores:
    """The score file. Between calls nothing is held open, so that other games may use it too."""

    def __init__(self, places: Places, now: Callable[[], datetime]) -> None:
        """Use `open`."""
        self._file = ScoreFile(places, now)
        self.seen = Seen(self._file)  # which questions were dealt to whom, in the same file

    @classmethod
    def open(cls, places: Places, *, now: Callable[[], datetime] = datetime.now) -> Scores:
        """The scores of these places, mended where need be; never fails.

        `notices` says what there is to tell. Nothing is written where there is no score file yet.
        """
        return cls(places, now)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the player should know, one sentence each."""
        return self._file.notices

    @property
    def writable(self) -> bool:
        """Whether runs will be kept, as far as can be known without writing."""
        return self._file.writable

    def add(self, run: Run) -> int:
        """Save a run; when this returns its number, the run is on disk. Raises NotSaved.

        A run that is there already keeps its number, so trying again is safe.
        """
        [run_id] = self.add_all([run])
        return run_id

    def add_all(self, runs: Iterable[Run]) -> tuple[int, ...]:
        """Save the runs of several players of one game, all of them or none, as `add` does."""
        fresh = [_fresh(run) for run in runs]
        ids = self._file.write(lambda connection: tuple(rows.insert(connection, saved) for saved in fresh))
        self._file.back_up()
        return ids

    def finish(self, begun: Run, run: Run) -> int:
        """Save a run in the place of what was saved of it when it began, as `add` does."""

        def work(connection: sqlite3.Connection) -> int:
            run_id = rows.forget(connection, _fresh(begun).key)
            return rows.insert(connection, replace(_fresh(run), run_id=run_id))

        run_id = self._file.write(work)
        self._file.back_up()
        return run_id

    def rename(self, run_id: int, player: str) -> None:
        """Put another name to a run; raises NotSaved and UnknownRun."""
        name = clean_name(player)
        if not self._file.write(lambda connection: rows.change_player(connection, run_id, name)):
            raise UnknownRun(run_id)

    def table(self, mode: str, assist: str, limit: int = 100) -> list[ScoreRow]:
        """The table of a mode with all banks, of all days."""
        return self.standings(Board(mode, assist), limit)

    def standings(self, board: Board, limit: int = 100) -> list[ScoreRow]:
        """A table, at most three lines of a name; empty where nothing can be read.

        Abandoned runs, and those of modes that are not ranked, stand on none.
        """
        return self._file.read(lambda connection: tables.table(connection, board, limit), [])

    def place_of(self, run_id: int, board: Board | None = None) -> int | None:
        """The place of a run, from 1, on a table, or on that of its mode with all banks, of all days.

        None for a run that is not on the table, and for one that is not there.
        """

        def work(connection: sqlite3.Connection) -> int | None:
            found = None if board else rows.fetch(connection, run_id)
            its = Board(found.run.mode, found.run.assist) if found else board
            return tables.place_of(connection, its, run_id) if its else None

        return self._file.read(work, None)

    def around(self, run_id: int, board: Board, reach: int = 2) -> Around | None:
        """A run between its neighbours, though it be below the last line shown or kept off the table.

        None for a run that has no place on such a table.
        """
        return self._file.read(lambda connection: tables.around(connection, board, run_id, reach), None)

    def run(self, run_id: int) -> Run:
        """A whole run with its deal, log and answers; raises UnknownRun."""
        return self.saved(run_id).run

    def saved(self, run_id: int) -> SavedRun:
        """A whole run with its key, and whether it is as the game wrote it; raises UnknownRun."""
        found = self._file.read(lambda connection: rows.fetch(connection, run_id), None)
        if found is None:
            raise UnknownRun(run_id)
        return found

    def runs(self, mode: str | None = None, player: str | None = None) -> list[SavedRun]:
        """All runs, abandoned ones too, in the order they were saved; of one mode or player, if given."""
        return list(self.each(mode, player))

    def each(self, mode: str | None = None, player: str | None = None) -> Iterator[SavedRun]:
        """The same, one after the other: few are in memory at a time, and others may write meanwhile."""
        folded, last = None if player is None else fold(clean_name(player)), 0
        while some := self._some((mode, folded, last, TOGETHER)):
            yield from some
            last = max(last + 1, some[-1].run_id)  # a damaged file must not hold us for ever

    def _some(self, which: tuple[str | None, str | None, int, int]) -> list[SavedRun]:
        """The next few of a mode and a folded name, after one."""
        # Not ?1 twice: Python 3.12.0 to 3.12.3 warn of numbers as if they were names.
        wanted = "mode IS ifnull(?, mode) AND folded IS ifnull(?, folded) AND id > ?"
        where = f"id IN (SELECT id FROM runs WHERE {wanted} ORDER BY id LIMIT ?)"
        return self._file.read(lambda connection: list(rows.every(connection, where, which)), [])

    def missed(self, player: str) -> tuple[str, ...]:
        """Questions that a player did not have right when last asked, the latest miss first."""
        folded = fold(clean_name(player))
        return self._file.read(lambda connection: past.missed(connection, folded), ())

    def daily(self, seed: str, bank: str, player: str = "") -> SavedRun | None:
        """The attempt at a day's job that counts, abandoned or not; None where there is none yet.

        It is the first that was made here, or by this player on another machine.
        """
        folded = fold(clean_name(player))
        return self._file.read(lambda connection: past.daily(connection, seed, bank, folded), None)

    def latest_job(self) -> str:
        """The seed of the latest day's job that was played here; "" for none."""
        return self._file.read(past.latest_job, "")

    def export_to(self, file: Path) -> int:
        """Write all runs to a file, in the place of what is there; returns how many; raises NotSaved."""

        def work(connection: sqlite3.Connection) -> int:
            write_chunks(file, map(str.encode, exchange.write(rows.every(connection))))
            return int(connection.execute("SELECT count(*) FROM runs").fetchone()[0])

        try:
            number = self._file.read(work, None)
        except OSError as error:
            raise NotSaved(f"The scores are not exported: {plain(error)}.") from error
        if number is None:
            raise NotSaved("There are no scores here that could be exported.")
        return number

    def import_from(self, file: Path) -> Imported:
        """Take in the runs of an exported file, all of them or none; raises BadFile and NotSaved."""
        try:
            if not file.is_file():
                raise BadFile(f"There is no file {file}.")
            if file.stat().st_size > LARGEST_FILE:
                raise BadFile("This file is too large to hold scores.")
            with file.open(encoding="utf-8-sig") as document:
                return self._import(document)
        except OSError as error:
            raise BadFile(f"{file} cannot be read: {error.strerror}.") from error

    def _import(self, document: TextIO) -> Imported:
        def work(connection: sqlite3.Connection) -> Imported:
            document.seek(0)
            return _merged(connection, exchange.read(document))

        imported = self._file.write(work)
        self._file.back_up()
        return imported


def _fresh(run: Run) -> SavedRun:
    return rows.fresh(replace(run, player=clean_name(run.player)))


def _merged(connection: sqlite3.Connection, incoming: Iterable[SavedRun]) -> Imported:
    """Add what is new. A run that is here stays as it is, but for a name where it has none."""
    added = known = unsealed = named = 0
    for saved in incoming:
        run_id = rows.number_of(connection, saved.key)
        if run_id is None:
            rows.bring(connection, saved)
            added, unsealed = added + 1, unsealed + (not saved.sealed)
            continue
        known += 1
        if saved.sealed and saved.run.player and rows.is_unsigned(connection, run_id):
            named += rows.change_player(connection, run_id, saved.run.player)
    return Imported(added, known, unsealed, named)
