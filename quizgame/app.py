"""Makes the parts of the game and hands each only what it needs; knows no rules and draws nothing."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from quizgame import __version__, resources
from quizgame.parts import Parts, World
from quizgame.reading import Content
from quizgame.screen import clipboard
from quizgame.screen.keymap import keymap_of
from quizgame.screen.leaving import Guarded
from quizgame.screen.mix import Volumes
from quizgame.screen.narration import Narrator
from quizgame.screen.narration import Voice as Speaking
from quizgame.screen.scene import Scene
from quizgame.screen.sizing import Extent
from quizgame.screen.stories import Show
from quizgame.screen.theme import theme_of
from quizgame.screen.window import Keys, Window, Wishes
from quizgame.store import settings as settings_file
from quizgame.store.paths import Places, find_places
from quizgame.store.settings import Settings
from quizgame.story import leaving, story

if TYPE_CHECKING:
    from datetime import datetime

    from quizgame.proof import Proofs


def play(on_first_frame: Callable[[], None] | None = None, opening: str = "") -> None:
    """Open the window and play until it is closed; an `opening` is a challenge to begin with.

    Raises NoDisplay where there is no screen, and Incomplete where this copy lacks its files.
    """
    places = find_places()
    settings, told = settings_file.load(places)
    wishes = Wishes()
    follow(wishes, settings)
    window = Window(resources.assets(), wishes, Extent(settings.window, settings.maximised), opening=True)
    world = World(
        clock=window.now,
        seed=fresh_seed,
        today=now,
        applied=lambda new: follow(wishes, new),
        version=__version__,
        sources=source_titles,
        assets=asset_lines,
        copy=clipboard.copy,
        paste=clipboard.paste,
        pads=window.pads,
        speaks=lambda: voice() is not None,
        picture=picture,
    )
    parts = Parts(places, content(places, settings), settings, world)
    for notice in (*told, *keymap_of(settings.keys, settings.pad)[1]):
        parts.tell(notice)
    show = Guarded(story(parts, opening), lambda: leaving(parts), ("title",))
    later = (keep_started, lambda: warm_up(parts))
    try:
        window.run(show, keys(parts, show), later, on_first_frame)
    finally:
        parts.content.close()


def keys(parts: Parts, show: Guarded) -> Keys:
    """What the keys do that work on every screen, and who is asked when the window is to be closed."""
    return Keys(
        full_screen=lambda: parts.change(full_screen=not parts.settings.full_screen),
        mute=lambda: parts.change(muted=not parts.settings.muted),
        music=lambda: parts.change(music_on=not parts.settings.music_on),
        narrator=Narrator(voice, lambda: parts.settings.read_aloud),
        leave=show.leave,
        sized=lambda extent: parts.change(window=extent.sides, maximised=extent.maximised),
    )


def preview(proofs: Proofs, place: int) -> None:
    """Open a window on a preview, until it is closed; raises NoDisplay and Incomplete.

    It looks as the settings say; what is changed in it is not kept.
    """
    from quizgame.preview import story as previewed

    wishes = Wishes()
    settings = settings_file.load(find_places())[0]
    follow(wishes, settings)
    window = Window(resources.assets(), wishes, Extent(settings.window, settings.maximised))

    def fill_screen() -> None:
        wishes.full_screen = not wishes.full_screen

    def mute() -> None:
        wishes.volumes = wishes.volumes._replace(muted=not wishes.volumes.muted)

    try:
        window.run(Show(previewed(proofs, place)), Keys(fill_screen, mute), (proofs.start,))
    finally:
        proofs.stop()


def keep_started() -> None:
    """From now on garbage is looked for, but not among what the start has made."""
    gc.freeze()
    gc.enable()


def warm_up(parts: Parts) -> None:
    """Do beside the title what the next screens need: import, open the scores, read the questions."""
    threading.Thread(target=_warm_up, args=[parts], name="warm-up", daemon=True).start()


def _warm_up(parts: Parts) -> None:
    from quizgame.screen.scenery import give_back

    parts.make_room()
    parts.content.start()
    import_module("quizgame.playing")
    parts.open_scores()
    give_back()


def picture(scene: Scene[Any], size: tuple[int, int]) -> bytes:
    """A scene as a PNG of that many pixels."""
    from quizgame.screen import snapshot

    return snapshot.png(scene, resources.assets(), size)


def fresh_seed() -> str:
    """A seed that nobody can foresee, short enough for a code."""
    from quizgame.quiz.challenge import SEED_BYTES, new_seed

    return new_seed(os.urandom(SEED_BYTES))


def now() -> datetime:
    """The player's local date and time, with its offset."""
    from datetime import datetime

    return datetime.now().astimezone()


def content(places: Places, settings: Settings) -> Content:
    """The questions that came with the game, and the player's own beside them."""
    folders = [resources.questions(), places.questions]
    return Content(places.cache / "catalogue.sqlite3", folders, frozenset(settings.packs_off))


def follow(wishes: Wishes, settings: Settings) -> None:
    """Let the window follow the settings."""
    wishes.theme = theme_of(settings.text_size, settings.high_contrast, settings.reduced_motion)
    wishes.keymap = keymap_of(settings.keys, settings.pad)[0]
    wishes.full_screen = settings.full_screen
    wishes.volumes = Volumes(settings.music, settings.effects, settings.muted, settings.music_on)


def voice() -> Speaking | None:
    """What reads aloud; None where nothing can."""
    from quizgame.screen.speech import Voice, find_program

    program = find_program()
    return Voice(program) if program else None


def source_titles() -> Sequence[str]:
    """The titles of the documents that the shipped questions come from."""
    from quizgame.content.facts.read import read_sources
    from quizgame.content.reader import read

    path = resources.questions() / "heat" / "sources.yaml"
    node, _ = read(path.read_bytes(), str(path))
    return [source.title.value for source in read_sources(node, str(path))[0]] if node else []


def asset_lines() -> Sequence[str]:
    """What CREDITS.md says of fonts, pictures and sounds, as plain lines."""
    try:
        text = (resources.assets() / "CREDITS.md").read_text("utf-8")
    except OSError:
        return []
    lines = (line.strip() for line in text.splitlines())
    return [
        line.lstrip("-* ").replace("`", "").replace("**", "") for line in lines if line.startswith(("-", "*"))
    ]
