"""What hostile files cost: `python -m bench.hostile [NAME …]` prints seconds, and the most memory that a child took.

Each file is made first and then read by a fresh process with a child of its own. ✗ marks an unexpected outcome.
"""

import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from ita_data.imports.isolation import read_apart
from ita_data.imports.layouts.layout import Known

_DAY = date(2025, 10, 1)


def measure_all(names: list[str]) -> None:
    """Measure these files, or all of them."""
    from tests.imports.hostile import FILES

    with TemporaryDirectory() as folder:
        for name in names or FILES:
            path = Path(folder, name)
            path.write_bytes(FILES[name].make())
            command = [sys.executable, "-m", "bench.hostile", "--one", str(path), *FILES[name].codes]
            subprocess.run(command, check=True)


def measure(path: Path, expected: set[str]) -> None:
    """Read one file in a child of this process."""
    data = path.read_bytes()
    started = time.perf_counter()
    reading = read_apart(data, path.name, Known(today=_DAY, received_on=_DAY))
    seconds = time.perf_counter() - started
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    codes = {problem.code for problem in reading.problems}
    mark = " " if codes & expected else "✗"
    size = f"{len(data) / 1024:9.1f} KB"
    click.echo(f"{mark} {path.name:30} {size} {seconds:6.2f} s {megabytes:4} MB  {' '.join(sorted(codes))}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(Path(sys.argv[2]), set(sys.argv[3:]))
    else:
        measure_all(sys.argv[1:])
