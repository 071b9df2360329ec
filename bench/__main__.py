"""`python -m bench [PART …]`: every measurement of the pages in turn, or these: each prints a table.

All are set beside a reference that is asked in turn with them, so that whatever else the machine does falls on both.
"""

import sys
from collections.abc import Callable, Mapping

from bench import changing, crowd, loading, many_plans, pages

PARTS: Mapping[str, Callable[[], None]] = {
    "pages": pages.main,
    "changing": changing.main,
    "loading": loading.main,
    "crowd": crowd.main,
    "many_plans": many_plans.main,
}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
