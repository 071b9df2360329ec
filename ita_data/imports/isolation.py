"""Parsing in a process of its own, so that no file can hurt the server.

Libraries that parse files may crash, loop or take all memory, and some of that ends a whole process. Here it ends a
child: whatever becomes of it comes back as a value or as `ChildFailed`. At most `CHILDREN` work at a time.
"""

import gc
import logging
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from enum import StrEnum
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore
from typing import IO, Any, TypeVar

from ita_data.config import ROOT
from ita_data.imports import child
from ita_data.imports.child import Answer
from ita_data.imports.files import check_size
from ita_data.imports.layouts.layout import Known
from ita_data.imports.reading import Reading
from ita_data.imports.refused import Refused
from ita_data.model.problems import Place, Problem

CHILDREN = 2
"""How many children a process may have at a time; the rest wait."""

SECONDS = 60
"""How long a child may take by the clock on the wall."""

MAX_ANSWER = 256 * 1024**2
"""How many bytes a child may answer with."""

_MAX_ERRORS = 16 * 1024
_KEPT = ("LD_LIBRARY_PATH", "PATH", "SYSTEMROOT")
"""The variables of the environment that starting Python may need; none of them is a secret."""

_children = BoundedSemaphore(CHILDREN)
_log = logging.getLogger(__name__)

T = TypeVar("T")


class Failure(StrEnum):
    """Why a child didn't do its work."""

    TOO_LONG = "too long"
    TOO_MUCH_MEMORY = "too much memory"
    TOO_MUCH_TO_SAY = "too much to say"
    DIED = "died"


class ChildFailed(Exception):
    """A child didn't do its work; `failure` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"the child process failed: {failure}")
        self.failure = failure


def read_apart(data: bytes, name: str, known: Known, on_wait: Callable[[], None] | None = None) -> Reading:
    """What `read` finds in a file, found in a child process; a child that fails makes a refusal of its own.

    `on_wait` is called once if other files are being read and this one has to wait its turn.
    """
    try:
        check_size(data)
        return run_apart(child.read_confined, data, name, known, on_wait=on_wait)
    except Refused as refused:
        problem = refused.problem
    except ChildFailed as failed:
        _log.warning("%s was not read: %s", name, failed)
        problem = Problem(_PROBLEMS[failed.failure], Place())
    return Reading(name, sha256(data).hexdigest(), "", (), None, (problem,))


def run_apart(work: Callable[..., T], *arguments: Any, on_wait: Callable[[], None] | None = None) -> T:
    """What a function returns, called in a child process. Raises ChildFailed, also where the function raises.

    `work` is a function of a module, found there by its name; arguments and result must be picklable, and a result is
    made of plain values, dates and this program's own classes.
    """
    request = pickle.dumps((work.__module__, work.__qualname__, arguments), pickle.HIGHEST_PROTOCOL)
    if not _children.acquire(blocking=False):
        if on_wait:
            on_wait()
        _children.acquire()
    try:
        answer, errors, code = _exchange(request)
    finally:
        _children.release()
    if errors:
        _log.info("A child process said: %s", errors.decode(errors="replace"))
    result: T = _result(answer, errors, code)
    return result


def _exchange(request: bytes) -> tuple[bytes | None, bytes, int]:
    """What a new child answers to a request, or None when its time was up; what it complained of; its exit code."""
    process = subprocess.Popen(
        [sys.executable, "-m", child.__name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=_environment(),
        start_new_session=True,
    )
    with process, ThreadPoolExecutor(3) as threads:
        threads.submit(_feed, process.stdin, request)
        answer = threads.submit(_drained, process.stdout, MAX_ANSWER + 1)
        errors = threads.submit(_drained, process.stderr, _MAX_ERRORS)
        try:
            answered = _in_time(answer)
        finally:
            _end(process)
        return answered, errors.result(), process.wait()


def _in_time(answer: Future[bytes]) -> bytes | None:
    try:
        return answer.result(timeout=SECONDS)
    except TimeoutError:
        return None


def _feed(stream: IO[bytes] | None, request: bytes) -> None:
    # A child that has died reads nothing any more.
    with suppress(OSError), stream or BytesIO() as pipe:
        pipe.write(request)


def _drained(stream: IO[bytes] | None, limit: int) -> bytes:
    """The first bytes of a stream; the rest, however long, is read and thrown away."""
    kept = bytearray()
    while stream and (block := stream.read(64 * 1024)):
        kept += block[: limit - len(kept)]
    return bytes(kept)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a child with all that it may have started; one that has ended keeps its exit code."""
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    """Only what finds Python and its modules again: no addresses of databases, no passwords."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    # Streamlit looks for modules in ui/ first, where html is ours and not Python's; a child starts in our own folder.
    elsewhere = [path for path in sys.path if path and not Path(path).is_relative_to(ROOT)]
    return {**kept, "PYTHONPATH": os.pathsep.join(elsewhere), "PYTHONUTF8": "1"}


def _result(answer: bytes | None, errors: bytes, code: int) -> Any:
    if answer is None:
        raise ChildFailed(Failure.TOO_LONG)
    if len(answer) > MAX_ANSWER:
        raise ChildFailed(Failure.TOO_MUCH_TO_SAY)
    try:
        end, result = _loaded(answer)
        end = Answer(end)
    except Exception as garbage:
        raise ChildFailed(_failure(errors, code)) from garbage
    if end is Answer.OUT_OF_MEMORY:
        raise ChildFailed(Failure.TOO_MUCH_MEMORY)
    if end is Answer.RAISED:
        raise ChildFailed(Failure.DIED)
    return result


def _loaded(answer: bytes) -> Any:
    """What an answer holds: maybe a million new values, which the collector would look through again and again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return _Answers(BytesIO(answer)).load()
    finally:
        if collects:
            gc.enable()


def _failure(errors: bytes, code: int) -> Failure:
    """Why a child that gave no answer may have ended: Rust says that it lacks memory, and then aborts."""
    if b"memory allocation of" in errors or b"MemoryError" in errors:
        return Failure.TOO_MUCH_MEMORY
    has_used_its_time = sys.platform != "win32" and code == -signal.SIGXCPU
    return Failure.TOO_LONG if has_used_its_time else Failure.DIED


class _Answers(pickle.Unpickler):
    """Answers of a child hold records, problems, dates and what a reading is made of; no other name is looked up."""

    def find_class(self, module: str, name: str) -> Any:
        if module in ("datetime", "ita_data.imports.reading") or module.startswith("ita_data.model."):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an answer")


_PROBLEMS = {
    Failure.TOO_LONG: "file-too-demanding",
    Failure.TOO_MUCH_MEMORY: "file-too-demanding",
    Failure.TOO_MUCH_TO_SAY: "file-too-demanding",
    Failure.DIED: "file-unreadable",
}
