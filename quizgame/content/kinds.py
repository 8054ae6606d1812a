"""Reads what typed, order, number, match and several-answer questions ask; knows no packs and no facts."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.content.fields import Fields, shown
from quizgame.content.nodes import Text
from quizgame.content.options import MAX_OPTIONS, all_differ, in_number, not_too_many
from quizgame.content.wording import words
from quizgame.quiz.question import MAX_OPTION
from quizgame.quiz.spelling import indistinct
from quizgame.quiz.tasks import (
    FEWEST_PLACES,
    MOST_CARDS,
    MOST_PLACES,
    WIDEST_RANGE,
    Kind,
    Match,
    Number,
    Order,
    Several,
    Task,
    Typed,
)

KEYS = {
    Kind.TYPED: ("accept", "others"),
    Kind.ORDER: ("order",),
    Kind.NUMBER: ("number", "range"),
    Kind.MATCH: ("match",),
    Kind.SEVERAL: ("answers", "wrong"),
}
"""What each kind is told by; `wrong` belongs to choices too and tells nothing alone."""

KIND_OF_KEY = {key: kind for kind, keys in KEYS.items() for key in keys if key != "wrong"}
_OF_ANY = frozenset(("answer", "choices", "wrong", *KIND_OF_KEY))
NARROWEST_RANGE = 2
MOST_OTHERS = 200


@dataclass(frozen=True, slots=True)
class Posed:
    """A task with the texts its author wrote: all that are right, and those that are not."""

    task: Task
    right: tuple[Text, ...]
    wrong: tuple[Text, ...] = ()


def kind_meant(fields: Fields) -> Kind | None:
    """The kind that the keys ask for; None where they speak of no kind that this module reads."""
    return next((KIND_OF_KEY[key.value] for key, _ in fields.node.fields if key.value in KIND_OF_KEY), None)


def read_task(fields: Fields, kind: Kind) -> Posed | None:
    """The task of a kind that `kind_meant` gave; None where something in it does not fit."""
    if _is_mixed(fields, kind):
        return None
    match kind:
        case Kind.TYPED:
            return _typed(fields)
        case Kind.ORDER:
            return _order(fields)
        case Kind.NUMBER:
            return _number(fields)
        case Kind.MATCH:
            return _match(fields)
        case _:
            return _several(fields)


def _is_mixed(fields: Fields, kind: Kind) -> bool:
    """Whether keys of two kinds stand in one question: said once."""
    own = next(key.value for key, _ in fields.node.fields if KIND_OF_KEY.get(key.value) is kind)
    for key, _ in fields.node.fields:
        if key.value in _OF_ANY and key.value not in KEYS[kind]:
            what = f"'{key.value}' and '{own}' belong to two kinds of question"
            fields.problem(key, "mixed-kinds", what, "keep one of the two, or make two questions of it")
            return True
    return False


def _typed(fields: Fields) -> Posed | None:
    accept = fields.texts("accept", required=True, limit=MAX_OPTION)
    others = fields.texts("others", limit=MAX_OPTION)
    remedies = "write at least one answer", "forms that differ in case, accents or a slip need not be listed"
    if not accept or not in_number(fields, "accept", len(accept), (1, MAX_OPTIONS), remedies):
        return None
    if not in_number(fields, "others", len(others), (0, MOST_OTHERS), ("", "keep the likeliest mistakes")):
        return None
    if not all_differ(fields, [*accept, *others], "answer") or not _can_be_typed(fields, accept):
        return None
    right = tuple(text.value for text in accept)
    _refuse_indistinct(fields, right, others)
    if not fields.ok:
        return None
    return Posed(Typed(right, tuple(text.value for text in others)), tuple(accept), tuple(others))


def _can_be_typed(fields: Fields, accept: list[Text]) -> bool:
    mute = [text for text in accept if not words(text.value)]
    for text in mute:
        what = f"nobody can type {shown(text.value)}: it has no letter and no figure"
        fields.problem(text, "empty", what, "accept words or figures")
    return not mute


def _refuse_indistinct(fields: Fields, right: tuple[str, ...], others: list[Text]) -> None:
    counted = indistinct((other.value for other in others), right)
    for other in others:
        if other.value in counted:
            what = f"{shown(other.value)} stands under 'others' and counts as an accepted answer"
            fields.problem(other, "same-option", what, "take it out of 'others'")


def _order(fields: Fields) -> Posed | None:
    items = fields.texts("order", required=True, limit=MAX_OPTION)
    remedies = "give more things to put in order", "take some out; the screen has room for so many"
    if not items or not in_number(fields, "order", len(items), (FEWEST_PLACES, MOST_PLACES), remedies):
        return None
    if not all_differ(fields, items, "thing"):
        return None
    return Posed(Order(tuple(text.value for text in items)), tuple(items))


def _number(fields: Fields) -> Posed | None:
    value, ends = fields.figure("number", required=True), fields.figures("range", required=True)
    if value is None or not ends:
        return None
    span = checked_range(fields, ends)
    if span is None or not lies_in(fields, value, span):
        return None
    return Posed(Number(int(value.value), *span), (value,))


def checked_range(fields: Fields, ends: list[Text]) -> tuple[int, int] | None:
    """The lowest and the highest number of a slider."""
    numbers = [int(end.value) for end in ends]
    remedy = "write the lowest and the highest number, for example 'range: [1980, 2000]'"
    what = None
    if len(numbers) != 2:
        what = f"'range' holds {len(numbers)} numbers; it must hold two"
    elif numbers[0] > numbers[1]:
        what = f"the range runs backwards, from {numbers[0]} to {numbers[1]}"
    elif not NARROWEST_RANGE <= numbers[1] - numbers[0] <= WIDEST_RANGE:
        allowed = f"{NARROWEST_RANGE} to {WIDEST_RANGE:,} are allowed"
        what = f"the range is {numbers[1] - numbers[0]:,} wide; {allowed}"
    if what is not None:
        fields.problem(fields.node.get("range") or ends[0], "range", what, remedy)
        return None
    return numbers[0], numbers[1]


def lies_in(fields: Fields, value: Text, span: tuple[int, int]) -> bool:
    """Whether a number is one that the slider reaches."""
    low, high = span
    if low <= int(value.value) <= high:
        return True
    what = f"{value.value} does not lie between {low} and {high}"
    fields.problem(value, "outside-range", what, "correct the number, or make 'range' wider")
    return False


def _match(fields: Fields) -> Posed | None:
    pairs = fields.pairs("match", required=True, limit=MAX_OPTION)
    if not pairs and not fields.ok:
        return None
    remedies = "give more pairs", "take some out; the screen has room for so many"
    if not in_number(fields, "match", len(pairs), (FEWEST_PLACES, MOST_PLACES), remedies):
        return None
    lefts, rights = [left for left, _ in pairs], [right for _, right in pairs]
    differ = [all_differ(fields, lefts, "left side"), all_differ(fields, rights, "right side")]
    if not all(differ):
        return None
    return Posed(Match(tuple((left.value, right.value) for left, right in pairs)), (*lefts, *rights))


def _several(fields: Fields) -> Posed | None:
    answers = fields.texts("answers", required=True, limit=MAX_OPTION)
    wrong = fields.texts("wrong", required=True, limit=MAX_OPTION)
    remedies = "for one right answer write 'answer: ...'", "six options are shown, and one must be wrong"
    if not answers or not in_number(fields, "answers", len(answers), (2, MOST_CARDS - 1), remedies):
        return None
    options = [*answers, *wrong]
    if not wrong or not not_too_many(fields, options, "wrong") or not all_differ(fields, options):
        return None
    task = Several(tuple(text.value for text in answers), tuple(text.value for text in wrong))
    return Posed(task, tuple(answers), tuple(wrong))
