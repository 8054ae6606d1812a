"""Which options of a row are right, and the task that they make; knows no column and no file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.content.characters import look
from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.posing import Posed, posed, posed_typed
from quizgame.content.packs.questions import MAX_NAME

_BETWEEN = re.compile(r"\s*(?:[,;/|&+\n]|\band\b)\s*")
_NUMBER = re.compile(r"0*([1-9]\d?)(?:\.0+)?")
_LETTER = re.compile(r"\(?([A-Za-z])[.)]?")
_CANNOT = re.compile(
    r"poll|survey|open|essay|paragraph|draw|slide|word ?cloud|brainstorm|puzzle|jumble|sort|order|rank"
    r"|sequence|match|drag|drop ?down|hot ?spot|pin|label|graph|categor|passage|comprehension|audio|video"
    r"|math ?response|scale|slider|nps|rating"
)
_TYPED = re.compile(r"fill|blank|typed?\b|short|free|text\b|numeric")


@dataclass(frozen=True, slots=True)
class Given:
    """What a row says of the answer; blank cells are "".

    `options` stand at the places that `answers` may count, the others are texts of their own.
    """

    type: str
    answers: tuple[str, ...]
    also: tuple[str, ...]
    options: tuple[str, ...]
    wrong: tuple[str, ...]


def are_numbers(answers: Sequence[str], most: int) -> bool:
    """Whether the answers of a whole sheet count its options instead of repeating them."""
    said = [answer for answer in answers if answer]
    return bool(said) and all(_counted(answer, most) is not None for answer in said)


def task_of(given: Given, counting: bool, only_typed: bool) -> Posed:
    """The task of a row; raises Unreadable where there is none that can be asked.

    `counting` says that the sheet's answers count the options, `only_typed` that it has no options at all.
    """
    kind = " ".join(re.split(r"[\W_]+", given.type.casefold())).strip()
    if _CANNOT.search(kind):
        raise Unreadable(f"a question of the type '{given.type[:MAX_NAME]}' cannot be asked here")
    options = [option for option in given.options if option]
    if _TYPED.search(kind) or (only_typed and not _is_truth(given.answers)):
        return posed_typed(_accepted(given, options), given.wrong)
    if not options:
        return posed([*given.answers, *given.also], [wrong for wrong in given.wrong if wrong])
    right = _right(given, counting)
    wrong = [option for place, option in enumerate(given.options) if option and place not in right]
    return posed([given.options[place] for place in right], [*wrong, *filter(None, given.wrong)])


def _accepted(given: Given, options: list[str]) -> list[str]:
    """What may be typed: the options, for the number in the answer's column says nothing more."""
    said = [answer for answer in (*given.answers, *given.also) if answer]
    if options and all(_NUMBER.fullmatch(answer) for answer in said):
        return options
    return [*said, *options]


def _is_truth(answers: Sequence[str]) -> bool:
    return [look(answer) in ("true", "false") for answer in answers if answer] == [True]


def _right(given: Given, counting: bool) -> list[int]:
    """The places of the right options."""
    right: list[int] = []
    for answer in (*given.answers, *given.also):
        if answer:
            right += _meant(answer, given.options, counting)
    if not right:
        raise Unreadable("no option is marked as right", "say which: its number, or the option itself")
    return sorted(set(right))


def _meant(answer: str, options: Sequence[str], counting: bool) -> list[int]:
    counted = _counted(answer, len(options))
    if counting and counted is not None:
        return _not_blank(counted, options)
    same = _same(answer, options)
    if same is not None:
        return [same]
    several = [_same(part, options) for part in _BETWEEN.split(answer)]
    if all(place is not None for place in several):
        return [place for place in several if place is not None]
    lettered = _lettered(answer, len(options))
    if lettered is not None or counted is not None:
        return _not_blank(lettered or counted or [], options)
    what = f"the answer '{answer[:MAX_NAME]}' is not among the options"
    raise Unreadable(what, "write the number of an option, or the option itself")


def _not_blank(places: list[int], options: Sequence[str]) -> list[int]:
    for place in places:
        if not options[place]:
            raise Unreadable(f"option {place + 1} is said to be right, but it is empty")
    return places


def _same(answer: str, options: Sequence[str]) -> int | None:
    wanted = look(answer)
    return next((place for place, option in enumerate(options) if option and look(option) == wanted), None)


def _counted(answer: str, most: int) -> list[int] | None:
    """The places that numbers from 1 such as `1,3` stand for, or None."""
    found = [_NUMBER.fullmatch(part) for part in _BETWEEN.split(answer.strip())]
    places = [int(number[1]) - 1 for number in found if number]
    return places if len(places) == len(found) and max(places) < most else None


def _lettered(answer: str, most: int) -> list[int] | None:
    """The places that letters such as `A` or `b, d` stand for, or None."""
    found = [_LETTER.fullmatch(part) for part in _BETWEEN.split(answer.strip())]
    places = [ord(letter[1].upper()) - ord("A") for letter in found if letter]
    return places if len(places) == len(found) and max(places) < most else None
