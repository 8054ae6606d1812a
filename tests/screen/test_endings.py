"""How a run ends for eye and ear: nothing is told before it is seen, and nothing that is not so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from quizgame.quiz.bank import MemoryBank, Want
from quizgame.quiz.modes import STAKEOUT, THE_SCORE, THIRTY_SECONDS
from quizgame.quiz.run import Ending
from quizgame.quiz.sums import Sum, Sums
from quizgame.screen.scene import OPTIONS, Action, Press
from quizgame.screen.scenes.busted import DROPPED_MS, BustedScene
from quizgame.screen.scenes.result import AGAIN, TITLE, ResultScene
from quizgame.screen.scenes.time_up import SHOWN_MS, TimeUpScene
from tests.pilot import Given, Pilot
from tests.screen.hands import Keys
from tests.screen.match import CLEAR, Plan, play, right_place
from tests.screen.moves import layers, page
from tests.screen.survey import surveyed

Start = Callable[..., Pilot]
KEYS = Keys()
WALKED, FURTHER = Plan(walk_after=1), Plan(walk_after=2)
BUSTED = Plan(wrong=frozenset(range(2, 25)))
SUMS = Sums(Ending.CLEAR, 1_002_000, 6, 10, 2, (Sum("One", "3 of 5", 400_000), Sum("Two", "3 of 5", 600_000),
                                                Sum("Speed", "", 2_000)), 2_000, 100_000)  # fmt: skip
DROPPED = replace(
    SUMS, ending=Ending.BUSTED, take=250_500, lines=(*SUMS.lines, Sum("Dropped with the bags", "", -751_500))
)


def ended(pilot: Pilot, bank: MemoryBank, plan: Plan) -> list[str]:
    """Play a run, and what was heard from the last answer until all has been counted."""
    pilot.motion = True
    play(pilot, KEYS, bank, plan)
    heard = pilot.show.sounds()
    while pilot.scene.live(pilot.page()) is not None:
        pilot.wait(50)
        heard += pilot.show.sounds()
    pilot.wait(200)
    return heard + pilot.show.sounds()


# --- a record ---


@pytest.mark.parametrize(("plan", "sound"), [(CLEAR, "getaway"), (WALKED, "walk")])
def test_a_first_player_hears_how_it_ended_and_has_beaten_nobody(
    plan: Plan, sound: str, start: Start, bank: MemoryBank
) -> None:
    pilot = start()
    heard = ended(pilot, bank, plan)
    assert sound in heard
    assert "record" not in heard
    assert pilot.sees("First on the table.")
    assert not pilot.sees("RECORD")


def test_a_record_is_told_when_all_is_counted_with_what_it_has_beaten(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    ended(pilot, bank, WALKED)
    before = pilot.parts.scores.runs()[0].run.take
    KEYS.choose(pilot, "again")
    heard = again(pilot, bank, 2)
    assert pilot.sees("RECORD")
    assert pilot.sees(f"It was ${before:,}")
    assert heard.index("walk") < heard.index("count") < heard.index("record")
    assert pilot.sees("Place 1 on the table."), "it is the first of two"


def again(pilot: Pilot, bank: MemoryBank, rounds: int) -> list[str]:
    """From a round card on, all right; what is heard from the result's coming."""
    decided = 0
    while pilot.at != "ResultScene":
        match pilot.at:
            case "QuestionScene":
                KEYS.open(pilot)
                pilot.wait(1_000)
                KEYS.answer(pilot, right_place(pilot, bank))
            case "DecisionScene":
                decided += 1
                pilot.wait(1_000)
                pilot.show.sounds()
                KEYS.choose(pilot, "walk" if decided == rounds else "stay")
            case at:
                KEYS.choose(pilot, {"RoundCard": "begin", "RevealScene": "next"}[at])
    assert not pilot.sees("RECORD")
    heard = pilot.show.sounds()
    for _ in range(60):
        pilot.wait(50)
        heard += pilot.show.sounds()
    return heard


def test_who_falls_short_of_the_best_hears_no_record(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    ended(pilot, bank, FURTHER)
    KEYS.choose(pilot, "again")
    assert "record" not in again(pilot, bank, 1)


def test_who_is_busted_leads_an_empty_table_in_silence(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    heard = ended(pilot, bank, BUSTED)
    assert pilot.parts.scores.runs()[0].run.take > 0
    assert not {"record", "getaway", "count"} & set(heard)
    assert not pilot.sees("RECORD")


def test_a_record_is_heard_at_once_by_who_wants_no_counting_and_where_nothing_moves() -> None:
    for motion in (True, False):
        scene = ResultScene(SUMS, "Place 1.", [AGAIN, TITLE], beaten="It was $5.")
        scene.arrive(page(0, motion))
        scene.tick(page(0, motion))
        assert "record" not in scene.sounds()
        scene.handle(Press(Action.RIGHT), page(300, motion))
        scene.tick(page(300, motion))
        assert scene.sounds()[-1] == "record"
        assert "RECORD" in surveyed(scene, page(300, motion)).lines


def test_the_place_that_is_told_is_that_on_the_table_that_opens(start: Start, bank: MemoryBank) -> None:
    """Other questions have another table: a better run there takes no place here."""
    others = MemoryBank(
        replace(bank.question(entry.id), explain="Another reason.") for entry in bank.entries(Want())
    )
    with_others = start(Given(others))
    ended(with_others, others, FURTHER)
    with_others.show.close()
    pilot = start()
    ended(pilot, bank, WALKED)
    assert pilot.sees("First on the table.")
    KEYS.choose(pilot, "sign")
    KEYS.sign(pilot, "EADY")
    assert pilot.at == "ScoresScene"
    assert "1" in pilot.survey().lines
    assert "2" not in pilot.survey().lines


# --- the sums ---


def figure(scene: ResultScene, now: int) -> str:
    """The largest words."""
    return max(surveyed(scene, page(now)).words, key=lambda words: words.ink.h).text


def test_the_take_counts_upward_after_its_lines_and_ends_on_the_last_dollar() -> None:
    scene = ResultScene(SUMS, "Place 2.", [AGAIN, TITLE])
    scene.arrive(page(0))
    takes = [int(figure(scene, now)[1:].replace(",", "")) for now in range(0, 2_000, 40)]
    assert takes[0] == 0
    assert takes == sorted(takes)
    assert takes[-1] == SUMS.take
    assert len(set(takes)) > 8
    lines = next(now for now in range(0, 2_000, 10) if figure(scene, now) != "$0")
    assert layers(scene, page(lines)).seen["Speed"] == 1.0


def test_what_was_kept_of_dropped_bags_neither_climbs_nor_falls_again() -> None:
    scene = ResultScene(DROPPED, "Place 2.", [AGAIN, TITLE])
    scene.arrive(page(0))
    assert {figure(scene, now) for now in range(0, 2_000, 100)} == {"$250,500"}


# --- busted ---


def falling(sums: Sums, motion: bool = True) -> dict[int, tuple[list[str], list[str]]]:
    """What is read and heard at each moment, in steps of 20 ms."""
    scene = BustedScene(sums, "The Vault")
    scene.arrive(page(0, motion))
    told = {}
    for now in range(0, 2_000, 20):
        scene.tick(page(now, motion))
        seen = layers(scene, page(now, motion)).seen
        told[now] = ([text for text, share in seen.items() if share > 0], scene.sounds())
    return told


def test_the_bags_fall_one_by_one_before_it_is_said_what_they_held() -> None:
    told = falling(DROPPED)
    thumps = [now for now, (_, heard) in told.items() if "drop" in heard]
    assert [late - early for early, late in pairwise(thumps)] == [160, 160]
    kept = "$751,500 dropped with the bags. $250,500 kept."
    first = next(now for now, (lines, _) in told.items() if kept in lines)
    assert first >= thumps[-1] == DROPPED_MS
    assert "$1,002,000" in told[0][0]
    assert told[0][1] == [], "it was heard when it happened"


def test_where_nothing_moves_no_bag_is_heard_and_all_is_said() -> None:
    told = falling(DROPPED, motion=False)
    assert not [heard for _, heard in told.values() if heard]
    assert told[0][0] == told[1_980][0]
    assert "$751,500 dropped with the bags. $250,500 kept." in told[0][0]


def test_empty_hands_drop_nothing() -> None:
    told = falling(replace(SUMS, ending=Ending.BUSTED, take=0, lines=()))
    assert not any("drop" in heard for _, heard in told.values())
    assert "There was nothing in the bags to drop." in told[1_980][0]


def test_a_run_that_ends_badly_is_heard_to_end_once(start: Start, bank: MemoryBank) -> None:
    heard = ended(start(), bank, BUSTED)
    assert heard.count("busted") == 1


# --- time ---


def out_of_time(pilot: Pilot) -> None:
    for id in ("play", THIRTY_SECONDS.id, "begin"):
        KEYS.choose(pilot, id)
    pilot.show.sounds()
    while pilot.at == "QuestionScene":
        pilot.wait(50)


def test_when_the_one_clock_runs_out_it_stands_alone_for_a_moment(start: Start) -> None:
    pilot = start()
    out_of_time(pilot)
    assert pilot.at == "TimeUpScene"
    assert set(pilot.survey().lines) >= {"0", "TIME"}
    assert pilot.show.sounds()[-1] == "late"
    pilot.wait(SHOWN_MS - 50)
    assert pilot.at == "TimeUpScene"
    pilot.wait(100)
    assert pilot.at == "ResultScene"
    assert "late" not in pilot.show.sounds()


@pytest.mark.parametrize("key", [Action.ACCEPT, Action.BACK, Action.OTHER, OPTIONS[0]])
def test_any_key_skips_it_from_its_first_frame(key: Action) -> None:
    scene = TimeUpScene()
    scene.arrive(page(0))
    assert scene.handle(Press(key), page(0)) is not None


# --- on the way in, and out ---


def test_who_starts_when_all_is_read_sees_no_loading(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    def loading(*_: object) -> None:
        raise AssertionError("there is nothing to wait for")

    monkeypatch.setattr("quizgame.waiting.LoadingScene", loading)
    pilot = start()
    KEYS.choose(pilot, "play")
    KEYS.choose(pilot, THE_SCORE.id)
    assert pilot.at == "RoundCard"
    pilot.show.close()


def leaving(pilot: Pilot, answers: int) -> None:
    """Practice, left after so many answers, half of them wrong."""
    for id in ("play", STAKEOUT.id, "begin"):
        KEYS.choose(pilot, id)
    for _ in range(answers):
        pilot.wait(300)
        KEYS.answer(pilot, 0)
        KEYS.choose(pilot, "next")
    pilot.press(Action.PAUSE)
    KEYS.choose(pilot, "give up")


def test_practice_that_is_left_ends_in_its_review_and_says_so(start: Start) -> None:
    pilot = start()
    leaving(pilot, 4)
    assert pilot.sees("CALL IT A NIGHT?")
    assert pilot.sees("You can look at it once more now.")
    KEYS.choose(pilot, "go")
    assert pilot.at == "ResultScene"
    assert pilot.sees("OF 4")
    KEYS.choose(pilot, "review")
    assert pilot.at == "ReviewScene"


def test_practice_that_is_left_before_an_answer_leads_out(start: Start) -> None:
    pilot = start()
    leaving(pilot, 0)
    assert not pilot.sees("once more")
    KEYS.choose(pilot, "go")
    assert pilot.at in ("TitleScene", "ModesScene")
