"""What a section has to report in a month: each measure of it, and each earlier month that still waits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ita_data.model.drafts import Report
from ita_data.model.records import Review
from ita_data.model.review_checks import tells_what_was_done
from ita_data.model.states import Status
from ui.look.day import today
from ui.look.look import Look


@dataclass(frozen=True, slots=True)
class Owed:
    """One review that a section owes for a month or has sent; `last` is what it reported on the measure before,
    and `last_text` what it wrote when it last had done something.

    It `awaits_approval` as of `cells_of`. A measure that is followed up as needed has neither a due date nor a state,
    as long as nothing was sent.
    """

    report: Report
    section: str
    measure: str
    text: str
    month: int
    due_on: date | None
    state: str | None
    awaits_approval: bool
    sent: Review | None
    last: Review | None
    last_text: str

    @property
    def key(self) -> str:
        """What names it among the section's reviews."""
        return key_of_report(self.measure, self.month)

    def field(self, name: str) -> str:
        """The key of a field in which a part of it is entered, unlike that of any other plan's or section's."""
        return "|".join([name, *map(str, self.report)])

    @property
    def untouched(self) -> Review:
        """What was sent, or a review in which nothing is entered yet."""
        return self.sent or Review(self.measure, self.section, self.month, Status.NOT_STARTED, today())


def key_of_report(measure: str, month: int) -> str:
    """What names a report among those of its section."""
    return f"{measure}-{month}"


def identity_of_section(look: Look, section: str) -> str:
    """Who a section is, whatever it is called later."""
    return next(each.identity for each in look.stored.records.sections if each.name == section)


def whole_part(look: Look, section: str) -> Look:
    """All that a section answers for, whichever roles the filters count."""
    return replace(look, section=section, with_supporting=True)


def owed(look: Look, section: str) -> list[Owed]:
    """The reviews of the month looked at, sent ones among them, then those of earlier months that still wait.

    What the section was exempted from isn't asked for. Measures that are followed up as needed come last.
    """
    asked, texts = whole_part(look, section).figures.rows("asked_cells"), look.facts.texts
    others = look.stored.as_needed(section)
    as_needed: list[dict[Any, Any]] = [{"measure": measure, "month": look.month} for measure in others]
    reviews = look.stored.reviews_of(section)
    measures = {each.code: each.identity for each in look.stored.records.measures}
    own = identity_of_section(look, section)
    return [
        _owed(Report(measures[cell["measure"]], own, cell["month"]), section, cell, texts[cell["measure"]], reviews)
        for cell in (*asked, *as_needed)
    ]


def reported(look: Look, section: str, report: Report) -> Owed | None:
    """One report of the section by who its measure is, whether or not it is asked for; None where that is gone."""
    records = look.stored.records
    measure = next((each.code for each in records.measures if each.identity == report.measure), None)
    if measure is None or report.section != identity_of_section(look, section):
        return None
    cell = {"measure": measure, "month": report.month}
    return _owed(report, section, cell, look.facts.texts[measure], look.stored.reviews_of(section))


def _owed(
    report: Report, section: str, cell: Mapping[Any, Any], text: str, reviews: Mapping[tuple[str, int], Review]
) -> Owed:
    measure, month = cell["measure"], cell["month"]
    return Owed(
        report=report,
        section=section,
        measure=measure,
        text=text,
        month=month,
        due_on=cell.get("due_on"),
        state=cell.get("state"),
        awaits_approval=cell.get("awaits_approval", False),
        sent=reviews.get((measure, month)),
        last=next(_before(reviews, measure, month), None),
        last_text=next((each.result for each in _before(reviews, measure, month) if tells_what_was_done(each)), ""),
    )


def _before(reviews: Mapping[tuple[str, int], Review], measure: str, month: int) -> Iterator[Review]:
    earlier = (reviews.get((measure, number)) for number in range(month - 1, 0, -1))
    return (review for review in earlier if review)
