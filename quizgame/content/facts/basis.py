"""Reads what single facts and rows of tables have in common; knows no questions and no documents."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgame.content.facts.factfile import Evidence, Fact
from quizgame.content.fields import Fields, shown
from quizgame.content.nodes import Map, Text
from quizgame.content.problems import Problem
from quizgame.quiz.question import LEVELS, MAX_EXPLANATION

KEYS = ("id", "says", "level", "spoiler", "sources", "also", "spelling", "not", "about")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_basis(fields: Fields, file: str, problems: list[Problem], is_explained: bool = True) -> Fact | None:
    """The fact itself; None where something in it does not fit.

    `is_explained` says that the fact must have an explanation of its own.
    """
    id = read_id(fields)
    says = fields.text("says", required=is_explained, limit=MAX_EXPLANATION)
    level = fields.integer("level", LEVELS[0], LEVELS[-1], required=True)
    spoiler = fields.flag("spoiler") or False
    sources = free(fields.map("sources", required=True), file, problems)
    evidence = read_evidence(sources)
    if sources is not None and not sources.node.fields:
        fields.problem(sources.node, "empty", "'sources' is empty", "name a source and its evidence terms")
    also = free(fields.map("also"), file, problems)
    elsewhere = read_evidence(also)
    spelling = free(fields.map("spelling"), file, problems)
    pairs = [(key, spelling.text(key.value)) for key in keys(spelling)] if spelling else []
    never = fields.texts("not")
    about = fields.text("about")
    if (
        id is None
        or (says is None and is_explained)
        or level is None
        or not all_ok((fields, sources, also, spelling))
    ):
        return None
    return Fact(
        id=id,
        says=says or Text("", id.line, id.column),
        level=level,
        spoiler=spoiler,
        evidence=evidence,
        also=elsewhere,
        spelling=tuple((ours, theirs) for ours, theirs in pairs if theirs is not None),
        never=tuple(never),
        about=about,
    )


def read_id(fields: Fields) -> Text | None:
    """The name under `id`: small letters, figures and single hyphens, for it is there for ever."""
    id = fields.text("id", required=True, limit=60)
    return None if id is None else checked_name(fields, id)


def checked_name(fields: Fields, name: Text) -> Text | None:
    """`name` if it may be part of a question's id."""
    if _ID.fullmatch(name.value):
        return name
    what = f"{shown(name.value)} cannot be a name"
    fields.problem(name, "name", what, "use small letters, figures and hyphens: the-coffee-shop")
    return None


def read_evidence(sources: Fields | None) -> tuple[Evidence, ...]:
    """Each source with its terms; a list of lists speaks of several paragraphs of the source."""
    found: list[Evidence] = []
    for key in keys(sources) if sources else []:
        paragraphs = sources.lists(key.value) if sources else []
        found += [Evidence(key, tuple(terms)) for terms in paragraphs]
    return tuple(found)


def free(node: Map | None, file: str, problems: list[Problem]) -> Fields | None:
    """The fields of a map whose keys the author chooses."""
    return None if node is None else Fields(node, file, problems, [key.value for key, _ in node.fields])


def keys(fields: Fields) -> list[Text]:
    """The keys of a map with their places."""
    return [key for key, _ in fields.node.fields]


def all_ok(parts: Iterable[Fields | None]) -> bool:
    """Whether nothing in these maps was reported."""
    return all(part is None or part.ok for part in parts)
