"""What a machine is told that asks how the program is."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request

from ita_data.services import opening
from tests.databases import address_of
from ui.serving.health import health_route


def test_it_answers_by_what_it_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "office.db"
    monkeypatch.setenv("DATABASE_URL", address_of(file))
    opening.open_store().dispose()
    status, said = answered()
    assert (status, said["is_well"], said["backup"]["file"]) == (200, True, "")
    file.unlink()
    status, said = answered()
    assert status == 503
    assert str(file) in said["faults"][0]


def answered() -> tuple[int, dict[str, Any]]:
    route = health_route(opening.open_store)
    # In a thread of its own: a browser that another test drives has the loop of this one.
    with ThreadPoolExecutor(1) as apart:
        response = apart.submit(lambda: asyncio.run(route.endpoint(Request({"type": "http"})))).result()
    return response.status_code, json.loads(response.body)
