"""Breaks rules of the numbers one at a time, to see that a test notices: `python -m tests.mutations [NAME…]`.

The rules are in mutations.toml. Everything happens in a copy of the project; the work tree is never touched.
"""

import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from ita_data.config import ROOT

_LEFT_OUT = {".git", ".venv", ".mypy_cache", "data"}
"""What of the project's folder the tests don't need."""
_SOME_FAILED = 1
"""What pytest says where it ran the tests, and some failed; 2 to 5 are errors of its own."""
_MOST_SECONDS = 300


class Verdict(StrEnum):
    """What became of a broken rule; only the first is good."""

    CAUGHT = "caught"
    SURVIVED = "SURVIVED"
    NO_LONGER_APPLIES = "NO LONGER APPLIES"
    ERROR = "ERROR"


class NoLongerApplies(Exception):
    """The text that is to be replaced stands nowhere in its file, or several times."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A broken rule: `name` says what is wrong then, `text` stands once in `file`, `tests` are those that notice."""

    name: str
    file: str
    text: str
    instead: str
    tests: tuple[str, ...]

    def broken(self, source: str) -> str:
        """The file with its rule broken; raises NoLongerApplies, and SyntaxError where it is no Python any more."""
        if (found := source.count(self.text)) != 1:
            raise NoLongerApplies(f"its text stands {found} times in {self.file}")
        changed = source.replace(self.text, self.instead)
        compile(changed, self.file, "exec")
        return changed


def mutations() -> list[Mutation]:
    """All rules that are kept to be broken."""
    entries = tomllib.loads((ROOT / "tests" / "mutations.toml").read_text(encoding="utf-8"))["mutation"]
    return [Mutation(**{**entry, "tests": tuple(entry["tests"])}) for entry in entries]


def main(names: list[str]) -> int:
    """Break the rules whose names hold one of these words, or all; 0 where each was noticed."""
    every = mutations()
    if unknown := [name for name in names if not any(name in each.name for each in every)]:
        return _fail(f"no mutation is called so: {', '.join(unknown)}")
    chosen = [each for each in every if not names or any(name in each.name for name in names)]
    with TemporaryDirectory() as folder:
        project = shutil.copytree(ROOT, Path(folder) / "project", ignore=_left_out, symlinks=True)
        code, said = run_tests(project, {test for each in chosen for test in each.tests})
        if code:
            return _fail(f"before anything was broken, pytest ended with {code}:\n{said}")
        verdicts = [_told(project, mutation) for mutation in chosen]
    missed = sum(verdict is not Verdict.CAUGHT for verdict in verdicts)
    return _fail(f"{missed} of {len(chosen)} were not caught") if missed else 0


def tried(project: Path, mutation: Mutation) -> tuple[Verdict, str]:
    """What becomes of one broken rule in a copy of the project, and how one sees it; the copy is mended again."""
    path = project / mutation.file
    try:
        whole = path.read_text(encoding="utf-8")
        changed = mutation.broken(whole)
    except NoLongerApplies as reason:
        return Verdict.NO_LONGER_APPLIES, str(reason)
    except (OSError, SyntaxError) as reason:
        return Verdict.ERROR, str(reason)
    path.write_text(changed, encoding="utf-8")
    code, said = run_tests(project, mutation.tests)
    path.write_text(whole, encoding="utf-8")
    if code == 0:
        return Verdict.SURVIVED, " ".join(mutation.tests)
    failed = next((line for line in said.splitlines() if line.startswith("FAILED ")), "")
    # A test that couldn't even begin noticed nothing.
    return (Verdict.CAUGHT, failed) if code == _SOME_FAILED and failed else (Verdict.ERROR, f"pytest: {code}\n{said}")


def run_tests(project: Path, tests: Iterable[str]) -> tuple[int, str]:
    """The exit code of pytest in a project, and what it said."""
    command = (sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *sorted(tests))
    # Compiled files are told apart by second and size, which a small change may share with what it replaces.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "160"}
    try:
        ended = subprocess.run(
            command, cwd=project, env=environment, capture_output=True, encoding="utf-8", timeout=_MOST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return -1, f"it was not done after {_MOST_SECONDS} seconds"
    return ended.returncode, ended.stdout + ended.stderr


def _left_out(folder: str, names: list[str]) -> set[str]:
    return {"__pycache__", "node_modules"} | (_LEFT_OUT & set(names) if Path(folder) == ROOT else set())


def _told(project: Path, mutation: Mutation) -> Verdict:
    began = time.monotonic()
    verdict, seen = tried(project, mutation)
    _say(f"{verdict:18}{time.monotonic() - began:4.0f} s  {mutation.name}\n{'':26}{seen}")
    return verdict


def _fail(text: str) -> int:
    _say(f"FAILED: {text}")
    return 1


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
