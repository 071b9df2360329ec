"""One report opened beside the sheet: all its fields, what was reported before, and the way to take it back."""

from collections.abc import Sequence, Set

import streamlit as st

from ita_data.labels import status_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.field_labels import field_label
from ui.forms.button import pressed_by
from ui.forms.reason import reason_field
from ui.forms.receipt import tell
from ui.forms.save import save, writing
from ui.look.look import Look
from ui.my_month.drafts import Drafts, drop
from ui.my_month.owed import Owed
from ui.my_month.review_form import review_as_it_was, review_form
from ui.my_month.sending import NAME
from ui.my_month.sheet import OPENED, report_opened
from ui.parts.reviews import field_text
from ui.parts.tables import text_table


def opened_report(look: Look, entries: Sequence[Owed], drafts: Drafts) -> Set[str]:
    """The report that somebody opened; gives the keys of those of which it is unclear what was entered."""
    entry = report_opened(entries)
    if entry is None:
        return set()
    with st.container(border=True, key="report-form"):
        st.button(_("Back to the sheet"), icon=":material/close:", key="close-report", on_click=_close)
        if look.is_past:
            review_as_it_was(look, entry)
            return set()
        is_clear = review_form(look, entry, drafts)
        _show_history(look, entry)
        reason_field(entry.section)
        with st.container(horizontal=True):
            _offer_to_throw_away(entry, drafts)
            _offer_to_withdraw(look, entry, drafts)
    return set() if is_clear else {entry.key}


def _close() -> None:
    st.session_state[OPENED] = ""


def _show_history(look: Look, entry: Owed) -> None:
    """What the section reported on the measure in the months before."""
    months = look.facts.names["month"]
    reviews = [each for each in look.stored.reviews_of(entry.section).values() if each.measure == entry.measure]
    before = sorted((each for each in reviews if each.month < entry.month), key=lambda each: -each.month)
    if not before:
        return
    st.markdown(f"**{_('Reported before')}**")
    names = ("progress", "result", "evidence")
    rows = [
        [months[each.month], status_label(each.status), *(field_text(name, getattr(each, name)) for name in names)]
        for each in before
    ]
    text_table([_("Month"), field_label("status"), *map(field_label, names)], rows)


def _offer_to_throw_away(entry: Owed, drafts: Drafts) -> None:
    if entry.key in drafts.by_key:
        title = _("Throw away what I entered")
        st.button(title, icon=":material/delete:", key="throw-away", on_click=drop, args=(drafts, entry))


def _offer_to_withdraw(look: Look, entry: Owed, drafts: Drafts) -> None:
    """The button that takes back what was sent by mistake, once somebody said yes; nothing where nothing was sent."""
    if entry.sent is None:
        return
    with st.popover(_("Take this report back"), icon=":material/undo:", key=f"withdraw-{entry.key}"):
        text = _("The report on {measure} for {month} was sent by mistake: it is taken back, and is owed again.")
        st.write(text.format(measure=entry.measure, month=look.facts.names["month"][entry.month]))
        if actor := pressed_by(_("Yes, take it back"), f"withdraw-now-{entry.key}", asks=False):
            _withdraw(look, entry, drafts, actor)


def _withdraw(look: Look, entry: Owed, drafts: Drafts, actor: Actor) -> None:
    """Take back one report as a batch of its own, which can be undone; a closed month asks for a reason."""
    saved = save(entry.section, writing(look, [(entry.sent, None)], actor))
    if saved is None:
        return
    drop(drafts, entry)
    if saved.what is not None:
        text = _("The report on {measure} is taken back; batch {batch} in the history can be undone.")
        tell(NAME, text.format(measure=entry.measure, batch=saved.what.id), is_done=True)
    st.rerun()
