"""Catalogue, documents and broken files agree: every problem has a file that shows it."""

import re
from pathlib import Path

import pytest

from ita_data.config import ROOT
from ita_data.imports.read import read
from ita_data.model.problems import PROBLEMS
from sample_data.broken import ENTERED, NOT_KEPT, broken_files, known_for, make
from sample_data.habits import FOLDER

DOCUMENT = ROOT / "docs" / "problems.md"
LARGEST = 256 * 1024


def file_of(code: str) -> Path:
    return FOLDER / f"broken_{code}.xlsx"


def files() -> set[Path]:
    return set(FOLDER.glob("broken_*.xlsx"))


def test_every_problem_has_a_broken_file_and_no_file_lacks_its_problem() -> None:
    expected = {file_of(code) for code in PROBLEMS.keys() - NOT_KEPT - ENTERED}
    assert files() == expected, "run: python -m sample_data.broken"


@pytest.mark.parametrize("code", sorted(PROBLEMS.keys() - ENTERED))
def test_a_broken_file_has_the_problem_that_it_is_named_for(code: str) -> None:
    file = file_of(code)
    data = broken_files()[code] if code in NOT_KEPT else file.read_bytes()
    assert code in {problem.code for problem in read(data, file.name, known_for(code)).problems}


def test_the_document_of_problems_explains_every_broken_file() -> None:
    explained = set(re.findall(r"^\| `([a-z-]+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE))
    assert {file.stem.removeprefix("broken_") for file in files()} <= explained


def test_broken_files_are_small() -> None:
    assert all(file.stat().st_size <= LARGEST for file in files())


def test_making_the_broken_files_twice_makes_the_same_files(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        make(tmp_path / folder)
    first, second = tmp_path / "first", tmp_path / "second"
    assert all(file.read_bytes() == (second / file.name).read_bytes() for file in first.iterdir())
