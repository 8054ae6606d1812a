"""Starts the command line; knows nothing else."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `quizgame` and leave with its exit code."""
    from quizgame.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
