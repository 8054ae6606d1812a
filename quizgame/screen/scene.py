"""What a scene is, what reaches it and what it gives back; knows no scene by name and no pygame."""

from __future__ import annotations

from collections.abc import Generator, Hashable
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from quizgame.screen.canvas import Canvas, Ruler
from quizgame.screen.keymap import USUAL, Keymap
from quizgame.screen.layout import Rect, area_of
from quizgame.screen.theme import Theme

R = TypeVar("R")


class Device(StrEnum):
    """What the player used last; the hints follow it."""

    KEYS = "keys"
    MOUSE = "mouse"
    PAD = "pad"


class Action(StrEnum):
    """What a key or a button means."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    NEXT = "next"
    PREVIOUS = "previous"
    PAGE_UP = "page up"
    PAGE_DOWN = "page down"
    FIRST = "first"
    LAST = "last"
    ACCEPT = "accept"
    BACK = "back"
    PAUSE = "pause"
    ERASE = "erase"
    FLAG = "flag"
    OPTION_1 = "option 1"
    OPTION_2 = "option 2"
    OPTION_3 = "option 3"
    OPTION_4 = "option 4"
    OPTION_5 = "option 5"
    OPTION_6 = "option 6"
    CREW_1 = "crew 1"
    CREW_2 = "crew 2"
    CREW_3 = "crew 3"
    CREW_4 = "crew 4"
    COPY = "copy"
    PASTE = "paste"
    SAVE = "save"
    READ = "read"
    MUTE = "mute"
    MUSIC = "music"
    FULL_SCREEN = "full screen"
    OTHER = "other"


OPTIONS = tuple(action for action in Action if action.startswith("option "))
CREW = (Action.CREW_1, Action.CREW_2, Action.CREW_3, Action.CREW_4)
KEYBOARD = "keyboard"  # the source of a key; those of pads are "pad 1", "pad 2" and so on


class Press(NamedTuple):
    """A key or a button; where text is wanted, keys that write come only as Typed."""

    action: Action


class Typed(NamedTuple):
    """Text from the keyboard or an input method; where none is wanted, digits and the minus sign alone."""

    text: str


class Point(NamedTuple):
    """The pointer was moved by hand to here (virtual units)."""

    x: float
    y: float


class Click(NamedTuple):
    """The main button was pressed here."""

    x: float
    y: float


class Button(NamedTuple):
    """A key or a pad's button, told apart from all others: where several play, each has their own."""

    source: str
    name: str


class Pushed(NamedTuple):
    """A button that the scene claims for itself: it means nothing else there."""

    button: Button


class Plugged(NamedTuple):
    """A pad was plugged in, or pulled out."""

    source: str
    there: bool


class Scroll(NamedTuple):
    """The wheel was turned; positive is upwards."""

    steps: float


class Away(NamedTuple):
    """The window was hidden: whoever has a clock running should stop it."""


class Dropped(NamedTuple):
    """A file was dropped on the window; where it lies."""

    path: str


Input = Press | Typed | Point | Click | Scroll | Away | Dropped | Pushed | Plugged


def pressed(input: Input, *actions: Action) -> bool:
    """Whether the input is one of these presses."""
    return isinstance(input, Press) and input.action in actions


class Page(NamedTuple):
    """What a scene may know of the window: its room, the look, how wide words are, the time in ms, keys."""

    stage: Rect
    theme: Theme
    ruler: Ruler
    device: Device = Device.KEYS
    now: int = 0
    keymap: Keymap = USUAL

    @property
    def area(self) -> Rect:
        """The room for content."""
        return area_of(self.stage)


class Mood(NamedTuple):
    """What a screen sounds like: how hot the run is (0 to 1), if one is played; `hushed` where it stops."""

    heat: float = 0.0
    playing: bool = False
    hushed: bool = False


class Finished(NamedTuple, Generic[R]):
    """The scene is over and this is what came of it."""

    result: R


class Scene(Generic[R]):
    """A screen. Its `draw` changes nothing; it never names the scene that follows.

    `draw` is called again only when `still` has changed, `draw_live` when `live` has. `behind` is the mood
    of the screen before; one that `continues` another goes on from its very picture.
    """

    def __init__(self) -> None:
        self.behind = Mood()
        self.continues: Scene[Any] | None = None
        self._cues: list[str] = []

    @property
    def wants_text(self) -> bool:
        """Whether keys write now: letters then mean nothing else."""
        return False

    def claims(self, button: Button) -> bool:
        """Whether this button comes as Pushed now, and not as what it means elsewhere."""
        return False

    def handle(self, input: Input, page: Page) -> Finished[R] | None:
        """Something was pressed, typed or pointed at."""
        raise NotImplementedError

    def arrive(self, page: Page) -> None:
        """It comes on the screen, or back to it; what moves in begins to move. Not told, it stands still."""

    def tick(self, page: Page) -> Finished[R] | None:
        """A moment passed."""
        return None

    def spoken(self, page: Page, asked: bool = False) -> str:
        """What is to be read aloud; "" for all that is written. Who `asked` is told the seconds left, too."""
        return ""

    def holds_back(self, page: Page) -> bool:
        """Whether a voice must wait, for what this screen has to tell is not to be seen yet either."""
        return False

    def ahead(self, page: Page) -> str:
        """The place before which a next screen is likely to stand, if it is another one."""
        return ""

    def mood(self) -> Mood:
        """What the music should be like: as it was, where nothing else is said."""
        return self.behind

    def draw(self, canvas: Canvas, page: Page) -> None:
        """Draw everything that stands still."""
        raise NotImplementedError

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        """Draw what moves, on top."""

    def still(self, page: Page) -> Hashable:
        """What `draw` would show, as a value to compare."""
        return None

    def live(self, page: Page) -> Hashable:
        """What `draw_live` would show, as a value to compare; None when nothing moves."""
        return None

    def cue(self, sound: str) -> None:
        """Let a sound be heard."""
        self._cues.append(sound)

    def sounds(self) -> list[str]:
        """The sounds that became due since the last call."""
        cues, self._cues = self._cues, []
        return cues


Story = Generator[Scene[Any], Any, None]


def show(scene: Scene[R]) -> Generator[Scene[Any], Any, R]:
    """Put a scene on the screen; `result = yield from show(scene)` in a story."""
    result: R = yield scene
    return result
