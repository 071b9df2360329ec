"""Every check, in order, stopping at the first that fails: `python3 start.py test` runs this inside .venv."""

import subprocess
import sys
from tempfile import TemporaryFile

from tests.browser import ensure_browser
from tests.office_suite import ensure_office_suite

CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    "import rules": ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"),
}

PYTEST = (sys.executable, "-m", "pytest")
WHAT_PEOPLE_DO = ("tests/browser", "tests/pages", "tests/services", "tests/ui")
"""About half of the time of all tests: pages, the browser that shows them, and the services behind them."""


def main(arguments: list[str]) -> int:
    """Run the checks, then pytest with these arguments, or all tests in two halves at once."""
    ensure_browser()
    ensure_office_suite()
    for name, command in CHECKS.items():
        _say(f"checking: {name}")
        if code := subprocess.call([sys.executable, *command]):
            _say(f"FAILED: {name}")
            return code
    _say("testing")
    return subprocess.call([*PYTEST, *arguments]) if arguments else _test_in_halves()


def _test_in_halves() -> int:
    """Run the tests of what people do beside all others, and show what each half says as a whole."""
    others = [f"--ignore={folder}" for folder in WHAT_PEOPLE_DO]
    with TemporaryFile() as said:
        beside = subprocess.Popen([*PYTEST, *WHAT_PEOPLE_DO], stdout=said, stderr=subprocess.STDOUT)
        code = subprocess.call([*PYTEST, *others])
        code = beside.wait() or code
        said.seek(0)
        sys.stdout.write(said.read().decode(errors="replace"))
    return code


def _say(text: str) -> None:
    sys.stdout.write(f"› {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
