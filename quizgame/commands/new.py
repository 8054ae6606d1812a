"""`quizgame new`: writes a pack to begin with and says what to do next; never overwrites unasked."""

from __future__ import annotations

import argparse
import os
import shlex
from pathlib import Path

from quizgame.commands.words import CODES, DONE, MISUSED, Commands, called, sorry

_ENDINGS = (".yaml", ".yml")


def add(commands: Commands) -> None:
    """The words of the command."""
    new = commands.add_parser(
        "new",
        help="write a pack of questions to begin with",
        description="Write a pack with one question of every kind and comments that explain it.",
        epilog=CODES,
    )
    new.add_argument("file", metavar="FILE", help="what to call it; '.yaml' is added where it has no ending")
    new.add_argument("--title", metavar="T", help="the title of the pack (default: made of the file's name)")
    new.add_argument("--author", metavar="A", default="Your name", help="who writes it")
    new.add_argument("--in-game", action="store_true", help="put it into the folder that the game reads")
    new.add_argument("--force", action="store_true", help="replace a file that is there already")
    new.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Write the pack, and the schema beside it, and print the next steps."""
    from quizgame.content.authoring import starter

    try:
        path = _path(options.file, options.in_game)
        title = starter.title_from(path.stem) if options.title is None else options.title
        text = starter.starter(title, options.author, called())
    except ValueError as refused:
        return sorry(refused, MISUSED)
    try:
        _make_folder(path.parent, options.in_game)
        _write(path, text, "w" if options.force else "x")
    except OSError as error:
        return sorry(_why_not(path, error))
    _print_next(path, _write_schema(path.parent), options.in_game)
    return DONE


def _path(name: str, in_game: bool) -> Path:
    """The file that a name stands for; raises ValueError with a sentence where it can be none."""
    from quizgame.store.paths import find_places

    path = Path(name)
    if in_game and (path.is_absolute() or ".." in path.parts):
        raise ValueError("with --in-game the file needs a name, not a whole path")
    path = find_places().questions / path if in_game else path
    if path.is_dir() or not path.name:
        raise ValueError(f"{name} is a folder; name a file in it, for example {path / 'my-pack.yaml'}")
    if path.name.startswith("."):
        raise ValueError("the game leaves files alone whose name begins with a dot; choose another name")
    return path if path.suffix.casefold() in _ENDINGS else path.with_name(f"{path.name}.yaml")


def _make_folder(folder: Path, in_game: bool) -> None:
    """Make the folder a pack lies in; those of the game are for the player's eyes only; raises OSError."""
    from quizgame.store.files import make_folder

    if in_game:
        make_folder(folder)
    else:
        folder.mkdir(parents=True, exist_ok=True)


def _write(path: Path, text: str, mode: str) -> None:
    """Write a file; raises OSError, and FileExistsError with mode 'x'."""
    with path.open(mode, encoding="utf-8", newline="") as file:
        file.write(text)


def _write_schema(folder: Path) -> bool:
    """Put the schema beside a pack, in the place of an older one of ours; whether it is there now."""
    from quizgame.content.authoring import schema

    path = folder / schema.FILE
    try:
        if path.exists() and schema.TITLE not in path.read_text("utf-8"):
            return False
        _write(path, schema.printed(), "w")
    except (OSError, ValueError):  # without it the pack is as good, and only the editor knows less
        return False
    return True


def _print_next(path: Path, has_schema: bool, in_game: bool) -> None:
    from quizgame.content.authoring.schema import FILE

    name = _quoted(path)
    print(f"{path} has a question of every kind. Open it in a text editor and make them yours.")
    if has_schema:
        print(f"{FILE} beside it is for editors that complete and check YAML; the game does without it.")
    print(f"\n  {called()} check {name}\n      names every mistake")
    print(f"  {called()} preview {name}\n      plays just these questions")
    if in_game:
        print("\nIt lies where the game looks for packs: its questions are in the next game.")
    else:
        print(f"  {_copying(name)}\n      puts it where the game looks for packs")


def _copying(name: str) -> str:
    """What to type to copy the pack into the player's folder of questions."""
    from quizgame.store.paths import find_places

    folder = find_places().questions
    windows = os.name == "nt"
    copy = f"{'copy' if windows else 'cp'} {name} {_quoted(folder)}"
    if folder.is_dir():
        return copy
    return f"mkdir {_quoted(folder)}\n  {copy}" if windows else f"mkdir -p {_quoted(folder)} && {copy}"


def _quoted(path: Path) -> str:
    """A path as it is typed, whatever signs it holds."""
    if os.name != "nt":
        text = str(path)
        return shlex.quote(f"./{text}" if text.startswith("-") else text)
    return f'"{path}"' if " " in str(path) else str(path)


def _why_not(path: Path, error: OSError) -> str:
    from quizgame.content.folders import reason

    if not isinstance(error, FileExistsError):
        return f"{path} cannot be written: {reason(error)}"
    if path.exists():
        return f"{path} is there already; choose another name, or replace it with --force"
    return f"{path} cannot be written: a part of its path is a file, not a folder"
