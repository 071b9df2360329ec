"""A field of a review is added in the places that docs/adding.md names, and then everything knows it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ita_data.config import ROOT
from tests.made_up.fields import MADE_UP, add_to

COPIED = ("ita_data", "ui", "pages", "sample_data", "tests")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.xlsx", "node_modules")
SURFACES = sorted(path.relative_to(ROOT).as_posix() for path in Path(__file__).parent.glob("surfaces/[a-z]*.py"))
FEWEST_SURFACES = 80


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with a made-up field of each kind."""
    folder = tmp_path_factory.mktemp("program")
    for part in COPIED:
        shutil.copytree(ROOT / part, folder / part, ignore=LEFT_OUT)
    shutil.copy(ROOT / "pyproject.toml", folder)
    add_to(folder)
    return folder


def test_every_surface_knows_a_made_up_field_of_each_kind(program: Path) -> None:
    command = [sys.executable, "-m", "pytest", *SURFACES, "-q", "-p", "no:cacheprovider", "--tb=short"]
    found = subprocess.run(command, cwd=program, capture_output=True, text=True, check=False)
    unknown = re.findall(r"^(?:FAILED|ERROR) \S+::(.*?)(?: - .*)?$", found.stdout, re.MULTILINE)
    assert unknown == [], found.stdout
    assert found.returncode == 0, found.stdout + found.stderr
    passed = re.search(r"(\d+) passed", found.stdout)
    assert passed is not None
    assert int(passed[1]) >= FEWEST_SURFACES


def test_there_is_a_made_up_field_of_every_kind_that_an_answer_may_have() -> None:
    assert {field.kind for field in MADE_UP} == {"TEXT", "LINK", "PERCENT", "WHOLE_NUMBER", "DATE"}
