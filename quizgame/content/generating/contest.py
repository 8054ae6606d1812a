"""Finds what a player would contest in a drafted question; mends nothing and knows no files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from quizgame.content.facts.truths import Truths
from quizgame.content.fields import shown
from quizgame.content.generating.draft import Draft
from quizgame.content.generating.wrong_options import FEWEST, is_barred
from quizgame.content.nodes import Text
from quizgame.content.problems import Problem
from quizgame.content.wording import holds, plain, words
from quizgame.quiz.question import MAX_EXPLANATION, MAX_QUESTION, Kind

_MUCH_LONGER = 12
_MANY_ANSWERS = (Kind.ORDER, Kind.MATCH, Kind.SEVERAL)  # the same words may be asked of other things


def objections(draft: Draft, known: Truths) -> list[Problem]:
    """Every reason not to ask this question as it stands; none for a good one."""
    found = list(_too_long(draft))
    if draft.task is not None:
        found += _to_the_task(draft, draft.task.kind, known)
    elif isinstance(draft.answer, str):
        found += [
            *_few(draft),
            *_same(draft),
            *_barred(draft),
            *_also_right(draft, known),
            *_given_away(draft),
        ]
    else:
        found += _not_false(draft, known)
    return found


def _to_the_task(draft: Draft, kind: Kind, known: Truths) -> Iterator[Problem]:
    if kind is Kind.SEVERAL:
        yield from (*_few(draft), *_same(draft), *_barred(draft), *_also_right(draft, known))
    elif kind in (Kind.TYPED, Kind.NUMBER):
        yield from (*_right_elsewhere(draft, known), *_told(draft))


def disputes(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, Problem]]:
    """Every draft whose words stand in another one too, with another answer."""
    by_words: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.task is not None and draft.task.kind in _MANY_ANSWERS:
            continue
        by_words.setdefault(plain(draft.text), []).append(draft)
    for same in by_words.values():
        for draft in same:
            other = next((one for one in same if _answer(one) != _answer(draft)), None)
            if other is not None:
                what = f"{shown(draft.text)} has another answer in {other.id}"
                yield (
                    draft,
                    _problem(draft, draft.place, "disputed", what, "reword one, or skip the template"),
                )


def _answer(draft: Draft) -> str:
    return plain(draft.answer) if isinstance(draft.answer, str) else str(draft.answer)


def _right(draft: Draft) -> set[str]:
    """Everything that counts as right, folded."""
    return {plain(right) for right in draft.right} or {_answer(draft)}


def _too_long(draft: Draft) -> Iterator[Problem]:
    if len(draft.text) > MAX_QUESTION:
        what = f"the question has {len(draft.text)} characters; at most {MAX_QUESTION} fit"
        yield _problem(draft, draft.place, "too-long", what, "make it shorter")
    if len(draft.fact.says.value) > MAX_EXPLANATION:
        what = f"the explanation of {draft.id} has {len(draft.fact.says.value)} characters"
        yield _problem(
            draft, draft.place, "too-long", what, f"at most {MAX_EXPLANATION} fit: make it shorter"
        )


def _few(draft: Draft) -> Iterator[Problem]:
    if len(draft.wrong) < FEWEST:
        what = f"{draft.id} has {len(draft.wrong)} wrong options; it needs at least {FEWEST}"
        remedy = "add to 'wrong'" if draft.given else "add values under 'more', or skip the template"
        yield _problem(draft, draft.place, "few-wrong", what, remedy)


def _same(draft: Draft) -> Iterator[Problem]:
    seen = _right(draft)
    for option in draft.wrong:
        if plain(option.value) in seen:
            what = f"{shown(option.value)} stands twice among the options"
            yield _problem(draft, option, "same-option", what, "give another wrong option")
        seen.add(plain(option.value))


def _barred(draft: Draft) -> Iterator[Problem]:
    for option in draft.wrong:
        if is_barred(option.value, draft.fact.never):
            what = f"{shown(option.value)} must not be offered here: the fact lists it under 'not'"
            yield _problem(draft, option, "barred-option", what, "give another wrong option")


def _also_right(draft: Draft, known: Truths) -> Iterator[Problem]:
    right = known.answers_to(draft.text) - _right(draft)
    for option in draft.wrong:
        if plain(option.value) in right:
            what = f"{shown(option.value)} is right too: another fact answers the same question so"
            yield _problem(draft, option, "also-right", what, "give another wrong option")


def _right_elsewhere(draft: Draft, known: Truths) -> Iterator[Problem]:
    """Nobody chooses from options here, so whatever is right by any fact must count."""
    for answer in sorted((known.answers_to(draft.text) | draft.known) - _right(draft)):
        what = f"{shown(answer)} is right too by some fact, and {draft.id} does not count it"
        yield _problem(draft, draft.place, "also-right", what, "accept it, or ask more exactly")


def _told(draft: Draft) -> Iterator[Problem]:
    told = next((answer for answer in draft.right if holds(words(draft.text), words(answer))), None)
    if told is not None:
        what = f"the answer {shown(told)} gives itself away: it stands in the question"
        yield _problem(draft, draft.place, "given-away", what, "say it in other words")


def _given_away(draft: Draft) -> Iterator[Problem]:
    answer, wrong = str(draft.answer), [option.value for option in draft.wrong]
    reason = None
    if holds(words(draft.text), words(answer)):
        reason = "stands in the question"
    elif wrong and len(answer) >= max(2 * max(map(len, wrong)), max(map(len, wrong)) + _MUCH_LONGER):
        reason = "is by far the longest option"
    elif wrong:
        reason = _odd_one(answer, wrong)
    if reason:
        what = f"the answer {shown(answer)} gives itself away: it {reason}"
        yield _problem(draft, draft.place, "given-away", what, "write options of one kind")


def _odd_one(answer: str, wrong: Sequence[str]) -> str | None:
    marks: tuple[tuple[Callable[[str], bool], str], ...] = (
        (_is_figure, "a bare number"),
        (_is_quoted, "in quotation marks"),
        (_is_capital, "written with a capital"),
    )
    for has, name in marks:
        if all(has(option) != has(answer) for option in wrong):
            return f"alone is {name}" if has(answer) else f"alone is not {name}"
    return None


def _is_figure(option: str) -> bool:
    return any(c.isdigit() for c in option) and not any(c.isalpha() for c in option)


def _is_quoted(option: str) -> bool:
    return option[0] in "\"“‘'"


def _is_capital(option: str) -> bool:
    return next((not c.islower() for c in option if c.isalnum()), False)


def _not_false(draft: Draft, known: Truths) -> Iterator[Problem]:
    if draft.answer is True:
        return
    if known.is_claimed(draft.text):
        what = f"{shown(draft.text)} is to be false, but a fact says the same"
        yield _problem(draft, draft.place, "also-right", what, "give another value")
    elif draft.given and is_barred(draft.place.value, draft.fact.never):
        what = f"{shown(draft.place.value)} must not be offered here: the fact lists it under 'not'"
        yield _problem(draft, draft.place, "barred-option", what, "give another value")


def _problem(draft: Draft, at: Text, code: str, what: str, remedy: str) -> Problem:
    return Problem(draft.file.file, at.line, at.column, code, what, remedy)
