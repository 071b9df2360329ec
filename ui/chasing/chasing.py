"""The sections that owe something: what, a text to paste, and a mail where the office has a server for it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ita_data.config import MailServer, mail_server
from ita_data.exports.reminders import group_reminder, reminder
from ita_data.findings.wording import window
from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.chasing import Chase, ChaseState, Mailing, SentChase
from ita_data.model.errors import ItaError, PastChase
from ita_data.services import chasing
from ita_data.services.clock import today
from ita_data.services.opening import Store
from ui.answers.pressed import follow
from ui.forms.button import pressed_by
from ui.forms.save import save
from ui.html.chasing import owing_html
from ui.html.markdown import plain
from ui.html.ordering import ordering
from ui.look.look import Look
from ui.parts.downloads import calendar_download
from ui.parts.last_year import point_to_last_year
from ui.parts.moments import moment
from ui.parts.sorting import in_plan_order
from ui.parts.tables import text_table
from ui.shell import told
from ui.shell.pressable import pressable

_MAILED = "mailed"


def chase_sections(look: Look) -> None:
    """What each section owes, with the texts and mails that say so; one section alone where one is looked at."""
    _say_what_was_mailed()
    last_year = look.last_year(look.section)
    if last_year:
        text = _("Reports of fiscal year {year} are overdue too: {number}")
        point_to_last_year(last_year, len(last_year.figures.rows("overdue")), text)
    found = look.figures.chases(in_plan_order=in_plan_order())
    chases = [chase for chase in found if look.section in (None, chase.section)]
    if chases:
        _show_chases(look, chases)
    else:
        text = _("No report of fiscal year {year} and no order is overdue.")
        st.success(text.format(year=look.plan.fiscal_year), icon=":material/check_circle:")
    calendar_download(look, look.section)


def _show_chases(look: Look, chases: Sequence[Chase]) -> None:
    """The finding, the text to all, and each section's own; then those that owe nothing."""
    _say_how_much(look, chases)
    if look.section is None:
        _show_group_text(chases)
    mails, emails = look.said.last_mails, look.stored.emails
    server = _server(look)
    if server:
        _mail_all(look, server, [chase for chase in chases if not _has_mail(mails.get(chase.section))], emails)
    for chase in chases:
        _show(look, chase, server, emails[chase.section], mails.get(chase.section))
    _show_others(look, chases, mails)


def _say_how_much(look: Look, chases: Sequence[Chase]) -> None:
    """The finding, and where several sections are listed, their order with its switch."""
    order = ordering("chases", _("most overdue reports first"), in_plan_order=in_plan_order())
    has_order = look.section is None and len(chases) > 1
    follow(pressable(owing_html(_headline(look, chases), order if has_order else None), "answers"))


def _headline(look: Look, chases: Sequence[Chase]) -> str:
    """How much is owed up to the month looked at; an order to every section is one order."""
    reports = sum(len(chase.reports) for chase in chases)
    orders = len({given for chase in chases for given in chase.orders})
    text = _("{window}: {sections} sections owe something · overdue reports {reports} · overdue orders {orders}")
    until = window(look.counted, look.month)
    return text.format(window=until, sections=len(chases), reports=f"{reports:,}", orders=f"{orders:,}")


def _show_group_text(chases: Sequence[Chase]) -> None:
    with st.expander(_("Text for the LINE group of all sections"), icon=":material/groups:", key="group-text"):
        st.code(group_reminder(chases), language=None, wrap_lines=True)


def _server(look: Look) -> MailServer | None:
    """The server, where one is set up and today is looked at; otherwise the page says what is in the way."""
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
    if look.is_past:
        st.info(plain(str(PastChase(look.as_of))), icon=":material/mail_off:")
        return None
    return server


def _mail_all(look: Look, server: MailServer, waiting: Sequence[Chase], emails: Mapping[str, str]) -> None:
    """The button that mails every section with an address that has no mail of today, and whom it can't mail."""
    reachable = [chase for chase in waiting if emails[chase.section]]
    name = _("Mail {number} sections").format(number=len(reachable))
    if actor := pressed_by(name, "mail-all", is_ready=bool(reachable), icon=":material/mail:"):
        _mail(look, server, reachable, emails, actor)
    without = [plain(chase.section) for chase in waiting if not emails[chase.section]]
    if without:
        st.caption(_("Without an e-mail address: {sections}").format(sections=", ".join(without)))


def _show(look: Look, chase: Chase, server: MailServer | None, email: str, last: SentChase | None) -> None:
    title = plain(_title(chase, last))
    with st.expander(title, icon=":material/notification_important:", key=f"chase-{chase.section}"):
        if last:
            st.caption(plain(_mail_words(last)))
        st.code(reminder(chase), language=None, wrap_lines=True)
        if server is None or _has_mail(last):
            return
        if not email:
            st.info(_("The section has no e-mail address. Enter one on the section's page."))
            return
        name = _("Mail {email}").format(email=plain(email))
        if actor := pressed_by(name, f"mail-{chase.section}", icon=":material/mail:"):
            _mail(look, server, [chase], {chase.section: email}, actor)


def _title(chase: Chase, last: SentChase | None) -> str:
    text = _("{section} · reports {reports} · orders {orders}")
    title = text.format(section=chase.section, reports=f"{len(chase.reports):,}", orders=len(chase.orders))
    return f"{title} · {_outcome_of_today(last)}" if last and last.day == today() else title


def _outcome_of_today(last: SentChase) -> str:
    return {
        ChaseState.SENT: _("mailed today"),
        ChaseState.FAILED: _("today's mail failed"),
        ChaseState.SENDING: _("whether today's mail went out is not known"),
    }[last.state]


def _has_mail(last: SentChase | None) -> bool:
    return last is not None and last.is_mail_of(today())


def _mail(look: Look, server: MailServer, chases: Sequence[Chase], emails: Mapping[str, str], actor: Actor) -> None:
    """Mail some sections one after the other; the next run of the page says what became of each."""
    bar = st.progress(0.0, _("Sending …"))
    mailings: list[Mailing] = []
    refusals: list[ItaError] = []

    def send(store: Store, _reason: str) -> None:
        for mailing in chasing.send_each(store, server, look.figures.office_view, chases, actor, emails=emails):
            mailings.append(mailing)
            bar.progress(len(mailings) / len(chases), _("Sending …"))

    save(_MAILED, send, refusals.append)
    tried = {mailing.section for mailing in mailings}
    told.tell(_MAILED, (mailings, [chase.section for chase in chases if chase.section not in tried], refusals))
    st.rerun()


def _say_what_was_mailed() -> None:
    mailings, untried, refusals = told.told_at(_MAILED) or ([], [], [])
    for refusal in refusals:
        st.error(plain(str(refusal)), icon=":material/mail_off:")
    sent = [mailing.section for mailing in mailings if not mailing.fault]
    if sent:
        words = _("Mailed: {sections}").format(sections=", ".join(map(plain, sent)))
        st.success(words, icon=":material/mark_email_read:")
    for mailing in mailings:
        if mailing.refused:
            text = _("Sent, but not to {addresses}.").format(addresses=", ".join(mailing.refused))
            st.warning(f"{plain(mailing.section)}: {plain(text)}", icon=":material/warning:")
        if mailing.fault:
            st.error(f"{plain(mailing.section)}: {plain(str(mailing.fault))}", icon=":material/mail_off:")
    if untried:
        text = _("Not tried any more: {sections}").format(sections=", ".join(untried))
        st.warning(plain(text), icon=":material/mail_off:")


def _mail_words(last: SentChase) -> str:
    words = {
        ChaseState.SENT: _("Mailed on {when} by {name} to {addresses}; the server refused {said}.")
        if last.said
        else _("Mailed on {when} by {name} to {addresses}."),
        ChaseState.FAILED: _("The mail of {when} by {name} to {addresses} failed: {said}"),
        ChaseState.SENDING: _("Whether the mail of {when} by {name} to {addresses} went out is not known."),
    }
    return words[last.state].format(
        when=moment(last.sent_at), name=last.actor, addresses=last.addresses, said=last.said
    )


def _show_others(look: Look, chases: Sequence[Chase], mails: Mapping[str, SentChase]) -> None:
    owing = {chase.section for chase in chases}
    others = [section for section in look.sections if section not in owing]
    if others:
        rows = [[section, _owes_nothing(look, mails.get(section))] for section in others]
        text_table([_("Section"), ""], rows)


def _owes_nothing(look: Look, last: SentChase | None) -> str:
    words = _("owes nothing as of {day}").format(day=date_label(look.as_of))
    return f"{words}\n{_mail_words(last)}" if last else words
