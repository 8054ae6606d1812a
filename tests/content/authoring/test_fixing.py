"""What `check --fix` makes of a pack: right keys and ids, and not another byte changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.authoring import respelling
from quizgame.content.authoring.edits import Change
from quizgame.content.authoring.fixing import Fixed, fixed
from quizgame.content.nodes import Map
from quizgame.content.packs.read import read_pack
from quizgame.content.reader import read
from quizgame.quiz.question import Question

PACK = """\
# yaml-language-server: $schema=pack.schema.json
pack:   Mine    # the title

questions:   # all of them

# about the first
- Question: Which city is Heat set in?  # easy
  Anwser: 'Los Angeles'
  wrongs: [Chicago,   Miami, "New York"]\x20\x20
  # and so much for that

# about the second
- {"question": "Heat, the film, is long.", "answer": true}
-   question: >
      Who plays
      Eady?

    choices:
    - Amy Brenneman   # right
    - Ashley Judd
    answer: Amy Brenneman
"""
MENDED = """\
# yaml-language-server: $schema=pack.schema.json
pack:   Mine    # the title

questions:   # all of them

# about the first
- question: Which city is Heat set in?  # easy
  answer: 'Los Angeles'
  wrong: [Chicago,   Miami, "New York"]\x20\x20
  id: which-city-is-heat-set-in-97237626
  # and so much for that

# about the second
- {"id": "heat-the-film-is-long-ee37b132", "question": "Heat, the film, is long.", "answer": true}
-   question: >
      Who plays
      Eady?

    choices:
    - Amy Brenneman   # right
    - Ashley Judd
    answer: Amy Brenneman
    id: who-plays-eady-f9b236c5
"""
BOM = b"\xef\xbb\xbf"


def fix(text: str) -> str:
    return fixed(text.encode(), "pack.yaml").data.decode()


def questions(data: bytes) -> dict[str, Question]:
    node, problems = read(data, "pack.yaml")
    assert node is not None
    assert problems == []
    return {one.question.id: one.question for one in read_pack(node, "pack.yaml", "p", "p")[0].questions}


def one(lines: str) -> str:
    return f"pack: P\nquestions:\n{lines}"


def test_keys_are_spelt_right_and_ids_put_in_and_nothing_else_is_touched() -> None:
    assert fix(PACK) == MENDED


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", BOM], ids=["", "bom"])
@pytest.mark.parametrize("last", [True, False], ids=["", "no-last-line-end"])
def test_line_ends_and_byte_order_marks_stay(end: str, mark: bytes, last: bool) -> None:
    def written(text: str) -> bytes:
        return mark + (text if last else text[:-1]).replace("\n", end).encode()

    assert fixed(written(PACK), "pack.yaml").data == written(MENDED)


def test_every_change_is_told_with_its_place() -> None:
    assert fixed(PACK.encode(), "pack.yaml").changes == (
        Change(7, 3, "Question", "question"),
        Change(8, 3, "Anwser", "answer"),
        Change(9, 3, "wrongs", "wrong"),
        Change(7, 3, "", "which-city-is-heat-set-in-97237626"),
        Change(13, 3, "", "heat-the-film-is-long-ee37b132"),
        Change(14, 5, "", "who-plays-eady-f9b236c5"),
    )


def test_the_ids_are_those_that_the_questions_had_already() -> None:
    good = one("- {question: Is it Heat?, answer: true}\n- question: Is it Ali?\n  answer: false\n")
    assert questions(fix(good).encode()) == questions(good.encode())


def test_the_header_is_mended_first_and_then_what_it_hid() -> None:
    assert fix("Pack: P\nQuestons:\n- Question: Is it?\n  answer: true\n") == (
        "pack: P\nquestions:\n- question: Is it?\n  answer: true\n  id: is-it-1cd270f5\n"
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("'anwser': true", "'answer': true"),
        ('"Answer": true', '"answer": true'),
        ("answer : true\n  explaination: E", "answer : true\n  explain: E"),
        ("answer: true\n  Level: 2", "answer: true\n  level: 2"),
        ("answer: true\n  souce: S", "answer: true\n  source: S"),
        ("answr: true", "answer: true"),
        ("acept: [x]\n  other: y", "accept: [x]\n  others: y"),
        ("orders: [a, b, c]", "order: [a, b, c]"),
        ("awnsers: [a, b]\n  worng: c", "answers: [a, b]\n  wrong: c"),
    ],
)
def test_what_can_mean_one_key_only_becomes_it(wrong: str, right: str) -> None:
    mended = fix(one(f"- question: Is it?\n  {wrong}\n"))
    assert re.sub(r"\n  id: .*", "", mended) == one(f"- question: Is it?\n  {right}\n")


@pytest.mark.parametrize(
    "lines",
    [
        "- question: Is it?\n  hint: no\n  answer: true\n",  # like no other key
        "- question: Is it?\n  answer: true\n  anwser: false\n",  # the right one is there
        "- question: Is it?\n  Answer: true\n  ANSWER: false\n",  # two for one
        "- question: Is it?\n  accept: [x]\n  wrongs: [y]\n",  # two kinds of question
        '- question: Is it?\n  "answ\\x65rr": true\n',  # not there letter for letter
    ],
)
def test_what_is_in_doubt_stays(lines: str) -> None:
    assert fixed(one(lines).encode(), "pack.yaml") == Fixed(one(lines).encode())


def test_a_key_that_is_near_to_two_others_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(respelling, "_CLEARLY", 0.2)
    text = one("- question: Is it?\n  answr: true\n")
    assert fix(text) == text


def test_one_question_without_its_list_does_not_become_a_list() -> None:
    text = "pack: P\nquestion: Is it?\nanswer: true\n"
    assert fix(text) == text


@pytest.mark.parametrize(
    "data", [b"", b"pack: [\n", b"\xff\xfe", b"- a\n", b"a: &x b\n", b"pack: P\x07\n", b"a: 1\na: 2\n"]
)
def test_what_cannot_be_read_is_left_alone_and_says_so(data: bytes) -> None:
    after = fixed(data, "pack.yaml")
    assert (after.data, after.changes) == (data, ())
    assert after.refused


@pytest.mark.parametrize(
    "lines",
    [
        '- question: Is it?\n  answer: true\n  explain: "E\n  # no comment"\n',
        "- question: Is it?\n  answer: true\n  explain: |+\n    E\n\n\n- question: And?\n  answer: true\n",
        "- question: Is it?\n  answer: true\n  explain: |\n    E\n    # no comment\n",
    ],
)
def test_where_below_is_no_safe_place_the_id_comes_first(lines: str) -> None:
    mended = fix(one(lines))
    assert mended.startswith("pack: P\nquestions:\n- id: is-it-1cd270f5\n  question: Is it?\n")
    assert questions(mended.encode()) == questions(one(lines).encode())


def test_a_question_that_cannot_be_played_gets_no_id() -> None:
    text = one("- question: Is it?\n  answer: maybe\n")
    assert fix(text) == text


def test_a_question_that_stands_there_twice_gets_its_id_once() -> None:
    twice = one("- question: Is it?\n  answer: true\n- question: Is it?\n  answer: true\n")
    assert fix(twice).count("id: ") == 1


WORDS = st.sampled_from(
    ["Is it?", "'It''s: so'", '"a \\"b\\" c"', "|\n    two\n    lines", ">-\n    folded", "été 日本 👍"]
)
KEYS = st.sampled_from(["answer", "Answer", "anwser", "'answer'", '"Anwser"'])
REST = st.sampled_from(
    [
        "",
        "  # a comment\n",
        "\n\n",
        "  level: 2\n",
        "  Level: 2  # high\n",
        "  explain: |\n    E\n    # e\n",
        "  id: own\n",
    ]
)
BLOCKS = st.builds(
    lambda comment, gap, words, key, rest: f"{comment}-{gap}question: {words}\n  {key}: true\n{rest}",
    st.sampled_from(["", "# before\n", "\n"]), st.just(" "), WORDS, KEYS, REST,
)  # fmt: skip
FLOWS = st.builds(
    lambda key, more: f"- {{question: Is it so?, {key}: true{more}}}\n",
    KEYS,
    st.sampled_from(["", ", level: 2", ",\n   explain: E", " "]),
)
PACKS = st.builds(
    lambda title, entries, end, mark, tail: (
        mark + (title + "".join(entries) + tail).replace("\n", end).encode()
    ),
    st.sampled_from(["pack: P\nquestions:\n", "Pack: P\n# x\nquestons:  \n", "questions:\n"]),
    st.lists(st.one_of(BLOCKS, FLOWS), min_size=1, max_size=4),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([b"", BOM]),
    st.sampled_from(["", "# the end", "...\n", "\n\n"]),
)


@settings(max_examples=200, deadline=None)
@given(PACKS)
def test_fixing_again_changes_nothing_and_nothing_is_lost(data: bytes) -> None:
    once = fixed(data, "pack.yaml")
    twice = fixed(once.data, "pack.yaml")
    assert (twice.data, twice.changes) == (once.data, ())
    node, problems = read(data, "pack.yaml")
    if problems or not isinstance(node, Map):
        assert once.data == data
        return
    assert len(questions(once.data)) >= len(questions(data))
    assert questions(data).keys() <= questions(once.data).keys()
    assert without_ids(once) == with_keys(data, once)


def without_ids(after: Fixed) -> str:
    """What was made, less the ids that were put in."""
    text = after.data.decode()
    for own in (change.now for change in after.changes if not change.was):
        text, count = re.subn(rf"\r?\n *id: {own}\b|id: {own}(?:\r?\n *|, )", "", text)
        assert count == 1
    return text


def with_keys(data: bytes, after: Fixed) -> str:
    """What there was, with each misspelt key replaced where it stands."""
    lines = data.decode("utf-8-sig").split("\n")
    for change in sorted(after.changes, reverse=True):
        start = lines[change.line - 1][: change.column - 1]
        rest = lines[change.line - 1][change.column - 1 :]
        if change.was:
            lines[change.line - 1] = start + rest.replace(change.was, change.now, 1)
    return (BOM.decode() if data.startswith(BOM) else "") + "\n".join(lines)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60), st.lists(st.integers(0, 400), max_size=3), st.binary(max_size=3))
def test_damage_is_never_made_worse(data: bytes, places: list[int], put: bytes) -> None:
    broken = PACK.encode()
    for place in places:
        broken = broken[:place] + put + broken[place + len(put) :]
    for mangled in (data, broken):
        once = fixed(mangled, "pack.yaml")
        assert fixed(once.data, "pack.yaml").data == once.data
        if not once.changes:
            assert once.data == mangled
