"""The documents of the project: their examples work, what they name is there, what they count is so."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quizgame import cli, resources
from quizgame.content import options
from quizgame.content.checks import lint
from quizgame.content.facts import evidence, factfile
from quizgame.content.facts.read import read_facts, read_sources
from quizgame.content.generating import contest, generate
from quizgame.content.library import load, load_files
from quizgame.content.nodes import Node
from quizgame.content.packs import questions as asked
from quizgame.content.packs import read as packs
from quizgame.content.parsing import decoding
from quizgame.content.reader import read
from quizgame.quiz import question
from quizgame.quiz.modes import THE_SCORE
from tests.command_names import COMMANDS
from tests.picture_samples import with_pictures

CHECKOUT = Path(__file__).parents[1]
README, AUTHORS = CHECKOUT / "README.md", CHECKOUT / "questions" / "README.md"
DOCUMENTS = (README, CHECKOUT / "ARCHITECTURE.md", CHECKOUT / "CHANGELOG.md", AUTHORS)
TEXTS = CHECKOUT.parent / "shared" / "documents"
REAL_SOURCES = resources.questions() / "heat" / "sources.yaml"
PICTURE_MOST = 350_000  # bytes

FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(\n?(?P<to>[^)]+)\)")
MISTAKE = re.compile(r"#(?P<blanks> *)\^ (?P<code>[a-z0-9-]+): (?P<what>.+)")
CODE_SPAN = re.compile(r"`([^`\n]+)`")
TYPED = re.compile(r"(?:uv run |python3 )?(?P<program>quizgame|play\.py) (?P<word>[a-z]+)")
ROW = re.compile(r"^\| `([^`]+)`", re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
OPTION = re.compile(r"--[a-z-]+")
MACHINE = re.compile(r"/(?:work|tmp|home|root|mnt|Users|opt)/|\b[A-Z]:\\")
WARNED = re.compile(r"\bwarning\(\s*\"([a-z-]+)\"")
REPORTED = re.compile(r"_?problem\((?:\s*[\w.()\[\]]+,)*\s*\"([a-z0-9-]+)\"")

pytestmark = pytest.mark.skipif(not README.exists(), reason="the documents are part of a checkout")


class Example(NamedTuple):
    """A fenced block: where it stands, the words after its fence, and the text inside."""

    where: str
    info: str
    text: str


def examples(path: Path, info: str) -> list[Example]:
    """The fenced blocks of a document that carry just these words."""
    text = path.read_text("utf-8") if path.exists() else ""
    return [
        Example(f"{path.parent.name}-{text.count(chr(10), 0, found.start()) + 1}", info, found["text"])
        for found in FENCE.finditer(text)
        if found["info"].strip() == info
    ]


def prose(path: Path) -> str:
    """A document without its fenced blocks."""
    return FENCE.sub("", path.read_text("utf-8"))


def section(path: Path, heading: str) -> str:
    """What stands below a heading, up to the next one of any level."""
    return prose(path).split(f" {heading}\n", 1)[1].split("\n#", 1)[0]


PACKS = [*examples(README, "yaml"), *examples(AUTHORS, "yaml")]
MISTAKES = examples(AUTHORS, "yaml mistakes")
FACTS = examples(AUTHORS, "yaml facts")
SOURCES = examples(AUTHORS, "yaml sources")


def each(found: list[Example]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("example", found, ids=[example.where for example in found])


every_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: f"{p.parent.name}-{p.stem}")


def nodes(text: str) -> Node:
    found, problems = read(text.encode(), "example.yaml")
    assert found is not None
    assert [str(problem) for problem in problems] == []
    return found


def test_every_yaml_example_is_tried_by_a_test() -> None:
    infos = {found["info"].strip() for path in DOCUMENTS for found in FENCE.finditer(path.read_text("utf-8"))}
    tried = {example.info for example in (*PACKS, *MISTAKES, *FACTS, *SOURCES)}
    assert {info for info in infos if info.startswith("yaml")} == tried


@each(PACKS)
def test_every_pack_is_read_without_a_problem_or_a_warning(example: Example, tmp_path: Path) -> None:
    with_pictures(tmp_path / "my-pack.yaml", example.text)
    found = load([resources.questions(), tmp_path])
    assert [str(problem) for problem in found.problems] == []
    own = [
        placed for pack in found.packs for placed in pack.questions if placed.file.startswith(str(tmp_path))
    ]
    assert len(own) == example.text.count("- question:")


@each(MISTAKES)
def test_every_mistake_is_named_as_the_page_says(example: Example, tmp_path: Path) -> None:
    path = tmp_path / "my-pack.yaml"
    path.write_text(example.text, "utf-8")
    problems = [p for p in load_files([path]).problems if p.severity == "error"]
    found = sorted((p.line, p.column, p.code, p.what) for p in problems)
    assert found == sorted(announced(example.text))


def announced(text: str) -> Iterator[tuple[int, int, str, str]]:
    """The problems that comments announce: each speaks of the last line above it that is no comment."""
    spoken_of = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            spoken_of = number
        elif mistake := MISTAKE.fullmatch(line):
            yield spoken_of, len(mistake["blanks"]) + 2, mistake["code"], mistake["what"]


@each(FACTS)
def test_every_fact_example_makes_questions_without_a_problem(example: Example, tmp_path: Path) -> None:
    heat = tmp_path / "heat"
    (heat / "facts").mkdir(parents=True)
    (heat / "sources.yaml").write_bytes(REAL_SOURCES.read_bytes())
    (heat / "facts" / "example.yaml").write_text(example.text, "utf-8")
    found = load([tmp_path])
    assert [str(problem) for problem in found.problems] == []
    assert found.questions()


def test_ids_of_questions_that_the_page_names_come_from_its_examples() -> None:
    files = [read_facts(nodes(example.text), "example.yaml")[0] for example in FACTS]
    made, _ = generate.questions("heat", files, real_sources())
    named = set(re.findall(r"`(heat/[a-z0-9-]+(?:/[a-z0-9-]+)+)`", AUTHORS.read_text("utf-8")))
    assert named
    assert named - {one.id for one in made} == set()


def real_sources() -> tuple[factfile.Source, ...]:
    return read_sources(nodes(REAL_SOURCES.read_text("utf-8")), "sources.yaml")[0]


@each(SOURCES)
def test_every_source_example_is_one_of_the_real_ones(example: Example) -> None:
    assert read_sources(nodes(example.text), "example.yaml")[1] == []
    assert example.text.removeprefix("sources:\n") in REAL_SOURCES.read_text("utf-8")


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the source documents are not at hand")
@each(FACTS)
def test_every_fact_example_stands_in_the_documents(example: Example) -> None:
    file, _ = read_facts(nodes(example.text), "example.yaml")
    problems, checked = evidence.check([file], real_sources(), TEXTS)
    assert [str(problem) for problem in problems] == []
    assert checked


def test_the_limits_are_those_of_the_reader() -> None:
    assert dict(re.findall(r"^\| (.+?) \| (\d+ ?\w*) \|$", section(AUTHORS, "Limits"), re.MULTILINE)) == {
        "a file": f"{decoding.MAX_BYTES // 1_000_000} MB",
        "questions in a pack": f"{packs.MAX_QUESTIONS}",
        "a question": f"{question.MAX_QUESTION} characters",
        "an option": f"{question.MAX_OPTION} characters",
        "options of a question": f"{options.MAX_OPTIONS}",
        "an explanation": f"{question.MAX_EXPLANATION} characters",
        "a source": f"{asked.MAX_SOURCE} characters",
        "a title, an author, a licence": f"{packs.MAX_TITLE} characters",
        "a topic, an id": f"{asked.MAX_NAME} characters",
    }


def test_the_page_lists_every_warning_there_is() -> None:
    warned = {"no-title", "picture-ending", *WARNED.findall(inspect.getsource(lint))}
    assert set(ROW.findall(section(AUTHORS, "Warnings"))) == warned


def test_the_page_lists_every_reason_to_refuse_a_generated_question() -> None:
    source = inspect.getsource(contest) + inspect.getsource(generate)
    refused = {"too-many-wrong", *REPORTED.findall(source)} - {"too-long"}  # a limit like those of packs
    assert set(ROW.findall(section(AUTHORS, "What is refused"))) == refused


def test_every_key_that_is_known_is_explained() -> None:
    pack = "zzz: 1\npack: P\nquestions:\n- {zzz: 1}\n"
    fact_file = (
        "topic: t\nfacts:\n- {zzz: 1, questions: {a: {zzz: 1}, b: {claim: c, zzz: 1}}}\n"
        "tables:\n- {zzz: 1, columns: {a: b}, templates: {a: {zzz: 1}, b: {claim: c, zzz: 1}}, "
        "rows: [{zzz: 1}]}\n"
    )
    problems = packs.read_pack(nodes(pack), "p.yaml", "p")[1] + read_facts(nodes(fact_file), "f.yaml")[1]
    lists = [found.help for found in problems if found.code == "unknown-key"]
    assert len(lists) == 9
    known = {key for found in lists for key in found.removeprefix("these are known: ").split(", ")}
    text = AUTHORS.read_text("utf-8")
    assert [key for key in sorted(known - {"a"}) if not re.search(f"`{key}[`:]", text)] == []


def test_the_rounds_are_those_of_the_game() -> None:
    rows = re.findall(r"^\| \d (.+?) \| (.+?) \| ([\d, ]+) \|$", prose(AUTHORS), re.MULTILINE)
    levels = {title: (topic.strip("`"), figures) for title, topic, figures in rows}
    assert levels == {
        round.title: (round.topic or "any", ", ".join(map(str, round.levels))) for round in THE_SCORE.rounds
    }
    misses = re.findall(r"^\| \d (.+?) \|.*\| (\d+)(?: heat)? \|$", prose(README), re.MULTILINE)
    heat = map(str, THE_SCORE.rules.wrong_heat)
    assert dict(misses) == dict(zip((round.title for round in THE_SCORE.rounds), heat, strict=True))


def test_there_are_as_many_questions_as_the_readme_promises() -> None:
    promised = re.search(r"More than (\d+) questions", README.read_text("utf-8"))
    assert promised
    assert len(load([resources.questions()]).questions()) > int(promised[1])


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_gives_a_command_with_its_options(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spans = re.findall(rf"`quizgame {command}\b[^`]*`", section(README, "Command line"))
    assert spans
    assert cli.run([command, "--help"]) == 0
    options = set(OPTION.findall(capsys.readouterr().out)) - {"--help"}
    assert set(OPTION.findall(" ".join(spans))) == options


def test_the_readme_leaves_no_command_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0
    assert re.findall(r"^    ([a-z]+) {2,}", capsys.readouterr().out, re.MULTILINE) == list(COMMANDS)


@every_document
def test_every_command_that_a_document_names_is_there(path: Path) -> None:
    found = [match for typed in spoken(path) if (match := TYPED.match(typed))]
    allowed = {"quizgame": COMMANDS, "play.py": (*COMMANDS, "test", "bench")}
    assert [match[0] for match in found if match["word"] not in allowed[match["program"]]] == []


def spoken(path: Path) -> list[str]:
    """What a document would have a reader type: its code spans and the lines of its shell blocks."""
    lines = [line for example in examples(path, "sh") for line in example.text.splitlines()]
    return [*CODE_SPAN.findall(prose(path)), *lines]


@every_document
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    links = [link["to"] for link in LINK.finditer(prose(path))]
    found = [to for to in links if not to.startswith("https://")]
    assert [to for to in found if not leads_somewhere(path, to)] == []


def leads_somewhere(path: Path, to: str) -> bool:
    file, _, heading = to.partition("#")
    target = (path.parent / file).resolve() if file else path
    found = target.exists() and target.is_relative_to(CHECKOUT)
    return found and (not heading or heading in map(anchor, HEADING.findall(prose(target))))


def anchor(heading: str) -> str:
    """What a heading is called in a link."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@every_document
def test_every_file_that_a_document_names_is_there(path: Path) -> None:
    """Paths from the top of the checkout, as in `quizgame/quiz/deal.py`, or of a folder, as in `tests/`."""
    tops = tuple(f"{entry.name}/" for entry in CHECKOUT.iterdir() if entry.is_dir())
    named = [span for span in CODE_SPAN.findall(prose(path)) if span.startswith(tops) and " " not in span]
    assert [span for span in named if not any(CHECKOUT.glob(span.rstrip("/")))] == []


@every_document
def test_no_document_speaks_of_somebodys_machine(path: Path) -> None:
    assert MACHINE.findall(path.read_text("utf-8")) == []


def test_pictures_are_small_and_used() -> None:
    pictures = sorted((CHECKOUT / ".github" / "pictures").iterdir())
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > PICTURE_MOST] == []
    text = README.read_text("utf-8")
    assert [picture.name for picture in pictures if f".github/pictures/{picture.name}" not in text] == []
