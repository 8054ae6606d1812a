"""Freezes the game into a folder that needs no Python; knows what belongs into it, and starts no game.

python packaging/freeze.py [--out DIR]    in an environment that has quizgame[freeze]

Each system freezes for itself alone: Windows gets a program without a console and one with, macOS an app.
"""

from __future__ import annotations

import argparse
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SPEC = Path(__file__).with_name("quizgame.spec")
NAME = "thirty-seconds-flat"

# What others reach for when it is there, and the game never asks for.
NEEDLESS = [
    "IPython", "PIL", "_pytest", "cffi", "hypothesis", "numpy", "pip", "pkg_resources", "pygame.docs",
    "pygame.examples", "pygame.tests", "pytest", "scipy", "setuptools", "tkinter", "trio", "wheel",
]  # fmt: skip
BUILD_ONLY = ("make", "desktop")
TERMS = Path(__file__).with_name("terms")
WITHOUT_TERMS = {"pygame-ce": TERMS / "LGPL-2.1.txt"}
"""What those are under who install no text of it."""

LICENCE_WORDS = ("licen", "copying", "notice", "authors")

Data = list[tuple[str, str]]
"""Files or folders, and the folder of the frozen game that each goes to."""


def data() -> Data:
    """What the game reads: questions, and the assets without those that only builds need."""
    parts = [path for path in (ROOT / "assets").iterdir() if path.name not in BUILD_ONLY]
    assets = [(str(path), f"assets/{path.name}" if path.is_dir() else "assets") for path in parts]
    licences = [(str(ROOT / name), "licences/quizgame") for name in ("LICENSE", "LICENSE-CONTENT")]
    return [*assets, (str(ROOT / "questions"), "questions"), *licences]


def licences(modules: Iterable[str]) -> Data:
    """The terms of everything that is packed beside the game: of Python, and of whom the `modules` are."""
    owners = metadata.packages_distributions()
    packed = {owner for module in modules for owner in owners.get(module.partition(".")[0], ())}
    packed.discard("quizgame")  # whose terms go with its data
    found = [(str(path), f"licences/{owner}") for owner in sorted(packed) for path in terms(owner)]
    return [*found, *((str(path), "licences/Python") for path in terms_of_python())]


def terms(owner: str) -> Iterator[Path]:
    """The files in which a distribution states its licence, or else what it says of itself."""
    distribution = metadata.distribution(owner)
    inside = [path for path in distribution.files or () if ".dist-info" in str(path.parent)]
    stated = [path for path in inside if any(word in path.name.lower() for word in LICENCE_WORDS)]
    for path in stated or [path for path in inside if path.name == "METADATA"]:
        yield Path(str(distribution.locate_file(path)))
    if not stated and owner in WITHOUT_TERMS:
        yield WITHOUT_TERMS[owner]


def terms_of_python() -> Iterator[Path]:
    """Python's own licence, which lies elsewhere on each system; nothing where a distributor left it out."""
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
        path = Path(folder) / "LICENSE.txt"
        if path.is_file():
            yield path
            return


def freeze(out: Path) -> None:
    """Let PyInstaller make the folder below `out`; ends the process where it cannot."""
    try:
        from PyInstaller.__main__ import run
    except ModuleNotFoundError:
        sys.exit(f"Freezing needs PyInstaller: pip install '{ROOT}[freeze]', then try again.")
    with tempfile.TemporaryDirectory() as work:
        run([str(SPEC), "--noconfirm", "--log-level=WARN", "--distpath", str(out), "--workpath", work])


def main(arguments: list[str] | None = None) -> None:
    """Freeze, and say where the game is and how large it has become."""
    parser = argparse.ArgumentParser(description="Freezes the game into a folder that needs no Python.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the folder goes (dist)")
    out: Path = parser.parse_args(arguments).out
    freeze(out)
    made = next(path for path in (out / "Thirty Seconds Flat.app", out / NAME) if path.exists())
    files = [path for path in made.rglob("*") if path.is_file() and not path.is_symlink()]
    print(f"{made}: {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
