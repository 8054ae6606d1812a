"""The storyboard of what can be done with a finished run: look at it, show it, hand it on; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quizgame import dates, duels
from quizgame.parts import Parts
from quizgame.quiz import runfile, share, view
from quizgame.quiz.challenge import NoCode
from quizgame.quiz.modes import MODES
from quizgame.quiz.run import Run
from quizgame.quiz.state import NOBODY, Result
from quizgame.screen.band import dollars
from quizgame.screen.result_card import SIZE, CardScene, ResultCard
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes import result
from quizgame.screen.scenes.review import Item, Next, ReviewScene
from quizgame.screen.scenes.share import ChallengeScene, ShareScene
from quizgame.store.errors import plain
from quizgame.store.files import write_whole

Part = Generator[Scene[Any], Any, None]

COPIED, NOT_COPIED = "Copied.", "This system has no clipboard; the text stands here."
ACROSS = 10  # marks in a row where a run has one round


@dataclass(frozen=True, slots=True)
class Finish:
    """A finished run with its results; `stake` plays questions of those ids once more, without a clock."""

    run: Run
    results: tuple[Result, ...]
    stake: Callable[[tuple[str, ...]], Generator[Scene[Any], Any, object]]
    names: tuple[str, ...] = ()  # of several players, by their seats


def actions(run: Run) -> list[str]:
    """What can be done with a run: unranked ones are nobody's business but the player's."""
    ranked = (mode := MODES.get(run.mode)) is not None and mode.ranked
    return [result.REVIEW, *([result.SHARE, result.CHALLENGE] if ranked else [])]


def follow(parts: Parts, action: str, finish: Finish) -> Part:
    """Do one of the actions."""
    match action:
        case result.REVIEW:
            yield from review(finish)
        case result.SHARE:
            yield from show_share(parts, _signed(parts, finish))
        case result.CHALLENGE:
            yield from show_challenge(parts, _signed(parts, finish))


def _signed(parts: Parts, finish: Finish) -> Run:
    """The run under the name that its player has signed with since."""
    name = finish.run.player if finish.names else parts.settings.player or finish.run.player
    return replace(finish.run, player=name)


def review(finish: Finish) -> Part:
    """Every question once more; the missed ones can be played."""
    if (yield from show(ReviewScene(items(finish.results, finish.names)))) is Next.PLAY:
        missed = (one.card.question.id for one in finish.results if not one.right)
        yield from finish.stake(tuple(dict.fromkeys(missed)))


def items(results: Sequence[Result], names: Sequence[str] = ()) -> list[Item]:
    """The questions as they went; with `names`, whose turn each was."""
    return [
        Item(
            number=number,
            question=one.card.question.text,
            given=view.in_words(one.card, one.given),
            answer=one.card.question.answer,
            right=one.right,
            explain=one.card.question.explain,
            source=one.card.question.source,
            who=names[one.seat] if names and one.seat != NOBODY else "",
        )
        for number, one in enumerate(results, start=1)
    ]


def show_share(parts: Parts, run: Run) -> Part:
    """The text of a run and its card."""
    code, _ = _code(run)
    text, card = share.share(run, code), card_of(run, code)

    def save() -> str:
        picture = parts.world.picture(CardScene(card), SIZE)
        return _saved(parts.places.data / "pictures" / f"{_stem(run)}.png", picture)

    yield from show(ShareScene(card, text, lambda: _copied(parts, text), save))


def show_challenge(parts: Parts, run: Run) -> Part:
    """The code of a run's questions, and the file with the answers."""
    code, why = _code(run)

    def save() -> str:
        content = runfile.to_json([run], parts.world.version).encode()
        return _saved(parts.places.data / "challenges" / f"{_stem(run)}{duels.SUFFIX}", content)

    yield from show(ChallengeScene(code, why, lambda: _copied(parts, code), save))


def card_of(run: Run, code: str = "") -> ResultCard:
    """The card of a run."""
    mode = MODES.get(run.mode)
    paid = mode is None or mode.rules.answer_dollars > 0
    right = f"{run.correct} of {run.asked}"
    ending = share.ending(run)
    return ResultCard(
        title=(mode.title if mode else run.mode) + (f", {run.assist}" if run.assist else ""),
        figure=dollars(run.take) if paid else right,
        line="  ·  ".join(part for part in (f"{right} right" if paid else "", ending) if part),
        name=run.player,
        date=dates.in_words(run.started),
        marks=marks(run),
        code=code,
    )


def marks(run: Run) -> tuple[tuple[bool, ...], ...]:
    """The answers row by row: a row for each round, or where there is one round, rows of ten."""
    signs = {share.RIGHT, share.WRONG}
    words = [word for line in share.marks(run) for word in line.split()]
    rows = [tuple(sign == share.RIGHT for sign in word) for word in words if signs.issuperset(word)]
    if len(rows) < len(words):  # numbers stand before rounds
        return tuple(rows)
    whole = [right for row in rows for right in row]
    return tuple(tuple(whole[at : at + ACROSS]) for at in range(0, len(whole), ACROSS))


def _code(run: Run) -> tuple[str, str]:
    """The code of a run, or why there is none."""
    try:
        return duels.code_of(run), ""
    except NoCode as error:
        return "", f"{error} The file does it all the same."


def _copied(parts: Parts, text: str) -> str:
    return COPIED if parts.world.copy(text) else NOT_COPIED


def _saved(path: Path, content: bytes) -> str:
    try:
        write_whole(path, content)
    except OSError as error:
        return f"Not saved: {plain(error)}."
    return f"Saved: {path}"


def _stem(run: Run) -> str:
    """A file's name that says what it is: mode, day and minute."""
    when = "".join(sign for sign in run.started[:16].replace("T", "-") if sign.isdigit() or sign == "-")
    return f"{run.mode}-{when}"
