"""Checks on the options an author wrote: how many, and all different; knows no kind of question."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.content.characters import look
from quizgame.content.fields import Fields, shown
from quizgame.content.nodes import Text

MAX_OPTIONS = 20


def all_differ(fields: Fields, options: Sequence[Text], what: str = "option") -> bool:
    """Whether no two look the same; each that repeats another one is reported."""
    first: dict[str, Text] = {}
    for option in options:
        same = first.setdefault(look(option.value), option)
        if same is not option:
            said = f"the {what} {shown(option.value)} stands here twice; the first is on line {same.line}"
            fields.problem(option, "same-option", said, "change one of the two or take it out")
    return len(first) == len(options)


def not_too_many(fields: Fields, options: Sequence[Text], key: str) -> bool:
    """Whether there are no more options than a question may have; reported at a key."""
    if len(options) <= MAX_OPTIONS:
        return True
    node = fields.node.get(key) or fields.node
    what = f"the question has {len(options)} options; at most {MAX_OPTIONS} are allowed"
    fields.problem(node, "too-many", what, "take some out; only a few of them are ever shown")
    return False


def in_number(
    fields: Fields, key: str, number: int, limits: tuple[int, int], remedies: tuple[str, str]
) -> bool:
    """Whether there are as many texts under a key as its kind of question takes.

    `remedies` say what to do where there are too few, and where there are too many.
    """
    fewest, most = limits
    if fewest <= number <= most:
        return True
    node = fields.node.get(key) or fields.node
    if number < fewest:
        what = f"'{key}' has {number}; at least {fewest} are needed"
        fields.problem(node, "too-few", what, remedies[0])
    else:
        what = f"'{key}' has {number}; at most {most} are allowed"
        fields.problem(node, "too-many", what, remedies[1])
    return False
