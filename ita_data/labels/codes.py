"""How several codes are said in a few words."""

import re
from collections.abc import Iterable
from itertools import groupby

_CODE = re.compile(r"(.*?)([0-9]+)")


def codes_label(codes: Iterable[str]) -> str:
    """Codes in their order, those that count on from each other drawn together: O1 – O17, O20."""
    runs = ([code for _place, code in run] for _start, run in groupby(enumerate(codes), _start_of_run))
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} – {run[-1]}" for run in runs)


def _start_of_run(place_and_code: tuple[int, str]) -> tuple[str, int]:
    """What codes that count on have in common: their letters, and where they began to count."""
    place, code = place_and_code
    found = _CODE.fullmatch(code)
    return (found[1], int(found[2]) - place) if found else (code, 0)
