"""Small packs of numbered questions for the tests of the index: some true or false, some spoilers."""

from __future__ import annotations

from pathlib import Path

TOPICS = ("cast", "quotes", "trivia")


def entry(number: int) -> str:
    options = "true" if number % 5 == 0 else f"A{number}\n  wrong: [B, C, D]"
    return (
        f"- question: Question number {number}?\n  answer: {options}\n  id: q{number}\n"
        f"  topic: {TOPICS[number % 3]}\n  level: {number % 3 + 1}\n"
        f"  spoiler: {'yes' if number % 4 == 0 else 'no'}\n"
    )


def write(path: Path, *numbers: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"pack: {path.stem}\nquestions:\n{''.join(map(entry, numbers))}", "utf-8")


def two_packs(folder: Path) -> Path:
    """The folder with two packs of six questions in it, and a mistake in the second."""
    write(folder / "a.yaml", *range(6))
    write(folder / "b.yaml", *range(6, 12))
    with (folder / "b.yaml").open("a", encoding="utf-8") as file:
        file.write("- question: Bad?\n")
    return folder
