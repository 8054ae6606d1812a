"""A code deals the same game on another machine, survives being typed, and notices a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.quiz import challenge as challenge_module
from quizgame.quiz import rules
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.card import Card
from quizgame.quiz.challenge import (
    MODES,
    BadCode,
    Challenge,
    NoCode,
    challenge_of,
    decode,
    differs,
    encode,
    new_seed,
)
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.modes import MODES as ALL_MODES
from quizgame.quiz.modes import THE_SCORE, THIRTY_SECONDS
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.share import GAME
from quizgame.quiz.state import start
from tests.quiz.players import bank, game
from tests.quiz.samples import choice

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SEEDS = st.binary(min_size=5, max_size=8).map(new_seed)
PASSED = st.lists(st.integers(0, 300), max_size=40).map(tuple)


def without_last_noughts(numbers: tuple[int, ...]) -> tuple[int, ...]:
    while numbers and not numbers[-1]:
        numbers = numbers[:-1]
    return numbers


@st.composite
def challenges(draw: st.DrawFn) -> Challenge:
    passed, mode = without_last_noughts(draw(PASSED)), draw(st.sampled_from(MODES))
    players = draw(st.integers(ALL_MODES[mode].fewest, ALL_MODES[mode].most))
    return Challenge(
        mode,
        draw(st.integers(1, 63)),
        draw(st.binary(min_size=5, max_size=5)).hex(),
        Wish(draw(SEEDS), draw(st.booleans()), players, passed),
    )


@given(challenges())
def test_a_code_holds_what_was_put_into_it(challenge: Challenge) -> None:
    assert decode(encode(challenge)) == challenge


@given(challenges())
def test_case_blanks_hyphens_and_words_before_it_do_not_matter(challenge: Challenge) -> None:
    code = encode(challenge)
    assert decode(f"Same questions: {code.lower()}") == challenge
    assert decode(code.replace("-", "\n ")) == challenge
    assert decode(code.replace("0", "O").replace("1", "l")) == challenge


@given(challenges())
def test_a_code_is_found_in_all_that_was_shared_with_it(challenge: Challenge) -> None:
    code = encode(challenge)
    shared = f"The Score: $1,956,750, 10 of 17, busted in round 4\n1 ■■□■■\nSame questions: {code}\n{GAME}"
    assert decode(shared) == decode(" ".join(shared.upper().split())) == challenge
    assert decode(f"quizgame challenge {code}") == challenge


@given(challenges(), st.data())
def test_one_wrong_character_is_noticed(challenge: Challenge, data: st.DataObject) -> None:
    letters = encode(challenge).replace("-", "")
    at = data.draw(st.integers(0, len(letters) - 1))
    other = data.draw(st.sampled_from(LETTERS.replace(letters[at], "")))
    with pytest.raises(BadCode):
        decode(letters[:at] + other + letters[at + 1 :])


@given(challenges(), st.data())
def test_two_neighbours_that_changed_places_are_noticed(challenge: Challenge, data: st.DataObject) -> None:
    letters = encode(challenge).replace("-", "")
    places = [at for at in range(len(letters) - 1) if letters[at] != letters[at + 1]]
    at = data.draw(st.sampled_from(places))
    with pytest.raises(BadCode):
        decode(letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :])


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_code_or_refused(text: str) -> None:
    with suppress(BadCode):
        decode(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "no code"), ("440DB", "too short"), ("U" * 30, "'U'"), ("4" * 5000, "too long"), ("é440", "'É'")],
)
def test_what_is_no_code_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(BadCode, match=why):
        decode(text)


def test_a_code_of_a_first_game_is_short() -> None:
    wish = deal(bank(), THE_SCORE, Wish(new_seed(b"chance"))).wish
    code = encode(Challenge(THE_SCORE.id, rules.VERSION, bank().fingerprint, wish))
    assert len(code.replace("-", "")) <= 25


def test_what_no_code_can_hold_is_said() -> None:
    for mode, wish in (
        ("stakeout", Wish("0" * 10)),
        ("the-daily-job", Wish("daily/2026-11-20")),
        ("the-score", Wish("an old, long seed")),
        ("the-score", Wish("0" * 10, first=("a",))),
        ("the-score", Wish("0" * 10, players=2)),
        ("face-to-face-turns", Wish("0" * 10)),
        ("face-to-face-turns", Wish("0" * 10, players=0)),
    ):
        with pytest.raises(NoCode):
            encode(Challenge(mode, 1, "ab" * 5, wish))
    with pytest.raises(NoCode):
        encode(Challenge("the-score", 64, "ab" * 5, Wish("0" * 10)))


def test_a_code_for_more_than_can_play_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(challenge_module, "_is_for", lambda mode, players: True)
    code = encode(Challenge("the-score", 1, "ab" * 5, Wish("0" * 10, players=3)))
    monkeypatch.undo()
    with pytest.raises(BadCode, match="so many"):
        decode(code)


def test_every_mode_of_a_code_exists() -> None:
    assert set(MODES) <= set(ALL_MODES)


def test_the_code_of_a_run_is_as_long_as_what_was_asked() -> None:
    """Of a hundred questions dealt against one clock, nobody sees more than some thirty."""
    seen = {card.question.id: when for when, card in enumerate(_many_cards())}
    dealt = deal(bank(), THIRTY_SECONDS, Wish(new_seed(b"clock")), seen)
    played = game("clock", start(THIRTY_SECONDS, dealt))
    run = record(played.end, played.log, Assist(), Circumstances("Neil", "", "", "1.0"))
    again = deal(bank(), THIRTY_SECONDS, decode(encode(challenge_of(run))).wish)
    assert run.asked < 60
    assert list(again.cards)[: run.asked + 1] == list(dealt.cards)[: run.asked + 1]
    assert len(encode(challenge_of(run))) < len(encode(replace(challenge_of(run), wish=dealt.wish)))


@pytest.mark.parametrize("told", ["", "{}[", "[]", '{"wish": 5}', '{"wish": {"passed": "x"}}', "[" * 99_999])
def test_a_damaged_run_has_no_code(told: str) -> None:
    played = game("damaged")
    run = record(played.end, played.log, Assist(), Circumstances("Neil", "", "", "1.0"))
    with pytest.raises(NoCode):
        challenge_of(replace(run, deal=told))


def test_a_code_plays_the_same_game_although_the_sender_had_seen_much() -> None:
    seen = {entry: when for when, entry in enumerate(card.question.id for card in _many_cards())}
    dealt = deal(bank(), THE_SCORE, Wish(new_seed(b"later")), seen)
    assert any(dealt.passed)
    challenge = decode(encode(Challenge(THE_SCORE.id, rules.VERSION, bank().fingerprint, dealt.wish)))
    again = deal(bank(), THE_SCORE, challenge.wish)
    assert (again.rounds, again.spares) == (dealt.rounds, dealt.spares)


def _many_cards() -> Iterator[Card]:
    for number in range(6):
        yield from deal(bank(), THE_SCORE, Wish(f"before {number}")).cards


def test_another_bank_or_another_version_is_said_in_a_sentence() -> None:
    challenge = Challenge(THE_SCORE.id, rules.VERSION, bank().fingerprint[:10], Wish("0" * 10))
    assert differs(challenge, bank()) == ""
    assert "other questions" in differs(challenge, MemoryBank([choice("one")]))
    older = Challenge(THE_SCORE.id, rules.VERSION - 1, challenge.bank, challenge.wish)
    newer = Challenge(THE_SCORE.id, rules.VERSION + 1, challenge.bank, challenge.wish)
    assert "older" in differs(older, bank())
    assert "newer" in differs(newer, bank())
