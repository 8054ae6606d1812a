"""Pictures in packs: what authors write, what is said of it, and what is kept of a picture."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from quizgame.content.folders import single
from quizgame.content.index.catalogue import in_memory
from quizgame.content.index.indexing import Wish
from quizgame.content.library import Library, Reading, load, load_files, read_unit
from quizgame.content.packs.image_headers import LEAST_SIDE, MOST_SIDE
from quizgame.content.packs.pictures import MAX_ALT, MAX_PICTURE_NAME
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.bank import Want, digest
from quizgame.quiz.question import MAX_PICTURE_BYTES, ImpossibleQuestion, Picture, Question, TrueFalse
from tests.picture_samples import exif, jpeg, picture_of, png

QUESTION = """\
pack: P
questions:
- question: Which city is this?
  answer: Los Angeles
  wrong: [Chicago, Miami]
  explain: The lights.
  source: The film.
"""


def pack(folder: Path, keys: str) -> Library:
    """A pack of one question with further lines."""
    lines = "".join(f"  {line}\n" for line in keys.strip().split("\n"))
    (folder / "p.yaml").write_text(QUESTION + lines, "utf-8")
    return load_files([folder / "p.yaml"])


def named(folder: Path, name: str) -> Library:
    return pack(folder, f"image: {name}\nalt: A city by night")


def picture(found: Library) -> Picture:
    assert [str(problem) for problem in found.problems] == []
    (question,) = found.questions()
    assert question.picture
    return question.picture


def only(found: Library) -> Problem:
    assert found.questions() == ()
    (problem,) = found.problems
    assert problem.help
    assert problem.what.isprintable()
    return problem


def test_a_picture_is_taken_with_its_words_and_what_its_bytes_say(tmp_path: Path) -> None:
    data = jpeg(640, 480, before=exif(6))
    (tmp_path / "night.jpg").write_bytes(data)
    found = picture(named(tmp_path, "night.jpg"))
    sha256 = hashlib.sha256(data).hexdigest()
    path = str(tmp_path / "night.jpg")
    assert found == Picture("night.jpg", "A city by night", sha256, path, 640, 480, 6)
    assert found.shape == 480 / 640


def test_a_picture_may_lie_in_a_folder_beside_the_pack(tmp_path: Path) -> None:
    (tmp_path / "city by night").mkdir()
    (tmp_path / "city by night" / "näkymä 1.png").write_bytes(png())
    assert picture(named(tmp_path, "city by night/näkymä 1.png")).width == 64


def test_the_rest_of_the_pack_plays_without_the_picture(tmp_path: Path) -> None:
    more = "- question: Is this the other one?\n  answer: true\n  explain: E.\n  source: S.\n"
    (tmp_path / "p.yaml").write_text(f"{QUESTION}  image: gone.png\n  alt: A\n{more}", "utf-8")
    found = load_files([tmp_path / "p.yaml"])
    assert [question.text for question in found.questions()] == ["Is this the other one?"]
    assert [(p.code, p.line, p.column) for p in found.problems] == [("no-picture", 8, 10)]


def test_letter_case_counts_on_every_system(tmp_path: Path) -> None:
    (tmp_path / "Skyline.png").write_bytes(png())
    problem = only(named(tmp_path, "skyline.png"))
    assert (problem.code, problem.help) == ("no-picture", "did you mean 'Skyline.png'?")


def test_an_accent_written_as_a_sign_of_its_own_is_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.png").write_bytes(png())
    assert Path(picture(named(tmp_path, "caf\xe9.png")).path).exists()


@pytest.mark.parametrize(
    ("keys", "code", "line"),
    [
        ("image: x.png", "missing-key", 3),
        ("alt: A city", "missing-key", 3),
        ("image: x.png\nalt: ''", "empty", 9),
        ("image: x.png\nalt: '...'", "empty", 9),
        ("image: x.png\nalt: " + "a" * (MAX_ALT + 1), "too-long", 9),
        ("image: " + "a" * MAX_PICTURE_NAME + ".png\nalt: A", "too-long", 8),
        ("image: [x.png]\nalt: A", "shape", 8),
        ("imgae: x.png\nalt: A", "unknown-key", 8),
        ("image: x.png\nalts: A", "unknown-key", 9),
    ],
)
def test_image_and_alt_belong_together(keys: str, code: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(png())
    problem = only(pack(tmp_path, keys))
    assert (problem.code, problem.line) == (code, line)


def test_a_name_that_ends_like_another_format_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(jpeg())
    found = named(tmp_path, "x.png")
    assert len(found.questions()) == 1
    (warning,) = found.problems
    assert (warning.code, warning.line, warning.severity) == ("picture-ending", 8, Severity.WARNING)
    assert warning.what == "the name ends in '.png', but this is a JPEG file"
    for name in ("x.JPG", "x.jpeg"):
        (tmp_path / name).write_bytes(jpeg())
        picture(named(tmp_path, name))


def test_the_same_words_about_other_pictures_are_other_questions(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(64, 48))
    (tmp_path / "b.png").write_bytes(png(64, 50))
    entry = QUESTION.removeprefix("pack: P\nquestions:\n")
    pictured = [f"{entry}  image: {name}\n  alt: A city\n" for name in ("a.png", "b.png")]
    (tmp_path / "p.yaml").write_text("pack: P\nquestions:\n" + "".join(pictured), "utf-8")
    other = pictured[0].replace("answer: Los Angeles", "answer: Boston").replace("a.png", "b.png")
    (tmp_path / "q.yaml").write_text(f"pack: Q\nquestions:\n{pictured[0]}{other}", "utf-8")
    found = load([tmp_path])
    assert [Path(question.picture.path).name for question in found.questions() if question.picture] == [
        "a.png", "b.png", "b.png"
    ]  # fmt: skip
    assert [(Path(problem.file).name, problem.line, problem.code) for problem in found.problems] == [
        ("q.yaml", 3, "same-question")
    ]
    assert len({question.id for question in found.questions()}) == 3
    with in_memory(Wish((tmp_path,))) as catalogue:
        assert catalogue.count(Want()) == 3


def read(path: Path) -> Reading:
    unit, _ = single(path)
    assert unit
    return read_unit(unit)


def test_a_reading_names_every_picture_that_may_lie_there(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(png())
    entry = "- question: Q{}?\n  answer: true\n  alt: A\n  image: {}\n"
    names = ("x.png", "gone.png", "x.png", "/etc/passwd", "../y.png", "in/z.jpg")
    entries = "".join(entry.format(number, name) for number, name in enumerate(names))
    (tmp_path / "p.yaml").write_text("pack: P\nquestions:\n" + entries, "utf-8")
    paths = [str(tmp_path / name) for name in ("x.png", "gone.png", "in/z.jpg")]
    assert list(read(tmp_path / "p.yaml").beside) == paths


def test_a_pack_that_is_read_from_here_names_whole_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.png").write_bytes(png())
    named(tmp_path, "x.png")
    monkeypatch.chdir(tmp_path)
    assert read(Path("p.yaml")).beside == (str(tmp_path / "x.png"),)
    assert picture(load_files([Path("p.yaml")])).path == str(tmp_path / "x.png")


BARE = Question("p/q", "Which city is this?", TrueFalse(True), explain="E", source="S")
SHOWN = Picture("x.png", "A city", "ab" * 32, "/here/x.png", 64, 48)


def test_a_picture_counts_for_the_fingerprint_and_the_place_it_lies_at_does_not() -> None:
    shown = replace(BARE, picture=SHOWN)
    moved = replace(BARE, picture=replace(SHOWN, path="/there/x.png"))
    others = [replace(SHOWN, name="y.png"), replace(SHOWN, alt="Another"), replace(SHOWN, sha256="cd" * 32)]
    assert digest(shown) == digest(moved)
    digests = {digest(BARE), digest(shown), *(digest(replace(BARE, picture=other)) for other in others)}
    assert len(digests) == 5


def test_a_question_without_a_picture_keeps_the_digest_that_score_files_know() -> None:
    assert digest(BARE) == "0685cfa7fa1b853ffb58b2314d324a0cb0fa8ce7dbea9b232d4bc4e933d6158f"


def test_the_index_keeps_the_picture(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(jpeg(640, 480, before=exif(8)))
    (question,) = pack(tmp_path, "image: x.jpg\nalt: A city\nid: city").questions()
    assert question.picture
    with in_memory(Wish((tmp_path,))) as catalogue:
        assert catalogue.question("p/city") == question


@pytest.mark.parametrize("change", [{"alt": " "}, {"width": 0}, {"height": -1}])
def test_a_picture_without_words_or_size_cannot_be(change: dict[str, object]) -> None:
    with pytest.raises(ImpossibleQuestion):
        replace(SHOWN, **change)  # type: ignore[arg-type]


def test_the_sample_of_these_tests_is_what_the_game_would_read(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(png())
    assert picture_of(tmp_path / "x.png", "A city by night") == picture(named(tmp_path, "x.png"))


def test_the_page_for_authors_tells_the_limits() -> None:
    page = Path(__file__).parents[3] / "questions" / "README.md"
    if not page.exists():
        pytest.skip("the page is part of a checkout")
    told = (
        f"at most {MAX_PICTURE_BYTES // 1_000_000} MB and {LEAST_SIDE} to {MOST_SIDE} pixels each way, "
        f"its name at most {MAX_PICTURE_NAME} characters and its `alt` {MAX_ALT}."
    )
    assert told in " ".join(page.read_text("utf-8").split())
