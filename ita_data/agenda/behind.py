"""The lists of measures behind the figures of a screen."""

from collections.abc import Callable, Iterable, Mapping

from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.screen import Behind
from ita_data.agenda.wording import status_words
from ita_data.findings.wording import month_words, section_name
from ita_data.labels import progress_label, state_label
from ita_data.language import gettext as _

_STATES = ("missing", "late", "on_time", "not_yet_due", "exempt")
"""What asks for something stands first."""


def measures_behind(title: str, rows: Iterable[Row]) -> Behind:
    """Measures with their status and progress, as of `measure_status` or `status_by_section`."""
    found = tuple((row["measure"], status_words(row), progress_label(row["progress"])) for row in rows)
    return Behind(title, (_("Code"), _("Status"), _("Progress")), found)


def reports_behind(meeting: Meeting, title: str, rows: Iterable[Row]) -> Behind:
    """Reports with their section, month and state, as of `states`; what is missing or late first."""
    in_order = sorted(rows, key=lambda row: (_STATES.index(row["state"]), row["month"]))
    found = tuple(
        (
            row["measure"],
            section_name(meeting, row["section"]),
            month_words(meeting, row["month"]),
            state_label(row["state"]),
        )
        for row in in_order
    )
    return Behind(title, (_("Code"), _("Section"), _("Month"), _("State")), found)


def reports_where(meeting: Meeting, title: str, belongs: Callable[[Row], bool]) -> Behind:
    """The meeting's reports that belong to a figure."""
    return reports_behind(meeting, title, [row for row in meeting.rows("states") if belongs(row)])


def filled(behind: Mapping[str, Behind]) -> dict[str, Behind]:
    """The lists that have a row: a month may have been closed before what stands behind its figures was kept."""
    return {key: each for key, each in behind.items() if each.rows}
