"""A backup or a restore that is killed at any moment leaves nothing half done, and nothing is lost.

`python -m tests.store.killing_copies 40 96` is the long form.
"""

import sys
from pathlib import Path
from random import Random

import pytest

from tests.databases import Databases, SqliteFiles
from tests.store.killing_copies import (
    faults_of_backups,
    faults_of_restores,
    faults_under_writing,
    writing_straight,
)

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL"),
    pytest.mark.usefixtures("programs_of_postgresql"),
]
KILLS = 3


def test_a_killed_backup_is_whole_or_not_there(databases: Databases, tmp_path: Path) -> None:
    assert faults_of_backups(databases, tmp_path, KILLS, Random(KILLS)) == []


def test_a_killed_restore_is_whole_or_was_never_begun(databases: Databases, tmp_path: Path) -> None:
    assert faults_of_restores(databases, tmp_path, KILLS, Random(KILLS)) == []


def test_a_backup_that_bears_its_name_too_early_is_found_out(sqlite: SqliteFiles, tmp_path: Path) -> None:
    found = faults_of_backups(sqlite, tmp_path, 4, Random(1), writing_straight)
    assert any("can't be used as a backup" in fault or "เป็นชุดสำรองไม่ได้" in fault for fault in found)


def test_backups_made_while_others_write_are_of_a_state_that_was_committed(
    databases: Databases, tmp_path: Path
) -> None:
    assert faults_under_writing(databases, tmp_path, KILLS) == []
