"""Questions to the YAML text of a pack, for people and any YAML tool; knows no file and no check."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from quizgame.content.characters import FORBIDDEN
from quizgame.content.nodes import List, Map, Node, Text
from quizgame.content.packs.questions import derived_id
from quizgame.content.packs.read import MAX_QUESTIONS
from quizgame.content.parsing.decoding import MAX_BYTES
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, Task, TrueFalse, Typed

_WIDTH = 100  # a list that fits stands on one line
_BEGINS = re.compile(r"[^\W_]|[(“‘«¿¡…$€£/]")
_ENDS_A_TEXT = re.compile(r": | #|:$")
_FLOW = re.compile(r"[,\[\]{}:?]")
_OTHER_TYPE = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|~)"  # words that are no texts to YAML 1.1 or 1.2
    r"|[-+]?[\d.][\d_.:,xobEe+\-a-fA-F]*"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?"
)
_SPACES = re.compile(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*")


class Bare(str):
    """What is written as it is: a number, or a word that is no text."""

    __slots__ = ()


Value = str | Sequence[str] | Mapping[str, str]
Entry = Mapping[str, Value]
"""The keys of a question with their values, in the order in which a pack has them."""


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the questions: the lines of the comment, and the keys of a pack ("" for none)."""

    title: str
    author: str = ""
    licence: str = ""
    comment: tuple[str, ...] = ()

    def text(self) -> str:
        """The lines up to and with `questions:`."""
        said = (("pack", self.title), ("author", self.author), ("licence", self.licence))
        lines = [f"# {FORBIDDEN.sub('?', _one_line(line))}".rstrip() for line in self.comment]
        lines += [f"{key}: {scalar(value)}" for key, value in said if value]
        return "\n".join([*lines, "questions:\n"])


def pack(header: Header, entries: Sequence[str]) -> str:
    """The text of a pack."""
    return "".join([header.text(), *entries])


def own_id(question: Question) -> str:
    """The id that a question must be given in its pack; "" where the same one is derived."""
    own = question.id.rpartition("/")[2]
    name = question.picture.name if question.picture else ""
    return "" if own == derived_id(question.text, question.answer, name) else own


def entry_of(question: Question, own: str = "") -> Entry:
    """The keys of a question, `own` being its id in the pack or ""."""
    entry: dict[str, Value] = {"question": question.text, **_task(question.task)}
    entry |= {"topic": question.topic, "level": Bare(question.level)}
    if question.spoiler:
        entry["spoiler"] = Bare("yes")
    name, alt = (question.picture.name, question.picture.alt) if question.picture else ("", "")
    said = {"explain": question.explain, "source": question.source, "id": own, "image": name, "alt": alt}
    return entry | {key: value for key, value in said.items() if value}


def _task(task: Task) -> dict[str, Value]:
    match task:
        case Choice(answer, wrong):
            return {"answer": answer, "wrong": wrong}
        case TrueFalse(truth):
            return {"answer": Bare("true" if truth else "false")}
        case Typed(accept, others):
            return {"accept": accept, "others": others} if others else {"accept": accept}
        case Order(items):
            return {"order": items}
        case Number(value, low, high):
            return {"number": Bare(value), "range": (Bare(low), Bare(high))}
        case Match(pairs):
            return {"match": dict(pairs)}
        case Several(answers, wrong):
            return {"answers": answers, "wrong": wrong}
        case _:
            assert_never(task)


def node_of(entry: Entry, line: int) -> Map:
    """An entry as a reader would find it, all of it on one line of a file."""

    def node(value: Value) -> Node:
        if isinstance(value, str):
            return Text(value, line, 1)
        if isinstance(value, Mapping):
            return Map(tuple((Text(key, line, 1), Text(one, line, 1)) for key, one in value.items()), line, 1)
        return List(tuple(Text(one, line, 1) for one in value), line, 1)

    return Map(tuple((Text(key, line, 1), node(value)) for key, value in entry.items()), line, 1)


def entry_text(entry: Entry) -> str:
    """An entry as it stands in a pack, with a line break at its end."""
    lines = [line for key, value in entry.items() for line in _field(key, value)]
    return "- " + "\n  ".join(lines) + "\n"


def _field(key: str, value: Value) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {scalar(value)}"]
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {scalar(left)}: {scalar(right)}" for left, right in value.items())]
    in_one = f"{key}: [{', '.join(scalar(one, in_flow=True) for one in value)}]"
    return [in_one] if len(in_one) < _WIDTH else [f"{key}:", *(f"- {scalar(one)}" for one in value)]


def scalar(text: str, in_flow: bool = False) -> str:
    """A text as a YAML scalar: plain where every reader takes it for this text, else in quotes."""
    if isinstance(text, Bare):
        return text
    text = _one_line(text)
    if not _needs_quotes(text) and not (in_flow and _FLOW.search(text)):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _needs_quotes(text: str) -> bool:
    return (
        not _BEGINS.match(text)
        or text[-1].isspace()
        or _ENDS_A_TEXT.search(text) is not None
        or _OTHER_TYPE.fullmatch(text) is not None
    )


def _one_line(text: str) -> str:
    return text if text.isprintable() else _SPACES.sub(" ", text)


def parts(header: Header, entries: Sequence[str]) -> list[slice]:
    """Which entries go into which file, as few files as the reader's limits allow."""
    room = MAX_BYTES - len(header.text().encode()) - 1_000  # for a title with a number, and a longer comment
    cuts, size = [0], 0
    for at, entry in enumerate(entries):
        length = len(entry.encode())
        if at - cuts[-1] == MAX_QUESTIONS or (size + length > room and at > cuts[-1]):
            cuts.append(at)
            size = 0
        size += length
    return [slice(start, end) for start, end in zip(cuts, [*cuts[1:], len(entries)], strict=True)]
