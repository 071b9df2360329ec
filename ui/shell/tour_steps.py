"""What the short tours show, one for each of the four who use the dashboard; the texts are marked for the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass

from ita_data.language import mark


@dataclass(frozen=True, slots=True)
class Step:
    """A page, and what to know of it."""

    page: str
    text: str


@dataclass(frozen=True, slots=True)
class Tour:
    """Whom it is for, and its steps."""

    title: str
    steps: tuple[Step, ...]


_DIRECTOR = Tour(
    mark("District director"),
    (
        Step("overview", mark("The first figures say how far the office is and what is missing, and from how many.")),
        Step(
            "sections",
            mark("Each section beside the others. Press one to see its reports; ✕ leads back to the office."),
        ),
        Step(
            "director",
            mark(
                "What waits for your decision and which orders are open: acknowledge, comment, order, or close it here."
            ),
        ),
        Step(
            "meeting",
            mark("At the meeting the same figures fill the projector, one matter a screen; O gives an order."),
        ),
        Step(
            "months", mark("When the meeting is over, close the month here: its figures stay as you signed them off.")
        ),
    ),
)
_STAFF = Tour(
    mark("Staff of a section"),
    (
        Step(
            "my_month", mark("Say at the top right who you are and of which section: here stands all it has to report.")
        ),
        Step(
            "my_month",
            mark("In each row: a key from 1 to 4 for the status, the text, then Enter. Nothing is sent before “Send”."),
        ),
        Step(
            "imports",
            mark("Or fill in your section's workbook in Excel and upload it: what it would change is shown first."),
        ),
        Step("sections", mark("Choose your section above: what it has sent, what it still owes, and orders to it.")),
    ),
)
_COORDINATOR = Tour(
    mark("Coordinator"),
    (
        Step("imports", mark("The yearly report and the sections' workbooks are read here; you confirm what changes.")),
        Step(
            "indicators",
            mark("Confirm which measure each outcome answers: until then it counts as awaiting confirmation."),
        ),
        Step("plan", mark("Mend a text, add, move or retire a measure: reports stay with their measure.")),
        Step("chasing", mark("Who owes what, with a text for LINE and a mail for each section.")),
        Step("years", mark("In September, next year's plan is made from this one, and both years stand side by side.")),
        Step(
            "settings",
            mark("Due day, who reports, targets and days off: each holds from the month that you name."),
        ),
        Step("history", mark("Everything that was written, by whom, and when; each of it can be undone.")),
    ),
)
_PRESENTER = Tour(
    mark("Secretary of the meeting"),
    (
        Step(
            "meeting",
            mark("The agenda as it stands: drop, move or pin its screens, then begin. Arrow keys go through them."),
        ),
        Step(
            "meeting",
            mark("On a screen, B shows the measures behind a figure, O takes down an order, F fills the display."),
        ),
        Step(
            "director",
            mark("Orders that are still open come back at every meeting until they are closed with an answer."),
        ),
        Step(
            "meeting",
            mark("Slides, minutes, pages to print and a workbook of the meeting are at the foot of this page."),
        ),
        Step("wall", mark("The same screens in turn, on a display that nobody touches.")),
    ),
)
TOURS: Mapping[str, Tour] = {
    "director": _DIRECTOR,
    "staff": _STAFF,
    "coordinator": _COORDINATOR,
    "presenter": _PRESENTER,
}
