"""Builds nodes from YAML events and reports what may not stand in a file; imports no YAML library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from quizgame.content.characters import DAMAGED, FORBIDDEN, describe
from quizgame.content.nodes import List, Map, Node, Text
from quizgame.content.problems import Problem

MAX_DEPTH = 12
MAX_PROBLEMS = 100

_new: Any = tuple.__new__
_MERGE = "<<"
_IN_QUOTES = ("'", '"')


class Stop(Exception):
    """Nothing after this event is read."""


class Broken(Exception):
    """The entry that is being read cannot be read to its end; later ones perhaps can."""


class Unfinished:
    """A list or map that is still being filled; `in_lines` where it is written without brackets."""

    __slots__ = ("column", "damaged", "fields", "in_lines", "is_map", "items", "key", "line")

    def __init__(self, event: Any, line: int, column: int, damaged: bool) -> None:
        self.is_map = event.__class__.__name__ == "MappingStartEvent"
        self.in_lines = not event.flow_style
        self.line = line
        self.column = column
        self.damaged = damaged
        self.items: list[Node] = []
        self.fields: dict[str, tuple[Text, Node]] = {}
        self.key: Text | None = None

    @property
    def wants_key(self) -> bool:
        """Whether what comes next is a key."""
        return self.is_map and self.key is None

    def add(self, node: Node) -> None:
        """A list's next item, or the value of a map's present key; a second value of a key is dropped."""
        if not self.is_map:
            self.items.append(node)
        elif self.key is not None:
            self.fields.setdefault(self.key.value, (self.key, node))
            self.key = None

    def closed(self) -> Node:
        """The finished node."""
        if self.damaged:
            return Text(DAMAGED, self.line, self.column)
        if self.is_map:
            return Map(tuple(self.fields.values()), self.line, self.column)
        return List(tuple(self.items), self.line, self.column)


class Builder:
    """Takes events with `take`; `root` is the first document as far as it was read.

    `first_line` is the line of the file on which the events' line 1 lies; `suspicious` says that a text might
    contain forbidden characters. Written for speed in `take`, which sees every text of a file.
    """

    def __init__(
        self, file: str, problems: list[Problem], first_line: int = 1, suspicious: bool = True
    ) -> None:
        self.root: Node | None = None
        self.open: list[Unfinished] = []
        self.line = first_line
        self.column = 1
        self.first_line = first_line
        self._file = file
        self._suspicious = suspicious
        self._problems = problems
        self._documents = 0
        self._on = {
            "MappingStartEvent": self._start,
            "SequenceStartEvent": self._start,
            "MappingEndEvent": self._end,
            "SequenceEndEvent": self._end,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document,
        }

    def take(self, next_event: Callable[[], Any], scalar: type[Any], pieces: Iterator[int]) -> None:
        """Use the events of a YAML parser up to its None, as long as there are `pieces` left.

        `scalar` is the class of the events that are texts. Raises Stop where reading must end and Broken
        where this entry ends, in both cases with the problem appended.
        """
        suspicious, first, opened = self._suspicious, self.first_line, self.open
        for _ in pieces:
            event = next_event()
            if event.__class__ is not scalar:
                if event is None:
                    return
                self._take_other(event)
                continue
            value = self._checked(event) if suspicious or event.tag or event.anchor else event.value
            mark = event.start_mark
            # What Text(...) does, without its call.
            text: Text = _new(Text, (value, mark.line + first, mark.column + 1))
            if not opened:
                self.root = text
                continue
            top = opened[-1]
            key = top.key
            if key is not None:
                # What `add` does, without the call.
                top.fields.setdefault(key[0], (key, text))
                top.key = None
            elif not top.is_map:
                top.items.append(text)
            elif value in top.fields or (value == _MERGE and event.style not in _IN_QUOTES):
                top.key = self._refused_key(text, top)
            else:
                top.key = text

    def report(self, code: str, what: str, remedy: str) -> None:
        """Append a problem at the present place; raises Stop after MAX_PROBLEMS of them."""
        place = (self._file, self.line, self.column)
        if len(self._problems) >= MAX_PROBLEMS:
            more = f"more than {MAX_PROBLEMS} problems; the rest of the file was not read"
            self._problems.append(Problem(*place, "too-many", more, "mend these first, then check again"))
            raise Stop
        self._problems.append(Problem(*place, code, what, remedy))

    def refuse_rest(self, event: Any) -> None:
        """Report that reading ends before this event, and raise Stop."""
        self._at(event)
        what = "the file is made of far too many pieces; from here on it is not read"
        self.report("too-many", what, "split it into several files")
        raise Stop

    def close(self, keep: int) -> None:
        """End the document early: the outer `keep` lists and maps stay as far as they are filled."""
        for dropped in reversed(range(keep, len(self.open))):
            del self.open[dropped]
            self.open[-1].key = None
        while self.open:
            self._place(self.open.pop().closed())

    def _take_other(self, event: Any) -> None:
        use = self._on.get(event.__class__.__name__)
        if use is not None:
            self._at(event)
            use(event)

    def _at(self, event: Any) -> None:
        mark = event.start_mark
        self.line, self.column = mark.line + self.first_line, mark.column + 1

    def _checked(self, event: Any) -> str:
        """A text that is more than plain ASCII: itself, or the mark of what had to be taken out."""
        self._at(event)
        if event.tag is not None or event.anchor is not None:
            self._refuse_decoration(event)
            return DAMAGED
        found = FORBIDDEN.search(event.value)
        if found is None:
            return str(event.value)
        # The mark itself was put there, and reported, before the YAML was read.
        if found.group() != DAMAGED:
            what = f"this text contains {describe(found.group())}"
            self.report(
                "character", what, "take the character out, or write what you mean in visible letters"
            )
        return DAMAGED

    def _refused_key(self, key: Text, top: Unfinished) -> Text:
        self.line, self.column = key.line, key.column
        if key.value == _MERGE:
            self.report("merge-key", "merge keys ('<<') are not allowed", "write the fields out in full")
        elif key.value != DAMAGED:
            first, value = top.fields[key.value]
            what = f"the key {key.value!r} stands here twice; the first is on line {first.line}"
            self.report("duplicate-key", what, "keep one of the two")
            # Nobody can say which was meant; but a whole list of questions is not thrown away.
            if isinstance(value, Text):
                top.fields[key.value] = (first, Text(DAMAGED, value.line, value.column))
        return Text(DAMAGED, key.line, key.column)

    def _refuse_decoration(self, event: Any) -> None:
        if event.tag is not None:
            what = "tags (words that begin with '!') are not allowed"
            self.report("tag", what, "put quotes round a text that begins with '!'")
        else:
            what = "anchors (words that begin with '&') are not allowed"
            remedy = "put quotes round a text that begins with '&', and write repeated values out"
            self.report("anchor", what, remedy)

    def _alias(self, event: Any) -> None:
        what = "aliases (words that begin with '*') are not allowed"
        remedy = "put quotes round a text that begins with '*', and write repeated values out"
        self.report("alias", what, remedy)
        self._place(Text(DAMAGED, self.line, self.column))

    def _start(self, event: Any) -> None:
        if len(self.open) >= MAX_DEPTH:
            what = f"lists and maps are nested more than {MAX_DEPTH} deep"
            self.report("too-deep", what, "a pack needs four levels; take brackets or indentation away")
            raise Broken
        decorated = event.tag is not None or event.anchor is not None
        if decorated:
            self._refuse_decoration(event)
        # A mark on the whole pack or on its list of questions is reported, but costs no question.
        self.open.append(Unfinished(event, self.line, self.column, decorated and len(self.open) > 1))

    def _end(self, event: Any) -> None:
        frame = self.open.pop()
        self.line, self.column = frame.line, frame.column
        node = frame.closed()
        if self.open and self.open[-1].wants_key and not isinstance(node, Text):
            self.report("key", "a key must be a text, not a list or a map", "write 'key: value'")
        self._place(node)

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node
        elif self.open[-1].wants_key:
            self.open[-1].key = Text(DAMAGED, node.line, node.column)
        else:
            self.open[-1].add(node)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            what = "a second document begins here ('---'); only the first one is read"
            self.report("second-document", what, "take the '---' line out, or make a second file of it")
            raise Stop
        if event.tags:
            self.report("directive", "%TAG directives are not allowed", "take the line out")
