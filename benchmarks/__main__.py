"""Runs all benchmarks, or those that are named; knows only where each is."""

from __future__ import annotations

import sys

from benchmarks import frames, large, reaction, reading, rules, saving, startup, still
from benchmarks.measuring import main

if __name__ == "__main__":
    parts = (startup, large, still, frames, reaction, reading, rules, saving)
    sys.exit(main({part.__name__.rpartition(".")[2]: part.measure for part in parts}))
