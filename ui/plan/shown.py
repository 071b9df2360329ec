"""What a plan says under one indicator or initiative as HTML: its issues, measures and outcomes, each text whole."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from ita_data.labels import codes_label
from ita_data.language import gettext as _
from ita_data.model.planning.drafting import is_new, measures_of, sections_of
from ita_data.model.records import Measure, Records, Role
from ita_data.model.rhythm import rhythm
from ui.html.rendering import rendered
from ui.plan.draft import Draft

Values = dict[str, Any]
Months = Mapping[int, str]


def plan_html(draft: Draft, heading: str, months: Months) -> Markup:
    """All that the plan says under the indicator or initiative of this code; what a draft changes is marked.

    `months` are the names of the fiscal months.
    """
    return rendered(
        "plan.html",
        titles={"issues": _("Items and issues"), "measures": _("Measures"), "outcomes": _("Outcomes")},
        name=_initiative_name(draft.wanted, heading),
        issues=list(_issues(draft, heading)),
        measures=[_measure(draft, each, months) for each in measures_of(draft.wanted, heading)],
        outcomes=[each for each in draft.wanted.outcomes if str(each.indicator) == heading],
        nothing=_("No measure yet."),
    )


def items_by_issue(plan: Records, heading: str) -> dict[str, list[str]]:
    """The codes of an indicator's items by the issue that was found in them, in their order."""
    issues: dict[str, list[str]] = {}
    for item in sorted(plan.items, key=lambda item: item.position):
        if str(item.indicator) == heading:
            issues.setdefault(item.issue, []).append(item.code)
    return issues


def _initiative_name(plan: Records, heading: str) -> str:
    return next((each.name for each in plan.initiatives if f"ก{each.number}" == heading), "")


def _issues(draft: Draft, heading: str) -> Iterator[Values]:
    before = {item.code: item.issue for item in draft.shown.items}
    for issue, codes in items_by_issue(draft.wanted, heading).items():
        is_changed = any(before.get(code) != issue for code in codes)
        yield {"codes": codes_label(codes), "text": issue, "mark": _("changed, not saved yet") if is_changed else ""}


def _measure(draft: Draft, measure: Measure, months: Months) -> Values:
    return {
        "code": measure.code,
        "text": measure.text or _("(no text yet)"),
        "details": measure.detail.splitlines(),
        "facts": list(_facts(draft.wanted, measure, months)),
        "mark": _mark(draft, measure),
        "is_retired": measure.retired_from_month is not None,
    }


def _mark(draft: Draft, measure: Measure) -> str:
    """What the draft does to a measure; nothing where it stays."""
    if is_new(measure):
        return _("new, not saved yet")
    shown = next(each for each in draft.shown.measures if each.identity == measure.identity)
    if shown.code != measure.code:
        return _("was {code}, not saved yet").format(code=shown.code)
    mine = {each for each in draft.wanted.assignments if each.measure == measure.code}
    before = {each for each in draft.shown.assignments if each.measure == measure.code}
    return "" if (shown, before) == (measure, mine) else _("changed, not saved yet")


def _facts(plan: Records, measure: Measure, months: Months) -> Iterator[tuple[str, str]]:
    """What decides when a measure is reported on, and by whom."""
    yield _("Follow-up"), ", ".join(rhythm(measure, months))
    if measure.items:
        yield _("Items"), codes_label(measure.items)
    for role, title in ((Role.LEAD, _("Lead sections")), (Role.SUPPORTING, _("Supporting sections"))):
        mine = sections_of(plan, measure.code, role)
        if mine or role is Role.LEAD:
            yield title, ", ".join(mine) or "–"
    if measure.retired_from_month:
        yield _("Retired from"), months[measure.retired_from_month]
