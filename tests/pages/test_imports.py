"""The import desk: what a file holds and changes is shown first, and written only when a person says so."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.errors import StalePlan
from ita_data.model.records import Rules
from ita_data.services import clock, deciding, history, importing, looking, opening
from ita_data.services.opening import Store
from tests.imports.made_files import workbook
from tests.offices import COORDINATOR, REPORT, report_of
from tests.pages.apps import introduce, opened, tables

NAME = "เจ้าหน้าที่ธุรการ"
HEADS = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
GOOD_ROW = ("1.1", "ฝ่ายปกครอง", "ต.ค. 67", "ดำเนินการแล้ว")
BAD_ROW = ("1.2", "ฝ่ายปกครอง", "ต.ค. 67", "เสร็จเกือบหมด")


def test_a_report_is_shown_before_anything_is_written(empty: Store) -> None:
    app = uploaded("report.txt", REPORT.read_bytes())
    found = importing.preview(empty, REPORT.read_bytes(), "report.txt", clock.today())
    assert found.changes
    assert counts(app) == {label("action", action): f"{n:,}" for action, n in found.changes.counts().items()}
    assert len(app.dataframe[0].value) == len(found.changes.writes)
    assert len(tables(app)[0]) == 1 + len(found.reading.problems)
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
    for part in (str(batch.id), NAME, f"{batch.added:,}", "report.txt", batch.origin.sha256[:12]):
        assert part in app.success[0].value
    heads, row = tables(opened("history"))[0]
    for head, begins in (("What", "report.txt"), ("By", NAME), ("New", f"{batch.added:,}")):
        assert row[heads.index(_(head))].startswith(begins)


def test_after_the_receipt_the_desk_is_free_for_the_next_file(empty: Store) -> None:
    app = introduce(uploaded("report.txt", REPORT.read_bytes())).button(key="apply").click().run()
    assert not app.file_uploader[0].value
    assert not app.metric
    assert len(history.batches(empty)) == 1


@pytest.mark.usefixtures("report")
def test_the_same_report_again_has_nothing_to_change() -> None:
    app = introduce(uploaded("report.txt", REPORT.read_bytes()))
    assert [info.value for info in app.info] == [
        _("Everything in this file is already here. There is nothing to change.")
    ]
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
    heads, *problems = tables(app)[0]
    refusal = dict(zip(heads, problems[0], strict=True))
    assert refusal[_("Place")] == _("Whole file")
    assert is_thai(refusal[_("What is wrong")])
    assert is_thai(refusal[_("How to mend it")])
    assert "apply" not in [button.key for button in app.button]
    assert opening.revision(report) == before


def test_an_unknown_status_is_named_with_its_cell_and_the_other_rows_go_on(report: Store) -> None:
    before = opening.revision(report)
    app = uploaded("ต.ค.xlsx", workbook(HEADS, GOOD_ROW, BAD_ROW))
    assert app.warning[0].value == _("Some rows can't be taken; the others can.")
    heads, *problems = tables(app)[0]
    problem = dict(zip(heads, problems[0], strict=True))
    assert problem[_("Place")].endswith("D3")
    assert BAD_ROW[3] in problem[_("What is wrong")]
    assert is_thai(problem[_("How to mend it")])
    assert counts(app)[label("action", "added")] == "1"
    assert opening.revision(report) == before


def test_a_change_by_somebody_else_in_between_refuses_the_preview(report: Store) -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADS, GOOD_ROW)))
    change_due_day(report, 10)
    before = opening.revision(report)
    app.button(key="apply").click().run()
    assert [error.value for error in app.error] == [str(StalePlan())]
    assert opening.revision(report) == before
    assert not reviews(report)


def test_a_refused_preview_is_read_anew_and_can_then_be_applied(report: Store) -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADS, GOOD_ROW)))
    change_due_day(report, 10)
    app.button(key="apply").click().run()
    assert counts(app)[label("action", "added")] == "1"
    app.button(key="apply").click().run()
    assert not app.error
    assert reviews(report) == [("1.1", "ฝ่ายปกครอง", 1)]


def test_the_day_a_file_came_decides_whether_its_reviews_are_in_time(report: Store) -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADS, GOOD_ROW)))
    app.date_input(key="received-on").set_value(date(2024, 11, 4)).run()
    app.button(key="apply").click().run()
    assert history.batches(report)[0].origin.received_on == date(2024, 11, 4)
    assert opened("overview").metric[2].delta.startswith("1/")


def uploaded(name: str, data: bytes) -> AppTest:
    """The import desk after somebody gave it a file."""
    app = opened("imports")
    app.file_uploader[0].upload(name, data)
    return app.run()


def counts(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def change_due_day(store: Store, due_day: int) -> None:
    plan = opening.plans(store)[0]
    deciding.change_rules(store, plan.organisation, plan.fiscal_year, Rules(due_day=due_day), COORDINATOR)


def reviews(store: Store) -> list[tuple[str, str, int]]:
    plan = opening.plans(store)[0]
    found = looking.snapshot(store, plan.organisation, plan.fiscal_year).reviews
    return [tuple(row) for row in found[["measure", "section", "month"]].values.tolist()]


def is_thai(text: str) -> bool:
    return any("ก" <= letter <= "๛" for letter in text)
