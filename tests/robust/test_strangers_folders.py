"""Whatever a folder of packs, a dropped file or an import may be: nothing hangs and all is told."""

from __future__ import annotations

import os
import signal
import socket
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizgame import ordinary
from quizgame.commands import foreign
from quizgame.commands.fix import fix
from quizgame.content.folders import MAX_DEPTH, find, single
from quizgame.content.formats.base import Unreadable
from quizgame.content.index.catalogue import refresh
from quizgame.content.index.indexing import Wish
from quizgame.content.library import load, load_files, read_unit
from quizgame.content.parsing.decoding import MAX_BYTES
from quizgame.duels import NoDuel, duel_of
from quizgame.quiz.runfile import BadFile
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from tests.screen.small_bank import small_bank

PACK = "pack: P\nquestions:\n- question: Is it?\n  answer: true\n"
HUGE = 1 << 40
PATIENCE_S = 60

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="needs links, pipes and rights as Unix has them"
)


def a_socket(path: Path) -> None:
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(path.parent)
        server.bind(path.name)
        os.chdir(here)


def holding(data: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def a_terabyte(path: Path) -> None:
    """Nothing but zeros, as far as the file system allows."""
    with path.open("wb") as file:
        file.truncate(HUGE)


def a_bomb(path: Path) -> None:
    """A few kilobytes that would unpack to a thousand times as much."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bomb.yaml", bytes(5_000_000))


STRANGE: dict[str, Callable[[Path], None]] = {
    "nothing": lambda path: None,
    "empty": Path.touch,
    "folder": Path.mkdir,
    "pipe": os.mkfifo if sys.platform != "win32" else Path.touch,
    "socket": a_socket,
    "link to itself": lambda path: path.symlink_to(path.name),
    "link to nowhere": lambda path: path.symlink_to("gone"),
    "endless zeros": lambda path: path.symlink_to("/dev/zero"),
    "a terabyte": a_terabyte,
    "zip bomb": a_bomb,
    "rubbish": holding(bytes(range(256)) * 40),
    "picture": holding(b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "brackets": holding(b"[" * 500_000),
}
strange = pytest.mark.parametrize("make", STRANGE.values(), ids=list(STRANGE))


@pytest.fixture(autouse=True)
def _nobody_waits() -> Iterator[None]:
    """Whoever opens a pipe waits for ever; a test that does is ended, and has failed."""

    def give_up(number: int, frame: object) -> None:
        raise AssertionError("something waits for a file that never comes")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE_S)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@strange
def test_what_lies_among_the_packs_is_told_and_the_rest_is_played(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "b.yaml")
    (tmp_path / "a.yaml").write_text(PACK)
    library = load([tmp_path])
    assert len(library.questions()) == 1
    assert all(problem.help and problem.what.isprintable() for problem in library.problems)
    quiet = make in (STRANGE["nothing"], STRANGE["folder"])
    assert {Path(problem.file).name for problem in library.problems} - {"a.yaml"} == (
        set() if quiet else {"b.yaml"}
    )


@strange
def test_a_pack_that_became_something_else_is_told(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(PACK)
    unit = single(path)[0]
    assert unit is not None
    path.unlink()
    make(path)
    reading = read_unit(unit)
    assert reading.pack.questions == ()
    assert reading.problems


@strange
def test_what_is_named_to_be_checked_is_told(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "b.yaml")
    assert load_files([tmp_path / "b.yaml"]).problems


@strange
def test_the_catalogue_outlives_what_takes_the_place_of_a_pack(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    packs, path = tmp_path / "packs", tmp_path / "packs" / "a.yaml"
    packs.mkdir()
    path.write_text(PACK)
    refresh(tmp_path / "catalogue.sqlite3", Wish((packs,)))
    path.unlink()
    make(path)
    refresh(tmp_path / "catalogue.sqlite3", Wish((packs,)))
    refresh(tmp_path / "catalogue.sqlite3", Wish((path,)))


@strange
def test_what_takes_the_place_of_the_folder_of_packs_is_told(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "questions")
    library = load([tmp_path / "questions"])
    assert library.questions() == ()
    quiet = make in (STRANGE["nothing"], STRANGE["folder"])
    assert bool(library.problems) is not quiet


@strange
def test_what_is_imported_is_refused_in_words(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "b.csv")
    for source in foreign.sources([str(tmp_path / "b.csv")]):
        with pytest.raises(Unreadable) as refused:
            foreign.opened(source, "", "")
        assert str(refused.value).isprintable()


@strange
def test_what_is_dropped_on_the_window_is_refused_in_words(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / "b.score")
    with pytest.raises(NoDuel):
        duel_of(str(tmp_path / "b.score"), small_bank())


@pytest.mark.parametrize(
    "words",
    ["x" * 5_000, "x/" * 3_000 + ".score", "\0", "\0.score", "", " ", "/", ".", "\ud800.score", "\ud800"],
)
def test_no_word_is_too_odd_for_a_challenge(words: str) -> None:
    with pytest.raises(NoDuel):
        duel_of(words, small_bank())


@strange
def test_an_import_of_scores_is_refused_in_words(make: Callable[[Path], None], tmp_path: Path) -> None:
    scores = Scores.open(Places(tmp_path / "data", tmp_path / "cache"))
    make(tmp_path / "b.json")
    with pytest.raises(BadFile):
        scores.import_from(tmp_path / "b.json")


def test_folders_that_link_to_each_other_are_each_read_once(tmp_path: Path) -> None:
    """Without a memory this is a walk through every order of twelve folders: half a milliard."""
    names = [f"f{number:02}" for number in range(12)]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "p.yaml").write_text(PACK)
        for other in names:
            if other != name:
                (tmp_path / name / f"to {other}").symlink_to(tmp_path / other)
    units, problems = find([tmp_path])
    assert len(units) == len(names)
    assert {problem.what.split(",")[0] for problem in problems} <= {
        "this folder is here already",
        "this folder contains itself",
    }


def test_folders_in_folders_in_folders_are_told(tmp_path: Path) -> None:
    """Nobody follows them until the path is longer than the system can take."""
    here = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(100):
            Path("dir").mkdir()
            os.chdir("dir")
    finally:
        os.chdir(here)
    (tmp_path / "dir" / "a.yaml").write_text(PACK)
    units, problems = find([tmp_path])
    assert [unit.name for unit in units] == ["dir/a.yaml"]
    assert [problem.what for problem in problems] == [f"this folder lies more than {MAX_DEPTH} folders deep"]


def test_a_folder_full_of_other_things_is_looked_through(tmp_path: Path) -> None:
    for number in range(3_000):
        (tmp_path / f"{number}.txt").touch()
    (tmp_path / "a.yaml").write_text(PACK)
    assert [unit.name for unit in find([tmp_path])[0]] == ["a.yaml"]


def test_a_folder_that_may_not_be_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs this may be allowed everything: the refusal is played."""
    (tmp_path / "a.yaml").write_text(PACK)
    is_folder = Path.is_dir

    def refuse(path: Path) -> bool:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return is_folder(path)

    monkeypatch.setattr(Path, "is_dir", refuse)
    _, problems = find([tmp_path])
    assert [problem.what for problem in problems] == ["this cannot be read: permission denied"]


def test_a_file_that_grows_without_end_is_read_as_far_as_packs_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, most = tmp_path / "a.yaml", list[int]()
    path.write_text(PACK)
    refresh(tmp_path / "catalogue.sqlite3", Wish((path.parent,)))
    a_terabyte(path)
    read = ordinary.read

    def noted(path: Path, limit: int) -> bytes:
        most.append(limit)
        return read(path, limit)

    monkeypatch.setattr(ordinary, "read", noted)
    refresh(tmp_path / "catalogue.sqlite3", Wish((path.parent,)))
    assert set(most) == {MAX_BYTES + 1}


def test_a_pack_too_large_to_be_one_is_not_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_terabyte(tmp_path / "a.yaml")
    fix([str(tmp_path)], sys.stdout)
    assert "nothing fixed" in capsys.readouterr().out
    assert (tmp_path / "a.yaml").stat().st_size == HUGE
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
