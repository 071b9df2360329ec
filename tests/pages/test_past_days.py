"""As of a past day pages show nothing that came later, and nothing can be written."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.decisions import Response, Topic
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import EVERY_SECTION, Exemption, LinkState, Review
from ita_data.model.states import Status
from ita_data.services import clock, closing, editing, looking, opening, orders
from ita_data.services.opening import Store
from tests.pages.apps import PAGES, forget_cached, introduce, opened
from ui.look import kept, plans
from ui.meeting import opened as meetings

SECTION = "ฝ่ายปกครอง"
PAST = {"as-of": "2024-11-20", "year": "2568", "month": "1"}
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
_CHANGING = re.compile(r"/media/[0-9a-f]+|\d{2}:\d{2}|(element_)?(id|hash|key): .*|opened=\d+")
WRITING = ("close", "save-", "undo-now", "lift-now", "exempt-now", "make-plan", "send", "mail-", "confirm")
"""How the keys of buttons begin that write."""


def write_today(store: Store) -> None:
    """All kinds of records that may be written today, for a month long past."""
    (plan,) = opening.plans(store)
    office, october, november = plan.organisation, FiscalMonth(2568, 1), FiscalMonth(2568, 2)
    orders.give_order(store, office, october, DIRECTOR, section=SECTION, text="คำสั่งของวันนี้", due=november)
    about = {"topic": Topic.MISSING, "section": EVERY_SECTION, "text": "ความเห็นของวันนี้"}
    orders.make_remark(store, office, october, DIRECTOR, response=Response.COMMENT, **about)
    today = clock.today()
    records = looking.records(store, plan)
    link = next(each for each in records.links if each.state is LinkState.SUGGESTED)
    edits = [
        (None, Review("1.1", SECTION, 1, Status.COMPLETED, today, 100.0, "รายงานของวันนี้")),
        (None, Exemption("1.2", SECTION, 1, "ยกเว้นของวันนี้", today)),
        (link, replace(link, state=LinkState.CONFIRMED)),
    ]
    editing.save(store, plan, edits, DIRECTOR)
    closing.close_month(store, plan, 1, DIRECTOR)
    closing.reopen(store, plan, SECTION, 1, DIRECTOR, reason="เปิดของวันนี้")


def everything_shown(page: str, app: AppTest) -> list[str]:
    """All that a page sends to the browser, its blocks opened, but for names and moments that change with every run."""
    for block in ("counted", "exemptions", "compare"):
        app.session_state[block] = True
    app.run()
    assert not app.exception
    shown = [_CHANGING.sub("", str(element.proto)) for element in app.main if hasattr(element, "proto")]
    return [*shown, *(over_the_page(app) if page == "director" else ())]


def over_the_page(app: AppTest) -> Iterator[str]:
    """The tables of all lists that open over the director's page."""
    for topic in Topic:
        app.query_params["open"] = f"topic {topic}"
        assert not app.run().exception
        yield from (str(html.value) for html in app.html)


@pytest.mark.parametrize("page", [page for page in PAGES if page != "years"])
@pytest.mark.parametrize("section", ["", SECTION])
def test_what_is_written_today_changes_no_page_of_a_past_day(report: Store, page: str, section: str) -> None:
    choices = {**PAST, **({"section": section} if section else {})}
    before = everything_shown(page, opened(page, **choices))
    write_today(report)
    forget_cached(plans, kept, meetings)
    assert everything_shown(page, opened(page, **choices)) == before


def buttons(app: AppTest) -> Iterator[str]:
    return (str(button.key) for button in app.button if not button.disabled)


@pytest.mark.usefixtures("report")
def test_no_file_is_brought_in_as_of_a_past_day() -> None:
    app = opened("imports", **{"as-of": "2024-11-20"})
    assert not app.get("file_uploader")
    assert _("This is how a past day saw it. Look at today to bring in a file.") in [info.value for info in app.info]
    assert opened("imports").get("file_uploader")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_can_be_written_as_of_a_past_day(report: Store, page: str) -> None:
    write_today(report)
    day = str(date(2024, 11, 20))
    app = introduce(opened(page, section=SECTION, month="1", **{"as-of": day}))
    for form in (
        "exemptions",
        "section-form",
        "section-list",
        "merging",
        "origins",
        "rollover",
        "scores",
        "close-month",
    ):
        app.session_state[form] = True
    app.run()
    assert not app.exception
    assert [key for key in buttons(app) if key.startswith(WRITING)] == []


def test_a_month_is_not_closed_nor_reopened_as_of_a_past_day(report: Store) -> None:
    forms = {block.label for block in opened("months", **PAST).expander}
    assert _("Close {month}").format(month="ต.ค. 67") not in forms
    (plan,) = opening.plans(report)
    closing.close_month(report, plan, 1, DIRECTOR)
    assert _("Reopen for one section") in {block.label for block in opened("months", month="1").expander}


@pytest.mark.usefixtures("report")
def test_the_history_of_a_past_day_has_no_batch_of_today() -> None:
    assert opened("history", **PAST).info[-1].value == _("Nothing was imported yet.")
