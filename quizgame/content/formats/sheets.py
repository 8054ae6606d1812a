"""Tables of questions (CSV, TSV) as Kahoot, Quizizz and others save them; knows no pack and no workbook."""

from __future__ import annotations

from collections.abc import Iterator

from quizgame.content.formats.base import (
    Found,
    Reading,
    Unreadable,
    changed,
    explanation,
    question_text,
    refused,
)
from quizgame.content.formats.sheet_answers import Given, are_numbers, task_of
from quizgame.content.formats.sheet_columns import Header, Role, find_header, tidied
from quizgame.content.formats.sheet_rows import Row, rows
from quizgame.content.formats.sheet_writing import write
from quizgame.content.packs.questions import ID, MAX_NAME, MAX_SOURCE
from quizgame.content.problems import Problem
from quizgame.quiz.tasks import folded

__all__ = ["read", "write"]

_LEVELS = {"easy": 1, "medium": 2, "hard": 3, "1": 1, "2": 2, "3": 3}
_NAMES = "its columns need names in the first row, for example: question, answer, wrong 1, wrong 2"


def read(text: str, file: str) -> Reading:
    """The questions of a table, a row each, from the row on that names its columns."""
    found = find_header(text)
    if found is None:
        why = Unreadable("no row names a column for the question and one for the answer", _NAMES)
        yield refused(file, 1, why, "no-header")
        return
    delimiter, header = found
    below = (row for row in rows(text, delimiter) if row.line > header.row.line and not header.is_more(row))
    filled = [row for row in map(tidied, below) if _is_question(row, header)]
    counting = _counts(filled, header)
    if not filled:
        yield refused(file, header.row.line, "no question stands below this row", "empty")
    for row in filled:
        yield from _question(row, header, counting, file)


def _is_question(row: Row, header: Header) -> bool:
    """Whether a row holds anything: the templates number empty rows and give them a time limit."""
    asked = (Role.QUESTION, Role.ANSWER, Role.ALSO, Role.OPTION, Role.WRONG)
    return any(any(header.texts(row, role)) for role in asked)


def _counts(filled: list[Row], header: Header) -> bool:
    options = len(header.columns.get(Role.OPTION, ()))
    answers = [header.text(row, Role.ANSWER) for row in filled]
    return options > 0 and are_numbers(answers, options)


def _question(row: Row, header: Header, counting: bool, file: str) -> Iterator[Found | Problem]:
    try:
        _check_width(row, header)
        words = question_text(header.text(row, Role.QUESTION), markup=False)
        task, notes = task_of(_given(row, header), counting, _has_no_options(header))
    except Unreadable as why:
        yield refused(file, row.line, _or_quotes(why, row))
        return
    level = folded(header.text(row, Role.LEVEL))
    for note in (*notes, *_notes(row, header, level)):
        yield changed(file, row.line, note)
    yield Found(
        row.line,
        words,
        task,
        topic=_cut(folded(header.text(row, Role.TOPIC)), MAX_NAME),
        level=_LEVELS.get(level, 0),
        explain=explanation(header.text(row, Role.EXPLANATION), markup=False),
        source=_cut(header.text(row, Role.SOURCE), MAX_SOURCE),
        id=_id(header.text(row, Role.ID)),
    )


def _check_width(row: Row, header: Header) -> None:
    if len(row.cells) > len(header.row.cells) and any(row.cells[len(header.row.cells) :]):
        what = f"the row has {len(row.cells)} cells, and only {len(header.row.cells)} columns have names"
        raise Unreadable(what, "put quotation marks round a text that contains the sign between columns")


def _given(row: Row, header: Header) -> Given:
    return Given(
        header.text(row, Role.TYPE),
        tuple(header.texts(row, Role.ANSWER)),
        tuple(header.texts(row, Role.ALSO)),
        tuple(header.texts(row, Role.OPTION)),
        tuple(header.texts(row, Role.WRONG)),
    )


def _has_no_options(header: Header) -> bool:
    return not header.columns.keys() & {Role.OPTION, Role.WRONG}


def _or_quotes(why: Unreadable, row: Row) -> Unreadable:
    if not row.doubtful:
        return why
    return Unreadable("a quotation mark of this row is never closed, or stands within a text", "double it")


def _notes(row: Row, header: Header, level: str) -> Iterator[str]:
    if row.doubtful:
        yield "its quotation marks do not fit; see whether it was read as it is meant"
    if header.text(row, Role.PICTURE):
        yield f"its picture was left out: {header.text(row, Role.PICTURE)[:MAX_NAME]}"
    if level and level not in _LEVELS:
        yield f"the level '{level[:MAX_NAME]}' is not known and was left out"


def _id(name: str) -> str:
    """A name that can be an id; the numbers that other programs give their rows say nothing."""
    fits = len(name) <= MAX_NAME and ID.fullmatch(name) and not name.isdecimal()
    return name if fits else ""


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0]
