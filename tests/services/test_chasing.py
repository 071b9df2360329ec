"""Sections are mailed what they owe through a real server, once a day, on both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from socket import create_server

import pytest
from icalendar import Calendar, Event

from ita_data.config import MailServer
from ita_data.metrics import View, overdue, year_of
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.chasing import Chase, ChaseState, Mailing
from ita_data.model.decisions import Order
from ita_data.model.errors import ItaError, MailedAlready, MailFailed, MailUnanswered, PastChase
from ita_data.model.orders import GivenOrder
from ita_data.model.records import EVERY_SECTION, Exemption
from ita_data.services import chasing, clock
from ita_data.services.opening import Store
from tests.mail_servers import BUSY, UNKNOWN, Inbox, mail_server
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, measure, plan_of, review

COORDINATOR = Actor("ผู้ประสานงานแผน", ActorRole.COORDINATOR)
EMAIL = "works@example.go.th"
OFFICE = plan_of(
    measure("1.1"),
    lead("1.1", ADMINISTRATION, WORKS),
    review("1.1", ADMINISTRATION, 1),
    review("1.1", ADMINISTRATION, 2),
)
VIEW = View(year_of(OFFICE, date(2024, 12, 20)), 2)
ORDER = GivenOrder(2568, Order(3, 1, EVERY_SECTION, None, "ส่งแผน", date(2024, 11, 30), date(2024, 11, 6), "ผอ.เขต"))


@pytest.fixture
def post() -> Iterator[tuple[MailServer, Inbox]]:
    """A mail server that takes everything."""
    with mail_server() as running:
        yield running


def works() -> Chase:
    """What the section owes, as if the list were today's."""
    (owed,) = chasing.chases(VIEW, [])
    return replace(owed, as_of=clock.today())


def send(store: Store, server: MailServer, email: str = EMAIL) -> list[str]:
    return chasing.send(store, server, works(), COORDINATOR, email=email, calendar=chasing.calendar(VIEW))


def last(store: Store) -> tuple[ChaseState, str]:
    mail = chasing.last_mails(store, works().organisation)[WORKS]
    return mail.state, mail.said


def test_a_section_is_chased_for_the_very_reports_that_are_overdue() -> None:
    (chase,) = chasing.chases(VIEW, [])
    assert chase.section == WORKS
    assert [(report.measure, report.month.month) for report in chase.reports] == [("1.1", 1), ("1.1", 2)]
    assert len(chase.reports) == len(overdue(VIEW))


def test_who_owes_most_reports_stands_first_then_whose_oldest_is_older_or_as_in_the_plan() -> None:
    plan = plan_of(
        measure("1.1"),
        lead("1.1", ADMINISTRATION, WORKS, ENFORCEMENT),
        # Of three months due, administration owes the last, works the first, and enforcement the last two.
        *(review("1.1", ADMINISTRATION, month) for month in (1, 2)),
        *(review("1.1", WORKS, month) for month in (2, 3)),
        review("1.1", ENFORCEMENT, 1),
    )
    view = View(year_of(plan, date(2025, 1, 20)), 3)
    assert [chase.section for chase in chasing.chases(view, [])] == [ENFORCEMENT, WORKS, ADMINISTRATION]
    in_plan_order = chasing.chases(view, [], in_plan_order=True)
    assert [chase.section for chase in in_plan_order] == [ADMINISTRATION, WORKS, ENFORCEMENT]


def test_an_overdue_order_to_every_section_is_each_sections_own() -> None:
    found = chasing.chases(VIEW, [ORDER])
    assert [(chase.section, len(chase.orders)) for chase in found] == [
        (WORKS, 1),
        (ADMINISTRATION, 1),
        (ENFORCEMENT, 1),
    ]
    assert chasing.chases(
        VIEW, [replace(ORDER, order=replace(ORDER.order, due_on=date(2024, 12, 20)))]
    ) == chasing.chases(VIEW, [])


def test_the_mail_says_in_thai_what_is_owed_and_brings_the_due_dates(
    engine: Store, post: tuple[MailServer, Inbox]
) -> None:
    server, inbox = post
    assert send(engine, server) == []
    (mail,) = inbox.mails
    assert (mail["To"], mail["From"]) == (EMAIL, "ita@example.go.th")
    assert mail["Subject"] == "ขอติดตามรายงาน 2 รายการ ที่เกินกำหนด: ฝ่ายโยธา"
    body = mail.get_body()
    assert body is not None
    assert "เดือนตุลาคม 2567" in body.get_content()
    (attached,) = mail.iter_attachments()
    read = Calendar.from_ical(attached.get_payload(decode=True).decode(attached.get_content_charset("ascii")))
    assert (read["method"], attached.get_content_type()) == (attached.get_param("method"), "text/calendar")
    assert len(read.events) == 24
    assert last(engine) == (ChaseState.SENT, "")


def test_the_mail_bears_its_day_and_a_name_of_its_own_and_says_that_a_program_wrote_it(
    engine: Store, post: tuple[MailServer, Inbox]
) -> None:
    server, inbox = post
    send(engine, replace(server, sender="เขตบางกอกน้อย <ita@example.go.th>"))
    (mail,) = inbox.mails
    assert mail["From"] == "เขตบางกอกน้อย <ita@example.go.th>"
    assert mail["Date"].datetime.date() == clock.today()
    assert mail["Message-ID"].endswith("@example.go.th>")
    assert mail["Auto-Submitted"] == "auto-generated"


def test_the_calendar_leaves_out_what_a_section_was_exempted_from() -> None:
    exempted = tuple(Exemption("1.1", WORKS, month, "ปิดปรับปรุง", date(2024, 10, 1)) for month in (1, 2))
    office = plan_of(measure("1.1"), measure("1.2"), lead("1.1", WORKS), lead("1.2", WORKS), exempted[0])
    first, second, *_rest = events(View(year_of(office, date(2024, 12, 20)), 1, WORKS))
    assert (first["summary"].endswith("1 รายการ"), second["summary"].endswith("2 รายการ")) == (True, True)
    office = plan_of(measure("1.1"), lead("1.1", WORKS), exempted)
    assert [event.start for event in events(View(year_of(office, date(2024, 12, 20)), 1))][0] == date(2025, 1, 6)


def events(view: View) -> list[Event]:
    return list(Calendar.from_ical(chasing.calendar(view)).events)


def test_a_section_gets_one_mail_a_day(engine: Store, post: tuple[MailServer, Inbox]) -> None:
    server, inbox = post
    send(engine, server)
    with pytest.raises(MailedAlready, match=WORKS):
        send(engine, server)
    assert len(inbox.mails) == 1


def test_of_many_who_press_at_once_one_mails(engine: Store, post: tuple[MailServer, Inbox]) -> None:
    server, inbox = post

    def is_sent(_number: int) -> bool:
        try:
            send(engine, server)
        except MailedAlready:
            return False
        return True

    with ThreadPoolExecutor(4) as people:
        assert sorted(people.map(is_sent, range(4))) == [False, False, False, True]
    assert len(inbox.mails) == 1


def test_a_mail_that_failed_can_be_sent_again(engine: Store, post: tuple[MailServer, Inbox]) -> None:
    server, inbox = post
    with pytest.raises(MailFailed, match="SMTP_HOST"):
        send(engine, replace(server, port=1))
    assert last(engine)[0] is ChaseState.FAILED
    send(engine, server)
    assert (len(inbox.mails), last(engine)) == (1, (ChaseState.SENT, ""))


@pytest.mark.parametrize("manner", ["hangs up", "keeps waiting"])
def test_a_mail_that_may_have_gone_out_is_not_sent_twice(
    engine: Store, post: tuple[MailServer, Inbox], manner: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_data.services.mail._PATIENCE", 0.5)
    server, inbox = post
    inbox.manner = manner
    with pytest.raises(MailUnanswered):
        send(engine, server)
    assert last(engine)[0] is ChaseState.SENDING
    inbox.manner = ""
    with pytest.raises(MailedAlready):
        send(engine, server)
    assert len(inbox.mails) == 1


def test_a_mail_that_the_server_took_is_sent_though_the_server_leaves_first(
    engine: Store, post: tuple[MailServer, Inbox]
) -> None:
    server, inbox = post
    inbox.manner = "leaves first"
    assert send(engine, server) == []
    assert last(engine) == (ChaseState.SENT, "")


def test_a_server_that_says_nothing_failed_and_is_tried_again(
    engine: Store, post: tuple[MailServer, Inbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_data.services.mail._PATIENCE", 0.5)
    server, inbox = post
    with create_server(("127.0.0.1", 0)) as silent, pytest.raises(MailFailed, match="SMTP_PORT"):
        send(engine, replace(server, port=silent.getsockname()[1]))
    assert last(engine)[0] is ChaseState.FAILED
    assert (send(engine, server), len(inbox.mails)) == ([], 1)


def test_no_password_goes_out_where_the_server_offers_no_encryption(engine: Store) -> None:
    with mail_server(is_locked=True) as (server, inbox):
        with pytest.raises(MailFailed, match="SMTP_SECURITY"):
            send(engine, replace(server, security="starttls"))
        with pytest.raises(MailFailed, match="SMTP_SECURITY"):
            send(engine, replace(server, security="ssl"))
        assert inbox.mails == []


@pytest.mark.parametrize(("setting", "value"), [("password", "รหัสผ่าน"), ("host", "mail..example")])
def test_a_setting_in_letters_that_no_server_takes_is_said(engine: Store, setting: str, value: str) -> None:
    with mail_server(is_locked=True) as (server, _inbox), pytest.raises(MailFailed, match="SMTP"):
        send(engine, replace(server, **{setting: value}))
    assert last(engine)[0] is ChaseState.FAILED


def test_a_section_of_two_lines_is_one_line_in_the_subject(engine: Store, post: tuple[MailServer, Inbox]) -> None:
    server, inbox = post
    chase = replace(works(), section=f"{WORKS}\nBcc: other@example.go.th")
    chasing.send(engine, server, chase, COORDINATOR, email=EMAIL, calendar=chasing.calendar(VIEW))
    assert inbox.mails[0]["Bcc"] is None
    assert inbox.mails[0]["Subject"].endswith(f"{WORKS} Bcc: other@example.go.th")


def test_what_was_owed_on_a_past_day_is_not_mailed(engine: Store, post: tuple[MailServer, Inbox]) -> None:
    (past,) = chasing.chases(VIEW, [])
    with pytest.raises(PastChase, match="20 ธ.ค. 67"):
        chasing.send(engine, post[0], past, COORDINATOR, email=EMAIL, calendar=chasing.calendar(VIEW))
    assert (post[1].mails, chasing.last_mails(engine, past.organisation)) == ([], {})


def test_an_unknown_address_is_named_and_the_others_get_the_mail(engine: Store, post: tuple[MailServer, Inbox]) -> None:
    server, inbox = post
    assert send(engine, server, f"{EMAIL}, {UNKNOWN}") == [UNKNOWN]
    assert len(inbox.mails) == 1
    assert last(engine) == (ChaseState.SENT, UNKNOWN)


@pytest.mark.parametrize(
    ("email", "manner", "said"),
    [
        (UNKNOWN, "", "โปรดแก้ไข.*550 no such mailbox"),
        (BUSY, "", "ภายหลัง.*450 try again"),
        (EMAIL, "refuses", "552 mail"),
    ],
)
def test_a_mail_that_nobody_takes_failed_for_the_reason_that_the_server_gives(
    engine: Store, post: tuple[MailServer, Inbox], email: str, manner: str, said: str
) -> None:
    server, inbox = post
    inbox.manner = manner
    with pytest.raises(MailFailed, match=said):
        send(engine, server, email)
    assert (last(engine)[0], inbox.mails) == (ChaseState.FAILED, [])


def test_a_mail_that_is_refused_keeps_no_other_section_from_its_own(
    engine: Store, post: tuple[MailServer, Inbox]
) -> None:
    emails = {ADMINISTRATION: UNKNOWN, WORKS: f"{EMAIL}, {UNKNOWN}", ENFORCEMENT: EMAIL}
    first, second, third = send_each(engine, post[0], emails)
    assert (first.section, UNKNOWN in str(first.fault)) == (ADMINISTRATION, True)
    assert second == Mailing(WORKS, refused=(UNKNOWN,))
    assert third == Mailing(ENFORCEMENT)


@pytest.mark.parametrize(("port", "manner"), [(1, ""), (0, "hangs up")])
def test_where_the_server_fails_no_other_section_loses_its_mail_of_the_day(
    engine: Store, post: tuple[MailServer, Inbox], port: int, manner: str
) -> None:
    server, inbox = post
    inbox.manner = manner
    emails = dict.fromkeys((ADMINISTRATION, WORKS, ENFORCEMENT), EMAIL)
    (only,) = send_each(engine, replace(server, port=port or server.port), emails)
    assert (only.section, only.fault is None) == (ADMINISTRATION, False)
    assert list(chasing.last_mails(engine, VIEW.year.plan.organisation)) == [ADMINISTRATION]


def send_each(store: Store, server: MailServer, emails: dict[str, str]) -> list[Mailing]:
    found = chasing.chases(VIEW, [ORDER], in_plan_order=True)
    chases = [replace(chase, as_of=clock.today()) for chase in found]
    return list(chasing.send_each(store, server, VIEW, chases, COORDINATOR, emails=emails))


def test_a_wrong_password_is_said(engine: Store) -> None:
    with mail_server(is_locked=True) as (server, inbox):
        with pytest.raises(MailFailed, match="SMTP_PASSWORD"):
            send(engine, replace(server, password="wrong"))
        assert send(engine, server) == []
        assert len(inbox.mails) == 1


@pytest.mark.parametrize("email", ["", "works", "works@example.go.th\nBcc: other@example.go.th", "ก@example.go.th"])
def test_what_is_no_address_gets_no_mail(engine: Store, post: tuple[MailServer, Inbox], email: str) -> None:
    with pytest.raises(ItaError):
        send(engine, post[0], email)
    assert post[1].mails == []
    assert chasing.last_mails(engine, works().organisation) == {}
