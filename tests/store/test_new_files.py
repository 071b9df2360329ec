"""A new file is there whole or not at all, and never in the place of another one."""

import os
from errno import EINVAL
from pathlib import Path
from stat import S_ISDIR
from time import time

import pytest

from ita_data.model.errors import NotWritten
from ita_data.store.new_files import new_file, remove_left_behind


def test_a_file_gets_its_name_once_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    with new_file(target) as part:
        part.write_text("whole")
        assert not target.exists()
        assert part.parent == tmp_path
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("copy.db", "whole")]


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with new_file(tmp_path / "copy.db") as part:
            part.write_text("half")
            part.with_name(f"{part.name}-journal").touch()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("former")
    with pytest.raises(NotWritten, match="copy.db"), new_file(target) as part:
        part.write_text("new")
    assert target.read_text() == "former"


def test_a_file_that_comes_meanwhile_stays_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"

    def write() -> None:
        with new_file(target) as part:
            part.write_text("new")
            target.write_text("of somebody else")

    with pytest.raises(NotWritten, match="copy.db"):
        write()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["of somebody else"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    target = tmp_path / "no folder" / "copy.db"
    with pytest.raises(NotWritten, match="no folder"), new_file(target) as part:
        part.write_text("new")


def test_what_a_killed_program_left_goes_after_a_day(tmp_path: Path) -> None:
    ours = (".a.db.12345678.part", ".a.db.12345678.part-journal")
    others = ("c.db", ".letter.part2.docx", ".letter.12345678.part.docx", ".film.part")
    for name in (*ours, *others):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time() - 90_000,) * 2)
    (tmp_path / ".b.db.12345678.part").touch()
    remove_left_behind(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {".b.db.12345678.part", *others}


def test_a_file_in_its_place_is_written_though_the_disk_keeps_no_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def refuse_folders(handle: int) -> None:
        if S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(EINVAL, "Invalid argument")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    with new_file(tmp_path / "copy.db") as part:
        part.write_text("whole")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["whole"]
