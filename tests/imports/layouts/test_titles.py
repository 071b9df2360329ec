import pytest

from ita_data.imports.layouts.titles import fiscal_year_in, organisation_in
from tests.imports.layouts.small_reports import column


@pytest.mark.parametrize(
    "line",
    [
        "สำนักงานเขตบางกอกน้อย",
        "ของสำนักงานเขตบางกอกน้อย กรุงเทพมหานคร",
        "สำนักงานเขตบางกอกน้อย ประจำปีงบประมาณ พ.ศ. 2568",
        "สำนักงานเขตบางกอกน้อยประจำปีงบประมาณ พ.ศ. 2568",
        "มาตรการภายในสำนักงานเขตบางกอกน้อย ปีงบประมาณ 2568",
        "รายงานผล\nของสำนักงานเขตบางกอกน้อย",
    ],
)
def test_the_district_office_is_named_in_the_title(line: str) -> None:
    assert organisation_in(column("รายงานผลการดำเนินการ", line)) == "สำนักงานเขตบางกอกน้อย"


@pytest.mark.parametrize(
    "line", ["ของเทศบาลนครตัวอย่าง", "หน่วยงาน: เทศบาลนครตัวอย่าง", "ของเทศบาลนครตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2568"]
)
def test_another_office_stands_behind_its_label(line: str) -> None:
    assert organisation_in(column("รายงานผลการดำเนินการ", line)) == "เทศบาลนครตัวอย่าง"


@pytest.mark.parametrize("line", ["สำนักงานเขต บางกอกน้อย", "สํ\u0e32นักงานเขตบางกอกน้อย", "ส านักงานเขตบางกอกน้อย"])
def test_an_office_that_is_known_is_named_as_it_is_known(line: str) -> None:
    offices = ("สำนักงานเขตดุสิต", "สำนักงานเขตบางกอกน้อย")
    assert organisation_in(column("รายงานผลการดำเนินการ", line), offices) == "สำนักงานเขตบางกอกน้อย"


@pytest.mark.parametrize("line", ["ของฝ่ายปกครอง", "หน่วยงาน: ฝ่ายปกครอง", "หน่วยงานที่รับผิดชอบ: ฝ่ายปกครอง", "หน่วยงาน:"])
def test_a_section_is_no_office(line: str) -> None:
    assert organisation_in(column(line)) == ""


@pytest.mark.parametrize("line", ["รายงานผลการดำเนินการ", "สำนักงานเขต ประจำปีงบประมาณ พ.ศ. 2568", ""])
def test_a_title_may_name_no_office(line: str) -> None:
    assert organisation_in(column(line)) == ""


@pytest.mark.parametrize(
    "line",
    [
        "ประจำปีงบประมาณ พ.ศ. 2568",
        "ปีงบประมาณ พ.ศ.2568",
        "ปีงบประมาณ 2568",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
        "ประจำปีงบประมาณ 2025",
    ],
)
def test_the_fiscal_year_is_a_buddhist_one(line: str) -> None:
    assert fiscal_year_in(column("พ.ศ. 2561", line)) == 2568


@pytest.mark.parametrize("line", ["รายงานปี 2568", "ประจำปีงบประมาณ พ.ศ. …", "ปีงบประมาณ 9999", "ปีงบประมาณ 2468", ""])
def test_a_title_may_name_no_fiscal_year(line: str) -> None:
    assert fiscal_year_in(column(line)) is None
