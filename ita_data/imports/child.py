"""The process in which files are parsed: `python -m ita_data.imports.child`, started by `isolation` alone.

It takes one pickled request from stdin, (module, function, arguments), and answers with one pickled pair on stdout:
an `Answer` and what the function returned. Before it looks at a file it gives up what parsing never needs.
"""

import copyreg
import gc
import os
import pickle
import sys
import warnings
from enum import StrEnum
from importlib import import_module
from typing import Any

from ita_data.imports.apart import keep_apart
from ita_data.imports.files.archive import SIGNATURE, declared_size
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import Reading

MEMORY = 1024**3
"""How many bytes of address space a child may ever take."""

SECONDS = 60
"""How many seconds of processor time a child may ever take."""

OPEN_FILES = 32

_LEAST_MEMORY, _MEMORY_A_BYTE = 256 * 1024**2, 10
_LEAST_SECONDS, _SECONDS_A_MEGABYTE = 10, 4
"""What reading may take: so much for any file, and so much more by what it unpacks to."""


class Answer(StrEnum):
    """How the work in a child ended, as far as the child itself can tell."""

    DONE = "done"
    OUT_OF_MEMORY = "out of memory"
    RAISED = "raised"


def read_confined(data: bytes, name: str, known: Known) -> Reading:
    """`read` with as much memory and time as a file of this size needs, so that a small one can't take much."""
    size = declared_size(data) if data.startswith(SIGNATURE) else len(data)
    seconds = _LEAST_SECONDS + _SECONDS_A_MEGABYTE * size // 1024**2
    _limit("RLIMIT_CPU", min(seconds, SECONDS), SECONDS)
    _limit("RLIMIT_AS", min(_LEAST_MEMORY + _MEMORY_A_BYTE * size, MEMORY), MEMORY)
    return read(data, name, known)


def main() -> None:
    """Do the one piece of work, and end without tidying up: the process holds nothing that anybody misses."""
    answers = _private_stdout()
    warnings.simplefilter("ignore")
    gc.disable()
    module, function, arguments = pickle.load(sys.stdin.buffer)
    work = getattr(import_module(module), function)
    _confine()
    with os.fdopen(answers, "wb") as stream:
        stream.write(_answer(work, arguments))
    os._exit(0)


def _answer(work: Any, arguments: tuple[Any, ...]) -> bytes:
    try:
        done = work(*arguments)
        _pickle_words_by_value()
        return pickle.dumps((Answer.DONE.value, done), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps((Answer.OUT_OF_MEMORY.value, None))
    except BaseException:  # noqa: BLE001 - a panic of calamine is no Exception
        sys.excepthook(*sys.exc_info())
        return pickle.dumps((Answer.RAISED.value, None))


def _pickle_words_by_value() -> None:
    """Have a status or another word made again from its value.

    The first releases of Python 3.11 have it looked up by `getattr` instead, which no answer may hold.
    """
    for words in StrEnum.__subclasses__():
        copyreg.pickle(words, _by_value)


def _by_value(word: StrEnum) -> tuple[type[StrEnum], tuple[str]]:
    return type(word), (word.value,)


def _private_stdout() -> int:
    """Where only the answer is written; what libraries print goes to stderr."""
    answers = os.dup(1)
    os.dup2(2, 1)
    return answers


def _confine() -> None:
    _limit("RLIMIT_CORE", 0, 0)
    _limit("RLIMIT_FSIZE", 0, 0)
    _limit("RLIMIT_NOFILE", OPEN_FILES, OPEN_FILES)
    _limit("RLIMIT_CPU", SECONDS, SECONDS)
    _limit("RLIMIT_AS", MEMORY, MEMORY)
    keep_apart()


def _limit(name: str, soft: int, hard: int) -> None:
    """Set one limit; a hard limit that is lower already stays."""
    try:
        import resource
    except ImportError:  # Windows
        return
    kind = getattr(resource, name)
    _soft, present = resource.getrlimit(kind)
    hard = hard if present == resource.RLIM_INFINITY else min(hard, present)
    resource.setrlimit(kind, (min(soft, hard), hard))


if __name__ == "__main__":
    main()
