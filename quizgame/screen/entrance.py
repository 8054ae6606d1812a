"""One of the crew comes in: his name, large, and his line, where nothing is to be read; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from quizgame.quiz.rules import MAX_HEAT, Crew
from quizgame.quiz.tasks import Kind
from quizgame.quiz.view import Asked, Standing
from quizgame.screen.asking import Places, Placing
from quizgame.screen.asking_moves import PAID_MS, AskingMoves
from quizgame.screen.band import dollars, meter_rect, plates_rect
from quizgame.screen.calling import CALL_MS, COLOURS, draw_call
from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.crew import CREW_WORDS
from quizgame.screen.ease import ease_in, ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.streak import width as pips_width
from quizgame.screen.theme import SPACE, Colour, Style
from quizgame.screen.widgets import Spot

COME_MS, GO_MS = 140, 180
SLIDE = 46.0  # units
LEAST, LEAST_NAME = 0.55, 0.4  # of their size: smaller words, or a smaller name, would make no entrance
SPARE = 1.03  # in smaller sizes words are a little wider than in proportion
BEHIND = 0.35  # of its brightness: a light that passes behind words
HOT = 0.55  # how much of the colour of alarm lies at first on what is at stake
NUMBER = "HEAT 100"  # the longest that stands beside a meter

LINES = {
    Crew.CHRIS: "Two wrong ones. Gone.",
    Crew.NATE: "Forget it. Try this one.",
    Crew.TREJO: "I drive. Take your time.",
    Crew.MICHAEL: "Double or burn.",
}
"""What each says when he comes; nothing that the row or the question would not tell as well."""


class Words(NamedTuple):
    """Words as they are set at full size."""

    text: str
    style: Style
    colour: Colour
    high: float  # of its size

    def width(self, page: Page) -> float:
        return page.ruler.size(self.text, self.style).w

    @property
    def height(self) -> float:
        return self.style.size * self.high


Rows = Sequence[Sequence[Words]]


class Plate(NamedTuple):
    """Where an entrance is made, in which rows, and how much of its full size there is room for."""

    rect: Rect
    rows: Rows
    share: float


def draw_entrance(
    canvas: Canvas,
    page: Page,
    standing: Standing | None,
    asked: Asked,
    moves: AskingMoves,
    placing: Placing,
    spots: Callable[[Page, Asked], Sequence[Spot]],
) -> None:
    """The one who was called last, with what he puts at stake; the places are asked for only then."""
    calls, alone = moves.calls(page), standing if standing and len(standing.takes) == 1 else None
    if alone and moves.since_paid(page) < PAID_MS:
        _draw_stake(canvas, page, alone, asked.risk, moves.since_paid(page))
    # Nate brings words without options: when these come, it is time to read.
    if calls.last is None or not calls.enters or asked.open is (calls.last is Crew.NATE):
        return
    free = _rooms(page, asked, placing.places(page, asked), spots(page, asked))
    free += [_beside_meter(page, alone)] if alone else []
    for ways, least in _ways(page, asked, calls.last):
        plate = max((_fitted(page, room, rows) for room in free for rows in ways), key=lambda it: it.share)
        if plate.share >= least:
            _draw_plate(canvas, page, plate, calls.last, calls.age)
            return


def _rooms(page: Page, asked: Asked, at: Places, spots: Sequence[Spot]) -> list[Rect]:
    """Where a question leaves room: below its words, and beside the last of their lines or all of them."""
    own = [spot.rect.y for spot in spots if not spot.id.startswith("crew") and spot.rect.y >= at.table.y]
    written = asked.open and asked.kind in (Kind.NUMBER, Kind.TYPED)  # more than can be pressed stands there
    top = at.table.y if written else min(own, default=at.table.bottom)
    lines = page.ruler.lines(asked.text, at.style, at.question.w)
    found, x, y = [], at.question.x - SPACE.xl, at.question.bottom
    for beside in range(len(lines) + 1):
        found.append(Rect(x, y, page.area.right + SPACE.xl - x, top - y))
        if beside < len(lines):
            x = max(x, at.question.x + page.ruler.size(lines[-1 - beside], at.style).w)
            y -= at.question.h / len(lines)
    if at.picture:
        found = [part for room in found for part in _without(room, at.picture)]
    return [room.inset(SPACE.xl, SPACE.sm) for room in found]


def _beside_meter(page: Page, standing: Standing) -> Rect:
    """The room in the band between what stands beside the meter and the clock."""
    bar, row = meter_rect(page, standing.take), plates_rect(page)
    number = page.ruler.size(NUMBER, page.theme.style("label")).w
    end = bar.right + number + pips_width(page) + SPACE.wide
    return row.after(end - row.x).inset(0, SPACE.xs / 2)


def _without(room: Rect, taken: Rect) -> Iterator[Rect]:
    """What a thing leaves of a room: the part before it and the one below it."""
    if taken.x >= room.right or taken.right <= room.x or taken.y >= room.bottom or taken.bottom <= room.y:
        yield room
        return
    yield Rect(room.x, room.y, taken.x - room.x, room.h)
    yield Rect(room.x, taken.bottom, room.w, room.bottom - taken.bottom)


def _draw_plate(canvas: Canvas, page: Page, plate: Plate, crew: Crew, age: int) -> None:
    """A plate in his own light; the words come in from the side."""
    come = ease_out(progress(age, 0, COME_MS))
    seen = min(come, 1 - ease_in(progress(age, CALL_MS - GO_MS, GO_MS)))
    with canvas.faded(seen):
        canvas.panel(plate.rect, "solid")
    draw_call(canvas, page, plate.rect, crew, age, 0.0 if page.theme.contrast else BEHIND)
    with canvas.faded(seen, x=SLIDE * (1 - come)):
        _write(canvas, page, plate)


def _ways(page: Page, asked: Asked, crew: Crew) -> Iterator[tuple[Sequence[Rows], float]]:
    """What is shown, the fuller the better, and how much of its size there must be room for.

    First his name, what is at stake with him, and his line; without the line, and at last the name alone.
    """
    theme, p = page.theme, page.theme.palette
    name = Words(CREW_WORDS[crew][0].upper(), theme.style("title"), getattr(p, COLOURS[crew]), 1.0)
    line = Words(LINES[crew], theme.style("strong"), p.paper, 1.3)
    stake = [Words(dollars(asked.worth), theme.style("money"), p.sodium, 1.05)] * (crew is Crew.MICHAEL)
    below = [[name], *([each] for each in stake), [line]]
    yield (below, [[name, *stake], [line]], [[name, *stake, line]]), LEAST
    yield ([[name, *stake]],), LEAST
    yield ([[name]],), LEAST_NAME


def _fitted(page: Page, room: Rect, rows: Rows) -> Plate:
    """At the left of a room and half way down, as large as it can be there."""
    wide = max(sum(words.width(page) for words in row) + SPACE.xl * (len(row) - 1) for row in rows)
    high = sum(max(words.height for words in row) for row in rows)
    share = min(1.0, (room.w - 2 * SPACE.xl) / (wide * SPARE), (room.h - 2 * SPACE.sm) / high)
    rect = Rect(0, 0, wide * SPARE * share + 2 * SPACE.xl, high * share + 2 * SPACE.sm)
    return Plate(Rect(room.x, room.middle[1] - rect.h / 2, rect.w, rect.h), rows, share)


def _write(canvas: Canvas, page: Page, plate: Plate) -> None:
    room, share = plate.rect.inset(SPACE.xl, SPACE.sm), plate.share
    heights = [max(words.height for words in row) * share for row in plate.rows]
    for row, y, height in zip(plate.rows, accumulate(heights, initial=room.y), heights, strict=False):
        x = room.x
        for words in row:
            style = words.style.at(words.style.size * share)
            place = Rect(x, y, page.ruler.size(words.text, style).w + 2, height)
            canvas.text(words.text, place, style, words.colour, valign=MIDDLE)
            x = place.right + SPACE.xl * share


def _draw_stake(canvas: Canvas, page: Page, standing: Standing, risk: int, age: int) -> None:
    """The heat at stake as it grows on the meter, under a light that goes out."""
    at, bar = standing.heat, meter_rect(page, standing.take)
    risk = max(0, min(MAX_HEAT - at, risk))
    canvas.meter(bar, at / MAX_HEAT, risk / MAX_HEAT)
    left = HOT * (1 - ease_in(progress(age, 0, PAID_MS)))
    hot = Rect(bar.x + bar.w * at / MAX_HEAT, bar.y, bar.w * risk / MAX_HEAT, bar.h)
    canvas.fill(hot, page.theme.palette.alarm, round(255 * left))
