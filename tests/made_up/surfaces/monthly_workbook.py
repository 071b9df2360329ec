"""A field in the workbook that a section downloads, fills in and sends back."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from ita_data.exports.monthly import monthly_workbook
from ita_data.exports.monthly_form import column_letter
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.model.monthly_template import GUIDANCE
from tests.imports.layouts.monthly.small_workbooks import PLAN, RECEIVED, REVIEW, reviews
from tests.made_up.fields import MADE_UP, MadeUp
from tests.made_up.surfaces import EVERY_FIELD, EVERY_VALUE, holding
from tests.plans import ADMINISTRATION


@EVERY_FIELD
def test_it_has_a_column_with_what_was_reported(field: MadeUp) -> None:
    sheet = load_workbook(BytesIO(made(field))).worksheets[0]
    letter = column_letter(field.name)
    assert [cell.value for cell in sheet[letter] if cell.value is not None][0] == field.header
    assert values(sheet, letter)[-1] == field.value
    assert not sheet[f"{letter}{sheet.max_row}"].protection.locked


def test_a_number_that_was_reported_before_stands_beside_the_blank_answers() -> None:
    (field,) = (field for field in MADE_UP if field.kind == "WHOLE_NUMBER")
    sheet = load_workbook(BytesIO(made(field, month=5))).worksheets[0]
    assert f"{field.header}: {field.shown}" in values(sheet, column_letter("previous_result"))[-1]


@EVERY_FIELD
def test_it_comes_back_as_it_was_sent(field: MadeUp) -> None:
    known = Known(plans={(PLAN.organisation, 2568): PLAN}, today=RECEIVED, received_on=RECEIVED)
    assert holding(REVIEW, field) in reviews(read(made(field), "book.xlsx", known))


@EVERY_VALUE
def test_it_checks_what_is_typed(field: MadeUp) -> None:
    sheet = load_workbook(BytesIO(made(field))).worksheets[0]
    checked = " ".join(str(rule.sqref) for rule in sheet.data_validations.dataValidation)
    assert column_letter(field.name) in checked


@EVERY_FIELD
def test_its_guidance_says_how_to_fill_it_in(field: MadeUp) -> None:
    guidance = load_workbook(BytesIO(made(field)))[GUIDANCE]
    assert (field.header, f"กรอก {field.name}", "ตัวอย่าง") in list(guidance.values)


def made(field: MadeUp, month: int = 4) -> bytes:
    """The workbook of a month, where one measure was reported on in January, the fourth one."""
    return monthly_workbook(replace(PLAN, reviews=(holding(REVIEW, field),)), ADMINISTRATION, month)


def values(sheet: Any, letter: str) -> list[Any]:
    values = [cell.value for cell in sheet[letter] if cell.value is not None]
    return [value.date() if hasattr(value, "date") else value for value in values]
