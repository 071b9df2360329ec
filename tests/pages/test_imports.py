"""The import desk: what a file holds and changes is shown first, and written only when a person says so."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from ita_data.labels import SEVERITY_SYMBOLS, label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.errors import StaleChanges
from ita_data.model.rules import Rules
from ita_data.services import clock, history, importing, looking, opening
from ita_data.services.opening import Store
from tests.imports.made_files import saved, workbook
from tests.offices import COORDINATOR, REPORT, change_rules, report_of
from tests.pages.apps import answers, in_english, in_office, introduce, opened, press, reached, tables_with, text_of
from tests.pages.days import day_of
from tests.pages.import_desk import (
    GOOD_ROW,
    HEADERS,
    bar,
    captions,
    counts,
    file_said,
    keyed,
    reviews,
    uploaded,
)

NAME = "เจ้าหน้าที่ธุรการ"
PAGE = 100
"""So many rows of a table are in sight at once."""
BAD_ROW = ("1.2", "ฝ่ายปกครอง", "ต.ค. 67", "เสร็จเกือบหมด")


def test_a_report_is_shown_before_anything_is_written(empty: Store) -> None:
    app = uploaded("report.txt", REPORT.read_bytes())
    found = importing.preview(empty, REPORT.read_bytes(), "report.txt", clock.today())
    assert found.changes
    assert counts(app) == {label("action", action): f"{n:,}" for action, n in found.changes.counts().items()}
    assert len(changes(app)) == PAGE < len(found.changes.writes)
    assert len(problems(app)) == len(found.reading.problems)
    assert opening.revision(empty) == 0


@pytest.mark.usefixtures("empty")
def test_nobody_changes_anything_without_a_name() -> None:
    app = uploaded("report.txt", REPORT.read_bytes())
    assert app.button(key="apply").disabled
    assert not introduce(app).button(key="apply").disabled


def test_an_applied_report_gets_a_receipt_and_its_place_in_the_history(empty: Store) -> None:
    app = introduce(uploaded("report.txt", REPORT.read_bytes())).button(key="apply").click().run()
    batch = history.batches(empty)[0]
    assert not app.exception
    assert batch.actor.name == NAME
    for part in (str(batch.id), NAME, f"{batch.added:,}", "report.txt"):
        assert part in app.success[0].value
    assert batch.origin.sha256 in [word for caption in app.caption for word in caption.value.split()]
    (row,) = tables_with(opened("history"), _("Received on"))[0]
    for header, begins in (("What", "report.txt"), ("By", NAME)):
        assert row[_(header)].startswith(begins)
    assert f"{label('action', 'added')} {batch.added:,}" in row[_("What happens")]


def test_after_the_receipt_the_desk_is_free_for_the_next_file(empty: Store) -> None:
    app = introduce(uploaded("report.txt", REPORT.read_bytes())).button(key="apply").click().run()
    assert not app.file_uploader[0].value
    assert not app.metric
    assert "apply" not in [button.key for button in app.button]
    assert len(history.batches(empty)) == 1


@pytest.mark.usefixtures("report")
def test_the_same_report_again_has_nothing_to_change_and_is_known() -> None:
    app = introduce(uploaded("report.txt", REPORT.read_bytes()))
    seen = _("This very file was already imported on {when} by {name} (batch {batch}).").split("{")[0]
    assert seen in file_said(app)
    assert _("Everything in this file is already here. There is nothing to change.") in bar(app)
    assert "apply" not in [button.key for button in app.button]
    assert counts(app)[label("action", "added")] == counts(app)[label("action", "changed")] == "0"


def test_next_years_report_is_a_plan_of_its_own(report: Store) -> None:
    app = introduce(uploaded("report.txt", report_of(2569))).button(key="apply").click().run()
    assert not app.exception
    assert sorted(plan.fiscal_year for plan in opening.plans(report)) == [2568, 2569]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"),
        ("report.docx", b"%PDF-1.7\n%%EOF\n"),
        ("report.txt", b""),
        ("report.xlsx", b""),
        ("report.txt", "ไม่มีตารางใดเลย".encode()),
    ],
    ids=["a PDF named xlsx", "a PDF named docx", "an empty text", "an empty workbook", "a text without tables"],
)
def test_an_unreadable_file_is_refused_in_thai_with_its_place(report: Store, name: str, data: bytes) -> None:
    before = opening.revision(report)
    app = introduce(uploaded(name, data))
    assert not app.exception
    assert [error.value for error in app.error] == [_("The file can't be taken. Nothing was changed.")]
    (refusal,) = problems(app)
    assert refusal[_("Place")] in (_("Whole file"), "report.txt · A1")
    assert is_thai(refusal[_("What is wrong")])
    assert is_thai(refusal[_("How to mend it")])
    assert "apply" not in [button.key for button in app.button]
    assert opening.revision(report) == before


def test_an_unknown_status_is_named_with_its_cell_and_the_other_rows_go_on(report: Store) -> None:
    before = opening.revision(report)
    app = uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW, BAD_ROW))
    assert app.warning[0].value == _("Some rows can't be taken; the others can.")
    (problem,) = problems(app)
    assert problem[_("Place")].endswith("D3")
    assert problem[_("Value")] == BAD_ROW[3]
    assert BAD_ROW[3] in problem[_("What is wrong")]
    assert _("{good} of {rows} rows can be taken; {bad} are left out.").format(good=1, rows=2, bad=1) in captions(app)
    assert is_thai(problem[_("How to mend it")])
    assert counts(app)[label("action", "added")] == "1"
    assert opening.revision(report) == before


def test_a_change_by_somebody_else_in_between_refuses_the_preview(report: Store) -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW)))
    change_due_day(report, 10)
    before = opening.revision(report)
    app.button(key="apply").click().run()
    assert [error.value for error in app.error] == [str(StaleChanges())]
    assert opening.revision(report) == before
    assert not reviews(report)


def test_a_refused_preview_is_read_anew_and_can_then_be_applied(report: Store) -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW)))
    change_due_day(report, 10)
    app.button(key="apply").click().run()
    assert counts(app)[label("action", "added")] == "1"
    app.button(key="apply").click().run()
    assert not app.error
    assert reviews(report) == [("1.1", "ฝ่ายปกครอง", 1)]


def test_the_day_a_file_came_decides_whether_its_reviews_are_in_time(report: Store) -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW)))
    day_of(app, _("Received on")).enter(date(2024, 11, 4))
    app.button(key="apply").click().run()
    assert history.batches(report)[0].origin.received_on == date(2024, 11, 4)
    october = answers(opened("overview", month="1"))
    assert text_of(october, "of")[1].startswith("1/")


def test_a_person_may_wait_until_the_whole_file_is_mended(report: Store) -> None:
    before = opening.revision(report)
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW, BAD_ROW)))
    assert app.button(key="apply").label == _("Apply the good rows")
    app.button(key="mend-first").click().run()
    assert not app.file_uploader[0].value
    assert opening.revision(report) == before


@pytest.mark.usefixtures("report")
def test_problems_can_be_narrowed_to_what_weighs_most() -> None:
    app = uploaded("ต.ค.xlsx", workbook((*HEADERS, "อื่น ๆ"), (*GOOD_ROW, "ก"), (*BAD_ROW, "ข")))
    assert len(problems(app)) == 2
    keyed(app.get("button_group"), "severities").set_value(["error"]).run()
    assert [problem[_("Value")] for problem in problems(app)] == [BAD_ROW[3]]


@pytest.mark.usefixtures("report")
def test_problems_stand_together_by_their_kind_the_heaviest_first() -> None:
    rows = [(*BAD_ROW[:2], month, BAD_ROW[3]) for month in ("ต.ค. 67", "พ.ย. 67")]
    app = uploaded("ต.ค.xlsx", workbook((*HEADERS, "อื่น ๆ"), (*GOOD_ROW, "ก"), *rows))
    errors, notes = kinds(app)
    assert errors.startswith(f"✕ **{label('severity', 'error')}**")
    assert errors.endswith("(2)")
    assert label("severity", "note") in notes
    assert [[row[_("Place")] for row in table] for table in tables_with(app, _("How to mend it"))] == [
        ["Sheet · D3", "Sheet · D4"],
        ["Sheet · E1"],
    ]


@pytest.mark.usefixtures("report")
def test_an_english_reader_is_told_everything_in_english() -> None:
    with in_english():
        app = uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW, BAD_ROW), lang="en")
    assert [warning.value for warning in app.warning] == ["Some rows can't be taken; the others can."]
    assert kinds(app)[-1] == "✕ **Left out** · … is not a known status (1)"
    assert [metric.label for metric in app.metric] == ["New", "Changed", "Unchanged", "Not in the file", "Removed"]
    assert app.button(key="apply").label == "Apply the good rows"


def test_what_a_file_leaves_blank_is_named_and_stays(report: Store) -> None:
    apply_file(report, workbook((*HEADERS, "ผลการดำเนินการ"), (*GOOD_ROW, "จัดประชุม 3 ครั้ง")))
    app = uploaded("ต.ค.xlsx", workbook((*HEADERS, "ผลการดำเนินการ"), (*GOOD_ROW[:3], "อยู่ระหว่างดำเนินการ", "")))
    kept = [row for row in changes(app) if row[_("What happens")] == _("Kept because blank")]
    assert [(row[_("Before")], row[_("After")]) for row in kept] == [("จัดประชุม 3 ครั้ง", "จัดประชุม 3 ครั้ง")]


def test_what_differs_in_a_text_is_marked_word_by_word(report: Store) -> None:
    apply_file(report, workbook((*HEADERS, "ผลการดำเนินการ"), (*GOOD_ROW, "จัดประชุม 3 ครั้ง")))
    app = uploaded("ต.ค.xlsx", workbook((*HEADERS, "ผลการดำเนินการ"), (*GOOD_ROW, "จัดประชุม 4 ครั้ง")))
    assert any("จัดประชุม <del>3</del> ครั้ง" in html.value for html in app.html)
    assert any("จัดประชุม <ins>4</ins> ครั้ง" in html.value for html in app.html)


@pytest.mark.parametrize(("choice", "status"), [("stored", "completed"), ("file", "not_started")])
def test_a_record_that_somebody_changed_meanwhile_waits_for_a_choice(report: Store, choice: str, status: str) -> None:
    form = filled_form(report, "ยังไม่ดำเนินการ")
    apply_file(report, workbook(HEADERS, GOOD_ROW))
    app = introduce(uploaded("แบบ.xlsx", form))
    assert app.radio[0].options == [_("Keep what is stored"), _("Take the file's version")]
    assert app.radio[0].value == "stored"
    ((both,),) = tables_with(app, _("Stored now"))
    assert (both[_("Stored now")], both[_("In the file")]) == (GOOD_ROW[3], "ยังไม่ดำเนินการ")
    assert COORDINATOR.name in " ".join(captions(app))
    app.radio[0].set_value(choice).run()
    if choice == "file":
        app.button(key="apply").click().run()
    assert not app.exception
    assert statuses(report) == [status]


def test_keeping_what_others_stored_leaves_nothing_to_change(report: Store) -> None:
    form = filled_form(report, "ยังไม่ดำเนินการ")
    apply_file(report, workbook(HEADERS, GOOD_ROW))
    app = introduce(uploaded("แบบ.xlsx", form))
    assert _("What is stored stays, as you chose. There is nothing to change.") in bar(app)
    assert "apply" not in [button.key for button in app.button]


@pytest.mark.usefixtures("report")
def test_the_receipt_makes_room_for_the_next_file() -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW))).button(key="apply").click().run()
    assert "ต.ค.xlsx" in app.success[0].value
    app.file_uploader[0].upload("พ.ย.xlsx", workbook(HEADERS, GOOD_ROW))
    assert [success.value for success in app.run().success] == [_("The file was read completely.")]


def test_the_receipt_can_be_taken_back(report: Store) -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW))).button(key="apply").click().run()
    assert len(reviews(report)) == 1
    app = press(app, _("Undo now"))
    assert reviews(report) == []
    batch = history.batches(report)[0]
    (said,) = (success.value for success in app.success)
    for part in (str(batch.id), str(batch.undoes), NAME):
        assert part in said
    assert [batch.undoes for batch in history.batches(report)][0] == history.batches(report)[1].id


def test_the_workbook_of_a_section_comes_back_without_a_change(report: Store) -> None:
    app = opened("imports")
    assert [button.key for button in app.get("download_button")][0] == "form-download"
    app = uploaded("แบบ.xlsx", filled_form(report, "ดำเนินการแล้ว"))
    assert counts(app)[label("action", "added")] == "1"
    assert app.success[0].value == _("The file was read completely.")


@in_office("report")
@pytest.mark.usefixtures("office")
def test_every_section_and_month_has_its_workbook() -> None:
    app = reached("overview", month="3")
    app.session_state["actor"] = Actor("เจ้าหน้าที่เทศกิจ", ActorRole.SECTION_STAFF, "ฝ่ายเทศกิจ")
    app.switch_page("../pages/imports.py").run()
    assert len(app.selectbox(key="form-section").options) == 10
    assert len(app.selectbox(key="form-month").options) == 12
    assert app.selectbox(key="form-section").value == "ฝ่ายเทศกิจ"
    assert app.selectbox(key="form-month").value == 3


@in_office("empty")
@pytest.mark.usefixtures("office")
def test_without_a_plan_there_is_no_workbook_to_fill_in() -> None:
    assert not opened("imports").get("download_button")


def problems(app: AppTest) -> list[dict[str, str]]:
    """The rows of all tables of problems."""
    return [row for table in tables_with(app, _("How to mend it")) for row in table]


def kinds(app: AppTest) -> list[str]:
    """The kinds of problems, as the titles of their tables have them."""
    return [expander.label for expander in app.expander if expander.label.startswith(tuple(SEVERITY_SYMBOLS.values()))]


def changes(app: AppTest) -> list[dict[str, str]]:
    """The rows of the table of changes that are in sight."""
    return [row for table in tables_with(app, _("Before")) for row in table]


def apply_file(store: Store, data: bytes) -> None:
    """Import a workbook behind the page's back."""
    assert importing.apply(store, importing.preview(store, data, "ก่อน.xlsx", clock.today()), COORDINATOR)


def filled_form(store: Store, status: str) -> bytes:
    """The workbook of ฝ่ายปกครอง for October, filled in for measure 1.1 alone."""
    plan = opening.plans(store)[0]
    form = looking.monthly_form(store, plan, GOOD_ROW[1], 1)
    made = load_workbook(BytesIO(form))
    sheet = made.worksheets[0]
    headers = next(row for row in sheet.iter_rows() if row[0].value == HEADERS[0])
    column = next(cell.column for cell in headers if cell.value == HEADERS[3])
    row = next(cell.row for cell in sheet["A"] if cell.value == GOOD_ROW[0])
    sheet.cell(row, column).value = status
    return saved(made)


def statuses(store: Store) -> list[str]:
    plan = opening.plans(store)[0]
    found: list[str] = looking.snapshot(store, plan).reviews["status"].tolist()
    return found


def change_due_day(store: Store, due_day: int) -> None:
    plan = opening.plans(store)[0]
    change_rules(store, plan, Rules(due_day=due_day), COORDINATOR)


def is_thai(text: str) -> bool:
    return any("ก" <= letter <= "๛" for letter in text)
