"""The sections that owe something: what, a text to paste, and a mail where the office has a server for it."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from ita_data.config import MailServer, mail_server
from ita_data.exports.reminders import group_reminder, reminder
from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.chasing import Chase, ChaseState, SentChase
from ita_data.model.errors import ItaError, PastChase
from ita_data.services import chasing
from ita_data.services.clock import today
from ui.actor import require_actor
from ui.changes import moment
from ui.data import Look, store
from ui.tables import plain, text_table

_MAILED = "mailed"


def chase_sections(look: Look) -> None:
    """What each section owes, with the texts and mails that say so; one section alone where one is looked at."""
    _say_what_was_mailed()
    chases = [chase for chase in look.chases if look.section in (None, chase.section)]
    calendar_download(look, look.section)
    if not chases:
        st.success(_("No report and no order is overdue."), icon=":material/check_circle:")
        return
    reports = sum(len(chase.reports) for chase in chases)
    text = _("{sections} sections owe {reports} overdue reports")
    st.subheader(text.format(sections=len(chases), reports=f"{reports:,}"), anchor=False)
    if look.section is None:
        _show_group_text(chases)
    mails, emails = chasing.last_mails(store(), look.plan.organisation), _emails(look)
    server = _mail_all(look, chases, emails)
    for chase in chases:
        _show(look, chase, server, emails[chase.section], mails.get(chase.section))
    _show_others(look, chases)


def calendar_download(look: Look, section: str | None) -> None:
    """The due dates of the year as a file for calendars, of one section or of all."""
    name = section or look.plan.organisation
    st.download_button(
        _("Due dates for the calendar"),
        partial(chasing.calendar, look.of_section(section)),
        f"{name}-{look.plan.fiscal_year}.ics",
        "text/calendar",
        on_click="ignore",
        icon=":material/event:",
        key="calendar",
    )


def _emails(look: Look) -> dict[str, str]:
    return {section.name: section.email for section in look.records.sections}


def _show_group_text(chases: Sequence[Chase]) -> None:
    with st.expander(_("Text for the LINE group of all sections"), icon=":material/groups:", key="group-text"):
        st.code(group_reminder(chases), language=None, wrap_lines=True)


def _mail_all(look: Look, chases: Sequence[Chase], emails: Mapping[str, str]) -> MailServer | None:
    """The button that mails every section with an address; the server, where one is set up and today is looked at."""
    try:
        server = mail_server()
    except ValueError as error:
        st.error(_("The setting {name} is wrong; docs/operations.md says what it may be.").format(name=error))
        return None
    if server is None:
        st.info(
            _(
                "No mail server is set up: copy the texts below. Whoever runs this machine can set one up, "
                "as the manual on operations says."
            ),
            icon=":material/mail_off:",
        )
        return None
    if look.as_of < today():
        st.info(str(PastChase(look.as_of)), icon=":material/mail_off:")
        return None
    reachable = [chase for chase in chases if emails[chase.section]]
    actor = require_actor()
    name = _("Mail {number} sections").format(number=len(reachable))
    if st.button(name, icon=":material/mail:", key="mail-all", disabled=actor is None or not reachable) and actor:
        _mail(look, server, reachable, emails, actor)
    return server


def _show(look: Look, chase: Chase, server: MailServer | None, email: str, last: SentChase | None) -> None:
    title = _("{section} · reports {reports} · orders {orders}").format(
        section=chase.section, reports=f"{len(chase.reports):,}", orders=len(chase.orders)
    )
    with st.expander(title, icon=":material/notification_important:", key=f"chase-{chase.section}"):
        if last:
            st.caption(_mail_words(last))
        st.code(reminder(chase), language=None, wrap_lines=True)
        if server is None:
            return
        if not email:
            st.info(_("The section has no e-mail address. Enter one on the section's page."))
            return
        actor = require_actor()
        name = _("Mail {email}").format(email=plain(email))
        if st.button(name, key=f"mail-{chase.section}", icon=":material/mail:", disabled=actor is None) and actor:
            _mail(look, server, [chase], {chase.section: email}, actor)


def _mail(look: Look, server: MailServer, chases: Sequence[Chase], emails: Mapping[str, str], actor: Actor) -> None:
    """Mail some sections one after the other; the next run of the page says what became of each."""
    said: list[tuple[str, str]] = []
    bar = st.progress(0.0, _("Sending …"))
    for number, chase in enumerate(chases, start=1):
        said.append((chase.section, _mail_one(look, server, chase, emails[chase.section], actor)))
        bar.progress(number / len(chases), _("Sending …"))
    st.session_state[_MAILED] = said
    st.rerun()


def _mail_one(look: Look, server: MailServer, chase: Chase, email: str, actor: Actor) -> str:
    """What went wrong with a section's mail; nothing where it was sent."""
    calendar = chasing.calendar(look.of_section(chase.section))
    try:
        refused = chasing.send(store(), server, chase, email, calendar, actor)
    except ItaError as error:
        return str(error)
    return _("Sent, but not to {addresses}.").format(addresses=", ".join(refused)) if refused else ""


def _say_what_was_mailed() -> None:
    said: list[tuple[str, str]] = st.session_state.pop(_MAILED, [])
    sent = [section for section, fault in said if not fault]
    if sent:
        st.success(_("Mailed: {sections}").format(sections=", ".join(sent)), icon=":material/mark_email_read:")
    for section, fault in said:
        if fault:
            st.error(f"{plain(section)}: {plain(fault)}", icon=":material/mail_off:")


def _mail_words(last: SentChase) -> str:
    words = {
        ChaseState.SENT: _("Mailed on {when} by {name} to {addresses}."),
        ChaseState.FAILED: _("The mail of {when} by {name} to {addresses} failed: {said}"),
        ChaseState.SENDING: _("Whether the mail of {when} by {name} to {addresses} went out is not known."),
    }
    text = words[last.state].format(
        when=moment(last.sent_at), name=last.actor, addresses=last.addresses, said=last.said
    )
    return plain(text)


def _show_others(look: Look, chases: Sequence[Chase]) -> None:
    owing = {chase.section for chase in chases}
    others = [section for section in look.view.sections if section not in owing]
    if others:
        rows = [[section, _("owes nothing as of {day}").format(day=date_label(look.as_of))] for section in others]
        text_table([_("Section"), ""], rows)
