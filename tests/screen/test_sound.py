"""What is heard, and where nothing can be: devices that come and go, broken files, volumes, memory."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pygame
import pytest

from quizgame.resources import assets
from quizgame.screen.canvas import Canvas, Notes, PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.mix import Volumes
from quizgame.screen.music import CALM, KEEP_MS, LAYERS
from quizgame.screen.scene import Action, Finished, Input, Mood, Page, Press, Scene, Story, show
from quizgame.screen.sound import Mixer, Sound
from quizgame.screen.stories import Show
from quizgame.screen.theme import Theme
from quizgame.screen.toast import SHOWN_MS, Toast, switched

SOUNDS = assets() / "sounds"
USUAL = Volumes()


def page() -> Page:
    return Page(stage_of(1280, 720), Theme(), PlainRuler())


class Room(Scene[None]):
    """A scene of one mood that is over at the first press."""

    def __init__(self, mood: Mood, *sounds: str) -> None:
        super().__init__()
        self._mood = mood
        for sound in sounds:
            self.cue(sound)

    def mood(self) -> Mood:
        return self._mood

    def handle(self, input: Input, page: Page) -> Finished[None]:
        self.cue("choose")
        return Finished(None)

    def draw(self, canvas: Canvas, page: Page) -> None:
        pass


def rooms(*scenes: Room) -> Show:
    def story() -> Story:
        for scene in scenes:
            yield from show(scene)

    return Show(story(), ("title",))


@pytest.fixture(autouse=True)
def device(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    yield
    pygame.mixer.quit()


def event(kind: int, which: int = 0, iscapture: int = 0) -> pygame.Event:
    return pygame.Event(kind, which=which, iscapture=iscapture)


def frames(mixer: Mixer, mood: Mood, start: int, end: int, volumes: Volumes = USUAL) -> None:
    for now in range(start, end, 20):
        mixer.frame([], mood, volumes, now)


def in_a_run(mixer: Mixer, now: int = 0) -> int:
    """Play until the layers of a run sound; the time it is then."""
    mixer.frame([], Mood(0.5, True), Volumes(), now)
    for name in LAYERS:
        mixer._decoder.sound(name)  # decoded here and now rather than beside the test
    frames(mixer, Mood(0.5, True), now, now + 4000)
    return now + 4000


def layers_play() -> bool:
    return pygame.mixer.Channel(0).get_busy() and pygame.mixer.Channel(1).get_busy()


def test_without_a_device_everything_goes_on_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonsense")
    sound, told = Sound(SOUNDS), rooms(Room(Mood(0.5, True), "right"))
    sound.open()
    sound.frame(told, Volumes(), 0)
    assert told.sounds() == []  # they are not kept for later
    sound.close()


def test_a_device_that_is_plugged_in_later_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonsense")
    sound = Sound(SOUNDS)
    sound.open()
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    sound.notice(event(pygame.AUDIODEVICEADDED, iscapture=1))
    assert pygame.mixer.get_init() is None
    sound.notice(event(pygame.AUDIODEVICEADDED))
    assert pygame.mixer.get_init() is not None


def test_a_device_that_is_pulled_out_is_replaced_or_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    sound, told = Sound(SOUNDS), rooms(Room(Mood(0.5, True), "right"))
    sound.open()
    sound.frame(told, Volumes(), 0)
    sound.notice(event(pygame.AUDIODEVICEREMOVED, which=2))
    assert pygame.mixer.get_init() is not None
    sound.frame(told, Volumes(), 20)
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonsense")
    sound.notice(event(pygame.AUDIODEVICEREMOVED, which=0))  # somebody else's
    assert pygame.mixer.get_init() is not None
    sound.notice(event(pygame.AUDIODEVICEREMOVED, which=2))
    assert pygame.mixer.get_init() is None
    sound.frame(told, Volumes(), 40)


def test_frames_must_not_be_late_while_the_music_changes_or_an_effect_is_due() -> None:
    sound, told = Sound(SOUNDS), rooms(Room(Mood()), Room(Mood(0.5, True), "right", "heat_up"))
    seen = [sound.glides]
    sound.open()
    for now in (*range(0, 10_000, 100), 60_000):
        sound.frame(told, USUAL, now)
        seen.append(sound.glides)
    assert not seen[0]
    assert seen[2]
    assert not seen[-1]
    told.handle(Press(Action.ACCEPT), page())
    silent = Volumes(music=0)
    for now in (60_000, 70_000, 70_100):
        sound.frame(told, silent, now)
        seen.append(sound.glides)
    assert seen[-3], "what comes of the answer is still to be heard"
    assert not seen[-1]


def test_devices_that_come_before_sound_is_wanted_open_nothing() -> None:
    Sound(SOUNDS).notice(event(pygame.AUDIODEVICEADDED))
    assert pygame.mixer.get_init() is None


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"OggS no more")])
def test_missing_and_broken_files_are_not_heard_and_do_no_harm(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    folder = tmp_path / "sounds"
    shutil.copytree(SOUNDS, folder)
    for path in folder.iterdir():
        spoil(path)
    mixer = Mixer(folder)
    mixer.frame(["right", "no such sound"], Mood(), Volumes(), 0)
    in_a_run(mixer)
    assert not pygame.mixer.get_busy()
    mixer.close()


def test_where_the_music_that_streams_cannot_be_decoded_all_else_is_heard(tmp_path: Path) -> None:
    """An SDL_mixer of a system's own may know no FLAC."""
    folder = tmp_path / "sounds"
    shutil.copytree(SOUNDS, folder)
    (folder / f"{CALM}.flac").write_bytes(b"fLaC to nobody")
    mixer = Mixer(folder)
    now = in_a_run(mixer)
    assert layers_play()
    mixer.frame(["right"], Mood(0.5, True), USUAL, now)
    assert pygame.mixer.Channel(2).get_busy()
    mixer.close()


def test_what_a_scene_said_as_it_ended_is_heard_before_what_the_next_one_says(played: list[str]) -> None:
    sound, told = Sound(SOUNDS), rooms(Room(Mood()), Room(Mood(), "turn"))
    sound.frame(told, Volumes(), 0)
    sound.open()
    told.handle(Press(Action.ACCEPT), page())
    sound.frame(told, Volumes(), 20)
    assert played == ["title", "choose", "turn"]
    sound.close()


def test_what_comes_of_an_answer_is_heard_after_it(mixer: Mixer, played: list[str]) -> None:
    mixer.frame(["right", "heat_down", "right"], Mood(), Volumes(), 1000)
    assert played == ["right"]
    frames(mixer, Mood(), 1020, 1120)
    assert played == ["right"]
    frames(mixer, Mood(), 1120, 1200)
    assert played == ["right", "heat_down"]


def test_a_run_brings_its_layers_and_lets_go_of_them_a_while_after(mixer: Mixer) -> None:
    frames(mixer, Mood(), 0, 2000)
    assert pygame.mixer.music.get_busy()
    assert not layers_play()
    now = in_a_run(mixer, 2000)
    assert layers_play()
    frames(mixer, Mood(hushed=True), now, now + 2 * KEEP_MS)
    now += 2 * KEEP_MS
    assert layers_play(), "a pause, however long, keeps them"
    frames(mixer, Mood(), now, now + KEEP_MS - 1000)
    assert layers_play()
    frames(mixer, Mood(), now + KEEP_MS - 1000, now + KEEP_MS + 100)
    assert not layers_play()
    assert not any(mixer._decoder.knows(name) for name in LAYERS)
    in_a_run(mixer, now + KEEP_MS + 100)
    assert layers_play()


def test_volumes_are_followed_by_what_already_sounds(mixer: Mixer) -> None:
    mixer.frame(["busted"], Mood(), Volumes(), 0)
    playing = pygame.mixer.Channel(2).get_sound()
    assert playing is not None
    before = playing.get_volume()
    mixer.frame([], Mood(), Volumes(effects=20), 20)
    assert playing.get_volume() == pytest.approx(before / 4, abs=0.02)
    mixer.frame([], Mood(), Volumes(muted=True), 40)
    assert playing.get_volume() == 0


def test_muted_nothing_is_played_and_the_music_waits(mixer: Mixer) -> None:
    now = in_a_run(mixer)
    frames(mixer, Mood(0.5, True), now, now + 600, Volumes(muted=True))
    assert pygame.mixer.music.get_volume() == 0
    mixer.frame(["right"], Mood(0.5, True), Volumes(muted=True), now + 600)
    assert not any(pygame.mixer.Channel(number).get_busy() for number in range(2, 16))
    frames(mixer, Mood(0.5, True), now + 600, now + 1200)
    assert pygame.mixer.music.get_volume() > 0.3


def test_music_off_leaves_the_effects(mixer: Mixer) -> None:
    frames(mixer, Mood(), 0, 1000)
    frames(mixer, Mood(), 1000, 2000, Volumes(music_on=False))
    assert pygame.mixer.music.get_volume() == 0
    mixer.frame(["right"], Mood(), Volumes(music_on=False), 2000)
    assert pygame.mixer.Channel(2).get_busy()


def test_the_mixer_closes_while_sounds_are_being_decoded() -> None:
    mixer = Mixer(SOUNDS)
    mixer.frame([], Mood(0.5, True), Volumes(), 0)
    mixer.close()
    assert pygame.mixer.get_init() is None


def shown(toast: Toast, now: int) -> Sequence[str]:
    notes = Notes()
    toast.draw(notes, page()._replace(now=now))
    return [line for line in notes.lines if "SOUND" in line]


def test_what_a_key_did_to_the_sound_is_seen_for_a_moment() -> None:
    toast = Toast()
    assert shown(toast, 0) == []
    toast.say(switched(Action.MUTE, Volumes(muted=True)), 500)
    assert shown(toast, 500 + SHOWN_MS - 1)
    assert "SOUND OFF" in shown(toast, 600)[0]
    assert shown(toast, 500 + SHOWN_MS) == []
    assert switched(Action.MUSIC, Volumes(music_on=False)) == "MUSIC OFF"
    assert switched(Action.FULL_SCREEN, Volumes()) == ""
