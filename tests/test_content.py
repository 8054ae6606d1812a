"""The shipped questions themselves: enough of them, on every level, balanced, true to the documents."""

from __future__ import annotations

import json
import re
from collections import Counter
from math import comb
from pathlib import Path

import pytest

from quizgame import cli, resources
from quizgame.content.facts.evidence import check
from quizgame.content.facts.factfile import Source
from quizgame.content.facts.read import read_facts, read_sources
from quizgame.content.library import Library, load
from quizgame.content.nodes import Node
from quizgame.content.problems import Severity
from quizgame.content.reader import read
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.question import LEVELS, MAX_EXPLANATION, Kind, Question
from quizgame.quiz.spelling import means
from quizgame.quiz.tasks import Match, Number, Several, Typed

TOPICS = ("cast", "heat2", "quotes", "trivia")
FACTS = resources.questions() / "heat"
DOCUMENTS = Path(__file__).parents[2] / "shared" / "documents"
ABBREVIATIONS = re.compile(r"\b(?:Lt|Bros|Co|Mr|Mrs|Dr|St|No|vs|L\.A|U\.S)\.")
SENTENCE_END = re.compile(r"[.?!…][”’\"')]*(?=\s+[^a-z]|\s*$)")

each_topic = pytest.mark.parametrize("topic", TOPICS)


@pytest.fixture(scope="module")
def library() -> Library:
    return load([resources.questions()])


@pytest.fixture(scope="module")
def generated(library: Library) -> list[Question]:
    return [question for question in library.questions() if question.id.startswith("heat/")]


def node(path: Path) -> Node:
    found, problems = read(path.read_bytes(), path.name)
    assert found is not None
    assert not problems
    return found


def sources() -> tuple[Source, ...]:
    return read_sources(node(FACTS / "sources.yaml"), "sources.yaml")[0]


def test_the_shipped_questions_have_no_error(library: Library) -> None:
    assert [str(problem) for problem in library.problems if problem.severity is Severity.ERROR] == []


def test_there_are_enough_questions_about_enough_facts(generated: list[Question]) -> None:
    assert len(generated) >= 200
    assert len({question.fact for question in generated}) >= 80


def test_every_id_is_there_once(generated: list[Question]) -> None:
    ids = Counter(question.id for question in generated)
    assert [id for id, count in ids.items() if count > 1] == []


@each_topic
def test_every_topic_has_questions_about_many_facts_on_every_level(
    topic: str, generated: list[Question]
) -> None:
    some = [question for question in generated if question.topic == topic]
    assert len(some) >= 30
    facts = {level: {question.fact for question in some if question.level == level} for level in LEVELS}
    assert {level: len(found) for level, found in facts.items() if len(found) < 10} == {}


def test_true_and_false_are_balanced(generated: list[Question]) -> None:
    statements = [question.answer for question in generated if question.kind is Kind.TRUE_FALSE]
    assert 0.45 <= statements.count("True") / len(statements) <= 0.55


def test_the_right_option_is_seldom_the_longest(generated: list[Question]) -> None:
    choices = [question for question in generated if question.kind is Kind.CHOICE]
    assert sum(map(longest, choices)) / len(choices) <= 0.30


def longest(question: Question) -> float:
    """How often the right option is longer than the three wrong ones that are dealt of all."""
    shorter = sum(len(option) < len(question.answer) for option in question.wrong)
    return comb(shorter, 3) / comb(len(question.wrong), 3)


def test_every_choice_has_three_to_six_wrong_options(generated: list[Question]) -> None:
    choices = [question for question in generated if question.kind is Kind.CHOICE]
    assert [question.id for question in choices if not 3 <= len(question.wrong) <= 6] == []


def test_every_further_kind_is_asked(generated: list[Question]) -> None:
    kinds = Counter(question.kind for question in generated)
    further = {kind: kinds[kind] for kind in set(Kind) - {Kind.CHOICE, Kind.TRUE_FALSE}}
    assert sum(further.values()) >= 60
    assert {kind: count for kind, count in further.items() if count < 6} == {}


def test_every_round_finds_its_kinds_at_all_its_levels(generated: list[Question]) -> None:
    """Two facts at least for each topic, kind and level that a round of the game may ask for."""
    facts: dict[tuple[str | None, Kind, int], set[str]] = {}
    for question in generated:
        for topic in (question.topic, None):
            facts.setdefault((topic, question.kind, question.level), set()).add(question.fact)
    wanted = {(r.topic, kind, level) for r in THE_SCORE.rounds for kind in r.kinds for level in r.levels}
    assert {want for want in wanted if len(facts.get(want, ())) < 2} == set()


def test_wherever_a_slider_starts_it_is_not_the_answer(generated: list[Question]) -> None:
    numbers = [question for question in generated if isinstance(question.task, Number)]
    middle = {q.id: (q.task.low + q.task.high) // 2 for q in numbers if isinstance(q.task, Number)}
    assert [q.id for q in numbers if q.answer == str(middle[q.id])] == []


def test_nobody_of_the_film_is_a_wrong_name_for_its_cast(generated: list[Question]) -> None:
    cast = {actor for q in generated if q.topic == "cast" for actor in actors(q)}
    asked = [q for q in generated if q.id.startswith("heat/cast/cast-list/")]
    assert len(cast) >= 17
    assert asked
    assert {q.id: cast & set(q.wrong) for q in asked if cast & set(q.wrong)} == {}


def actors(question: Question) -> tuple[str, ...]:
    """Those whom a question calls actors of the film."""
    match question.task:
        case Several(answers) if "/cast-list/" in question.id:
            return answers
        case Match(pairs) if "/roles/" in question.id:
            return tuple(left for left, _ in pairs)
    return (question.answer,) if question.template == "who-plays" else ()


def test_slips_in_typed_answers_are_forgiven_and_no_other_known_answer_gets_through(
    generated: list[Question],
) -> None:
    typed = [q.task for q in generated if isinstance(q.task, Typed)]
    forgiven = [
        means(slip, task.accept, task.others)
        for task in typed for answer in task.accept for slip in slips(answer)
    ]  # fmt: skip
    assert 0.82 <= sum(forgiven) / len(forgiven) <= 0.95
    through = [
        (task.answer, slip)
        for task in typed for other in task.others for slip in (other, *slips(other))
        if means(slip, task.accept, task.others)
    ]  # fmt: skip
    assert through == []


def slips(answer: str) -> list[str]:
    """A letter left out or struck wrongly, and two swapped, at every place."""
    found = []
    for at, letter in enumerate(answer):
        found += [answer[:at] + answer[at + 1 :], answer[:at] + "q" + answer[at + 1 :]]
        found += [answer[:at] + answer[at + 1] + letter + answer[at + 2 :]] if at + 1 < len(answer) else []
    return [slip for slip in found if slip != answer]


def test_the_list_gives_every_kind_with_its_parts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUIZGAME_HOME", str(tmp_path))
    assert cli.run(["list", "--topic", "trivia", "--json"]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    keys = {one["kind"]: set(one.get("task", ())) for one in listed}
    assert keys == {
        "choice": set(), "true/false": set(), "typed": {"accept", "others"},
        "order": {"items"}, "number": {"value", "low", "high"}, "match": {"pairs"},
        "several": {"answers", "wrong"},
    }  # fmt: skip
    assert all(isinstance(one["answer"], str) and isinstance(one["wrong"], list) for one in listed)


def test_every_explanation_is_one_or_two_sentences(generated: list[Question]) -> None:
    bad = {q.fact: q.explain for q in generated if not 1 <= sentences(q.explain) <= 2}
    assert bad == {}
    assert [q.fact for q in generated if len(q.explain) > MAX_EXPLANATION] == []


def sentences(text: str) -> int:
    return len(SENTENCE_END.findall(ABBREVIATIONS.sub("", text)))


@pytest.mark.parametrize(
    ("text", "count"),
    [("One. Two.", 2), ("Lt. Hanna left.", 1), ("L.A. Takedown ran. “It did.” So?", 3), ("No end", 0)],
)
def test_sentences_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert sentences(text) == count


def test_every_source_is_used_and_every_question_has_one(generated: list[Question]) -> None:
    cited = {title for question in generated for title in question.source.split("; ")}
    assert cited == {source.title.value for source in sources()}
    assert len(cited) == 5


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the source documents are not at hand")
def test_every_fact_stands_in_the_documents(generated: list[Question]) -> None:
    files = [read_facts(node(path), path.name)[0] for path in sorted((FACTS / "facts").glob("*.yaml"))]
    problems, checked = check(files, sources(), DOCUMENTS)
    assert [str(problem) for problem in problems] == []
    assert {one.fact for one in checked} >= {question.fact for question in generated}
