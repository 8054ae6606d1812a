"""Packs that are replaced, cut, emptied and taken away while they are read: what is played was in them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path

import pytest

from quizgame.content import library
from quizgame.content.folders import Unit
from quizgame.content.index.catalogue import Catalogue, refresh
from quizgame.content.index.indexing import Wish
from quizgame.content.library import Reading
from quizgame.content.telling import bulk, messages
from quizgame.content.telling.messages import Style
from quizgame.quiz.bank import Bank, Want
from quizgame.reading import Content
from tests.robust.meanwhile import meanwhile
from tests.robust.profile import times


def pack(word: str, questions: int) -> bytes:
    written = "- question: Which {0} is {1}?\n  answer: {0} {1}\n  wrong: [x, y, z]\n"
    return f"pack: P\nquestions:\n{''.join(written.format(word, n) for n in range(questions))}".encode()


STATES = (pack("first", 60), pack("second", 5), b"", b"pack: [", pack("third", 150)[:-9], b"\xff\xfe")


def replaced(file: Path, data: bytes) -> None:
    other = file.with_name(f".{file.name}.new")
    other.write_bytes(data)
    other.replace(file)


def cut_and_filled(file: Path, data: bytes) -> None:
    with file.open("r+b" if file.exists() else "wb") as stream:
        stream.truncate(len(data) // 2)
        stream.write(data)


def taken_away(file: Path, _: bytes) -> None:
    file.unlink(missing_ok=True)


def a_folder_for_once(file: Path, _: bytes) -> None:
    file.unlink(missing_ok=True)
    file.mkdir()
    file.rmdir()


CHANGES: tuple[Callable[[Path, bytes], None], ...] = (
    replaced,
    cut_and_filled,
    taken_away,
    Path.write_bytes,  # type: ignore[assignment]  # nobody wants to know how much was written
    a_folder_for_once,
)


def changing(folder: Path) -> AbstractContextManager[None]:
    """Somebody changes three packs all the time, each into every state in every way."""
    numbers = count()

    def change() -> None:
        number = next(numbers)
        file, data = folder / f"{number % 3}.yaml", STATES[number % len(STATES)]
        CHANGES[number % len(CHANGES)](file, data)

    return meanwhile(change, 0.0002)


@pytest.fixture
def packs(swift: Path) -> Path:
    folder = swift / "packs"
    folder.mkdir()
    replaced(folder / "0.yaml", STATES[0])
    return folder


def check(bank: Bank) -> None:
    """Whatever is asked from now on can be asked, and was written together."""
    for entry in bank.entries(Want()):
        question = bank.question(entry.id)
        assert question.text == f"Which {question.answer.replace(' ', ' is ')}?"


@times("rounds", 25, 2_000)
def test_what_is_read_meanwhile_is_told_or_played(packs: Path, swift: Path, rounds: int) -> None:
    with changing(packs):
        for number in range(rounds):
            found = library.load([packs])
            assert bulk.summed(found.problems, messages.read_lines, Style())
            refresh(swift / "c.sqlite3", Wish((packs,), hold=number % 2 > 0))
            with Catalogue(swift / "c.sqlite3") as catalogue:
                check(catalogue)
                assert len(catalogue.packs()) <= 3


@times("rounds", 10, 300)
def test_two_games_go_on_though_their_cache_is_deleted(packs: Path, swift: Path, rounds: int) -> None:
    cache = swift / "cache" / "catalogue.sqlite3"
    games = [Content(cache, [packs]), Content(cache, [packs])]
    with changing(packs):
        for number in range(rounds):
            dealt_from = [game.bank for game in games if game.bank]
            if number % 3 == 1:
                shutil.rmtree(cache.parent, ignore_errors=True)
            for bank in dealt_from:
                check(bank)
            for game in games:
                game.look_again()
                game.wait()
                assert game.failure == ""
                assert game.bank is not None
                check(game.bank)
    for file in list(packs.iterdir()):
        file.unlink()
    replaced(packs / "last.yaml", pack("last", 7))
    for game in games:
        game.look_again()
        game.wait()
        assert game.bank
        assert game.bank.count(Want()) == 7
        game.close()


def test_a_pack_that_goes_while_it_is_read_is_gone(
    packs: Path, swift: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish, really = Wish((packs,), hold=True), library.read_unit
    refresh(swift / "c.sqlite3", wish)
    replaced(packs / "0.yaml", b"pack: [")
    replaced(packs / "1.yaml", STATES[1])

    def read_the_last(unit: Unit) -> Reading:
        reading = really(unit)
        unit.path.unlink()
        return reading

    monkeypatch.setattr(library, "read_unit", read_the_last)
    refresh(swift / "c.sqlite3", wish)
    with Catalogue(swift / "c.sqlite3") as catalogue:
        assert (catalogue.packs(), catalogue.count(Want())) == ((), 0)
