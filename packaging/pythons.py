"""Tries the wheel on every Python at hand that the game is made for; knows what to try from smoke.py alone.

python packaging/pythons.py [--others] WHEEL [PYTHON ...]    without PYTHON: those on the path and pyenv's
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SMOKE = Path(__file__).with_name("smoke.py")
OLDEST, NEWEST = 11, 20
ASK = "import sys; print('%d.%d.%d' % sys.version_info[:3], sys.implementation.name)"


def candidates() -> Iterator[str]:
    """Every command that might be a Python."""
    yield sys.executable
    for minor in range(OLDEST, NEWEST):
        yield from filter(None, [shutil.which(f"python3.{minor}")])
    root = Path(os.environ.get("PYENV_ROOT") or "~/.pyenv").expanduser()
    yield from map(str, sorted(root.glob("versions/3.*/bin/python")))


def version(python: str) -> tuple[int, ...]:
    """The version of a CPython; nothing for what is none, or does not run."""
    try:
        done = subprocess.run([python, "-c", ASK], capture_output=True, text=True, timeout=60, check=False)
    except OSError:
        return ()
    number, _, name = done.stdout.strip().partition(" ")
    return tuple(map(int, number.split("."))) if name == "cpython" else ()


def at_hand() -> dict[tuple[int, ...], str]:
    """One Python of each minor version the game is made for, oldest first."""
    found = {version(python)[:2]: python for python in candidates()}
    return dict(sorted((number, python) for number, python in found.items() if number >= (3, OLDEST)))


def try_on(python: str, wheel: Path) -> bool:
    """Install the wheel where nothing else is and play it; whether all went well."""
    with tempfile.TemporaryDirectory() as folder:
        scripts = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        steps = [
            [python, "-m", "venv", folder],
            [str(scripts / "python"), "-m", "pip", "install", "-q", "--only-binary=:all:", str(wheel)],
            # Whatever a newer Python warns of shall be mended before it is refused.
            [sys.executable, str(SMOKE), "--", str(scripts / "python"), "-Werror", "-P", "-m", "quizgame"],
        ]
        return all(subprocess.run(step, check=False).returncode == 0 for step in steps)


def main() -> int:
    """Try them all; exit code 1 where one fails."""
    parser = argparse.ArgumentParser(description="Tries the wheel on every Python at hand.")
    parser.add_argument("--others", action="store_true", help="leave out the version that runs this")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("pythons", nargs="*", metavar="PYTHON")
    options = parser.parse_args()
    chosen = {version(python): python for python in options.pythons} or at_hand()
    if options.others:
        chosen.pop(sys.version_info[:2], None)
    failed = False
    for number, python in chosen.items():
        print(f"Python {'.'.join(map(str, number)) or '?'}: {python}", flush=True)
        failed |= not try_on(python, options.wheel)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
