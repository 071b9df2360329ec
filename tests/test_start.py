"""The one command: what it decides before anything is installed."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

import start


def test_an_old_python_is_refused_in_both_languages() -> None:
    with pytest.raises(start.SetupError, match="(?s)ต้องใช้ Python 3.11 ขึ้นไป.*Python 3.11 is needed, this is 3.9"):
        start.require_python((3, 9))


def test_the_oldest_python_that_is_supported_is_taken() -> None:
    start.require_python((3, 11))


def test_a_changed_list_is_installed_anew(tmp_path: Path) -> None:
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("click\n")
    before = start.stamp_of((requirements,))
    assert start.stamp_of((requirements,)) == before
    requirements.write_text("click\npandas\n")
    assert start.stamp_of((requirements,)) != before


def test_tests_need_all_that_running_needs() -> None:
    assert set(start.RUNNING) < set(start.TESTING)
    assert all(path.exists() for path in start.TESTING)


def test_the_first_free_port_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy, socket.create_server(("127.0.0.1", 0)) as other:
        taken, free = busy.getsockname()[1], other.getsockname()[1]
        other.close()
        assert start.free_port([taken, free]) == free


def test_a_port_that_was_asked_for_and_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with pytest.raises(start.SetupError, match=f"port {port} is taken"):
            start.free_port([port])


def test_it_needs_nothing_but_the_standard_library() -> None:
    # -S leaves out everything that was installed, -I everything around it.
    command = [sys.executable, "-I", "-S", str(start.ROOT / "start.py"), "--help"]
    assert "--port" in subprocess.check_output(command, text=True)
