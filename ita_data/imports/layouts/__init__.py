"""The kinds of files that can be read; a new one is a module here and a line in `LAYOUTS`."""

from ita_data.imports.layouts.layout import Layout
from ita_data.imports.layouts.measures_report import MeasuresLayout
from ita_data.imports.layouts.monthly import MonthlyLayout
from ita_data.imports.layouts.report import ReportLayout

LAYOUTS: dict[str, Layout] = {layout.name: layout for layout in (MeasuresLayout(), ReportLayout(), MonthlyLayout())}
"""Every layout by its name; the first one that recognises a file reads it."""
