"""Next year's plan made from this year's: the codes that change, what that would do, and doing it."""

import streamlit as st

from ita_data.labels import label, words
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Batch
from ita_data.model.errors import ItaError, StaleChanges
from ita_data.model.planning.rollover import Codes, Rollover
from ita_data.model.records import Item
from ita_data.services import rollover as service
from ita_data.services.rollover import Preview
from ita_data.thai_text import cut_short
from ui.forms.begun import folded_form
from ui.forms.button import pressed_by
from ui.forms.receipt import tell
from ui.forms.save import save, was_shown
from ui.html.markdown import plain
from ui.look.look import Look
from ui.look.plans import plans
from ui.look.store import store
from ui.parts.changes import changes_table, record_name
from ui.parts.tables import text_table

_NAME = "rollover"
_LONGEST_TEXT = 70


def rollover_form(look: Look) -> None:
    """Makes the plan of the year after the one looked at, or adds what it lacks."""
    year = look.plan.fiscal_year + 1
    title = _("Make the plan of fiscal year {year} from this one").format(year=year)
    folded_form(_NAME, title, ":material/event_repeat:", lambda: _make(look, year))


def _make(look: Look, year: int) -> None:
    st.write(
        _(
            "Rules, sections, indicators, items, measures and responsible sections go on. Reports, statuses, "
            "outcomes, links and exemptions stay with this year; open orders stand until they are closed."
        )
    )
    codes = _codes(look.stored.records.items)
    overwrites = year in _years(look) and _overwrites()
    try:
        found = service.preview(store(), look.plan.name, codes, overwrites)
    except ItaError as error:
        st.error(plain(str(error)))
    else:
        _show(found)
        _confirm(found)


def _years(look: Look) -> set[int]:
    return {plan.fiscal_year for plan in plans() if plan.organisation == look.plan.organisation}


def _overwrites() -> bool:
    st.info(_("Next year's plan is there already. Only what it lacks is added; what it holds stays as it is."))
    return st.checkbox(_("Also put back what differs there to what this year says"), key="overwrites")


def _codes(items: tuple[Item, ...]) -> Codes:
    """The items whose code changes, one row each: the old code, the new one, or no longer asked."""
    by_code = {item.code: item for item in items}
    changing = st.multiselect(
        _("Items whose code changes in the new year's assessment"),
        list(by_code),
        format_func=lambda code: f"{code} {cut_short(by_code[code].issue, _LONGEST_TEXT)}",
        placeholder=_("All codes stay the same"),
        key="changing-codes",
        filter_mode="contains",
    )
    return {code: _new_code(code) for code in changing}


def _new_code(code: str) -> str | None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        is_dropped = st.checkbox(_("{code} is no longer asked").format(code=code), key=f"dropped-{code}")
        entered = st.text_input(
            _("New code of {code}").format(code=code), code, key=f"new-code-{code}", disabled=is_dropped
        )
    return None if is_dropped else entered.strip()


def _show(found: Preview) -> None:
    year = found.changes.fiscal_year
    with st.container(horizontal=True):
        for action, number in found.changes.counts().items():
            if number:
                st.metric(label("action", action), f"{number:,}", border=True)
    _show_notices(found.rollover)
    changes_table(found.changes.writes, year, "rollover-changes")
    if found.kept:
        st.header(_("Differs in next year's plan and stays as it is"), anchor=False)
        changes_table(found.kept, year, "rollover-kept")


def _show_notices(rollover: Rollover) -> None:
    """What is left behind, and what somebody should look at."""
    year = rollover.records.fiscal_year
    found = {
        word: [record_name(each.record, year) for each in rollover.noticed if each.notice == notice]
        for notice, word in words("notice").items()
    }
    rows = [[word, "\n".join(names)] for word, names in found.items() if names]
    if rows:
        st.warning(_("Please look at these before you go on."), icon=":material/rule:")
        text_table([_("What to look at"), _("Which")], rows)


def _confirm(found: Preview) -> None:
    """Applies just what was shown: where somebody wrote meanwhile, it is shown anew first."""
    is_looked_at = was_shown(_NAME, found.changes)
    if not found.changes.writes:
        st.info(
            _("Next year's plan holds all of this already. There is nothing to change."), icon=":material/done_all:"
        )
        return
    name = _("Make the plan of fiscal year {year}").format(year=found.changes.fiscal_year)
    if actor := pressed_by(name, "make-plan", type="primary"):
        if is_looked_at:
            _apply(found, actor)
        else:
            st.error(plain(str(StaleChanges())))


def _apply(found: Preview, actor: Actor) -> None:
    made = save(_NAME, lambda store, _reason: service.apply(store, found, actor))
    if made and made.what:
        tell(_NAME, _what_was_made(made.what))
        st.rerun()


def _what_was_made(batch: Batch) -> str:
    text = _(
        "The plan of fiscal year {year} is made: {added} new, {changed} changed. It stands in the history as batch "
        "{batch} and can be undone there; pages open it from 1 October on."
    )
    return text.format(year=batch.fiscal_year, added=f"{batch.added:,}", changed=f"{batch.changed:,}", batch=batch.id)
