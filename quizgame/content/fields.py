"""Takes the fields of one map by name and type and reports what does not fit; knows no question."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quizgame.content.characters import is_damaged, look
from quizgame.content.likeness import nearest
from quizgame.content.nodes import List, Map, Node, Text
from quizgame.content.problems import Problem

YES = ("yes", "true")
NO = ("no", "false")
_BREAKS = re.compile(r"[ \t]*[\t\r\n][ \t\r\n]*")
INTEGER = re.compile(r"-?[0-9]{1,9}")
_MOST_ALIKE = 10  # problems of one kind in one map or list; a file made to annoy could have 100,000


class Fields:
    """The fields of one map; what does not fit is appended to `problems` and makes `ok` False.

    A value that the reader has reported already (`characters.DAMAGED`) is not reported again. `known`
    holds the keys that are allowed; the others are reported at once.
    """

    def __init__(self, node: Map, file: str, problems: list[Problem], known: Collection[str]) -> None:
        self.node = node
        self.ok = True
        self._file = file
        self._problems = problems
        self._meant: set[str] = set()
        self._values = {key.value: value for key, value in node.fields}
        unknown = [key for key, _ in node.fields if key.value not in known]
        for key in unknown[:_MOST_ALIKE]:
            self._unknown(key, known)
        self._many_more("unknown-key", unknown, "unknown keys")

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def problem(self, at: Node, code: str, what: str, remedy: str = "") -> None:
        """Report an error at the place of a node."""
        self.ok = False
        if not (isinstance(at, Text) and is_damaged(at.value)):
            self._problems.append(Problem(self._file, at.line, at.column, code, what, remedy))

    def text(self, key: str, required: bool = False, limit: int | None = None) -> Text | None:
        """A text that is not empty, its line breaks turned into blanks; `limit` counts characters."""
        node = self._get(key, required)
        return None if node is None else self._text(node, f"'{key}'", limit)

    def texts(self, key: str, required: bool = False, limit: int | None = None) -> list[Text]:
        """A list of texts, empty where one does not fit; a text alone counts as a list of one."""
        node = self._get(key, required)
        if node is None:
            return []
        if isinstance(node, Map):
            self._wrong_shape(node, key, "a list of texts", f"write '{key}: [one, two]'")
            return []
        items = node.items if isinstance(node, List) else (node,)
        if not items:
            self.problem(node, "empty", f"'{key}' is an empty list", "write at least one text in it")
        texts = [self._text(item, f"a text in '{key}'", limit) for item in items]
        good = [text for text in texts if text is not None]
        return good if len(good) == len(texts) else []

    def lists(self, key: str) -> list[list[Text]]:
        """The lists of texts in a list; a list of texts alone counts as a list of one list."""
        node = self._get(key, True)
        if not isinstance(node, List) or not any(isinstance(item, List) for item in node.items):
            return [self.texts(key, required=True)]
        found = []
        for item in node.items:
            row = item.items if isinstance(item, List) else (item,)
            if not row:
                self.problem(item, "empty", f"a list in '{key}' is empty", "write at least one text in it")
            texts = [self._text(one, f"a text in '{key}'", None) for one in row]
            found.append([text for text in texts if text is not None])
        return found

    def integer(self, key: str, low: int, high: int, required: bool = False) -> int | None:
        """A whole number from `low` to `high`, both included."""
        node = self._get(key, required)
        if node is None:
            return None
        if isinstance(node, Text) and INTEGER.fullmatch(node.value) and low <= int(node.value) <= high:
            return int(node.value)
        wanted = f"a whole number from {low} to {high}"
        self.problem(
            node, "number", f"'{key}' must be {wanted}{_but_is(node)}", f"write for example '{key}: {low}'"
        )
        return None

    def figure(self, key: str, required: bool = False) -> Text | None:
        """A whole number of at most nine figures, as it was typed."""
        node = self._get(key, required)
        return None if node is None else self._figure(node, f"'{key}'")

    def figures(self, key: str, required: bool = False) -> list[Text]:
        """A list of whole numbers as they were typed, empty where one does not fit."""
        node = self._get(key, required)
        if node is None:
            return []
        if not isinstance(node, List) or not node.items:
            self._wrong_shape(node, key, "a list of numbers", f"write for example '{key}: [1980, 2000]'")
            return []
        found = [self._figure(item, f"a number in '{key}'") for item in node.items]
        good = [text for text in found if text is not None]
        return good if len(good) == len(found) else []

    def pairs(self, key: str, required: bool = False, limit: int | None = None) -> list[tuple[Text, Text]]:
        """The keys and values of a map as texts, empty where one does not fit."""
        node = self._get(key, required)
        if node is None:
            return []
        if not isinstance(node, Map):
            self._wrong_shape(node, key, "pairs", f"write for example '{key}: {{one: another}}'")
            return []
        name = f"a text in '{key}'"
        found = [
            (self._text(left, name, limit), self._text(right, name, limit)) for left, right in node.fields
        ]
        good = [(left, right) for left, right in found if left is not None and right is not None]
        return good if len(good) == len(found) else []

    def flag(self, key: str, required: bool = False) -> bool | None:
        """True for yes and true, False for no and false, in any letter case; None where there is none."""
        node = self._get(key, required)
        if node is None:
            return None
        word = node.value.strip().casefold() if isinstance(node, Text) else ""
        if word in YES or word in NO:
            return word in YES
        self.problem(
            node, "flag", f"'{key}' must be yes or no{_but_is(node)}", f"write '{key}: yes' or '{key}: no'"
        )
        return None

    def map(self, key: str, required: bool = False) -> Map | None:
        """A map of keys and values."""
        node = self._get(key, required)
        if node is None or isinstance(node, Map):
            return node
        self._wrong_shape(
            node, key, "keys with values", f"write '{key}:' and below it, indented, 'key: value'"
        )
        return None

    def list(self, key: str, required: bool = False) -> List | None:
        """A list of whatever."""
        node = self._get(key, required)
        if node is None or isinstance(node, List):
            return node
        self._wrong_shape(node, key, "a list", f"write '{key}:' and below it lines that begin with '- '")
        return None

    def maps(self, key: str, required: bool = False) -> tuple[Map, ...]:
        """The maps of a list; anything else in it is reported and left out."""
        node = self.list(key, required)
        items = node.items if node is not None else ()
        others = [item for item in items if not isinstance(item, Map)]
        for item in others[:_MOST_ALIKE]:
            self._not_a_map(item, key)
        self._many_more("shape", others, f"entries of '{key}' that are no keys with values")
        return tuple(item for item in items if isinstance(item, Map))

    def _get(self, key: str, required: bool) -> Node | None:
        node = self._values.get(key)
        if node is None and key in self._meant:
            self.ok = False
        elif node is None and required:
            self.problem(self.node, "missing-key", f"'{key}' is missing", f"add a line '{key}: ...'")
        return node

    def _text(self, node: Node, name: str, limit: int | None) -> Text | None:
        if not isinstance(node, Text):
            self.problem(
                node,
                "shape",
                f"{name} must be one text{_but_is(node)}",
                "put quotes round a text that contains signs like [ or :",
            )
            return None
        value = node.value.strip()
        if not value.isprintable():
            value = _BREAKS.sub(" ", value)
        if is_damaged(value):
            self.ok = False
        elif not value or not (value.isascii() or look(value)):
            self.problem(node, "empty", f"{name} is empty", "write a text after it, or take the line out")
        elif limit is not None and len(value) > limit:
            self.problem(
                node,
                "too-long",
                f"{name} has {len(value)} characters; at most {limit} fit",
                "make it shorter",
            )
        else:
            return node if value == node.value else Text(value, node.line, node.column)
        return None

    def _figure(self, node: Node, name: str) -> Text | None:
        if isinstance(node, Text) and INTEGER.fullmatch(node.value):
            return node
        remedy = "write it in figures, without commas and units, for example 1995"
        self.problem(node, "number", f"{name} must be a whole number{_but_is(node)}", remedy)
        return None

    def _wrong_shape(self, node: Node, key: str, wanted: str, remedy: str, before: str = "") -> None:
        self.problem(node, "shape", f"{before}'{key}' must be {wanted}{_but_is(node)}", remedy)

    def _not_a_map(self, item: Node, key: str) -> None:
        glued = isinstance(item, Text) and ":" in item.value
        remedy = "write a blank after the ':' of a key" if glued else "write '- key: value'"
        self._wrong_shape(item, key, "keys with values", remedy, "an entry of ")

    def _many_more(self, code: str, nodes: Sequence[Node], what: str) -> None:
        """One problem for all the nodes beyond those that were named."""
        if (more := len(nodes) - _MOST_ALIKE) > 0:
            remedy = "mend those above first, then check again"
            self.problem(nodes[_MOST_ALIKE], code, f"{more:,} more {what} from here on", remedy)

    def _unknown(self, key: Text, known: Collection[str]) -> None:
        near = nearest(key.value, known)
        self._meant.add(near or "")
        remedy = f"did you mean '{near}'?" if near else f"these are known: {', '.join(sorted(known))}"
        self.problem(key, "unknown-key", f"unknown key {shown(key.value)}", remedy)


def shown(value: str) -> str:
    """A text in quotes on one line, cut where it is long."""
    value = _BREAKS.sub(" ", value)
    short = value if len(value) <= 40 else value[:39] + "…"
    return f"'{short}'"


def _but_is(node: Node) -> str:
    match node:
        case Text(""):
            return ", but it is empty"
        case Text(value):
            return f", but it is {shown(value)}"
        case List():
            return ", but it is a list"
        case _:
            return ", but it has keys of its own"
