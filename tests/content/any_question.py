"""Questions of every kind that a pack can hold, in words that are hard to write down."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from quizgame.content.characters import look
from quizgame.content.formats.base import tidy
from quizgame.content.packs.questions import derived_id
from quizgame.content.wording import plain, words
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, Task, TrueFalse, Typed

_WORDS = """
    yes No on OFF y N true False null ~ 007 1:30 1995 -3 +7 1_000 0x1F 1e3 .5 1. .inf .NaN 2001-12-14 << = ?
    - -x ?x :x x: x:y #x x# "q" 'q' it's \\ \\n \\t , [x] {x} [ ] { } & &a * *a ! !x % @ ` | > |- ... %YAML
    :: -> ~x =x {T} A. A) ANSWER: // $CATEGORY: #Q ^ @SUM +1 <b> </b> &amp; &lt; é Ω 日本 «x» “x” ½ 👨‍👩‍👧 ﷺ ñ
"""
HARD = _WORDS.split()

PIECES = st.one_of(
    st.sampled_from(HARD), st.text("ab :#-,'\"\\", max_size=6), st.characters(codec="utf-8").map(str)
)


def _line(pieces: list[str]) -> str:
    return tidy(" ".join(pieces), markup=False)[:90].strip()


def lines(pieces: st.SearchStrategy[str] = PIECES) -> st.SearchStrategy[str]:
    """Short lines of text that can be seen, such as an option is."""
    return st.lists(pieces, min_size=1, max_size=4).map(_line).filter(look)


def options(low: int, high: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Options of which no two look the same."""
    return st.lists(lines(), min_size=low, max_size=high, unique_by=look).map(tuple)


def spelt(low: int, high: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Answers that can be typed."""
    typed = lines().filter(lambda text: bool(words(text)))
    return st.lists(typed, min_size=low, max_size=high, unique_by=(look, plain)).map(tuple)


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    low = draw(st.integers(-50_000, 2_000))
    high = low + draw(st.integers(2, 100_000))
    return Number(draw(st.integers(low, high)), low, high)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    size = draw(st.integers(3, 6))
    return Match(tuple(zip(draw(options(size, size)), draw(options(size, size)), strict=True)))


CHOICES = options(2, 8).map(lambda every: Choice(every[0], every[1:]))
SEVERAL = options(3, 8).map(lambda every: Several(every[:2], every[2:]))
TRUTHS = st.booleans().map(TrueFalse)
TYPED = spelt(1, 4).map(Typed)
ORDERS = options(3, 6).map(Order)
TASKS: st.SearchStrategy[Task] = st.one_of(CHOICES, TRUTHS, TYPED, ORDERS, numbers(), matches(), SEVERAL)


@st.composite
def questions(draw: st.DrawFn, tasks: st.SearchStrategy[Task] = TASKS) -> Question:
    """A question with a derived id, or one of its own."""
    text = draw(lines().map(lambda words: f"What is {words}"))
    task = draw(tasks)
    own = draw(st.sampled_from(["", "", "first-heist", "a.b_c", "7"]))
    return Question(
        id=f"p/{own or derived_id(text, task.answer)}",
        text=text,
        task=task,
        topic=draw(lines().map(lambda words: " ".join(words.casefold().split())[:60].strip()).filter(bool)),
        level=draw(st.sampled_from([1, 2, 3])),
        explain=draw(st.one_of(st.just(""), lines())),
        source=draw(st.one_of(st.just(""), lines())),
        spoiler=draw(st.booleans()),
    )


def packs(tasks: st.SearchStrategy[Task] = TASKS) -> st.SearchStrategy[list[Question]]:
    """Some questions of which no two have the same words, id or place."""
    several = st.lists(questions(tasks), min_size=1, max_size=4)
    return several.map(lambda found: [_numbered(one, number) for number, one in enumerate(found)])


def _numbered(question: Question, number: int) -> Question:
    text = f"{question.text} number {number}"
    own = question.id.removeprefix("p/")
    is_derived = own == derived_id(question.text, question.answer)
    id = f"p/{derived_id(text, question.answer) if is_derived else f'{own}-{number}'}"
    return replace(question, text=text, id=id, fact=id)
