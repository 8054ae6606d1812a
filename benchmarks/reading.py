"""What reading packs costs beside a bare `yaml.parse` of the same bytes, cold, and when all is up to date."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import yaml

from benchmarks.large import write_packs
from benchmarks.measuring import Figure, main, worked
from quizgame.content import library
from quizgame.content.index.catalogue import Catalogue, refresh
from quizgame.content.index.indexing import Wish
from quizgame.content.reader import read

BUDGET = 2.0
SIZES = (200, 5_000, 50_000)


def measure(runs: int) -> Iterator[Figure]:
    """Processor time, in turn and the median of a few rounds: fewer the more there is to read."""
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            packs = Path(folder) / str(size)
            write_packs(packs, size)
            yield from _sized(packs, f"{size:,} questions", max(2, min(runs, 20_000 // size)))


def _sized(packs: Path, name: str, rounds: int) -> Iterator[Figure]:
    """Each step beside the bare parse of the same round, for the machine is not always equally fast."""
    texts = [path.read_bytes() for path in sorted(packs.glob("*.yaml"))]
    bare, nodes, checked = [], [], []
    for _ in range(rounds):
        bare.append(worked(lambda: _all(_parse, texts)))
        nodes.append(worked(lambda: _all(_nodes, texts)) / bare[-1])
        checked.append(worked(lambda: library.load([packs])) / bare[-1])
    yield Figure(f"{name}: a bare yaml.parse", median(bare), "ms")
    yield Figure(f"{name}: read with places / bare", median(nodes), "x", BUDGET)
    yield Figure(f"{name}: and made questions, checked, linted / bare", median(checked), "x")
    wish, path = Wish((packs,)), packs.with_suffix(".sqlite3")
    yield Figure(f"{name}: indexed, cold", worked(lambda: refresh(path, wish)), "ms")
    yield Figure(f"{name}: indexed, warm", worked(lambda: refresh(path, wish)), "ms")
    yield Figure(f"{name}: opened", worked(lambda: Catalogue(path).close()), "ms")


def _parse(data: bytes) -> None:
    for _ in yaml.parse(data.decode(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        pass


def _nodes(data: bytes) -> None:
    read(data, "pack.yaml")


def _all(do: Callable[[bytes], None], texts: list[bytes]) -> None:
    for text in texts:
        do(text)


if __name__ == "__main__":
    sys.exit(main({"reading": measure}))
