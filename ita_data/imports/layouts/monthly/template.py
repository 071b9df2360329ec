"""The office's own template among the workbooks: its sheets beside the form, and what it was made from."""

from collections.abc import Sequence

from ita_data.imports.grid import Grid
from ita_data.model.monthly_template import FISCAL_YEAR, GUIDANCE, ORIGIN, REVISION


def own_sheets(grids: Sequence[Grid]) -> frozenset[str]:
    """The names of the sheets that the template has beside its form; none where the workbook is no template."""
    is_template = any(grid.sheet == ORIGIN and {REVISION, FISCAL_YEAR} & _named_values(grid).keys() for grid in grids)
    return frozenset({GUIDANCE, ORIGIN}) if is_template else frozenset()


def base_of(grids: Sequence[Grid]) -> int | None:
    """The store's revision that the template was made from."""
    values = next((_named_values(grid) for grid in grids if grid.sheet == ORIGIN), {})
    revision = values.get(REVISION, "")
    return int(revision) if revision.isdecimal() else None


def _named_values(grid: Grid) -> dict[str, str]:
    """The names in the first column with the values beside them."""
    return {row[0].text: row[1].text for row in grid.rows if len(row) > 1}
