"""The monthly workbook: one row for each measure, section and month, reported against a stored plan."""

from collections.abc import Sequence

from ita_data.imports.grid import Grid
from ita_data.imports.layouts.layout import Known, LayoutReading
from ita_data.imports.layouts.monthly.workbook import is_monthly, read_workbook


class MonthlyLayout:
    """Reads the monthly workbook from any file type; sheets without its headers are left aside, and that is said."""

    name = "monthly"

    def recognises(self, grids: Sequence[Grid]) -> bool:
        """Whether a sheet has the headers of measure and status, one of them beside two others, or columns of both."""
        return is_monthly(grids)

    def read(self, grids: Sequence[Grid], known: Known) -> LayoutReading:
        """Reviews of one fiscal year; refused without a needed header, the office's plan or any row to take."""
        return read_workbook(grids, known)
