"""Every message about a pack, letter for letter, as `messages.md` beside this file has it."""

from __future__ import annotations

import ast
import os
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quizgame.content.library import load_files
from quizgame.content.parsing.decoding import MAX_BYTES
from quizgame.content.telling import bulk, messages

PAGE = Path(__file__).with_name("messages.md")
CONTENT = Path(messages.__file__).parents[1]
# Everything that a pack goes through; the facts of Heat have tests of their own.
MODULES = [
    *CONTENT.glob("*.py"),
    *(path for part in ("checks", "packs", "parsing") for path in (CONTENT / part).glob("*.py")),
    CONTENT / "index" / "comparing.py",
]
SECTION = re.compile(
    r"^## (?P<code>[a-z0-9-]+): (?P<title>.+)\n\n"
    r"```(?P<info>.*)\n(?P<pack>(?:.*\n)*?)```\n\n"
    r"```text\n(?P<said>(?:.*\n)*?)```\n",
    re.MULTILINE,
)
CODE = re.compile(r"[a-z][a-z0-9-]*")
SAYS = {"Problem", "problem", "_problem", "report", "warning", "error", "NoPicture"}
PNG = b"\x89PNG\r\n\x1a\n"


class Section(NamedTuple):
    """A pack and what is said of it."""

    code: str
    title: str
    info: str
    pack: str
    said: str


SECTIONS = [Section(**found.groupdict()) for found in SECTION.finditer(PAGE.read_text("utf-8"))]
each_section = pytest.mark.parametrize(
    "section", SECTIONS, ids=lambda section: f"{section.code}: {section.title}"
)


def as_bytes(section: Section) -> bytes | None:
    match section.info:
        case "yaml":
            return section.pack.encode()
        case "yaml escaped":
            return re.sub(r"\\(?:[ux][0-9a-f]+|t)", unescaped, section.pack).encode()
        case "yaml latin-1":
            return re.sub(r"\\x..", unescaped, section.pack.rstrip("\n")).encode("latin-1")
        case "yaml big":
            return b"#" * (MAX_BYTES + 500_000)
        case _:
            return None


def unescaped(code: re.Match[str]) -> str:
    return code.group().encode().decode("unicode_escape")


def picture() -> bytes:
    """A grey picture of 16 x 16 pixels."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress((b"\0" + b"\x80" * 16) * 16)),
        (b"IEND", b""),
    ]
    return PNG + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def said(section: Section, folder: Path) -> str:
    pack, data = folder / "pack.yaml", as_bytes(section)
    for name in ("skyline.png", "skyline.jpg"):
        (folder / name).write_bytes(picture())
    if data is not None:
        pack.write_bytes(data)
    style = messages.Style(base=folder)
    printed = bulk.summed(load_files([pack]).problems, messages.read_lines, style)
    return f"{printed}\n".replace(f"{folder}{os.sep}", "")


@each_section
def test_what_is_said_of_a_pack_is_what_stands_here(section: Section, tmp_path: Path) -> None:
    found = said(section, tmp_path)
    if os.environ.get("QUIZGAME_UPDATE_GOLDEN"):
        _rewrite(section, found)
        return
    assert found == section.said, "if this is meant, QUIZGAME_UPDATE_GOLDEN=1 and one process write it down"


def _rewrite(section: Section, found: str) -> None:
    start = f"## {section.code}: {section.title}\n"
    before, rest = PAGE.read_text("utf-8").split(start)
    pack, after = rest.split("```text\n", 1)
    after = after[after.index("```") :]
    PAGE.write_text(f"{before}{start}{pack}```text\n{found}{after}", "utf-8")


@each_section
def test_the_code_is_said_with_a_place_a_caret_and_a_remedy(section: Section) -> None:
    [about] = [part for part in section.said.split("\n\n") if f"[{section.code}]: " in part][:1]
    assert "\n  help: " in about
    if section.info not in ("yaml missing", "yaml big") and section.pack:
        assert re.search(r"^pack\.yaml:\d+:\d+: ", about)
        assert re.search(r"^ +\| +\^$", about, re.MULTILINE)


def test_there_is_an_example_of_every_code() -> None:
    codes = {code for module in MODULES for code in codes_in(module)}
    assert codes - {section.code for section in SECTIONS} - {"impossible"} == set()


def codes_in(path: Path) -> Iterator[str]:
    """The first argument that looks like a code, of every call that reports something."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and name_of(node.func) in SAYS:
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            yield from [word for word in words if isinstance(word, str) and CODE.fullmatch(word)][:1]


def name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
