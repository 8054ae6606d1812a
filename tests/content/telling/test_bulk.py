"""Thousands of problems on a terminal: still every question that was left out is named."""

from __future__ import annotations

from quizgame.content.problems import Problem, Severity
from quizgame.content.telling import bulk
from quizgame.content.telling.messages import Style

STYLE = Style()


def no_lines(_: str) -> tuple[str, ...]:
    return ()


def long_one(line: int) -> Problem:
    return Problem("f.txt", line, 1, "not-read", f"an option has {100 + line} characters; at most 100 fit")


def note(line: int) -> Problem:
    what = f"the option 'x{line}' stands there twice"
    return Problem("f.txt", line, 1, "changed", what, "", Severity.WARNING)


def test_a_few_problems_are_all_shown_in_full() -> None:
    shown = bulk.render([long_one(line) for line in range(1, 21)], no_lines, STYLE)
    assert all(
        f"f.txt:{line}:1: error[not-read]: an option has {100 + line}" in shown for line in range(1, 21)
    )


def test_of_many_alike_three_are_in_full_and_every_line_is_named() -> None:
    problems = [long_one(line) for line in range(1, 400)]
    shown = bulk.render(problems, no_lines, STYLE)
    assert shown.count("error[not-read]") == 3
    assert "and 396 more: an option has … characters; at most … fit" in shown
    numbers = shown.partition("f.txt: lines ")[2].replace(",", " ").split()
    assert numbers == [str(line) for line in range(4, 400)]
    assert max(map(len, shown.splitlines())) <= 100


def test_warnings_are_counted_and_one_of_a_kind_is_shown() -> None:
    shown = bulk.render([note(line) for line in range(1, 31)], no_lines, STYLE)
    assert shown.count("warning[changed]") == 1
    assert "and 29 more warnings: the option … stands there twice" in shown
    assert "    f.txt: lines 2, 3, 4, " in shown


def test_warnings_of_many_files_are_counted_together() -> None:
    asked = "the question has no explanation"
    bare = [
        Problem(f"p{n}.yaml", line, 1, "no-explanation", asked, "add 'explain: ...'", Severity.WARNING)
        for n in range(10)
        for line in range(1, 2_501)
    ]
    shown = bulk.summed([*bare, long_one(7)], no_lines, STYLE)
    assert len(shown.splitlines()) < 15
    assert shown.startswith("f.txt:7:1: error"), "what keeps a question from being played comes first"
    assert f"and 24,999 more warnings: {asked}\n    p0.yaml: lines 2, 3," in shown
    assert "\n    and 24,969 more in 10 files\n" in shown
    assert shown.endswith("\n\n1 error, 25,000 warnings")


def test_a_few_of_a_kind_are_in_full_among_many() -> None:
    few = [Problem("g.txt", line, 1, "tag", "tags are not allowed") for line in range(1, 6)]
    shown = bulk.render([*few, *(note(line) for line in range(1, 90))], no_lines, STYLE)
    assert shown.count("error[tag]") == 5


def test_files_that_cannot_be_read_have_no_lines() -> None:
    unread = [Problem(f"{n}.txt", 0, 0, "unreadable", "this file is empty") for n in range(30)]
    shown = bulk.render(unread, no_lines, STYLE)
    assert shown.endswith("\n    29.txt")
    assert "line" not in shown.partition("more:")[2]


def test_a_report_has_everything() -> None:
    problems = [long_one(line) for line in range(1, 400)]
    report = bulk.complete(problems, no_lines)
    assert all(str(problem) in report for problem in problems)


def test_reasons_go_from_the_commonest_to_the_rarest_and_keep_their_words_where_they_are_the_same() -> None:
    same = Problem("f", 1, 1, "x", "'question' is missing")
    assert list(bulk.by_reason([same, long_one(1), long_one(2)])) == [
        "an option has … characters; at most … fit",
        "'question' is missing",
    ]


def test_what_comes_out_of_a_strange_file_does_not_reach_the_terminal() -> None:
    problems = [Problem("f\x1b[2J", line, 1, "x", f"\x1b[31m {line}") for line in range(1, 50)]
    assert "\x1b" not in bulk.render(problems, no_lines, STYLE)
