"""Packs as they are written: the game and any other YAML reader find in them what was meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.authoring import packfile, proof
from quizgame.content.authoring.packfile import Header, entry_of, entry_text, own_id, scalar
from quizgame.content.packs.read import MAX_QUESTIONS, read_pack
from quizgame.content.parsing.decoding import MAX_BYTES
from quizgame.content.reader import read
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Match, Typed
from tests.content.any_question import lines, packs
from tests.content.authoring import core_yaml

HEADER = Header("Night: a 'pack'", "A. N. Author", "CC BY 4.0", ("first line", "- a file.txt (Aiken)"))


def text_of(questions: Sequence[Question], header: Header = HEADER) -> str:
    return packfile.pack(header, [entry_text(entry_of(one, own_id(one))) for one in questions])


def read_back(text: str, pure: bool = False) -> list[Question]:
    node, problems = read(text.encode(), "p.yaml", pure=pure)
    assert not problems
    assert node is not None
    pack, problems = read_pack(node, "p.yaml", "p")
    assert not problems
    assert (pack.title, pack.author, pack.licence) == (HEADER.title, HEADER.author, HEADER.licence)
    return [replace(placed.question, pack="") for placed in pack.questions]


@given(packs())
@settings(max_examples=150, deadline=None)
def test_the_game_reads_back_what_was_written(questions: list[Question]) -> None:
    text = text_of(questions)
    assert read_back(text) == questions
    assert proof.faults(text, "p.yaml", questions) == []


@given(packs())
@settings(max_examples=40, deadline=None)
def test_both_parsers_read_the_same(questions: list[Question]) -> None:
    assert read_back(text_of(questions), pure=True) == questions


@given(st.lists(lines(), min_size=1, max_size=5, unique=True))
@settings(max_examples=150, deadline=None)
def test_every_reader_of_yaml_finds_the_same_texts(texts: list[str]) -> None:
    """Those of YAML 1.1 and 1.2, which take much for numbers, dates and truths, and one that does not."""
    entry: dict[str, packfile.Value] = {
        "question": texts[0],
        "wrong": texts,
        "match": dict.fromkeys(texts, texts[0]),
    }
    written = entry_text(entry)
    for loaded in (yaml.safe_load(written), yaml.load(written, yaml.BaseLoader), core_yaml.load(written)):
        assert loaded == [entry]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Los Angeles", "Los Angeles"),
        ("McDonald's", "McDonald's"),
        ("1995", '"1995"'),
        ("No", '"No"'),
        ("1:30", '"1:30"'),
        ("Dog Day Afternoon: 1975", '"Dog Day Afternoon: 1975"'),
        ('He said "go"', 'He said "go"'),
        ('"Go"', "'\"Go\"'"),
        ("'Go' it\\'s", "'''Go'' it\\''s'"),
        ("- one", '"- one"'),
        ("C# is", "C# is"),
        ("C #1", '"C #1"'),
        ("end ", '"end "'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


PLEASANT = f"""\
# first line
# - a file.txt (Aiken)
pack: "Night: a 'pack'"
author: A. N. Author
licence: CC BY 4.0
questions:
- question: Who?
  answer: Nate
  wrong: ["Neil, the boss", Eady]
  topic: cast
  level: 2
  explain: So.
  source: The film.
  id: one
- question: Match.
  match:
    a: "1"
    b: "yes"
    c: d e
  topic: trivia
  level: 1
  spoiler: yes
  id: x
- question: Type.
  accept:
  - {"x" * 60}
  - {"y" * 60}
  topic: trivia
  level: 3
  id: "y"
"""


def test_a_pack_is_pleasant_to_read() -> None:
    questions = [
        Question("p/one", "Who?", Choice("Nate", ("Neil, the boss", "Eady")), "cast", 2, "So.", "The film."),
        Question("p/x", "Match.", Match((("a", "1"), ("b", "yes"), ("c", "d e"))), spoiler=True),
        Question("p/y", "Type.", Typed(("x" * 60, "y" * 60)), level=3),
    ]
    assert text_of(questions) == PLEASANT


def test_a_comment_cannot_break_out_of_its_line() -> None:
    comment = ("evil\nquestions: []", "turn \u202e round", "zero \0")
    assert Header("T", comment=comment).text() == (
        "# evil questions: []\n# turn ? round\n# zero ?\npack: T\nquestions:\n"
    )


@pytest.mark.parametrize(
    ("number", "files"), [(1, 1), (MAX_QUESTIONS, 1), (MAX_QUESTIONS + 1, 2), (12_000, 3)]
)
def test_no_file_has_more_questions_than_the_game_reads(number: int, files: int) -> None:
    entries = [f"- question: Number {at}?\n" for at in range(number)]
    found = packfile.parts(HEADER, entries)
    assert [entry for one in found for entry in entries[one]] == entries
    assert len(found) == files
    assert all(one.stop - one.start <= MAX_QUESTIONS for one in found)


@given(st.lists(st.integers(20, 900_000), min_size=1, max_size=12))
@settings(max_examples=30, deadline=None)
def test_no_file_is_bigger_than_the_game_reads(sizes: list[int]) -> None:
    entries = ["é" * (size // 2) for size in sizes]
    found = packfile.parts(HEADER, entries)
    assert [entry for one in found for entry in entries[one]] == entries
    assert all(len(packfile.pack(HEADER, entries[one]).encode()) <= MAX_BYTES for one in found)


def test_the_proof_finds_a_pack_that_is_not_what_was_meant() -> None:
    meant = [Question("p/one", "Who?", Choice("Nate", ("Neil", "Eady")))]
    text = text_of(meant)
    assert [problem.code for problem in proof.faults(text.replace("Eady", "Trejo"), "p", meant)] == ["proof"]
    assert proof.faults(text.replace("answer", "anwser"), "p", meant)[0].code == "unknown-key"
    assert proof.faults("", "p", meant)[0].code == "empty"
