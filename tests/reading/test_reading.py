"""The questions while the game runs: a save is in the next game, and a broken one does no harm."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from quizgame.quiz.bank import Want
from quizgame.reading import Content
from quizgame.watching import Watcher
from tests.editor import BROKEN, GOOD, Hands, asked, question, settled, started


def test_a_save_is_in_the_next_game(content: Content, hands: Hands) -> None:
    before = content.bank
    hands.save("mine.yaml", GOOD + question(1) + question(3))
    settled(content)
    assert asked(content) == ["q1", "q3"]
    assert content.news() == ("mine.yaml was read again: 2 questions.",)
    assert before
    assert [before.question(entry.id).answer for entry in before.entries(Want())] == ["A1", "A2"]


def test_a_broken_save_keeps_the_last_good_version_and_says_so(content: Content, hands: Hands) -> None:
    hands.save("mine.yaml", GOOD + question(1) + BROKEN)
    settled(content)
    (pack,) = content.packs()
    assert asked(content) == ["q1", "q2"]
    assert (pack.held, pack.errors, pack.questions) == (True, 1, 2)
    assert [problem.line for problem in content.problems] == [9]
    assert "mine.yaml was saved with 1 error, in line 9;" in content.news()[0]
    hands.save("mine.yaml", GOOD + question(1) + question(4))
    settled(content)
    assert asked(content) == ["q1", "q4"]
    assert not content.packs()[0].held
    assert content.news() == ("mine.yaml was read again: 2 questions.",)


def test_news_is_told_once_but_an_error_until_it_is_mended(content: Content, hands: Hands) -> None:
    hands.save("mine.yaml", GOOD + question(1) + question(3))
    settled(content)
    content.told(content.news())
    assert content.news() == ()
    hands.save("mine.yaml", GOOD + question(1) + BROKEN)
    settled(content)
    (said,) = content.news()
    content.told([said])
    assert content.news() == (said,)
    hands.save("mine.yaml", GOOD + question(1))
    settled(content)
    content.told(content.news())
    assert content.news() == ()


@pytest.mark.parametrize("text", ["", "pack: [", "\0", "just words", "pack: Mine\nquestions: []\n"])
def test_a_file_caught_half_written_changes_nothing(text: str, content: Content, hands: Hands) -> None:
    hands.save("mine.yaml", text)
    settled(content)
    assert asked(content) == ["q1", "q2"]


def test_the_last_good_version_outlives_other_changes(content: Content, hands: Hands) -> None:
    hands.save("mine.yaml", BROKEN)
    settled(content)
    hands.save("other.yaml", GOOD + question(7))
    settled(content)
    hands.save("mine.yaml", BROKEN * 2)
    settled(content)
    assert asked(content) == ["q1", "q2", "q7"]


def test_nothing_stale_survives_a_restart(content: Content, hands: Hands, tmp_path: Path) -> None:
    hands.save("mine.yaml", GOOD + question(1) + BROKEN)
    settled(content)
    content.close()
    again = started(hands, tmp_path)
    assert asked(again) == ["q1"]
    assert not again.packs()[0].held
    again.close()


def test_mending_one_of_two_errors_is_no_broken_save(hands: Hands, tmp_path: Path) -> None:
    hands.save("mine.yaml", GOOD + question(1) + BROKEN + BROKEN.replace("No", "Still no"))
    content = started(hands, tmp_path)
    hands.save("mine.yaml", GOOD + question(1) + question(2) + BROKEN)
    settled(content)
    assert asked(content) == ["q1", "q2"]
    assert not content.packs()[0].held
    content.close()


def test_files_come_and_go(content: Content, hands: Hands) -> None:
    hands.save("new.yaml", GOOD + question(8))
    settled(content)
    assert asked(content) == ["q1", "q2", "q8"]
    assert content.news()[-1] == "new.yaml: 1 question added."
    hands.delete("new.yaml")
    settled(content)
    assert asked(content) == ["q1", "q2"]
    assert content.news()[-1] == "new.yaml is gone, and its 1 question with it."


def test_a_picture_that_changes_is_looked_at_again(content: Content, hands: Hands) -> None:
    picture = question(1).replace("  id", "  image: city.png\n  alt: The city.\n  id")
    hands.save("mine.yaml", GOOD + picture + question(2))
    settled(content)
    missing = [problem.what for problem in content.problems]
    assert missing
    (hands.folder / "city.png").write_bytes(b"\x89PNG but not really")
    hands.tell("city.png")
    settled(content)
    assert [problem.what for problem in content.problems] != missing


def test_packs_are_switched_off_and_on(content: Content, hands: Hands) -> None:
    hands.save("other.yaml", GOOD + question(1) + BROKEN)
    settled(content)
    assert (asked(content), content.troubles()) == (["q1", "q2"], 2)
    content.switch(frozenset(["mine.yaml"]))
    settled(content)
    assert asked(content) == ["q1"]
    assert [(pack.key, pack.off, pack.questions) for pack in content.packs()] == [
        ("mine.yaml", True, 2),
        ("other.yaml", False, 1),
    ]
    content.switch(frozenset(["other.yaml"]))
    settled(content)
    assert (asked(content), content.troubles()) == (["q1", "q2"], 0)
    assert len(content.problems) == 1


def test_one_pack_alone_is_its_own_bank_even_when_it_is_off(hands: Hands, tmp_path: Path) -> None:
    hands.save("other.yaml", GOOD + question(1) + question(5))
    content = started(hands, tmp_path, frozenset(["mine.yaml"]))
    only = content.only(str(hands.folder / "mine.yaml"))
    assert only
    assert [only.question(entry.id).text for entry in only.entries(Want())] == ["Number 1?", "Number 2?"]
    assert (only.topics(), only.count(Want(level=1))) == (("trivia",), 2)
    assert content.bank
    assert only.fingerprint != content.bank.fingerprint
    assert content.only("none") is None
    content.close()


def test_a_file_that_is_really_saved_is_in_the_next_game(hands: Hands, tmp_path: Path) -> None:
    saved = threading.Event()

    def watcher(paths: Sequence[Path], changed: Callable[[frozenset[Path]], None]) -> Watcher:
        def told(paths: frozenset[Path]) -> None:
            changed(paths)
            saved.set()

        return Watcher(paths, told)

    content = Content(tmp_path / "catalogue.sqlite3", [hands.folder], watcher=watcher)
    settled(content)
    beside = hands.folder / "mine.yaml~"
    beside.write_text(GOOD + question(3), "utf-8")
    beside.replace(hands.folder / "mine.yaml")  # as most editors save
    assert saved.wait(20)
    settled(content)
    assert asked(content) == ["q3"]
    content.close()


def test_only_folders_that_are_there_are_watched(content: Content, hands: Hands) -> None:
    assert hands.watched == [hands.folder]
