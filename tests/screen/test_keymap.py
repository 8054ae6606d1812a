"""Keys and buttons as the player wants them: swapped, refused, back as usual, and read from a file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.screen import keycaps
from quizgame.screen.keymap import (
    BINDINGS,
    DEALT,
    FIXED_KEYS,
    FREE_BUTTONS,
    NAMED_KEYS,
    USUAL,
    Keymap,
    as_usual,
    is_usual,
    key_cap,
    keymap_of,
    with_button,
    with_key,
)
from quizgame.screen.keys import DIGITS, KEYS
from quizgame.screen.scene import Action

ACTIONS = [binding.action for binding in BINDINGS]
WITH_KEY = [binding.action for binding in BINDINGS if binding.key]
SOME_KEYS = [*"abcdqwertpfsmnkjüж;", "delete", "f9", "f11", "num +"]
BUTTONS = [*sorted(FREE_BUTTONS), "a", "accept"]

changes = st.lists(
    st.one_of(
        st.tuples(st.just(with_key), st.sampled_from(WITH_KEY), st.sampled_from(SOME_KEYS)),
        st.tuples(st.just(with_button), st.sampled_from(ACTIONS), st.sampled_from(BUTTONS)),
        st.tuples(st.just(lambda k, a, _: as_usual(k, a)), st.sampled_from(ACTIONS), st.just("")),
    ),
    max_size=12,
)


def after(steps: list[tuple[object, str, str]]) -> Keymap:
    keymap = USUAL
    for do, action, name in steps:
        assert callable(do)
        keymap = do(keymap, action, name).keymap
    return keymap


@settings(max_examples=150, deadline=None)
@given(changes)
def test_nobody_can_lock_themselves_out(steps: list[tuple[object, str, str]]) -> None:
    keymap = after(steps)
    held = list(keymap.key_of.values())
    assert sorted(keymap.key_of) == sorted(WITH_KEY)
    assert len(set(held)) == len(held)
    assert not FIXED_KEYS & set(held)
    buttons = [name for name in keymap.button_of.values() if name]
    assert len(set(buttons)) == len(buttons)
    assert set(buttons) <= FREE_BUTTONS
    assert all(keymap.button_of[each.action] for each in BINDINGS if each.vital)


@settings(max_examples=150, deadline=None)
@given(changes)
def test_what_a_file_keeps_is_read_back(steps: list[tuple[object, str, str]]) -> None:
    keymap = after(steps)
    assert keymap_of(keymap.keys, keymap.pad) == (keymap, ())


@settings(max_examples=100, deadline=None)
@given(changes, st.sampled_from(ACTIONS))
def test_one_action_can_be_as_usual_again(steps: list[tuple[object, str, str]], action: str) -> None:
    keymap = as_usual(after(steps), action).keymap
    assert is_usual(keymap, action)


names = st.sampled_from([*SOME_KEYS, "", "A", " ", "f1", "5", "escape", "no such key", "x", "rb"])
entries = st.lists(st.tuples(st.sampled_from([*ACTIONS, "bribe", "up"]), names), max_size=6)


@settings(max_examples=150, deadline=None)
@given(entries, entries)
def test_whatever_a_file_says_every_action_has_its_key(
    keys: list[tuple[str, str]], pad: list[tuple[str, str]]
) -> None:
    keymap, told = keymap_of(tuple(dict(keys).items()), tuple(dict(pad).items()))
    held = list(keymap.key_of.values())
    assert sorted(keymap.key_of) == sorted(WITH_KEY)
    assert len(set(held)) == len(held)
    assert not FIXED_KEYS & set(held)
    assert all(line.endswith(".") for line in told)


def test_a_free_key_is_taken() -> None:
    change = with_key(USUAL, "pause", "k")
    assert change.keymap.key_of["pause"] == "k"
    assert change.said == "Pause: K."
    assert "p" not in change.keymap.action_of_key


def test_a_key_that_somebody_has_is_swapped_and_told() -> None:
    change = with_key(USUAL, "pause", "q")
    assert change.keymap.key_of["pause"] == "q"
    assert change.keymap.key_of["crew 1"] == "p"
    assert change.said == "Pause: Q. “Chris covers you” has P now."


@pytest.mark.parametrize("key", ["escape", "return", "up", "1", "num 3", "tab", "f1", "f5", "key 1073742049"])
def test_a_key_that_must_stay_is_refused(key: str) -> None:
    change = with_key(USUAL, "pause", key)
    assert not change.done
    assert change.keymap == USUAL
    assert change.said.endswith("Press another key.")


def test_a_button_that_is_needed_is_not_taken_for_nothing() -> None:
    change = with_button(USUAL, "mute", "rb")
    assert not change.done
    assert change.said == "RB is needed for “Next thing”. Give that another button first."
    assert with_button(USUAL, "flag", "rb").keymap.button_of["next"] == "y"


def test_a_file_with_one_bad_entry_keeps_the_good_ones() -> None:
    keymap, told = keymap_of((("pause", "k"), ("bribe", "x")), (("flag", "guide"),))
    assert keymap.key_of["pause"] == "k"
    assert told == (
        "The key of “bribe” in the settings means nothing; it is as usual.",
        "The button of “flag” in the settings means nothing; it is as usual.",
    )


def test_two_of_one_key_in_a_file_are_as_usual_and_told() -> None:
    keymap, told = keymap_of((("pause", "k"), ("flag", "k")), ())
    assert keymap == USUAL
    assert told == ("In the settings one key has two meanings; all keys are as usual.",)


def test_words_follow_the_keys() -> None:
    keymap = with_key(with_key(USUAL, "crew 4", "y").keymap, "pause", "f9").keymap
    assert keymap.filled("{crew} call, {pause} stops") == "QWEY call, F9 stops"
    assert keymap.filled("{flag}", pad=True) == "Y"
    assert keymap.filled("{pause}|{mute}", pad=True) == "Start|"
    assert with_key(USUAL, "crew 1", "delete").keymap.filled("{crew}") == "Del|W|E|R"


def test_every_name_is_known_to_the_wall() -> None:
    named = {name for name in FIXED_KEYS | NAMED_KEYS if len(name) > 1}
    assert named == set(keycaps.KEYS.values()) & named
    assert set(keycaps.BUTTONS.values()) >= FREE_BUTTONS
    assert {Action(action) for action in ACTIONS}
    assert set(KEYS) | set(DIGITS) | {"tab"} == FIXED_KEYS
    assert not set(FREE_BUTTONS) & {"a", "b"}
    assert DEALT["pause"].vital


@pytest.mark.parametrize(
    ("name", "cap"),
    [
        ("q", "Q"),
        ("f11", "F11"),
        ("ß", "SS"),
        ("delete", "Del"),
        ("scroll lock", "Scroll lock"),
        ("num +", "Num +"),
    ],
)
def test_caps_are_as_they_are_printed(name: str, cap: str) -> None:
    assert key_cap(name) == cap


def test_braces_round_what_is_no_action_stay() -> None:
    assert USUAL.filled("{nobody} {pause}") == "{nobody} P"
