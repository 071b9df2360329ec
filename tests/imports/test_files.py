import random
import socket
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from ita_data.imports import child
from ita_data.imports.files import READERS, archive, markup, open_grids
from ita_data.imports.files.packages import kind_of_package, safe_package
from ita_data.imports.isolation import run_apart
from ita_data.imports.layouts.layout import Known
from ita_data.imports.limits import MAX_BYTES
from ita_data.imports.refused import Refused
from ita_data.language import language
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import PROBLEMS
from tests.imports.files import DATA, DAY
from tests.imports.hostile import FILES, Hostile
from tests.imports.hostile.markup import NETWORK, linked
from tests.imports.hostile.packages import SHEET, TEXTS, sheet, texts, zipped
from tests.imports.hostile.packages import workbook as packed_workbook
from tests.imports.made_files import saved, workbook
from tests.imports.made_files import texts as texts_of
from tests.imports.weighing import read_and_weigh

BOOK = workbook(["ก", "ข"])
OLD_BOOK = (DATA / "cells.xls").read_bytes()
KNOWN = Known(today=DAY, received_on=DAY)
MEGABYTES = 200
"""As much as a child may take for a hostile file, its libraries included."""


def document() -> bytes:
    made = Document()
    made.add_paragraph("ก")
    return saved(made)


def reads(data: bytes, name: str) -> set[str]:
    """The codes of what opening a file comes to, whose every message can be shown in both languages."""
    problems = open_grids(data, name)[1]
    for chosen in ("th", "en"):
        token = language.set(chosen)
        assert all(problem.message and problem.mend for problem in problems)
        language.reset(token)
    return {problem.code for problem in problems}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_a_hostile_file_gets_its_answer_and_little_memory(file: Hostile) -> None:
    reading, megabytes = run_apart(read_and_weigh, file.make(), file.name, KNOWN)
    codes = {problem.code for problem in reading.problems}
    assert codes & file.codes
    assert all(problem.message and problem.mend for problem in reading.problems)
    assert megabytes < MEGABYTES


def test_every_kind_of_refusal_is_met_by_a_hostile_file() -> None:
    met = set().union(*(file.codes for file in FILES.values()))
    known = {code for code in PROBLEMS if code.startswith(("file-", "sheet-too"))}
    assert known - met == set()


def test_cut_files_are_refused_or_read_as_far_as_they_are_whole() -> None:
    for data, name in ((BOOK, "a.xlsx"), (document(), "a.docx")):
        for end in range(1, len(data), len(data) // 60):
            assert reads(data[:end], name) & {"file-unreadable", "file-empty", "file-renamed"}, end


def test_flipped_bytes_never_raise() -> None:
    chance = random.Random(2568)
    for data, name in ((BOOK, "a.xlsx"), (document(), "a.docx"), (OLD_BOOK, "a.xls")):
        for _ in range(150):
            broken = bytearray(data)
            for _flip in range(chance.randint(1, 4)):
                broken[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            reads(bytes(broken), name)


def test_nothing_is_fetched_whatever_a_file_refers_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        for data in (
            linked(f"http://127.0.0.1:{port}/x.xlsx"),
            packed_workbook({TEXTS: texts(before=NETWORK.format(port=port))}),
        ):
            run_apart(child.read_confined, data, "a.xlsx", KNOWN)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (BOOK, "a.xlsx"),
        (BOOK, "a.xlsm"),
        (BOOK, "a"),
        (document(), "a.docx"),
        ("ก\tข".encode(), "A.TXT"),
        (b"x", "a.tsv"),
        (b"BMA", "a.txt"),
        (b"MZ", "a.txt"),
    ],
)
def test_a_file_that_is_what_its_name_says_needs_no_word(data: bytes, name: str) -> None:
    grids, notes = open_grids(data, name)
    assert grids
    assert not notes


def test_a_renamed_file_is_read_as_what_it_is_and_that_is_said() -> None:
    grids, (note,) = open_grids(document(), "a.xlsx")
    assert grids
    assert (note.code, dict(note.words)) == ("file-renamed", {"suffix": ".xlsx", "kind": ".docx"})
    assert note.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("data", "name"), [(b"", "a.xlsx"), (b" \n\n", "a.txt"), (workbook(), "a.xlsx"), (saved(Document()), "a.docx")]
)
def test_a_file_without_any_text_is_empty(data: bytes, name: str) -> None:
    grids, (problem,) = open_grids(data, name)
    assert (grids, problem.code) == ((), "file-empty")


def test_a_file_may_have_as_many_bytes_as_the_limit_says() -> None:
    assert reads(b"%PDF" + b"x" * (MAX_BYTES - 4), "a.pdf") == {"file-pdf"}
    assert reads(b"%PDF" + b"x" * (MAX_BYTES - 3), "a.pdf") == {"file-too-large"}


@pytest.mark.parametrize("kind", ["csv", "tsv", "txt"])
def test_the_same_texts_come_out_of_every_kind_of_text_file(kind: str) -> None:
    assert texts_of(open_grids("ก\tข".encode(), f"a.{kind}")[0][0]) == [["ก", "ข"]]


def test_every_kind_that_can_be_told_apart_has_a_reader() -> None:
    assert {"xlsx", "xlsm", "xlsb", "xls", "ods", "docx", "csv", "tsv", "txt", "html", "xml2003"} == READERS.keys()


def test_the_folder_is_no_part_of_a_sheets_name(tmp_path: Path) -> None:
    assert open_grids(b"x", str(tmp_path / "a.txt"))[0][0].sheet == "a.txt"


def test_a_safe_package_holds_the_parts_that_are_read_and_no_others() -> None:
    extra = {"xl/media/image1.png": b"\x89PNG", "xl/printer.bin": b"\0\1", "xl/vbaProject.bin": b"\0\1"}
    content = archive.members(packed_workbook(extra))
    safe, notes = safe_package(content, kind_of_package(content))
    with ZipFile(BytesIO(safe)) as copy:
        assert copy.testzip() is None
        assert copy.read(SHEET) == sheet().encode()
        assert {name for name in copy.namelist() if not copy.read(name)} == extra.keys()
    assert [note.code for note in notes] == ["macros-ignored"]


def test_a_part_in_utf_16_is_handed_on_in_utf_8() -> None:
    content = archive.members(packed_workbook({TEXTS: texts().replace("UTF-8", "UTF-16").encode("utf-16")}))
    with ZipFile(BytesIO(safe_package(content, "xlsx")[0])) as copy:
        assert copy.read(TEXTS).decode() == texts().partition("?>")[2]


def test_names_with_the_slashes_of_windows_mean_the_same() -> None:
    (member,) = archive.members(zipped({"xl\\workbook.xml": "<a/>"}))
    assert member.name == "xl/workbook.xml"


@pytest.mark.parametrize(
    ("rows", "filled"),
    [
        ('<row r="1"><c r="B3"><v>1</v></c></row>', (1, 26)),
        ('<row r="3"><c r="AB3"><v>1</v></c></row>', (3, 28)),
        ('<row r="3"><c r="AB3" s="1"/></row>', (3, 26)),
        ('<row r="3"><c r="AB3" s="1"></c></row>', (3, 26)),
        ('<row r="3"><c s="1" r="B3"><v>1</v></c></row>', (3, 2)),
        ("<row/><row><c/><c><v>1</v></c><c/></row>", (2, 3)),
        ('<row r="2"><c s="1" r="B2"><v>1</v></c><c><v>1</v></c></row>', (2, 3)),
        ('<x:row r="7"><x:c r="C7"><x:v>1</x:v></x:c></x:row>', (7, 3)),
        ('<row r="200000" s="1"/>', (99_999, 26)),
    ],
)
def test_how_far_a_sheet_is_filled_is_never_taken_for_less(rows: str, filled: tuple[int, int]) -> None:
    extent = markup.Extent("sheet")
    extent.add(rows.encode())
    assert (extent.rows, extent.columns) == filled


def test_a_sheet_that_is_too_large_is_called_by_its_name() -> None:
    (problem,) = open_grids(FILES["last_cell.xlsx"].make(), "a.xlsx")[1]
    assert problem.words["sheet"] == "S1"


def test_blocks_end_where_a_tag_begins_and_lose_nothing() -> None:
    whole = "".join(f"<a b='{n}'>ก{n}</a>" for n in range(500)).encode()
    pieces = [whole[start : start + 7] for start in range(0, len(whole), 7)]
    blocks = list(markup.without_entities(pieces, "part"))
    assert b"".join(blocks) == whole
    assert all(block.startswith(b"<") for block in blocks)


def test_a_declaration_that_is_cut_by_the_pieces_is_still_found() -> None:
    pieces = [b"<!DOC", b"TYPE a []>", b"<a/>"]
    with pytest.raises(Refused):
        list(markup.without_entities(pieces, "part"))
