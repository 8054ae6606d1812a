"""What goes into the folder that needs no Python, and how it leaves the programs that the game starts."""

from __future__ import annotations

import os
import runpy
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"

pytestmark = pytest.mark.skipif(
    not PACKAGING.exists(), reason="packaging is part of a checkout, not of the wheel"
)

PLAYED_WITH = ("pygame-ce", "PyYAML", "platformdirs", "RapidFuzz", "watchfiles")


@pytest.fixture(scope="module")
def freeze() -> dict[str, Any]:
    return runpy.run_path(str(PACKAGING / "freeze.py"))


def test_all_that_the_game_reads_is_carried_and_nothing_that_only_builds_need(freeze: dict[str, Any]) -> None:
    carried = {Path(source): folder for source, folder in freeze["data"]()}
    assert all(source.exists() for source in carried)
    assert {"questions", "assets/fonts", "assets/pictures", "assets/sounds", "assets/icon"} <= set(
        carried.values()
    )
    assert not {source.name for source in carried} & {"make", "desktop"}


def test_whoever_hands_the_folder_on_hands_on_all_licences(freeze: dict[str, Any]) -> None:
    modules = ["pygame.mixer", "yaml", "platformdirs", "rapidfuzz.distance", "watchfiles.main", "sqlite3"]
    terms: dict[str, str] = {}
    for source, folder in freeze["licences"](modules):
        terms[folder] = terms.get(folder, "") + Path(source).read_text("utf-8")
    for owner in PLAYED_WITH:
        assert "ermission" in terms[f"licences/{owner}"], owner
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in terms["licences/pygame-ce"]


def test_who_states_no_licence_file_tells_at_least_who_they_are(
    freeze: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(freeze["terms"].__globals__, "LICENCE_WORDS", ("no such word",))
    assert [path.name for path in freeze["terms"]("platformdirs")] == ["METADATA"]


def test_an_unknown_module_is_pythons_own(freeze: dict[str, Any]) -> None:
    assert {folder for _, folder in freeze["licences"](["sqlite3"])} <= {"licences/Python"}


def test_without_pyinstaller_it_says_what_to_install(
    freeze: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "PyInstaller", None)
    with pytest.raises(SystemExit, match=r"pip install '.*\[freeze\]'"):
        freeze["freeze"](tmp_path)


@pytest.mark.parametrize(("before", "after"), [("/opt/lib", "/opt/lib"), (None, None)])
def test_a_program_that_the_game_starts_loads_its_own_libraries(
    before: str | None, after: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/the/frozen/game/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    runpy.run_path(str(PACKAGING / "surroundings.py"))
    assert os.environ.get("LD_LIBRARY_PATH") == after
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_the_extra_names_what_freezing_needs() -> None:
    project = (PACKAGING.parent / "pyproject.toml").read_text("utf-8")
    assert 'freeze = ["pyinstaller' in project
    assert all(metadata.version(name) for name in PLAYED_WITH)
