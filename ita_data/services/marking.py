"""An uploaded file with its problems marked in it, for whoever has to mend them."""

import logging
from collections.abc import Sequence

from ita_data.exports import marked
from ita_data.imports.files import open_grids
from ita_data.imports.isolation import ChildFailed, run_apart
from ita_data.language import language
from ita_data.model.problems import Problem

_log = logging.getLogger(__name__)


def marked_up(data: bytes, file_name: str, problems: Sequence[Problem]) -> bytes:
    """The file as .xlsx, the offending cells coloured and commented; made in a child process, like all reading.

    Where that takes too much, the list of the problems alone.
    """
    try:
        return run_apart(_marked_up, data, file_name, tuple(problems), language.get())
    except ChildFailed as failed:
        _log.warning("%s was not marked: %s", file_name, failed)
        return run_apart(_listed, tuple(problems), language.get())


def _marked_up(data: bytes, file_name: str, problems: Sequence[Problem], readers_language: str) -> bytes:
    language.set(readers_language)
    grids, _refusals = open_grids(data, file_name)
    return marked.marked_up(data, grids, problems)


def _listed(problems: Sequence[Problem], readers_language: str) -> bytes:
    language.set(readers_language)
    return marked.listed(problems)
