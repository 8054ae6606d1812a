"""Reads and writes Aiken, plain text with lettered options and an ANSWER line; knows no pack."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from quizgame.content.characters import look
from quizgame.content.formats.aiken_drafts import Draft, drafts
from quizgame.content.formats.aiken_layout import laid_out
from quizgame.content.formats.base import (
    Found,
    Left,
    Reading,
    Unreadable,
    changed,
    explanation,
    question_text,
    refused,
    tidy,
)
from quizgame.content.formats.posing import Posed, posed
from quizgame.content.formats.readback import comes_back
from quizgame.content.problems import Problem
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, ImpossibleQuestion, TrueFalse

_TRUTHS = ("true", "false", "t", "f")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FIRST = re.compile(r"\(?([A-Za-z])\)?(?![^\W_])")
_LIST = re.compile(r"\(?[A-Za-z]\)?(?:\s*(?:[,;&/+]|\band\b)\s*\(?[A-Za-z]\)?)+\.?", re.IGNORECASE)
_LETTER = re.compile(r"\b[A-Za-z]\b")
_RUN = re.compile(r"[A-Z]{2,6}")


def read(text: str, file: str) -> Reading:
    """The questions of an Aiken file; what looks like HTML in it is meant letter by letter."""
    for draft in laid_out(list(drafts(text))):
        yield from _read(draft, file)


def write(questions: Sequence[Question]) -> tuple[str, list[Left]]:
    """The text of an Aiken file, and the questions that it cannot hold; explanations are not written."""
    written: list[str] = []
    left: list[Left] = []
    for question in questions:
        why = _unheld(question)
        text = "" if why else _written(question)
        if why or not comes_back(text, read, question, explained=False):
            left.append(Left(question.id, why or "its words would be read as an option or as an ANSWER line"))
        else:
            written.append(text)
    return "\n".join(written), left


def _read(draft: Draft, file: str) -> Iterator[Found | Problem]:
    try:
        words = question_text(" ".join(_words(draft)), markup=False)
        task, changes = _task(draft)
    except (Unreadable, ImpossibleQuestion) as why:
        yield refused(file, draft.line, why if isinstance(why, Unreadable) else str(why))
    else:
        yield Found(draft.line, words, task, explain=explanation(draft.explain, markup=False))
        for change in dict.fromkeys(changes):
            yield changed(file, draft.line, change)


def _task(draft: Draft) -> Posed:
    if not draft.options:
        return TrueFalse((draft.answer or "").upper().startswith("T")), []
    right = _right(draft)
    texts = [tidy(text, markup=False) for _, text in draft.options]
    wrong = [text for index, text in enumerate(texts) if index not in right]
    return posed([texts[index] for index in right], wrong)


def _words(draft: Draft) -> list[str]:
    """The lines of the question; raises Unreadable where a part of it is missing."""
    if not draft.words:
        raise Unreadable("there is no question above", "write the question on the line above its options")
    if not draft.options and (draft.answer or "").casefold() not in _TRUTHS:
        raise Unreadable("it has no options", "write each on a line of its own: A. Option")
    if draft.answer is None:
        raise Unreadable("it has no ANSWER line", "write for example 'ANSWER: A' below its options")
    return draft.words


def _right(draft: Draft) -> list[int]:
    """Which of the options the ANSWER line names, by their places."""
    answer = draft.answer or ""
    by_words = [index for index, (_, text) in enumerate(draft.options) if look(text) == look(answer)]
    if by_words and len(answer) > 1:
        return by_words[:1]
    return [_place(draft, letter) for letter in dict.fromkeys(_named(answer, draft))]


def _named(answer: str, draft: Draft) -> list[str]:
    first = _FIRST.match(answer)
    if _LIST.fullmatch(answer):
        return [found.upper() for found in _LETTER.findall(answer)]
    if first:
        return [first[1].upper()]
    if _RUN.fullmatch(answer) and set(answer) <= {letter for letter, _ in draft.options}:
        return list(answer)
    shown = f"“{answer[:40]}”" if answer else "nothing"
    raise Unreadable(
        f"its ANSWER line names {shown}, which is none of its options", "write the letter of one"
    )


def _place(draft: Draft, letter: str) -> int:
    places = [index for index, (one, _) in enumerate(draft.options) if one == letter]
    if not places:
        raise Unreadable(f"its ANSWER line names {letter}, and no option has this letter")
    if len(places) > 1:
        raise Unreadable(f"its ANSWER line names {letter}, and {len(places)} options have this letter")
    return places[0]


def _unheld(question: Question) -> str:
    task = question.task
    if question.picture is not None:
        return "it has a picture, which Aiken cannot hold"
    if not isinstance(task, Choice | TrueFalse):
        return f"Aiken holds no questions of the kind {task.kind}"
    if len(task.wrong) >= len(_LETTERS):
        return f"it has more options than Aiken has letters, {len(_LETTERS)}"
    return ""


def _written(question: Question) -> str:
    options = [*question.wrong]
    if isinstance(question.task, TrueFalse):
        options = ["True", "False"]
    else:
        drawn = hashlib.sha256(question.id.encode("utf-8", "replace")).digest()[0]
        options.insert(drawn % (len(options) + 1), question.answer)
    lines = [f"{letter}. {tidy(text, markup=False)}" for letter, text in zip(_LETTERS, options, strict=False)]
    answer = _LETTERS[options.index(question.answer)]
    return "\n".join([tidy(question.text, markup=False), *lines, f"ANSWER: {answer}", ""])
