"""What the screens at the end of a question and of a run make plain: lateness, places, a missing name."""

from __future__ import annotations

from quizgame.quiz.modes import THE_SCORE
from quizgame.screen.canvas import Notes
from quizgame.screen.scene import Action, Finished, Press, Typed
from quizgame.screen.scenes.name import NAMELESS, NameScene
from quizgame.store.names import clean_name
from tests.screen.moves import page
from tests.screen.survey import surveyed
from tests.screen.test_motion import fresh


def test_who_comes_too_late_sees_a_clock_and_no_cross() -> None:
    late, wrong = (surveyed(fresh(f"reveal-{how}"), page(0)).lines for how in ("late", "wrong"))
    assert "TOO LATE" in late
    assert "<cross>" not in late
    assert "ring 1.00" in late
    assert "<cross>" in wrong


def test_who_is_busted_is_still_where_it_happened() -> None:
    for name in ("busted", "result-busted"):
        notes = Notes()
        fresh(name).draw(notes, page(0))
        assert notes.lines[0].endswith(f" {THE_SCORE.rounds[2].place}")


def test_signing_without_a_name_says_what_is_missing_until_something_is_written() -> None:
    scene = NameScene("$100,000", "", clean_name)
    assert scene.handle(Press(Action.ACCEPT), page(0)) is None
    assert NAMELESS in surveyed(scene, page(0)).lines
    scene.handle(Typed("N"), page(10))
    assert NAMELESS not in surveyed(scene, page(10)).lines
    assert scene.handle(Press(Action.ACCEPT), page(20)) == Finished("N")
