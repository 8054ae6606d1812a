"""The storyboard: which screen follows which result; knows no pixels and no rules.

What the title does not need is imported when it is chosen: it would delay the first frame.
"""

from __future__ import annotations

from quizgame.parts import Parts
from quizgame.screen.leaving import LEAVE
from quizgame.screen.scene import Dropped, Scene, Story, show
from quizgame.screen.scenes import title
from quizgame.screen.scenes.title import Lobby, TitleScene

AGAIN = "Close the window once more, and it ends at once."


def story(parts: Parts, opening: str = "") -> Story:
    """The whole game, from the title to the end; with an `opening`, that challenge comes before the title."""
    chosen: str | Dropped = title.PLAY
    if opening:
        from quizgame import challenges, lesson

        yield from lesson.introduce(parts, "To the challenge", "on")
        yield from challenges.take_up(parts, opening)
    while chosen != title.QUIT:
        chosen = yield from show(TitleScene(lambda: _lobby(parts), str(chosen), parts.content.told))
        if isinstance(chosen, Dropped):
            from quizgame import dropped

            yield from dropped.take(parts, chosen.path)
            chosen = title.PLAY
        elif chosen == title.CODE:
            from quizgame import challenges

            yield from challenges.enter(parts)
        elif chosen in (title.PLAY, title.DAILY):
            from quizgame import lesson, playing

            yield from lesson.introduce(parts, "To the jobs")
            yield from (playing.play_daily if chosen == title.DAILY else playing.choose_and_play)(parts)
        elif chosen == title.HOWTO:
            from quizgame import lesson

            yield from lesson.explain(parts, "Back")
        elif chosen == title.PACKS:
            from quizgame import packs

            yield from packs.show_packs(parts)
        elif chosen != title.QUIT:
            from quizgame import pages

            yield from pages.show_page(parts, chosen)


def leaving(parts: Parts) -> Scene[str] | None:
    """What asks before the window is closed in the middle of a run; None where none is being played."""
    told = parts.at_stake()
    if not told:
        return None
    from quizgame.screen.scenes.message import MessageScene

    buttons = [(LEAVE, "Leave"), ("stay", "Back to the job")]
    means = f"If you leave, {told[0].lower()}{told[1:]} {AGAIN}"
    return MessageScene("LEAVE THE JOB?", means, buttons, safe="stay", place=parts.place())


def _lobby(parts: Parts) -> Lobby:
    return Lobby(parts.content.troubles(), parts.notices(), parts.content.news())
