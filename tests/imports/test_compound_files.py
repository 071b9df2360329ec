"""Compound files: what they are goes by their root, and all that stands there is read, small streams too."""

import struct
from io import BytesIO

import pytest
from olefile import DEFECT_UNSURE, OleFileIO

from ita_data.imports.files import open_grids
from ita_data.imports.files.compound import has_macros, stream, with_one_stream
from ita_data.imports.grid import Grid
from tests.imports.files import DATA
from tests.imports.hostile.compound_files import Storage, compound
from tests.imports.made_files import texts

OLD = (DATA / "cells.xls").read_bytes()
RECORDS = stream(OLD, "Workbook")
WORD: Storage = {"WordDocument": b"x" * 5000, "1Table": b"x"}
OTHER_BOOK: Storage = {"Workbook": b"x" * 5000}


def in_both_orders(*storages: Storage) -> list[bytes]:
    """Compound files with these in their root, as the directory may list them."""
    first, second = storages
    return [compound({**first, **second}), compound({**second, **first})]


def read(data: bytes) -> tuple[Grid, ...]:
    grids, problems = open_grids(data, "a.xls")
    assert not problems
    return grids


@pytest.mark.parametrize("embedded", [WORD, {"PowerPoint Document": b"x"}, {"EncryptedPackage": b"x"}, OTHER_BOOK])
def test_a_workbook_with_an_object_in_it_is_a_workbook(embedded: Storage) -> None:
    cells = [texts(grid) for grid in read(OLD)]
    for data in in_both_orders({"Workbook": RECORDS}, {"MBD0123ABCD": embedded}):
        assert [texts(grid) for grid in read(data)] == cells


@pytest.mark.parametrize("name", ["WORKBOOK", "workbook", "BOOK"])
def test_small_and_capital_letters_of_a_name_are_alike(name: str) -> None:
    assert [texts(grid) for grid in read(compound({name: RECORDS}))] == [texts(grid) for grid in read(OLD)]


def test_a_workbook_beside_a_word_document_is_a_workbook() -> None:
    for data in in_both_orders({"Workbook": RECORDS}, WORD):
        assert [texts(grid) for grid in read(data)] == [texts(grid) for grid in read(OLD)]


@pytest.mark.parametrize("size", [0, 300, 9_000])
@pytest.mark.parametrize("lost", [0, 200])
def test_a_workbook_with_a_password_is_told_however_small_and_whole_it_is(size: int, lost: int) -> None:
    begin = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0, 0, 0, 0)
    data = compound({"Workbook": begin + struct.pack("<HH", 0x2F, 54) + bytes(54) + b"\xaa" * size})
    (problem,) = open_grids(data[: len(data) - lost], "a.xls")[1]
    assert problem.code == "file-password"


def test_a_word_file_with_a_workbook_in_it_is_a_word_file() -> None:
    for data in in_both_orders(WORD, {"ObjectPool": {"_1234": {"Workbook": RECORDS}}}):
        (problem,) = open_grids(data, "a.xls")[1]
        assert problem.code == "file-word-old"


def test_a_workbook_of_excel_5_is_found_by_its_older_name() -> None:
    assert [texts(grid) for grid in read(compound({"Book": RECORDS}))] == [texts(grid) for grid in read(OLD)]


@pytest.mark.parametrize("size", [100, 4095, 4096, 70_000])
def test_small_and_large_streams_are_read_whole(size: int) -> None:
    content = bytes(number % 251 for number in range(size))
    assert stream(compound({"Other": b"x" * 100, "Workbook": content, "Last": b"y"}), "Workbook") == content


def test_only_streams_of_the_root_are_found() -> None:
    data = compound({"MBD0123": {"Workbook": b"x"}, "Storage": {}})
    assert [stream(data, name) for name in ("Workbook", "Storage", "Nothing")] == [b"", b"", b""]


def test_macros_are_known_by_their_storage() -> None:
    assert has_macros(compound({"Workbook": b"x", "_VBA_PROJECT_CUR": {"PROJECT": b"x"}}))
    assert not has_macros(compound({"Workbook": b"x", "MBD0123": {"_VBA_PROJECT_CUR": {}}}))


@pytest.mark.parametrize("size", [0, 1, 4096, 4097, 5_000_000])
def test_a_file_made_of_one_stream_is_sound(size: int) -> None:
    data = with_one_stream("Workbook", b"x" * size)
    with OleFileIO(BytesIO(data), raise_defects=DEFECT_UNSURE) as file:
        assert file.listdir() == [["Workbook"]]
        assert file.openstream("Workbook").read().rstrip(b"\0") == b"x" * size
