"""Settings survive restarts, newer versions, mistakes of the hand and broken files."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.store.errors import NotSaved
from quizgame.store.names import clean_name
from quizgame.store.paths import Places
from quizgame.store.settings import CLOCKS, READINGS, SIDES, TEXT_SIZES, Settings, load, save

Clock = Callable[[], datetime]
PAIRS = st.dictionaries(st.text(max_size=9), st.text(max_size=3), max_size=3).map(lambda d: tuple(d.items()))
SETTINGS = st.builds(
    Settings,
    music=st.integers(0, 100),
    effects=st.integers(0, 100),
    muted=st.booleans(),
    text_size=st.sampled_from(TEXT_SIZES),
    high_contrast=st.booleans(),
    reduced_motion=st.booleans(),
    clock=st.sampled_from(CLOCKS),
    spoilers=st.booleans(),
    full_screen=st.booleans(),
    player=st.text(max_size=40).map(clean_name),
    heat_assist=st.booleans(),
    packs_off=st.lists(st.text(max_size=20), max_size=3).map(tuple),
    read_aloud=st.sampled_from(READINGS),
    keys=PAIRS,
    pad=PAIRS,
    window=st.tuples(st.sampled_from(SIDES), st.sampled_from(SIDES)),
    maximised=st.booleans(),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=3,
)


def written(places: Places, content: str | bytes) -> None:
    places.data.mkdir(parents=True, exist_ok=True)
    places.settings.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_without_a_file_everything_is_as_delivered(places: Places) -> None:
    assert load(places) == (Settings(), ())
    assert (Settings().music, Settings().effects, Settings().clock) == (60, 80, "x1")
    assert not places.data.exists()


@settings(max_examples=50)
@given(SETTINGS)
def test_what_is_saved_comes_back(chosen: Settings) -> None:
    with TemporaryDirectory() as folder:
        places = Places(Path(folder) / "data", Path(folder))
        save(places, chosen)
        assert load(places) == (chosen, ())


@settings(max_examples=100)
@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_a_broken_file_is_set_aside_and_the_game_goes_on(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        places = Places(Path(folder), Path(folder))
        written(places, content)
        found, notices = load(places)
        if places.settings.exists():
            assert isinstance(json.loads(content), dict)
        else:
            [kept] = Path(folder).iterdir()
            assert kept.read_bytes() == content
            assert kept.name in notices[0]
            assert found == Settings()


@given(st.dictionaries(st.sampled_from(list(Settings._fields)), JSON, max_size=4))
def test_any_value_is_either_meant_or_told(entries: dict[str, object]) -> None:
    with TemporaryDirectory() as folder:
        places = Places(Path(folder), Path(folder))
        written(places, json.dumps(entries))
        found, notices = load(places)
        told = " ".join(notices)
        for name, value in entries.items():
            kept, default = getattr(found, name), getattr(Settings(), name)
            assert type(kept) is type(default)
            assert name in KINDRED or name in told or kept == value
        save(places, found)
        assert load(places) == (found, ())


# A name may be tidied away to nothing; a list and a tuple are written alike, pairs as an object.
KINDRED = {"player", "packs_off", "keys", "pad", "window"}


@pytest.mark.parametrize(
    "size", ["[1600]", "[1600, 99]", "[1600, 900.0]", "[true, 900]", "1600", "[1, 2, 3]"]
)
def test_a_window_that_cannot_be_is_told_and_has_its_usual_size(places: Places, size: str) -> None:
    written(places, f'{{"window": {size}, "maximised": true}}')
    found, notices = load(places)
    assert found == Settings(maximised=True)
    assert "defaults: window." in notices[0]


def test_good_values_stay_beside_bad_ones(places: Places) -> None:
    written(
        places, '{"music": 101, "effects": 5, "clock": "x3", "text_size": 200, "muted": 1, "player": "Neil"}'
    )
    found, notices = load(places)
    assert found == Settings(effects=5, text_size=200, player="Neil")
    assert notices == (
        "Some settings could not be understood and are back to their defaults: music, muted, clock.",
    )


def test_entries_of_a_newer_game_are_kept(places: Places) -> None:
    written(places, '{"subtitles": {"size": 3}, "music": 10}')
    found, notices = load(places)
    save(places, found)
    assert not notices
    assert json.loads(places.settings.read_text())["subtitles"] == {"size": 3}


@pytest.mark.parametrize(
    "content", ["[" * 100_000, "9" * 5_000, " " * 1_000_001, b"\xff\xfe{", "[]", '"text"']
)
def test_hostile_files_are_only_broken_files(places: Places, noon: Clock, content: str | bytes) -> None:
    written(places, content)
    assert load(places, now=noon)[0] == Settings()
    assert (places.data / "settings-broken-2026-02-01-120000.json").exists()


def test_a_file_broken_while_the_game_runs_is_not_overwritten(places: Places) -> None:
    save(places, Settings())
    written(places, "{half")
    save(places, Settings(music=1))
    assert load(places)[0].music == 1
    assert "{half" in {file.read_text() for file in places.data.iterdir()}


@pytest.mark.parametrize(
    "strange", ["[" * 900 + "]" * 900, "[" * 20_000 + "]" * 20_000, f"[{'0,' * 490_000}0]"]
)
def test_what_could_not_be_read_again_makes_way_for_the_settings(
    places: Places, noon: Clock, strange: str
) -> None:
    written(places, f'{{"subtitles": {strange}}}')
    save(places, Settings(music=1), now=noon)
    assert load(places) == (Settings(music=1), ())
    assert strange in (places.data / "settings-broken-2026-02-01-120000.json").read_text()


def test_more_than_the_file_may_hold_is_not_saved(places: Places) -> None:
    save(places, Settings(music=1))
    with pytest.raises(NotSaved, match="more of them than the file may hold"):
        save(places, Settings(packs_off=("pack",) * 100_000))
    assert load(places) == (Settings(music=1), ())


def test_a_byte_order_mark_does_no_harm(places: Places) -> None:
    written(places, b'\xef\xbb\xbf{"music": 7}')
    assert load(places) == (Settings(music=7), ())


def test_where_nothing_can_be_written_the_player_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    places = Places(tmp_path / "file" / "data", tmp_path)
    assert load(places) == (Settings(), ())
    with pytest.raises(NotSaved) as refused:
        save(places, Settings())
    assert refused.value.reason.startswith("The settings are not saved: ")


def test_a_folder_in_the_place_of_the_file_is_left_alone(places: Places) -> None:
    places.settings.mkdir(parents=True)
    found, notices = load(places)
    assert found == Settings()
    assert len(notices) == 1
    with pytest.raises(NotSaved, match="no file is in its place"):
        save(places, Settings())
