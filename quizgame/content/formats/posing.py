"""Options as a foreign file gives them to a task that can be asked; knows no format and no file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgame.content.characters import look
from quizgame.content.formats.base import Unreadable, different
from quizgame.content.kinds import MOST_OTHERS
from quizgame.content.options import MAX_OPTIONS
from quizgame.content.wording import words
from quizgame.quiz.question import MAX_OPTION
from quizgame.quiz.spelling import indistinct
from quizgame.quiz.tasks import MOST_CARDS, Choice, Several, Task, TrueFalse, Typed

Posed = tuple[Task, list[str]]
"""A task, and in words what had to be left out for it to be one."""

_TRUTHS = {"true": True, "false": False}


def posed(right: Sequence[str], wrong: Sequence[str]) -> Posed:
    """The choice, true/false or several-answers task of tidy options.

    Wrong options that are empty, too long or doubled are left out, for the others still make a question;
    raises Unreadable where none remains, or where what is right cannot be shown.
    """
    answers = _answers(right)
    others, notes = _wrong(answers, wrong)
    truth = _truth(answers, others)
    if truth is not None:
        return TrueFalse(truth), notes
    if not others:
        raise Unreadable("there is no wrong option", "add at least one")
    if len(answers) >= MOST_CARDS:
        what = f"{len(answers)} options are right; at most {MOST_CARDS - 1} can be"
        raise Unreadable(what, "take some out")
    most = MAX_OPTIONS - len(answers)
    if len(others) > most:
        notes.append(f"only the first {MAX_OPTIONS} of {len(answers) + len(others)} options were kept")
        others = others[:most]
    if len(answers) > 1:
        return Several(tuple(answers), tuple(others)), notes
    return Choice(answers[0], tuple(others)), notes


def posed_typed(accept: Iterable[str], others: Iterable[str] = ()) -> Posed:
    """The task of typing one of some tidy answers; those that nobody can type are left out.

    `others` are known answers that are not right. Raises Unreadable where nothing remains to accept.
    """
    answers = [answer for answer in different(accept) if look(answer)]
    if not answers:
        raise Unreadable("the answer is empty", "write what is to be typed")
    short = [answer for answer in answers if len(answer) <= MAX_OPTION]
    good = [answer for answer in short if words(answer)]
    if not short:
        raise Unreadable(f"the answer is longer than {MAX_OPTION} characters", "make it shorter")
    if not good:
        raise Unreadable(f"nobody can type '{short[0]}': it has no letter and no figure", "accept a word")
    notes = []
    if len(short) < len(answers):
        notes.append(f"an answer of more than {MAX_OPTION} characters was left out")
    if len(good) < len(short):
        notes.append("an answer without letters or figures was left out, for nobody can type it")
    if len(good) > MAX_OPTIONS:
        notes.append(f"only the first {MAX_OPTIONS} of {len(good)} answers were kept")
    right = tuple(good[:MAX_OPTIONS])
    return Typed(right, _others(right, others)), notes


def _others(right: tuple[str, ...], others: Iterable[str]) -> tuple[str, ...]:
    known = [other for other in different([*right, *others])[len(right) :] if look(other)]
    counted = indistinct(known, right)
    good = (other for other in known if len(other) <= MAX_OPTION and other not in counted)
    return tuple(good)[:MOST_OTHERS]


def _answers(right: Sequence[str]) -> list[str]:
    answers = [answer for answer in different(right) if look(answer)]
    if not answers:
        raise Unreadable("the answer is empty", "say which option is right")
    for answer in answers:
        if len(answer) > MAX_OPTION:
            what = f"the answer has {len(answer)} characters; at most {MAX_OPTION} fit"
            raise Unreadable(what, "make it shorter")
    return answers


def _wrong(answers: Sequence[str], wrong: Sequence[str]) -> tuple[list[str], list[str]]:
    seen = {look(answer) for answer in answers}
    kept, notes = [], []
    for one in wrong:
        same = look(one)
        if not same:
            notes.append("an empty option was left out")
        elif same in seen:
            notes.append(f"the option '{one[:MAX_OPTION]}' stands there twice and was kept once")
        elif len(one) > MAX_OPTION:
            what = f"a wrong option of {len(one)} characters was left out; at most {MAX_OPTION} fit"
            notes.append(what)
        else:
            kept.append(one)
        seen.add(same)
    return kept, list(dict.fromkeys(notes))


def _truth(answers: Sequence[str], others: Sequence[str]) -> bool | None:
    """What is right where true and false are all there is to choose from; else None."""
    truth = _TRUTHS.get(look(answers[0])) if len(answers) == 1 else None
    return truth if all(look(other) in _TRUTHS for other in others) else None
