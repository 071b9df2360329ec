"""The coordinator sees who owes what, copies a text, or mails it."""

from collections.abc import Iterator
from datetime import date

import pytest
from click.testing import CliRunner

from ita_data.__main__ import main
from ita_data.language import gettext as _
from ita_data.metrics import View, overdue_by_section, year_of
from ita_data.model.errors import PastChase
from ita_data.services import clock, looking, opening
from ita_data.services.opening import Store
from tests.mail_servers import UNKNOWN, Inbox, named_mail_server
from tests.offices import bring_report, give_address
from tests.pages.apps import Office, field, in_office, introduce, opened, press
from ui.html.markdown import plain

SECTION, OTHER = "ฝ่ายปกครอง", "ฝ่ายการคลัง"


@pytest.fixture
def inbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Inbox]:
    """A mail server that the environment names."""
    with named_mail_server(monkeypatch) as kept:
        yield kept


@in_office("sample")
def test_each_section_is_listed_with_the_reports_that_are_overdue(office: Office) -> None:
    snapshot = looking.snapshot(office.store, opening.plans(office.store)[0])
    view = View(year_of(snapshot, opening.office_day(office.store)), 6, with_supporting=True)
    owed = {row["section"]: row["missing"] for row in overdue_by_section(view).to_dict("records")}
    app = opened("chasing", month="6")
    titles = [block.label for block in app.expander if "·" in block.label]
    text = _("{section} · reports {reports} · orders {orders}")
    assert sorted(titles) == sorted(text.format(section=name, reports=n, orders=0) for name, n in owed.items())
    assert len(app.code) == len(owed) + 1


@in_office("sample")
@pytest.mark.usefixtures("office")
def test_the_page_opens_with_the_very_texts_that_the_command_prints() -> None:
    texts = [code.value for code in opened("chasing").code[1:]]
    printed = CliRunner().invoke(main, ["chase"], catch_exceptions=False).stdout
    assert texts
    assert printed == "\n\n".join(texts) + "\n"


@in_office("sample")
def test_without_a_mail_server_the_page_says_how_to_set_one_up(office: Office) -> None:  # noqa: ARG001
    app = opened("chasing", month="6", section=SECTION)
    assert any("ยังไม่ได้ตั้งค่าเซิร์ฟเวอร์อีเมล" in info.value for info in app.info)
    assert len(app.code) == 1


def test_a_mail_goes_out_once_and_says_so(report: Store, inbox: Inbox) -> None:
    give_address(report, SECTION, "works@example.go.th")
    app = introduce(opened("chasing", month="1"))
    press(app, _("Mail {number} sections").format(number=1))
    assert not app.exception
    assert [success.value for success in app.success] == [_("Mailed: {sections}").format(sections=SECTION)]
    assert [button.disabled for button in app.button if button.key == "mail-all"] == [True]
    assert [block.label for block in app.expander if block.label.endswith(_("mailed today"))]
    assert [mail["To"] for mail in inbox.mails] == ["works@example.go.th"]


def test_of_two_who_have_the_page_open_the_second_mails_nothing(report: Store, inbox: Inbox) -> None:
    give_address(report, SECTION, "works@example.go.th")
    first, second = (introduce(opened("chasing", month="1")) for _person in range(2))
    for app in (first, second):
        press(app, _("Mail {number} sections").format(number=1))
    assert [block.label for block in second.expander if block.label.endswith(_("mailed today"))]
    assert len(inbox.mails) == 1


def test_an_address_that_the_server_refused_is_named_and_stays_so(report: Store, inbox: Inbox) -> None:
    give_address(report, SECTION, f"works@example.go.th, {UNKNOWN}")
    app = press(introduce(opened("chasing", month="1")), _("Mail {number} sections").format(number=1))
    assert [plain(UNKNOWN) in warning.value for warning in app.warning] == [True]
    assert any("ไม่รับที่อยู่" in caption.value for caption in opened("chasing", month="1").caption)
    assert len(inbox.mails) == 1


@pytest.mark.usefixtures("inbox")
def test_a_section_without_an_address_is_named(report: Store) -> None:
    give_address(report, SECTION, "works@example.go.th")
    found = [caption.value for caption in opened("chasing", month="1").caption if OTHER in caption.value]
    assert [SECTION in caption for caption in found] == [False]


def test_in_october_the_page_leads_back_to_the_year_whose_reports_are_overdue(
    report: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 9))
    bring_report(report, 2569)
    app = opened("chasing")
    assert [warning.value for warning in app.warning if "2568" in warning.value]
    assert app.code == []
    app.button(key="last-year").click().run()
    assert app.query_params["year"] == "2568"
    assert app.code
    assert [button for button in app.button if button.key == "last-year"] == []


@pytest.mark.usefixtures("inbox")
def test_from_the_list_of_a_past_day_no_mail_goes_out(report: Store) -> None:
    give_address(report, SECTION, "works@example.go.th")
    app = introduce(opened("chasing", month="1", **{"as-of": "2024-11-20"}))
    assert str(PastChase(date(2024, 11, 20))) in [info.value for info in app.info]
    assert [button.key for button in app.button if str(button.key).startswith("mail-")] == []
    assert app.code


@pytest.mark.usefixtures("report")
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMTP_HOST", "mail.example.go.th")
    monkeypatch.setenv("SMTP_PORT", "many")
    assert any("SMTP_PORT" in error.value for error in opened("chasing", month="1").error)


def test_the_address_of_a_section_is_entered_on_its_page_and_checked(report: Store) -> None:
    app = introduce(opened("sections", section=SECTION))
    app.session_state["section-form"] = True
    field(app.run().text_input, _("E-mail addresses, parted by commas")).input("works").run()
    assert len(app.error) == 1
    assert app.button(key="save-section-form").disabled
    field(app.text_input, _("E-mail addresses, parted by commas")).input("a@example.go.th; b@example.go.th").run()
    app.button(key="save-section-form").click().run()
    assert not app.exception
    stored = next(each for each in looking.records(report, opening.plans(report)[0]).sections if each.name == SECTION)
    assert stored.email == "a@example.go.th, b@example.go.th"
