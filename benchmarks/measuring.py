"""What benchmarks share: figures with budgets, medians, a screen to draw on; knows nothing of the game."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

CHECKOUT = Path(__file__).parents[1]


class Unmeasurable(Exception):
    """This machine lacks what a benchmark needs; the message says what."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; `budget` is the most it may be, None where the value only explains another one."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether the value is within its budget; without a budget it always is."""
        return self.budget is None or self.value <= self.budget


Measure = Callable[[int], Iterable[Figure]]
"""A benchmark: measures with so many runs (or seconds, where it watches something) and gives its figures."""


def clocked(do: Callable[[], object]) -> float:
    """Milliseconds by the clock."""
    return _timed(do, time.perf_counter_ns)


def worked(do: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    return _timed(do, time.process_time_ns)


def _timed(do: Callable[[], object], now: Callable[[], int]) -> float:
    began = now()
    do()
    return (now() - began) / 1e6


def spread(name: str, samples: list[float], unit: str) -> Figure:
    """The median of at least two samples as a figure, with the middle half of them as its note."""
    low, _, high = quantiles(samples, n=4)
    return Figure(name, median(samples), unit, note=f"half of them {low:.1f} to {high:.1f}")


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of processes that open windows: an Xvfb of its own, or else SDL's dummy driver."""
    with tempfile.TemporaryDirectory() as home:
        calm = {"QUIZGAME_HOME": home, "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
        environment = os.environ | calm | {"PYTHONPATH": str(CHECKOUT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed games come with their bytecode
        if shutil.which("Xvfb") is None:
            yield environment | {"SDL_VIDEODRIVER": "dummy"}
            return
        with _xvfb() as name:
            yield environment | {"SDL_VIDEODRIVER": "x11", "DISPLAY": name}


def introduce(environment: dict[str, str]) -> None:
    """Let the game in this environment be one that has been played before: nothing is explained."""
    (Path(environment["QUIZGAME_HOME"]) / "settings.json").write_text('{"introduced": true}', "utf-8")


@contextmanager
def _xvfb() -> Iterator[str]:
    ours, theirs = os.pipe()
    size = ["-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), *size], pass_fds=[theirs], stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    try:
        with os.fdopen(ours, encoding="ascii") as told:
            number = told.readline().strip()
        if not number:
            raise Unmeasurable("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def main(measures: dict[str, Measure], arguments: list[str] | None = None) -> int:
    """Run benchmarks and print tables or JSON; gives 1 where a budget is broken and --strict was given."""
    parser = _parser(measures)
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.names) - measures.keys():
        parser.error(f"there is no benchmark {min(unknown)!r}; there are {', '.join(measures)}")
    broken = False
    report: dict[str, list[dict[str, object]]] = {}
    for name in chosen.names or measures:
        try:
            figures = list(measures[name](chosen.runs))
        except Unmeasurable as reason:
            print(f"{name}: not measured: {reason}", file=sys.stderr)
            continue
        broken = broken or not all(figure.kept for figure in figures)
        report[name] = [_plain(figure) for figure in figures]
        if not chosen.json:
            print("\n".join([name, *map(_line, figures), ""]), flush=True)
    if chosen.json:
        print(json.dumps(report, indent=2))
    return int(broken and chosen.strict)


def _parser(measures: dict[str, Measure]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measures the game against its budgets.")
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(measures))
    parser.add_argument("--runs", type=int, default=15, help="runs of each side, or seconds of watching (15)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a budget is broken")
    return parser


def _plain(figure: Figure) -> dict[str, object]:
    return {
        "name": figure.name,
        "value": round(figure.value, 3),
        "unit": figure.unit,
        "budget": figure.budget,
        "kept": figure.kept,
        "note": figure.note,
    }


def _line(figure: Figure) -> str:
    budget = (
        "" if figure.budget is None else f"budget {figure.budget:g}, {'kept' if figure.kept else 'BROKEN'}"
    )
    return f"  {figure.name:<44} {figure.value:>9.2f} {figure.unit:<5} {budget} {figure.note}".rstrip()
