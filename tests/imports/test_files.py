from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from ita_data.imports.files import READERS, open_grids
from tests.imports.made_files import saved, texts, workbook

BOOK = workbook(["ก", "ข"])


def document() -> bytes:
    made = Document()
    made.add_paragraph("ก")
    return saved(made)


def zipped(name: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(name, "x")
    return stream.getvalue()


def without(part: str) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(BOOK)) as whole, ZipFile(stream, "w") as archive:
        for name in whole.namelist():
            if name != part:
                archive.writestr(name, whole.read(name))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (BOOK, "a.xlsx"),
        (BOOK, "a.docx"),
        (BOOK, "a"),
        (document(), "a.xlsx"),
        ("ก\tข".encode(), "A.TXT"),
        (b"x", "a.tsv"),
    ],
)
def test_the_content_decides_what_kind_of_file_it_is(data: bytes, name: str) -> None:
    grids, problems = open_grids(data, name)
    assert grids
    assert not problems


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7 \x00", "report.pdf", ".pdf"),
        (b"%PDF-1.7 \x00", "report.xlsx", ".pdf"),
        (b"\x89PNG\r\n\x1a\n", "picture.png", ".png"),
        (b"\xff\xd8\xff\xe0", "picture.jpeg", ".jpeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.xls", ".xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc", ".doc"),
        (zipped("content.xml"), "table.ods", ".ods"),
        (zipped("anything"), "a.xlsx", ".zip"),
        (b"a,b", "a.csv", ".csv"),
        (b"a", "README", "README"),
    ],
)
def test_other_kinds_are_named_and_refused(data: bytes, name: str, kind: str) -> None:
    grids, (problem,) = open_grids(data, name)
    assert (grids, problem.code, problem.value) == ((), "file-type-unknown", kind)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (BOOK[: len(BOOK) // 2], "a.xlsx"),
        (BOOK[:-1], "a.xlsx"),
        (b"no workbook", "a.xlsx"),
        (b"no document", "a.docx"),
        (b"\x81\x82", "a.txt"),
        (without("xl/worksheets/sheet1.xml"), "a.xlsx"),
        (without("xl/styles.xml"), "a.xlsx"),
        (without("[Content_Types].xml"), "a.xlsx"),
        (zipped("word/document.xml"), "a.docx"),
    ],
)
def test_a_damaged_file_is_refused_in_words_or_read_as_far_as_it_is_whole(data: bytes, name: str) -> None:
    _grids, problems = open_grids(data, name)
    assert {problem.code for problem in problems} <= {"file-unreadable", "file-empty"}
    assert all(problem.message for problem in problems)


def test_a_file_with_a_password_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")
    (problem,) = open_grids(data, "a.xlsx")[1]
    assert problem.code == "file-unreadable"
    assert problem.words["reason"] != open_grids(b"x", "a.xlsx")[1][0].words["reason"]


@pytest.mark.parametrize(
    ("data", "name"), [(b"", "a.xlsx"), (b" \n\n", "a.txt"), (workbook(), "a.xlsx"), (saved(Document()), "a.docx")]
)
def test_a_file_without_any_text_is_empty(data: bytes, name: str) -> None:
    grids, (problem,) = open_grids(data, name)
    assert (grids, problem.code) == ((), "file-empty")


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_data.imports.files.MAX_UNPACKED", 10)
    (problem,) = open_grids(BOOK, "a.xlsx")[1]
    assert problem.code == "file-unreadable"


def test_the_same_texts_come_out_of_every_kind_of_file() -> None:
    made = Document()
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "ก", "ข"
    kinds = {"xlsx": BOOK, "docx": saved(made), "txt": "ก\tข".encode(), "tsv": "ก\tข".encode()}
    assert kinds.keys() == READERS.keys()
    for kind, data in kinds.items():
        found = [texts(grid) for grid in open_grids(data, f"a.{kind}")[0] if not grid.is_blank]
        assert found == [[["ก", "ข"]]], kind


def test_the_folder_is_no_part_of_a_sheets_name(tmp_path: Path) -> None:
    assert open_grids(b"x", str(tmp_path / "a.txt"))[0][0].sheet == "a.txt"
