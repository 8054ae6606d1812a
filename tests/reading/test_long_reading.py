"""Reading that takes long, or goes wrong: the game plays what it has, and says how far it is or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgame import reading, resources
from quizgame.content import library
from quizgame.content.index import catalogue, indexer
from quizgame.content.index.indexer import NoChild
from quizgame.content.index.indexing import Report, Wish
from quizgame.reading import Content
from tests.editor import GOOD, Hands, asked, question, settled, started


def here(unit: object) -> None:
    raise AssertionError("not in this process")


def test_much_is_read_by_a_child(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "APART", 10)
    monkeypatch.setattr(library, "read_unit", here)
    content = started(hands, tmp_path)
    assert asked(content) == ["q1", "q2"]
    assert content.progress() is None
    content.close()


def test_what_came_with_the_game_is_read_by_a_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "read_unit", here)
    content = Content(
        tmp_path / "catalogue.sqlite3", [resources.questions()], watcher=Hands(tmp_path).watcher
    )
    content.wait()
    assert content.failure == ""
    assert len(asked(content)) > 500
    content.close()


@pytest.mark.parametrize(("least", "told"), [(10, [(30, 100)]), (1_000, [None])])
def test_only_of_a_long_reading_it_is_told_how_far_it_is(
    least: int, told: object, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int] | None] = []

    def look(path: Path, wish: Wish, report: Report) -> None:
        report(30, 100)
        seen.append(content.progress())
        catalogue.refresh(path, wish)

    monkeypatch.setattr(reading, "APART", 10)
    monkeypatch.setattr(reading, "LONG", least)
    monkeypatch.setattr(indexer, "index_in_child", look)
    content = Content(tmp_path / "catalogue.sqlite3", [hands.folder], watcher=hands.watcher)
    content.wait()
    assert seen == told
    content.close()


def test_where_there_can_be_no_child_it_is_read_here(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, wish: Wish, report: Report) -> None:
        raise NoChild("no more processes")

    monkeypatch.setattr(reading, "APART", 10)
    monkeypatch.setattr(indexer, "index_in_child", fail)
    content = started(hands, tmp_path)
    assert asked(content) == ["q1", "q2"]
    content.close()


def test_what_there_was_can_be_played_while_much_is_read(
    content: Content, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content.close()
    seen: list[tuple[bool, list[str], tuple[int, int] | None]] = []

    def look(path: Path, wish: Wish, report: Report) -> None:
        report(30, 100)
        seen.append((again.ready(), asked(again), again.progress()))
        catalogue.refresh(path, wish, report)

    monkeypatch.setattr(reading, "APART", 10)
    monkeypatch.setattr(reading, "LONG", 10)
    monkeypatch.setattr(indexer, "index_in_child", look)
    hands.save("new.yaml", GOOD + question(9))
    again = Content(tmp_path / "catalogue.sqlite3", [hands.folder], watcher=hands.watcher)
    again.wait()
    assert seen == [(True, ["q1", "q2"], (30, 100))]
    assert asked(again) == ["q1", "q2", "q9"]
    again.close()


def test_what_goes_wrong_is_said_and_the_bank_is_kept(
    content: Content, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, wish: Wish) -> int:
        raise RuntimeError("no luck")

    with monkeypatch.context() as patch:
        patch.setattr(catalogue, "work", fail)
        hands.save("mine.yaml", GOOD + question(3))
        content.wait()
        assert content.failure == "The questions could not be read: no luck."
        assert asked(content) == ["q1", "q2"]
    hands.tell("mine.yaml")
    settled(content)
    assert asked(content) == ["q3"]


def test_without_a_cache_the_game_reads_all_the_same(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    content = started(hands, tmp_path / "file")
    hands.save("mine.yaml", GOOD + question(3))
    settled(content)
    assert asked(content) == ["q3"]
    content.close()
