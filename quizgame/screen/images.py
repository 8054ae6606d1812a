"""Pictures of questions behind the wall, read and scaled beside the loop; knows no scene and no pack."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pygame

from quizgame.screen.beside import Beside

if TYPE_CHECKING:
    from quizgame.quiz.question import Picture

    Load = Callable[[Picture, tuple[int, int]], pygame.Surface | None]

KEPT = 6  # pictures, each at one size
PATIENCE = 0.03  # seconds that a frame waits for a picture: most are there by then, and nothing flickers
MIRRORED = (2, 4, 5, 7)
QUARTERS = {3: 2, 4: 2, 5: 1, 6: 3, 7: 3, 8: 1}
"""By how many quarters to the left a picture of that turn is set upright, once it is mirrored."""


class Wanted(NamedTuple):
    """A picture at a size in pixels."""

    picture: Picture
    size: tuple[int, int]


class Images:
    """The pictures that were asked for lately; those that cannot be shown are None.

    One is read at a time. Where the window's size changes again and again, only the last one counts.
    """

    def __init__(self, load: Load | None = None) -> None:
        reads = load or load_picture
        self._ready: dict[Wanted, pygame.Surface | None] = {}
        self._beside = Beside[Wanted, pygame.Surface]("picture", lambda wanted: reads(*wanted))
        self._version = 0

    @property
    def version(self) -> int:
        """Rises whenever a picture that a frame had to do without has come."""
        self._collect()
        return self._version

    def piece(self, picture: Picture, size: tuple[int, int]) -> pygame.Surface | None:
        """The picture at that size, at another one stretched to it, or None: not yet, or not at all."""
        wanted = Wanted(picture, size)
        self._collect()
        if wanted not in self._ready:
            self._ask(wanted)
        if wanted in self._ready:
            return self._ready[wanted]
        other = next((piece for key, piece in self._ready.items() if key.picture == picture and piece), None)
        return pygame.transform.smoothscale(other, size) if other else None

    def finish(self, seconds: float | None = None) -> None:
        """Wait until nothing is being read, or so many seconds for a file that hangs."""
        while self._beside.reads and self._beside.wait(seconds):
            self._collect()

    def _ask(self, wanted: Wanted) -> None:
        if self._beside.want(wanted) and not any(key.picture == wanted.picture for key in self._ready):
            self._beside.wait(PATIENCE)
            self._collect()

    def _collect(self) -> None:
        """Take in what has been read."""
        if come := self._beside.come():
            self._ready[come.key] = come.value
            self._version += 1
            while len(self._ready) > KEPT:
                del self._ready[next(iter(self._ready))]


def load_picture(picture: Picture, size: tuple[int, int]) -> pygame.Surface | None:
    """The picture upright at that size; None where its file is gone, has changed, or cannot be decoded."""
    # Few packs have pictures, and every start would pay for these.
    from hashlib import sha256

    from quizgame.quiz.question import MAX_PICTURE_BYTES

    path = Path(picture.path)
    try:
        if not path.is_file():  # opening a pipe would wait for somebody to write into it
            return None
        with path.open("rb") as file:
            data = file.read(MAX_PICTURE_BYTES + 1)
        # Only what was looked at when the pack was read is decoded: its size is known to be harmless.
        if sha256(data).hexdigest() != picture.sha256:
            return None
        return _fitted(_decoded(data, picture), picture.turn, size)
    except (OSError, pygame.error, MemoryError, ValueError):
        return None


def _decoded(data: bytes, picture: Picture) -> pygame.Surface:
    whole = pygame.image.load(BytesIO(data))
    if whole.get_size() != (picture.width, picture.height):
        raise ValueError("the picture is not what its header says")
    if whole.get_bitsize() >= 24:
        return whole
    coloured = pygame.Surface(whole.get_size(), pygame.SRCALPHA, 32)
    coloured.blit(whole, (0, 0))
    return coloured


def _fitted(whole: pygame.Surface, turn: int, size: tuple[int, int]) -> pygame.Surface:
    """Scaled first and turned then, which moves fewer pixels."""
    lying = QUARTERS.get(turn, 0) % 2 == 1
    piece = pygame.transform.smoothscale(whole, size[::-1] if lying else size)
    if turn in MIRRORED:
        piece = pygame.transform.flip(piece, True, False)
    if turn in QUARTERS:
        piece = pygame.transform.rotate(piece, 90 * QUARTERS[turn])
    if piece.get_flags() & pygame.SRCALPHA:
        return piece
    plain = pygame.Surface(size, depth=32)
    plain.blit(piece, (0, 0))
    return plain
