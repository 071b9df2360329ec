"""Workbooks in binary formats: .xls as LibreOffice saves it, and .xlsb written record by record."""

import struct
from datetime import datetime
from itertools import starmap

import pytest

from ita_data.imports.binary_workbooks import binary_workbook_grids
from ita_data.imports.files import open_grids
from ita_data.imports.grid import Grid
from ita_data.imports.old_workbooks import old_workbook_grids
from ita_data.imports.refused import Refused
from tests.imports.files import DATA
from tests.imports.made_files import texts
from tests.imports.made_packages import binary_package, record, text

OLD = (DATA / "cells.xls").read_bytes()
NUMBER, ERROR, WRITTEN, FORMULA_ERROR = 5, 3, 6, 11


def old() -> tuple[Grid, ...]:
    return old_workbook_grids(OLD, "cells.xls")


def test_an_old_workbook_gives_its_sheets_hidden_ones_too() -> None:
    shown, unseen = old()
    assert (shown.sheet, shown.hidden, unseen.sheet, unseen.hidden) == ("ม.ค.", False, "ซ่อน", True)
    assert texts(unseen) == [[], ["", "ไม่เห็น"]]


def test_an_old_workbook_keeps_its_errors() -> None:
    assert [cell.error for cell in old()[0].rows[1]] == ["", "", "#DIV/0!", "#N/A"]


def test_a_text_that_an_old_workbook_does_not_hold_is_an_error() -> None:
    first = OLD.index(b"\xfd\x00\x0a\x00")
    data = bytearray(OLD)
    struct.pack_into("<I", data, first + 10, 0xFFFFFFFF)
    row, column = struct.unpack_from("<HH", data, first + 4)
    assert old_workbook_grids(bytes(data), "cells.xls")[0].rows[row][column].error == "#REF!"


def test_an_old_workbook_keeps_how_its_numbers_are_shown() -> None:
    rows = old()[0].rows
    assert [rows[1][0].text, rows[1][1].text, rows[5][1].text, rows[5][3].text] == ["50%", "4.10", "100%", "12"]


def test_an_old_workbook_keeps_days_merged_ranges_links_and_hidden_rows() -> None:
    grid = old()[0]
    assert grid.rows[2][1].value == datetime(2025, 1, 15, 9, 30)  # noqa: DTZ001
    assert [cell.origin.cell for row in grid.rows[3:5] for cell in row[:2]] == ["A4"] * 4
    assert grid.rows[3][3].link == "https://example.com/?a=1&b=2"
    assert grid.hidden_rows == {6}


@pytest.mark.parametrize("length", [100, 600, 3000, 6000])
def test_an_old_workbook_that_was_cut_off_is_refused_or_read_in_part(length: int) -> None:
    grids, problems = open_grids(OLD[:length], "cells.xls")
    assert grids or problems


def row(number: int, flags: int = 0) -> bytes:
    return record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, flags, 0, 0))


def cell(kind: int, column: int, content: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + content)


def sheet(*records: bytes) -> bytes:
    size = record(148, struct.pack("<4I", 0, 10, 0, 10))
    return size + record(145) + b"".join(records) + record(146)


def test_a_binary_workbook_keeps_what_stands_beside_its_values() -> None:
    merged = record(177, struct.pack("<I", 1)) + record(176, struct.pack("<4I", 1, 1, 0, 1)) + record(178)
    link = record(494, struct.pack("<4I", 0, 0, 1, 1) + text("rId7") + text("") * 3)
    columns = (record(60, struct.pack("<4IH", column, column, 0, 0, 1)) for column in (1, 3))
    data = b"".join(columns) + sheet(
        row(0),
        cell(NUMBER, 0, struct.pack("<d", 0.5), style=1),
        cell(WRITTEN, 1, text("ก")),
        cell(ERROR, 2, b"\x2a"),
        row(1, flags=0x10),
        cell(WRITTEN, 0, text("รวม")),
        cell(FORMULA_ERROR, 2, b"\x07" + bytes(12)),
    )
    target = '<Relationship Id="rId7" Type="hyperlink" Target="https://example.com" TargetMode="External"/>'
    (grid,) = binary_workbook_grids(binary_package(data + merged + link, target), "book.xlsb")
    assert (grid.sheet, grid.hidden, grid.hidden_rows, grid.hidden_columns) == ("ลับ", True, {2}, {2})
    assert texts(grid) == [["50%", "ก", ""], ["รวม", "รวม", ""]]
    assert [found.error for found in grid.rows[0]] == ["", "", "#N/A"]
    assert [found.error for found in grid.rows[1]] == ["", "", "#DIV/0!"]
    assert grid.rows[0][1].link == "https://example.com"


def test_a_binary_workbook_with_something_far_out_is_refused_before_it_is_read() -> None:
    data = sheet(row(1_048_575), cell(WRITTEN, 16_383, text("ไกล")))
    with pytest.raises(Refused) as refused:
        binary_workbook_grids(binary_package(data), "book.xlsb")
    assert refused.value.problem.code == "sheet-too-large"


def test_all_kinds_of_errors_are_known_by_their_numbers() -> None:
    codes = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!"}
    cells = starmap(lambda column, code: cell(ERROR, column, bytes((code,))), enumerate(codes))
    (grid,) = binary_workbook_grids(binary_package(sheet(row(0), *cells)), "book.xlsb")
    assert [found.error for found in grid.rows[0]] == list(codes.values())
