"""The word for every value that people see; marked for the catalogue, and translated when it is asked for."""

from typing import Literal

from ita_data.language import gettext as _
from ita_data.language import mark

_STATUS = {
    "not_started": mark("Not started"),
    "in_progress": mark("In progress"),
    "completed": mark("Completed"),
    "not_applicable": mark("Not applicable"),
}
_STATE = {
    "on_time": mark("On time"),
    "late": mark("Late"),
    "missing": mark("Report missing"),
    "not_yet_due": mark("Not yet due"),
    "exempt": mark("Exempt"),
}
_GRID = {
    "on_time": mark("All on time"),
    "late": mark("All received, some late"),
    "partly": mark("Some missing"),
    "missing": mark("All missing"),
    "not_yet_due": mark("Not yet due"),
    "exempt": mark("Exempt"),
}
_DONE = {
    "completed": mark("All completed"),
    "in_progress": mark("Some completed"),
    "not_started": mark("None completed yet"),
}
_CADENCE = {
    "monthly": mark("Every month"),
    "quarterly": mark("Every quarter"),
    "half_yearly": mark("Every half-year"),
    "yearly": mark("Once a year, every year"),
    "once": mark("Once"),
    "as_needed": mark("As needed"),
}
_ROLE = {"lead": mark("Lead"), "supporting": mark("Supporting")}
_LINK_STATE = {
    "suggested": mark("Awaiting confirmation"),
    "confirmed": mark("Confirmed"),
    "rejected": mark("Not a match"),
}
_ACTION = {
    "added": mark("New"),
    "changed": mark("Changed"),
    "unchanged": mark("Unchanged"),
    "missing": mark("Not in the file"),
    "removed": mark("Removed"),
}
_KIND = {
    "rule": mark("Rules of the plan"),
    "holiday": mark("Holiday of the office"),
    "section": mark("Section"),
    "indicator": mark("Indicator"),
    "initiative": mark("Initiative"),
    "item": mark("Item"),
    "measure": mark("Measure"),
    "assignment": mark("Responsible section"),
    "outcome": mark("Outcome"),
    "link": mark("Link"),
    "review": mark("Review"),
    "exemption": mark("Exemption"),
    "order": mark("Director's order"),
    "remark": mark("Director's remark"),
    "closing": mark("Closing of a month"),
    "reopening": mark("Reopening of a month"),
    "held_meeting": mark("Held meeting"),
    "score": mark("Assessment score"),
}
_SEVERITY = {
    "refusal": mark("File refused"),
    "error": mark("Left out"),
    "warning": mark("Please check"),
    "note": mark("For information"),
}
_VERDICT = {
    "accepted": mark("Can be taken"),
    "partial": mark("Can be taken in part"),
    "rejected": mark("Can't be taken"),
}
_COUNT = {
    "indicators": mark("Indicators"),
    "items": mark("Items"),
    "measures": mark("Measures"),
    "outcomes": mark("Outcomes"),
    "initiatives": mark("Initiatives"),
    "initiative_measures": mark("Measures of initiatives"),
    "reviews": mark("Reviews"),
}
_GAP = {
    "no_outcome": mark("Measures without an outcome"),
    "unconfirmed": mark("Measures with links awaiting confirmation only"),
    "initiative": mark("Measures of initiatives"),
}
_MOTION = {
    "standing": mark("No progress for three months"),
    "moved": mark("Under way"),
    "completed": mark("Completed"),
    "not_applicable": mark("Not applicable"),
    "too_early": mark("Too early: nothing three months before to compare with"),
    "not_expected": mark("No report was expected in these months"),
}
_NOTICE = {
    "section_ended": mark("Sections that have ended: left out, and nobody takes their place"),
    "item_dropped": mark("Items that are no longer asked: left out"),
    "measure_retired": mark("Measures that were retired: left out"),
    "lead_lost": mark("Measures that nobody leads any more: name a section"),
    "items_lost": mark("Measures of which no item is asked any more: are they still needed?"),
    "part_of_the_year": mark("Sections that have a measure in some months only: do they in the new year too?"),
}
_PASSAGE = {
    "same": mark("Goes on as it was"),
    "reworded": mark("Goes on in other words"),
    "new": mark("New"),
    "gone": mark("Gone"),
}
_BAND = {
    "excellent": mark("Passed, excellent"),
    "good": mark("Passed, good"),
    "passed": mark("Passed"),
    "improve": mark("Has to improve"),
    "urgent": mark("Has to improve urgently"),
}
_SECTION_KIND = {
    "department": mark("Department"),
    "school": mark("School"),
    "other": mark("Another kind"),
}
_ACTOR = {
    "director": mark("Director"),
    "section_staff": mark("Section staff"),
    "coordinator": mark("Coordinator"),
}
_STANDS = {
    "ended": mark("at the end of the month"),
    "running": mark("so far"),
    "ahead": mark("not begun"),
}
_RESPONSE = {"acknowledged": mark("Acknowledged"), "comment": mark("Comment")}
_TOPIC = {
    "missing": mark("Reports missing"),
    "late": mark("Reports late"),
    "standstill": mark("Measures at a standstill"),
    "gap": mark("Measures without an outcome"),
    "changes": mark("Changes since the last meeting"),
    "month": mark("The month as a whole"),
}
_COLUMN = {
    "indicator": mark("Indicator"),
    "initiative": mark("Initiative"),
    "section": mark("Section"),
    "measure": mark("Measure"),
    "month": mark("Month"),
    "completed": mark("Completed"),
    "unconfirmed": mark("of these awaiting confirmation"),
    "completed_by_all": mark("of these every section says so"),
    "in_progress": mark("In progress"),
    "not_started": mark("Not started"),
    "not_applicable": mark("Not applicable"),
    "applicable": mark("Applicable measures"),
    "completion": mark("Completion"),
    "progress": mark("Mean progress (%)"),
    "expected": mark("Expected reports"),
    "on_time": mark("On time"),
    "late": mark("Late"),
    "missing": mark("Report missing"),
    "not_yet_due": mark("Not yet due"),
    "exempt": mark("Exempt"),
    "received": mark("Reports received"),
    "due": mark("Due"),
    "reporting_rate": mark("Reporting rate"),
    "on_time_rate": mark("On-time rate"),
    "lead_received": mark("Received, lead"),
    "lead_due": mark("Due, lead"),
    "supporting_received": mark("Received, supporting"),
    "supporting_due": mark("Due, supporting"),
    "reporting_target": mark("Target for reports received"),
    "on_time_target": mark("Target for reports on time"),
    "fiscal_year": mark("Fiscal year"),
    "fiscal_month": mark("Month"),
    "stands": mark("As it stood"),
}
_CHART = {
    "completion_by_indicator": mark("Measures completed, by indicator"),
    "completion_by_initiative": mark("Measures completed, by initiative"),
    "completion_by_section": mark("Measures completed, by section"),
    "reporting_by_section": mark("Monthly reports, by section"),
    "follow_up_by_month": mark("Measures completed and reports received, by month"),
    "rates_by_month": mark("Reports received and on time, of those due, by month"),
    "follow_up_this_year_and_last": mark("Measures completed and reports received, this year and last"),
}
_TABLE = {
    "completion": mark("Measures completed"),
    "reporting": mark("Monthly reports"),
    "reporting_by_month": mark("Reports of each month"),
    "silent_sections": mark("Sections that sent nothing of a month"),
    "at_same_age_by_month": mark("Each month at the same age"),
    "completion_by_month": mark("Measures completed, by month"),
    "completion_by_indicator_and_month": mark("Measures completed, by indicator and month"),
    "completion_by_indicator_and_section": mark("Measures completed, by indicator and section"),
    "reporting_by_measure_and_month": mark("Monthly reports, by measure and month"),
    "reporting_by_section_and_month": mark("Monthly reports, by section and month"),
    "overdue_by_section": mark("Overdue reports"),
    "overdue": mark("Reports missing"),
    "late": mark("Reports late"),
    "standstill": mark("Measures compared with three months before"),
    "gaps": mark("Measures without an outcome"),
    "owed_by_section": mark("Reports of the month, by section"),
    "measure_status": mark("Status of the measures"),
    "rounds_by_measure": mark("Rounds done, by measure"),
    "pace_by_month": mark("Where completion should stand, by month"),
}
_COUNTED = {
    "waiting": mark("of earlier months still waiting"),
    "overdue": mark("of earlier months overdue"),
    "sent": mark("sent"),
    "asked": mark("Reports of the month"),
    "days_overdue": mark("Days overdue"),
    "days_late": mark("Days late"),
    "pace": mark("Completion by pace"),
    "recurring": mark("Measures that recur"),
}
_BECOMING = {
    "same": mark("Same as before"),
    "reworded": mark("Reworded"),
    "moved": mark("Moved to another place"),
    "renumbered": mark("Renumbered"),
    "inserted": mark("Inserted"),
    "gone": mark("Not in the file"),
}
Family = Literal[
    "actor",
    "column",
    "chart",
    "table",
    "counted",
    "status",
    "state",
    "grid",
    "done",
    "cadence",
    "role",
    "link_state",
    "action",
    "kind",
    "severity",
    "verdict",
    "count",
    "gap",
    "notice",
    "band",
    "passage",
    "motion",
    "response",
    "stands",
    "topic",
    "becoming",
    "section_kind",
]

_WORDS: dict[Family, dict[str, str]] = {
    "actor": _ACTOR,
    "column": _COLUMN,
    "chart": _CHART,
    "table": _TABLE,
    "counted": _COUNTED,
    "status": _STATUS,
    "state": _STATE,
    "grid": _GRID,
    "done": _DONE,
    "cadence": _CADENCE,
    "role": _ROLE,
    "link_state": _LINK_STATE,
    "action": _ACTION,
    "kind": _KIND,
    "severity": _SEVERITY,
    "verdict": _VERDICT,
    "count": _COUNT,
    "gap": _GAP,
    "notice": _NOTICE,
    "band": _BAND,
    "passage": _PASSAGE,
    "motion": _MOTION,
    "response": _RESPONSE,
    "stands": _STANDS,
    "topic": _TOPIC,
    "becoming": _BECOMING,
    "section_kind": _SECTION_KIND,
}


def label(family: Family, value: str) -> str:
    """The word for a value, such as `label("status", "completed")`; raises KeyError for an unknown one."""
    return _(_WORDS[family][value])


def words(family: Family) -> dict[str, str]:
    """Every value of a family with its word, in the order in which they are shown."""
    return {value: _(message) for value, message in _WORDS[family].items()}


def chart_title(name: str) -> str:
    """What a chart shows, in plain words."""
    return label("chart", name)
