"""Makes PyYAML's scanner in Python read what libyaml reads; knows no content, imports no YAML library.

The two disagree over question marks in brackets, tabs between words, and directives: what one of them takes
the other refuses. What a pack means must not depend on which of them a system has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_BREAK = re.compile(r"\r\n|\r|\n")
_GAP = re.compile(r"[ \t\r\n]*")
_SPACES, _BLANKS = re.compile(r" *"), re.compile(r"[ \t]*")
_COMMENT = re.compile(r"#[^\r\n\0]*")
_WORDS_IN_LINES = re.compile(r"(?:[^ \t\r\n\0:]|:(?![ \t\r\n\0]))+")
_WORDS_IN_BRACKETS = re.compile(r"(?:[^ \t\r\n\0:,\[\]{}]|:(?![ \t\r\n\0,?\[\]{}]))+")
_LOST_COLON = re.compile(r":[,?\[\]{}]")
_DOCUMENT_MARK = re.compile(r"(?:---|\.\.\.)[ \t\r\n\0]")
_BLOCK_SIGNS = re.compile(r"(?P<chomp>[+-])?(?P<indent>[1-9])?(?P<after>[+-])?")
_KNOWN_DIRECTIVES = ("YAML", "TAG")
_READ_VERSIONS = ((1, 1), (1, 2))
_HALVES = re.compile("[\ud800-\udfff]")


class Refused(ValueError):
    """What libyaml refuses and PyYAML would take; the words and marks are those of PyYAML's errors."""

    def __init__(self, context: str, began: Any, problem: str, mark: Any) -> None:
        super().__init__(problem)
        self.context, self.context_mark = context, began
        self.problem, self.problem_mark = problem, mark


class LikeLibyaml:
    """Stands before a loader of PyYAML; the text must be free of `characters.FORBIDDEN`."""

    scalar_token: Any
    buffer: str
    pointer: int
    index: int
    line: int
    column: int
    indent: int
    flow_level: int
    allow_simple_key: bool
    get_mark: Callable[[], Any]

    def scan_to_next_token(self) -> None:
        """Over blanks, comments and line breaks; a tab may stand wherever it cannot be indentation."""
        while True:
            may_be_tab = self.flow_level or not self.allow_simple_key
            self._take(_BLANKS if may_be_tab else _SPACES)
            self._take(_COMMENT)
            if not self._take(_BREAK):
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> Any:
        """A text without quotes."""
        began = ended = self.get_mark()
        words = _WORDS_IN_BRACKETS if self.flow_level else _WORDS_IN_LINES
        text = gap = ""
        while not self._ends_here():
            found = self._take(words)
            if found:
                text += _folded(gap) + found
                ended = self.get_mark()
            if self.flow_level and _LOST_COLON.match(self.buffer, self.pointer):
                raise Refused("while scanning a plain scalar", began, "found unexpected ':'", self.get_mark())
            gap = self._gap(began)
            if not gap or (not self.flow_level and self.column <= self.indent):
                break
        if _BREAK.search(gap):
            self.allow_simple_key = True
        return self.scalar_token(text, True, began, ended)

    def scan_block_scalar_indicators(self, _: Any) -> tuple[bool | None, int | None]:
        """What follows a '|' or '>': whether the last line breaks stay, and how far the text is indented."""
        signs = _BLOCK_SIGNS.match(self.buffer, self.pointer)
        assert signs is not None
        # Of two signs the second is left for whoever looks for the end of the line.
        both = signs["chomp"] and signs["after"]
        self._move(signs.group()[:-1] if both else signs.group())
        chomp = signs["chomp"] or signs["after"]
        return (chomp == "+") if chomp else None, int(signs["indent"]) if signs["indent"] else None

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> Any:
        """The rest of the line on which a '|' or '>' stands."""
        self._take(_BLANKS)
        return super().scan_block_scalar_ignored_line(start_mark)  # type: ignore[misc]

    def scan_block_scalar_indentation(self) -> Any:
        """Up to the first words of a text below a '|' or '>', which show how far it is indented."""
        began, found = self.get_mark(), super().scan_block_scalar_indentation()  # type: ignore[misc]
        self._refuse_tab(began)
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """Line breaks and indentation in a text below a '|' or '>'."""
        began, found = self.get_mark(), super().scan_block_scalar_breaks(indent)  # type: ignore[misc]
        if self.column < indent:
            self._refuse_tab(began)
        return found

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:
        """A piece of a text in quotes."""
        pieces = super().scan_flow_scalar_non_spaces(double, start_mark)  # type: ignore[misc]
        if any(_HALVES.search(piece) for piece in pieces):
            problem = "found invalid Unicode character escape code"
            raise Refused("while parsing a quoted scalar", start_mark, problem, self.get_mark())
        return pieces

    def scan_directive_name(self, start_mark: Any) -> Any:
        """The name after a '%'."""
        name = super().scan_directive_name(start_mark)  # type: ignore[misc]
        if name not in _KNOWN_DIRECTIVES:
            problem = "found unknown directive name"
            raise Refused("while scanning a directive", start_mark, problem, self.get_mark())
        return name

    def scan_yaml_directive_value(self, start_mark: Any) -> Any:
        """The version after '%YAML'."""
        version = super().scan_yaml_directive_value(start_mark)  # type: ignore[misc]
        if version not in _READ_VERSIONS:
            raise Refused("", None, "found incompatible YAML document", start_mark)
        return version

    def _refuse_tab(self, began: Any) -> None:
        if self.buffer[self.pointer] == "\t":
            problem = "found a tab character where an indentation space is expected"
            raise Refused("while scanning a block scalar", began, problem, self.get_mark())

    def _ends_here(self) -> bool:
        at_mark = self.column == 0 and _DOCUMENT_MARK.match(self.buffer, self.pointer)
        return bool(at_mark) or self.buffer[self.pointer] == "#"

    def _gap(self, began: Any) -> str:
        """Blanks and line breaks between words; a tab must not stand where a line is indented."""
        found = _GAP.match(self.buffer, self.pointer)
        assert found is not None
        _first, *lines = _BREAK.split(found.group())
        for number, line in enumerate(lines, 1):
            tab = line.find("\t")
            if 0 <= tab <= self.indent:
                self.line, self.column = self.line + number, tab
                problem = "found a tab character that violates indentation"
                raise Refused("while scanning a plain scalar", began, problem, self.get_mark())
        self._move(found.group())
        return found.group()

    def _take(self, pattern: re.Pattern[str]) -> str:
        """What stands here, if it is of this form, and on to what follows it."""
        found = pattern.match(self.buffer, self.pointer)
        text = found.group() if found is not None else ""
        self._move(text)
        return text

    def _move(self, text: str) -> None:
        self.pointer += len(text)
        self.index += len(text)
        self.column += len(text)
        breaks = _BREAK.findall(text)
        if breaks:
            self.line += len(breaks)
            self.column = len(_BREAK.split(text)[-1])


def _folded(gap: str) -> str:
    """What a gap between words becomes: one line break is a blank, of more the first is dropped."""
    breaks = len(_BREAK.findall(gap))
    return gap if not breaks else "\n" * (breaks - 1) or " "
