"""Pictures of numbers: bars, a line over time, a list, days of weeks, all in words too; counts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from quizgame.screen.band import dollars
from quizgame.screen.canvas import CENTRE, MIDDLE, RIGHT, TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.widgets import write

MOST_WEEKS = 26
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS_LEGEND = "Filled: a day with a run. Monday at the top, today underlined."
STRIPE = 7  # units between the stripes of a bar: what is filled is seen without its colour


class Bar(NamedTuple):
    """So many right of so many asked; one without a `label` is left as a gap between groups."""

    label: str
    right: int
    asked: int


class Day(NamedTuple):
    """A run on the line of takes: its date as it is read, and its take in dollars."""

    date: str
    take: int


def draw_bars(canvas: Canvas, page: Page, room: Rect, bars: Sequence[Bar]) -> None:
    """A bar each, with its share in per cent and in full."""
    p = page.theme.palette
    height = min(page.theme.style("strong").size * 1.9, room.h / max(1, len(bars)))
    for number, bar in enumerate(bars):
        row = Rect(room.x, room.y + number * height, room.w, height)
        if not bar.label:
            continue
        words, end = row.left(row.w * 0.30), row.end(row.w * 0.30)
        write(canvas, page, bar.label, words.inset(0, 1), "strong", p.paper)
        percent = round(100 * bar.right / bar.asked) if bar.asked else 0
        told = f"{percent} %  ·  {bar.right:,} of {bar.asked:,}"
        write(canvas, page, told, end.inset(0, 1), "body", p.dim, RIGHT)
        track = row.after(row.w * 0.32).left(row.w * 0.36).centred(row.w * 0.36, min(18, row.h * 0.5))
        draw_share(canvas, page, track, bar.right / bar.asked if bar.asked else 0.0)


def draw_share(canvas: Canvas, page: Page, track: Rect, share: float) -> None:
    """A track that is striped up to a share."""
    p = page.theme.palette
    canvas.fill(track, p.ring)
    full = Rect(track.x, track.y, track.w * min(1.0, max(0.0, share)), track.h)
    canvas.fill(full, p.cyan)
    canvas.fills(_stripes(full), p.night)
    canvas.fill(Rect(track.right, track.y - 2, 2, track.h + 4), p.edge)


@lru_cache(maxsize=32)
def _stripes(full: Rect) -> tuple[Rect, ...]:
    """Where a bar is crossed."""
    return tuple(
        Rect(full.x + stripe * STRIPE, full.y, 1.5, full.h) for stripe in range(1, int(full.w / STRIPE))
    )


def draw_takes(canvas: Canvas, page: Page, room: Rect, days: Sequence[Day]) -> None:
    """The takes from left to right, the highest and the latest with their numbers."""
    p, label = page.theme.palette, page.theme.style("label").size * 1.4
    most = max((day.take for day in days), default=0)
    plot = room.below(label + 6).above(label + 4).inset(8, 6)
    plot = plot.after(_draw_scale(canvas, page, plot, most))
    step = plot.w / max(1, len(days) - 1)
    points = [
        (plot.x + number * step, plot.bottom - plot.h * day.take / max(1, most))
        for number, day in enumerate(days)
    ]
    canvas.line(points, p.cyan)
    for number, (x, y) in enumerate(points):
        side = 14.0 if days[number].take == most or number == len(points) - 1 else 7.0
        canvas.shape("dot", Rect(x - side / 2, y - side / 2, side, side), p.sodium if side > 7 else p.cyan)
    top, foot = room.top(label), room.foot(label)
    write(canvas, page, f"best {dollars(most)}", top.left(top.w * 0.5), "label", p.sodium)
    write(canvas, page, f"latest {dollars(days[-1].take)}", top.after(top.w * 0.5), "label", p.sodium, RIGHT)
    write(canvas, page, days[0].date, foot.left(foot.w * 0.5), "small", p.dim)
    write(canvas, page, days[-1].date, foot.after(foot.w * 0.5), "small", p.dim, RIGHT)


def _draw_scale(canvas: Canvas, page: Page, plot: Rect, most: int) -> float:
    """Lines at nothing, half and all of the most, with their amounts; gives back how wide these are."""
    p, style = page.theme.palette, page.theme.style("small")
    marks = [(share, in_short(round(most * share))) for share in (0.0, 0.5, 1.0)]
    wide = max(page.ruler.size(words, style).w for _, words in marks) + 12
    for share, words in marks:
        y = plot.bottom - share * plot.h
        place = Rect(plot.x, y - style.size, wide - 12, 2 * style.size)
        canvas.text(words, place, style, p.dim, RIGHT, MIDDLE)
        canvas.fill(Rect(plot.x + wide, y, plot.w - wide, 1), p.edge, 110)
    return wide


def in_short(amount: int) -> str:
    """Dollars for the side of a picture: $850k, $3.7M."""
    if amount >= 1_000_000:
        return f"${amount / 1_000_000:.1f}M"
    return f"${round(amount / 1_000)}k" if amount >= 1_000 else dollars(amount)


def draw_list(canvas: Canvas, page: Page, room: Rect, rows: Sequence[tuple[str, str]]) -> None:
    """A number and a text in each row, as many rows as there is room for."""
    p, least = page.theme.palette, page.theme.style("small").size
    shown = rows[: max(1, int(room.h / (least * 2.7)))]
    height = min(room.h / max(1, len(shown)), page.theme.style("body").size * 2.7)
    for number, (count, text) in enumerate(shown):
        row = Rect(room.x, room.y + number * height, room.w, height).inset(0, 2)
        figure = row.left(min(row.w * 0.18, 130 * page.theme.text))
        write(canvas, page, count, figure, "strong", p.sodium)
        rest = row.after(figure.w + 10)
        style = page.ruler.fit(text, page.theme.style("body"), rest, least)
        lines = page.ruler.lines(text, style, rest.w)
        most = max(1, int(rest.h / page.ruler.size("M", style).h))
        short = text if len(lines) <= most else " ".join(lines[:most])[:-1].rstrip() + "…"
        canvas.text(short, rest, style, p.paper, valign=MIDDLE)


def draw_days(
    canvas: Canvas, page: Page, room: Rect, told: str, played: frozenset[date], today: date
) -> None:
    """A square for each day of the last weeks, a column for each week; those with a run are filled."""
    p, line = page.theme.palette, page.theme.style("body").size * 1.5
    write(canvas, page, told, room.top(line), "strong", p.paper, valign=TOP)
    foot = page.theme.style("small").size * 1.4
    grid = room.below(line + foot + 2).above(foot + 4)
    side = min(grid.h / 7, grid.w / 12)
    weeks = max(1, min(MOST_WEEKS, int(grid.w / side)))
    monday = today - timedelta(days=today.weekday(), weeks=weeks - 1)
    for cells, colour in zip(_days(grid, side, monday, today, played), (p.ring, p.sodium), strict=True):
        canvas.fills(cells, colour)
    last = _day(grid, side, (today - monday).days)
    canvas.fill(Rect(last.x, last.bottom - 3, last.w, 3), p.paper)
    _draw_months(canvas, page, Rect(grid.x, grid.y - foot - 2, side, foot), monday, weeks)
    write(canvas, page, DAYS_LEGEND, room.foot(foot), "small", p.dim)


@lru_cache(maxsize=2)
def _days(
    grid: Rect, side: float, monday: date, today: date, played: frozenset[date]
) -> tuple[tuple[Rect, ...], tuple[Rect, ...]]:
    """Where the days from a Monday on stand: those without a run, which are smaller, and those with one."""
    free, filled = [], []
    for number in range((today - monday).days + 1):
        cell = _day(grid, side, number)
        if monday + timedelta(days=number) in played:
            filled.append(cell)
        else:
            free.append(cell.inset(cell.w * 0.14))
    return tuple(free), tuple(filled)


def _day(grid: Rect, side: float, number: int) -> Rect:
    """Where the day of a number stands, from 0: below the one before, on Mondays at the top again."""
    x, y = grid.x + number // 7 * side, grid.y + number % 7 * side
    return Rect(x, y, side, side).inset(side * 0.1)


def _draw_months(canvas: Canvas, page: Page, place: Rect, monday: date, weeks: int) -> None:
    """The name of a month over the first whole week that begins in it."""
    wide = page.ruler.size("Mmm", page.theme.style("small")).w
    free, last = place.x, 0
    for week in range(weeks):
        first, x = monday + timedelta(weeks=week), place.x + week * place.w
        if first.month != last and first.day <= 7 and x >= free and week * place.w + wide <= weeks * place.w:
            room = Rect(x, place.y, wide, place.h)
            write(canvas, page, MONTHS[first.month - 1], room, "small", page.theme.palette.dim)
            free, last = x + wide + 4, first.month


def draw_nothing(canvas: Canvas, page: Page, room: Rect, text: str) -> None:
    """Where there is nothing to show yet."""
    write(canvas, page, text, room, "body", page.theme.palette.dim, CENTRE)
