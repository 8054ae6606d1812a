"""What a rival did, in words, for whoever plays the same questions; knows no screen and no file."""

from __future__ import annotations

from quizgame.quiz.ghost import Ghost
from quizgame.quiz.run import Ending

_LEFT = {
    Ending.CLEAR: "got away",
    Ending.WALKED: "walked",
    Ending.BUSTED: "was busted",
    Ending.TIME: "ran out of time",
    Ending.ABANDONED: "gave up",
}


def beside(ghost: Ghost, number: int, take: int) -> str:
    """What the rival did at the question with this number, from 1, and how the takes compare."""
    step, name = ghost.after(number), _name(ghost)
    if step is None:
        return f"{name} {_LEFT[ghost.ended]} with ${ghost.take:,}  ·  you stand at ${take:,}"
    did = "had it" if step.right else "missed it"
    return f"{name} {did}  ·  they stand at ${step.take:,}, you at ${take:,}"


def beside_the_end(ghost: Ghost, take: int) -> str:
    """How the whole run compares."""
    name, apart = _name(ghost), abs(take - ghost.take)
    if not apart:
        return f"Dead even with {name}: ${take:,} each."
    if take > ghost.take:
        return f"You beat {name} by ${apart:,}. Theirs was ${ghost.take:,}."
    return f"{name} stays ahead by ${apart:,}, with ${ghost.take:,}."


def _name(ghost: Ghost) -> str:
    return ghost.player or "Your rival"
