"""`quizgame export`: what other programs get, what is left out, and that it comes back as it was."""

from __future__ import annotations

import json
import re
import struct
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgame import cli
from quizgame.content import library
from quizgame.content.authoring import packfile
from quizgame.content.authoring.packfile import Header, entry_of, entry_text, own_id
from quizgame.quiz.tasks import Task
from tests.content.any_question import CHOICES, SEVERAL, TRUTHS, TYPED, matches, packs

Capture = pytest.CaptureFixture[str]

PACK = """\
pack: Mine
questions:
- question: Who wrote and directed Heat?
  answer: Michael Mann
  wrong: [William Friedkin, Brian De Palma]
  topic: film
- question: Heat is long.
  answer: true
- question: Put them in order.
  order: [Thief, Heat, Ali]
  id: films
"""


@pytest.fixture(autouse=True)
def home(home: Path) -> Path:
    """An empty home, and a folder to be in that has a pack."""
    Path("mine.yaml").write_text(PACK, "utf-8")
    return home


def test_a_pack_is_printed_and_what_is_left_out_is_named(capsys: Capture) -> None:
    assert cli.run(["export", "mine.yaml", "--to", "opentdb"]) == 0
    out, err = capsys.readouterr()
    results = json.loads(out)["results"]
    assert [one["correct_answer"] for one in results] == ["Michael Mann", "True"]
    assert err.startswith("2 questions written, 1 left out\n")
    assert "mine/films" in err


@pytest.mark.parametrize("form", ["gift", "aiken", "csv"])
def test_every_format_can_be_written_into_a_file(form: str, capsys: Capture) -> None:
    assert cli.run(["export", "mine.yaml", "--to", form, "--output", "out.txt"]) == 0
    assert capsys.readouterr().out == ""
    data = Path("out.txt").read_bytes()
    assert b"Michael Mann" in data
    assert data.startswith(b"\xef\xbb\xbf") == (form == "csv")  # spreadsheets want it, others may not


def test_nothing_is_overwritten_unasked(capsys: Capture) -> None:
    Path("out.txt").write_text("mine", "utf-8")
    words = ["export", "mine.yaml", "--to", "gift", "--output", "out.txt"]
    assert cli.run(words) == 1
    assert "out.txt is there already; --force writes over what is there" in capsys.readouterr().err
    assert Path("out.txt").read_text("utf-8") == "mine"
    assert cli.run([*words, "--force"]) == 0


def test_a_topic_can_be_chosen(capsys: Capture) -> None:
    assert cli.run(["export", "mine.yaml", "--to", "aiken", "--topic", "film"]) == 0
    out, err = capsys.readouterr()
    assert "Michael Mann" in out
    assert "Heat is long" not in out
    assert err == "1 question written, 0 left out\n"


def test_what_the_game_reads_goes_by_name(home: Path, capsys: Capture) -> None:
    assert cli.run(["export", "heat", "--to", "opentdb"]) == 0
    everything = len(json.loads(capsys.readouterr().out)["results"])
    assert cli.run(["export", "cast", "--to", "opentdb"]) == 0
    assert 50 < len(json.loads(capsys.readouterr().out)["results"]) < everything


def test_what_is_not_there_is_answered_with_what_is(capsys: Capture) -> None:
    assert cli.run(["export", "opera", "--to", "gift"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "quizgame: there is no file, pack or topic 'opera'; there are the packs heat "
        "and the topics cast, heat2, quotes, trivia\n"
    )


def test_nothing_that_can_be_held_is_a_failure_and_writes_nothing(capsys: Capture) -> None:
    assert cli.run(["export", "mine.yaml", "--to", "aiken", "--topic", "opera", "--output", "out.txt"]) == 1
    assert capsys.readouterr().err == "0 questions written, 0 left out\n"
    assert not Path("out.txt").exists()


def test_a_pack_with_mistakes_gives_what_is_good_and_says_what_is_not(capsys: Capture) -> None:
    Path("mine.yaml").write_text(PACK.replace("answer: true", "anwser: true"), "utf-8")
    assert cli.run(["export", "mine.yaml", "--to", "aiken"]) == 0
    out, err = capsys.readouterr()
    assert "Michael Mann" in out
    assert "mine.yaml:8:3: error[unknown-key]" in err


HELD: dict[str, st.SearchStrategy[Task]] = {
    "gift": st.one_of(CHOICES, SEVERAL, TRUTHS, TYPED, matches()),
    "aiken": st.one_of(CHOICES, TRUTHS),
    "opentdb": st.one_of(CHOICES, TRUTHS),
    "csv": st.one_of(CHOICES, SEVERAL, TRUTHS, TYPED),
}


@pytest.mark.parametrize("form", HELD)
@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_exported_comes_back_as_it_was(form: str, capsys: Capture, data: st.DataObject) -> None:
    """Through the commands and real files: pack, export, import, pack; what is left out is named."""
    meant = data.draw(packs(HELD[form]))
    with TemporaryDirectory() as name:
        pack, out, back = (Path(name, file) for file in ("pack.yaml", "out.txt", "back.yaml"))
        entries = [entry_text(entry_of(one, own_id(one))) for one in meant]
        pack.write_text(packfile.pack(Header("P"), entries), "utf-8")
        code = cli.run(["export", str(pack), "--to", form, "--output", str(out)])
        left = set(re.findall(r"pack/([^\s,]+)", capsys.readouterr().err))
        held = [one for one in meant if one.id.removeprefix("p/") not in left]
        assert code == (0 if held else 1)
        if not held:
            return
        assert cli.run(["import", str(out), "--from", form, "--to", str(back)]) == 0
        loaded = library.load_files([back])
    assert [one for one in loaded.problems if one.severity == "error"] == []
    explains = form in ("gift", "csv")
    assert [(one.text, one.task, one.explain if explains else "") for one in loaded.questions()] == [
        (one.text, one.task, one.explain if explains else "") for one in held
    ]


def test_a_question_with_a_picture_is_left_out(capsys: Capture) -> None:
    draw_png(Path("night.png"))
    with Path("mine.yaml").open("a", encoding="utf-8") as pack:
        pack.write(
            "- question: Which city is this?\n  answer: true\n  image: night.png\n  alt: A city\n  id: city\n"
        )
    assert cli.run(["export", "mine.yaml", "--to", "gift", "--topic", "trivia"]) == 0
    err = capsys.readouterr().err
    assert "the format holds no pictures:\n         mine/city\n" in err


def draw_png(path: Path) -> None:
    """A grey picture of 32 by 32 pixels."""
    rows = zlib.compress((b"\0" + b"\x80" * 32) * 32)
    header = struct.pack(">IIBBBBB", 32, 32, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
