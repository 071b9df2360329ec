"""Files made of an office's records; a new kind of export is a function and a line in `EXPORTS`."""

from collections.abc import Callable
from dataclasses import dataclass

from ita_data.exports.docx import report_docx
from ita_data.exports.xlsx import report_xlsx
from ita_data.language import mark
from ita_data.model.records import Records


@dataclass(frozen=True, slots=True)
class Export:
    """A kind of file: its title as an English msgid, its suffix and media type, and what makes it."""

    title: str
    suffix: str
    media_type: str
    file_of: Callable[[Records], bytes]


EXPORTS: dict[str, Export] = {
    "report-xlsx": Export(
        mark("Yearly report as Excel workbook"),
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        report_xlsx,
    ),
    "report-docx": Export(
        mark("Yearly report as Word document"),
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        report_docx,
    ),
}
