"""Files made to hurt whoever reads them, or merely broken, each with what has to come of it.

A file is made when it is asked for, because some of them are large.
"""

from dataclasses import dataclass

from tests.imports.hostile.archives import ARCHIVES
from tests.imports.hostile.markup import MARKUP
from tests.imports.hostile.other_kinds import OTHER_KINDS
from tests.imports.hostile.packages import Make
from tests.imports.hostile.sheets import SHEETS

READ = "layout-unknown"
"""What becomes of a file that is read without harm, but holds no table of ours."""


@dataclass(frozen=True)
class Hostile:
    """A hostile file: its name, how it is made, and the codes of which one has to be among its problems."""

    name: str
    make: Make
    codes: frozenset[str]


FILES = {
    name: Hostile(name, make, frozenset(codes.split()))
    for kinds in (ARCHIVES, MARKUP, SHEETS, OTHER_KINDS)
    for name, (make, codes) in kinds.items()
}
"""All of them by name."""
