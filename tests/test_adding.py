"""docs/adding.md names files and registries that are there."""

import ast
import re

import pytest

from ita_data.config import ROOT

TEXT = (ROOT / "docs" / "adding.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", TEXT)) - {"pages/x.py", "ui/x/", "./name.js"})
REGISTRIES = sorted(set(re.findall(r"`(\w+)` in\s+`([\w/.]+\.py)`", TEXT)))
TOPICS = (
    "A chart",
    "A page",
    "A form",
    "A page's command",
    "A screen of the meeting",
    "A layout",
    "A field of a review",
    "A metric",
    "An export",
    "A spelling",
    "A problem",
    "A text",
    "A script",
)


@pytest.mark.parametrize("topic", TOPICS)
def test_it_says_where_everything_is_added(topic: str) -> None:
    assert f"\n## {topic}\n" in TEXT


@pytest.mark.parametrize("path", PATHS)
def test_every_file_and_folder_it_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize(("name", "path"), REGISTRIES)
def test_every_registry_it_names_is_there(name: str, path: str) -> None:
    assert name in names_assigned((ROOT / path).read_text(encoding="utf-8"))


def test_it_names_a_registry_for_all_but_spellings_and_texts() -> None:
    assert {name for name, _path in REGISTRIES} == {
        "EXPORTS",
        "FIGURES",
        "LAYOUTS",
        "MEETING_EXPORTS",
        "MONTHLY_PROBLEMS",
        "PAGES",
        "READERS",
        "SCREENS",
        "_CHART",
        "_FIELDS",
        "_FUNCTIONS",
        "_KEPT",
        "pages",
        "reviews",
    }


def names_assigned(source: str) -> set[str]:
    """The names that a module gives values to at its top."""
    targets = [
        target
        for statement in ast.parse(source).body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
    ]
    return {target.id for target in targets if isinstance(target, ast.Name)}
