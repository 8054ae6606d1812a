"""What a hand-written question asks, read from whichever keys it has; knows no words, topics or ids."""

from __future__ import annotations

from quizgame.content import kinds
from quizgame.content.characters import look
from quizgame.content.fields import Fields, shown
from quizgame.content.likeness import nearest
from quizgame.content.nodes import Text
from quizgame.content.options import all_differ, not_too_many
from quizgame.quiz.question import MAX_OPTION, Choice, Kind, Task, TrueFalse

KEYS = ("answer", "wrong", "choices", "accept", "others", "order", "number", "range", "match", "answers")
TRUTHS = {"true": True, "false": False}

Written = tuple[Task, tuple[str, ...]]
"""A task, and its options in the order in which the author chose to write them."""


def read_task(fields: Fields) -> Written | None:
    """The task that the keys of a question mean; None where something in it does not fit."""
    kind = kinds.kind_meant(fields)
    if kind is None:
        return _options(fields)
    posed = kinds.read_task(fields, kind)
    if posed is None:
        return None
    listed = posed.wrong if kind is Kind.SEVERAL else ()
    return posed.task, tuple(text.value for text in listed)


def _options(fields: Fields) -> Written | None:
    if "choices" in fields:
        return _from_choices(fields)
    answer = fields.text("answer", required=True, limit=MAX_OPTION)
    if "wrong" in fields:
        wrong = fields.texts("wrong", limit=MAX_OPTION)
        return _choice(fields, answer, wrong) if answer is not None and wrong else None
    if answer is None:
        return None
    truth = TRUTHS.get(answer.value.casefold())
    if truth is not None:
        return TrueFalse(truth), ()
    remedy = "add 'wrong: [one, two, three]'; a true/false question has 'answer: true' or 'answer: false'"
    fields.problem(fields.node, "no-options", "this question has no wrong options", remedy)
    return None


def _choice(fields: Fields, answer: Text, wrong: list[Text]) -> Written | None:
    options = [answer, *wrong]
    if not not_too_many(fields, options, "wrong") or not all_differ(fields, options):
        return None
    written = tuple(text.value for text in wrong)
    return Choice(answer.value, written), written


def _from_choices(fields: Fields) -> Written | None:
    choices = fields.texts("choices", limit=MAX_OPTION)
    answer = fields.text("answer", required=True, limit=MAX_OPTION)
    _refuse_both(fields)
    if not choices or not not_too_many(fields, choices, "choices"):
        return None
    if len(choices) < 2:
        fields.problem(choices[0], "no-options", "one choice is no choice", "add wrong options to 'choices'")
    right = _right_choice(fields, answer, choices) if answer is not None else None
    if not all_differ(fields, choices) or right is None or not fields.ok:
        return None
    wrong = tuple(text.value for text in choices if text is not right)
    return Choice(right.value, wrong), tuple(text.value for text in choices)


def _refuse_both(fields: Fields) -> None:
    wrong = fields.node.get("wrong")
    if wrong is not None:
        fields.problem(wrong, "both", "'choices' and 'wrong' stand in one question", "keep one of the two")


def _right_choice(fields: Fields, answer: Text, choices: list[Text]) -> Text | None:
    """The choice that is the answer, letter for letter or else by its look."""
    exact = [text for text in choices if text.value == answer.value]
    right = exact or [text for text in choices if look(text.value) == look(answer.value)]
    if right:
        return right[0]
    # In brackets, '1,000' is two choices: neither of the halves was meant.
    comma = "," in answer.value
    near = nearest(answer.value, [text.value for text in choices if "," in text.value or not comma])
    if near:
        remedy = f"did you mean {shown(near)}?"
    elif comma:
        remedy = "put quotes round a choice that contains a comma"
    else:
        remedy = "write one of the choices, letter for letter"
    fields.problem(answer, "answer", f"the answer {shown(answer.value)} is not among the choices", remedy)
    return None
