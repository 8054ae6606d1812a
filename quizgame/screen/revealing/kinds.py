"""Which way to show an answer belongs to which kind of question, part marks in words; draws nothing."""

from __future__ import annotations

from typing import assert_never

from quizgame.quiz.grade import NEAR
from quizgame.quiz.tasks import Kind
from quizgame.screen.canvas import Canvas
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.revealing.base import Shown, places, roomy
from quizgame.screen.revealing.cards import draw_cards, height_of_cards, share_of_cards
from quizgame.screen.revealing.columns import columns_in, draw_columns, height_of_columns, share_of_columns
from quizgame.screen.revealing.number import draw_number, share_of_number
from quizgame.screen.revealing.placed import (
    draw_rows,
    height_of_rows,
    in_place,
    share_of_rows,
    size_in_rows,
)
from quizgame.screen.revealing.words import draw_words, share_of_words
from quizgame.screen.scale import figure
from quizgame.screen.suspense import dimmed

COME_AT_MS, COME_MS = 100, 160  # after the verdict
HIGHEST_BAR, HIGHEST_WORDS = 190.0, 130.0  # units
NEARLY = 0.9  # as large is as good: there is more air in columns
PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth"}
COUNTS = {1: "a", 2: "two", 3: "three", 4: "four", 5: "five"}


def share(shown: Shown) -> float:
    """How much (0 to 1) of the room under the question the answer gets; the explanation has the rest."""
    match shown.reveal.kind:
        case Kind.ORDER | Kind.MATCH:
            return share_of_columns(shown) if shown.page.theme.large else min(0.68, share_of_rows(shown))
        case Kind.NUMBER:
            return share_of_number(shown)
        case Kind.TYPED:
            return share_of_words(shown)
        case _:
            return share_of_cards(shown)


def most(shown: Shown, room: Rect) -> float:
    """How high what was answered can stand in a room with good looks, in units."""
    large = shown.page.theme.large
    match shown.reveal.kind:
        case Kind.ORDER | Kind.MATCH:
            return height_of_columns(shown) if large else height_of_rows(shown)
        case Kind.NUMBER:
            return HIGHEST_BAR * shown.page.theme.text
        case Kind.TYPED:
            return HIGHEST_WORDS * shown.page.theme.text
        case _:
            return height_of_cards(shown, room)


def is_high(shown: Shown) -> bool:
    """Whether height is so short that the explanation must make do with the room beside the button."""
    return shown.page.theme.large or (is_table(shown) and not roomy(shown.page))


def is_table(shown: Shown) -> bool:
    """Whether the answer is shown as a table of what went where, which is high."""
    return shown.reveal.kind in (Kind.ORDER, Kind.MATCH)


def draw_answer(canvas: Canvas, shown: Shown, room: Rect) -> None:
    """What was right and what was given; cards stay, all else gives way to how it went."""
    if shown.left is None or shown.left.cards(shown.page) or shown.age >= COME_AT_MS + COME_MS:
        _draw_settled(canvas, shown, room)
        return
    gone = progress(shown.age, 0, COME_AT_MS)
    if gone < 1:
        with canvas.faded(dimmed(shown.locked) * (1 - gone)):
            shown.left.draw_answering(canvas, shown.page)
        return
    with canvas.faded(ease_out(progress(shown.age, COME_AT_MS, COME_MS))):
        _draw_settled(canvas, shown, room)


def _draw_settled(canvas: Canvas, shown: Shown, room: Rect) -> None:
    match shown.reveal.kind:
        case Kind.ORDER | Kind.MATCH:
            _draw_places(canvas, shown, room)
        case Kind.NUMBER:
            draw_number(canvas, shown, room)
        case Kind.TYPED:
            draw_words(canvas, shown, room)
        case Kind.CHOICE | Kind.TRUE_FALSE | Kind.SEVERAL:
            draw_cards(canvas, shown, room)
        case _:
            assert_never(shown.reveal.kind)


def _draw_places(canvas: Canvas, shown: Shown, room: Rect) -> None:
    """Where text is large in two columns, but where long words stand larger in rows."""
    if shown.page.theme.large:
        columns = columns_in(shown, room)
        if columns.size >= NEARLY * size_in_rows(shown, room):
            draw_columns(canvas, shown, columns)
            return
    draw_rows(canvas, shown, room)


def part_marks(shown: Shown) -> str:
    """How much of a wrong answer was right, and what that spared; "" where there is nothing to say."""
    r = shown.reveal
    if r.correct or r.given is None:
        return ""
    match r.kind:
        case Kind.ORDER | Kind.MATCH:
            return _placed(places(r.right), places(r.given))
        case Kind.SEVERAL:
            return _picked(set(places(r.right)), set(places(r.given)))
        case Kind.NUMBER:
            return _off(shown)
        case _:
            return ""


def _placed(right: tuple[int, ...], given: tuple[int, ...]) -> str:
    fine = in_place(right, given)
    if not fine:
        return "none in place"
    return f"{fine} of {len(right)} in place: {heat_in_words(len(right) - fine, len(right))}"


def _picked(right: set[int], given: set[int]) -> str:
    missed, too_many = len(right - given), len(given - right)
    said = [f"{missed} missed"] * bool(missed) + [f"{too_many} too many"] * bool(too_many)
    mistakes = missed + too_many
    spared = f": {heat_in_words(mistakes, len(right))}" if mistakes < len(right) else ""
    return ", ".join(said) + spared


def _off(shown: Shown) -> str:
    r, (low, high) = shown.reveal, shown.reveal.span or (0, 0)
    assert isinstance(r.right, int)
    assert isinstance(r.given, int)
    error = abs(r.given - r.right)
    near = ": near" if error <= max(1, (high - low) // NEAR) else ""
    return f"{figure(error)} off{near}"


def heat_in_words(part: int, whole: int) -> str:
    """A share of the heat: "half the heat", "two thirds of the heat". `part` < `whole`, which is 2 to 6."""
    divisor = next(d for d in range(whole, 0, -1) if part % d == 0 and whole % d == 0)
    part, whole = part // divisor, whole // divisor
    if whole == 2:
        return "half the heat"
    return f"{COUNTS[part]} {PARTS[whole]}{'s' if part > 1 else ''} of the heat"
