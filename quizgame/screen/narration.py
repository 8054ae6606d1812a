"""Reads screens aloud: all of one when asked, or whatever changes; knows no question and no program."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from quizgame.screen.canvas import LEFT, TOP, Notes
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Page, Scene
from quizgame.screen.theme import Colour, Style
from quizgame.screen.widgets import Spot, hint_line

if TYPE_CHECKING:
    from quizgame.quiz.question import Picture

OFF, ON_A_KEY, ALWAYS = "off", "key", "always"
READINGS = (OFF, ON_A_KEY, ALWAYS)
ENDINGS = ".!?:;,"


class Voice(Protocol):
    """Something that speaks without being waited for."""

    @property
    def speaking(self) -> bool: ...

    def say(self, text: str) -> None: ...

    def stop(self) -> None: ...

    def close(self) -> None: ...


class Placed(NamedTuple):
    """Words and where they stand."""

    text: str
    rect: Rect


class Transcript(Notes):
    """A canvas that keeps words and pictures with their places, in the order in which they were drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[Placed] = []

    def text(
        self, text: str, rect: Rect, style: Style, colour: Colour, align: str = LEFT, valign: str = TOP,
        glow: bool = False,
    ) -> None:  # fmt: skip
        self.words.append(Placed(text, rect))

    def shape(self, name: str, rect: Rect, colour: Colour) -> None:
        """Of shapes only a box to tick says something that no word beside it does."""
        if name == "box":
            self.words.append(Placed("not ticked", rect))
        elif name == "tick" and self.words and self.words[-1].text == "not ticked":
            self.words[-1] = Placed("ticked", self.words[-1].rect)

    def picture(self, picture: Picture, rect: Rect, style: Style) -> None:
        self.words.append(Placed(f"Picture: {picture.alt}", rect))


def sentences(parts: Sequence[str]) -> str:
    """Parts put together so that a voice pauses between them."""
    cleaned = (" ".join(part.split()) for part in parts)
    return " ".join(part if part[-1] in ENDINGS else f"{part}." for part in cleaned if part)


def written(scene: Scene[Any], page: Page) -> list[Placed]:
    """All words on a screen but the hints, as they stand when nothing moves."""
    transcript, still = Transcript(), page._replace(theme=page.theme._replace(motion=False))
    scene.draw(transcript, still)
    foot = hint_line(page)
    return [words for words in transcript.words if words.text.strip() and not _within(words.rect, foot)]


def whole(scene: Scene[Any], page: Page, asked: bool = False) -> str:
    """What a screen says when it is read from top to bottom; the focus comes last."""
    own = scene.spoken(page, asked)
    if own:
        return own
    spot = _focused(scene, page)
    placed = [
        words
        for words in written(scene, page)
        if len(words.text) > 1 and not (spot and _within(words.rect, spot.rect))  # no boards of letters
    ]
    return sentences([*(words.text for words in placed), at_focus(scene, page)])


def at_focus(scene: Scene[Any], page: Page) -> str:
    """The words on the thing that has the focus."""
    spot = _focused(scene, page)
    if spot is None:
        return ""
    return sentences([words.text for words in written(scene, page) if _within(words.rect, spot.rect)])


def _focused(scene: Scene[Any], page: Page) -> Spot | None:
    if not isinstance(scene, FocusScene):
        return None
    id = scene.focused(page)
    return next((spot for spot in scene.spots(page) if spot.id == id), None)


def _within(words: Rect, room: Rect) -> bool:
    return room.holds(*words.middle)


class Narrator:
    """Who reads aloud: stops when another screen comes, and when asked again."""

    def __init__(
        self, voice: Callable[[], Voice | None] = lambda: None, how: Callable[[], str] = str
    ) -> None:
        """`voice()` is made when it is first needed, None where there is none; `how()` is one of READINGS."""
        self._make, self._how = voice, how
        self._voice: Voice | None = None
        self._made = False
        self._scene: Scene[Any] | None = None
        self._owed = False  # the whole screen is to be read as soon as it may be
        self._still: Hashable = None
        self._own = self._pointed = ""

    def asked(self, scene: Scene[Any] | None, page: Page) -> None:
        """The player wants to hear the screen, or to hear no more of it."""
        if self._how() == OFF or scene is None:
            return
        voice = self._speaker()
        if voice and voice.speaking:
            voice.stop()
        elif voice and scene.holds_back(page):
            self._owed = True
        elif voice:
            voice.say(whole(scene, page, asked=True))

    def follow(self, scene: Scene[Any], page: Page) -> None:
        """Look whether there is something new; called every frame."""
        fresh, always = scene is not self._scene, self._how() == ALWAYS
        if fresh and self._voice:
            self._voice.stop()
        self._scene, self._owed = scene, always if fresh else self._owed
        if scene.holds_back(page):
            return
        owed, self._owed = self._owed, False
        if not always:
            self._still = None
            if owed:
                self.asked(scene, page)
            return
        still = (page.stage, scene.still(page))
        if owed or still != self._still:
            self._still = still
            self._tell(scene, page, owed)

    def _tell(self, scene: Scene[Any], page: Page, all_of_it: bool) -> None:
        """Say all of a screen, or what it has to say only now, or else where the focus is."""
        before = self._own, self._pointed
        self._own, self._pointed = scene.spoken(page), at_focus(scene, page)
        voice = self._speaker()
        if voice is None:
            return
        if all_of_it or self._own != before[0]:
            new = self._own if all_of_it else self._own.removeprefix(before[0])
            voice.say(new or whole(scene, page))
        elif self._pointed != before[1]:
            voice.say(self._pointed)

    def _speaker(self) -> Voice | None:
        if not self._made:
            self._made, self._voice = True, self._make()
        return self._voice

    def close(self) -> None:
        """Fall silent for good."""
        if self._voice:
            self._voice.close()
