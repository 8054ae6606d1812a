"""The house rules, read off the source: who imports whom, and how large things may get."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import quizgame

PACKAGE = Path(quizgame.__file__).parent
CHECKOUT = Path(__file__).parents[1]
MAP = CHECKOUT / "ARCHITECTURE.md"

# The only files that may know pygame: the wall between the game and the machine.
WALL = {
    f"quizgame.screen.{name}"
    for name in (
        "window",
        "keys",
        "keycaps",
        "lean",
        "text",
        "sound",
        "music",
        "decoder",
        "display",
        "backdrop",
        "bands",
        "plate",
        "fading",
        "lights",
        "shining",
        "projector",
        "alive",
        "scenery",
        "parallax",
        "mist",
        "paint",
        "painter",
        "pieces",
        "shapes",
        "images",
        "clipboard",
        "snapshot",
        "pace",
        "pads",
    )
}

# What a part may import of ours beside itself; a part that is not named here may import all.
MAY_IMPORT = {
    "quiz": set[str](),
    "content": {"quiz", "ordinary"},
    "store": {"quiz", "whole"},
    "screen": {"quiz"},
    "resources": set[str](),
    "whole": set[str](),
    "ordinary": set[str](),
}


def name_of(path: Path) -> str:
    parts = ("quizgame", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def parsed(text: str) -> ast.Module:
    """The tree of a file; many rules look at each."""
    return ast.parse(text)


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: parsed(path.read_text("utf-8")) for name, path in MODULES.items()}
BESIDE = [
    CHECKOUT / "play.py",
    *(p for d in ("tests", "benchmarks", "packaging", "assets") for p in (CHECKOUT / d).rglob("*.py")),
]
TEXTS = {str(p): p.read_text("utf-8") for p in [*MODULES.values(), *BESIDE] if p.exists()}


@cache
def imports(name: str, within: ast.AST | None = None) -> set[str]:
    """Every module that `name` imports, wherever in it, as dotted names; ours down to the module."""
    found = set()
    for node in ast.walk(within or TREES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = f"{package_of(name, node.level)}{node.module or ''}".rstrip(".")
            inner = {f"{base}.{alias.name}" for alias in node.names}
            found |= (inner & TREES.keys()) or {base}
    return found


def package_of(name: str, level: int) -> str:
    """What the dots of a relative import stand for, with the dot that follows; nothing for no dots."""
    if level == 0:
        return ""
    parts = name.split(".") if MODULES[name].stem == "__init__" else name.split(".")[:-1]
    return ".".join(parts[: len(parts) - level + 1]) + "."


def part(name: str) -> str:
    """The part of the house a module of ours belongs to: quiz, content, app ..."""
    return name.split(".")[1] if "." in name else ""


def importers(foreign: str) -> set[str]:
    return {name for name in TREES if any(m.split(".")[0] == foreign for m in imports(name))}


def test_parts_import_only_what_they_may() -> None:
    pairs = {(name, m) for name in TREES for m in imports(name) if m.startswith("quizgame.")}
    strange = {(a, b) for a, b in pairs if part(b) not in MAY_IMPORT.get(part(a), {part(b)}) | {part(a)}}
    assert strange == set()


def test_only_the_wall_knows_pygame() -> None:
    assert importers("pygame") == WALL


def test_only_the_reader_knows_yaml() -> None:
    assert importers("yaml") == {"quizgame.content.reader"}


def test_nothing_imports_random() -> None:
    assert importers("random") == set()


def test_scenes_never_import_scenes() -> None:
    scenes = "quizgame.screen.scenes."
    found = {(n, m) for n in TREES if n.startswith(scenes) for m in imports(n) if m.startswith(scenes)}
    assert found == set()


def test_the_command_line_imports_the_app_only_to_play() -> None:
    tree = TREES.get("quizgame.cli", ast.Module([], []))
    importing = [node for node in tree.body if "quizgame.app" in imports("quizgame.cli", node)]
    assert {getattr(node, "name", f"line {node.lineno}") for node in importing} <= {"play", "_play"}


def test_no_imports_run_in_circles() -> None:
    graph = {name: {m for m in imports(name) if m in TREES and m != name} for name in TREES}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_the_rooms_of_a_part_stand_in_no_circle() -> None:
    """`quizgame.content.facts` and its like: two rooms that need each other would be one room."""
    rooms = {name: name.rpartition(".")[0] for name in TREES if name.count(".") == 3}
    pairs = {(rooms[name], rooms[m]) for name in rooms for m in imports(name) & rooms.keys()}
    graph = {room: {there for here, there in pairs if here == room != there} for room in rooms.values()}
    assert len(graph) > 10
    TopologicalSorter(graph).prepare()


def test_packages_are_folders_and_no_more() -> None:
    inits = {name: TREES[name] for name, path in MODULES.items() if path.stem == "__init__"}
    full = {name for name, tree in inits.items() if not all(isinstance(n, ast.Expr) for n in tree.body)}
    assert full == {"quizgame"}, "whoever needs one module of a package must not pay for another"


def test_importing_a_module_does_nothing() -> None:
    acting = [f"{name}:{node.lineno}" for name in TREES for node in TREES[name].body if not inert(node)]
    assert acting == []


def inert(node: ast.stmt) -> bool:
    """Whether a statement only defines things: nothing is done for its effect, in a block or without."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or asks_for_main(node):
        return True
    inner = list(ast.walk(node))
    acts = any(isinstance(n, ast.Expr) and not isinstance(n.value, ast.Constant) for n in inner)
    return not acts and not any(isinstance(n, ast.With | ast.While | ast.Try) for n in inner)


def asks_for_main(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"


def test_nothing_is_global_or_called_a_manager() -> None:
    vague = ("manager", "handler", "helper", "utils")
    found = [name for name in TREES if name.rsplit(".")[-1] in vague]
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and node.name.lower().endswith(vague):
                found.append(f"{name}.{node.name}")
            elif isinstance(node, ast.Global):
                found.append(f"{name}:{node.lineno}: global {', '.join(node.names)}")
    assert found == []


def test_every_module_opens_with_a_sentence() -> None:
    openings = {
        file: (ast.get_docstring(parsed(text)) or "").split("\n\n")[0] for file, text in TEXTS.items()
    }
    assert [file for file, opening in openings.items() if not opening.endswith(".")] == []


def test_every_module_says_what_it_does_not_know() -> None:
    """By saying no, not, nothing, only ...; what a module leaves to others is half of what it is."""
    leaves = re.compile(r"\b(no|not|never|nothing|none|nobody|neither|nor|any|only|alone|without|knows)\b")
    openings = {
        name: (ast.get_docstring(tree) or "").split("\n\n")[0]
        for name, tree in TREES.items()
        if MODULES[name].stem != "__init__"
    }
    assert [name for name, opening in openings.items() if not leaves.search(opening)] == []


@pytest.mark.skipif(not MAP.exists(), reason="the map of the house is part of a checkout")
def test_the_map_of_the_house_is_true() -> None:
    """It names no module that is gone, and leaves out none at the top, none of the game, none of the wall."""
    drawn = MAP.read_text("utf-8").split("```")[1]
    named, there = set(re.findall(r"\w+\.py", drawn)), {path.name for path in MODULES.values()}
    top = {path.name for path in MODULES.values() if path.parent == PACKAGE}
    inner = {path.name for name, path in MODULES.items() if part(name) == "quiz" or name in WALL}
    assert named - there == set()
    assert (top | inner) - named == {"__init__.py"}


def test_modules_stay_short() -> None:
    lines = {file: len(text.splitlines()) for file, text in TEXTS.items()}
    assert {file: count for file, count in lines.items() if count >= 300} == {}


def test_functions_stay_short() -> None:
    long = [f"{file}:{found}" for file, text in TEXTS.items() for found in long_functions(parsed(text))]
    assert long == []


def long_functions(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines >= 40:
                yield f"{node.lineno}: {node.name} has {lines} lines"
