"""Every check: `python3 start.py test` runs this inside .venv. What takes seconds comes first, and may end it."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

from tests import javascript
from tests.browser import ensure_browser
from tests.office_suite import ensure_office_suite

CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "import rules": ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"),
    **javascript.CHECKS,
}
"""What takes seconds."""

TYPES = ("-m", "mypy")
PYTEST = ("-m", "pytest")
BROWSER = ("tests/browser",)
"""The part that takes longest, and waits for a page that is drawn in time: it goes before the others."""
FOLDERS_BESIDE_EACH_OTHER = (
    BROWSER,
    ("tests/pages", "tests/ui"),
    ("tests/services", "tests/store"),
    ("tests/imports", "tests/sample_data"),
)
"""The parts of the tests beside all others: each mostly waits for browsers, databases or processes."""
MOST_SECONDS = 3600
"""Many times what any part takes."""


def main(arguments: list[str]) -> int:
    """Run the checks, then the types and pytest with these arguments, or all tests in parts at once."""
    ensure_browser()
    ensure_office_suite()
    javascript.ensure_packages()
    for name, command in CHECKS.items():
        _say(f"checking: {name}")
        if code := subprocess.call([sys.executable, *command]):
            _say(f"FAILED: {name}")
            return code
    _say("checking types, and testing")
    others = [f"--ignore={folder}" for folders in FOLDERS_BESIDE_EACH_OTHER for folder in folders]
    *beside, last = [arguments] if arguments else [*FOLDERS_BESIDE_EACH_OTHER, others]
    return _at_once([TYPES, *((*PYTEST, *part) for part in beside)], (*PYTEST, *last))


def _at_once(beside: Iterable[Iterable[str]], last: Iterable[str]) -> int:
    """Run commands of Python at once: the last one is seen at work, the others are shown as a whole afterwards."""
    with ExitStack() as files:
        started = [_started(command, files.enter_context(TemporaryFile())) for command in beside]
        shown = subprocess.Popen(_command(last))
        codes = [_code(shown), *(_ended(part, said) for part, said in started)]
    return max(codes, key=abs)


def _started(command: Iterable[str], said: IO[bytes]) -> tuple[subprocess.Popen[bytes], IO[bytes]]:
    return subprocess.Popen(_command(command), stdout=said, stderr=subprocess.STDOUT), said


def _command(part: Iterable[str]) -> list[str]:
    """What runs a part; all but the browser's give way to it, where the system can tell them to."""
    command = [sys.executable, *part]
    return command if set(BROWSER) & set(command) or not shutil.which("nice") else ["nice", *command]


def _ended(part: subprocess.Popen[bytes], said: IO[bytes]) -> int:
    """Wait for a part, and show what it said."""
    code = _code(part)
    said.seek(0)
    sys.stdout.write(said.read().decode(errors="replace"))
    sys.stdout.flush()
    return code


def _code(part: subprocess.Popen[bytes]) -> int:
    """The exit code of a part; one that never ends is stopped, so that it shows what it was at."""
    try:
        return part.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        part.kill()
        return part.wait()


def _say(text: str) -> None:
    sys.stdout.write(f"› {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
