"""Words and bars keep their distance from the rims they stand in, and what is less wanted steps back."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest

from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import Rect, stage_of
from quizgame.screen.letters import LETTERS
from quizgame.screen.scene import Action, Device, Page, Press, Scene
from quizgame.screen.scenes.name import NameScene
from quizgame.screen.scenes.players import ANYTHING, PlayersScene
from quizgame.screen.scenes.standings import Standing, StandingsScene
from quizgame.screen.scenes.title import CODE, DAILY, PLAY, PROBLEMS, Lobby, TitleScene
from quizgame.screen.seats import Lit, draw_plates
from quizgame.screen.shapes import icon
from quizgame.screen.terms import Player
from quizgame.screen.theme import Colour, Style, theme_of
from tests.gallery_modes import players
from tests.screen.survey import Survey, overlap

SIZES = [(1280, 720), (1920, 1080), (1024, 768), (640, 360)]
at_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
at_every_text = pytest.mark.parametrize("text", [100, 150, 200])


def page(size: tuple[int, int] = (1280, 720), text: int = 100, device: Device = Device.KEYS) -> Page:
    return Page(stage_of(*size), theme_of(text, False, True), PlainRuler(), device)


@dataclass(slots=True)
class Tints(Survey):
    """A survey that keeps plain rectangles and the colours of words."""

    bars: list[Rect] = field(default_factory=list)
    tints: dict[str, Colour] = field(default_factory=dict)

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        self.bars.append(rect)

    def text(self, text: str, rect: Rect, style: Style, colour: Colour, *rest: Any, **more: Any) -> None:
        Survey.text(self, text, rect, style, colour, *rest, **more)
        self.tints[text] = colour


def drawn(scene: Scene[Any], page: Page) -> Tints:
    canvas = Tints(page)
    scene.draw(canvas, page)
    return canvas


# --- rims ---


@at_every_size
@at_every_text
@pytest.mark.parametrize("count", [2, 8])
def test_the_words_on_a_plate_keep_off_its_rim(size: tuple[int, int], text: int, count: int) -> None:
    at = page(size, text)
    canvas = Survey(at)
    room = Rect(60, 60, 1000, 62)
    draw_plates(canvas, at, room, players(count), ["$1,400,000"] * count, Lit(0))
    for words in canvas.words:
        assert words.ink.y - room.y >= 5
        assert room.bottom - words.ink.bottom >= 4


def standings(count: int) -> StandingsScene:
    rows = [Standing(1 + n, False, f"Player {n}", 900_000 - n, 4, 6) for n in range(count)]
    return StandingsScene(rows, "All runs are kept.", [("title", "Title screen")])


@at_every_size
@at_every_text
@pytest.mark.parametrize("count", [2, 5, 8])
def test_the_last_bar_keeps_off_the_rim_and_the_note_stands_right_below(
    size: tuple[int, int], text: int, count: int
) -> None:
    canvas = drawn(standings(count), page(size, text))
    pane = next(rect for name, rect in canvas.shapes if name == "panel glass")
    assert pane.bottom - max(rect.bottom for rect in canvas.bars) >= 12
    note = next(words for words in canvas.words if words.text == "All runs are kept.")
    assert pane.bottom < note.box.y <= pane.bottom + 10


@at_every_size
@at_every_text
def test_a_players_key_keeps_off_the_rim_of_the_seat(size: tuple[int, int], text: int) -> None:
    canvas = drawn(PlayersScene("TURNS", "", [Player("Neil"), *players(1)]), page(size, text))
    cap = next(words for words in canvas.words if words.text == ANYTHING)
    seat = next(rect for name, rect in canvas.shapes if overlap(rect, cap.ink))
    assert seat.right - cap.ink.right >= 20


# --- the title ---


def title(problems: int) -> TitleScene:
    return TitleScene(lambda: Lobby(problems))


@at_every_size
@at_every_text
@pytest.mark.parametrize("problems", [0, 3])
def test_every_row_of_the_title_is_full(size: tuple[int, int], text: int, problems: int) -> None:
    spots = title(problems).spots(page(size, text))
    rows = {spot.rect.y: max(other.rect.right for other in spots if other.rect.y == spot.rect.y)
            for spot in spots}  # fmt: skip
    assert len({round(right, 3) for right in rows.values()}) == 1
    assert all(spot.rect.h >= other.rect.h for spot, other in pairwise(spots))


def test_a_code_is_among_what_is_seldom_wanted_and_problems_stand_above_that() -> None:
    ids = [spot.id for spot in title(3).spots(page())]
    assert ids[:2] == [PLAY, DAILY]
    assert ids.index(PROBLEMS) < ids.index(CODE)
    places = {spot.id: spot.rect for spot in title(0).spots(page())}
    assert places[CODE].w < places[PLAY].w / 2


def test_the_arrows_walk_down_the_title_and_across_its_rows() -> None:
    scene, seen = title(0), []
    for action in (*[Action.DOWN] * 4, Action.RIGHT, *[Action.DOWN] * 3):
        scene.handle(Press(action), page())
        seen.append(scene.focus.id)
    assert seen == ["daily", "scores", "packs", "code", "statistics", "settings", "quit", "play"]


# --- letters ---


def name() -> NameScene:
    return NameScene("$5", "Neil", str)


@pytest.mark.parametrize(
    ("device", "back"), [(Device.KEYS, True), (Device.MOUSE, False), (Device.PAD, False)]
)
def test_the_board_of_letters_steps_back_for_who_has_a_keyboard(device: Device, back: bool) -> None:
    at = page(device=device)
    p, tints = at.theme.palette, drawn(name(), at).tints
    assert {tints[letter] for letter in LETTERS} == {p.dim if back else p.paper}
    assert tints["Space"] == (p.dim if back else p.paper)
    assert tints["Sign"] == p.paper


def test_the_board_comes_forward_when_the_arrows_reach_it_and_still_writes() -> None:
    scene, at = name(), page()
    scene.handle(Press(Action.UP), at)
    scene.handle(Press(Action.UP), at)
    letter = scene.focus.id
    assert letter in LETTERS
    assert drawn(scene, at).tints["A"] == at.theme.palette.paper
    scene.handle(Press(Action.ACCEPT), at)
    assert f"Neil{letter}" in drawn(scene, at).lines


# --- the bag ---


def test_a_bag_has_two_straps_and_lies_on_its_long_side() -> None:
    sheet = icon("bag", 64, (255, 255, 255))
    inked = sheet.get_bounding_rect(min_alpha=128)
    assert inked.w > inked.h * 1.2
    row = [sheet.get_at((x, 44)).a > 128 for x in range(64)]
    gaps = sum(now and not before for before, now in pairwise(row))
    assert gaps == 3, "body, straps and ends"
