"""One indicator or initiative: its items and issues, its measures, and the outcomes that answer them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st
from markupsafe import Markup

from ita_data.labels import codes_label, label, progress_label, status_label
from ita_data.language import gettext as _
from ita_data.model.names import heading_of, is_initiative, number_of
from ita_data.model.records import LinkState, Role
from ita_data.model.rhythm import rhythm
from ui.html.tables import text_html
from ui.look.look import Look
from ui.parts.rounds import rounds_by_measure
from ui.parts.tables import show_table
from ui.shell.headings import heading_in_address

Table = tuple[Markup, int]
"""A table as HTML, and the number of its rows."""


@dataclass(frozen=True)
class Heading:
    """The indicator or initiative that was chosen, and the codes of its measures."""

    look: Look
    code: str
    measures: tuple[str, ...]

    @property
    def narrowed(self) -> Look:
        """The look at these measures alone."""
        return replace(self.look, heading=self.code)

    @property
    def is_indicator(self) -> bool:
        return not is_initiative(self.code)


def chosen_heading(look: Look) -> Heading:
    """What the address says of that choice."""
    code = heading_in_address(look)
    return Heading(look, code, tuple(measure for measure in look.facts.names["measure"] if heading_of(measure) == code))


def show_initiative(heading: Heading) -> None:
    """The whole name of an initiative, and what its pictures show."""
    if not heading.is_indicator:
        initiatives = heading.look.stored.snapshot.initiatives.set_index("initiative")
        st.text(initiatives.loc[number_of(heading.code), "name"])
        st.text(initiatives.loc[number_of(heading.code), "pictures"])


def show_items(heading: Heading) -> None:
    """The assessment items with the issue found in each; items of one issue share a row."""
    html, number = _kept(heading, "items", _items)
    if number:
        st.header(_("Items and issues"), anchor=False)
        show_table(html, number)


def show_measures(heading: Heading) -> None:
    """The measures with who is responsible, how often they are followed up, their status and their outcomes."""
    st.header(_("Measures"), anchor=False)
    show_table(*_kept(heading, "measures", _measures))


def _kept(heading: Heading, name: str, make: Callable[[Heading], Table]) -> Table:
    table: Table = heading.look.kept(f"{name} of {heading.code}", partial(make, heading))
    return table


def _items(heading: Heading) -> Table:
    items = heading.look.stored.snapshot.items
    mine = items[items["indicator"].astype("str") == heading.code].sort_values("position")
    issues: dict[str, list[str]] = {}
    for code, issue in mine[["item", "issue"]].values.tolist():
        issues.setdefault(issue, []).append(code)
    rows = [[codes_label(codes), issue] for issue, codes in issues.items()]
    return text_html([_("Items"), _("Issue")], rows), len(rows)


def _measures(heading: Heading) -> Table:
    headers = [
        _("Code"),
        _("Measure"),
        _("Items"),
        _("Responsible"),
        _("Follow-up"),
        _("Status"),
        _("Rounds"),
        _("Progress"),
        _("Outcomes"),
    ]
    measures = heading.look.stored.snapshot.measures
    statuses = heading.look.figures.rows("measure_status")
    known = measures.set_index("measure").to_dict("index")
    # The statuses first: their order is the report's.
    mine = [known[row["measure"]] | row for row in statuses if row["measure"] in heading.measures]
    outcomes, items = _outcomes_by_measure(heading), _items_by_measure(heading)
    rounds, months = rounds_by_measure(heading.look), heading.look.facts.names["month"]
    records = {each.code: each for each in heading.look.stored.records.measures}
    rows = [
        [
            row["measure"],
            "\n".join([row["text"], *(f"– {line}" for line in row["detail"].splitlines())]),
            codes_label(items[row["measure"]]) if row["measure"] in items else "–",
            _responsible(heading, row["measure"]),
            "\n".join(rhythm(records[row["measure"]], months)),
            status_label(row["status"], is_unconfirmed=row["is_unconfirmed"]),
            rounds[row["measure"]],
            progress_label(row["progress"]),
            outcomes.get(row["measure"]) or _("none"),
        ]
        for row in mine
    ]
    return text_html(headers, rows), len(rows)


def _outcomes_by_measure(heading: Heading) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for link in heading.look.stored.snapshot.links.to_dict("records"):
        if link["state"] != LinkState.REJECTED:
            mark = "" if link["state"] == LinkState.CONFIRMED else f" ({label('link_state', link['state'])})"
            found.setdefault(link["measure"], []).append(f"{link['outcome']}{mark}")
    return {measure: ", ".join(outcomes) for measure, outcomes in found.items()}


def _items_by_measure(heading: Heading) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for measure, item in heading.look.stored.snapshot.coverage[["measure", "item"]].values.tolist():
        found.setdefault(measure, []).append(item)
    return found


def _responsible(heading: Heading, measure: str) -> str:
    assignments = heading.look.stored.snapshot.assignments
    mine = assignments[assignments["measure"] == measure]
    leads = mine.loc[mine["role"] == Role.LEAD, "section"].tolist()
    supporting = int((mine["role"] == Role.SUPPORTING).sum())
    return ", ".join(leads) + (_(" and {number} in support").format(number=supporting) if supporting else "")
