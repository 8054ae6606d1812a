"""The schema of packs says what the reader says, but for a list of things that no schema can know."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame import cli, resources
from quizgame.content.authoring import schema
from quizgame.content.authoring.schema_words import KEYS
from quizgame.content.options import MAX_OPTIONS
from quizgame.content.packs import questions as pack_questions
from quizgame.content.packs import read as packs
from quizgame.content.problems import Problem, Severity
from quizgame.content.reader import read
from tests.content.authoring.core_yaml import load

AUTHORS = resources.questions() / "README.md"
CORPUS = Path(__file__).parents[4] / "shared" / "hostile"
SCHEMA = json.loads(schema.printed())
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)

# What the reader refuses and a schema cannot: (code, pattern of what is said), and why.
BEYOND = (
    ("same-id|same-option", "", "a schema compares values, and the reader compares what texts look like"),
    ("answer", "", "a schema cannot look for one value in another list"),
    ("outside-range|range", "lie between|backwards|wide", "a schema cannot compare two numbers"),
    ("too-many", "options", "a schema counts one list, and the reader counts right and wrong together"),
    ("empty", "needs words|can type|says nothing", "a schema knows no letters from signs"),
    ("no-picture|picture-name|picture", "", "a schema sees no files"),
    (
        "number|id",
        r"'\+|\.0'|'0[xo]|'True'|'False'",
        "YAML knows several forms of a value, of which we take one",
    ),
)

# What the schema refuses and the reader takes: a word without quotes that YAML calls nothing.
# Neither can it count the figures of what it takes for a number.
HUGE = re.compile(r"[0-9]{101}")
STRICTER = re.compile(r"(?:^|[\s\[{,])(?:null|Null|NULL|~)(?:$|[\s\]},])", re.MULTILINE)


def is_beyond(problem: Problem) -> bool:
    return any(
        re.fullmatch(codes, problem.code) and re.search(what, problem.what) for codes, what, _ in BEYOND
    )


def reader_errors(text: str) -> list[Problem] | None:
    """The errors in what the YAML says; None where the YAML is refused: no schema's matter."""
    node, problems = read(text.encode(), "pack.yaml")
    if problems or node is None:
        return None
    found = packs.read_pack(node, "pack.yaml", "pack", "pack")[1]
    return [problem for problem in found if problem.severity is Severity.ERROR]


def disagreement(text: str, value: object) -> str:
    """Where reader and schema differ without a reason; "" where they agree."""
    errors = reader_errors(text)
    if errors is None or HUGE.search(text):
        return ""
    refusals = [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(value)]
    if refusals and not errors and not STRICTER.search(text):
        return f"only the schema refuses: {refusals}"
    missed = [str(problem) for problem in errors if not is_beyond(problem)]
    return f"only the reader refuses: {missed}" if missed and not refusals else ""


def pack(question: str) -> str:
    return f"pack: P\nquestions:\n- {question}\n"


def blocks(info: str) -> list[str]:
    return re.findall(rf"^```{info}\n(.*?)^```$", AUTHORS.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def each_question(text: str) -> list[str]:
    """The questions of a pack as packs of their own: one mistake then hides no other."""
    return [f"questions:\n- question:{part}" for part in text.split("\n- question:")[1:]]


def test_it_is_a_schema_of_draft_7() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_the_file_beside_the_questions_is_the_one_that_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["schema"]) == 0
    printed = capsys.readouterr().out
    assert (resources.questions() / schema.FILE).read_text("utf-8") == printed, (
        f"make it anew: quizgame schema > questions/{schema.FILE}"
    )


def test_it_has_the_keys_of_the_reader_and_words_for_each() -> None:
    questions = SCHEMA["definitions"]["question"]["properties"]
    assert set(questions) == set(pack_questions.QUESTION_KEYS)
    assert SCHEMA["properties"]["questions"]["maxItems"] == packs.MAX_QUESTIONS
    assert set(SCHEMA["properties"]) == set(packs.HEADER_KEYS)
    assert set(KEYS) == {*questions, *SCHEMA["properties"]}


@pytest.mark.parametrize("text", blocks("yaml"))
def test_the_examples_of_the_handbook_are_valid(text: str) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(load(text))] == []


@pytest.mark.parametrize("text", [one for text in blocks("yaml mistakes") for one in each_question(text)])
def test_the_mistakes_of_the_handbook_are_judged_alike(text: str) -> None:
    try:
        value = load(text)
    except yaml.YAMLError:
        return
    assert disagreement(text, value) == ""


CASES = sorted(CORPUS.glob("*/*.yaml")) if CORPUS.is_dir() else []


@pytest.mark.skipif(not CASES, reason="there is no ../shared/hostile beside this checkout")
@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_hostile_packs_are_judged_alike(path: Path) -> None:
    data = path.read_bytes()
    node, problems = read(data, str(path))
    if problems or node is None:
        return
    text = data.decode("utf-8-sig")
    assert disagreement(text, load(text)) == ""


@pytest.mark.parametrize(
    "question",
    [
        "{question: Q, answer: true}",
        "{question: Q, answer: TRUE}",
        "{question: Q, answer: 'fALSe'}",
        "{question: Q, answer: 1995, wrong: [1996, 1997.5, no, yes, -3, 1:30, 007]}",
        "{question: Q, answer: on, wrong: off}",
        "{question: 1984, answer: false, level: 2}",
        "{question: Q, answer: true, level: '3', spoiler: Yes, id: 7, topic: 1995, source: 2}",
        "{question: Q, accept: 1138}",
        "{question: Q, accept: [true, 12], others: no}",
        "{question: Q, order: [1, 2, 3]}",
        "{question: Q, number: -5, range: ['-10', 10]}",
        "{question: Q, match: {1: true, 2: false, 3: maybe}}",
        "{question: Q, answers: [1, 2], wrong: 3}",
        "{question: Q, choices: [1, true], answer: true}",
    ],
)
def test_what_authors_type_is_valid(question: str) -> None:
    text = pack(question)
    assert reader_errors(text) == []
    assert [error.message for error in VALIDATOR.iter_errors(load(text))] == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("{question: Q, anwser: true, answer: true}", "'anwser' was unexpected"),
        ("{question: Q, accept: [x], wrong: [y]}", "False schema does not allow ['y']"),
        ("{question: Q, answer: maybe}", "'maybe' does not match"),
        ("{question: Q}", "'answer' is a required property"),
        ("{question: Q, number: 5}", "'range' is a required property"),
        ("{question: Q, answer: true, level: 4}", "4 is greater than the maximum of 3"),
        ("{question: Q, order: [a, b]}", "['a', 'b'] is too short"),
        ("{question: Q, answer: true, explain: }", "None is not of type"),
        ("{question: Q, answer: true, image: a.png}", "'alt' is a dependency of 'image'"),
    ],
)
def test_what_an_editor_says_is_one_thing_and_the_right_one(question: str, told: str) -> None:
    errors = [error.message for error in VALIDATOR.iter_errors(load(pack(question)))]
    assert len(errors) == 1
    assert told in errors[0]


@pytest.mark.parametrize(("key", "most"), [("wrong", MAX_OPTIONS - 1), ("choices", MAX_OPTIONS)])
def test_the_number_of_options_is_limited(key: str, most: int) -> None:
    for number in (most, most + 1):
        options = [f"option {count}" for count in range(number)]
        answer = "option 0" if key == "choices" else "another"
        value = {"questions": [{"question": "Q", "answer": answer, key: options}]}
        assert VALIDATOR.is_valid(value) == (number == most)
        assert (reader_errors(json.dumps(value)) == []) == (number == most)


KINDS: tuple[dict[str, object], ...] = (
    {"question": "Who?", "answer": "Hanna", "wrong": ["Neil", "Nate"]},
    {"question": "Who?", "answer": "Hanna", "choices": ["Hanna", "Neil", "Nate"]},
    {"question": "He is.", "answer": True},
    {"question": "Who?", "accept": ["Hanna"], "others": ["Eady"]},
    {"question": "Sort.", "order": ["Hanna", "Neil", "Nate"]},
    {"question": "When?", "number": 1995, "range": [1980, 2000]},
    {"question": "Match.", "match": {"a": "Hanna", "b": "Neil", "c": "Nate"}},
    {"question": "Which?", "answers": ["Hanna", "Neil"], "wrong": ["Nate"]},
)
NAMES = [f"name {number}" for number in range(205)]
VALUES: tuple[object, ...] = (
    *("Hanna", "True", "no", "0", "2", "4", "1995", "x-1", "First Film", "60 million", "", "  ", "?"),
    *("n" * most for most in (60, 61, 80, 81, 100, 101, 120, 121, 200, 201, 300, 301, 400, 401)),
    *(0, 2, 4, -5, 1995, 2.5, 10**9, True, False, None),
    *(NAMES[:count] for count in (*range(8), 19, 20, 21, 201)),
    *([1980, 2000], [1990], [2000, 1980], [1, 2, 3], ["Hanna", None], [["a"]], [{"a": "b"}]),
    *(dict(zip(NAMES, NAMES[:count], strict=False)) for count in (2, 3, 6, 7)),
    *({"a": "x", "b": "y", "c": None}, {"a": "x", "b": "y", "c": ["z"]}, {" ": "x", "b": "y", "c": "z"}),
)
ONE_KEY = [*sorted(pack_questions.QUESTION_KEYS), "zzz"]


def judged(questions: object, **header: object) -> str:
    # JSON is YAML; and its values are the very ones that an editor's server makes of it.
    value = {"questions": questions, **header}
    return disagreement(json.dumps(value), value)


@pytest.mark.parametrize("whole", KINDS, ids="-".join)
def test_any_one_change_to_a_question_is_judged_alike(whole: dict[str, object]) -> None:
    for key in ONE_KEY:
        without = {name: value for name, value in whole.items() if name != key}
        changed = [without, *(without | {key: value} for value in VALUES)]
        assert {json.dumps(one): found for one in changed if (found := judged([one]))} == {}


@pytest.mark.parametrize("key", ["pack", "author", "licence", "questions", "titel"])
def test_any_one_change_to_a_header_is_judged_alike(key: str) -> None:
    for value in VALUES:
        assert judged(**{"questions": list(KINDS), key: value}) == ""


QUESTIONS = st.builds(
    lambda whole, more, less: {name: value for name, value in (whole | more).items() if name not in less},
    st.sampled_from(KINDS),
    st.dictionaries(st.sampled_from(ONE_KEY), st.sampled_from(VALUES), max_size=4),
    st.sets(st.sampled_from(ONE_KEY), max_size=2),
)


@settings(max_examples=200, deadline=None)
@given(QUESTIONS)
def test_any_question_is_judged_alike(question: dict[str, object]) -> None:
    assert judged([question]) == ""
