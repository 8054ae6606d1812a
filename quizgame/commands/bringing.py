"""The work of an import, from the words of the command to the written packs; prints nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from quizgame.commands import foreign
from quizgame.commands.progress import Progress
from quizgame.commands.writing import NotWritten, put
from quizgame.content.authoring import packfile, proof, schema, starter
from quizgame.content.characters import FORBIDDEN
from quizgame.content.formats import gathering
from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.gathering import Extras, Gathered
from quizgame.content.formats.registry import Format, reader
from quizgame.content.packs.questions import MAX_NAME, MAX_SOURCE
from quizgame.content.packs.read import MAX_TITLE
from quizgame.content.parsing.collector import paused
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.content.telling import bulk
from quizgame.quiz.question import Question
from quizgame.store.errors import plain
from quizgame.store.files import make_folder
from quizgame.store.paths import find_places

_ENDINGS = (".yaml", ".yml")
_MOST_NAMED = 30  # files in the comment of a pack


class Misused(Exception):
    """The words of the command do not fit together; the message says how."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; "" and 0 stand for what nobody said. `folder` is the player's own."""

    files: tuple[str, ...]
    target: Path
    in_game: bool
    form: str
    encoding: str
    extras: Extras
    title: str
    author: str
    licence: str
    report: str
    force: bool
    folder: Path


@dataclass(slots=True)
class Brought:
    """What came of it: everything that was found, and the packs with their numbers of questions.

    `faults` are ways in which a pack could not be read back: mistakes of the game, not of the files.
    """

    gathered: Gathered = field(default_factory=Gathered)
    forms: dict[str, Format] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)
    written: dict[Path, int] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    stale: Path | None = None

    def lines_of(self, file: str) -> Sequence[str]:
        """The lines of a file as they were read."""
        return self.lines.get(file, ())


def wish_of(options: argparse.Namespace) -> Wish:
    """What the words of the command ask for; raises Misused."""
    _known_encoding(options.encoding)
    extras = Extras(
        gathering.topic_of(_short("topic", options.topic, MAX_NAME)),
        options.level or 0,
        _short("source", options.source, MAX_SOURCE),
    )
    folder = find_places().questions
    target = _target(options.to, options.files, folder if options.in_game else None)
    return Wish(
        files=tuple(options.files),
        target=target,
        in_game=options.in_game,
        form=options.form or "",
        encoding=options.encoding or "",
        extras=extras,
        title=_short("title", options.title, MAX_TITLE) or starter.title_from(target.stem),
        author=_short("author", options.author, MAX_TITLE),
        licence=_short("licence", options.licence, MAX_TITLE),
        report=options.report or "",
        force=options.force,
        folder=folder,
    )


def _known_encoding(name: str | None) -> None:
    try:
        b" ".decode(name or "utf-8", "ignore")
    except (LookupError, ValueError):
        raise Misused(f"no encoding is called '{name}'; try cp1252, mac_roman or utf-16") from None


def _short(name: str, words: str | None, most: int) -> str:
    text = " ".join((words or "").split())
    if words is not None and not text:
        raise Misused(f"--{name} is empty")
    if FORBIDDEN.search(text):
        raise Misused(f"--{name} contains a character that cannot be shown")
    if len(text) > most:
        raise Misused(f"--{name} has {len(text)} characters; at most {most} fit")
    return text


def _target(name: str | None, files: Sequence[str], folder: Path | None) -> Path:
    """The pack to write, below the player's folder where it goes into the game."""
    if folder is None and not name:
        raise Misused("say where the pack goes: --to my-pack.yaml, or --in-game")
    first = "import" if files[0] == "-" else Path(files[0]).absolute().stem
    path = Path(name or first)
    if name and folder is None and path.is_dir():
        raise Misused(f"{name} is a folder; name the pack to write in it: --to {path / 'my-pack.yaml'}")
    if path.name.startswith(".") or not path.name or (name and name.endswith(("/", "\\"))):
        raise Misused(f"'{name or first}' cannot be the name of a pack; try --to my-pack.yaml")
    if folder is not None and (path.is_absolute() or ".." in path.parts):
        raise Misused("with --in-game a pack has a name, not a whole path")
    path = path if path.suffix.casefold() in _ENDINGS else path.with_name(f"{path.name}.yaml")
    return path if folder is None else folder / path


def bring(wish: Wish) -> Brought:
    """Read the files and write the packs; raises Misused, and NotWritten with nothing changed."""
    brought = Brought()
    with Progress(sys.stderr) as progress, paused():
        _gather(brought, wish, progress)
        progress.show("comparing", 1, 1)
        gathering.settle(brought.gathered)
        files = _packs(brought, wish, progress)
        if wish.in_game and files:
            _make(wish.target.parent)
        put(files | _report(brought, wish), wish.force)
    return brought


def _make(folder: Path) -> None:
    try:
        make_folder(folder)
    except OSError as error:
        raise NotWritten(f"{folder} could not be made: {plain(error)}") from error


def _gather(brought: Brought, wish: Wish, progress: Progress) -> None:
    """Read every question of every file."""
    sources = foreign.sources(wish.files)
    total, before = sum(source.size for source in sources), 0
    for source in sources:
        try:
            opened = foreign.opened(source, wish.form, wish.encoding)
        except Unreadable as why:
            brought.gathered.problems.append(_unread(source.name, why))
            continue
        brought.forms[source.name] = opened.form
        brought.lines[source.name] = lines = opened.text.split("\n")
        brought.gathered.problems += opened.problems
        reading = reader(opened.form)(opened.text, source.name)
        otherwise = _otherwise(source, opened.form)
        for line in gathering.gather(brought.gathered, reading, source.name, wish.extras, otherwise):
            progress.show("reading", before + source.size * line // len(lines), total)
        before += source.size


def _unread(name: str, why: Unreadable) -> Problem:
    return Problem(name, 0, 0, "unreadable", str(why), why.remedy)


def _otherwise(source: foreign.Source, form: Format) -> Extras:
    """What holds for a question that says nothing of it: its file's name is its topic."""
    if source.path is None:
        return Extras(source=form.source)
    words = " ".join(FORBIDDEN.sub("", source.path.stem).replace("_", " ").split())
    return Extras(gathering.topic_of(words), 0, form.source or FORBIDDEN.sub("", source.path.name))


def _packs(brought: Brought, wish: Wish, progress: Progress) -> dict[Path, bytes]:
    """The packs by their paths, each read back to see that it is what was meant."""
    placed = brought.gathered.placed
    entries = [_entry(one.question) for one in placed]
    pieces = packfile.parts(_header(brought, wish, placed, (1, 1)), entries) if entries else []
    files: dict[Path, bytes] = {}
    for number, piece in enumerate(pieces, 1):
        progress.show("writing", number, len(pieces))
        path = _numbered(wish.target, number) if len(pieces) > 1 else wish.target
        header = _header(brought, wish, placed[piece], (number, len(pieces)))
        text = packfile.pack(header, entries[piece])
        faults = proof.faults(text, str(path), [one.question for one in placed[piece]])
        brought.faults += faults
        # What the game could not read must not lie where it looks.
        path = path.with_name(f"{path.name}.faulty") if faults else path
        files[path] = text.encode()
        brought.written[path] = piece.stop - piece.start
    stale = _numbered(wish.target, len(pieces) + 1 if len(pieces) > 1 else 1)
    brought.stale = stale if stale.exists() else None
    beside = wish.target.with_name(schema.FILE)
    return files | ({beside: schema.printed().encode()} if files and not beside.exists() else {})


def _entry(question: Question) -> str:
    return packfile.entry_text(packfile.entry_of(question, packfile.own_id(question)))


def _numbered(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}-{number}{path.suffix}")


def _header(
    brought: Brought, wish: Wish, placed: Sequence[Placed], number: tuple[int, int]
) -> packfile.Header:
    """What stands above the questions of a pack: whose they are, and where they come from."""
    names = list(dict.fromkeys(one.file for one in placed))
    licences = sorted({brought.forms[name].licence for name in names})
    implied = " and ".join(licences) if all(licences) else ""
    title = wish.title
    if number[1] > 1:
        suffix = f" ({number[0]} of {number[1]})"
        title = title[: MAX_TITLE - len(suffix)] + suffix
    today = datetime.now().astimezone().date()
    comment = [schema.MODELINE.removeprefix("# "), f"Imported on {today} from"]
    comment += [f"- {Path(name).name} ({brought.forms[name].title})" for name in names[:_MOST_NAMED]]
    comment += [f"and {len(names) - _MOST_NAMED} more files"] if len(names) > _MOST_NAMED else []
    return packfile.Header(title, wish.author, wish.licence or implied[:MAX_TITLE], tuple(comment))


def _report(brought: Brought, wish: Wish) -> dict[Path, bytes]:
    problems = brought.gathered.problems
    if not wish.report or not problems:
        return {}
    return {Path(wish.report): bulk.complete(problems, brought.lines_of).encode("utf-8", "replace")}
