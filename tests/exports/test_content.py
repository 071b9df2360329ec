from dataclasses import replace

from ita_data.exports.content import SAMPLE_LINE, Cell, Table, report_tables
from ita_data.model.records import Assignment, Measure, Records, Role

CODE, ISSUE, MEASURES, OUTCOMES, RESPONSIBLE, FOLLOW_UP = range(6)


def main_table(records: Records) -> Table:
    return report_tables(records).tables[0]


def cells(table: Table, column: int) -> list[tuple[int, int, str]]:
    """The first row, number of rows and first line of each cell of a column."""
    found = [cell for cell in table.cells if cell.column == column and not cell.is_heading]
    return [(cell.row, cell.rows, cell.lines[0]) for cell in found]


def test_the_title_names_the_office_and_the_fiscal_year(plan: Records) -> None:
    assert report_tables(plan).title[-2:] == ("ประจำปีงบประมาณ พ.ศ. 2568", "ของสำนักงานเขตตัวอย่าง")


def test_invented_data_say_so_above_the_table(plan: Records) -> None:
    assert SAMPLE_LINE in report_tables(replace(plan, is_sample=True)).title


def test_a_heading_over_all_columns_stands_before_each_indicator(plan: Records) -> None:
    headings = [cell for cell in main_table(plan).cells if cell.is_heading]
    assert headings[0] == Cell(("ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน",), 0, 0, columns=6, is_heading=True)
    assert [heading.row for heading in headings] == [0, 5, 8]


def test_every_item_has_its_row_and_many_alike_share_one(plan: Records) -> None:
    assert cells(main_table(plan), CODE) == [
        (1, 2, "E1"),
        (3, 1, "E2"),
        (4, 1, "E3"),
        (6, 1, "E5"),
        (7, 1, "E6"),
        (9, 1, "O1 - O17"),
    ]


def test_items_whose_codes_do_not_count_on_keep_their_rows(plan: Records) -> None:
    items = tuple(item for item in plan.items if item.code != "O3")
    codes = [code for _, _, code in cells(main_table(replace(plan, items=items)), CODE)]
    assert codes[-3:] == ["O1", "O2", "O4 - O17"]


def test_an_issue_and_measures_that_items_share_are_merged_over_their_rows(plan: Records) -> None:
    table = main_table(plan)
    assert (6, 2, "ประชาสัมพันธ์ไม่เพียงพอ") in cells(table, ISSUE)
    assert (6, 2, "1. จัดทำคู่มือ E-service") in cells(table, MEASURES)


def test_measures_in_different_charge_have_rows_of_their_own(plan: Records) -> None:
    table = main_table(plan)
    assert cells(table, MEASURES)[:3] == [
        (1, 1, "1. เน้นย้ำมาตรฐานการให้บริการ"),
        (2, 1, "2. เผยแพร่คู่มือ"),
        (3, 1, "3. ประชาสัมพันธ์ E-service"),
    ]
    assert cells(table, RESPONSIBLE)[:2] == [(1, 1, "ฝ่ายการคลัง/ ทุกฝ่าย"), (2, 3, "ฝ่ายปกครอง")]


def responsible_for(plan: Records, *roles: Role) -> str:
    """What the report says where these are the roles of the sections of measure 8.1, in this order."""
    sections = ("ฝ่ายการคลัง", "ฝ่ายปกครอง")
    mine = [Assignment("8.1", section, role) for section, role in zip(sections, roles, strict=False)]
    others = [each for each in plan.assignments if each.measure != "8.1"]
    table = main_table(replace(plan, assignments=(*others, *mine)))
    (found,) = [text for row, _, text in cells(table, RESPONSIBLE) if row == 6]
    return found


def test_roles_are_named_where_the_first_section_alone_does_not_lead(plan: Records) -> None:
    assert responsible_for(plan, Role.SUPPORTING, Role.LEAD) == "ฝ่ายปกครอง/ ฝ่ายการคลัง"
    assert responsible_for(plan, Role.LEAD, Role.LEAD) == "ฝ่ายการคลัง (หลัก)/ ฝ่ายปกครอง (หลัก)"
    assert responsible_for(plan, Role.SUPPORTING) == "ฝ่ายการคลัง (ร่วม)"


def test_outcomes_and_follow_up_stand_for_the_whole_indicator(plan: Records) -> None:
    table = main_table(plan)
    assert cells(table, OUTCOMES) == [(1, 4, "1. ประชุมข้าราชการและลูกจ้าง"), (6, 2, "1. เผยแพร่คู่มือ E-service แล้ว")]
    assert cells(table, FOLLOW_UP)[0] == (1, 4, "ทุกเดือน")


def test_detail_stands_under_its_text_as_bullets(plan: Records) -> None:
    measures = [cell.lines for cell in main_table(plan).cells if cell.column == MEASURES]
    assert ("2. เผยแพร่คู่มือ", "- ทางเว็บไซต์", "- = ณ จุดบริการ") in measures


def test_measures_that_answer_no_item_come_before_the_items(plan: Records) -> None:
    loose = Measure("9.2", 9, None, 9, "ติดตามทั้งตัวชี้วัด")
    table = main_table(replace(plan, measures=(*plan.measures, loose)))
    assert cells(table, MEASURES)[-2:] == [(9, 1, "2. ติดตามทั้งตัวชี้วัด"), (10, 1, "1. มอบหมายเจ้าหน้าที่ผู้รับผิดชอบ")]
    assert cells(table, CODE)[-1] == (10, 1, "O1 - O17")


def test_an_initiative_has_a_row_for_each_measure_under_one_name(plan: Records) -> None:
    initiatives = report_tables(plan).tables[1]
    assert cells(initiatives, 0) == [(0, 2, "มาตรการยกระดับคุณธรรม")]
    assert cells(initiatives, 1) == [(0, 1, "1. แต่งตั้งคณะกรรมการ"), (1, 1, "2. ประชุมวิเคราะห์ผล")]
    assert cells(initiatives, 2) == [(0, 2, "ภาพการประชุม")]


def test_a_plan_without_initiatives_has_one_table(plan: Records) -> None:
    assert len(report_tables(replace(plan, initiatives=())).tables) == 1


def test_no_two_cells_overlap(plan: Records) -> None:
    for table in report_tables(plan).tables:
        taken = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert len(taken) == len(set(taken))
        assert max(row for row, _ in taken) == table.height - 1
