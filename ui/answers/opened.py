"""What is open over a page: the list behind a figure or field, how it is counted, or an order to give."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import streamlit as st

from ita_data.findings import figure_rule, four_figures, heading_figures, to_decide
from ita_data.findings.wording import month_words, section_name
from ita_data.labels import label, progress_label, status_label
from ita_data.language import gettext as _
from ita_data.model.names import heading_of
from ui.forms.response import order_form
from ui.html.markdown import plain
from ui.look.look import Look
from ui.parts.cells import show_cells
from ui.parts.counted import counted_table
from ui.parts.tables import text_table
from ui.shell.opened import close_opened, opened

Cell = Mapping[Any, Any]
Shown = tuple[str, Callable[[], None]]
"""A title, and what draws the rest."""
Kind = Callable[[Look, str], Shown | None]
"""What gives of something that can be open what is shown of it; None where it means nothing here."""


def show_opened(look: Look, more: Mapping[str, Kind] = MappingProxyType({})) -> None:
    """Show what the address says is open, after all that can open it; what means nothing here is closed.

    `more` are what opens over this page only, some of it in place of what opens over others.
    """
    kind, _space, of = opened().partition(" ")
    if not kind:
        return
    kinds = {**_KINDS, **more}
    shown = kinds[kind](look, of) if kind in kinds else None
    if shown is None:
        close_opened()
        return
    title, draw = shown
    st.dialog(plain(title), width="large", on_dismiss=close_opened)(draw)()


def rule_shown(names: Mapping[str, str], key: str) -> Shown | None:
    """How a figure is counted, of those that the page shows by these names."""
    return (names[key], lambda: st.write(figure_rule(key))) if key in names else None


def _figure(look: Look, key: str) -> Shown | None:
    names = _figure_names(look)
    if key not in names:
        return None
    if key == "completed":
        return names[key], lambda: _statuses(look)
    if key == "standing":
        return names[key], lambda: _motions(look)
    if key == "older":
        return names[key], lambda: show_reports(
            look, lambda cell: cell["month"] < look.month and cell["state"] == "missing"
        )
    return names[key], lambda: show_reports(look, lambda cell: cell["month"] == look.month)


def _figure_names(look: Look) -> dict[str, str]:
    """The names of the figures that the page shows."""
    figures = four_figures(look.counted) if look.heading is None else heading_figures(look.counted)
    return {figure.key: figure.name for figure in figures}


def _cell(look: Look, of: str) -> Shown | None:
    month, _space, section = of.partition(" ")
    if section not in look.facts.sections or not month.isdecimal() or not 1 <= int(month) <= look.month:
        return None
    title = f"{section_name(look.counted, section)} · {month_words(look.counted, int(month))}"
    return title, lambda: show_reports(look, lambda cell: (cell["section"], cell["month"]) == (section, int(month)))


def _rule(look: Look, key: str) -> Shown | None:
    return rule_shown(_figure_names(look), key)


def _order(look: Look, key: str) -> Shown | None:
    matter = next((matter for matter in to_decide(look.counted) if matter.key == key), None)
    if matter is None or look.is_past:
        return None

    def draw() -> None:
        st.text(matter.reason)
        order_form(look, matter)

    return matter.title, draw


def show_reports(look: Look, belongs: Callable[[Cell], bool]) -> None:
    """The expected reports that belong here, one by one; what is missing stands first."""
    cells = sorted(filter(belongs, look.figures.rows("expected_cells")), key=lambda cell: cell["state"] != "missing")
    if cells:
        counted_table(look, cells, f"behind-{opened()}")
    else:
        st.info(_("No report is expected here."))


def _statuses(look: Look, indicator: int | None = None) -> None:
    headers = [_("Code"), _("Measure"), _("Status"), _("Progress")]
    rows = [
        [
            row["measure"],
            row["text"],
            status_label(row["status"], is_unconfirmed=row["is_unconfirmed"]),
            progress_label(row["progress"]),
        ]
        for row in look.figures.rows("measure_status")
        if indicator in (None, row["indicator"])
    ]
    text_table(headers, rows, "behind-completed")


def _motions(look: Look) -> None:
    """The measures with whether each stands still, or why it isn't compared; those that stand still first."""
    motions = sorted(look.figures.rows("standstill"), key=lambda row: row["motion"] != "standing")
    headers = [_("Code"), _("Measure"), _("Status"), _("Progress"), _("Compared with three months before")]
    rows = [
        [
            row["measure"],
            row["text"],
            status_label(row["status"]),
            progress_label(row["progress"]),
            label("motion", row["motion"]),
        ]
        for row in motions
    ]
    text_table(headers, rows, "behind-standing")


def _reports(look: Look, of: str) -> Shown | None:
    month, _space, measure = of.partition(" ")
    if measure not in look.facts.texts or not month.isdecimal() or not 1 <= int(month) <= look.month:
        return None
    title = f"{measure} · {month_words(look.counted, int(month))}"
    return title, lambda: show_cells(look, measure, int(month))


def _group(look: Look, of: str) -> Shown | None:
    """The reports of a month on the measures of an indicator or initiative."""
    month, _space, code = of.partition(" ")
    if code not in look.facts.headings or not month.isdecimal() or not 1 <= int(month) <= look.month:
        return None
    title = f"{look.facts.headings[code]} · {month_words(look.counted, int(month))}"
    return title, lambda: show_reports(
        look, lambda cell: (heading_of(cell["measure"]), cell["month"]) == (code, int(month))
    )


def _measure(look: Look, measure: str) -> Shown | None:
    if measure not in look.facts.texts:
        return None

    def draw() -> None:
        st.text(look.facts.texts[measure])
        show_reports(look, lambda cell: cell["measure"] == measure)

    return measure, draw


def _completed(look: Look, of: str) -> Shown | None:
    """The measures behind a field of completion: of an indicator up to a month, or of a section."""
    by, _space, rest = of.partition(" ")
    indicator, _space, member = rest.partition(" ")
    if not indicator.isdecimal() or int(indicator) not in look.facts.names["indicator"]:
        return None
    name = look.facts.names["indicator"][int(indicator)]
    if by == "month" and member.isdecimal() and 1 <= int(member) <= look.month:
        narrowed = replace(look, month=int(member))
        return f"{name} · {month_words(look.counted, int(member))}", lambda: _statuses(narrowed, int(indicator))
    if by == "section" and member in look.facts.sections:
        narrowed = replace(look, section=member)
        return f"{name} · {section_name(look.counted, member)}", lambda: _statuses(narrowed, int(indicator))
    return None


_KINDS: Mapping[str, Kind] = {
    "figure": _figure,
    "cell": _cell,
    "rule": _rule,
    "order": _order,
    "reports": _reports,
    "group": _group,
    "completed": _completed,
    "measure": _measure,
}
