"""Finds misspelt keys of a pack that can mean one key only; changes nothing itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from quizgame.content.authoring.edits import Change, Edit, Source
from quizgame.content.likeness import likeness, nearest
from quizgame.content.nodes import List, Map, Node, Text
from quizgame.content.packs import questions as pack_questions
from quizgame.content.packs import read as packs

_CLEARLY = 0.05
"""By so much (of 1, equal) the nearest known key must be nearer than the next one."""

_QUOTES = ("'", '"')


def of_pack(root: Map, source: Source) -> Iterator[Edit]:
    """Edits for the keys at the top of the file."""
    for key, meant in _meant(root, packs.HEADER_KEYS).items():
        value = root.get(key.value)
        # A single question without a list has a key `question` too, and that is something else.
        if isinstance(value, List) == (meant == "questions") and not isinstance(value, Map):
            yield from _respelt(key, meant, source)


def of_questions(root: Map, source: Source) -> Iterator[Edit]:
    """Edits for the keys of the questions, where they read no worse with them."""
    for entry in entries(root):
        meant = _meant(entry, pack_questions.QUESTION_KEYS)
        if meant and _reads_no_worse(entry, meant):
            for key, name in meant.items():
                yield from _respelt(key, name, source)


def entries(root: Map) -> Iterator[Map]:
    """The maps in the list of questions."""
    listed = root.get("questions")
    for item in listed.items if isinstance(listed, List) else ():
        if isinstance(item, Map):
            yield item


def renamed(node: Map, names: Mapping[Text, str]) -> Map:
    """The map with other names for some of its keys."""
    fields = tuple((key._replace(value=names.get(key, key.value)), value) for key, value in node.fields)
    return Map(fields, node.line, node.column)


def _meant(node: Map, known: Collection[str]) -> dict[Text, str]:
    """The unknown keys of a map with the known ones they can only mean."""
    present = {key.value for key, _ in node.fields}
    found = {
        key: meant
        for key, _ in node.fields
        if key.value not in known and (meant := _only_one(key.value, known)) and meant not in present
    }
    how_often = Counter(found.values())
    return {key: meant for key, meant in found.items() if how_often[meant] == 1}


def _only_one(word: str, known: Collection[str]) -> str | None:
    first = nearest(word, known)
    second = nearest(word, [name for name in known if name != first])
    typed = word.strip().casefold()
    if first is None or (second and likeness(typed, first) - likeness(typed, second) < _CLEARLY):
        return None
    return first


def _reads_no_worse(entry: Map, names: Mapping[Text, str]) -> bool:
    before, after = _codes(entry), _codes(renamed(entry, names))
    return after.total() <= before.total() and after["mixed-kinds"] <= before["mixed-kinds"]


def _codes(entry: Map) -> Counter[str]:
    questions: tuple[Text, Node] = (Text("questions", 1, 1), List((entry,), 1, 1))
    _, problems = packs.read_pack(Map((questions,), 1, 1), "", "pack", "pack")
    return Counter(problem.code for problem in problems)


def _respelt(key: Text, name: str, source: Source) -> Iterator[Edit]:
    """The edit, where the key stands in the file letter for letter, in quotes or without."""
    start = source.offset(key.line, key.column)
    start += source.text.startswith(_QUOTES, start)
    if source.text.startswith(key.value, start):
        change = Change(key.line, key.column, key.value, name)
        yield Edit(start, start + len(key.value), name, change)
