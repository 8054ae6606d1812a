"""What `quizgame packs` and `quizgame preview` print and how they end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quizgame import cli, opening
from quizgame.proof import Proofs
from quizgame.screen.display import NoDisplay
from quizgame.store import settings
from quizgame.store.paths import find_places

Capture = pytest.CaptureFixture[str]

PACK = """\
pack: My night
questions:
- question: Which city is Heat set in?
  answer: Los Angeles
  wrong: [Chicago, Miami, New York]
  id: city
- question: Heat was released in 1995.
  answer: true
  id: year
"""


@pytest.fixture
def mine(home: Path) -> Path:
    """The player's own pack, in its place."""
    file = home / "questions" / "my-night.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(PACK, "utf-8")
    return file


def listed(capsys: Capture) -> dict[str, dict[str, object]]:
    """The packs by their keys, as a tool reads them."""
    capsys.readouterr()
    assert cli.run(["packs", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["folder"] == str(find_places().questions)
    return {pack["key"]: pack for pack in found["packs"]}


def test_every_pack_is_listed_with_what_is_in_it(mine: Path, capsys: Capture) -> None:
    mine.write_text(PACK.replace("id: year", "idd: year"), "utf-8")
    assert cli.run(["packs"]) == 0
    heat, own, sum_, folder = capsys.readouterr().out.splitlines()
    assert heat.startswith("on ")
    assert "came with the game" in heat
    assert own.split()[:5] == ["on", "1", "my-night.yaml", "My", "night"]
    assert "1 error" in own
    assert sum_.endswith("in 2 packs can be asked")
    assert folder.endswith(str(mine.parent))


def test_the_list_for_tools_says_the_same(mine: Path, capsys: Capture) -> None:
    own = listed(capsys)["my-night.yaml"]
    assert (own["title"], own["questions"], own["errors"], own["on"], own["own"]) == (
        "My night",
        2,
        0,
        True,
        True,
    )
    assert own["file"] == str(mine)


@pytest.mark.parametrize("key", ["my-night.yaml", "my-night"])
def test_a_pack_is_switched_off_and_on_again(key: str, mine: Path, capsys: Capture) -> None:
    assert cli.run(["packs", "--off", key]) == 0
    assert listed(capsys)["my-night.yaml"]["on"] is False
    assert settings.load(find_places())[0].packs_off == ("my-night.yaml",)
    assert cli.run(["packs", "--on", key]) == 0
    assert listed(capsys)["my-night.yaml"]["on"] is True


def test_what_is_switched_off_is_not_among_the_questions_that_can_be_played(
    mine: Path, capsys: Capture
) -> None:
    assert cli.run(["packs", "--off", "heat"]) == 0
    capsys.readouterr()
    assert cli.run(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_an_unknown_pack_changes_nothing_and_names_what_is_near(mine: Path, capsys: Capture) -> None:
    assert cli.run(["packs", "--off", "my-nite"]) == 2
    assert "there is no pack 'my-nite'; there is my-night.yaml" in capsys.readouterr().err
    assert settings.load(find_places())[0].packs_off == ()


def test_other_settings_stay_as_they_are(mine: Path) -> None:
    settings.save(find_places(), settings.Settings(music=5, player="Neil"))
    cli.run(["packs", "--off", "heat"])
    kept = settings.load(find_places())[0]
    assert (kept.music, kept.player, kept.packs_off) == (5, "Neil", ("heat",))


@pytest.mark.parametrize(("why", "code"), [("", 0), ("no program here opens folders", 1)])
def test_the_folder_is_made_printed_and_opened(
    why: str, code: int, home: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(folder: Path, told: Callable[[str], None]) -> None:
        assert folder.is_dir()
        told(why)

    monkeypatch.setattr(opening, "open_folder", opened)
    assert cli.run(["packs", "--open"]) == code
    said = capsys.readouterr()
    assert str(home / "questions") in said.out
    assert why in said.err


def test_a_folder_that_cannot_be_made_is_told(home: Path, capsys: Capture) -> None:
    home.mkdir()
    (home / "questions").write_text("in the way")
    assert cli.run(["packs", "--open"]) == 1
    assert "cannot be made" in capsys.readouterr().err


# --- preview ---


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Proofs, int]]:
    """The windows that would have been opened."""
    found: list[tuple[Proofs, int]] = []
    monkeypatch.setattr("quizgame.app.preview", lambda proofs, place: found.append((proofs, place)))
    return found


Windows = list[tuple[Proofs, int]]


@pytest.mark.parametrize(("words", "place"), [([], 0), (["year"], 1), (["my-night/year"], 1)])
def test_the_preview_begins_where_it_is_told(
    words: list[str], place: int, mine: Path, windows: Windows
) -> None:
    assert cli.run(["preview", str(mine), *words]) == 0
    [(proofs, at)] = windows
    assert at == place
    assert len(proofs.now.questions) == 2


def test_the_ending_of_the_file_may_be_left_out(
    mine: Path, windows: Windows, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mine.parent)
    assert cli.run(["preview", "my-night"]) == 0
    assert len(windows) == 1
    assert cli.run(["check", "my-night"]) == 0
    assert "2 questions in 1 pack" in capsys.readouterr().out


def test_a_folder_is_called_one(tmp_path: Path, windows: Windows, capsys: Capture) -> None:
    (tmp_path / "my-pack.yaml").mkdir()
    assert cli.run(["preview", str(tmp_path / "my-pack.yaml")]) == 1
    assert "my-pack.yaml is a folder; name one file in it" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nothing.yaml", ".", "x" * 300], ids=["gone", "folder", "too long"])
def test_a_file_that_cannot_be_read_opens_no_window(
    name: str, tmp_path: Path, windows: Windows, capsys: Capture
) -> None:
    assert cli.run(["preview", str(tmp_path / name)]) == 1
    assert windows == []
    said = capsys.readouterr().err
    assert said.startswith("quizgame: ")
    assert "went wrong" not in said


def test_an_unknown_question_opens_no_window(mine: Path, windows: Windows, capsys: Capture) -> None:
    assert cli.run(["preview", str(mine), "cty"]) == 2
    assert windows == []
    assert "no question 'cty'; its questions are city" in capsys.readouterr().err


def test_a_file_without_questions_opens_a_window_that_waits(mine: Path, windows: Windows) -> None:
    mine.write_text("pack: Soon\n", "utf-8")
    assert cli.run(["preview", str(mine)]) == 0
    assert len(windows) == 1


def test_without_a_screen_it_says_so(mine: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def play(proofs: Proofs, place: int) -> None:
        raise NoDisplay("there is no screen here")

    monkeypatch.setattr("quizgame.app.preview", play)
    assert cli.run(["preview", str(mine)]) == 1
    assert "there is no screen here" in capsys.readouterr().err


def test_a_preview_leaves_no_trace(mine: Path, windows: Windows, home: Path) -> None:
    cli.run(["preview", str(mine)])
    assert sorted(path.name for path in home.rglob("*")) == ["my-night.yaml", "questions"]
