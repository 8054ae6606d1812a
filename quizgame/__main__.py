"""Starts the command line; knows nothing else."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `quizgame` and leave with its exit code."""
    if sys.argv[1:] == ["--index-questions"]:  # a frozen game that was started by itself
        return _index()

    from quizgame.cli import run

    sys.exit(run(sys.argv[1:]))


def _index() -> None:
    """Be the child that reads questions; without pipes to its parent there is nothing to do."""
    if sys.stdin is None or sys.stdout is None:  # a Windows program without a console
        sys.exit(1)
    from quizgame.content.index import indexer

    indexer.main()


if __name__ == "__main__":
    main()
