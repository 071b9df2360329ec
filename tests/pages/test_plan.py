"""On the plan's page a person mends, adds, moves and retires measures, and every report stays with its measure."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.cadence import Cadence
from ita_data.model.planning.drafting import measures_of
from ita_data.model.records import EVERY_SECTION, Records, Role
from ita_data.services import closing, editing, history, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import field, introduce, opened, press
from tests.pages.conftest import shown_by_pages
from tests.pages.plan_page import (
    FINANCE,
    NEW,
    WORKS,
    choose,
    mend,
    page,
    said,
    save,
    shown_changes,
    write,
)
from tests.pages.stored import measure, records

DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)


@pytest.fixture
def sample(sample_office: Path, tmp_path: Path) -> Iterator[Store]:
    """The sample office, which the test may write to."""
    with shown_by_pages(Path(copy(sample_office, tmp_path))) as store:
        yield store


def reviews_by_measure(found: Records) -> dict[tuple[tuple[str, str], str, int], str]:
    """What was reported, by who the measure is, with its text, and not by its number."""
    who = {each.code: (each.identity, each.text) for each in found.measures}
    return {(who[each.measure], each.section, each.month): each.result for each in found.reviews}


def test_a_text_is_mended_looked_at_and_saved_as_one_batch(sample: Store) -> None:
    before = measure(sample, "4.2").text
    app = write(mend("4.2"), _("Measure"), f"{before}ทุกไตรมาส")
    (row,) = shown_changes(app)
    assert row[_("After")] == f"{before}ทุกไตรมาส"
    assert measure(sample, "4.2").text == before
    save(app)
    assert measure(sample, "4.2").text == f"{before}ทุกไตรมาส"
    assert (history.batches(sample)[0].actor.name, history.batches(sample)[0].changed) == ("เจ้าหน้าที่ธุรการ", 1)


def test_a_measure_inserted_as_4_2_moves_the_others_on_and_no_review_to_another_measure(sample: Store) -> None:
    before = records(sample)
    app = write(page("4", measure="add"), _("Measure"), NEW)
    field(app.selectbox, _("Where it stands")).select(measure(sample, "4.2").identity).run()
    press(app, _("Add to the draft"))
    numbers = [row for row in shown_changes(app) if row[_("Field")] == _("Code")]
    text = _("{first} … {last} ({number} records)")
    assert [row[_("After")] for row in numbers] == [text.format(first="4.2→4.3", last="4.4→4.5", number=3)]
    assert [row[_("Field")] for row in shown_changes(app)] == [_("Code"), _("Order"), "", "", ""]
    save(app)
    after = records(sample)
    assert [each.text for each in measures_of(after, "4")][1] == NEW
    assert [each.code for each in measures_of(after, "4")] == ["4.1", "4.2", "4.3", "4.4", "4.5"]
    assert len(reviews_by_measure(before)) == len(before.reviews) > 100
    assert reviews_by_measure(after) == reviews_by_measure(before)


def test_a_new_measure_gets_its_sections_and_rhythm_before_it_is_saved(sample: Store) -> None:
    app = press(write(page("4", measure="add"), _("Measure"), NEW), _("Add to the draft"))
    assert field(app.multiselect, _("Lead sections")).value == [FINANCE]
    field(app.multiselect, _("Lead sections")).set_value([WORKS]).run()
    field(app.selectbox, _("Rhythm of follow-up")).select("quarterly").run()
    save(app)
    new = measure(sample, "4.5")
    assert (new.text, new.cadence, new.follow_up) == (NEW, Cadence.QUARTERLY, "รายไตรมาส")
    mine = [(each.section, each.role) for each in records(sample).assignments if each.measure == "4.5"]
    assert sorted(mine) == sorted([(WORKS, Role.LEAD), (EVERY_SECTION, Role.SUPPORTING)])
    assert new.items == ("I10",)


def test_a_retired_measure_owes_nothing_from_that_month_on(sample: Store) -> None:
    before = records(sample)
    app = mend("4.2")
    field(app.selectbox, _("Retired from")).select(8).run()
    save(app)
    assert measure(sample, "4.2").retired_from_month == 8
    assert measure(sample, "4.2").due_months == (1, 2, 3, 4, 5, 6, 7)
    assert records(sample).reviews == before.reviews


def test_what_touches_a_closed_month_asks_for_the_reason(sample: Store) -> None:
    closing.close_month(sample, opening.plans(sample)[0], 5, DIRECTOR)
    app = mend("4.2")
    field(app.selectbox, _("Retired from")).select(4).run()
    save(app)
    assert measure(sample, "4.2").retired_from_month is None
    field(app.text_input, _("Reason for the change after the month was closed")).set_value("มติที่ประชุม").run()
    save(app)
    assert measure(sample, "4.2").retired_from_month == 4
    assert history.batches(sample)[0].reason == "มติที่ประชุม"


def test_measures_are_put_in_another_order_and_numbered_anew_only_on_purpose(sample: Store) -> None:
    second = measure(sample, "4.2").text
    app = save(press(mend("4.2"), _("Further up")))
    assert measures_of(records(sample), "4")[0].text == second
    assert measure(sample, "4.2").text == second
    save(press(app, _("Number in this order")))
    assert measure(sample, "4.1").text == second


def test_a_measure_moves_to_another_indicator_with_all_its_reports(sample: Store) -> None:
    before, text = records(sample), measure(sample, "4.2").text
    app = mend("4.2")
    field(app.selectbox, _("Move to another indicator or initiative")).select("1").run()
    save(press(app, _("Move")))
    assert (measure(sample, "1.5").text, measure(sample, "1.5").items) == (text, ())
    assert reviews_by_measure(records(sample)) == reviews_by_measure(before)


def test_many_measures_change_their_rhythm_and_sections_at_once(report: Store) -> None:
    app = page("1")
    app.session_state["plan-several"] = True
    app.run()
    who = [measure(report, code).identity for code in ("1.1", "1.2", "2.1")]
    field(app.multiselect, _("Measures")).set_value(who).run()
    field(app.selectbox, _("Rhythm of follow-up")).select("half_yearly").run()
    field(app.multiselect, _("Supporting sections")).set_value([WORKS]).run()
    save(press(app, _("Add to the draft")))
    for code in ("1.1", "1.2", "2.1"):
        assert measure(report, code).cadence is Cadence.HALF_YEARLY
        mine = {each.section: each.role for each in records(report).assignments if each.measure == code}
        assert [name for name, role in mine.items() if role is Role.SUPPORTING] == [WORKS]
        assert Role.LEAD in mine.values()


def test_an_issue_is_mended_for_all_items_that_share_it(report: Store) -> None:
    app = choose(page("9"), "issue O1")
    save(write(app, _("Issue of {codes}").format(codes="O1 – O17"), "ข้อมูลยังไม่เป็นปัจจุบัน"))
    issues = {each.code: each.issue for each in records(report).items}
    assert {issues[f"O{number}"] for number in range(1, 18)} == {"ข้อมูลยังไม่เป็นปัจจุบัน"}
    assert issues["O18"] != issues["O17"]


def test_the_name_of_an_initiative_is_mended(report: Store) -> None:
    save(write(choose(page("ก2"), "name"), _("Name of the initiative"), "สื่อสารภาพลักษณ์"))
    assert [each.name for each in records(report).initiatives if each.number == 2] == ["สื่อสารภาพลักษณ์"]


@pytest.mark.usefixtures("report")
def test_a_measure_without_a_text_cant_be_saved() -> None:
    app = write(write(mend("4.2"), _("Details, one a line"), NEW), _("Measure"), "")
    assert _("Write what the measure is: without a text it can't be saved.") in said(app)
    assert app.button(key="save-plan").disabled


def test_a_draft_stays_while_one_looks_at_another_indicator_and_can_be_given_up(report: Store) -> None:
    app = write(mend("4.2"), _("Measure"), NEW)
    app.query_params["indicator"] = "1"
    assert len(shown_changes(app.run())) == 1
    press(app, _("Give up the draft"))
    assert shown_changes(app) == []
    assert measure(report, "4.2").text != NEW


def test_what_somebody_else_saved_meanwhile_is_shown_and_both_can_be_kept(report: Store) -> None:
    app = write(mend("4.2"), _("Measure"), NEW)
    stored = measure(report, "4.2")
    other = replace(stored, detail="ทุกฝ่าย")
    editing.save(report, opening.plans(report)[0], [(stored, other)], COORDINATOR)
    assert len(app.run().error) == 1
    save(press(app, _("Keep what I entered")))
    assert (measure(report, "4.2").text, measure(report, "4.2").detail) == (NEW, "ทุกฝ่าย")


def test_the_indicators_page_leads_to_the_fields_of_a_measure(report: Store) -> None:
    app = opened("indicators", indicator="4")
    pills = field(app.button_group, _("Mend in the plan"))
    assert pills.options == ["4.1", "4.2", "4.3", "4.4", _("+ Add a measure")]
    mended = mend("4.3")
    assert field(mended.text_area, _("Measure")).value == measure(report, "4.3").text


def test_a_plan_begins_by_hand(empty: Store) -> None:
    app = introduce(opened("plan"))
    field(app.text_input, _("Office")).set_value("สำนักงานเขตทดสอบ").run()
    field(app.number_input, _("Fiscal year (B.E.)")).set_value(2568).run()
    chosen = field(app.multiselect, _("Indicators"))
    chosen.set_value(chosen.value[:2]).run()
    press(app, _("Begin the plan"))
    assert not app.exception
    (plan,) = opening.plans(empty)
    assert plan == ("สำนักงานเขตทดสอบ", 2568)
    assert [each.name for each in records(empty).indicators] == ["การปฏิบัติหน้าที่", "การใช้งบประมาณ"]
    app = write(page("1", measure="add"), _("Measure"), NEW)
    save(press(app, _("Add to the draft")))
    assert measure(empty, "1.1").text == NEW
    assert label("cadence", measure(empty, "1.1").cadence) == label("cadence", "monthly")
