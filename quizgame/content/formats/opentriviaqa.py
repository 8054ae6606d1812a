"""OpenTriviaQA's text files: `#Q` question, `^` answer, lettered options; knows no pack and no folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgame.content.characters import look
from quizgame.content.formats.base import (
    Found,
    Reading,
    Unreadable,
    changed,
    question_text,
    refused,
    tidy,
)
from quizgame.content.formats.posing import posed
from quizgame.content.likeness import likeness
from quizgame.content.options import MAX_OPTIONS
from quizgame.content.problems import Problem
from quizgame.quiz.question import MAX_OPTION, MAX_QUESTION

_BEGINS = re.compile(r"\s*#\s?[Qq](?![a-z])[ \t.:]*(.*)", re.DOTALL)
_ANSWERS = re.compile(r"\s*\^[ \t]*(.*)", re.DOTALL)
_OPTION = re.compile(r"\s*([A-Za-z])(?:[.):](?=\s|$))?(?:\s+(.*)|)", re.DOTALL)
_FILLER = re.compile(r"([_.\-*=])\1{3,}")
_MEANT, _DOUBTFUL = 0.9, 0.75  # how like an option an answer is that means it, or that might mean it
_LONG = 10
_MOST_SKIPPED = 2


@dataclass(slots=True)
class _Entry:
    """The lines of one question, sorted as they come: an answer or option is the list of its lines."""

    line: int
    marked: bool
    words: list[str] = field(default_factory=list)
    answers: list[list[str]] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    options: list[list[str]] = field(default_factory=list)


def read(text: str, file: str) -> Reading:
    """The questions of a text in the order of the file; every `#Q` is found or refused."""
    for entry in _entries(text):
        yield from _question(entry, file)


def _entries(text: str) -> Iterator[_Entry]:
    entry: _Entry | None = None
    after_blank = True
    for number, line in enumerate(text.split("\n"), 1):
        begun = _BEGINS.fullmatch(line)
        if begun is not None or (_is_unmarked(entry, line) and after_blank):
            if entry is not None:
                yield entry
            words = begun[1] if begun is not None else line
            entry = _Entry(number, begun is not None, [words])
        elif entry is not None and line.strip():
            _take(entry, line)
        after_blank = not line.strip()
    if entry is not None:
        yield entry


def _is_unmarked(entry: _Entry | None, line: str) -> bool:
    """Whether a line after a blank one belongs to no question, or to one that lacks its `#Q`."""
    if not line.strip():
        return False
    if entry is None:
        return True
    is_more = bool(_ANSWERS.fullmatch(line)) or _lettered(entry, line) is not None
    return bool(entry.options) and not is_more


def _take(entry: _Entry, line: str) -> None:
    answer = _ANSWERS.fullmatch(line)
    lettered = _lettered(entry, line)
    if answer is not None:
        entry.answers.append([answer[1]])
    elif lettered is not None:
        entry.letters.append(lettered[1])
        entry.options.append([lettered[2] or ""])
    elif entry.options:
        entry.options[-1].append(line)
    elif entry.answers:
        entry.answers[-1].append(line)
    else:
        entry.words.append(line)


def _lettered(entry: _Entry, line: str) -> re.Match[str] | None:
    """The letter and text of an option: not every line that begins with a lone letter is one."""
    found = _OPTION.fullmatch(line)
    if found is None or not entry.answers:
        return None
    letter, before = found[1], entry.letters[-MAX_OPTIONS:]
    if letter.islower() and (any(map(str.isupper, before)) or letter != chr(ord("a") + len(before))):
        return None
    last = before[-1].upper() if before else "@"
    ahead = ord(letter.upper()) - ord(last)
    is_next = ahead <= 1 + _MOST_SKIPPED and (ahead == 0 or letter not in before)
    return found if is_next else None


def _question(entry: _Entry, file: str) -> Iterator[Found | Problem]:
    if not entry.marked and not entry.answers:
        yield changed(file, entry.line, "these words belong to no question and were left out")
        return
    try:
        words, notes = _words(entry)
        right, wrong, more = _sorted(entry)
        task, left_out = posed([right], wrong)
    except Unreadable as why:
        yield refused(file, entry.line, why)
        return
    for note in (*notes, *more, *left_out):
        yield changed(file, entry.line, note)
    yield Found(entry.line, words, task)


def _words(entry: _Entry) -> tuple[str, list[str]]:
    words, notes = tidy(" ".join(entry.words)), []
    if not entry.marked:
        notes.append("this question lacks its '#Q' and was read all the same")
    if len(words) > MAX_QUESTION:
        short = _FILLER.sub(lambda found: found[1] * 3, words)
        if len(short) <= MAX_QUESTION:
            words = short
            notes.append("rows of the same sign were shortened, for the question was too long")
    return question_text(words, markup=False), notes


def _sorted(entry: _Entry) -> tuple[str, list[str], list[str]]:
    """The right option, the wrong ones, and what had to be decided to tell them apart."""
    if not entry.answers:
        raise Unreadable("no line begins with '^'", "write the answer after '^'")
    if len(entry.answers) > 1:
        raise Unreadable("two lines begin with '^'", "keep one, and give every question its own '#Q'")
    answer = tidy(" ".join(entry.answers[0]))
    options = [tidy(" ".join(option)) for option in entry.options]
    if not answer:
        raise Unreadable("the answer is empty", "write the answer after '^'")
    exact = [option for option in options if look(option) == look(answer)]
    meant = exact[0] if exact else _lettered_as(answer, entry.letters, options) or _meant(answer, options)
    if meant is None:
        note = f"the answer '{answer[:MAX_OPTION]}' is not among the options; it was added to them"
        return answer, options, [note] if options else []
    note = f"the answer '{answer[:MAX_OPTION]}' was taken for the option '{meant[:MAX_OPTION]}'"
    wrong = [option for option in options if option is not meant]
    return meant, wrong, [] if exact or _loose(meant) == _loose(answer) else [note]


def _lettered_as(answer: str, letters: list[str], options: list[str]) -> str | None:
    """The option that an answer of one letter names, unless options are of one letter as well."""
    if letters.count(answer) != 1 or any(len(option) == 1 for option in options):
        return None
    return options[letters.index(answer)] or None


def _meant(answer: str, options: list[str]) -> str | None:
    """The one option that an answer written a little otherwise means, or None where none is like it."""
    found = {option: _likeness(answer, option) for option in options[:MAX_OPTIONS]}
    doubtful = [option for option in found if found[option] > _DOUBTFUL]
    meant = [option for option in doubtful if found[option] > _MEANT]
    if len(meant) == 1:
        return meant[0]
    if doubtful:
        what = f"the answer '{answer[:MAX_OPTION]}' is not among the options"
        raise Unreadable(what, f"did you mean '{doubtful[0]}'?")
    return None


def _likeness(answer: str, option: str) -> float:
    """From 0 to 1: 1 for the same letters, or where one of the two has lost its end."""
    one, other = _loose(answer), _loose(option)
    if one == other:
        return 1.0 if one else 0.0
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _LONG and longer.startswith(shorter):
        return 1.0
    if len(longer) > 2 * MAX_OPTION or _figures(one) != _figures(other):
        return 0.0
    return likeness(one, other)


def _figures(text: str) -> list[str]:
    return [letter for letter in text if letter.isdigit()]


def _loose(text: str) -> str:
    """Letters and figures alone, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
