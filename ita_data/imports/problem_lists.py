"""The sheet that a marked-up file has before those of the person who sent it."""

from ita_data.imports.grid import Grid
from ita_data.model.problem_list import MARK, PROBLEM_LIST


def is_problem_list(grid: Grid) -> bool:
    """Whether a sheet is the list of problems in a file that was marked up."""
    return grid.sheet.startswith(PROBLEM_LIST) and any(row and row[0].text.startswith(MARK) for row in grid.rows[:2])
