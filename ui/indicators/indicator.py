"""One indicator or initiative: its items and issues, its measures, and the outcomes that answer them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ita_data.labels import STATUS_SYMBOLS, label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.cadence import NAMING_A_MONTH, Cadence
from ita_data.model.errors import ItaError, MonthClosed
from ita_data.model.records import LinkState, Role
from ita_data.services import deciding
from ui.forms.reason import ask_for_reason, forget_reason, given_reason, reason_field
from ui.html.words import percent
from ui.look.look import Look
from ui.look.plans import store
from ui.parts.tables import text_table
from ui.shell.actor import require_actor
from ui.shell.address import choose


@dataclass(frozen=True)
class Heading:
    """The indicator or initiative that was chosen, and the codes of its measures."""

    look: Look
    code: str
    measures: tuple[str, ...]

    @property
    def is_indicator(self) -> bool:
        return not self.code.startswith("ก")


def choose_heading(look: Look) -> Heading:
    """The choice among all indicators and initiatives, kept in the address, with its whole name below."""
    names = {str(number): name for number, name in look.facts.names["indicator"].items()}
    names |= {f"ก{number}": name for number, name in look.facts.names["initiative"].items()}
    code = choose("indicator", _("Indicator or initiative"), list(names), next(iter(names)), names.__getitem__)
    measures = tuple(measure for measure in look.facts.names["measure"] if measure.rsplit(".", 1)[0] == code)
    heading = Heading(look, code, measures)
    if not heading.is_indicator:
        initiatives = look.stored.snapshot.initiatives.set_index("initiative")
        st.text(initiatives.loc[int(code[1:]), "name"])
        st.text(initiatives.loc[int(code[1:]), "pictures"])
    return heading


def show_items(heading: Heading) -> None:
    """The assessment items with the issue found in each; items of one issue share a row."""
    items = heading.look.stored.snapshot.items
    mine = items[items["indicator"].astype("str") == heading.code].sort_values("position")
    if mine.empty:
        return
    st.subheader(_("Items and issues"), anchor=False)
    issues: dict[str, list[str]] = {}
    for code, issue in mine[["item", "issue"]].values.tolist():
        issues.setdefault(issue, []).append(code)
    text_table([_("Items"), _("Issue")], [[_span(codes), issue] for issue, codes in issues.items()])


def show_measures(heading: Heading) -> None:
    """The measures with who is responsible, how often they are followed up, their status and their outcomes."""
    st.subheader(_("Measures"), anchor=False)
    headers = [
        _("Code"),
        _("Measure"),
        _("Items"),
        _("Responsible"),
        _("Follow-up"),
        _("Status"),
        _("Progress"),
        _("Outcomes"),
    ]
    measures = heading.look.stored.snapshot.measures
    statuses = heading.look.figures.rows("measure_status")
    known = measures.set_index("measure").to_dict("index")
    # The statuses first: their order is the report's.
    mine = [known[row["measure"]] | row for row in statuses if row["measure"] in heading.measures]
    outcomes, items = _outcomes_by_measure(heading), _items_by_measure(heading)
    rows = [
        [
            row["measure"],
            "\n".join([row["text"], *(f"– {line}" for line in row["detail"].splitlines())]),
            _span(items[row["measure"]]) if row["measure"] in items else "–",
            _responsible(heading, row["measure"]),
            _rhythm(heading, row),
            _status(row["status"], row["is_unconfirmed"]),
            percent(row["progress"]),
            outcomes.get(row["measure"]) or _("none"),
        ]
        for row in mine
    ]
    text_table(headers, rows)


def show_outcomes(heading: Heading) -> None:
    """The outcomes with the measures they answer, to be confirmed or corrected."""
    outcomes = heading.look.stored.snapshot.outcomes
    mine = outcomes[outcomes["indicator"].astype("str") == heading.code].sort_values("position")
    if mine.empty:
        return
    st.subheader(_("Outcomes and the measures they answer"), anchor=False)
    actor = require_actor()
    for outcome in mine.to_dict("records"):
        with st.container(border=True):
            st.markdown(f"**{outcome['outcome']}**")
            st.text(outcome["text"])
            if outcome["detail"]:
                st.text(outcome["detail"])
            reason_field(outcome["outcome"])
            _show_links(heading, outcome["outcome"], actor)


def _show_links(heading: Heading, outcome: str, actor: Actor | None) -> None:
    links = heading.look.stored.snapshot.links
    mine = links[links["outcome"] == outcome].sort_values("measure")
    texts = heading.look.facts.texts
    for link in mine.to_dict("records"):
        words, confirm, reject = st.columns([8, 2, 2], vertical_alignment="center")
        words.text(f"{_link_words(link)}\n{link['measure']} {texts[link['measure']]}")
        for column, state, name in (
            (confirm, LinkState.CONFIRMED, _("Confirm")),
            (reject, LinkState.REJECTED, _("Not a match")),
        ):
            key = f"{state}-{outcome}-{link['measure']}"
            if (
                column.button(name, key=key, disabled=actor is None or link["state"] == state, width="stretch")
                and actor
            ):
                _decide(heading, outcome, link["measure"], state, actor)
    others = [measure for measure in heading.measures if measure not in set(mine["measure"])]
    if others:
        _add_link(heading, outcome, others, texts, actor)


def _add_link(
    heading: Heading, outcome: str, others: Sequence[str], texts: Mapping[str, str], actor: Actor | None
) -> None:
    choice, add = st.columns([10, 2], vertical_alignment="bottom")
    measure = choice.selectbox(
        _("Also answers"),
        others,
        index=None,
        format_func=lambda code: f"{code} {texts[code]}",
        placeholder=_("Choose a measure"),
        key=f"other-{outcome}",
    )
    is_ready = actor is not None and measure is not None
    if add.button(_("Link these"), key=f"add-{outcome}", disabled=not is_ready, width="stretch") and actor and measure:
        _decide(heading, outcome, measure, LinkState.CONFIRMED, actor)


def _decide(heading: Heading, outcome: str, measure: str, state: LinkState, actor: Actor) -> None:
    plan = heading.look.plan
    try:
        deciding.decide_link(
            store(), plan.organisation, plan.fiscal_year, outcome, measure, state, actor, given_reason(outcome)
        )
    except MonthClosed as closed:
        ask_for_reason(outcome, closed)
    except ItaError as error:
        st.error(str(error))
    else:
        forget_reason(outcome)
        st.rerun()


def _link_words(link: Mapping[Any, Any]) -> str:
    state = label("link_state", link["state"])
    score = link["score"]
    if score != score:  # NaN: a person made the link
        return state
    return _("{state} · likeness {score}%").format(state=state, score=f"{score:.0f}")


def _outcomes_by_measure(heading: Heading) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for link in heading.look.stored.snapshot.links.to_dict("records"):
        if link["state"] != LinkState.REJECTED:
            mark = "" if link["state"] == LinkState.CONFIRMED else f" ({label('link_state', link['state'])})"
            found.setdefault(link["measure"], []).append(f"{link['outcome']}{mark}")
    return {measure: ", ".join(outcomes) for measure, outcomes in found.items()}


def _rhythm(heading: Heading, measure: Mapping[Any, Any]) -> str:
    """How often a measure is followed up, and below that the months, where the plan names some."""
    is_open = measure["cadence"] == Cadence.AS_NEEDED and not measure["follow_up"]
    lines = [_("No rhythm set") if is_open else label("cadence", measure["cadence"])]
    months = heading.look.facts.names["month"]
    named, first, last = (months.get(measure[name]) for name in ("named_month", "first_month", "last_month"))
    if named and measure["cadence"] in NAMING_A_MONTH:
        lines.append(named)
    if first or last:
        lines.append(f"{first or months[1]} – {last or months[12]}")
    return "\n".join(lines)


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


def _status(status: str, is_unconfirmed: bool) -> str:
    words = f"{STATUS_SYMBOLS[status]} {label('status', status)}"
    return f"{words} ({label('link_state', LinkState.SUGGESTED)})" if is_unconfirmed else words


def _span(codes: Sequence[str]) -> str:
    return codes[0] if len(codes) == 1 else f"{codes[0]} – {codes[-1]}"
