"""What a file of our own was made from: names and values that it carries beside what it shows."""

from collections.abc import Sequence

from ita_data.imports.grid import Grid
from ita_data.model.monthly_template import ORIGIN


def named_values(grids: Sequence[Grid]) -> dict[str, str]:
    """The names with their values; none in a file of somebody else."""
    rows = (row for grid in grids if grid.sheet == ORIGIN for row in grid.rows)
    return {row[0].text: row[1].text for row in rows if len(row) > 1}


def without_origin(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The grids that people see."""
    return tuple(grid for grid in grids if grid.sheet != ORIGIN)
