"""The line at the foot of the sheet: how much is entered, what is wrong and where, and the button that sends it."""

from collections.abc import Mapping, Sequence, Set
from functools import partial

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Batch
from ita_data.model.drafts import Draft, answers_of
from ita_data.model.errors import ItaError, Overtaken
from ita_data.model.records import Review
from ui.forms.button import pressed_by
from ui.forms.reason import reason_field
from ui.forms.receipt import show_told, tell
from ui.forms.save import said_of, save, writing
from ui.forms.unsent import warn_before_leaving
from ui.html.markdown import plain
from ui.look.look import Look
from ui.my_month.drafts import (
    Drafts,
    edit_of,
    empty_fields,
    enter,
    is_any_waiting,
    nothing_happened,
    throw_away,
)
from ui.my_month.owed import Owed
from ui.my_month.sheet import OPENED, faults_of, report_opened
from ui.parts.moments import clock_time

NAME = "my-month"
"""The name under which it is said what was sent and taken back."""

_DECLARED = "declared-at-once"
_MOST_FAULTS = 3
"""So many faults are named; the others are marked in the sheet like these."""


def send(look: Look, section: str, entries: Sequence[Owed], drafts: Drafts, unclear: Set[str]) -> None:
    """The whole line; it stays at the foot of the screen. As of a past day nothing is entered and nothing sent."""
    if look.is_past:
        return
    with st.container(key="sheet-foot"):
        show_told(NAME)
        faulty = {entry.key: faults for entry in entries if (faults := faults_of(look, entry, drafts))}
        asked = {entry.key: entry for entry in entries}
        ready = {key: draft for key, draft in drafts.by_key.items() if key in asked.keys() - unclear - faulty.keys()}
        say_what_stays(look, [draft for key, draft in drafts.by_key.items() if key not in asked])
        _say_what_is_wrong(entries, faulty)
        if report_opened(entries) is None:
            reason_field(section)
        _say_whether_kept(drafts)
        actor = _buttons(look, entries, drafts, len(ready))
        if actor and ready:
            _save(look, section, drafts, ready, actor)


def say_what_stays(look: Look, elsewhere: Sequence[Draft]) -> None:
    """What was entered for other months and isn't sent with these: nothing that can't be seen in the sheet is."""
    if not elsewhere:
        return
    months, numbers = look.facts.names["month"], sorted({draft.review.month for draft in elsewhere})
    text = _("{number} reports that you entered aren't listed here and aren't sent with these: they are for {months}.")
    st.caption(text.format(number=len(elsewhere), months=", ".join(months[number] for number in numbers)))


def _say_what_is_wrong(entries: Sequence[Owed], faulty: Mapping[str, Sequence[str]]) -> None:
    named = [f"**{entry.measure}** {plain(faulty[entry.key][0])}" for entry in entries if entry.key in faulty]
    if not named:
        return
    text = _("{number} reports that you entered have to be mended before they can be sent.").format(number=len(named))
    st.error(" · ".join([text, *named[:_MOST_FAULTS]]))


def _say_whether_kept(drafts: Drafts) -> None:
    """What has to be done that the office keeps what was entered."""
    if not is_any_waiting(drafts):
        return
    if not drafts.owner:
        st.warning(_("What you entered isn't kept by the office yet: say who you are, at the top right."))
    else:
        st.warning(_("What you entered can't be kept by the office now. It is tried again with every click here."))
    warn_before_leaving()


def _buttons(look: Look, entries: Sequence[Owed], drafts: Drafts, number: int) -> Actor | None:
    """How much is entered, and what can be done with it; gives who sends it."""
    with st.container(horizontal=True, vertical_alignment="center", key="sheet-buttons"):
        st.markdown(_how_much(entries, drafts))
        _offer_to_declare(look, entries, drafts)
        title = _("Send {number} reports").format(number=number)
        return pressed_by(title, "send", bool(number), asks=False, icon=":material/send:", type="primary")


def _how_much(entries: Sequence[Owed], drafts: Drafts) -> str:
    done = {entry.key for entry in entries if entry.sent or entry.key in drafts.by_key}
    every = done | {entry.key for entry in entries if entry.state}
    parts = [_("Entered {done} of {every}").format(done=len(done), every=len(every))]
    if drafts.kept_at:
        parts.append(_("Draft kept at {time}").format(time=clock_time(drafts.kept_at)))
    return " · ".join(parts)


def _offer_to_declare(look: Look, entries: Sequence[Owed], drafts: Drafts) -> None:
    """The button by which all that still wait say that nothing was done, and the one that takes that back."""
    month = look.facts.names["month"][look.month]
    waiting = [entry for entry in entries if entry.state and entry.sent is None and entry.key not in drafts.by_key]
    declared = _declared(entries, drafts)
    if waiting:
        title = _("Nothing happened in the other {number} of {month}").format(number=len(waiting), month=month)
        st.button(title, key="rest", icon=":material/do_not_disturb_on:", on_click=_declare, args=(waiting, drafts))
    elif declared:
        title = _("Undo: nothing happened in {number} of {month}").format(number=len(declared), month=month)
        st.button(title, key="rest-undo", icon=":material/undo:", on_click=_take_back, args=(declared, drafts))


def _declare(waiting: Sequence[Owed], drafts: Drafts) -> None:
    enter(drafts, [(entry, nothing_happened(entry)) for entry in waiting])
    st.session_state[_DECLARED] = {entry.report for entry in waiting}


def _declared(entries: Sequence[Owed], drafts: Drafts) -> list[Owed]:
    """What was declared at once and has had nothing entered into it since."""
    reports = st.session_state.get(_DECLARED, set())
    mine = [entry for entry in entries if entry.report in reports and entry.key in drafts.by_key]
    return [entry for entry in mine if answers_of(drafts.by_key[entry.key]) == nothing_happened(entry)]


def _take_back(declared: Sequence[Owed], drafts: Drafts) -> None:
    throw_away(drafts, [entry.key for entry in declared])
    for entry in declared:
        empty_fields(entry)


def _save(look: Look, section: str, drafts: Drafts, ready: Mapping[str, Draft], actor: Actor) -> None:
    edits = [edit_of(draft) for draft in ready.values()]
    saved = save(section, writing(look, edits, actor), partial(_refuse, look))
    if saved is None:
        return
    throw_away(drafts, ready)
    tell(NAME, _what_was_sent(len(ready), saved.what) if saved.what else said_of(None), is_done=saved.what is not None)
    st.session_state[OPENED] = ""
    st.rerun()


def _what_was_sent(number: int, batch: Batch) -> str:
    text = _("{number} reports are sent; they stand in the history as batch {batch}.")
    return text.format(number=number, batch=batch.id)


def _refuse(look: Look, error: ItaError) -> None:
    """Say why nothing was sent; which version holds is asked at each report that somebody else sent meanwhile."""
    st.error(plain(_what_came_first(look, error) if isinstance(error, Overtaken) else str(error)))


def _what_came_first(look: Look, overtaken: Overtaken) -> str:
    months = look.facts.names["month"]
    reviews = [change.record for change in overtaken.changes if isinstance(change.record, Review)]
    names = ", ".join(f"{review.measure} · {months[review.month]}" for review in reviews)
    text = _(
        "Someone else sent these meanwhile, so nothing was sent: {names}. Open each and choose which version holds."
    )
    return text.format(names=names)
