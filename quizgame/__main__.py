"""Starts the command line; knows nothing else."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `quizgame` and leave with its exit code."""
    if sys.argv[1:] == ["--index-questions"]:  # a frozen game that was started by itself
        from quizgame.content.index import indexer

        return indexer.main()

    from quizgame.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
