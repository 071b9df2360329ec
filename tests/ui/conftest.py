"""A browser for what only a browser can show."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import running_browser


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for this folder; every test opens its own page in it."""
    with running_browser() as running:
        yield running
