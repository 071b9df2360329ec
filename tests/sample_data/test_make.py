import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ita_data.exports.content import SAMPLE_LINE
from sample_data.habits import FOLDER
from sample_data.make import make

MADE = ("report-2568.xlsx", "report-2568.docx", "received.toml", "monthly/*.xlsx")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    make(folder)
    return folder


def made_files(folder: Path) -> list[Path]:
    return sorted(file.relative_to(folder) for pattern in MADE for file in folder.glob(pattern))


def parts(file: Path) -> list[tuple[str, bytes]]:
    """What a file holds; an archive's parts, because not every machine packs them into the same bytes."""
    if file.suffix == ".toml":
        return [("", file.read_bytes())]
    with ZipFile(file) as archive:
        return [(part, archive.read(part)) for part in archive.namelist()]


def test_making_the_sample_again_changes_nothing(made: Path) -> None:
    assert made_files(made) == made_files(FOLDER)
    changed = [file for file in made_files(made) if parts(made / file) != parts(FOLDER / file)]
    assert not changed


def test_every_workbook_says_that_it_is_invented() -> None:
    for file in FOLDER.glob("monthly/*.xlsx"):
        workbook = load_workbook(file, read_only=True)
        assert workbook.active["A4"].value == SAMPLE_LINE
        workbook.close()


def test_every_workbook_has_its_receipt_and_no_receipt_lacks_its_workbook() -> None:
    received = tomllib.loads((FOLDER / "received.toml").read_text(encoding="utf-8"))["file"]
    workbooks = [*FOLDER.glob("report-*.xlsx"), *FOLDER.glob("monthly/*.xlsx")]
    files = [str(file.relative_to(FOLDER).as_posix()) for file in workbooks]
    assert sorted(entry["name"] for entry in received) == sorted(files)
