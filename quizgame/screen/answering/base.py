"""What every way to answer has in common; knows neither the kinds nor the rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizgame.quiz.card import Given
from quizgame.quiz.view import Asked
from quizgame.screen.canvas import Canvas
from quizgame.screen.cards import TAKEN_MS, Grid, Tone, draw_taken
from quizgame.screen.ease import progress
from quizgame.screen.layout import Rect
from quizgame.screen.moving import SETTLED, Light
from quizgame.screen.scene import Input, Page
from quizgame.screen.theme import Style
from quizgame.screen.widgets import Chosen, Focus, Hint, Spot, Turned


@dataclass(frozen=True, slots=True)
class Gave:
    """The player's answer."""

    given: Given


class Table(NamedTuple):
    """What is at hand where a question is answered: the page, the room for it, the question.

    `opened` is how long ago it was opened, in ms; `taken` are words that Chris took from the options so
    many ms ago.
    """

    page: Page
    room: Rect
    asked: Asked
    opened: int = SETTLED
    taken: tuple[str | None, ...] = ()
    taken_age: int = SETTLED


class Answering:
    """The part of the screen where a question is answered; it keeps what has not been locked in yet.

    A subclass either gives the answer itself at a touch, or says when one is `ready` to be locked in
    and which `answer` that would be. `cue` lets a sound be heard.
    """

    wants_text = False

    def __init__(self, cue: Callable[[str], None]) -> None:
        self.cue = cue

    def spots(self, table: Table) -> list[Spot]:
        """What can have the focus, first the one that has it in the beginning."""
        raise NotImplementedError

    def draw(self, canvas: Canvas, table: Table, light: Light) -> None:
        """Draw it into its room, with the light on what has the focus; changes nothing."""
        raise NotImplementedError

    def size(self, table: Table) -> float:
        """How large its words can stand in that room, in units."""
        raise NotImplementedError

    def cards(self, table: Table) -> Grid | None:
        """Where the cards lie, for those who answer with cards."""
        return None

    def hints(self, table: Table, focused: str) -> Sequence[Hint]:
        """What the hands can do here."""
        raise NotImplementedError

    def handle(self, input: Input, table: Table, focus: Focus) -> Gave | bool:
        """What an input means before the focus hears of it; True where it has been dealt with."""
        return False

    def chosen(self, choice: Chosen, table: Table, focus: Focus) -> Gave | None:
        """One of the spots was pressed."""
        return None

    def turned(self, turn: Turned, table: Table) -> None:
        """One of the spots is a slider, and was moved."""

    def ready(self, asked: Asked) -> bool:
        """Whether there is an answer to be locked in."""
        return False

    def answer(self, asked: Asked) -> Given:
        """What would be locked in."""
        raise NotImplementedError

    def state(self) -> Hashable:
        """What has been done so far, as a value to compare."""
        return None

    def parts(self, asked: Asked) -> int:
        """How many things come in one after the other."""
        return 1

    def moves(self, page: Page) -> bool:
        """Whether something that was done is still on its way: all is drawn anew then."""
        return False

    def live(self, page: Page) -> Hashable:
        """What moves on top of the rest, as a value to compare; None where nothing does."""
        return None

    def draw_live(self, canvas: Canvas, table: Table, focused: str) -> None:
        """Draw what moves."""


def option_spots(table: Table, rects: Iterable[Rect]) -> list[Spot]:
    """A spot for each option's card; a covered one cannot be pressed."""
    options = table.asked.options
    return [Spot(f"option {place}", rect, options[place] is not None) for place, rect in enumerate(rects)]


def card_tone(table: Table, place: int, light: Light, plain: str = "glass") -> Tone:
    """How an option's card is lit; a covered one never is."""
    if table.asked.options[place] is None:
        was = "glass" if _taken(table, place) else "quiet"
        return Tone(was, "quiet", progress(table.taken_age, 0, TAKEN_MS))
    return Tone(plain, "focus", light.on(f"option {place}"))


def draw_going(canvas: Canvas, table: Table, place: int, rect: Rect, style: Style, mark: float = 0) -> None:
    """What Chris took off a card, while it can still be seen."""
    text = _taken(table, place)
    if text:
        draw_taken(canvas, table.page, rect, text, style, table.taken_age, mark)


def _taken(table: Table, place: int) -> str:
    """The words that Chris has just taken off a card."""
    if place >= len(table.taken) or table.asked.options[place] is not None:
        return ""
    return table.taken[place] or ""
