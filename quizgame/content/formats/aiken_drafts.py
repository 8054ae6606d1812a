"""An Aiken file cut into its questions, line by line; judges none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_OPTION = re.compile(r"\(?([A-Za-z])([.)\]])\s*(.*)")
_ANSWER = re.compile(
    r"(?:(?:correct\s+)?ans(?:wers?)?|correct)\s*[:=\uff1a]\s*(.*)|answer\s+(\(?[A-Z]\)?)\.?", re.IGNORECASE
)
_EXPLANATION = re.compile(r"(?:feedback|explanation|rationale|reason)\s*:\s*(.*)", re.IGNORECASE)

_RULE = re.compile(r"([-=*#~])\1{2,}")

_FAR = 30  # lines in which the options of a question have begun


@dataclass(slots=True)
class Draft:
    """A question as far as it was written down, on a line of the file."""

    line: int = 0
    words: list[str] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)
    answer: str | None = None
    explain: str = ""
    style: str = ""

    @property
    def is_begun(self) -> bool:
        return bool(self.line)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    after_blank: bool


def drafts(text: str) -> Iterator[Draft]:
    """The questions of a file in its order, whole or not."""
    return _Cutter(_lines(text)).drafts()


def _lines(text: str) -> list[_Line]:
    lines = []
    blank = False
    for number, line in enumerate(text.split("\n"), 1):
        words = "" if _RULE.fullmatch(line.strip()) else line.strip()
        if words:
            lines.append(_Line(number, words, blank))
        blank = not words
    return lines


class _Cutter:
    """Goes through the lines once; `loose` are those behind an option of which the next line must decide."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = lines
        self._draft = Draft()
        self._loose: list[_Line] = []

    def drafts(self) -> Iterator[Draft]:
        for index, line in enumerate(self._lines):
            if self._draft.answer is not None:
                if self._explains(line):
                    continue
                yield self._next()
            yield from self._take(index, line)
        if self._loose:
            yield from self._settle(begins=True)
        if self._draft.is_begun:
            yield self._draft

    def _take(self, index: int, line: _Line) -> Iterator[Draft]:
        answer, option = _ANSWER.fullmatch(line.text), _OPTION.match(line.text)
        if answer:
            yield from self._settle(begins=False)
            self._begin(line)
            self._draft.answer = (answer[1] if answer[1] is not None else answer[2]).strip()
        elif option and self._is_option(index, option[1], option[2]):
            yield from self._settle(begins=option[1] in "Aa")
            self._begin(line)
            self._draft.style = self._draft.style or _style(option[1], option[2])
            self._draft.options.append((option[1].upper(), option[3]))
        elif self._draft.options:
            self._loose.append(line)
        else:
            if line.after_blank and self._draft.words:
                yield self._next()
            self._begin(line)
            self._draft.words.append(line.text)

    def _begin(self, line: _Line) -> None:
        self._draft.line = self._draft.line or line.number

    def _next(self) -> Draft:
        draft, self._draft = self._draft, Draft()
        return draft

    def _explains(self, line: _Line) -> bool:
        found = None if line.after_blank else _EXPLANATION.fullmatch(line.text)
        if found and not self._draft.explain:
            self._draft.explain = found[1]
        return found is not None

    def _settle(self, begins: bool) -> Iterator[Draft]:
        """The loose lines go on with the last option, or begin a question of their own."""
        loose, self._loose = self._loose, []
        if not loose:
            return
        if begins or loose[0].after_blank:
            yield self._next()
            for line in loose:
                if line.after_blank and self._draft.words:
                    yield self._next()
                self._begin(line)
                self._draft.words.append(line.text)
        else:
            letter, words = self._draft.options[-1]
            self._draft.options[-1] = (letter, " ".join([words, *(line.text for line in loose)]))

    def _is_option(self, index: int, letter: str, sign: str) -> bool:
        draft = self._draft
        if draft.options:
            return _style(letter, sign) == draft.style or self._is_next(letter) or letter == "A"
        if draft.words and not self._lines[index].after_blank:
            return letter in "Aa" or sign != "." or self._opens(index, sign)
        return letter in "Aa" and not self._comes_again(index, letter)

    def _comes_again(self, index: int, letter: str) -> bool:
        """Whether the next option has this letter too, so that this line, an initial perhaps, is none."""
        for line in self._lines[index + 1 : index + _FAR]:
            option = _OPTION.match(line.text)
            if option or _ANSWER.fullmatch(line.text):
                return option is not None and option[1] == letter
        return False

    def _opens(self, index: int, sign: str) -> bool:
        """Whether the options from this line on are A, B and so on, each once, though in another order."""
        letters: list[str] = []
        for line in self._lines[index : index + _FAR]:
            option = _OPTION.match(line.text)
            if _ANSWER.fullmatch(line.text):
                break
            if option and option[2] == sign:
                if option[1] in letters:
                    return False
                letters.append(option[1])
        return len(letters) > 1 and sorted(letters) == [chr(ord("A") + at) for at in range(len(letters))]

    def _is_next(self, letter: str) -> bool:
        last = self._draft.options[-1][0]
        return letter.upper() == chr(ord(last) + 1) and letter.isupper() == self._draft.style[0].isupper()


def _style(letter: str, sign: str) -> str:
    """How the letter of an option is written: in which case, and before which sign."""
    return ("A" if letter.isupper() else "a") + sign
