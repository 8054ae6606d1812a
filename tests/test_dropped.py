"""Files dropped on the window: packs are tried and kept over nothing, others are told what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgame.screen.scene import Action, Dropped
from quizgame.store.paths import Places
from tests.pilot import Clock, Given, Pilot, parts_of
from tests.screen.hands import Keys
from tests.screen.small_bank import small_bank

KEYS = Keys()
PACK = "pack: My night\nquestions:\n- {question: Which city is it?, answer: Los Angeles, wrong: [Rome]}\n"
FLOW = "questions: [{question: Which city is it?, answer: Los Angeles, wrong: [Rome]}]\n"
GIFT = "::City::Which city is it? {=Los Angeles ~Rome ~Paris}\n"
RED = "AUTHOR: Neil\nWhich city is it?:\n- Los Angeles\n- L.A.\nWho is Waingro?:\n- Kevin Gage\n"


class Desk:
    """A game, its packs' folder, and a folder that files are dropped from."""

    def __init__(self, folder: Path) -> None:
        clock = Clock()
        self.places = Places(folder / "data", folder / "cache")
        self.folder = folder / "downloads"
        self.folder.mkdir()
        self.pilot = Pilot(parts_of(self.places, Given(small_bank()), clock), clock)

    def drop(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.write_text(text, "utf-8")
        self.pilot.do(Dropped(str(file)))
        return file

    def kept(self) -> dict[str, str]:
        """The player's own packs."""
        own = self.places.questions
        return {file.name: file.read_text("utf-8") for file in own.iterdir()} if own.exists() else {}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("text", [PACK, FLOW])
@pytest.mark.parametrize("name", ["night.yaml", "night.YML"])
@pytest.mark.parametrize("where", ["TitleScene", "PacksScene"])
def test_a_dropped_pack_can_be_kept(desk: Desk, where: str, name: str, text: str) -> None:
    if where == "PacksScene":
        KEYS.choose(desk.pilot, "packs")
    desk.drop(name, text)
    assert desk.pilot.sees("1 question")
    assert desk.kept() == {}
    KEYS.choose(desk.pilot, "keep")
    assert desk.kept() == {name: text}
    assert desk.pilot.sees(str(desk.places.questions / name))
    desk.pilot.press(Action.BACK)
    assert desk.pilot.at == where


def test_a_dropped_pack_can_be_looked_at_and_left(desk: Desk) -> None:
    desk.drop("night.yaml", PACK)
    KEYS.choose(desk.pilot, "look")
    assert desk.pilot.at == "PreviewScene"
    assert desk.pilot.sees("Which city is it?")
    desk.pilot.press(Action.BACK)
    KEYS.choose(desk.pilot, "back")
    assert desk.pilot.at == "TitleScene"
    assert desk.kept() == {}


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ("both", {"night.yaml": PACK, "night-2.yaml": FLOW}),
        ("replace", {"night.yaml": FLOW}),
        ("back", {"night.yaml": PACK}),
    ],
)
def test_a_pack_of_the_same_name_is_written_over_only_when_asked_for(
    desk: Desk, choice: str, kept: dict[str, str]
) -> None:
    desk.drop("night.yaml", PACK)
    KEYS.choose(desk.pilot, "keep")
    desk.pilot.press(Action.BACK)
    desk.drop("night.yaml", FLOW)
    KEYS.choose(desk.pilot, "keep")
    assert desk.pilot.sees("THERE IS ONE OF THAT NAME")
    assert desk.kept() == {"night.yaml": PACK}
    KEYS.choose(desk.pilot, choice)
    assert desk.kept() == kept


def test_the_very_same_pack_is_not_kept_twice(desk: Desk) -> None:
    for _ in range(2):
        desk.drop("night.yaml", PACK)
        KEYS.choose(desk.pilot, "keep")
        desk.pilot.press(Action.BACK)
    desk.pilot.do(Dropped(str(desk.places.questions / "night.yaml")))
    KEYS.choose(desk.pilot, "keep")
    assert desk.pilot.sees("KEPT ALREADY")
    assert desk.kept() == {"night.yaml": PACK}


def test_a_pack_that_cannot_be_copied_is_told_of(desk: Desk) -> None:
    desk.places.data.write_text("a file where the folder should be")
    desk.drop("night.yaml", PACK)
    KEYS.choose(desk.pilot, "keep")
    assert desk.pilot.sees("NOT KEPT")


def test_a_broken_pack_shows_what_is_wrong_with_it(desk: Desk) -> None:
    desk.drop("night.yaml", PACK.replace("answer:", "anwser:"))
    assert desk.pilot.at == "ProblemsScene"
    assert desk.pilot.sees("night.yaml:3")


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("quiz.gift", GIFT, "Moodle GIFT"),
        ("quiz.txt", GIFT, "Moodle GIFT"),
        ("heat.yaml", RED, "a Red-Discord"),
    ],
)
def test_questions_of_another_program_are_named_with_the_command_for_them(
    desk: Desk, name: str, text: str, title: str
) -> None:
    file = desk.drop(name, text)
    assert desk.pilot.sees(f"{name} is {title}")
    assert desk.pilot.sees(f'import --in-game "{file}"')


def test_a_folder_is_told_where_to_go(desk: Desk) -> None:
    desk.pilot.do(Dropped(str(desk.folder)))
    assert desk.pilot.sees(str(desk.places.questions))


@pytest.mark.parametrize("name", ["nothing.yaml", "a\0b", "x" * 5_000, "x" * 5_000 + ".yaml"])
def test_what_is_no_file_is_told_so(desk: Desk, name: str) -> None:
    desk.pilot.do(Dropped(str(desk.folder / name)))
    assert desk.pilot.at == "MessageScene"
    desk.pilot.press(Action.BACK)
    assert desk.pilot.at == "TitleScene"
