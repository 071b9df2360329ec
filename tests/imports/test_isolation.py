import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ita_data.config import ROOT
from ita_data.imports import isolation
from ita_data.imports.child import MEMORY
from ita_data.imports.isolation import CHILDREN, ChildFailed, Failure, read_apart, run_apart
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from tests.imports.files import DAY, REPORT
from tests.imports.made_files import workbook

KNOWN = Known(today=DAY, received_on=DAY)
ROWS_TO_READ = 6_000


def greet(name: str, day: date) -> tuple[str, date]:
    print("libraries print")  # noqa: T201
    return f"สวัสดี {name}", day


def raise_an_error() -> None:
    raise ValueError


def allocate() -> int:
    return len(bytearray(2 * MEMORY))


def abort() -> None:
    os.abort()


def end_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def loop() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(60)


def stay_behind(pipe: str) -> None:
    """Start another process as native code may, say which, and wait for it."""
    libc = ctypes.CDLL(None)
    pid = libc.fork()
    if pid:
        os.write(libc.open(pipe.encode(), os.O_WRONLY), str(pid).encode())
    time.sleep(60)


def answer_with_a_function() -> Any:
    return os.system


def print_garbage() -> None:
    for stream in range(3, 10):
        try:
            os.write(stream, b"garbage")
        except OSError:
            continue
    os._exit(0)


def complain() -> int:
    sys.stderr.write("x" * 1_000_000)
    return 1


def environment() -> dict[str, str]:
    return dict(os.environ)


def limits() -> dict[str, int]:
    import resource

    return {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[1] for name in ("CORE", "FSIZE", "NOFILE")}


def write_a_file(path: str) -> None:
    Path(path).write_bytes(b"x")


def read_a_file(path: str) -> bytes:
    return Path(path).read_bytes()


def read_what_is_its_own() -> int:
    return len(Path(isolation.__file__).read_bytes()) + len(Path(json.__file__).read_bytes())


def connect() -> None:
    socket.create_connection(("127.0.0.1", 9))


def start_a_program() -> None:
    subprocess.run([sys.executable, "-V"], check=True)


def wait_for(path: str) -> None:
    while not Path(path).exists():
        time.sleep(0.01)


def failure_of(work: Any, *arguments: Any) -> Failure:
    with pytest.raises(ChildFailed) as raised:
        run_apart(work, *arguments)
    return raised.value.failure


def test_a_child_answers_as_the_function_would() -> None:
    assert run_apart(greet, "ก", DAY) == ("สวัสดี ก", DAY)


@pytest.mark.parametrize("data", [REPORT.read_bytes(), workbook(["ก"]), b"", b"%PDF-1.7"])
def test_reading_apart_finds_what_reading_finds(data: bytes) -> None:
    assert read_apart(data, "a.txt", KNOWN) == read(data, "a.txt", KNOWN)


def test_many_rows_that_are_each_wrong_in_another_way_are_all_told() -> None:
    headers = "รหัสมาตรการ,ฝ่ายที่รับผิดชอบ,เดือนที่รายงาน,สถานะ,ความก้าวหน้า (%),วันที่ดำเนินการ"
    rows = (f"x{row},ฝ่ายที่ไม่มี{row},เดือน {row},ทำอะไร{row},y{row},z{row}" for row in range(ROWS_TO_READ))
    reading = read_apart("\n".join([headers, *rows]).encode(), "a.csv", KNOWN)
    assert len(reading.rows) == ROWS_TO_READ
    assert len(reading.problems) > 6 * ROWS_TO_READ


@pytest.mark.parametrize(
    ("work", "failure"),
    [
        (raise_an_error, Failure.DIED),
        (abort, Failure.DIED),
        (end_itself, Failure.DIED),
        (print_garbage, Failure.DIED),
        (answer_with_a_function, Failure.DIED),
        (allocate, Failure.TOO_MUCH_MEMORY),
    ],
)
def test_a_child_that_fails_says_why(work: Any, failure: Failure) -> None:
    assert failure_of(work) == failure


@pytest.mark.parametrize("work", [loop, sleep])
def test_a_child_that_takes_too_long_is_ended(work: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "SECONDS", 1)
    assert failure_of(work) == Failure.TOO_LONG


def test_a_child_that_has_too_much_to_say_is_not_called_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "MAX_ANSWER", 10)
    assert failure_of(greet, "ก", DAY) == Failure.TOO_MUCH_TO_SAY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups")
def test_nothing_that_a_child_started_outlives_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    listening = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    for seconds in (3, 20, 60):  # A busy machine may take a while to start a child at all.
        monkeypatch.setattr(isolation, "SECONDS", seconds)
        assert failure_of(stay_behind, str(pipe)) == Failure.TOO_LONG
        if told := os.read(listening, 20):
            break
    os.close(listening)
    state = Path("/proc", told.decode(), "stat")
    while state.exists() and state.read_text().split()[2] != "Z":
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (Failure.TOO_LONG, "file-too-demanding"),
        (Failure.TOO_MUCH_MEMORY, "file-too-demanding"),
        (Failure.TOO_MUCH_TO_SAY, "file-too-demanding"),
        (Failure.DIED, "file-unreadable"),
    ],
)
def test_a_file_whose_child_failed_is_refused(failure: Failure, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: Any, **_options: Any) -> None:
        raise ChildFailed(failure)

    monkeypatch.setattr(isolation, "run_apart", fail)
    reading = read_apart(b"x", "a.xlsx", KNOWN)
    assert (reading.records, [problem.code for problem in reading.problems]) == (None, [code])
    assert reading.sha256 == read(b"x", "a.xlsx", KNOWN).sha256


def test_what_a_child_complains_of_is_cut_short_and_goes_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    assert run_apart(complain) == 1
    assert 10_000 < len(caplog.text) < 20_000


def test_a_child_inherits_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:secret@host/db")
    assert "secret" not in str(run_apart(environment))


def test_a_child_finds_pythons_modules_though_the_server_looks_among_the_rooms_of_ui_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "ui"), *sys.path])
    assert run_apart(greet, "ก", DAY) == ("สวัสดี ก", DAY)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits")
def test_a_child_can_write_no_file_and_no_core(tmp_path: Path) -> None:
    assert run_apart(limits) == {"CORE": 0, "FSIZE": 0, "NOFILE": 32}
    assert failure_of(write_a_file, str(tmp_path / "x")) == Failure.DIED
    assert not (tmp_path / "x").exists() or not (tmp_path / "x").read_bytes()


def test_a_child_can_open_nothing_but_its_own_code(tmp_path: Path) -> None:
    secret = tmp_path / "ita.db"
    secret.write_bytes(b"x")
    for path in (secret, ROOT / "README.md"):
        assert failure_of(read_a_file, str(path)) == Failure.DIED
    assert run_apart(read_what_is_its_own) > 0


@pytest.mark.parametrize("work", [connect, start_a_program])
def test_a_child_can_reach_nobody(work: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    assert failure_of(work) == Failure.DIED
    assert "is refused while a file is read" in caplog.text


def test_so_many_children_work_at_a_time_and_the_next_one_waits(tmp_path: Path) -> None:
    go, waits = tmp_path / "go", threading.Event()
    busy = [threading.Thread(target=run_apart, args=(wait_for, str(go))) for _ in range(CHILDREN)]
    for thread in busy:
        thread.start()
    while isolation._children._value:  # noqa: SLF001
        time.sleep(0.01)
    last = threading.Thread(target=run_apart, args=(greet, "ก", DAY), kwargs={"on_wait": waits.set})
    last.start()
    assert waits.wait(20)
    assert last.is_alive()
    go.touch()
    for thread in (*busy, last):
        thread.join(60)
        assert not thread.is_alive()


def test_one_that_needs_not_wait_is_not_told_to() -> None:
    told: list[bool] = []
    run_apart(greet, "ก", DAY, on_wait=lambda: told.append(True))
    assert not told
