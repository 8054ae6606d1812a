"""Runs go from machine to machine as text; what is damaged or foreign is refused whole, with a reason."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Run
from quizgame.quiz.runfile import BadFile, from_json, to_json
from quizgame.quiz.verify import Verdict, verify
from tests.quiz.players import bank, game

ABOUT = Circumstances("Zoë 王", "2026-11-20T20:00:00+01:00", "2026-11-20T20:09:30+01:00", "1.0")


def runs(count: int = 3) -> tuple[Run, ...]:
    played = (game(f"filed {number}") for number in range(count))
    return tuple(record(one.end, one.log, Assist(), ABOUT) for one in played)


TEXT = to_json(runs(1), "1.0")


def test_runs_come_back_as_they_were_and_can_still_be_checked() -> None:
    found = from_json(to_json(runs(), "1.0"))
    assert found == runs()
    assert verify(found[0], bank()).verdict in (Verdict.CHECKED, Verdict.WRONG)
    assert from_json(to_json((), "1.0")) == ()


def test_a_file_without_seats_is_of_a_game_alone() -> None:
    told = json.loads(TEXT)
    del told["runs"][0]["seat"]
    assert from_json(json.dumps(told)) == runs(1)


def test_what_a_later_version_adds_to_a_run_is_left_out() -> None:
    told = json.loads(TEXT)
    told["runs"][0]["weather"] = "rain"
    assert from_json(json.dumps(told)) == runs(1)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "damaged"),
        (TEXT[: len(TEXT) // 2], "damaged"),
        ("[" * 100_000, "damaged"),
        ("[]", "no file of runs"),
        ('{"format": "something else"}', "no file of runs"),
        (TEXT.replace('"version": 1', '"version": 2'), "another version"),
        (TEXT.replace('"runs": [', '"rows": ['), "holds no runs"),
        (TEXT.replace('"version": 1', '"version": NaN'), "damaged"),
    ],
)
def test_what_is_no_file_of_runs_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(BadFile, match=why):
        from_json(text)


BAD: list[tuple[str, Any]] = [
    ("take", "5"), ("take", -5), ("take", 1.5), ("take", True), ("take", 2**60), ("take", None),
    ("player", 5),
    ("player", "\ud800"), ("ended", "flew"), ("ended", 3), ("started", "once upon a time"), ("finished", ""),
    ("answers", {}), ("answers", [5]), ("answers", [{"question": 5}]), ("log", "x" * 1_000_001),
    ("seat", "1"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"), BAD, ids=lambda value: str(value)[:16].encode("ascii", "replace").decode()
)
def test_every_field_is_looked_at(field: str, value: Any) -> None:
    told = json.loads(to_json(runs(2), "1.0"))
    told["runs"][1][field] = value
    with pytest.raises(BadFile, match=r"[rR]un 2"):
        from_json(json.dumps(told))


@pytest.mark.parametrize("field", [name for name in json.loads(TEXT)["runs"][0] if name != "seat"])
def test_a_field_that_is_missing_is_named(field: str) -> None:
    told = json.loads(TEXT)
    del told["runs"][0][field]
    with pytest.raises(BadFile, match=field):
        from_json(json.dumps(told))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_is_refused_or_leaves_runs(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(TEXT) - 1))
    upto = data.draw(st.integers(at, min(len(TEXT), at + 30)))
    with suppress(BadFile):
        assert len(from_json(TEXT[:at] + data.draw(st.text(max_size=5)) + TEXT[upto:])) <= 1


def test_nobody_but_the_text_is_trusted() -> None:
    forged = replace(runs(1)[0], take=10**9)
    found = from_json(to_json([forged], "1.0"))
    assert verify(found[0], bank()).verdict is Verdict.WRONG
