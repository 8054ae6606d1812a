"""Who plays: everybody joins with a button of their own, and may have a name; knows no rules and no file."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit, panel_turning
from quizgame.screen.scene import KEYBOARD, Action, Button, Finished, Input, Page, Plugged, Pushed, pressed
from quizgame.screen.seats import shortened
from quizgame.screen.terms import Player, is_letter, seat_of
from quizgame.screen.theme import SPACE
from quizgame.screen.widgets import (
    BACK,
    CHOOSE,
    MOVE_ROUND,
    Chosen,
    Hint,
    Spot,
    body,
    heading,
    hints,
    write,
)

KEYS = "alqozntg"
"""Letters far apart: for players who did not press one of their own."""

MOST = 8
LONGEST = 24  # letters of a name, as the table takes it
ADD, BEGIN, SEAT, DROP = "add", "begin", "seat ", "drop "
STEERING = {Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT}
WELCOME = "Join with a button of your own: any letter, or any button of a pad. Choose a seat to name it."
ANYTHING = "any key"
"""Stands where the button of others is: whoever has none plays with whatever is at hand."""


def unnamed(seat: int) -> str:
    """What is written on a seat, from 0, whose player has given no name."""
    return f"Player {seat + 1}"


def is_named(player: Player) -> bool:
    """Whether a player has given a name."""
    return player.name not in {unnamed(seat) for seat in range(MOST)}


def _numbered(name: str) -> Iterator[str]:
    """The name, then the name with a number as a table has room for it."""
    yield name
    for number in count(2):
        yield f"{name[: LONGEST - len(f' {number}')].rstrip()} {number}"


@dataclass(frozen=True, slots=True)
class Rename:
    """A player wants another name; seats count from 0."""

    seat: int


@dataclass(frozen=True, slots=True)
class Ready:
    """All are in, in the order in which they sit."""

    players: tuple[Player, ...]


class PlayersScene(FocusScene[Rename | Ready | None]):
    """Gives back who plays, or None. Shown again after a Rename, it still knows who is in."""

    def __init__(self, title: str, line: str, players: Sequence[Player], exactly: int = 0) -> None:
        """`exactly` is how many have to play; 0 where two to eight may."""
        super().__init__(ADD if len(players) < 2 else BEGIN)
        self._title, self._line, self._exactly = title, line, exactly
        self.players = list(players)
        self._said = ""

    @property
    def _most(self) -> int:
        return self._exactly or MOST

    @property
    def _missing(self) -> int:
        """How many have to join before it can begin."""
        return max(0, max(2, self._exactly) - len(self.players))

    def rename(self, seat: int, name: str) -> None:
        """Put another name to a seat; where somebody else is called that already, with a number."""
        others = {player.name.casefold() for other, player in enumerate(self.players) if other != seat}
        told = next(one for one in _numbered(name) if one.casefold() not in others)
        self.players[seat] = replace(self.players[seat], name=told)
        self._said = "" if told == name else f"There is a {name} already: this is {told}."

    # --- who comes and goes ---

    def claims(self, button: Button) -> bool:
        if button.source == KEYBOARD:
            return is_letter(button)
        return seat_of(self.players, button) is None and button.name not in STEERING

    def handle(self, input: Input, page: Page) -> Finished[Rename | Ready | None] | None:
        match input:
            case Pushed(button):
                self._join(button)
                return None
            case Plugged(source, there):
                self._plugged(source, there)
                return None
        focused = self.focused(page)
        if pressed(input, Action.ERASE) and focused.startswith(SEAT):
            self._drop(int(focused.removeprefix(SEAT)))
            return None
        return super().handle(input, page)

    def _join(self, button: Button | None) -> None:
        seat = None if button is None else seat_of(self.players, button)
        if seat is not None:
            self._said = f"{self.players[seat].name} has that one."
        elif len(self.players) >= self._most:
            self._said = f"All {self._most} seats are taken."
        else:
            self.players.append(Player(unnamed(len(self.players)), button))
            self._said = f"{self.players[-1].name} is in."
            self.cue("choose")
            if not self._missing:
                self.focus.id = BEGIN

    def _number(self) -> None:
        """Call everybody without a name by the seat."""
        self.players = [
            player if is_named(player) else replace(player, name=unnamed(seat))
            for seat, player in enumerate(self.players)
        ]

    def _free_key(self) -> Button:
        """A letter that nobody has."""
        taken = {player.button for player in self.players}
        return next(key for letter in KEYS + "xy" if (key := Button(KEYBOARD, letter)) not in taken)

    def _drop(self, seat: int) -> None:
        self._said = f"{self.players.pop(seat).name} is out."
        self._number()
        self.cue("back")

    def _plugged(self, source: str, there: bool) -> None:
        seat = next((seat for seat, player in enumerate(self.players) if player.pad == source), None)
        if there:
            self._said = f"{source.capitalize()} is here. Press a button on it to join."
        elif seat is not None:
            self._drop(seat)
            self._said = f"{source.capitalize()} is gone, and so is its player."

    # --- what can be pressed ---

    def chosen(self, choice: Chosen, page: Page) -> Finished[Rename | Ready | None] | None:
        if choice.id == BEGIN:
            return Finished(Ready(tuple(self.players)))
        if choice.id == ADD:
            self._join(self._free_key())
            return Finished(Rename(len(self.players) - 1))
        if choice.id.startswith(DROP):
            self._drop(int(choice.id.removeprefix(DROP)))
            return None
        return Finished(Rename(int(choice.id.removeprefix(SEAT))))

    def back(self) -> Finished[Rename | Ready | None]:
        return Finished(None)

    def still(self, page: Page) -> Hashable:
        return self.lit(page), tuple(self.players), self._said

    # --- places ---

    def spots(self, page: Page) -> list[Spot]:
        foot, seats, seated = self._foot(page), self._seats(page), len(self.players)
        spots = [Spot(ADD, foot[0], seated < self._most), Spot(BEGIN, foot[1], not self._missing)]
        for seat, rect in enumerate(seats[:seated]):
            spots.append(Spot(f"{SEAT}{seat}", rect.left(rect.w - rect.h - 8)))
            spots.append(Spot(f"{DROP}{seat}", rect.end(rect.h)))
        return spots

    def _foot(self, page: Page) -> list[Rect]:
        return body(page).foot(min(70, 54 * (0.5 + page.theme.text / 2))).columns(3, 14)

    def _room(self, page: Page) -> Rect:
        """Between the title and the buttons at the foot."""
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 12, room.h * 0.25))
        return room.above(self._foot(page)[0].h + 14)

    def _line_rect(self, page: Page) -> Rect:
        return self._room(page).top(min(70, page.theme.style("body").size * 2.6))

    def _seats(self, page: Page) -> list[Rect]:
        """Two columns; the first four sit at the left."""
        left, right = self._room(page).below(self._line_rect(page).h + 8).columns(2, 24)
        height = min(68, (left.h - 3 * 10) / 4)
        return [rect.top(height) for side in (left, right) for rect in side.top(4 * height + 30).rows(4, 10)]

    # --- drawing ---

    def draw(self, canvas: Canvas, page: Page) -> None:
        p = page.theme.palette
        focused = self.focused(page)
        canvas.backdrop(0, 0.45)
        if self._missing:
            canvas.scrim(self._foot(page)[2].left(300), 0.6)
        hints(canvas, page, [Hint("join", "a letter", "any button"), MOVE_ROUND, self._choose(focused), BACK])
        line = self._line_rect(page)
        canvas.scrim(line.left(760), 0.8)
        heading(canvas, page, self._title)
        told = self._said or self._line
        write(canvas, page, told, line, "body", p.sodium if self._said else p.paper)
        self.draw_spots_at_rest(canvas, page)
        if self._missing:
            more = "1 more has to join." if self._missing == 1 else f"{self._missing} more have to join."
            write(canvas, page, more, self._foot(page)[2].inset(10, 0), "body", p.sodium)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        for seat, rect in enumerate(self._seats(page)[: self._most]):
            self._draw_seat(canvas, page, rect, seat, light)
        for spot, label in zip(self.spots(page), ("Add a player", "Begin"), strict=False):
            button_lit(canvas, page, spot.rect, label, light.on(spot.id), CENTRE, spot.enabled)

    def _choose(self, focused: str) -> Hint:
        return Hint("name", "Enter", "A", "click") if focused.startswith(SEAT) else CHOOSE

    def _draw_seat(self, canvas: Canvas, page: Page, rect: Rect, seat: int, light: Light) -> None:
        theme, p = page.theme, page.theme.palette
        if seat >= len(self.players):
            free = seat == len(self.players)
            canvas.panel(rect, "quiet")
            write(canvas, page, str(seat + 1), rect.left(50), "letter", p.dim, CENTRE)
            if free:
                write(canvas, page, "free", rect.after(56).inset(0, 4), "body", p.dim)
            return
        player, place, drop = self.players[seat], rect.left(rect.w - rect.h - 8), rect.end(rect.h)
        panel_turning(canvas, place, "glass", "focus", light.on(f"{SEAT}{seat}"))
        write(canvas, page, str(seat + 1), place.left(50), "letter", p.sodium, CENTRE)
        cap = place.inset(SPACE.xl, 6).end(min(place.w * 0.3, 40 + 44 * theme.text))
        words = Rect(place.x + 56, place.y + 4, cap.x - place.x - 66, place.h - 8)
        style = page.ruler.fit("Mg", theme.style("option"), words, 10)
        canvas.text(shortened(page, player.name, style, words.w), words, style, p.paper, valign=MIDDLE)
        write(canvas, page, player.cap or ANYTHING, cap, "button", p.cyan, "right")
        panel_turning(canvas, drop, "quiet", "focus", light.on(f"{DROP}{seat}"))
        canvas.shape("cross", drop.centred(drop.h * 0.4, drop.h * 0.4), p.dim)
