"""Rules of question writing, as warnings; knows no file format and stops nothing from being played."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from quizgame.content.checks.worded import Worded, worded
from quizgame.content.fields import shown
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.content.wording import FUNCTION_WORDS
from quizgame.quiz.question import Kind, Question

_LONGER_TIMES = 1.6
_LONGER_BY = 15
_SHORTEST_WORD = 4
_FEWEST_IN_ORDER = 3
_SAME_WORDS = 0.4
_MOST_COMPARED = 50
_ARTICLES = ("the", "a", "an")
_ABSOLUTE_WORDS = ("always", "never", "completely", "absolutely", "entirely", "invariably")
_VAGUE_WORDS = (
    *("usually", "often", "sometimes", "frequently", "generally"),
    *("probably", "maybe", "perhaps", "fairly"),
)
_DATED_WORDS = (
    *("current", "currently", "latest", "recent", "recently"),
    *("nowadays", "upcoming", "these days"),
)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_ABSOLUTE, _VAGUE, _DATED = map(_any_of, (_ABSOLUTE_WORDS, _VAGUE_WORDS, _DATED_WORDS))
_NUMBER = re.compile(r"[$£€#]?-?\d[\d,]*(?:\.(\d+))?%?")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_ABOVE = re.compile(
    r"(?:all|none|any|both|neither)(?: of)?(?: the)?(?: above| these| those| them)\.?"
    r"|(?:both|neither)\.?|both .+ and .+",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"^(?:which|who|what)\b(?:(?!\b(?:that|say|says|said)\b).)*?"
    r"\b(?:is|was|are|were|do|does|did|has|have|had|can|could)(?:n['’]t| not| \w+ not)\b|\bexcept\b",
    re.IGNORECASE,
)
_LOUD = re.compile(r"\b(?:NOT|EXCEPT|N['’]T)\b")
_SPOKEN = re.compile(r"\b(?:says?|said|tells?|told|line|words?|quot\w+|titles?|called)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")

Rule = Callable[[Worded], Problem | None]


def check(questions: Sequence[Placed]) -> list[Problem]:
    """The warnings of all rules, in the order of the questions."""
    every = [worded(placed) for placed in questions]
    found = [
        problem
        for one in every
        for rule, about in RULES.items()
        if (about is None or not about.isdisjoint(one.every)) and (problem := rule(one)) is not None
    ]
    return [*found, *near_duplicates(every)]


def longest_answer(this: Worded) -> Problem | None:
    """The right option is by far the longest."""
    question = this.question
    if question.kind is not Kind.CHOICE:
        return None
    longest = max(map(len, question.wrong))
    by_far = len(question.answer) >= longest * _LONGER_TIMES and len(question.answer) - longest >= _LONGER_BY
    if not by_far:
        return None
    what = "the answer is by far the longest option, which gives it away"
    return this.placed.warning("longest-answer", what, "shorten it, or make the wrong options as exact")


def answer_in_question(this: Worded) -> Problem | None:
    """A word of the answer, and of no wrong option, stands in the question."""
    question = this.question
    # What is only put in its place is on the screen anyway.
    if question.kind in (Kind.TRUE_FALSE, Kind.ORDER, Kind.MATCH):
        return None
    answer = this.bare[question.answer]
    shared = this.text.intersection(answer) - FUNCTION_WORDS
    telling = shared.difference(*(this.bare[wrong] for wrong in question.wrong)) if shared else shared
    word = next((word for word in answer if word in telling and _is_telling(word)), None)
    if word is None:
        return None
    what = f"the word {shown(word)} of the answer stands in the question too"
    return this.placed.warning(
        "answer-in-question", what, "say it in other words, or put the word in a wrong option"
    )


def _is_telling(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD or (word.isdigit() and len(word) > 1)


def mixed_options(this: Worded) -> Problem | None:
    """Numbers among words, or numbers of different precision."""
    options = this.options
    numbers = [_NUMBER.fullmatch(option.strip()) for option in options]
    exact = {len(number.group(1) or "") for number in numbers if number is not None}
    if any(numbers) and any(not re.search(r"\d", option) for option in options):
        what = "some options are numbers and others are not"
    elif len(exact) > 1:
        what = "the numbers among the options have different precision"
    else:
        return None
    return this.placed.warning("mixed-options", what, "give all options the same form")


def above(this: Worded) -> Problem | None:
    """'All of the above' and its kin: options are shuffled, and there may be no above."""
    option = next((option for option in this.options if _ABOVE.fullmatch(option)), None)
    if option is None:
        return None
    what = f"the option {shown(option)} speaks of other options, which are dealt in any order"
    return this.placed.warning("above", what, "name a thing of its own")


def number_order(this: Worded) -> Problem | None:
    """Numbers in a hand-written list that go up and down."""
    numbers = [_value(option) for option in this.placed.written] if this.placed.by_hand else []
    known = [number for number in numbers if number is not None]
    if len(known) < _FEWEST_IN_ORDER or known in (sorted(known), sorted(known, reverse=True)):
        return None
    return this.placed.warning("number-order", "the numbers are out of order", "write them from low to high")


def absolute_word(this: Worded) -> Problem | None:
    """'Always' and 'never' in what is wrong: players know that such statements mostly are."""
    question = this.question
    wrong = (question.text,) if question.kind is Kind.TRUE_FALSE else question.wrong
    found = None if _is_right(_ABSOLUTE, question) else _first(_ABSOLUTE, question, wrong)
    if found is None:
        return None
    what = f"{shown(found)} gives the statement away as wrong"
    return this.placed.warning("absolute-word", what, "take the word out, or quote whoever says it")


def _is_right(pattern: re.Pattern[str], question: Question) -> bool:
    if question.kind is Kind.TRUE_FALSE:
        return question.answer == "True"
    return pattern.search(question.answer) is not None


def vague_word(this: Worded) -> Problem | None:
    """'Often' and 'probably': nobody can say whether such a statement is right."""
    question = this.question
    claims = (question.text,) if question.kind is Kind.TRUE_FALSE else this.options
    found = _first(_VAGUE, question, claims)
    if found is None:
        return None
    what = f"{shown(found)} leaves open what would be right"
    return this.placed.warning(
        "vague-word", what, "say how often, how much or by whom, or quote whoever says it"
    )


def quiet_negative(this: Worded) -> Problem | None:
    """A negative that is easily overlooked."""
    text = _unquoted(this.question.text)
    found = None if this.question.kind is Kind.TRUE_FALSE else _NEGATIVE.search(text)
    if found is None or _LOUD.search(text):
        return None
    what = "the question turns on a small 'not' or 'except', which is easily overlooked"
    return this.placed.warning("quiet-negative", what, "ask the other way round, or write NOT in capitals")


def undated(this: Worded) -> Problem | None:
    """Something that is true now and will not stay so."""
    text = _unquoted(this.question.text)
    found = _DATED.search(text)
    if found is None or _YEAR.search(text):
        return None
    what = f"{shown(found.group())} will be out of date"
    return this.placed.warning("undated", what, "say when: 'as of 2025'")


def equal_options(this: Worded) -> Problem | None:
    """Two options that differ in signs, accents or an article only."""
    seen: dict[str, str] = {}
    for option in this.options:
        words = this.bare[option]
        bare = "".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)
        if bare in seen:
            what = f"{shown(seen[bare])} and {shown(option)} are nearly the same option"
            return this.placed.warning("equal-options", what, "change one of the two")
        seen[bare] = option
    return None


def no_explanation(this: Worded) -> Problem | None:
    """Nothing to learn at the reveal."""
    if this.question.explain:
        return None
    return this.placed.warning("no-explanation", "the question has no explanation", "add 'explain: ...'")


def no_source(this: Worded) -> Problem | None:
    """Nothing to settle a dispute with."""
    if this.question.source:
        return None
    return this.placed.warning(
        "no-source", "the question has no source", "add 'source: ...': where you know it from"
    )


def _last(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(entry.split()[-1] for entry in entries)


RULES: dict[Rule, frozenset[str] | None] = {
    longest_answer: None,
    answer_in_question: None,
    mixed_options: None,
    above: frozenset(("all", "none", "any", "both", "neither")),
    number_order: None,
    absolute_word: _last(_ABSOLUTE_WORDS),
    vague_word: _last(_VAGUE_WORDS),
    quiet_negative: frozenset(("not", "t", "except")),
    undated: _last(_DATED_WORDS),
    equal_options: None,
    no_explanation: None,
    no_source: None,
}
"""The rules in their order; one that is about some words is asked only where one of them stands."""


def near_duplicates(questions: Iterable[Worded]) -> list[Problem]:
    """Questions with the same options, the same answer and 40 % of their words, about different facts."""
    alike: defaultdict[Hashable, list[Worded]] = defaultdict(list)
    found: list[Problem] = []
    for this in questions:
        question = this.question
        # Two years may well be the same, and two typed names; only what is shown beside them makes a twin.
        if question.kind in (Kind.TRUE_FALSE, Kind.NUMBER, Kind.TYPED):
            continue
        wrong = frozenset(this.bare[wrong] for wrong in question.wrong)
        others = alike[question.shows, this.bare[question.answer], wrong]
        # Those of a hostile pack could all be alike: the latest few are enough.
        other = next((other for other in others[-_MOST_COMPARED:] if _same_sense(this, other)), None)
        if other is not None:
            found.append(_near_duplicate(this.placed, other.placed))
        others.append(this)
    return found


def _same_sense(one: Worded, other: Worded) -> bool:
    if one.question.fact == other.question.fact:
        return False
    both = len(one.text & other.text)
    return both >= _SAME_WORDS * (len(one.text) + len(other.text) - both)


def _near_duplicate(placed: Placed, other: Placed) -> Problem:
    where = f"on line {other.line}" if other.file == placed.file else f"in {other.file}"
    what = f"this is nearly the question {where}: the same options and answer"
    return placed.warning("near-duplicate", what, "take one of the two out")


def _first(pattern: re.Pattern[str], question: Question, claims: Iterable[str]) -> str | None:
    """The first match in what is claimed; what is quoted, and what is somebody's words, is exempt."""
    if question.topic == "quotes" or _SPOKEN.search(question.text):
        return None
    matches = (pattern.search(_unquoted(claim)) for claim in claims)
    return next((match.group() for match in matches if match is not None), None)


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" ", text)


def _value(option: str) -> float | None:
    if _NUMBER.fullmatch(option.strip()) is None:
        return None
    return float(re.sub(r"[^\d.\-]", "", option))
