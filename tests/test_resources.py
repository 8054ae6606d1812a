"""The game finds its pictures and questions in a checkout, in a wheel and in a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quizgame import resources


@pytest.fixture
def package(tmp_path: Path) -> Path:
    package = tmp_path / "quizgame"
    package.mkdir()
    return package


def test_this_very_copy_has_both_folders() -> None:
    assert resources.assets().is_dir()
    assert resources.questions().is_dir()


def test_in_a_checkout_they_lie_beside_the_package(package: Path) -> None:
    (package.parent / "assets").mkdir()
    assert resources.find("assets", package) == package.parent / "assets"


def test_in_a_wheel_the_package_holds_them_and_a_neighbour_is_not_taken_for_ours(package: Path) -> None:
    (package / "assets").mkdir()
    (package.parent / "assets").mkdir()
    assert resources.find("assets", package) == package / "assets"


def test_in_a_frozen_build_they_lie_in_the_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.questions() == tmp_path / "questions"


def test_a_frozen_build_may_hold_them_in_the_package(package: Path) -> None:
    (package / "assets").mkdir()
    assert resources.find("assets", package, package.parent / "elsewhere") == package / "assets"


def test_a_copy_without_them_says_what_is_missing_and_what_to_do(package: Path) -> None:
    with pytest.raises(resources.Incomplete, match=r"no 'assets' folder .*install it again") as caught:
        resources.find("assets", package)
    assert str(package / "assets") in str(caught.value)
