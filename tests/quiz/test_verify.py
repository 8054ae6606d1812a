"""A run checks out exactly when its score follows from deal and log; no edit goes unseen or crashes."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz import rules
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.challenge import challenge_of, differs
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.modes import MODES, STAKEOUT, THE_DAILY_JOB, THE_SCORE, TURNS, Mode
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist, assist_of
from quizgame.quiz.run import Answered, Ending, Run
from quizgame.quiz.state import start
from quizgame.quiz.verify import Verdict, daily_seed, verify, wish_of
from tests.quiz.players import bank, game
from tests.quiz.samples import choice, questions

ABOUT = Circumstances("Neil", "2026-11-20T20:00:00+01:00", "2026-11-20T20:09:30+01:00", "1.0")
OLD = Path(__file__).parents[1] / "old_scores"
JUNK = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["null", "[]", "{}", "[" * 50_000, '{"wish":' * 20_000, "[[1e999]]", "9" * 6_000]),
    st.recursive(st.none() | st.integers() | st.text(max_size=3), st.lists, max_leaves=8).map(json.dumps),
)


def run_of(mode: Mode, wish: Wish, play: str = "a game", assist: Assist | None = None, seat: int = 0) -> Run:
    first = start(mode, deal(bank(), mode, wish), assist)
    played = game(play, first)
    return record(played.end, played.log, assist or Assist(), ABOUT, seat)


@cache
def honest() -> Run:
    """A run with enough in it: many answers, some right."""
    runs = (run_of(THE_SCORE, Wish("honest"), f"honest {number}") for number in range(50))
    return next(run for run in runs if run.ended is Ending.WALKED and run.asked > 12 and run.correct > 5)


def old_runs(version: int) -> list[Run]:
    """Runs as they were kept by a version of the rules, from the bank of `players`."""
    told = json.loads((OLD / f"runs-{version}.json").read_text("utf-8"))
    return [
        Run(**{**one, "ended": Ending(one["ended"]), "answers": tuple(Answered(**a) for a in one["answers"])})
        for one in told
    ]


def verdict(run: Run, some: MemoryBank | None = None) -> Verdict:
    return verify(run, some or bank()).verdict


def test_an_honest_run_is_checked_and_can_be_looked_at_again() -> None:
    found = verify(honest(), bank())
    assert (found.verdict, found.why) == (Verdict.CHECKED, "")
    assert found.end is not None
    assert found.end.take == honest().take


@pytest.mark.parametrize("run", old_runs(2), ids=lambda run: f"{run.mode}-{run.ended}-{run.take}")
def test_runs_by_these_rules_come_to_their_take_for_good(run: Run) -> None:
    """They were dealt and played by version 2: where this fails, that version must be raised."""
    assert (verify(run, bank()).why, rules.VERSION) == ("", 2)
    assert verdict(run) is Verdict.CHECKED
    assert verdict(replace(run, take=run.take + 100)) is Verdict.WRONG


@pytest.mark.parametrize("run", old_runs(1), ids=lambda run: f"{run.ended}-{run.take}")
def test_runs_by_older_rules_are_told_apart_and_not_called_wrong(run: Run) -> None:
    """Their seeds deal other questions now: nobody can say whether they add up, or deal them again."""
    found = verify(run, bank())
    assert (found.verdict, found.why) == (Verdict.OTHER_BANK, "It was played by rules 1; these are 2.")
    assert "older version of the game" in differs(challenge_of(run), bank())
    assert verdict(replace(run, rules=rules.VERSION)) is Verdict.WRONG


@pytest.mark.parametrize(
    "changed",
    [
        {"take": 99_999_999}, {"take": -1}, {"correct": 25}, {"asked": 1}, {"played_ms": 5},
        {"ended": Ending.CLEAR}, {"ended": Ending.TIME}, {"seed": "another"}, {"seat": 1}, {"seat": -1},
        {"answers": ()}, {"assist": "clock x2"}, {"assist": "no such"}, {"mode": "stakeout"},
        {"mode": "face-to-face-turns"}, {"log": "[]"}, {"deal": "{}"}, {"log": "[" + "0," * 600_000 + "0]"},
        {"deal": " " * 1_100_000}, {"log": json.dumps([["begin", 0]] * 10_001)},
    ],
    ids=lambda changed: "-".join(f"{k}={str(v)[:12]}" for k, v in changed.items()),
)  # fmt: skip
def test_an_edit_is_found_and_said_in_a_sentence(changed: dict[str, Any]) -> None:
    found = verify(replace(honest(), **changed), bank())
    assert found.verdict is Verdict.WRONG
    assert found.why.endswith(".")
    assert found.end is None


def test_an_edited_answer_is_found() -> None:
    for place, answer in enumerate(honest().answers):
        for edited in (
            replace(answer, right=not answer.right),
            replace(answer, given=answer.given + "!"),
            replace(answer, took_ms=answer.took_ms + 1),
            replace(answer, level=answer.level % 3 + 1),
            replace(answer, question="another"),
        ):
            answers = (*honest().answers[:place], edited, *honest().answers[place + 1 :])
            assert verdict(replace(honest(), answers=answers)) is Verdict.WRONG


def test_another_bank_other_rules_and_unknown_modes_are_no_reproach() -> None:
    run = honest()
    for other, some in (
        (run, MemoryBank([*questions(), choice("one more")])),
        (replace(run, rules=rules.VERSION + 1), bank()),
        (replace(run, mode="a mode of next year"), bank()),
        (replace(run, bank="0" * 64), bank()),
    ):
        found = verify(other, some)
        assert found.verdict is Verdict.OTHER_BANK
        assert found.why.endswith(".")


def test_players_that_nobody_can_seat_are_refused_before_anything_is_dealt() -> None:
    run = run_of(TURNS, Wish("seats", players=3), seat=2)
    assert verdict(run) is Verdict.CHECKED
    for many in (0, 1, 9, 2**30):
        told = json.loads(run.deal)
        told["wish"]["players"] = many
        assert "players" in verify(replace(run, deal=json.dumps(told)), bank()).why
    assert verdict(replace(run, seat=3)) is Verdict.WRONG
    last_but_nobody = run_of(TURNS, Wish("seats", players=3), seat=-1)
    assert "seat" in verify(last_but_nobody, bank()).why


def test_questions_may_be_chosen_in_practice_only() -> None:
    first = ("cast/1/0/0", "heat2/3/1/0")
    assert verdict(run_of(STAKEOUT, Wish("chosen", first=first))) is Verdict.CHECKED
    assert "chosen" in verify(run_of(THE_SCORE, Wish("chosen", first=first)), bank()).why


def test_the_daily_job_is_that_of_the_day_on_which_it_was_begun() -> None:
    run = run_of(THE_DAILY_JOB, Wish(daily_seed("2026-11-20")))
    assert verdict(run) is Verdict.CHECKED
    past_midnight = replace(run, finished="2026-11-21T00:04:00+01:00")
    assert verdict(past_midnight) is Verdict.CHECKED
    assert "date" in verify(replace(run, started="2026-11-21T00:01:00+01:00"), bank()).why


@pytest.mark.parametrize("mode", MODES.values(), ids=lambda mode: mode.id)
def test_a_run_says_what_it_was_dealt_from(mode: Mode) -> None:
    wish = Wish("daily/2026-11-20", False, mode.fewest)
    run = run_of(mode, wish)
    assert replace(wish_of(run), passed=()) == wish
    assert verdict(run) is Verdict.CHECKED


@pytest.mark.parametrize(
    "wish", [{"spoilers": "yes"}, {"players": 1.0}, {"first": "heat/1"}, {"first": [7]}, []]
)
def test_a_deal_with_a_wish_that_nobody_could_have_is_refused_in_a_sentence(wish: object) -> None:
    run = honest()
    told = json.loads(run.deal)
    told["wish"] = told["wish"] | wish if isinstance(wish, dict) else wish
    found = verify(replace(run, deal=json.dumps(told)), bank())
    assert found.verdict is Verdict.WRONG
    assert found.why.endswith(".")


@pytest.mark.parametrize("label", ["x9", "clock x3", "less heat, clock x2, twice"])
def test_assistance_that_nobody_offers_is_refused(label: str) -> None:
    with pytest.raises(ValueError, match="no such assistance"):
        assist_of(label)


@pytest.mark.parametrize("clock", ["x1", "x2", "x4", "off"])
@pytest.mark.parametrize("less", [False, True])
@pytest.mark.parametrize("challenged", [False, True])
def test_assistance_is_known_by_its_label(clock: str, less: bool, challenged: bool) -> None:
    assist = Assist(clock, less, challenged)
    assert assist_of(assist.label) == assist
    run = run_of(THE_SCORE, Wish("assist"), assist=assist)
    assert verdict(run) is Verdict.CHECKED


@settings(max_examples=60, deadline=None)
@given(JUNK, st.sampled_from(["deal", "log", "seed", "mode", "assist", "started"]))
def test_whatever_a_run_holds_there_is_a_verdict(junk: str, field: str) -> None:
    edited = replace(honest(), **{field: junk})  # type: ignore[arg-type]
    harmless = edited == honest() or field == "started"
    assert (verdict(edited) is Verdict.CHECKED) is harmless


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(["deal", "log"]))
def test_one_changed_character_is_found_or_changes_nothing_that_counts(
    data: st.DataObject, field: str
) -> None:
    run = honest()
    text = getattr(run, field)
    at = data.draw(st.integers(0, len(text) - 1))
    edited = text[:at] + data.draw(st.sampled_from('0159[]{},:"ax ')) + text[at + 1 :]
    found = verify(replace(run, **{field: edited}), bank())
    if found.verdict is Verdict.CHECKED:
        assert found.end is not None
        assert (found.end.take, found.end.deal.rounds) == (
            run.take,
            deal(bank(), THE_SCORE, Wish("honest")).rounds,
        )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_event_that_was_left_out_doubled_or_moved_is_found_or_harmless(data: st.DataObject) -> None:
    run = honest()
    events = json.loads(run.log)
    at = data.draw(st.integers(0, len(events) - 1))
    match data.draw(st.sampled_from(["out", "twice", "later"])):
        case "out":
            del events[at]
        case "twice":
            events.insert(at, events[at])
        case _:
            events[at][1] += data.draw(st.integers(1, 10**20))
    found = verify(replace(run, log=json.dumps(events)), bank())
    if found.end is not None:
        assert (found.end.take, len(found.end.results)) == (run.take, run.asked)
