"""After a run: it is looked at again, shown to friends, and played by a friend on another machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgame.quiz import runfile, verify
from quizgame.quiz.bank import MemoryBank, Want
from quizgame.quiz.modes import STAKEOUT
from quizgame.screen.scene import OPTIONS, Action, Dropped
from tests.pilot import Given, Pilot
from tests.screen.finished import copied, saved_as, until_done
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import Plan, play

Start = Callable[..., Pilot]
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])

KEYS = Keys()
SEED = "0123456789"
PLAN = Plan(wrong=frozenset({1, 3}), walk_after=1)


@pytest.fixture
def pilot(start: Start, bank: MemoryBank) -> Pilot:
    """Somebody who has walked after the first round with two missed."""
    found = start(seed=SEED, home="one")
    play(found, KEYS, bank, PLAN)
    return found


# --- review ---


def test_the_review_shows_every_question_with_answers_reason_and_source(
    pilot: Pilot, bank: MemoryBank
) -> None:
    pilot.size = (1280, 3000)
    KEYS.choose(pilot, "review")
    lines = pilot.survey().lines
    run = pilot.parts.scores.runs()[0].run
    for number, answer in enumerate(run.answers, start=1):
        question = bank.question(answer.question)
        assert f"{number}. {question.text}" in lines
        assert f"Right: {question.answer}" in lines
        assert (f"Missed. You said: {answer.given}" in lines) is not answer.right
        assert question.explain in lines
        assert f"Source: {question.source}" in lines


@by_every_device
def test_the_missed_ones_can_be_seen_alone_and_played_without_a_clock(hand: Hand, pilot: Pilot) -> None:
    run = pilot.parts.scores.runs()[0].run
    missed = [answer.question for answer in run.answers if not answer.right]
    pilot.size = (1280, 3000)
    hand.choose(pilot, "review")
    hand.choose(pilot, "missed")
    assert sum(line.startswith("Missed. You said: ") for line in pilot.survey().lines) == len(missed) == 2
    assert sum(line[:1].isdigit() and ". " in line for line in pilot.survey().lines) == 2
    hand.choose(pilot, "play")
    assert pilot.at in ("RoundCard", "QuestionScene")
    pilot.show.close()
    if pilot.parts.scores.runs(STAKEOUT.id):
        [stakeout] = pilot.parts.scores.runs(STAKEOUT.id)
        assert [answer.question for answer in stakeout.run.answers] == missed[: len(stakeout.run.answers)]


def test_a_run_without_a_miss_has_no_missed_ones_to_play(start: Start, bank: MemoryBank) -> None:
    pilot = start(seed=SEED)
    play(pilot, KEYS, bank, Plan(walk_after=1))
    KEYS.choose(pilot, "review")
    assert [spot.id for spot in pilot.spots()] == ["all", "leave"]


def test_leaving_the_review_leads_back_to_the_result(pilot: Pilot) -> None:
    KEYS.choose(pilot, "review")
    pilot.press(Action.BACK)
    assert pilot.at == "ResultScene"


# --- share ---


@pytest.mark.parametrize("key", [OPTIONS[2], Action.COPY])
def test_one_key_copies_a_text_that_gives_nothing_away(key: Action, pilot: Pilot, bank: MemoryBank) -> None:
    texts = copied(pilot)
    KEYS.choose(pilot, "share")
    pilot.press(key)
    [text] = texts
    run = pilot.parts.scores.runs()[0].run
    assert text.startswith(f"The Score: ${run.take:,}, 3 of 5, walked after round 1\n")
    for answer in run.answers:
        question = bank.question(answer.question)
        assert question.text not in text
        assert question.answer not in text
    assert pilot.sees("Copied.")


def test_another_key_saves_a_picture_and_says_where(pilot: Pilot) -> None:
    pilot.parts.world = pilot.parts.world._replace(picture=lambda scene, size: b"a picture %d %d" % size)
    KEYS.choose(pilot, "share")
    pilot.press(Action.SAVE)
    path = saved_as(pilot)
    assert path.read_bytes() == b"a picture 1200 630"
    assert path.parent == pilot.parts.places.data / "pictures"


def test_a_picture_that_cannot_be_saved_is_a_sentence(pilot: Pilot) -> None:
    (pilot.parts.places.data / "pictures").write_text("a file in the way")
    KEYS.choose(pilot, "share")
    pilot.press(Action.SAVE)
    until_done(pilot)
    assert any(line.startswith("Not saved: ") for line in pilot.survey().lines)
    assert pilot.at == "ShareScene"


def test_without_a_clipboard_that_is_said(pilot: Pilot) -> None:
    KEYS.choose(pilot, "share")
    KEYS.choose(pilot, "copy")
    assert pilot.sees("no clipboard")


def test_what_is_shown_carries_the_name_that_was_signed(pilot: Pilot) -> None:
    KEYS.choose(pilot, "sign")
    KEYS.sign(pilot, "EADY")
    pilot.press(Action.BACK)
    file = file_of(pilot)
    [run] = runfile.from_json(file.read_text("utf-8"))
    assert run.player == "EADY"
    pilot.press(Action.BACK)
    KEYS.choose(pilot, "share")
    assert any("EADY" in line for line in pilot.survey().lines)


# --- challenges ---


def code_of(pilot: Pilot) -> str:
    texts = copied(pilot)
    KEYS.choose(pilot, "challenge")
    KEYS.choose(pilot, "copy")
    [code] = texts
    assert pilot.sees(code)
    return code


def file_of(pilot: Pilot) -> Path:
    KEYS.choose(pilot, "challenge")
    pilot.press(Action.SAVE)
    return saved_as(pilot)


def play_to_the_end(pilot: Pilot, bank: MemoryBank) -> list[str]:
    """Play a round that lies on the table, and walk; what was said of the rival after each question."""
    said = []
    while pilot.at != "ResultScene":
        if pilot.at == "QuestionScene":
            KEYS.open(pilot)
            pilot.press(OPTIONS[0])
        elif pilot.at == "RevealScene":
            said.append(" ".join(line for line in pilot.survey().lines if "they stand at" in line))
            KEYS.choose(pilot, "next")
        else:
            ids = {"RoundCard": "begin", "DecisionScene": "walk", "BustedScene": "on", "MessageScene": "go"}
            KEYS.choose(pilot, ids[pilot.at])
    return said


def asked(pilot: Pilot) -> list[str]:
    """The questions of the last run on a machine, in order."""
    return [answer.question for answer in pilot.parts.scores.runs()[-1].run.answers]


@by_every_device
def test_a_code_deals_the_same_questions_on_a_friends_machine(
    hand: Hand, pilot: Pilot, start: Start, bank: MemoryBank
) -> None:
    code = code_of(pilot)
    friend = start(seed="abcdef0123", home="two")
    friend.parts.world = friend.parts.world._replace(paste=lambda: f"code: {code}\n")
    hand.choose(friend, "code")
    hand.choose(friend, "paste")
    hand.choose(friend, "done")
    play_to_the_end(friend, bank)
    assert asked(friend) == asked(pilot)
    run = friend.parts.scores.runs()[-1].run
    assert run.assist == "challenge"
    assert verify.verify(run, bank).verdict is verify.Verdict.CHECKED


def test_a_code_can_be_typed_letter_by_letter(pilot: Pilot, start: Start, bank: MemoryBank) -> None:
    code = code_of(pilot)
    friend = start(home="two")
    KEYS.choose(friend, "code")
    for letter in code.lower().replace("-", " "):
        assert not friend.sees("The code is whole")
        friend.type(letter)
    assert friend.sees("The code is whole")
    friend.press(Action.ACCEPT)
    assert friend.at == "RoundCard"


def test_a_mistyped_code_is_refused_and_stays_to_be_mended(pilot: Pilot, start: Start) -> None:
    code = code_of(pilot)
    friend = start(home="two")
    KEYS.choose(friend, "code")
    wrong = "7" if code[-1] != "7" else "8"
    friend.type(code[:-1] + wrong)
    friend.press(Action.ACCEPT)
    assert friend.sees("typing mistake")
    friend.press(Action.ERASE)
    friend.type(code[-1])
    friend.press(Action.ACCEPT)
    assert friend.at == "RoundCard"


def test_a_code_of_other_questions_says_what_differs_and_what_to_do(
    pilot: Pilot, start: Start, bank: MemoryBank
) -> None:
    code = code_of(pilot)
    [*most, _] = [bank.question(entry.id) for entry in bank.entries(Want())]
    friend = start(Given(MemoryBank(most)), home="two")
    KEYS.choose(friend, "code")
    friend.type(code)
    friend.press(Action.ACCEPT)
    assert friend.sees("other questions than yours")
    assert friend.sees("same packs")


def test_a_file_dropped_on_the_title_shows_the_rival_after_each_question(
    pilot: Pilot, start: Start, bank: MemoryBank
) -> None:
    file = file_of(pilot)
    friend = start(home="two")
    friend.do(Dropped(str(file)))
    assert friend.sees("Take it")
    said = play_to_the_end(friend, bank)
    theirs = pilot.parts.scores.runs()[0].run
    assert len(said) == 5
    for line, answer in zip(said, theirs.answers, strict=True):
        assert ("had it" in line) is answer.right
    assert friend.sees(f"${theirs.take:,}")  # how it ended for both
    assert asked(friend) == asked(pilot)


def test_a_file_dropped_where_a_code_is_entered_is_played(pilot: Pilot, start: Start) -> None:
    friend = start(home="two")
    KEYS.choose(friend, "code")
    friend.do(Dropped(str(file_of(pilot))))
    assert friend.sees("Take it")
    KEYS.choose(friend, "back")
    assert friend.at == "TitleScene"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda text: text.replace('"take": ', '"take": 1'), "does not add up|is another|cannot be played"),
        (lambda text: text[: len(text) // 2], "damaged"),
        (lambda text: "a picture of a cat", "damaged"),
        (lambda text: runfile.to_json([*runfile.from_json(text)] * 2, "0"), "one run"),
    ],
    ids=["edited", "cut", "foreign", "several"],
)
def test_a_spoilt_file_is_refused_in_a_sentence(
    spoil: Callable[[str], str], said: str, pilot: Pilot, start: Start
) -> None:
    file = file_of(pilot)
    file.write_text(spoil(file.read_text("utf-8")), "utf-8")
    friend = start(home="two")
    friend.do(Dropped(str(file)))
    assert any(friend.sees(words) for words in said.split("|")), friend.survey().lines
    KEYS.choose(friend, "back")
    assert friend.at == "TitleScene"


def test_a_file_that_is_not_there_is_a_sentence(start: Start) -> None:
    pilot = start()
    pilot.do(Dropped("/nowhere/at/all.score"))
    assert pilot.sees("all.score cannot be read")
