"""Files as accidents leave them: bytes, marks and lines changed, lost and doubled; knows no format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.quiz.players import Dice

MARKS = (
    *(b"- ", b"\n", b"\n  ", b"\t", b": ", b":", b"[", b"]", b"{", b"}", b",", b"#", b" #", b"&a ", b"*a"),
    *(b"!x ", b"|\n", b">-\n", b"'", b'"', b"\\", b"? ", b"?", b"---\n", b"...\n", b"%YAML 1.1\n", b"<<: "),
    *(b"@", b"`", b"\r", b"\0", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\\x1b"),
    *(b"\\ud800", b"\\L", b"~", b"''", b"[" * 13, b"e\xcc\x81", b"=", b"->", b"%50%", b"A.", b"ANSWER: A"),
    *(b"true", b"1e999", b"-1", b"9" * 30, b"null", b"<b>", b"&amp;", b"\xff\xfe", b"\xf0\x9f\x8e\xac"),
)
CHANGES = (1, 1, 1, 2, 3, 5)
SPANS = (0, 0, 1, 2, 9, 30)


def mutations(samples: Sequence[bytes], seed: str, number: int) -> Iterator[tuple[str, bytes]]:
    """So many files with a few changes each, and for each what it takes to make it again."""
    dice = Dice(seed)
    for made in range(number):
        yield f"{seed!r}, number {made}", mutated(samples[made % len(samples)], dice)


def mutated(data: bytes, dice: Dice) -> bytes:
    """A file with one to five changes."""
    for _ in range(CHANGES[dice.below(len(CHANGES))]):
        data = _lines_changed(data, dice) if dice.chance(20) else _bytes_changed(data, dice)
    return data


def _bytes_changed(data: bytes, dice: Dice) -> bytes:
    at = dice.below(len(data) + 1)
    to = at + SPANS[dice.below(len(SPANS))]
    match dice.below(5):
        case 0 | 1:
            put = MARKS[dice.below(len(MARKS))]
        case 2:
            put = bytes([dice.below(256)])
        case 3:
            put = b""
        case _:
            put = data[at:to] * 2
    return data[:at] + put + data[to:]


def _lines_changed(data: bytes, dice: Dice) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    line = lines[dice.below(len(lines))]
    begun = (b" ", b"  ", b"\t", b"- ", b"")[dice.below(5)]
    lines.insert(dice.below(len(lines)), begun + line)
    return b"".join(lines)
