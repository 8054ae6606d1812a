"""Questions with everything in them that a foreign format could take for its own, for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from quizgame.content.characters import look
from quizgame.content.formats.base import tidy
from quizgame.content.wording import words
from quizgame.quiz.question import Question
from quizgame.quiz.spelling import indistinct
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, Task, TrueFalse, Typed

_SIGNS = "=~#{}:\\/%[]<>&*'\"!_-.,;()1 5xnTéß中😀"
_MARKS = (
    "->",
    "//",
    "::",
    "####",
    "\\n",
    "%50%",
    "[html]",
    "[plain]",
    "<b>",
    "</p>",
    "<img src='x'>",
    "&amp;",
    "&lt;",
)
_WORDS = (
    "T",
    "TRUE",
    "ANSWER: A",
    "A. ",
    "b) ",
    "$CATEGORY: x",
    "@@PLUGINFILE@@",
    "**",
    "```",
    "http://x.y/?a=b#c",
)
_BITS = st.sampled_from([*_SIGNS, *_MARKS, *_WORDS, " Heat ", "Al Pacino", "1995"])


def texts(most: int) -> st.SearchStrategy[str]:
    """Tidy texts of at most so many characters, with a letter in each."""
    drawn = st.lists(_BITS, min_size=1, max_size=6).map(
        lambda bits: tidy("".join(bits), markup=False)[:most].strip()
    )
    return drawn.filter(lambda text: bool(words(text)) and tidy(text, markup=False) == text)


def _options(fewest: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(texts(100), min_size=fewest, max_size=most, unique_by=look)


def _typed(options: list[str]) -> Task:
    accept, *others = options
    counted = indistinct(others, (accept,))
    return Typed((accept,), tuple(other for other in others if other not in counted))


def _pairs(options: list[str]) -> Task:
    half = len(options) // 2
    return Match(tuple(zip(options[:half], options[half : 2 * half], strict=True)))


CHOICES = _options(2, 6).map(lambda options: Choice(options[0], tuple(options[1:])))
STATEMENTS = st.booleans().map(TrueFalse)
NUMBERS = st.builds(
    lambda low, below, above: Number(low + below, low, low + below + above + 2),
    st.integers(-3000, 3000),
    st.integers(0, 500),
    st.integers(0, 500),
)
TASKS: st.SearchStrategy[Task] = st.one_of(
    CHOICES,
    STATEMENTS,
    NUMBERS,
    _options(1, 4).map(_typed),
    _options(6, 12).map(_pairs),
    _options(3, 6).map(lambda options: Several(tuple(options[:2]), tuple(options[2:]))),
    _options(3, 6).map(lambda options: Order(tuple(options))),
)


def questions(tasks: st.SearchStrategy[Task] = TASKS) -> st.SearchStrategy[list[Question]]:
    """Lists of questions, each with an id of its own."""
    one = st.builds(
        Question,
        id=texts(40),
        text=texts(300),
        task=tasks,
        topic=texts(40).map(str.casefold).filter(lambda topic: tidy(topic, markup=False) == topic),
        explain=st.one_of(st.just(""), texts(300)),
    )
    return st.lists(one, max_size=4, unique_by=lambda question: question.id)
