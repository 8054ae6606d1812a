"""Which file names may be written, and what lies there instead of a picture: it is told, and harms nobody."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.packs.pictures import Beside, NoPicture, check_name
from quizgame.quiz.question import MAX_PICTURE_BYTES
from tests.picture_samples import chunk, png

unix = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and rights as Unix has them")


def refusal(folder: Path, name: str = "x.png") -> tuple[str, str]:
    """The code and the words with which a picture is refused."""
    with pytest.raises(NoPicture) as refused:
        Beside(folder).find(name)
    assert refused.value.what.isprintable()
    assert refused.value.remedy
    return refused.value.code, refused.value.what


@pytest.mark.parametrize(
    "name",
    [
        "../x.png", "..", "a/../../x.png", "a/..", "/x.png", "//host/x.png", "~/x.png", "~root/x.png",
        r"..\x.png", r"a\x.png", r"\\host\x.png", "C:x.png", "c:/x.png", "file:///x.png", "https://x/x.png",
        "data:image/png", "", "/", "a/", "a//x.png", "./x.png", ".", "x.png.", "x.png ", "a./x.png", "con",
        "CON.png", "lpt1.png", "com¹.png", "a/nul.tar.png", "aux .png", "conin$", "x.png:stream", "a*.png",
        'a".png', "a\nb.png", "a\0.png", "a\u202e.png", "\ud800.png", "<x>.png",
    ],
)  # fmt: skip
def test_a_name_that_could_lead_elsewhere_is_refused_before_anything_is_opened(
    name: str, tmp_path: Path
) -> None:
    assert refusal(tmp_path, name)[0] == "picture-name"


@pytest.mark.parametrize("name", ["x.png", "a/b/c.jpeg", "console.png", "a..b.png", ".x.png", "0", "лес.png"])
def test_an_ordinary_name_may_be_written(name: str) -> None:
    check_name(name)


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from(["..", ".", "/", "\\", "a", "con", ":", " "])).map("".join)
)
@settings(max_examples=300, deadline=None)
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    try:
        check_name(name)
    except NoPicture:
        return
    assert os.path.normpath(f"/pack/{name}") == f"/pack/{name}"


def a_link(to: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(to)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(path.parent)
        server.bind(path.name)


def not_readable(path: Path) -> None:
    path.write_bytes(png())
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("whoever runs this may read everything")


def large(path: Path) -> None:
    path.write_bytes(png() + bytes(MAX_PICTURE_BYTES))


def huge(path: Path) -> None:
    """A terabyte with nothing in it, as far as the file system allows."""
    with path.open("wb") as file:
        file.truncate(1 << 40)


@unix
@pytest.mark.parametrize(
    ("make", "code", "said"),
    [
        (lambda path: None, "no-picture", "there is no 'x.png' beside this pack"),
        (a_link("/etc/passwd"), "picture-name", "'x.png' is a link that leads out of the folder"),
        (a_link("../outside.png"), "picture-name", "'x.png' is a link that leads out of the folder"),
        (a_link("/dev/zero"), "picture-name", "'x.png' is a link that leads out of the folder"),
        (a_link("x.png"), "picture", "'x.png' cannot be read: too many levels of symbolic links"),
        (a_link("gone.png"), "picture", "'x.png' cannot be read: no such file or directory"),
        (lambda path: path.mkdir(), "picture", "'x.png' is a folder, not a file"),
        (os.mkfifo if sys.platform != "win32" else None, "picture", "'x.png' is not an ordinary file"),
        (a_socket, "picture", "'x.png' cannot be read: no such device or address"),
        (not_readable, "picture", "'x.png' cannot be read: permission denied"),
        (large, "picture", "'x.png' has more than 8 MB"),
        (huge, "picture", "'x.png' has more than 8 MB"),
        (lambda path: path.write_bytes(b""), "picture", "'x.png' is empty"),
        (lambda path: path.write_bytes(b"GIF89a"), "picture", "'x.png' is a GIF picture"),
        (lambda path: path.write_bytes(png()[:-1]), "picture", "'x.png' is damaged: it ends too early"),
    ],
)
def test_what_lies_there_instead_of_a_picture_is_told(
    make: Callable[[Path], None], code: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "packs"
    folder.mkdir()
    (tmp_path / "outside.png").write_bytes(png())
    make(folder / "x.png")
    assert refusal(folder) == (code, said)


@unix
def test_a_link_that_stays_in_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(png(100, 50))
    (tmp_path / "x.png").symlink_to("real.png")
    assert Beside(tmp_path).find("x.png").header.width == 100


@unix
def test_a_folder_that_is_a_link_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.png").write_bytes(png())
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "in").symlink_to("../elsewhere")
    assert refusal(tmp_path / "packs", "in/x.png")[0] == "picture-name"


def test_a_picture_of_just_the_allowed_size_is_read(tmp_path: Path) -> None:
    start, end = png()[:-12], png()[-12:]
    rest = MAX_PICTURE_BYTES - len(start) - len(end) - 12
    (tmp_path / "x.png").write_bytes(start + chunk(b"zzZz", bytes(rest)) + end)
    assert (tmp_path / "x.png").stat().st_size == MAX_PICTURE_BYTES
    assert Beside(tmp_path).find("x.png").header.width == 64
