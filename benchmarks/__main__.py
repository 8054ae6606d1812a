"""Runs all benchmarks, or those that are named; knows only where each is."""

from __future__ import annotations

import sys

from benchmarks import large, startup, still
from benchmarks.measuring import main

if __name__ == "__main__":
    sys.exit(main({"startup": startup.measure, "large": large.measure, "still": still.measure}))
