"""GIFT's answers as something to ask: a choice, a statement, words or pairs; knows no numbers, no files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgame.content.characters import look
from quizgame.content.formats.base import Unreadable, option
from quizgame.content.formats.gift_answers import FULL, Answer, listed
from quizgame.content.formats.gift_marks import back
from quizgame.content.formats.gift_words import PLAIN, shown
from quizgame.content.formats.posing import posed, posed_typed
from quizgame.quiz.tasks import FEWEST_PLACES, MOST_CARDS, MOST_PLACES, Match, Task, TrueFalse

_ARROW = "->"
_STAR = re.compile(r"\\\*|\*")
_JOINED = "an = amid an answer is taken as it stands; write it \\="
_NO_RIGHT = "none of its answers is marked as right"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks, the feedback to its right answer as it stands, and what was changed."""

    task: Task
    feedback: str = ""
    changes: tuple[str, ...] = ()


def choice(text: str, markup: str) -> Asked:
    """One or several right answers among wrong ones; raises Unreadable."""
    found = listed(text)
    right, wrong, changes = _sides(found.answers)
    if found.joined:
        changes.append(_JOINED)
    if len(right) >= MOST_CARDS:
        changes.append(f"of {len(right)} right answers the first {MOST_CARDS - 1} are taken")
        right = right[: MOST_CARDS - 1]
    task, notes = posed(_words(right, markup), _words(wrong, markup))
    return Asked(task, right[0].feedback, (*changes, *notes))


def typed(text: str, markup: str) -> Asked:
    """Words to be typed, each of which is right; raises Unreadable."""
    found = listed(text, "=")
    best = max((answer.weight for answer in found.answers), default=0)
    right = [answer for answer in found.answers if 0 < best <= answer.weight]
    wrong = [answer for answer in found.answers if answer.weight <= 0]
    changes = [_JOINED] if found.joined else []
    if len(right) + len(wrong) < len(found.answers):
        changes.append("answers that are worth a part of the marks are left out")
    task, notes = posed_typed(_literal(right, markup, changes), _literal(wrong, markup, []))
    return Asked(task, right[0].feedback, (*changes, *notes))


def statement(truth: str, feedback: str) -> Asked:
    """A statement that is true or false; of its two feedbacks that to the right answer is the second."""
    wrong, _, right = feedback.partition("#")
    return Asked(TrueFalse(truth.upper().startswith("T")), right.strip() or wrong)


def match(text: str, markup: str) -> Asked:
    """Pairs to be matched; raises Unreadable."""
    changes: list[str] = []
    pairs = list(_pairs(listed(text, "=").answers, markup, changes))
    if len(pairs) < FEWEST_PLACES:
        what = f"{FEWEST_PLACES} to {MOST_PLACES} pairs can be matched, and this has {len(pairs)}"
        raise Unreadable("; ".join([what, *changes]))
    if len(pairs) > MOST_PLACES:
        changes.append(f"of {len(pairs)} pairs the first {MOST_PLACES} are taken")
    return Asked(Match(tuple(pairs[:MOST_PLACES])), "", tuple(changes))


def _sides(answers: Sequence[Answer]) -> tuple[list[Answer], list[Answer], list[str]]:
    """The right answers and the wrong ones. With an = of full weight only one can be chosen, as in Moodle."""
    full = [answer for answer in answers if answer.weight >= FULL]
    least = FULL if full else 0.01
    right = [answer for answer in answers if answer.weight >= least]
    if not right:
        raise Unreadable(_NO_RIGHT, "mark it with =")
    wrong = [answer for answer in answers if answer.weight < least]
    changes = []
    if any(answer.weight > 0 for answer in wrong):
        changes.append("an answer that is worth a part of the marks counts as wrong")
    if len(right) > 1 and any(answer.mark == "=" for answer in full):
        changes.append("of several right answers, each of which would do, the first is taken")
        if {look(answer.text) for answer in full} & {look(answer.text) for answer in wrong}:
            raise Unreadable(
                "one of its answers is both right and wrong", "write an = or ~ in an answer \\= or \\~"
            )
        right = full[:1]
    return right, wrong, changes


def _words(answers: Sequence[Answer], markup: str) -> list[str]:
    return [shown(answer.text, markup) for answer in answers]


def _literal(answers: Sequence[Answer], markup: str, changes: list[str]) -> list[str]:
    """The words of answers to be typed, without the asterisks that stand for any letters."""
    texts = []
    for text in _words(answers, markup):
        texts.append(" ".join(_STAR.sub(lambda found: found[0][1:] or " ", text).split()))
        if _STAR.sub("*", text) != texts[-1]:
            changes.append("an answer with * for any letters is taken without it")
    return texts


def _pairs(answers: Sequence[Answer], markup: str, changes: list[str]) -> Iterator[tuple[str, str]]:
    seen: tuple[set[str], set[str]] = (set(), set())
    for answer in answers:
        # Moodle knows neither weights nor feedback here: a % or a # is part of the words.
        left, arrow, right = answer.whole.partition(_ARROW)
        if not arrow:
            raise Unreadable("one of its pairs has no arrow ->")
        pair = _pair(left, right, markup, changes)
        if pair is None:
            continue
        if look(pair[0]) in seen[0] or look(pair[1]) in seen[1]:
            changes.append(f"the pair “{pair[0]} – {pair[1]}” repeats a part of another one and is left out")
            continue
        seen[0].add(look(pair[0]))
        seen[1].add(look(pair[1]))
        yield pair


def _pair(left: str, right: str, markup: str, changes: list[str]) -> tuple[str, str] | None:
    words = shown(left, markup)
    if not words:
        changes.append("an answer without a partner is left out")
        return None
    return option(words, markup=False), option(back(right), markup != PLAIN)
