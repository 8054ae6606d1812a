"""A record, a new line of the table and a winner come in, and any key has them there at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from quizgame.quiz.run import Ending
from quizgame.quiz.sums import Sum, Sums
from quizgame.screen.layout import Rect
from quizgame.screen.narration import whole
from quizgame.screen.scene import Action, Click, Finished, Input, Page, Press, Scene
from quizgame.screen.scenes.busted import FALL_AT, FALL_MS, BustedScene
from quizgame.screen.scenes.result import AGAIN, TITLE, ResultScene
from quizgame.screen.scenes.scores import MOVE_MS, ScoresScene, Table
from quizgame.screen.scenes.standings import NAME_MS, ROW_MS, WHO, Standing, StandingsScene
from quizgame.screen.sum_lines import Counted
from quizgame.screen.theme import Colour
from tests.gallery_beside import AXES, _lines
from tests.screen.moves import layers, page
from tests.screen.survey import Survey

SUMS = Sums(Ending.CLEAR, 1_002_000, 6, 10, 2, (Sum("One", "3 of 5", 400_000), Sum("Speed", "", 602_000)),
            2_000, 100_000)  # fmt: skip
DROPPED = Sums(Ending.BUSTED, 250_500, 6, 10, 2, (Sum("One", "3 of 5", 1_002_000),
                                                  Sum("Dropped", "", -751_500)), 2_000, 100_000)  # fmt: skip
BEATEN = "It was $5."
ROWS = (
    Standing(1, False, "Zoë", 900_000, 5, 6),
    Standing(2, False, "Neil", 600_000, 4, 6),
    Standing(3, False, "Ana", 300_000, 2, 6),
)
WAYS = [("again", "Play again"), ("title", "Title screen")]


@dataclass(slots=True)
class Moved(Survey):
    """A survey that knows where things lie that are on their way, and their colours."""

    shifts: list[tuple[float, float]] = field(default_factory=lambda: [(0.0, 0.0)])
    placed: dict[str, tuple[float, float]] = field(default_factory=dict)
    things: list[tuple[str, Rect]] = field(default_factory=list)
    tints: dict[str, Colour] = field(default_factory=dict)

    @contextmanager
    def faded(self, opacity: float, x: float = 0, y: float = 0) -> Iterator[None]:
        dx, dy = self.shifts[-1]
        self.shifts.append((dx + x, dy + y))
        yield
        self.shifts.pop()

    def text(self, text: str, rect: Rect, style: Any, colour: Colour, *rest: Any, **more: Any) -> None:
        Survey.text(self, text, rect, style, colour, *rest, **more)
        dx, dy = self.shifts[-1]
        ink = self.words[-1].ink.moved(dx, dy)
        self.placed[text], self.tints[text] = ink.middle, colour

    def shape(self, name: str, rect: Rect, colour: Colour) -> None:
        self.things.append((name, rect.moved(*self.shifts[-1])))


def moved(scene: Scene[Any], page: Page) -> Moved:
    canvas = Moved(page)
    scene.draw(canvas, page)
    scene.draw_live(canvas, page)
    return canvas


def heard(scene: Scene[Any], until: int, motion: bool = True) -> list[tuple[int, str]]:
    """What is heard and when, in steps of 10 ms."""
    scene.arrive(page(0, motion))
    told = []
    for now in range(0, until, 10):
        scene.tick(page(now, motion))
        told += [(now, sound) for sound in scene.sounds()]
    return told


# --- a record ---


def record() -> ResultScene:
    scene = ResultScene(SUMS, "Place 1.", [AGAIN, TITLE], beaten=BEATEN)
    scene.arrive(page(0))
    return scene


def test_a_record_lands_with_the_last_dollar_as_large_as_a_title() -> None:
    scene, whole_ms = record(), Counted(SUMS).whole_ms
    assert "RECORD" not in layers(scene, page(whole_ms - 200)).seen
    assert 0 < layers(scene, page(whole_ms - 60)).seen["RECORD"] < 1
    landed = layers(scene, page(whole_ms))
    assert landed.seen["RECORD"] == 1
    assert landed.seen["$1,002,000"] == 1
    sizes = {words.text: words.style.size for words in landed.words}
    assert sizes["RECORD"] >= sizes["THE GETAWAY"]
    assert (whole_ms // 10 * 10 + 10 * (whole_ms % 10 > 0), "record") in heard(record(), 2_000)


def test_what_a_record_has_beaten_comes_after_it_and_then_nothing_moves() -> None:
    scene, whole_ms = record(), Counted(SUMS).whole_ms
    assert layers(scene, page(whole_ms)).seen[BEATEN] == 0
    assert layers(scene, page(whole_ms + 300)).seen[BEATEN] == 1
    assert scene.live(page(whole_ms + 299)) is not None
    assert scene.live(page(whole_ms + 300)) is None


@pytest.mark.parametrize("key", [Press(Action.ACCEPT), Press(Action.BACK), Click(80, 640)])
def test_nobody_leaves_a_record_unseen(key: Input) -> None:
    scene = record()
    assert scene.handle(key, page(600)) is None
    assert layers(scene, page(600)).seen["RECORD"] == 1
    assert isinstance(scene.handle(key, page(900)), Finished)


def test_sums_without_a_record_hold_nobody_up() -> None:
    scene = ResultScene(SUMS, "Place 2.", [AGAIN, TITLE])
    scene.arrive(page(0))
    assert isinstance(scene.handle(Press(Action.ACCEPT), page(300)), Finished)


# --- a line of the table ---


def scores(mine: int = 17) -> ScoresScene:
    lines = tuple(line for line in _lines())
    assert lines[mine - 1].mine
    return ScoresScene(AXES, lambda _: Table(lines))


def heights(scene: ScoresScene, now: int, motion: bool = True) -> dict[str, float]:
    placed = moved(scene, page(now, motion)).placed
    return {place: placed[place][1] for place in map(str, range(1, 31)) if place in placed}


def test_the_lines_below_make_room_for_the_players_own_which_drops_into_its_place() -> None:
    scene = scores()
    scene.arrive(page(0))
    rest = heights(scene, MOVE_MS)
    first = heights(scene, 0)
    assert first["16"] == rest["16"]
    assert first["18"] == pytest.approx(rest["17"]), "its place is still taken"
    for early, late in ((0, 150), (150, 300), (300, 399)):
        assert heights(scene, early)["18"] <= heights(scene, late)["18"] <= rest["18"]
        assert heights(scene, early)["17"] <= heights(scene, late)["17"] <= rest["17"]
    assert layers(scene, page(0)).seen["17"] == 0
    assert scene.live(page(MOVE_MS - 1)) is not None
    assert scene.live(page(MOVE_MS)) is None


def test_a_line_is_heard_as_it_lands_and_no_other() -> None:
    assert heard(scores(), 1_000) == [(MOVE_MS, "sum")]
    lines = tuple(line for line in _lines() if not line.mine)
    assert heard(ScoresScene(AXES, lambda _: Table(lines)), 1_000) == []


def test_tables_that_are_only_looked_at_stand_still() -> None:
    lines = tuple(line for line in _lines() if not line.mine)
    scene = ScoresScene(AXES, lambda _: Table(lines))
    scene.arrive(page(0))
    assert scene.live(page(0)) is None
    assert heights(scene, 0) == heights(scene, 1_000)


# --- standings ---


def standings(rows: tuple[Standing, ...] = ROWS) -> StandingsScene:
    scene = StandingsScene(rows, "All runs are kept.", WAYS)
    scene.arrive(page(0))
    return scene


def first_seen(scene: Scene[Any], text: str) -> int:
    return next(now for now in range(0, 5_000, 10) if layers(scene, page(now)).seen.get(text, 0) > 0)


def test_takes_count_from_the_last_to_the_first_and_the_winner_is_named_last() -> None:
    scene = standings()
    moments = [first_seen(scene, text) for text in ("Ana", "Neil", "5 of 6 right", "Zoë")]
    assert moments == sorted(moments)
    assert first_seen(scene, "ZOË TAKES IT") > len(ROWS) * ROW_MS
    assert first_seen(scene, "Zoë") > len(ROWS) * ROW_MS
    assert layers(scene, page(0)).seen[WHO] == 1
    assert "$300,000" in layers(scene, page(ROW_MS)).seen
    assert "$600,000" not in layers(scene, page(ROW_MS)).seen
    end = page(len(ROWS) * ROW_MS + NAME_MS)
    assert WHO not in layers(scene, end).seen
    assert moved(scene, end).tints["ZOË TAKES IT"] == end.theme.palette.sodium
    assert scene.live(end) is None


def test_nobody_is_named_where_the_first_place_is_shared() -> None:
    scene = standings((ROWS[0]._replace(shared=True), ROWS[1]._replace(place=1, shared=True), ROWS[2]))
    assert first_seen(scene, "NOBODY TAKES IT ALONE") > len(ROWS) * ROW_MS


def test_each_take_is_heard_and_then_who_takes_it() -> None:
    scene = StandingsScene(ROWS, "", WAYS)
    assert heard(scene, 3_000) == [(0, "sum"), (350, "sum"), (700, "sum"), (1_050, "getaway")]
    assert heard(StandingsScene(ROWS, "", WAYS), 3_000, motion=False) == [(0, "getaway")]


def test_whoever_comes_back_to_the_standings_has_seen_and_heard_them() -> None:
    scene = StandingsScene(ROWS, "", WAYS, "title")
    assert heard(scene, 3_000) == []
    assert scene.live(page(0)) is None
    assert scene.focused(page(0)) == "title"


@pytest.mark.parametrize("key", [Press(Action.ACCEPT), Press(Action.BACK), Click(80, 640)])
def test_nobody_leaves_before_it_is_seen_who_takes_it(key: Input) -> None:
    scene = standings()
    assert scene.handle(key, page(600)) is None
    assert "ZOË TAKES IT" in layers(scene, page(600)).seen
    assert isinstance(scene.handle(key, page(900)), Finished)


# --- all of them ---


def arrived(scene: Scene[Any], motion: bool = True) -> Scene[Any]:
    scene.arrive(page(0, motion))
    return scene


STAGED: list[Callable[[], Scene[Any]]] = [record, scores, standings]


@pytest.mark.parametrize("made", STAGED)
def test_a_key_shows_all_at_once(made: Callable[[], Scene[Any]]) -> None:
    scene = arrived(made())
    end = moved(arrived(made()), page(9_000)).placed
    assert moved(scene, page(300)).placed != end
    assert not isinstance(scene.handle(Press(Action.OTHER), page(300)), Finished)
    assert {text for text, share in layers(scene, page(300)).seen.items() if share == 1} >= set(end)
    assert moved(scene, page(300)).placed == end


@pytest.mark.parametrize("made", STAGED)
def test_where_nothing_may_move_all_is_there_and_a_voice_says_the_same(
    made: Callable[[], Scene[Any]],
) -> None:
    scene, moving = arrived(made(), motion=False), arrived(made())
    assert scene.live(page(0, motion=False)) is None
    assert moved(scene, page(0, motion=False)).placed == moved(moving, page(9_000)).placed
    assert whole(moving, page(0)) == whole(moving, page(9_000)) == whole(scene, page(0, motion=False))


@pytest.mark.parametrize("made", [record, standings])
def test_a_voice_waits_until_it_is_seen_how_it_ended(made: Callable[[], Scene[Any]]) -> None:
    scene = arrived(made())
    assert scene.holds_back(page(0))
    assert not scene.holds_back(page(9_000))
    assert not scene.holds_back(page(0, motion=False))
    scene.handle(Press(Action.OTHER), page(300))
    assert not scene.holds_back(page(300))


# --- the bags ---


def test_the_bags_cross_the_picture_and_the_one_that_is_kept_stays() -> None:
    scene = BustedScene(DROPPED, "The Vault")
    scene.arrive(page(0))
    before = [rect for name, rect in moved(scene, page(0)).things if name == "bag"]
    later = [rect for name, rect in moved(scene, page(FALL_AT + FALL_MS * 3 // 4)).things if name == "bag"]
    assert len(before) == len(later) == 4
    stage = page(0).stage
    assert max(rect.x for rect in later) > stage.w * 0.75
    assert all(rect.right <= stage.right for rect in later)
    assert min(later, key=lambda rect: rect.x) == min(before, key=lambda rect: rect.x)
