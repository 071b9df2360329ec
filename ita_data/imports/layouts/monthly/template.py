"""The office's own template among the workbooks: its sheets beside the form, and what it was made from."""

from collections.abc import Sequence

from ita_data.imports.grid import Grid
from ita_data.imports.layouts.origin import named_values
from ita_data.model.monthly_template import FISCAL_YEAR, GUIDANCE, ORIGIN, REVISION


def own_sheets(grids: Sequence[Grid]) -> frozenset[str]:
    """The names of the sheets that the template has beside its form; none where the workbook is no template."""
    is_template = {REVISION, FISCAL_YEAR} & named_values(grids).keys()
    return frozenset({GUIDANCE, ORIGIN}) if is_template else frozenset()


def base_of(grids: Sequence[Grid]) -> int | None:
    """The store's revision that the template was made from."""
    revision = named_values(grids).get(REVISION, "")
    return int(revision) if revision.isdecimal() else None
