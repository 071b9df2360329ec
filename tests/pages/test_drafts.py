"""What was entered and isn't sent yet stays with its section, whatever that is called by then."""

from dataclasses import replace
from datetime import date

from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.records import Review, Section
from ita_data.model.states import Status
from ita_data.services import editing, history, looking, opening, undoing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import introduce, opened, press
from tests.pages.bars import choose
from tests.pages.sheets import entered, first, open_row, rows, type_into
from tests.pages.stored import measure

FINANCE, ADMINISTRATION = "ฝ่ายการคลัง", "ฝ่ายปกครอง"


def test_drafts_of_two_sections_that_exchange_their_names_stay_apart(report: Store) -> None:
    app = introduce(opened("my_month", section=FINANCE, month="1"))
    for section, result in [(FINANCE, "ตรวจพัสดุแล้ว"), (ADMINISTRATION, "ประชุมแล้ว")]:
        choose(app, "section", section)
        _enter(app, result)
    _exchange_names(report)
    app.run()
    for section, result in [(FINANCE, "ประชุมแล้ว"), (ADMINISTRATION, "ตรวจพัสดุแล้ว")]:
        choose(app, "section", section)
        press(app, _("Send {number} reports").format(number=1))
        assert not app.exception
        assert [review.result for review in looking.reviews(report, opening.plans(report)[0], section)] == [result]


def test_a_draft_is_there_again_for_who_entered_it_and_for_nobody_else(report: Store) -> None:
    _enter(introduce(opened("my_month", section=FINANCE, month="1")), "ตรวจพัสดุแล้ว")
    again = introduce(opened("my_month", section=FINANCE, month="1"))
    assert _result(again) == "ตรวจพัสดุแล้ว"
    somebody_else = introduce(opened("my_month", section=FINANCE, month="1"), "ผู้อื่น")
    assert _result(somebody_else) == ""
    assert looking.reviews(report, opening.plans(report)[0], FINANCE) == []


def test_what_is_entered_before_one_says_who_one_is_waits_and_is_kept_then(report: Store) -> None:
    app = opened("my_month", section=FINANCE, month="1")
    _enter(app, "ตรวจพัสดุแล้ว")
    assert [warning.value for warning in app.warning] == [
        _("What you entered isn't kept by the office yet: say who you are, at the top right.")
    ]
    introduce(app)
    assert not app.warning
    assert _result(introduce(opened("my_month", section=FINANCE, month="1"))) == "ตรวจพัสดุแล้ว"
    assert looking.reviews(report, opening.plans(report)[0], FINANCE) == []


def test_a_draft_that_was_sent_stands_nowhere_any_more(report: Store) -> None:
    app = introduce(opened("my_month", section=FINANCE, month="1"))
    _enter(app, "ตรวจพัสดุแล้ว")
    press(app, _("Send {number} reports").format(number=1))
    again = introduce(opened("my_month", section=FINANCE, month="1"))
    assert entered(again) == []
    assert [review.result for review in looking.reviews(report, opening.plans(report)[0], FINANCE)] == ["ตรวจพัสดุแล้ว"]


def test_the_draft_of_a_measure_that_goes_does_not_become_that_of_the_measure_that_gets_its_number(
    report: Store,
) -> None:
    app = introduce(opened("my_month", section=FINANCE, month="1"))
    _enter(app, "ของมาตรการเดิม", "4.2-1")
    plan = opening.plans(report)[0]
    gone, comes = (measure(report, code) for code in ("4.2", "4.3"))
    records = looking.records(report, plan)
    resting = [each for each in (*records.assignments, *records.links) if each.measure == "4.2"]
    removed = [(each, None) for each in (*resting, gone)]
    editing.save(report, plan, [*removed, (comes, replace(comes, code="4.2"))], COORDINATOR)
    again = introduce(opened("my_month", section=FINANCE, month="1"))
    assert not again.exception
    assert entered(again) == []
    undoing.undo(report, history.batches(report)[0].id, COORDINATOR)
    again = introduce(opened("my_month", section=FINANCE, month="1"))
    assert _result(again, "4.2-1") == "ของมาตรการเดิม"


def test_a_renamed_section_finds_its_drafts_once_she_says_its_new_name(report: Store) -> None:
    app = opened("my_month", section=FINANCE, month="1")
    app.session_state["actor"] = Actor("นักวิชาการ", ActorRole.SECTION_STAFF, FINANCE)
    _enter(app.run(), "ตรวจพัสดุแล้ว")
    section, new = _section(report, FINANCE), "ฝ่ายคลังและพัสดุ"
    editing.save(report, opening.plans(report)[0], [(section, replace(section, name=new))], COORDINATOR)
    again = opened("my_month", section=new, month="1")
    again.session_state["actor"] = Actor("นักวิชาการ", ActorRole.SECTION_STAFF, new)
    assert _result(again.run()) == "ตรวจพัสดุแล้ว"


def test_who_wants_what_she_entered_in_place_of_what_came_first_sends_that(report: Store) -> None:
    app = introduce(opened("my_month", section=FINANCE, month="1"))
    _enter(app, "ของเจ้าหน้าที่")
    measure = first(app).partition("-")[0]
    came_first = Review(measure, FINANCE, 1, Status.COMPLETED, date(2024, 11, 4), 100.0, "ผู้อื่นส่งก่อน")
    editing.save(report, opening.plans(report)[0], [(None, came_first)], COORDINATOR)
    press(open_row(app.run(), first(app)), _("Take what I entered"))
    press(app, _("Send {number} reports").format(number=1))
    assert not app.exception
    assert [review.result for review in looking.reviews(report, opening.plans(report)[0], FINANCE)] == ["ของเจ้าหน้าที่"]


def _result(app: AppTest, key: str = "") -> str:
    value: str = rows(app)[key or first(app)]["values"]["result"]
    return value


def _enter(app: AppTest, result: str, key: str = "") -> None:
    type_into(app, key or first(app), status=Status.IN_PROGRESS, result=result)


def _exchange_names(store: Store) -> None:
    plan = opening.plans(store)[0]
    one, other = (_section(store, name) for name in (FINANCE, ADMINISTRATION))
    edits = [(one, replace(one, name=other.name)), (other, replace(other, name=one.name))]
    editing.save(store, plan, edits, COORDINATOR)


def _section(store: Store, name: str) -> Section:
    sections = looking.records(store, opening.plans(store)[0]).sections
    return next(section for section in sections if section.name == name)
