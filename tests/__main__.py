"""Every check, in order, stopping at the first that fails: `python3 start.py test` runs this inside .venv."""

import subprocess
import sys

from tests.browser import ensure_browser
from tests.office_suite import ensure_office_suite

CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    "import rules": ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"),
}


def main(arguments: list[str]) -> int:
    """Run the checks, then pytest with these arguments; pytest has the last word."""
    ensure_browser()
    ensure_office_suite()
    for name, command in CHECKS.items():
        _say(f"checking: {name}")
        if code := subprocess.call([sys.executable, *command]):
            _say(f"FAILED: {name}")
            return code
    _say("testing")
    return subprocess.call([sys.executable, "-m", "pytest", *arguments])


def _say(text: str) -> None:
    sys.stdout.write(f"› {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
