"""The question packs: listed, switched, looked into, played alone, by every device."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgame import packs as storyboard
from quizgame.content.problems import Problem
from quizgame.quiz.bank import MemoryBank
from quizgame.screen.scene import Action, Device, Scroll
from quizgame.screen.scenes.packs import INVITATION
from quizgame.store import settings as settings_file
from quizgame.store.paths import Places
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.shelf import HEAT, Packs, Shelved, info, some

Start = Callable[..., Pilot]
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])


@pytest.fixture
def own(places: Places) -> str:
    return str(places.questions / "my-night.yaml")


@pytest.fixture
def shelf(own: str, bank: MemoryBank) -> Packs:
    infos = [info(HEAT, "heat", 72), info(own, "my-night.yaml", 3, errors=1, warnings=1)]
    return Packs(infos, {HEAT: bank, own: some(bank, 3)})


@pytest.fixture
def pilot(start: Start, bank: MemoryBank, shelf: Packs, own: str) -> Pilot:
    wrong = Problem(own, 12, 3, "unknown-key", "unknown key 'anwser'", "did you mean 'answer'?")
    other = Problem(f"{HEAT}/facts/cast.yaml", 1, 1, "odd", "something odd in the cast", "look at it")
    return start(Shelved(bank, shelf, [wrong, other]))


def opened(pilot: Pilot, hand: Hand, id: str = "") -> Pilot:
    hand.choose(pilot, "packs")
    assert pilot.at == "PacksScene"
    if id:
        hand.choose(pilot, f"pack {id}")
        assert pilot.at == "PackScene"
    return pilot


def flip(pilot: Pilot, hand: Hand, id: str) -> None:
    """Turn the switch in a pack's row, as the device can."""
    rect = next(spot.rect for spot in pilot.spots() if spot.id == f"pack {id}")
    if isinstance(hand, Mouse):
        pilot.click_at(rect.right - 40, rect.middle[1])
        return
    if isinstance(hand, Pad):
        pilot.steer(f"pack {id}")
    else:
        pilot.press(Action.FIRST, *[Action.NEXT] * [spot.id for spot in pilot.spots()].index(f"pack {id}"))
    pilot.press(Action.LEFT)


@by_every_device
def test_all_packs_are_listed_with_what_is_in_them_the_players_own_first(hand: Hand, pilot: Pilot) -> None:
    lines = opened(pilot, hand).survey().lines
    assert lines.index("My Night") < lines.index("Heat")
    assert {"3 questions", "1 error, 1 warning", "my-night.yaml", "came with the game"} <= set(lines)
    assert pilot.sees("75 QUESTIONS FROM 2 PACKS")
    assert not pilot.sees(INVITATION)


@by_every_device
def test_a_pack_is_switched_off_and_on_in_its_row(
    hand: Hand, pilot: Pilot, own: str, shelf: Packs, places: Places
) -> None:
    opened(pilot, hand)
    flip(pilot, hand, own)
    assert pilot.at == "PacksScene"
    assert shelf.off == [frozenset({"my-night.yaml"})]
    assert settings_file.load(places)[0].packs_off == ("my-night.yaml",)
    assert pilot.sees("72 QUESTIONS FROM 1 PACK")
    flip(pilot, hand, own)
    assert shelf.off[-1] == frozenset()
    assert settings_file.load(places)[0].packs_off == ()


@by_every_device
def test_a_pack_is_switched_off_and_on_on_its_page(hand: Hand, pilot: Pilot, own: str, shelf: Packs) -> None:
    opened(pilot, hand, own)
    hand.choose(pilot, "switch")
    assert pilot.sees("Switch it on")
    hand.choose(pilot, "switch")
    assert shelf.off == [frozenset({"my-night.yaml"}), frozenset()]


@by_every_device
def test_with_everything_off_it_is_said_that_nothing_can_be_asked(hand: Hand, pilot: Pilot, own: str) -> None:
    opened(pilot, hand)
    flip(pilot, hand, own)
    flip(pilot, hand, HEAT)
    assert pilot.sees("NOTHING CAN BE ASKED")
    flip(pilot, hand, HEAT)
    assert not pilot.sees("NOTHING CAN BE ASKED")


@by_every_device
def test_its_problems_are_shown_and_only_its_own(hand: Hand, pilot: Pilot, own: str) -> None:
    opened(pilot, hand, own)
    hand.choose(pilot, "problems")
    assert {"my-night.yaml:12:3", "unknown key 'anwser'", "did you mean 'answer'?"} <= set(
        pilot.survey().lines
    )
    assert not pilot.sees("something odd")
    hand.leave(pilot)
    assert pilot.at == "PackScene"


@by_every_device
def test_back_leads_to_the_list_and_to_the_title(hand: Hand, pilot: Pilot, own: str) -> None:
    opened(pilot, hand, own)
    hand.choose(pilot, "leave")
    assert pilot.at == "PacksScene"
    hand.choose(pilot, "leave")
    assert pilot.at == "TitleScene"
    opened(pilot, hand, own)
    pilot.press(Action.BACK, Action.BACK)
    assert pilot.at == "TitleScene"


@by_every_device
def test_how_to_write_one_names_the_folder_and_the_commands(hand: Hand, pilot: Pilot, places: Places) -> None:
    pilot.size = (1280, 3000)
    opened(pilot, hand)
    hand.choose(pilot, "howto")
    assert pilot.sees(str(places.questions))
    for command in ("new", "preview", "check"):
        assert pilot.sees(f"quizgame {command}")
    hand.leave(pilot)
    assert pilot.at == "PacksScene"


@by_every_device
@pytest.mark.parametrize(
    ("why", "said"), [("", "Opened"), ("no program", "could not be opened (no program)")]
)
def test_the_folder_is_made_and_opened_and_told(
    hand: Hand, why: str, said: str, pilot: Pilot, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening: list[tuple[Path, Callable[[str], None]]] = []
    monkeypatch.setattr(storyboard, "open_folder", lambda folder, told: opening.append((folder, told)))
    opened(pilot, hand)
    hand.choose(pilot, "folder")
    [(folder, told)] = opening
    assert folder == places.questions
    assert folder.is_dir()
    assert pilot.sees("Opening")
    told(why)
    assert pilot.sees(said)
    assert pilot.sees(str(folder))


def test_a_folder_that_cannot_be_made_is_told(pilot: Pilot, places: Places) -> None:
    places.data.mkdir(parents=True, exist_ok=True)
    places.questions.write_text("a file is in the way")
    opened(pilot, Keys())
    Keys().choose(pilot, "folder")
    assert pilot.sees("cannot be made")


def test_numbered_packs_are_in_the_order_of_their_numbers(
    start: Start, bank: MemoryBank, places: Places
) -> None:
    names = ["part-1.yaml", "part-10.yaml", "part-2.yaml", "sub/part-3.yaml"]
    pilot = opened(start(Shelved(bank, Packs([info(str(places.questions / n), n) for n in names]))), Keys())
    shown = [line for line in pilot.survey().lines if line in names]
    assert shown == ["part-1.yaml", "part-2.yaml", "part-10.yaml", "sub/part-3.yaml"]


def test_a_player_without_packs_is_invited(start: Start, bank: MemoryBank) -> None:
    pilot = opened(start(Shelved(bank, Packs([info(HEAT, "heat")]))), Keys())
    assert pilot.sees(INVITATION)


def test_what_is_saved_while_one_looks_is_shown_and_its_page_closes_when_it_goes(
    pilot: Pilot, own: str, shelf: Packs
) -> None:
    opened(pilot, Keys())
    shelf.infos[1] = info(own, "my-night.yaml", 3, errors=2, held=True)
    pilot.wait(250)
    assert pilot.sees("last save broken")
    Keys().choose(pilot, f"pack {own}")
    assert pilot.sees("The last save is broken")
    del shelf.infos[1]
    pilot.wait(250)
    assert pilot.at == "PacksScene"


def test_a_pack_without_a_question_cannot_be_played(pilot: Pilot, own: str, shelf: Packs) -> None:
    shelf.infos[1] = info(own, "my-night.yaml", 0, errors=2)
    opened(pilot, Keys(), own)
    assert "play" not in [spot.id for spot in pilot.spots()]
    assert pilot.sees("Nothing in it can be played yet")


def test_two_hundred_packs_can_be_gone_through(start: Start, bank: MemoryBank, places: Places) -> None:
    infos = [info(str(places.questions / f"p{n:03}.yaml"), f"p{n:03}.yaml") for n in range(200)]
    pilot = opened(start(Shelved(bank, Packs(infos))), Keys())
    pilot.press(*[Action.DOWN] * 150)
    assert pilot.sees("P150")
    pilot.press(*[Action.PAGE_UP] * 200)
    assert pilot.sees("P000")
    pilot.press(*[Action.PAGE_DOWN] * 200)
    assert pilot.sees("P199")
    pilot.press(Action.DOWN)
    assert not pilot.spots()[-1].id.startswith("pack")
    for _ in range(200):
        pilot.do(Scroll(3))
    assert pilot.sees("P000")
    pilot.device = Device.MOUSE
    pilot.click("P001")
    assert pilot.at == "PackScene"


def run_of(pilot: Pilot) -> tuple[str, int]:
    """Play a run to its end by any answers; the name of the last screen, and how many were asked."""
    for _ in range(400):
        if pilot.at == "ResultScene":
            return pilot.at, pilot.parts.scores.runs()[-1].run.asked
        if pilot.at == "DecisionScene":
            Keys().choose(pilot, "stay")
        else:
            pilot.press(Action.ACCEPT)
            pilot.wait(300)
    raise AssertionError(pilot.at)


@by_every_device
@pytest.mark.parametrize("number", [1, 3, 7])
def test_a_pack_alone_makes_a_short_run_that_stands_on_no_table(
    hand: Hand, number: int, pilot: Pilot, own: str, shelf: Packs, bank: MemoryBank
) -> None:
    shelf.banks[own] = some(bank, number)
    opened(pilot, hand, own)
    hand.choose(pilot, "play")
    assert pilot.at == "RoundCard"
    assert pilot.sees("ONE PACK" if number <= 5 else "ROUND 1 OF 2")
    assert run_of(pilot) == ("ResultScene", number)
    assert pilot.sees("stands on no table")
    assert "sign" not in [spot.id for spot in pilot.spots()]
    assert pilot.parts.scores.table("the-score", "") == []
    hand.choose(pilot, "again")
    assert pilot.at == "RoundCard"
    assert pilot.parts.scores.runs()[-1].run.mode == "one-pack"


def test_a_pack_that_has_gone_meanwhile_says_so_instead_of_playing(
    pilot: Pilot, own: str, shelf: Packs
) -> None:
    opened(pilot, Keys(), own)
    del shelf.banks[own]
    Keys().choose(pilot, "play")
    assert pilot.at == "MessageScene"
    pilot.press(Action.ACCEPT)
    assert pilot.at == "PackScene"
