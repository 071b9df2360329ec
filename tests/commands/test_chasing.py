"""`chase` and `calendar` on the command line, for whoever has no screen, and for the system's scheduler."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from ita_data.services import looking, opening
from ita_data.services.opening import Store
from tests.commands.runs import DONE, IN_PART, REFUSED, run
from tests.databases import address_of
from tests.mail_servers import UNKNOWN, Inbox, named_mail_server
from tests.offices import bring_report, give_address

SECTION, OTHER = "ฝ่ายปกครอง", "ฝ่ายการคลัง"
EMAIL = "administration@example.go.th"
OCTOBER = date(2025, 10, 9)
"""September's reports were due three days before, in the fiscal year before."""


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An office with the plans of two years on a day in October, of which the second has only begun."""
    monkeypatch.setenv("DATABASE_URL", address_of(tmp_path / "office.db"))
    monkeypatch.delenv("SMTP_HOST", raising=False)
    for module in ("ita_data.services.clock", "ita_data.services.chasing"):
        monkeypatch.setattr(f"{module}.today", lambda: OCTOBER)
    opened = opening.open_store()
    bring_report(opened, 2568)
    bring_report(opened, 2569)
    yield opened
    opened.dispose()


@pytest.fixture
def inbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Inbox]:
    """A mail server that the environment names."""
    with named_mail_server(monkeypatch) as kept:
        yield kept


def test_in_october_sections_are_chased_for_september_though_the_next_plan_is_there() -> None:
    result = run("chase")
    assert result.exit_code == DONE
    assert f"เรียน หัวหน้า{SECTION}" in result.stdout
    assert f"ที่เกินกำหนด {27 * 12} รายการ" in result.stdout
    assert "2569" not in result.stdout


def test_a_year_that_is_named_is_looked_at() -> None:
    assert run("--language", "en", "chase", "--fiscal-year", 2569).stdout == "No report and no order is overdue.\n"


def test_each_section_with_an_address_is_mailed_once_a_day(store: Store, inbox: Inbox) -> None:
    give_address(store, SECTION, EMAIL)
    first, second = run("chase", "--send"), run("chase", "--send")
    assert [mail["To"] for mail in inbox.mails] == [EMAIL]
    assert first.exit_code == second.exit_code == IN_PART
    assert f"{SECTION}: " not in first.stderr + second.stderr
    assert f"{OTHER}: " in first.stderr
    assert SECTION in second.stdout


def test_who_got_the_mail_of_the_day_already_is_no_failure(store: Store, inbox: Inbox) -> None:
    for section in looking.records(store, opening.plans(store)[0]).sections:
        give_address(store, section.name, EMAIL)
    assert [run("chase", "--send").exit_code for _time in range(2)] == [DONE, DONE]
    assert len({mail["Subject"] for mail in inbox.mails}) == len(inbox.mails) > 1


def test_a_section_that_no_mail_reaches_is_named_and_the_others_get_theirs(store: Store, inbox: Inbox) -> None:
    give_address(store, SECTION, UNKNOWN)
    give_address(store, OTHER, EMAIL)
    result = run("chase", "--send")
    assert result.exit_code == IN_PART
    assert UNKNOWN in result.stderr
    assert [mail["To"] for mail in inbox.mails] == [EMAIL]


def test_an_address_that_the_server_refused_is_named_though_the_section_got_its_mail(
    store: Store, inbox: Inbox
) -> None:
    give_address(store, SECTION, f"{EMAIL}, {UNKNOWN}")
    result = run("chase", "--send")
    assert result.exit_code == IN_PART
    assert f"{SECTION}: ส่งแล้ว ยกเว้น {UNKNOWN}" in result.stderr
    assert len(inbox.mails) == 1


def test_where_the_server_fails_the_sections_that_were_not_tried_are_named(
    store: Store, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_address(store, SECTION, EMAIL)
    monkeypatch.setenv("SMTP_PORT", "1")
    result = run("chase", "--send")
    assert (result.exit_code, inbox.mails) == (IN_PART, [])
    assert "SMTP_PORT" in result.stderr
    assert OTHER in result.stderr.splitlines()[-1]


def test_without_a_mail_server_it_says_which_settings_to_make() -> None:
    result = run("chase", "--send")
    assert (result.exit_code, result.stdout) == (REFUSED, "")
    assert "SMTP_HOST" in result.stderr


@pytest.mark.parametrize("sender", ["", "nobody", "ita@example.go.th\nBcc: other@example.go.th"])
def test_a_sender_who_is_no_address_is_refused(inbox: Inbox, monkeypatch: pytest.MonkeyPatch, sender: str) -> None:
    monkeypatch.setenv("SMTP_FROM", sender)
    result = run("chase", "--send")
    assert (result.exit_code, inbox.mails) == (REFUSED, [])
    assert "SMTP_FROM" in result.stderr


def test_the_calendar_is_written_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "due.ics"
    assert run("calendar", path).exit_code == DONE
    days = [event.start for event in Calendar.from_ical(path.read_bytes()).events]
    assert (min(days), max(days)) == (date(2024, 11, 5), date(2025, 10, 6))


def test_the_yearly_report_brought_again_leaves_the_address(store: Store) -> None:
    give_address(store, SECTION, EMAIL)
    bring_report(store, 2570)
    stored = looking.records(store, opening.plans(store)[0]).sections
    assert {section.name: section.email for section in stored if section.email} == {SECTION: EMAIL}
