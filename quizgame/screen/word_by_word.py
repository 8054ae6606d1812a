"""Words that come one after the other, each in the place that it keeps; knows no question."""

from __future__ import annotations

from quizgame.screen.canvas import Canvas
from quizgame.screen.ease import progress
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.theme import Style

WORD_MS = 80
OVERHANG = 0.2  # of the height of a line: letters may reach so far beyond it


def draw_word_by_word(
    canvas: Canvas, page: Page, text: str, rect: Rect, style: Style, age: int, length: int
) -> None:
    """The words that have come so many ms after the first; the last begins to come at `length`."""
    lines = page.ruler.lines(text, style, rect.w)
    gap = length / max(1, sum(len(line.split(" ")) for line in lines))
    height, number = page.ruler.size(text, style, rect.w).h / len(lines), 0
    for row, line in enumerate(lines):
        place = Rect(rect.x, rect.y + row * height, rect.w, height)
        _draw_line(
            canvas, page, line, place, style, [age - (number + n) * gap for n in range(line.count(" ") + 1)]
        )
        number += line.count(" ") + 1


def _draw_line(canvas: Canvas, page: Page, line: str, rect: Rect, style: Style, ages: list[float]) -> None:
    """One line through as many windows as it needs: so no letter ever stands elsewhere than at the end."""
    words, over = line.split(" "), OVERHANG * rect.h
    ends = [page.ruler.size(" ".join(words[: n + 1]), style).w for n in range(len(words))]
    shares = [progress(round(age), 0, WORD_MS) for age in ages]
    there = sum(share >= 1 for share in shares)
    windows = [(-over, ends[there - 1] + 1, 1.0)] if there else []
    windows += [
        (ends[n - 1] + 1 if n else -over, ends[n] + 1, shares[n])
        for n in range(there, len(words))
        if shares[n] > 0
    ]
    for start, end, share in windows:
        window = Rect(rect.x + start, rect.y - over, end - start, rect.h + 2 * over)
        with canvas.clip(window), canvas.faded(share):
            canvas.text(line, rect, style, page.theme.palette.paper)
