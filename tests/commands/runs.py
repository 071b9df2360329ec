"""Commands as a person types them, and what they print and answer."""

import json
from contextvars import copy_context
from typing import Any

from click.testing import CliRunner, Result

from ita_data.__main__ import main
from ita_data.services import opening
from ita_data.services.history import batches

DONE, REFUSED, WRONG_USAGE, IN_PART = 0, 1, 2, 3


def run(*arguments: object, typed: str | None = None) -> Result:
    """What a command prints and answers; the language it chooses is its own."""
    return copy_context().run(CliRunner().invoke, main, [str(each) for each in arguments], input=typed)


def run_json(*arguments: object, code: int = DONE) -> dict[str, Any]:
    """What a command says with --json, which is one line."""
    result = run(*arguments, "--json")
    assert result.exit_code == code, result.output
    (line,) = result.stdout.splitlines()
    values: dict[str, Any] = json.loads(line)
    return values


def history() -> list[int]:
    """The numbers of the batches, the newest first."""
    store = opening.open_store()
    ids = [batch.id for batch in batches(store)]
    store.dispose()
    return ids
