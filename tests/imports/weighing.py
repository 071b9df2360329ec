"""What a child says of itself; it imports this module, so the module imports little."""

import os
import re
import sys

from ita_data.imports.child import read_confined
from ita_data.imports.layouts.layout import Known
from ita_data.imports.reading import Reading

_STATUS = os.open("/proc/self/status", os.O_RDONLY) if sys.platform == "linux" else -1
"""Opened at once, because a child may not open it any more."""


def read_and_weigh(data: bytes, name: str, known: Known) -> tuple[Reading, int]:
    """A reading, and the most memory that this process has taken, in MB."""
    reading = read_confined(data, name, known)
    status = os.pread(_STATUS, 10_000, 0).decode()
    return reading, int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) // 1024


def loaded_modules(_known: Known) -> list[str]:
    """What a process has imported that was told all this."""
    return list(sys.modules)
