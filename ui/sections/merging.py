"""A section is merged into another from a day on; what that changes is said before it is saved."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.periods import FiscalMonth, months_of
from ita_data.model.planning.merging import Merging, merged
from ita_data.model.records import Section
from ui.forms.begun import Form, edit, folded_form
from ui.forms.day import day_field
from ui.html.markdown import plain
from ui.look.look import Look
from ui.parts.tables import text_table

_NAME = "merging"
_NOTHING = Merging((), (), ())


def merging_form(look: Look) -> None:
    """Into which other section the one looked at is merged, and when."""
    folded_form(_NAME, _("Merge into another section"), ":material/merge:", lambda: _edit(look))


def _edit(look: Look) -> None:
    sections = {section.name: section for section in look.stored.records.sections}
    section = sections[str(look.section)]
    if section.ends_on:
        text = _("This section ended on {day}. Take that day out of its fields before it is merged into another.")
        st.info(text.format(day=date_label(section.ends_on)))
        return
    others = [each for each in sections.values() if each is not section and not each.ends_on]
    enter = partial(_entered, look, section, others)
    edit(look, _NAME, section.identity, _NOTHING, enter=enter, edits=lambda _shown, found: found.edits)


def _entered(look: Look, section: Section, others: Sequence[Section], form: Form[Merging]) -> Merging | None:
    into, day = _choices(look, others, form)
    if into is None or day is None or (section.begins_on and section.begins_on >= day):
        st.caption(_("Choose the section and the day; what would change is shown here then."))
        return None
    found = merged(look.stored.records, section, into, day)
    _say_what_changes(look, section, into, day, found)
    return found


def _choices(look: Look, others: Sequence[Section], form: Form[Merging]) -> tuple[Section | None, date | None]:
    """The other section and the first day on which this one isn't there any more, in the plan's year."""
    names = {other.name: other for other in others}
    first, *_months, last = months_of(look.plan.fiscal_year)
    with st.container(horizontal=True):
        chosen: str | None = st.selectbox(
            _("Merged into"),
            list(names),
            None,
            placeholder=_("(please choose)"),
            key=form.key("into"),
        )
        entered = day_field(
            _("From this day on"),
            form.key(f"day-{look.plan.fiscal_year}"),
            None,
            earliest=first.first_day,
            latest=last.last_day,
            opens=look.as_of,
        )
    return names.get(chosen or ""), entered.day if entered.is_clear else None


def _say_what_changes(look: Look, section: Section, into: Section, day: date, found: Merging) -> None:
    month = look.facts.names["month"][FiscalMonth.of(day).month]
    text = _(
        "{section} ends on the day before {day}. From {month} on {into} has {number} of its measures, and files of "
        "these months that name {section} are read as those of {into}. What was reported until then stays as it is."
    )
    words = {"section": plain(section.name), "into": plain(into.name), "day": date_label(day), "month": month}
    st.info(text.format(number=f"{len(found.carried):,}", **words))
    if found.undecided:
        text = _("{into} has these measures already in another role or for other months: say yourself who leads them.")
        st.warning(text.format(**words))
        rows = [[code, look.facts.texts[code]] for code in found.undecided]
        text_table([_("Code"), _("Measure")], rows, _NAME)
