"""The browser that tests and measurements drive."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@contextmanager
def running_browser() -> Iterator[Browser]:
    """A browser without a window, closed at the end."""
    with sync_playwright() as playwright:
        # Chromium refuses to run its sandbox as root.
        browser = playwright.chromium.launch(executable_path=_installed(), args=["--no-sandbox"])
        yield browser
        browser.close()


def ensure_browser() -> None:
    """Install a browser where there is none: Debian's own where that is allowed, otherwise Playwright's."""
    if not _installed() and shutil.which("apt-get") and os.geteuid() == 0:
        unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]):
            subprocess.call(["apt-get", "-q", *step], stdin=subprocess.DEVNULL, env=unasked)
    if not _installed():
        subprocess.call([sys.executable, "-m", "playwright", "install", "chromium"])


def _installed() -> str | None:
    """The browser on this machine; None leaves it to the one that Playwright brought."""
    return next(filter(None, map(shutil.which, _NAMES)), None)
