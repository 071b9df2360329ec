"""The director's page: what to follow up, and what was said and ordered on it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.findings import figure_rule
from ita_data.findings.wording import day_words
from ita_data.labels import label, month_label
from ita_data.language import gettext as _
from ita_data.metrics import View, expected_cells, gaps, reporting, standstill, year_of
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.decisions import Order, Response, Topic
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import EVERY_SECTION, Exemption, Review
from ita_data.model.states import Status
from ita_data.services import clock, editing, history, looking, opening, orders
from ita_data.services.opening import Store
from tests.offices import bring_report, decide
from tests.pages.apps import (
    Office,
    answers,
    in_office,
    introduce,
    opened,
    press,
    press_in_answers,
    tables,
    tables_with,
    text_of,
)
from tests.pages.bars import options

DIRECTOR = "ผู้อำนวยการเขต"
ACTOR = Actor(DIRECTOR, ActorRole.DIRECTOR)
SECTION = "ฝ่ายการคลัง"
MARCH = "6"


def director(month: str = MARCH, **choices: str) -> AppTest:
    return opened("director", month=month, **choices)


def open_topic(app: AppTest, topic: Topic) -> AppTest:
    return press_in_answers(app, f"topic {topic}")


def number(app: AppTest, topic: Topic) -> str:
    """How many stand on the list of a topic."""
    return next(row[0].split(" ")[0] for row in rows(app, _("Lists to go through")) if label("topic", topic) in row[0])


def rows(app: AppTest, title: str) -> list[list[str]]:
    """The rows of the block of this title, each as its lines; what may be done at it comes last."""
    sections = answers(app).iter("section")
    block = next(each for each in sections if "".join(each.find("h2").itertext()).startswith(title))
    return [[" ".join("".join(line.itertext()).split()) for line in row] for row in block.iter("li")]


def organisation(store: Store) -> str:
    return opening.plans(store)[0].organisation


def given(store: Store) -> list[Order]:
    return [each.order for each in orders.orders(store, organisation(store))]


def say(app: AppTest, topic: Topic, response: str, text: str = "") -> AppTest:
    """Fill in the form of a topic and save it."""
    named(app.button_group, f"response-{topic}").set_value(response).run()
    named(app.text_area, f"text-{topic}").input(text)
    return press(app, _("Save"))


def named(widgets: Iterable[Any], start: str) -> Any:
    """The widget whose key begins so."""
    return next(widget for widget in widgets if str(widget.key).startswith(start))


def order_numbers(app: AppTest) -> list[str]:
    return [row[0].split(" ")[0] for row in rows(app, _("Open orders"))]


@in_office("sample")
@pytest.mark.parametrize("roles", ["lead", "all"])
def test_each_number_is_the_metrics_own_and_its_list_as_long(office: Office, roles: str) -> None:
    app = director(roles=roles)
    snapshot = looking.snapshot(office.store, PlanName(organisation(office.store), 2568))
    view = View(year_of(snapshot, opening.office_day(office.store)), int(MARCH), with_supporting=roles == "all")
    (counts,) = reporting(view).to_dict("records")
    assert number(app, Topic.MISSING) == f"{counts['missing']:,}"
    assert number(app, Topic.LATE) == f"{counts['late']:,}"
    assert number(app, Topic.STANDSTILL) == f"{(standstill(view)['motion'] == 'standing').sum()}"
    assert number(app, Topic.GAP) == f"{(gaps(view)['gap'] == 'no_outcome').sum()}"
    listed = tables_with(open_topic(app, Topic.GAP), _("Lead"))[0]
    assert len(listed) == (gaps(view)["gap"] == "no_outcome").sum()


@in_office("sample")
def test_every_expected_report_is_counted_listed_or_left_out_with_a_reason(office: Office) -> None:
    app = open_topic(director(), Topic.MISSING)
    snapshot = looking.snapshot(office.store, PlanName(organisation(office.store), 2568))
    view = View(year_of(snapshot, opening.office_day(office.store)), int(MARCH), with_supporting=True)
    left = tables_with(app, _("Why"))[0]
    counts = reporting(view).iloc[0]
    assert len(left) == counts["exempt"] + counts["not_yet_due"]
    assert len(expected_cells(view)) == counts["due"] + len(left)
    assert all(row[_("Why")] for row in left)


def test_on_a_past_day_no_report_is_left_out_for_a_reason_given_later(report: Store) -> None:
    review = Review("2.1", SECTION, 1, Status.NOT_APPLICABLE, date(2024, 11, 1))
    later = Exemption("2.1", SECTION, 1, "ปิดปรับปรุงสำนักงาน", date(2024, 12, 20))
    editing.save(report, PlanName(organisation(report), 2568), [(None, review), (None, later)], ACTOR)
    reasons = {"2024-12-01": label("status", Status.NOT_APPLICABLE), "2024-12-21": later.reason}
    for day, reason in reasons.items():
        app = open_topic(director("1", **{"as-of": day}), Topic.LATE)
        left = [row for table in tables_with(app, _("Why")) for row in table]
        assert [row[_("Why")] for row in left if row[_("Code")] == "2.1" and row[_("Section")] == SECTION] == [
            f"{label('state', 'exempt')}: {reason}"
        ]


@in_office("sample")
def test_what_came_since_the_last_meeting_is_told_by_section(office: Office) -> None:
    app = open_topic(director(), Topic.CHANGES)
    rows = tables_with(app, _("Statuses that changed"))[0]
    since, until = date(2025, 3, 5), date(2025, 4, 30)
    plan = PlanName(organisation(office.store), 2568)
    before, after = (history.reviews_on(office.store, plan, day) for day in (since, until))
    assert sum(int(row[_("Came")]) for row in rows) == len(after) - len(before) > 0
    silent = [row for table in tables_with(app, _("Why")) for row in table]
    assert len(rows) + len(silent) == len(options(app, "section")) - 1


@in_office("sample")
@pytest.mark.usefixtures("office")
def test_nothing_behind_a_number_is_made_before_somebody_opens_it() -> None:
    assert tables(director()) == []


@pytest.mark.usefixtures("report")
def test_only_somebody_who_said_who_they_are_may_write() -> None:
    app = open_topic(director(), Topic.GAP)
    assert [button for button in app.button if button.label == _("Save")] == []
    introduce(app, DIRECTOR)
    assert [button.label for button in app.button if button.label == _("Save")] == [_("Save")]


def test_on_a_past_day_nothing_is_written_and_no_order_is_closed(report: Store) -> None:
    order = Order(1, 1, EVERY_SECTION, None, "เร่งรัด", date(2025, 1, 31), date(2024, 11, 4), DIRECTOR)
    editing.save(report, PlanName(organisation(report), 2568), [(None, order)], ACTOR)
    today, past = (introduce(director("1", **day), DIRECTOR) for day in ({}, {"as-of": "2024-12-09"}))
    for app, may_write in ((today, True), (past, False)):
        assert order_numbers(app) == ["1/2568"]
        assert (rows(app, _("Open orders"))[0][-1] == _("Close")) is may_write
        press_in_answers(app, "given 2568 1")
        assert (_("Close this order") in [button.label for button in app.button]) is may_write
        open_topic(app, Topic.MISSING)
        assert (_("Save") in [button.label for button in app.button]) is may_write


def test_what_is_acknowledged_and_commented_stands_with_its_topic(report: Store) -> None:
    app = open_topic(introduce(director(), DIRECTOR), Topic.GAP)
    say(app, Topic.GAP, Response.ACKNOWLEDGED)
    say(app, Topic.GAP, Response.COMMENT, "ควรเชื่อมโยงผลให้ครบ")
    remarks = orders.remarks(report, organisation(report), FiscalMonth(2568, int(MARCH)))
    assert [(remark.response, remark.topic, remark.text, remark.made_by) for remark in remarks] == [
        (Response.ACKNOWLEDGED, Topic.GAP, "", DIRECTOR),
        (Response.COMMENT, Topic.GAP, "ควรเชื่อมโยงผลให้ครบ", DIRECTOR),
    ]
    shown = tables_with(open_topic(director(), Topic.GAP), _("Made by"))[0]
    assert [row[_("Text")] for row in shown] == ["–", "ควรเชื่อมโยงผลให้ครบ"]
    assert tables_with(open_topic(director(), Topic.STANDSTILL), _("Made by")) == []


def test_a_comment_without_a_text_is_asked_for(report: Store) -> None:
    app = open_topic(introduce(director(), DIRECTOR), Topic.GAP)
    say(app, Topic.GAP, Response.COMMENT)
    assert [error.value for error in app.error] == [_("Write the comment.")]
    assert orders.remarks(report, organisation(report), FiscalMonth(2568, int(MARCH))) == []


def test_an_order_is_given_to_a_section_for_a_measure_and_by_a_month(report: Store) -> None:
    app = open_topic(introduce(director(), DIRECTOR), Topic.GAP)
    app.button_group(key="response-gap-0").set_value("order").run()
    due = FiscalMonth.of(clock.today()).next.next
    app.selectbox(key="section-gap-0").set_value(SECTION)
    app.selectbox(key="measure-gap-0").set_value("4.2")
    app.selectbox(key="due-gap-0").set_value(due)
    app.text_area(key="text-gap-0").input("รายงานผลการตรวจสอบพัสดุ")
    press(app, _("Save"))
    assert not app.exception
    text = "รายงานผลการตรวจสอบพัสดุ"
    assert given(report) == [Order(1, 6, SECTION, "4.2", text, due.last_day, clock.today(), DIRECTOR)]
    (row,) = rows(app, _("Open orders"))
    assert (row[0].split(" ")[0], row[2]) == (
        "1/2568",
        _("to be done by {month}").format(month=month_label(due.last_day)),
    )


def test_an_order_stands_on_the_next_months_and_the_next_years_page_until_it_is_closed(report: Store) -> None:
    bring_report(report, 2569)
    office = organisation(report)
    march, april = FiscalMonth(2568, 6), FiscalMonth(2568, 7)
    orders.give_order(report, office, march, ACTOR, section=EVERY_SECTION, text="เร่งรัด", due=april)
    october, november = FiscalMonth(2569, 1), FiscalMonth(2569, 2)
    orders.give_order(report, office, october, ACTOR, section=SECTION, text="ตรวจสอบ", due=november)
    pages = {
        ("2568", "5"): [],
        ("2568", "6"): ["1/2568"],
        ("2568", "7"): ["1/2568"],
        ("2569", "1"): ["1/2568", "1/2569"],
    }
    assert {page: order_numbers(director(page[1], year=page[0])) for page in pages} == pages
    assert order_numbers(director("1", year="2569", section="ฝ่ายปกครอง")) == ["1/2568"]
    app = introduce(director("1", year="2569"), DIRECTOR)
    press_in_answers(app, "given 2568 1")
    app.text_area(key="answer-1/2568").input("ดำเนินการครบแล้ว")
    press(app, _("Close this order"))
    assert (given(report)[0].answer, given(report)[0].closed_by) == ("ดำเนินการครบแล้ว", DIRECTOR)
    assert order_numbers(director("1", year="2569")) == ["1/2569"]
    assert order_numbers(director("7", year="2568")) == []


def test_an_overdue_order_is_marked_with_a_word(report: Store) -> None:
    past = Order(1, 1, EVERY_SECTION, None, "เร่งรัด", date(2025, 1, 31), date(2024, 11, 4), DIRECTOR)
    editing.save(report, PlanName(organisation(report), 2568), [(None, past)], ACTOR)
    app = director()
    late = (clock.today() - date(2025, 1, 31)).days
    assert rows(app, _("Open orders"))[0][2] == _("▲ overdue by {days} days").format(days=late)
    (row,) = tables_with(press_in_answers(app, "figure overdue_orders"), _("To be done by"))[0]
    assert row[_("To be done by")].endswith(_("✕ overdue by {number} days").format(number=late))


def test_an_order_can_be_read_in_the_history(report: Store) -> None:
    office, march, october = organisation(report), FiscalMonth(2568, 6), FiscalMonth(2569, 1)
    orders.give_order(report, office, march, ACTOR, section=SECTION, text="เร่งรัด", due=october, measure="4.2")
    batch = str(history.batches(report)[0].id)
    (row,) = tables_with(opened("history", batch=batch), _("After"))[0]
    assert row[_("Record")] == f"{label('kind', 'order')} 1 · {SECTION} · 4.2 · มี.ค. 68"
    assert "เร่งรัด" in row[_("After")]


def test_a_matter_is_decided_where_its_reports_stand_and_waits_no_longer(report: Store) -> None:
    decide(report)
    app = introduce(director(), DIRECTOR)
    matters = len(rows(app, _("To decide")))
    assert f"รอตัดสินใจ {matters} จาก {matters} เรื่อง" in text_of(answers(app), "finding")[0]
    press_in_answers(app, f"matter silent-{SECTION}")
    listed = tables_with(app, _("Counts"))[0]
    assert {(row[_("Section")], row[_("State")].split(" ")[-1]) for row in listed} == {(SECTION, "ขาดรายงาน")}
    assert named(app.text_area, "text-silent").value == "ให้ส่งรายงานที่ค้างของ ต.ค.–มี.ค."
    named(app.button_group, "response-missing").set_value(Response.COMMENT).run()
    named(app.text_area, "text-silent").input("ให้หัวหน้าฝ่ายชี้แจง")
    press(app, _("Save"))
    assert not app.exception
    said = f"{label('response', Response.COMMENT)} {day_words(clock.today())}: ให้หัวหน้าฝ่ายชี้แจง"
    assert next(row[2] for row in rows(app, _("To decide")) if row[0].startswith(SECTION)) == said
    assert f"รอตัดสินใจ {matters - 1} จาก {matters} เรื่อง" in text_of(answers(app), "finding")[0]
    on_the_overview = " ".join(answers(opened("overview", month="6")).itertext())
    assert f"รอ {matters - 1} จาก {matters} เรื่อง" in on_the_overview
    assert said in on_the_overview
    (row,) = rows(app, _("Decided on {month}").format(month="มี.ค."))
    assert row == [f"{day_words(clock.today())} · ความเห็น ขาดรายงาน", f"{SECTION} · ให้หัวหน้าฝ่ายชี้แจง"]


def test_an_order_that_was_closed_stands_with_its_answer_and_can_be_read_in_full(report: Store) -> None:
    day, until = date(2025, 4, 10), date(2025, 5, 31)
    closed = Order(1, 6, SECTION, None, "เร่งรัด", until, date(2025, 4, 9), DIRECTOR, "ส่งครบ", day, SECTION)
    editing.save(report, PlanName(organisation(report), 2568), [(None, closed)], ACTOR)
    app = director(**{"as-of": "2025-04-20"})
    assert order_numbers(app) == []
    (row,) = rows(app, _("Orders closed since the last meeting"))
    assert row[1] == "ส่งครบ"
    (read,) = tables_with(press_in_answers(app, "given 2568 1"), _("Answer"))[0]
    assert (read[_("Order text")], read[_("Answer")]) == ("เร่งรัด", "ส่งครบ")


@in_office("sample")
@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("figure", ["matters", "open_orders", "overdue_orders", "decided"])
def test_every_figure_leads_to_its_list_and_to_its_rule(figure: str) -> None:
    app = press_in_answers(director(), f"figure {figure}")
    assert not app.exception
    assert app.query_params["open"] == f"figure {figure}"
    press_in_answers(app, f"rule {figure}")
    assert figure_rule(figure) in [text.value for text in app.markdown]
