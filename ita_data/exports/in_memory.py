"""Workbooks written in memory alone; openpyxl by itself puts every sheet into a temporary file."""
# ruff: noqa: SLF001 - a sheet's parts are handed over in private fields.

from io import BytesIO
from typing import Any

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class MemoryWriter(ExcelWriter):  # type: ignore[misc]
    """Needs no disk, so it also works in the process that marks up a file and may write to none."""

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet, as the inherited method does."""
        sheet = BytesIO()
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        writer = WorksheetWriter(ws, sheet)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], sheet.getvalue())
        self.manifest.append(ws)
