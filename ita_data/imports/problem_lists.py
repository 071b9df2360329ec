"""The sheet that a marked-up file has before those of the person who sent it."""

from ita_data.imports.grid import Grid

SHEET = "ปัญหาที่พบ"
MARK = "แผ่นงานนี้ระบบเขียนขึ้น"
"""How its second row begins, so that a sheet that somebody else gave this name is read as any other."""


def is_problem_list(grid: Grid) -> bool:
    """Whether a sheet is the list of problems in a file that was marked up."""
    return grid.sheet.startswith(SHEET) and any(row and row[0].text.startswith(MARK) for row in grid.rows[:2])
