"""Files made of a month's meeting; a new kind is a function and a line in `MEETING_EXPORTS`.

Apart from the other exports, because the libraries for slides take long to load.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ita_data.agenda import Meeting, Screen
from ita_data.exports import EXPORTS
from ita_data.exports.meeting_xlsx import meeting_xlsx
from ita_data.exports.minutes import meeting_minutes
from ita_data.exports.pdf import meeting_pdf
from ita_data.exports.pptx import meeting_pptx
from ita_data.language import mark
from ita_data.model.decisions import Remark


@dataclass(frozen=True, slots=True)
class MeetingExport:
    """A kind of file: its title as an English msgid, its suffix and media type, and what makes it."""

    title: str
    suffix: str
    media_type: str
    file_of: Callable[[Meeting, Sequence[Screen], Sequence[Remark]], bytes]


MEETING_EXPORTS: dict[str, MeetingExport] = {
    "pptx": MeetingExport(
        mark("Slides (PowerPoint)"),
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        lambda meeting, screens, _remarks: meeting_pptx(meeting, screens),
    ),
    "docx": MeetingExport(
        mark("Minutes (Word)"),
        ".docx",
        EXPORTS["report-docx"].media_type,
        lambda meeting, _screens, remarks: meeting_minutes(meeting, remarks),
    ),
    "xlsx": MeetingExport(
        mark("Figures (Excel)"),
        ".xlsx",
        EXPORTS["report-xlsx"].media_type,
        lambda meeting, screens, _remarks: meeting_xlsx(meeting, screens),
    ),
    "pdf": MeetingExport(
        mark("Slides to print (PDF)"),
        ".pdf",
        "application/pdf",
        lambda meeting, screens, _remarks: meeting_pdf(meeting, screens),
    ),
}
