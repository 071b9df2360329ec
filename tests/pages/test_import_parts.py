"""The import desk says first what a file is: whose, of which month, from where, and what may be changed right there."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from ita_data.labels import label, month_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.periods import months_of
from ita_data.services import importing, looking, opening
from ita_data.services.left_out import left_out_workbook
from ita_data.services.opening import Store
from tests.imports.made_files import saved, workbook
from tests.offices import COORDINATOR, REPORT
from tests.pages.apps import answers, introduce, opened, press
from tests.pages.import_desk import HEADERS, bar, counts, file_said, keyed, reviews, uploaded
from ui.imports.file.lines import MOST_LINES
from ui.imports.receipt import Receipt

FINANCE, WORKS = "ฝ่ายการคลัง", "ฝ่ายโยธา"
TITLE = f"รายงาน ITA {FINANCE} ประจำเดือนธันวาคม 2567"
TITLED = ("รหัสมาตรการ", "มาตรการ/กิจกรรม", "สถานะ", "ผลการดำเนินการ")
ROWS = (("4.1", "", "ดำเนินการแล้ว", "ก"), ("4.2", "", "อยู่ระหว่างดำเนินการ", "ข"))
OWN = [("4.1", FINANCE, "ธ.ค. 67", "ดำเนินการแล้ว"), ("4.2", FINANCE, "ธ.ค. 67", "ดำเนินการแล้ว")]


def titled(title: str = TITLE) -> bytes:
    return workbook([title], TITLED, *ROWS)


@pytest.mark.usefixtures("report")
def test_a_workbook_is_told_by_section_month_rows_and_where_these_came_from() -> None:
    app = uploaded("รายงาน.xlsx", titled())
    said = file_said(app)
    assert said.startswith(_("What this file is"))
    assert _("{number} rows").format(number=2) in said
    assert _("from the title {cell}").format(cell="A1") in said
    assert chosen(app) == {"0 section": FINANCE, "0 month": "2024-12"}
    assert _("Nothing is reported for this month yet.") in said


@pytest.mark.usefixtures("empty")
def test_a_yearly_report_is_told_by_what_it_counts() -> None:
    said = file_said(uploaded("report.txt", REPORT.read_bytes()))
    assert "10 ตัวชี้วัด · 40 ข้อ · 35 มาตรการ · " in said
    assert said.endswith("2568")


@pytest.mark.usefixtures("report")
def test_what_the_file_is_comes_before_questions_changes_and_problems() -> None:
    bad = ("4.3", FINANCE, "ธ.ค. 67", "เสร็จเกือบหมด")
    app = uploaded("ธ.ค.xlsx", workbook(HEADERS, *OWN, bad))
    kinds = [each.type for each in app.main]
    first, last = kinds.index("bidi_component", 1), len(kinds) - 1 - kinds[::-1].index("button")
    headers = [header.value for header in app.header]
    assert first < kinds.index("header") < last
    problems = _("Problems and remarks ({number})").format(number=1)
    assert headers == [_("What do these words mean?"), _("What will change"), problems]


def test_a_wrong_month_in_the_title_is_changed_for_all_rows_and_can_be_taken_back(report: Store) -> None:
    app = change(uploaded("รายงาน.xlsx", titled()), "0 month 2025-01")
    assert chosen(app)["0 month"] == "2025-01"
    assert _("as you answered") in file_said(app)
    app = change(app, "back 0")
    assert chosen(app)["0 month"] == "2024-12"
    app = introduce(change(app, "0 month 2025-01"))
    app.button(key="apply").click().run()
    assert reviews(report) == [("4.1", FINANCE, 4), ("4.2", FINANCE, 4)]


def test_the_section_of_somebody_else_is_changed_for_all_rows(report: Store) -> None:
    app = introduce(change(uploaded("รายงาน.xlsx", titled()), f"0 section {WORKS}"))
    app.button(key="apply").click().run()
    assert reviews(report) == [("4.1", WORKS, 3), ("4.2", WORKS, 3)]


def test_a_month_that_every_row_says_alike_is_changed_too(report: Store) -> None:
    app = introduce(change(uploaded("ธ.ค.xlsx", workbook(HEADERS, *OWN)), "0 month 2025-01"))
    app.button(key="apply").click().run()
    assert reviews(report) == [("4.1", FINANCE, 4), ("4.2", FINANCE, 4)]


@pytest.mark.usefixtures("report")
def test_months_that_rows_say_differently_are_told_and_stand_fast() -> None:
    other = (OWN[1][0], FINANCE, "ม.ค. 68", "ดำเนินการแล้ว")
    app = uploaded("สองเดือน.xlsx", workbook(HEADERS, OWN[0], other))
    assert chosen(app) == {"0 section": FINANCE, "1 section": FINANCE}
    assert "ธ.ค. 67" in file_said(app)
    assert "ม.ค. 68" in file_said(app)


def test_last_months_template_is_taken_for_the_month_that_a_person_says(report: Store) -> None:
    plan = opening.plans(report)[0]
    made = load_workbook(BytesIO(looking.monthly_form(report, plan, FINANCE, 3)))
    sheet = made.worksheets[0]
    headers = next(row for row in sheet.iter_rows() if row[0].value == HEADERS[0])
    status = next(cell.column for cell in headers if cell.value == HEADERS[3])
    sheet.cell(headers[0].row + 1, status).value = "ดำเนินการแล้ว"
    app = introduce(change(uploaded("แบบ.xlsx", saved(made)), "0 month 2025-01"))
    app.button(key="apply").click().run()
    assert [(section, month) for _measure, section, month in reviews(report)] == [(FINANCE, 4)]


def test_a_month_that_is_reported_already_is_said_first(report: Store) -> None:
    before = importing.preview(report, titled(), "ก่อน.xlsx", importing.office_day(report))
    importing.apply(report, before, COORDINATOR)
    same = _(
        "This month is reported already: {same} of {total} rows are the same. Is it last month's file? Then choose "
        "the right month above."
    )
    again = file_said(uploaded("อีกครั้ง.xlsx", workbook([TITLE], [], TITLED, *ROWS)))
    assert same.format(same=2, total=2) in again
    changed = file_said(uploaded("แก้.xlsx", workbook([TITLE], TITLED, ROWS[0], ("4.2", "", "ดำเนินการแล้ว", "ข"))))
    text = _("This month is reported already: {differ} of {total} rows differ, {same} are the same.")
    assert text.format(differ=1, total=2, same=1) in changed


@pytest.mark.usefixtures("report")
def test_another_section_than_the_persons_own_is_said() -> None:
    app = opened("imports")
    app.session_state["actor"] = Actor("สมชาย", ActorRole.SECTION_STAFF, WORKS)
    app.file_uploader[0].upload("รายงาน.xlsx", titled())
    warning = _("This isn't your own section, {section}.").format(section=WORKS)
    assert warning in file_said(app.run())
    assert warning not in file_said(change(app, f"0 section {WORKS}"))


def test_nothing_is_saved_before_every_question_is_answered_or_set_aside(report: Store) -> None:
    made = load_workbook(BytesIO(titled()))
    second = made.create_sheet("อื่น _ๆ_ #1")
    for row in (TITLED, ("1.1", "", "ดำเนินการแล้ว", "ค")):
        second.append(row)
    app = introduce(uploaded("สองแผ่น.xlsx", saved(made)))
    assert app.button(key="apply").disabled
    assert _("answer the questions above ({number})").format(number=2) in bar(app)
    assert "อื่น _ๆ_ #1" in file_said(app)
    assert r"อื่น \_ๆ\_ \#1" in keyed(app.selectbox, "context").label
    app = change(app, f"1 section {WORKS}")
    assert _("answer the questions above ({number})").format(number=1) in bar(app)
    keyed(app.selectbox, "context").select("")
    app = press(app, _("Read the file with these answers"))
    assert _("these rows are left out") in file_said(app)
    app.button(key="apply").click().run()
    assert reviews(report) == [("4.1", FINANCE, 3), ("4.2", FINANCE, 3)]


def test_the_receipt_gives_back_the_rows_left_out_to_be_mended_and_sent_again(report: Store) -> None:
    bad = ("4.3", FINANCE, "ธ.ค. 67", "เสร็จ_เกือบหมด_")
    app = introduce(uploaded("ธ.ค.xlsx", workbook(HEADERS, *OWN, bad)))
    assert bar(app).startswith(
        _("{records} records will be written; {rows} rows are left out.").format(records=2, rows=1)
    )
    app.button(key="apply").click().run()
    said = _("{number} rows were left out: {places}{more}. Download them, mend them, and upload them again.")
    assert [warning.value for warning in app.warning] == [said.format(number=1, places=r"Sheet · A4", more="")]
    receipt: Receipt = app.session_state["receipt"]
    made = load_workbook(BytesIO(left_out_workbook(receipt.left_out)))
    assert made.worksheets[0]["E2"].value == bad[3]
    made.worksheets[0]["E2"] = "ดำเนินการแล้ว"
    app.file_uploader[0].upload("แก้แล้ว.xlsx", saved(made))
    app.run().button(key="apply").click().run()
    assert reviews(report) == [("4.1", FINANCE, 3), ("4.2", FINANCE, 3), ("4.3", FINANCE, 3)]
    assert not app.warning


@pytest.mark.usefixtures("report")
def test_what_was_said_of_a_column_for_one_file_is_listed_and_can_be_taken_back() -> None:
    headers = (*HEADERS[:3], "ไปถึงไหน_แล้ว_นะ")
    app = uploaded("ธ.ค.xlsx", workbook(headers, *OWN))
    keyed(app.selectbox, "column-0").select("status")
    app = press(app, _("Read the file with these answers"))
    assert "ไปถึงไหน_แล้ว_นะ" in file_said(app)
    assert counts(app)[label("action", "added")] == "2"
    assert keyed(change(app, "back 0").selectbox, "column-0")


@pytest.mark.usefixtures("report")
def test_of_very_many_parts_the_first_are_listed() -> None:
    sections = (FINANCE, WORKS, "ฝ่ายทะเบียน", "ฝ่ายปกครอง", "ฝ่ายเทศกิจ", "ฝ่ายรายได้")
    months = [month_label(month.first_day) for month in months_of(2568)]
    bands = [([f"{section} ประจำเดือน {month}"], ROWS[0]) for section in sections for month in months]
    app = uploaded("ยาว.xlsx", workbook(TITLED, *(row for band in bands for row in band)))
    assert len([name for name in chosen(app) if name.endswith("month")]) == MOST_LINES
    assert _("{number} more parts aren't listed.").format(number=len(bands) - MOST_LINES) in file_said(app)


@pytest.mark.usefixtures("report")
def test_the_three_steps_say_where_one_is() -> None:
    assert step(opened("imports")) == _("Choose a file")
    app = introduce(uploaded("รายงาน.xlsx", titled()))
    assert step(app) == _("Look it over")
    assert step(app.button(key="apply").click().run()) == _("Save")


@pytest.mark.usefixtures("report")
def test_a_second_file_starts_clean() -> None:
    app = introduce(uploaded("รายงาน.xlsx", titled())).button(key="apply").click().run()
    app.file_uploader[0].upload("ซ้ำ.xlsx", titled())
    keyed(app.run().get("button_group"), "actions").set_value(["unchanged"]).run()
    app = change(app, "0 month 2025-01")
    app.file_uploader[0].upload("ใหม่.xlsx", workbook([TITLE], TITLED, ROWS[0], ("4.2", "", "ดำเนินการแล้ว", "ข")))
    app.run()
    assert chosen(app)["0 month"] == "2024-12"
    assert counts(app)[label("action", "changed")] == "1"
    assert keyed(app.get("button_group"), "actions").value == ["changed"]


@pytest.mark.usefixtures("report")
def test_the_form_to_fill_in_stands_below_the_preview_once_a_file_is_chosen() -> None:
    title = _("Download a monthly workbook to fill in")
    assert [each.label for each in opened("imports").expander] == [title]
    app = uploaded("ธ.ค.xlsx", workbook(HEADERS, *OWN, ("4.3", FINANCE, "ธ.ค. 67", "เสร็จเกือบหมด")))
    assert [each.label for each in app.expander][-1] == title


def chosen(app: AppTest) -> dict[str, str]:
    """What may be changed in the parts of the file, with what is chosen."""
    return {str(each.get("data-choose")): option(each) for each in answers(app, "desk-file").iter("select")}


def option(choice: ElementTree.Element) -> str:
    return next(str(each.get("value")) for each in choice if each.get("selected"))


def change(app: AppTest, pressed: str) -> AppTest:
    """Choose something for a part of the file, or take an answer back."""
    app.session_state["desk-file"] = {"pressed": pressed}
    app.run()
    # A browser tells of a press once.
    app.session_state["desk-file"] = {"pressed": None}
    return app


def step(app: AppTest) -> str:
    """The step that is marked."""
    steps = next(html.value for html in app.html if 'class="steps"' in html.value)
    (marked,) = (each for each in ElementTree.fromstring(steps) if each.get("aria-current") == "step")
    return " ".join("".join(marked.itertext()).split()[1:])
