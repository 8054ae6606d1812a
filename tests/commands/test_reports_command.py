"""What `quizgame reports` prints: a block to be sent, with what has become of each question since."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from quizgame import cli
from quizgame.commands import content
from quizgame.quiz.events import Answer
from quizgame.quiz.report import Reason, Report, report_of
from quizgame.quiz.session import after
from quizgame.store import reports
from quizgame.store.paths import find_places
from tests.kind_samples import asking_of

Capture = pytest.CaptureFixture[str]

PACK = """
pack: My heist night
questions:
- id: city
  question: Which city is Heat set in?
  answer: Los Angeles
  wrong: [Chicago, Miami]
  explain: Most of it was shot in the streets.
  source: The film.
- id: year
  question: In which year was Heat released?
  number: 1995
  range: [1980, 2000]
"""
CITY = """\
my-pack/city: The question is unclear

    question  Which city is Heat set in?
              A  Los Angeles   <- right
              B  Chicago   <- given
              C  Miami
    why       Most of it was shot in the streets.
    source    The film.
    pack      My heist night
    at        home/questions/my-pack.yaml:4:3
    now       as it was
    seen      2026-02-01T12:00:00+01:00, the-score
    game      1.2.3, bank 0123456789ab
"""
YEAR = """\
my-pack/year: A typing mistake

    question  In which year was Heat released?
    range     1980 to 2000
    right     1995
    given     1984
    why       no explanation
    source    none
    pack      My heist night
    at        home/questions/my-pack.yaml:10:3
    now       as it was
    seen      2026-02-01T12:00:00+01:00, the-score
    game      1.2.3, bank 0123456789ab
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with one pack, and the folder above it to be in."""
    monkeypatch.setenv("QUIZGAME_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture(scope="module")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which the shipped questions are, as whoever has played before has one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZGAME_HOME", str(tmp_path_factory.mktemp("read-before")))
        with content.bank():
            return find_places().cache


@pytest.fixture
def pack(home: Path, read_before: Path) -> Path:
    """A pack of the player's own, which no command has read yet."""
    path = home / "questions" / "my-pack.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(PACK, "utf-8")
    shutil.copytree(read_before, find_places().cache)
    return path


def flagged(id: str, reason: Reason, given: int) -> Report:
    """A question of the packs as they are now, missed and flagged."""
    with content.bank() as bank:
        session = asking_of(bank.question(id))
    settled = after(session, Answer(session.at + 1, given))
    made = report_of(settled, reason, "2026-02-01T12:00:00+01:00", "1.2.3")
    report = replace(made, bank="0123456789abcdef")
    if report.options:  # in an order that does not hang on the seed
        report = replace(report, options=("Los Angeles", "Chicago", "Miami"), right=0, given=given)
    reports.add(find_places(), report)
    return report


def printed(capsys: Capture, *words: str) -> str:
    assert cli.run(["reports", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_before_anything_was_flagged_it_says_how(home: Path, capsys: Capture) -> None:
    assert (
        printed(capsys) == "Nothing has been flagged. After an answer, F flags the question (Y on a pad).\n"
    )
    assert printed(capsys, "--json") == ""
    assert not home.exists()


def test_the_block_has_all_that_an_author_needs(pack: Path, capsys: Capture) -> None:
    flagged("my-pack/city", Reason.UNCLEAR, 1)
    flagged("my-pack/year", Reason.TYPO, 1984)
    head, rest = printed(capsys).split("\n\n", 1)
    assert head.endswith(": 2 questions flagged")
    assert rest == f"{CITY}\n{YEAR}"


def test_what_was_mended_since_is_told(pack: Path, capsys: Capture) -> None:
    flagged("my-pack/city", Reason.UNCLEAR, 1)
    pack.write_text("\n\n" + PACK.replace("Los Angeles", "Los Angeles, California"), "utf-8")
    out = printed(capsys)
    assert "now       changed since: answer\n" in out
    assert "my-pack.yaml:6:3\n" in out
    assert "A  Los Angeles   <- right\n" in out


@pytest.mark.parametrize("with_pack", [True, False])
def test_a_question_that_is_gone_is_still_reported(pack: Path, with_pack: bool, capsys: Capture) -> None:
    flagged("my-pack/city", Reason.WRONG, 1)
    if with_pack:
        pack.unlink()
    else:
        pack.write_text(PACK.replace("id: city", "id: town"), "utf-8")
    out = printed(capsys)
    assert "now       no longer among the questions\n" in out
    assert "    at " not in out


def test_a_shipped_question_is_named_by_its_place_in_the_game(capsys: Capture) -> None:
    with content.bank() as bank:
        id = next(q.id for q in content.questions(bank, "cast") if q.kind == "choice")
    flagged(id, Reason.WRONG, 1)
    assert "    at        questions/heat/facts/cast.yaml:" in printed(capsys)


def test_whose_machine_it_is_stays_unsaid(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    flagged("my-pack/city", Reason.WRONG, 1)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert "    at        ~/home/questions/my-pack.yaml:4:3\n" in printed(capsys)


def test_json_has_everything_and_the_place(pack: Path, capsys: Capture) -> None:
    report = flagged("my-pack/city", Reason.UNCLEAR, 1)
    found = json.loads(printed(capsys, "--json"))
    assert found.pop("words") == "The question is unclear"
    assert found.pop("now") == {"place": "home/questions/my-pack.yaml:4:3", "changed": []}
    assert (found["question"], found["reason"], found["bank"]) == (report.question, "unclear", report.bank)
    assert (found["options"], found["right"], found["given"]) == (list(report.options), 0, 1)


@pytest.mark.parametrize("name", ["my heist night", "my-pack", "my-pack.yaml", "my-pack/city"])
def test_a_pack_can_be_named_as_one_knows_it(name: str, pack: Path, capsys: Capture) -> None:
    flagged("my-pack/city", Reason.UNCLEAR, 1)
    with content.bank() as bank:
        other = next(q.id for q in content.questions(bank, "cast") if q.kind == "choice")
    flagged(other, Reason.WRONG, 1)
    out = printed(capsys, "--pack", name)
    assert "1 question flagged" in out
    assert "my-pack/city" in out


@pytest.mark.parametrize("name", ["my-pac", "pack.yaml", "city", "", "\udcff"])
def test_half_a_name_names_no_pack(name: str, pack: Path, capsys: Capture) -> None:
    flagged("my-pack/city", Reason.UNCLEAR, 1)
    assert printed(capsys, "--pack", name) == f"Nothing of {name!r} has been flagged.\n"


def test_packs_stand_together_and_the_newest_last(pack: Path, capsys: Capture) -> None:
    first = flagged("my-pack/city", Reason.UNCLEAR, 1)
    flagged("my-pack/year", Reason.TYPO, 1984)
    reports.add(find_places(), replace(first, question="other/one", pack="Another pack"))
    flagged("my-pack/city", Reason.WRONG, 1)
    heads = [line for line in printed(capsys).splitlines() if "/" in line and line[0] != " "]
    assert [head.split(":")[0] for head in heads] == ["other/one", "my-pack/year", "my-pack/city"]


def test_nothing_a_terminal_obeys_is_printed(pack: Path, capsys: Capture) -> None:
    report = flagged("my-pack/city", Reason.UNCLEAR, 1)
    evil = "a\x1b[2Jb\u202ec\x9bd\ne"
    texts = dict.fromkeys(("question", "text", "explain", "source", "pack", "mode", "game", "reported"), evil)
    reports.add(find_places(), replace(report, options=(evil, evil), **texts))  # type: ignore[arg-type]
    out = printed(capsys)
    assert not {"\x1b", "\u202e", "\x9b"} & set(out)
    assert out.count("a�[2Jb�c�d e") == len(texts) + 2


def test_a_broken_line_is_told_on_the_side(pack: Path, capsys: Capture) -> None:
    flagged("my-pack/city", Reason.UNCLEAR, 1)
    with find_places().reports.open("ab") as file:
        file.write(b'{"half": ')
    assert cli.run(["reports"]) == 0
    out, err = capsys.readouterr()
    assert "my-pack/city" in out
    assert err == "quizgame: 1 line of reports.jsonl could not be understood; the file stays as it is.\n"


def test_clearing_says_where_all_is_and_can_be_undone(pack: Path, capsys: Capture) -> None:
    flagged("my-pack/city", Reason.UNCLEAR, 1)
    before = printed(capsys)
    out = printed(capsys, "--clear")
    [aside] = find_places().data.glob("reports-cleared-*.jsonl")
    assert str(aside) in out
    assert "rename it to reports.jsonl" in out
    assert printed(capsys).startswith("Nothing has been flagged.")
    assert printed(capsys, "--clear").startswith("Nothing has been flagged.")
    aside.rename(find_places().reports)
    assert printed(capsys) == before


@pytest.mark.parametrize("word", [["--json"], ["--pack", "x"], ["--pack", ""]])
def test_clear_goes_with_nothing_else(word: list[str], pack: Path, capsys: Capture) -> None:
    flagged("my-pack/city", Reason.UNCLEAR, 1)
    assert cli.run(["reports", "--clear", *word]) == 2
    assert capsys.readouterr() == ("", "quizgame: --clear goes with nothing else\n")
    assert find_places().reports.exists()


def test_what_cannot_be_put_aside_is_said_in_a_sentence(
    pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def refuse(*_: object) -> Path:
        raise OSError(30, "Read-only file system")

    flagged("my-pack/city", Reason.UNCLEAR, 1)
    monkeypatch.setattr(reports, "set_aside", refuse)
    assert cli.run(["reports", "--clear"]) == 1
    assert capsys.readouterr().err == ("quizgame: The reports stay as they are: the disk may only be read.\n")
