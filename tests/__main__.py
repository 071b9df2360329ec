"""Every check, in order, stopping at the first that fails: `python3 start.py test` runs this inside .venv."""

import subprocess
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

from tests.browser import ensure_browser
from tests.office_suite import ensure_office_suite

CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    "import rules": ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"),
}

PYTEST = (sys.executable, "-m", "pytest")
BESIDE_EACH_OTHER = (("tests/browser",), ("tests/pages", "tests/services", "tests/ui"))
"""What runs beside all other tests: about a third each, which mostly waits for browsers, databases and processes."""


def main(arguments: list[str]) -> int:
    """Run the checks, then pytest with these arguments, or all tests in three parts at once."""
    ensure_browser()
    ensure_office_suite()
    for name, command in CHECKS.items():
        _say(f"checking: {name}")
        if code := subprocess.call([sys.executable, *command]):
            _say(f"FAILED: {name}")
            return code
    _say("testing")
    return subprocess.call([*PYTEST, *arguments]) if arguments else _test_in_parts()


def _test_in_parts() -> int:
    """Run the parts beside each other, and show what each says as a whole."""
    others = [f"--ignore={folder}" for folders in BESIDE_EACH_OTHER for folder in folders]
    with ExitStack() as files:
        parts = [_started(folders, files.enter_context(TemporaryFile())) for folders in BESIDE_EACH_OTHER]
        codes = [subprocess.call([*PYTEST, *others]), *(_ended(part, said) for part, said in parts)]
    return max(codes, key=abs)


def _started(folders: Iterable[str], said: IO[bytes]) -> tuple[subprocess.Popen[bytes], IO[bytes]]:
    return subprocess.Popen([*PYTEST, *folders], stdout=said, stderr=subprocess.STDOUT), said


def _ended(part: subprocess.Popen[bytes], said: IO[bytes]) -> int:
    """Wait for a part, and show what it said."""
    code = part.wait()
    said.seek(0)
    sys.stdout.write(said.read().decode(errors="replace"))
    sys.stdout.flush()
    return code


def _say(text: str) -> None:
    sys.stdout.write(f"› {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
