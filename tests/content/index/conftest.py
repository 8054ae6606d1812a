"""Two packs, and where their catalogue is to lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.index.numbered_packs import two_packs


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return two_packs(tmp_path / "packs")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "catalogue.sqlite3"
