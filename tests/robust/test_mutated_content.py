"""Packs, facts, pictures and foreign files as accidents leave them: read, or refused by line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import pytest

from quizgame.content.characters import DAMAGED, FORBIDDEN
from quizgame.content.checks import lint
from quizgame.content.checks.across import check_across
from quizgame.content.facts.read import read_facts, read_sources
from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.detect import detect, refuse_binary
from quizgame.content.formats.dirty import decode
from quizgame.content.formats.registry import FORMATS, by_name, reader
from quizgame.content.generating import generate
from quizgame.content.packs.image_headers import MOST_SIDE, Unusable, read_header
from quizgame.content.packs.read import read_pack
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.content.reader import read
from quizgame.quiz.challenge import BadCode, Challenge, encode, new_seed
from quizgame.quiz.challenge import decode as decode_code
from quizgame.quiz.deal import Wish
from quizgame.quiz.events import BrokenLog, from_json
from quizgame.quiz.rules import VERSION
from tests.content.facts.fact_samples import SOURCES
from tests.picture_samples import exif, jpeg, png
from tests.robust.mutating import mutations

PACKS = (
    b"pack: P\nquestions:\n- question: What is it? Who?\n  choices: [One?, \"two\", 'it''s', four]\n"
    b"  answer: One?\n  level: 2\n",
    b'pack: P # c\nquestions:\n- question: >-\n    Type\n    it\n  accept: [Gage, "K \\u00e9"]\n  id: who\n',
    b"pack: P\nquestions:\n- {question: Order?, order: [a, b, c], level: 2}\n",
    b"pack: P\nquestions:\n- question: |\n    When?\n  number: 1989\n  range: [1980, 2000]\n",
    b"pack: P\nquestions:\n- question: Match them.\n  match: {a: b, c?: d, e: f}\n",
    b"pack: P\nauthor: A\nlicence: CC BY 4.0\nquestions:\n- question: Is it 12:30?\n  answer: true\n"
    b"  image: none.png\n  alt: A picture\n",
    b"pack: P\nquestions:\n- question: Which?\n  answers: [Heat, Collateral]\n  wrong: [Se7en, The Town]\n",
)
FACTS = (
    b"topic: cast\ntables:\n- id: played-by\n  columns: {character: character, actor: actor}\n  templates:\n"
    b'    who: {question: "Who plays {character}?", answer: actor}\n'
    b'    claim: {claim: "{actor} plays {character}.", swap: actor}\n  rows:\n'
    b"  - {id: a, character: Ann, actor: Al Bo, level: 1, says: One., sources: {guide: [Ann, Al Bo]}}\n"
    b"  - {id: b, character: Bea, actor: Cy Do, says: Two., sources: {guide: [Bea, Cy Do]}}\n"
    b"  - {id: c, character: Cat, actor: Ed Fa, says: Three., sources: {essay: [Cat]}, spoiler: yes}\n"
    b"  - {id: d, character: Dot, actor: Gus Hu, says: Four., sources: {essay: [Dot]}}\n",
    b"topic: trivia\nfacts:\n- id: year\n  answer: '1995'\n  wrong: ['1993', '1994', '1996']\n  level: 1\n"
    b"  says: It opened then.\n  sources:\n    guide: ['1995']\n  questions:\n    when: When did it open?\n"
    b"    claim: {claim: 'It opened in {answer}.'}\n",
)
SOURCES_FILE = (
    b"sources:\n- id: guide\n  title: A guide\n  kind: guide\n  file: g.txt\n  sha256: '" + b"0" * 64 + b"'\n"
)
PICTURES = (png(), png(20, 16, b"\1\2\3\4"), jpeg(before=exif(6)), jpeg(marker=0xC2))
FOREIGN = {
    "opentdb": b'{"response_code":0,"results":[{"type":"multiple","difficulty":"easy","category":"Film",'
    b'"question":"Who?","correct_answer":"A &amp; B","incorrect_answers":["C","D","E"]}]}',
    "opentriviaqa": b"#Q Who is it?\n^ Al Pacino\nA Al Pacino\nB Val Kilmer\nC Jon Voight\n\n"
    b"#Q And who\nis it?\n^ x\nA x\nB y\n",
    "aiken": b"Who is it?\nA. One\nB. Two\nC) Three\nANSWER: B\n\nAnd?\nA. Yes\nB. No\nANSWER: A\n",
    "gift": b"// c\n$CATEGORY: a/b\n::t:: Who {=One ~%50%Two#no ~Three}\n\nIt is {T}\n\nWhen {#1995:2}\n\n"
    b"Match {=a -> b =c -> d =e -> f}\n\nName {=Gage =Kevin Gage}\n",
    "csv": b'question,answer,wrong 1,wrong 2,topic\nWho?,One,Two,"Th""ree",cast\nWhen?,1995,1994,1996,\n',
    "red": b'AUTHOR: me\nWho is it?:\n- One\n- Two\n"When?": [1995]\n',
}  # fmt: skip
LOGS = (
    b'[["begin",0],["open",5],["answer",4100,[2,0]],["answer",5000,"Kevin"],["call",5000,"trejo"],["buzz",6,1]]',
)
PURE_EVERY = 100  # the parser written in Python takes ten times as long


def amounts(quick: int, long: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("number", [quick, pytest.param(long, marks=pytest.mark.long)])


def verdict(data: bytes, pure: bool = False) -> tuple[tuple[Placed, ...], list[Problem]]:
    node, problems = read(data, "none/f.yaml", pure=pure)
    if node is None:
        return (), problems
    pack, more = read_pack(node, "none/f.yaml", "mine", "p")
    check_across(pack.questions)
    return pack.questions, [*problems, *more, *lint.check(pack.questions)]


@contextmanager
def telling(told: str, data: bytes) -> Iterator[None]:
    """Add to whatever goes wrong which file it was about."""
    try:
        yield
    except Exception as error:
        error.add_note(f"{told}: {data!r}")
        raise


def check_places(problems: Sequence[Problem], data: bytes) -> None:
    """Every problem stands on a line of its file, can be printed, and says what to do."""
    last = len(re.findall(rb"\r\n|\r|\n", data)) + 1
    for problem in problems:
        assert 1 <= problem.line <= last, problem
        assert problem.column >= 1, problem
        assert problem.help, problem
        assert str(problem).isprintable(), problem


@amounts(15_000, 1_000_000)
def test_packs(number: int) -> None:
    read_ones = 0
    for count, (told, data) in enumerate(mutations(PACKS, "packs", number)):
        with telling(told, data):
            questions, problems = verdict(data)
            check_places(problems, data)
            assert questions or problems
            assert not any(FORBIDDEN.search(repr(placed.question)) for placed in questions)
            if count % PURE_EVERY == 0:
                pure, others = verdict(data, pure=True)
                assert (pure, bool(others)) == (questions, bool(problems))
                check_places(others, data)
        read_ones += bool(questions)
    assert number // 10 < read_ones < number - number // 10


@amounts(2_000, 100_000)
def test_files_of_facts(number: int) -> None:
    made = 0
    for told, data in mutations(FACTS, "facts", number):
        with telling(told, data):
            node, problems = read(data, "f.yaml")
            if node is not None:
                facts, more = read_facts(node, "f.yaml")
                questions, others = generate.questions("mine", [facts], SOURCES)
                problems += [*more, *(problem for problem in others if problem.file == "f.yaml")]
                made += bool(questions)
            check_places(problems, data)
    assert made > number // 10


@amounts(1_000, 50_000)
def test_lists_of_sources(number: int) -> None:
    for told, data in mutations((SOURCES_FILE,), "sources", number):
        with telling(told, data):
            node, problems = read(data, "sources.yaml")
            problems += read_sources(node, "sources.yaml")[1] if node is not None else []
            check_places(problems, data)


@amounts(10_000, 500_000)
def test_pictures(number: int) -> None:
    taken = 0
    for told, data in mutations(PICTURES, "pictures", number):
        with telling(told, data):
            taken += is_taken(data)
    assert number // 20 < taken < number - number // 20


def check_words(*said: str) -> None:
    """What was refused is told in words that can be printed."""
    assert all(words and words.isprintable() for words in said)


def is_taken(data: bytes) -> bool:
    """Whether a picture is one that may be decoded; it is refused in words."""
    try:
        header = read_header(data)
    except Unusable as refused:
        check_words(refused.what, refused.remedy)
        return False
    assert 16 <= min(header.width, header.height) <= max(header.width, header.height) <= MOST_SIDE
    return True


@pytest.mark.parametrize("form", FORMATS)
@amounts(1_000, 100_000)
def test_foreign_files(form: str, number: int) -> None:
    found = 0
    for told, data in mutations((FOREIGN[form],), form, number):
        with telling(told, data):
            found += brought(form, data)
    assert found > number // 10


def brought(form: str, data: bytes) -> int:
    """How many questions come of a foreign file; the rest is told with its line."""
    try:
        refuse_binary(data)
        text, problems = decode(data, "f")
        reading = list(reader(by_name(form))(text, "f"))
        detect(text, "f")
    except Unreadable as why:
        check_words(str(why))
        return 0
    problems += [one for one in reading if isinstance(one, Problem)]
    assert all(1 <= one.line <= text.count("\n") + 1 for one in reading)
    assert all(one.what.isprintable() and one.column >= 1 for one in problems)
    return sum(not isinstance(one, Problem) for one in reading)


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("aiken", b"Who?\nA. One\nB. Two\nANSWER: \x19"),
        ("opentdb", FOREIGN["opentdb"].replace(b"easy", b"eas\xe2\x80\xae")),
    ],
)
def test_what_a_message_quotes_can_be_printed(form: str, data: bytes) -> None:
    text, _ = decode(data, "f")
    [problem] = [one for one in reader(by_name(form))(text, "f") if isinstance(one, Problem)]
    assert problem.what.isprintable()
    assert DAMAGED in problem.what


@amounts(4_000, 200_000)
def test_logs(number: int) -> None:
    for told, data in mutations(LOGS, "logs", number):
        with telling(told, data), suppress(BrokenLog):
            from_json(data.decode("utf-8", "surrogateescape"))


@amounts(2_000, 200_000)
def test_codes(number: int) -> None:
    code = encode(Challenge("the-score", VERSION, "f" * 64, Wish(new_seed(bytes(range(32))))))
    for told, data in mutations((code.encode(),), "codes", number):
        with telling(told, data), suppress(BadCode):
            decode_code(data.decode("utf-8", "surrogateescape"))


@pytest.mark.parametrize("pure", [False, True])
def test_a_text_that_ends_in_a_directive_is_refused_on_a_line_of_its_own(pure: bool) -> None:
    data = b"pack: P\nquestions:\n- question: |\n    When'~r: 1989\n%YAML 1.1\n\t"
    problems = verdict(data, pure)[1]
    assert problems
    check_places(problems, data)
