"""What desktops are told of the game: files that validate, tell what is so, and go where they belong."""

from __future__ import annotations

import configparser
import re
import shutil
import struct
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pygame
import pytest

from quizgame import __version__

ROOT = Path(__file__).parents[1]
DESKTOP = ROOT / "assets" / "desktop"
ID = "net.thirtysecondsflat.quizgame"
ENTRY, METAINFO = DESKTOP / f"{ID}.desktop", DESKTOP / f"{ID}.metainfo.xml"
SHARED = "share/icons/hicolor/{0}x{0}/apps/" + f"{ID}.png"


pytestmark = pytest.mark.skipif(not DESKTOP.is_dir(), reason="a wheel has put these where desktops look")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def installed(project: dict[str, Any]) -> dict[str, str]:
    """What a wheel puts below the place it is installed to: from where, by whither."""
    shared: dict[str, str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    return {whither: source for source, whither in shared.items()}


@pytest.fixture(scope="module")
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ENTRY, "utf-8")
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def metainfo() -> ET.Element:
    return ET.parse(METAINFO).getroot()


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", str(ENTRY)],
        ["appstreamcli", "validate", "--no-net", "--no-color", str(METAINFO)],
    ],
    ids=lambda command: command[0],
)
def test_the_systems_own_validator_finds_nothing(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"this machine has no {command[0]}")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_menu_entry_starts_the_command_that_is_installed(
    entry: configparser.SectionProxy, project: dict[str, Any]
) -> None:
    assert entry["Exec"] in project["project"]["scripts"]
    assert entry["TryExec"] == entry["Exec"]
    assert entry["Icon"] == entry["StartupWMClass"] == ENTRY.stem


def test_both_files_tell_the_same(
    entry: configparser.SectionProxy, metainfo: ET.Element, project: dict[str, Any]
) -> None:
    assert metainfo.findtext("id") == ENTRY.stem
    assert metainfo.findtext("launchable") == ENTRY.name
    assert metainfo.findtext("icon") == entry["Icon"]
    assert metainfo.findtext("name") == entry["Name"]
    assert metainfo.findtext("provides/binary") == entry["Exec"]
    assert metainfo.findtext("project_license") == project["project"]["license"]
    assert [each.text for each in metainfo.findall("categories/category")] == entry["Categories"].split(";")[
        :-1
    ]


def test_releases_are_those_of_the_changelog(metainfo: ET.Element) -> None:
    told = [(each.get("version"), each.get("date")) for each in metainfo.findall("releases/release")]
    kept = list(releases((ROOT / "CHANGELOG.md").read_text("utf-8")))
    assert told == kept
    assert not kept or kept[0][0] == __version__


def releases(changelog: str) -> Iterator[tuple[str, str]]:
    """The versions that are out, newest first, with their dates."""
    for found in re.finditer(r"^## \[(\d[^\]]*)\] - (\d{4}-\d\d-\d\d)$", changelog, re.MULTILINE):
        yield found[1], found[2]


def test_a_release_is_found_in_a_changelog() -> None:
    text = "## [Unreleased]\n\n## [1.2.0] - 2027-01-31\n\n### Added\n\n## [1.1.0] - 2026-12-01\n"
    assert list(releases(text)) == [("1.2.0", "2027-01-31"), ("1.1.0", "2026-12-01")]


def test_the_wheel_puts_them_where_desktops_look(installed: dict[str, str]) -> None:
    assert ROOT / installed[f"share/applications/{ID}.desktop"] == ENTRY
    assert ROOT / installed[f"share/metainfo/{ID}.metainfo.xml"] == METAINFO


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_every_icon_is_of_the_size_of_its_folder(size: int, installed: dict[str, str]) -> None:
    icon = pygame.image.load(ROOT / installed[SHARED.format(size)])
    assert icon.get_size() == (size, size)


def test_windows_and_macos_get_all_sizes_in_one_file() -> None:
    ico, icns = (DESKTOP / "quizgame.ico").read_bytes(), (DESKTOP / "quizgame.icns").read_bytes()
    kind, count = struct.unpack_from("<2xHH", ico)
    widths = {ico[6 + 16 * number] or 256 for number in range(count)}
    assert (kind, widths) == (1, {16, 24, 32, 48, 64, 256})
    assert icns[:4] == b"icns"
    assert struct.unpack_from(">I", icns, 4) == (len(icns),)
    assert {kind for kind in (b"icp4", b"icp5", b"ic12", b"ic07", b"ic08", b"ic09") if kind in icns} == {
        b"icp4", b"icp5", b"ic12", b"ic07", b"ic08", b"ic09",
    }  # fmt: skip
