"""The modes as they are offered: never more than can be dealt, and the best run of just these questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from quizgame import dealing, offers
from quizgame.parts import Parts
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.modes import OFFERED, STAKEOUT, THE_SCORE, THIRTY_SECONDS, TURNS, Mode
from quizgame.quiz.question import Choice, Question
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Page
from quizgame.screen.scenes.modes import ModesScene, Offer
from quizgame.screen.theme import Theme
from quizgame.store.paths import Places
from tests.pilot import Clock, Given, Pilot, parts_of
from tests.screen.hands import Keys
from tests.screen.small_bank import small_bank
from tests.screen.survey import surveyed

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
KEYS = Keys()


def question(number: int, level: int = 1) -> Question:
    wrong = (f"Red {number}", f"Green {number}", f"Blue {number}")
    return Question(
        f"own/{number}", f"What is number {number}?", Choice(f"Grey {number}", wrong), level=level
    )


def parts(home: Path, questions: Sequence[Question], clock: Clock | None = None) -> Parts:
    bank = MemoryBank(questions)
    return parts_of(Places(home / "data", home / "cache"), Given(bank), clock or Clock())


def player(home: Path, questions: Sequence[Question]) -> Pilot:
    clock = Clock()
    return Pilot(parts(home, questions, clock), clock)


def offered(parts: Parts) -> dict[str, Offer]:
    return {mode.id: offers.offer(parts, mode, NOON) for mode in OFFERED}


def test_two_questions_are_offered_as_a_run_of_two(tmp_path: Path) -> None:
    found = offered(parts(tmp_path, [question(1), question(2, level=3)]))
    score = found[THE_SCORE.id]
    assert score.line.startswith("Cut short: there are only 2 questions, in 1 round.")
    assert score.rounds == (("The Armored Car", "2 questions  ·  up to $400,000  ·  a miss +10 heat"),)
    assert ("Questions", "2") in found[STAKEOUT.id].rounds
    assert ("Questions", "as many as you can of 2") in found[THIRTY_SECONDS.id].rounds
    assert "only 1 question for each player, in 1 round" in found[TURNS.id].line


def test_a_bank_without_questions_is_offered_as_such(tmp_path: Path) -> None:
    for offer in offered(parts(tmp_path, [])).values():
        assert offer.line == offers.NOTHING
        page = Page(stage_of(1280, 720), Theme(), PlainRuler())
        assert offers.NOTHING in surveyed(ModesScene(partial(list, [offer])), page).lines


@pytest.mark.parametrize("count", [1, 7, 24, 25, 26])
@pytest.mark.parametrize("mode", [mode for mode in OFFERED if mode.fewest == 1], ids=lambda mode: mode.id)
def test_as_many_as_are_offered_are_dealt(mode: Mode, count: int, tmp_path: Path) -> None:
    bank = MemoryBank(question(number, 1 + number % 3) for number in range(count))
    said = dealing.levels(parts_of(Places(tmp_path, tmp_path), Given(bank), Clock()), mode)
    for seed in "abc":
        cards = deal(bank, mode, Wish(seed)).rounds
        assert [len(round) for round in cards] == [len(levels) for levels in said]


def test_of_enough_questions_all_is_offered_that_the_mode_has(tmp_path: Path) -> None:
    found = offers.offer(parts_of(Places(tmp_path, tmp_path), Given(small_bank()), Clock()), THE_SCORE, NOON)
    assert found.line == THE_SCORE.line
    assert [worth.split("  ·  ")[0] for _, worth in found.rounds] == [
        "up to $700,000", "up to $1,800,000", "up to $2,700,000", "up to $4,000,000", "up to $5,000,000",
    ]  # fmt: skip


def played(pilot: Pilot) -> None:
    """A run of The Score that has one question."""
    KEYS.choose(pilot, "play")
    KEYS.choose(pilot, THE_SCORE.id)
    KEYS.choose(pilot, "begin")
    KEYS.open(pilot)
    KEYS.answer(pilot, 0)
    KEYS.choose(pilot, "next")
    KEYS.choose(pilot, "title")


def test_the_best_so_far_is_that_of_these_questions(tmp_path: Path) -> None:
    pilot = player(tmp_path, [question(1)])
    played(pilot)
    assert "BEST SO FAR" in " ".join(offered(pilot.parts)[THE_SCORE.id].notes)
    others = parts(tmp_path, [question(2)])
    assert offered(others)[THE_SCORE.id].notes[0] == "NO RUN WITH THESE QUESTIONS YET"
    assert offered(others)[THIRTY_SECONDS.id].notes[0] == "NO RUN ON THE TABLE YET"


def test_the_jobs_on_the_screen_follow_the_questions(tmp_path: Path) -> None:
    pilot = player(tmp_path, [question(1)])
    KEYS.choose(pilot, "play")
    assert pilot.sees("Cut short: there is only 1 question")
    pilot.parts.content._bank = small_bank()
    pilot.wait(100)
    assert pilot.sees(THE_SCORE.line)


def test_that_no_score_can_be_kept_is_said_before_playing(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    here = parts(tmp_path, [question(1)])
    here.make_room()
    here.open_scores()
    told = " ".join(here.notices())
    assert str(tmp_path / "data") in told
    assert "QUIZGAME_HOME" in told
    assert "NO SCORE CAN BE KEPT HERE: THE TITLE SCREEN SAYS WHY" in offered(here)[THE_SCORE.id].notes
    assert not any("KEPT" in note for note in offered(here)[STAKEOUT.id].notes)


def test_a_folder_that_only_seems_to_be_makeable_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = parts(tmp_path, [question(1)])
    monkeypatch.setattr("quizgame.store.files.make_folder", refuse)
    here.make_room()
    here.open_scores()
    assert not here.keeps
    assert here.notices() == (
        f"Scores will not be kept: the folder {tmp_path / 'data'} cannot be made. "
        "Set QUIZGAME_HOME to one that can be.",
    )


def refuse(folder: Path) -> None:
    raise PermissionError(1, "Operation not permitted", str(folder))
