"""docs/architecture.md names what is there, and the program keeps the shape that it describes."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_data.config import ROOT

TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
TREE = TEXT.split("```")[1]
PATHS = sorted(set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", TEXT)))
CODE = sorted(path for folder in ("ita_data", "ui", "pages") for path in (ROOT / folder).rglob("*.py"))
ROOMS = sorted(path.name for path in (ROOT / "ui").iterdir() if path.is_dir() and path.name != "__pycache__")
FLOORS = sorted(
    path.name for path in (ROOT / "ita_data").iterdir() if path.is_dir() and path.name not in ("__pycache__", "locale")
)
WIDELY_USED = {
    *("ui.shell.language", "ui.look.look", "ui.look.store", "ui.parts.tables", "ui.html.markdown"),
    *("ui.html.rendering", "ui.forms.button", "ui.forms.save", "ui.forms.receipt", "ui.forms.begun"),
}
"""What as many modules of ui/ may import as like: the language, the look, the store, the tables, texts as they stand, the one
way to HTML, and what every form begins and ends with."""


def test_it_is_short_enough_to_be_read() -> None:
    assert len(TEXT.splitlines()) <= 120


@pytest.mark.parametrize("path", PATHS)
def test_every_file_and_folder_it_names_is_there(path: str) -> None:
    assert any((ROOT / folder / path).exists() for folder in ("", "ui", "ita_data"))


@pytest.mark.parametrize("folder", [*ROOMS, *FLOORS])
def test_its_drawing_holds_every_floor_and_room(folder: str) -> None:
    assert re.search(rf"(?m)(?:^| ){folder}/", TREE)


def test_its_drawing_holds_no_floor_or_room_that_is_gone() -> None:
    drawn = {name for line in TREE.splitlines() for name in re.findall(r"(?:^| )([a-z_]+)/(?= |$)", line)}
    assert drawn <= {*ROOMS, *FLOORS, "pages", "ui", "ita_data"}


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_is_too_long_to_be_read_at_once(path: Path) -> None:
    longest = 90 if path.parent.name == "pages" else 350
    assert len(path.read_text(encoding="utf-8").splitlines()) <= longest


def test_no_function_is_longer_than_forty_lines() -> None:
    assert [f"{path}: {name}" for path in CODE for name, lines in functions(path) if lines > 40] == []


def test_no_public_function_takes_over_five_arguments_by_their_place() -> None:
    assert [f"{path}: {name}" for path in CODE for name, number in placed_arguments(path) if number > 5] == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_is_a_hall(room: str) -> None:
    assert len([path for path in (ROOT / "ui" / room).iterdir() if path.name != "__pycache__"]) <= 15


def test_the_house_itself_holds_the_script_and_rooms_only() -> None:
    assert {path.name for path in (ROOT / "ui").iterdir() if path.is_file()} == {"__init__.py", "main.py"}


def test_no_module_of_the_screen_is_imported_by_more_than_twelve_others() -> None:
    importers: defaultdict[str, set[str]] = defaultdict(set)
    for path in CODE:
        for module in imported(path):
            importers[module].add(path.relative_to(ROOT).as_posix())
    inside = {module: sum(name.startswith("ui/") for name in names) for module, names in importers.items()}
    assert [module for module, number in inside.items() if number > 12 and module not in WIDELY_USED] == []


def imported(path: Path) -> Iterator[str]:
    """The modules of ui/ that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ui"):
            for alias in node.names:
                inner = ROOT / f"{node.module}.{alias.name}".replace(".", "/")
                yield f"{node.module}.{alias.name}" if inner.with_suffix(".py").exists() else str(node.module)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a file with their lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1


def placed_arguments(path: Path) -> Iterator[tuple[str, int]]:
    """The public functions of a file with the number of their arguments that go by their place."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
            yield node.name, len([name for name in names if name not in ("self", "cls")])
