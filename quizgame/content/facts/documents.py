"""The source documents as paragraphs of words; knows nothing of facts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgame import ordinary
from quizgame.content.facts.factfile import Source
from quizgame.content.nodes import Text
from quizgame.content.problems import Problem
from quizgame.content.wording import holds, words

Paragraph = tuple[str, ...]
_MOST_BYTES = 20_000_000  # of a document; the rest of a longer one is not looked at


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its text, and its paragraphs (lines that are not blank) as words."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    def with_all(self, terms: Sequence[str]) -> tuple[Paragraph, ...]:
        """The paragraphs in which all terms stand."""
        wanted = [words(term) for term in terms]
        return tuple(one for one in self.paragraphs if all(holds(one, term) for term in wanted))


def document(text: str) -> Document:
    """A document from its text."""
    return Document(text, tuple(words(line) for line in text.splitlines() if line.strip()))


def read_documents(sources: Sequence[Source], folder: Path) -> tuple[dict[str, Document], list[Problem]]:
    """The documents that could be read, by source id; missing or changed ones are problems."""
    found: dict[str, Document] = {}
    problems: list[Problem] = []
    for source in sources:
        try:
            data = ordinary.read(folder / source.name.value, _MOST_BYTES)
            found[source.id.value] = document(data.decode("utf-8-sig"))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8"
            what = f"{source.name.value} cannot be read: {reason}"
            remedy = f"put the document into {folder}"
            problems.append(_problem(source, source.name, "no-document", what, remedy))
            continue
        if hashlib.sha256(data).hexdigest() != source.sha256.value:
            what = f"{source.name.value} is not the document the facts were taken from: its SHA-256 differs"
            remedy = "use the original, or check every fact anew and write down the new SHA-256"
            problems.append(_problem(source, source.sha256, "sha256", what, remedy))
    return found, problems


def _problem(source: Source, at: Text, code: str, what: str, remedy: str) -> Problem:
    return Problem(source.file, at.line, at.column, code, what, remedy)
