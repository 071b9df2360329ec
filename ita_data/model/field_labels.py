"""The words for the fields of records; a review's stand in its own table."""

from ita_data.language import gettext as _
from ita_data.language import mark
from ita_data.model.review_fields import REVIEW_FIELDS

_WORDS = {
    "text": mark("Text"),
    "detail": mark("Details"),
    "name": mark("Name"),
    "issue": mark("Issue"),
    "received_on": mark("Received on"),
    "state": mark("State of the link"),
    "score": mark("Likeness"),
    "role": mark("Role"),
    "cadence": mark("Rhythm of follow-up"),
    "follow_up": mark("Rhythm as written"),
    "items": mark("Items"),
    "instrument": mark("Instrument"),
    "pictures": mark("Picture captions"),
    "position": mark("Order"),
    "short_name": mark("Short name"),
    "due_day": mark("Due day"),
    "expects_supporting": mark("Supporting sections report too"),
    "reporting_target": mark("Target for reports received (%)"),
    "on_time_target": mark("Target for reports on time (%)"),
    "completion_targets": mark("Targets for completion (%)"),
    "outcome": mark("Outcome"),
    "indicator": mark("Indicator"),
    "initiative": mark("Initiative"),
    "number": mark("Number"),
    "code": mark("Code"),
    "is_sample": mark("Sample data"),
    "begins_on": mark("Begins on"),
    "ends_on": mark("Ends on"),
    "named_month": mark("Named month"),
    "email": mark("E-mail"),
    "first_month": mark("From month"),
    "last_month": mark("Until month"),
    "subject": mark("Instrument or indicator"),
    "value": mark("Points of 100"),
    "band": mark("Official band"),
    "comes_from": mark("Measure of the year before"),
    "final_from_month": mark("Once completed, no more reports, from"),
    "retired_from_month": mark("Retired from"),
    "reason": mark("Reason"),
    "decided_on": mark("Decided on"),
    "due_on": mark("To be done by"),
    "given_on": mark("Given on"),
    "given_by": mark("Given by"),
    "answer": mark("Answer"),
    "closed_on": mark("Closed on"),
    "closed_by": mark("Closed by"),
    "response": mark("Response"),
    "topic": mark("Topic"),
    "made_on": mark("Made on"),
    "made_by": mark("Made by"),
    "revision": mark("State of the data"),
    "figures": mark("Figures"),
    "sha256": mark("Fingerprint (SHA-256)"),
    "opened_on": mark("Reopened on"),
    "opened_by": mark("Reopened by"),
    "held_on": mark("Held on"),
    "marked_on": mark("Marked on"),
    "marked_by": mark("Marked by"),
    "fiscal_year": mark("Fiscal year"),
}


def field_label(name: str) -> str:
    """The word for a record's field; raises KeyError for an unknown one."""
    field = REVIEW_FIELDS.get(name)
    return _(field.label if field else _WORDS[name])
