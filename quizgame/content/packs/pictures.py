"""The pictures beside a pack: finds and looks at the files that questions name; knows no question."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from quizgame import ordinary
from quizgame.content.fields import shown
from quizgame.content.likeness import nearest
from quizgame.content.packs.image_headers import JPEG, PNG, Header, Unusable, read_header
from quizgame.quiz.question import MAX_PICTURE_BYTES

MAX_ALT = 200
MAX_PICTURE_NAME = 120

ENDINGS = {PNG: (".png",), JPEG: (".jpg", ".jpeg")}
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_INSIDE = "put the picture into the pack's folder and write its name, for example 'skyline.png'"
_RENAMED = "give the file another name, of letters, figures and hyphens"


class NoPicture(ValueError):
    """A picture that cannot be had: a problem's code, what is wrong, and what to do."""

    def __init__(self, code: str, what: str, remedy: str) -> None:
        super().__init__(what)
        self.code, self.what, self.remedy = code, what, remedy


@dataclass(frozen=True, slots=True)
class Found:
    """A picture's absolute path, the SHA-256 of its bytes, and what its header says."""

    path: str
    sha256: str
    header: Header

    @property
    def lying_ending(self) -> str:
        """The ending of the name where it stands for another format; "" otherwise."""
        ending = Path(self.path).suffix
        fits = ending.lower() in ENDINGS[self.header.format]
        return "" if fits else ending


class Beside:
    """The files in the folder of one pack; each is looked at once, however many questions name it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self._seen: dict[str, Found | NoPicture] = {}
        self._entries: dict[Path, dict[str, str]] = {}
        self.named: list[str] = []
        """Absolute paths of all that was asked for and may lie here, found or not."""

    def find(self, name: str) -> Found:
        """The picture of that name; raises NoPicture. Reads at most MAX_PICTURE_BYTES and a byte of it."""
        if name not in self._seen:
            try:
                self._seen[name] = self._look(name)
            except NoPicture as problem:
                self._seen[name] = problem
        seen = self._seen[name]
        if isinstance(seen, NoPicture):
            raise seen
        return seen

    def _look(self, name: str) -> Found:
        check_name(name)
        path = self._folder.joinpath(*name.split("/"))
        self.named.append(str(path))
        # Not Path.resolve, which raises RuntimeError where a link leads to itself.
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self._folder)):
            raise NoPicture("picture-name", f"{shown(name)} is a link that leads out of the folder", _INSIDE)
        path = self._as_written(name)
        data = _bytes(path, name)
        try:
            return Found(str(path), hashlib.sha256(data).hexdigest(), read_header(data))
        except Unusable as problem:
            raise NoPicture("picture", f"{shown(name)} {problem.what}", problem.remedy) from None

    def _as_written(self, name: str) -> Path:
        """The path of a file whose name is written just so: other systems tell A from a."""
        path = self._folder
        for part in name.split("/"):
            entry = self._names_in(path).get(_composed(part))
            if entry is None:
                raise NoPicture(
                    "no-picture", f"there is no {shown(name)} beside this pack", self._near(path, part)
                )
            path /= entry
        return path

    def _names_in(self, folder: Path) -> dict[str, str]:
        if folder not in self._entries:
            try:
                names = [path.name for path in folder.iterdir()]
            except OSError:
                names = []
            self._entries[folder] = {_composed(name): name for name in sorted(names)}
        return self._entries[folder]

    def _near(self, folder: Path, part: str) -> str:
        near = nearest(part, [name for name in self._names_in(folder) if name.isprintable()])
        return f"did you mean {shown(near)}?" if near else _INSIDE


def check_name(name: str) -> None:
    """Raise NoPicture where a name could lead out of a folder, or could not be a file's on every system."""
    if not name.isprintable():
        what = "the name has a line break in it, or another sign that no name should have"
        raise NoPicture("picture-name", what, _RENAMED)
    faults = [_fault(name), *map(_fault_of_part, name.split("/"))]
    fault = next((fault for fault in faults if fault), None)
    if fault:
        raise NoPicture("picture-name", f"{shown(name)} {fault[0]}", fault[1])


def _fault(name: str) -> tuple[str, str] | None:
    """What is wrong with a whole name, and the remedy; None where nothing is."""
    if name.startswith(("/", "\\", "~")) or re.match(r"[a-z]:", name, re.IGNORECASE):
        return "is not a name inside the pack's folder", _INSIDE
    if _ADDRESS.match(name):
        return "is an address, and pictures are not fetched", _INSIDE
    return ("has a '\\' in it", "write '/' between a folder and a name") if "\\" in name else None


def _fault_of_part(part: str) -> tuple[str, str] | None:
    """What keeps a folder's or a file's name from being one, and the remedy; None where nothing does."""
    if part == "..":
        return "leads out of the pack's folder", _INSIDE
    if part in ("", "."):
        return "has a '/' or a '.' too many", "write only its name, for example 'skyline.png'"
    if part[-1] in ". " or re.search(r'[<>:"|?*]', part):
        return "is a name that not every system allows", _RENAMED
    if _DEVICES.fullmatch(part.split(".", 1)[0].rstrip()):
        return "is the name of a device on Windows", _RENAMED
    return None


def _bytes(path: Path, name: str) -> bytes:
    """A file's bytes, and no more than may be; raises NoPicture."""
    try:
        with ordinary.opened(path) as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > MAX_PICTURE_BYTES else file.read(MAX_PICTURE_BYTES + 1)
    except ordinary.NotOrdinary:
        raise NoPicture("picture", f"{shown(name)} is not an ordinary file", _INSIDE) from None
    except OSError as error:
        raise _unreadable(path, name, error) from None
    if max(size, len(data)) > MAX_PICTURE_BYTES:
        what = f"{shown(name)} has more than {MAX_PICTURE_BYTES // 1_000_000} MB"
        raise NoPicture("picture", what, "make it smaller, or save it as JPEG")
    return data


def _unreadable(path: Path, name: str, error: OSError) -> NoPicture:
    if path.is_dir():
        return NoPicture("picture", f"{shown(name)} is a folder, not a file", _INSIDE)
    why = (error.strerror or error.__class__.__name__).lower()
    return NoPicture("picture", f"{shown(name)} cannot be read: {why}", "see who may read it")


def _composed(name: str) -> str:
    """A name as most systems keep it: a letter and its accent may be two characters on a Mac."""
    return unicodedata.normalize("NFC", name)
