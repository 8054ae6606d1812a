"""The modes as they are offered to the player, with the best take so far; knows no pixels."""

from __future__ import annotations

from quizgame.parts import Parts
from quizgame.quiz.modes import Mode, Round
from quizgame.quiz.rules import Rules
from quizgame.screen.band import dollars
from quizgame.screen.scenes.modes import Offer


def offer(parts: Parts, mode: Mode) -> Offer:
    """A mode with its rounds and what they pay, and what the player should know before choosing it."""
    rounds = tuple(
        (round.title, _pays(mode.rules, round, number)) for number, round in enumerate(mode.rounds, start=1)
    )
    return Offer(mode.id, mode.title, mode.line, rounds, tuple(_notes(parts, mode)))


def _pays(rules: Rules, round: Round, number: int) -> str:
    best = sum(rules.answer_money(level, number) for level in round.levels)
    return f"up to {dollars(best)}  ·  a miss +{rules.heat_for_wrong(number, doubled=False)}"


def _notes(parts: Parts, mode: Mode) -> list[str]:
    best = parts.scores.table(mode.id, parts.assist().label, 1)
    notes = [f"BEST SO FAR  {dollars(best[0].take)}  {best[0].player}" if best else "NO RUN ON THE TABLE YET"]
    if parts.assist().label:
        notes.append(f"WITH {parts.assist().label.upper()}: A TABLE OF ITS OWN")
    if not parts.settings.spoilers:
        notes.append("QUESTIONS THAT GIVE THE STORY AWAY ARE LEFT OUT")
    return notes
