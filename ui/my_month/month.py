"""A section's month: all it has to report in one list, each entered beside it, and all sent as one change."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import partial

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Batch
from ita_data.model.drafts import Draft
from ita_data.model.errors import ItaError, Overtaken
from ita_data.model.records import Review
from ita_data.thai_text import cut_short
from ui.forms.button import pressed_by
from ui.forms.reason import reason_field
from ui.forms.receipt import show_told, tell
from ui.forms.save import said_of, save, writing
from ui.forms.unsent import warn_before_leaving
from ui.html.markdown import plain
from ui.html.report_cells import state_words
from ui.look.look import Look
from ui.my_month.drafts import Drafts, drafts_of, drop, empty_fields, enter, is_any_waiting, throw_away
from ui.my_month.owed import Owed, owed, whole_part
from ui.my_month.review_form import can_be_sent, edit_of, nothing_happened, review_as_it_was, review_form
from ui.parts.downloads import calendar_download
from ui.parts.last_year import point_to_last_year
from ui.parts.moments import clock_time
from ui.parts.orders import orders_for
from ui.shell.actor import current_actor, writer
from ui.shell.going import take

_NAME = "my-month"
_LONGEST_TEXT = 60


def month_to_open(look: Look) -> int:
    """The month that the section here has to report now; where nobody said which it is, the one that any has."""
    return replace(look, section=_section_of_reader(look), with_supporting=True).figures.month_to_report


def section_here(look: Look) -> str | None:
    """The section looked at, or that of the person at the screen; where neither is said, the page asks for it."""
    if section := _section_of_reader(look):
        return section
    st.info(_("Which section's month shall be shown?"), icon=":material/groups:")
    names = look.facts.names["section"]
    chosen = st.pills(_("Section"), look.facts.sections, format_func=lambda name: plain(names[name]), key="my-section")
    if chosen:
        take(section=chosen)
        st.rerun()
    return None


def month_of(look: Look, section: str) -> None:
    """What the section owes, the fields to enter it, and the button that sends it."""
    show_told(_NAME)
    _lead_back(look, section)
    entries, drafts = owed(look, section), drafts_of(look, section, writer())
    _say_what_is_owed(look, section, entries)
    orders_for(look, section)
    calendar_download(look, section)
    if not entries:
        _say_what_stays(look, 0, list(drafts.by_key.values()))
        return
    listed, form = st.columns([2, 3])
    entry = _chosen(entries, drafts)
    if look.is_past:
        with form, st.container(border=True):
            review_as_it_was(look, entry)
        with listed:
            _list(look, entries, replace(drafts, by_key={}))
        return
    with form, st.container(border=True, key="report-form"):
        unclear = set() if review_form(look, entry, drafts) else {entry.key}
        _go_on(entry, entries, drafts)
        _offer_to_withdraw(look, entry, drafts)
    with listed:
        _list(look, entries, drafts)
        _send(look, section, entries, drafts, unclear)


def _section_of_reader(look: Look) -> str | None:
    actor = current_actor()
    section = look.section or (actor.section if actor else "")
    return section if section in look.facts.sections else None


def _lead_back(look: Look, section: str) -> None:
    last_year = look.last_year(section)
    if last_year:
        owed_then = last_year.figures.rows("owed_by_section")[0]
        text = _("Reports of fiscal year {year}, which is over, still wait: {number}")
        waiting = owed_then["asked"] - owed_then["sent"] + owed_then["waiting"] + owed_then["overdue"]
        point_to_last_year(last_year, waiting, text)


def _say_what_is_owed(look: Look, section: str, entries: Sequence[Owed]) -> None:
    counts = whole_part(look, section).figures.rows("owed_by_section")[0]
    now = [entry for entry in entries if entry.state and entry.month == look.month]
    month = look.facts.names["month"][look.month]
    st.header(f"{plain(section)} · {month}", anchor=False)
    if not entries:
        st.success(_("Nothing has to be reported for this month."), icon=":material/check_circle:")
        return
    parts = [_("{sent} of {number} reports of the month are sent").format(sent=counts["sent"], number=counts["asked"])]
    if now and now[0].due_on:
        parts.append(_("due on {day}").format(day=date_label(now[0].due_on)))
    if counts["waiting"]:
        parts.append(_("{number} reports of earlier months still wait").format(number=counts["waiting"]))
    st.write(" · ".join(parts))
    if counts["overdue"]:
        text = _("Besides, {number} reports of earlier months are overdue: they stand at the end of the list.")
        st.warning(text.format(number=f"{counts['overdue']:,}"), icon=":material/notification_important:")


def _chosen(entries: Sequence[Owed], drafts: Drafts) -> Owed:
    """The review to enter: the first one that waits, until somebody chooses."""
    by_key = {entry.key: entry for entry in entries}
    if st.session_state.get("entry") not in by_key:
        st.session_state["entry"] = _next(entries, drafts, entries[-1]).key
    return by_key[st.session_state["entry"]]


def _list(look: Look, entries: Sequence[Owed], drafts: Drafts) -> None:
    """Everything to report, to choose from; drawn after the form, so that it knows what was just entered."""
    by_key = {entry.key: entry for entry in entries}
    months = look.facts.names["month"]

    def shown(key: str) -> str:
        entry = by_key[key]
        return f"{entry.measure} · {months[entry.month]} · {plain(cut_short(entry.text, _LONGEST_TEXT))}"

    # What changes while one works stands in the captions: a browser names an option by its label.
    captions = [_standing(look, by_key[key], drafts) for key in by_key]
    with st.container(height=420):
        st.radio(_("Reports"), list(by_key), format_func=shown, captions=captions, key="entry")


def _standing(look: Look, entry: Owed, drafts: Drafts) -> str:
    if entry.key not in drafts.by_key:
        return _("Sent; waits for the coordinator") if entry.awaits_approval else state_words(entry.state)
    if can_be_sent(drafts.by_key[entry.key], look.plan.fiscal_year):
        return _("✎ entered, not sent yet")
    return _("✎ entered, to be mended before it can be sent")


def _next(entries: Sequence[Owed], drafts: Drafts, after: Owed) -> Owed:
    """The next one that waits, from `after` on and then from the beginning; `after` itself where none does."""
    place = entries.index(after) + 1
    round_ = [*entries[place:], *entries[:place]]
    waits = (entry for entry in round_ if entry.state and entry.sent is None and entry.key not in drafts.by_key)
    return next(waits, after)


def _go_on(entry: Owed, entries: Sequence[Owed], drafts: Drafts) -> None:
    """The buttons below the form, each of the report that it stands at: a quick press never means another one."""
    with st.container(horizontal=True):
        st.button(
            _("Next"),
            icon=":material/arrow_forward:",
            type="primary" if entry.key in drafts.by_key else "secondary",
            key=f"next-{entry.key}",
            on_click=_open_next,
            args=(entry, entries, drafts),
        )
        st.button(
            _("Nothing happened this month"),
            icon=":material/do_not_disturb_on:",
            key=f"nothing-{entry.key}",
            on_click=_declare,
            args=(entry, entries, drafts),
            disabled=entry.sent is not None,
        )


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
        tell(_NAME, text.format(measure=entry.measure, batch=saved.what.id), is_done=True)
    st.rerun()


def _open_next(entry: Owed, entries: Sequence[Owed], drafts: Drafts) -> None:
    st.session_state["entry"] = _next(entries, drafts, entry).key


def _declare(entry: Owed, entries: Sequence[Owed], drafts: Drafts) -> None:
    enter(drafts, [(entry, nothing_happened(entry))])
    empty_fields(entry)
    _open_next(entry, entries, drafts)


def _declare_rest(waiting: Sequence[Owed], drafts: Drafts) -> None:
    enter(drafts, [(entry, nothing_happened(entry)) for entry in waiting])
    st.session_state["rest"] = False


def _send(look: Look, section: str, entries: Sequence[Owed], drafts: Drafts, unclear: Set[str]) -> None:
    waiting = [
        entry
        for entry in entries
        # What is overdue of a month before is another matter: it is declared on that month.
        if entry.month == look.month and entry.state and entry.sent is None and entry.key not in drafts.by_key
    ]
    if waiting:
        title = _("Nothing happened in the other {number}").format(number=len(waiting))
        with st.popover(title, key="rest", on_change="rerun", width="stretch"):
            text = _(
                "All reports for {month} that still wait say that nothing was done. You can change each before sending."
            )
            st.write(text.format(month=look.facts.names["month"][look.month]))
            st.button(_("Yes, so it is"), key="rest-now", on_click=_declare_rest, args=(waiting, drafts))
    listed, entered = {entry.key for entry in entries}, drafts.by_key
    clear = {key: draft for key, draft in entered.items() if key in listed - unclear}
    ready = {key: draft for key, draft in clear.items() if can_be_sent(draft, look.plan.fiscal_year)}
    _say_what_stays(look, len(listed & entered.keys()) - len(ready), [entered[key] for key in entered.keys() - listed])
    _say_whether_kept(drafts)
    reason_field(section)
    title = _("Send {number} reports").format(number=len(ready))
    actor = pressed_by(
        title, "send", bool(ready), asks=bool(entered), icon=":material/send:", type="primary", width="stretch"
    )
    if actor and ready:
        _save(look, section, drafts, ready, actor)


def _say_whether_kept(drafts: Drafts) -> None:
    """When the office kept what was entered, or what has to be done that it does."""
    if drafts.kept_at:
        st.caption(_("Draft kept at {time}").format(time=clock_time(drafts.kept_at)))
    if not is_any_waiting(drafts):
        return
    if not drafts.owner:
        st.warning(_("What you entered isn't kept by the office yet: say who you are, at the top right."))
    else:
        st.warning(_("What you entered can't be kept by the office now. It is tried again with every click here."))
    warn_before_leaving()


def _say_what_stays(look: Look, faulty: int, elsewhere: Sequence[Draft]) -> None:
    """What was entered and isn't sent with the rest: nothing that can't be seen in the list is."""
    if faulty:
        st.caption(
            _("{number} reports that you entered have to be mended before they can be sent.").format(number=faulty)
        )
    if elsewhere:
        months, numbers = look.facts.names["month"], sorted({draft.review.month for draft in elsewhere})
        text = _(
            "{number} reports that you entered aren't listed here and aren't sent with these: they are for {months}."
        )
        st.caption(text.format(number=len(elsewhere), months=", ".join(months[number] for number in numbers)))


def _save(look: Look, section: str, drafts: Drafts, ready: Mapping[str, Draft], actor: Actor) -> None:
    edits = [edit_of(draft) for draft in ready.values()]
    saved = save(section, writing(look, edits, actor), partial(_refuse, look))
    if saved is None:
        return
    throw_away(drafts, ready)
    tell(_NAME, _what_was_sent(len(ready), saved.what) if saved.what else said_of(None), is_done=saved.what is not None)
    del st.session_state["entry"]
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
