"""What a child says of itself; it imports this module, so the module imports little."""

import re
import sys
from pathlib import Path

from ita_data.imports.child import read_confined
from ita_data.imports.layouts.layout import Known
from ita_data.imports.reading import Reading


def read_and_weigh(data: bytes, name: str, known: Known) -> tuple[Reading, int]:
    """A reading, and the most memory that this process has taken, in MB."""
    reading = read_confined(data, name, known)
    status = Path("/proc/self/status").read_text()
    return reading, int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) // 1024


def loaded_modules(_known: Known) -> list[str]:
    """What a process has imported that was told all this."""
    return list(sys.modules)
