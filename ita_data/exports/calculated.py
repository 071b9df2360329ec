"""What the formulas of a workbook came to, kept when openpyxl writes the workbook anew without it."""

from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring, tostring

_SHARED_TEXT = "s"

Answers = Mapping[str, tuple[str, str]]
"""By address, the type and value of a formula's answer as a sheet's XML holds them."""


def answers_in(data: bytes) -> dict[str, Answers]:
    """The answers of all formulas in a workbook, by the name of their sheet."""
    reader = ExcelReader(BytesIO(data), read_only=True)
    reader.read()
    with reader.archive as archive:
        return {sheet.name: _answers(archive, relation.target) for sheet, relation in reader.parser.find_sheets()}


def with_answers(file: bytes, workbook: Workbook, answers: Mapping[str, Answers]) -> bytes:
    """The file that was written of a workbook, each formula with its answer."""
    parts = {sheet.path[1:]: answers[sheet.title] for sheet in workbook.worksheets if answers.get(sheet.title)}
    if not parts:
        return file
    answered = BytesIO()
    with ZipFile(BytesIO(file)) as source, ZipFile(answered, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            target.writestr(part, _answered(content, parts[part.filename]) if part.filename in parts else content)
    return answered.getvalue()


def _answers(archive: ZipFile, part: str) -> Answers:
    found: dict[str, tuple[str, str]] = {}
    with archive.open(part) as source:
        for _event, element in iterparse(source):
            if _name(element) == "row":
                found |= {cell.get("r", ""): _answer(cell) for cell in element.findall("{*}c[{*}f]")}
                element.clear()
    return {address: answer for address, answer in found.items() if answer[1] and answer[0] != _SHARED_TEXT}


def _answer(cell: Element) -> tuple[str, str]:
    return cell.get("t", ""), cell.findtext("{*}v", "")


def _answered(part: bytes, answers: Answers) -> bytes:
    sheet = fromstring(part)
    for cell in sheet.iter(f"{{{SHEET_MAIN_NS}}}c"):
        value = cell.find(f"{{{SHEET_MAIN_NS}}}v")
        if cell.get("r") in answers and value is not None and cell.find(f"{{{SHEET_MAIN_NS}}}f") is not None:
            kind, value.text = answers[cell.get("r")]
            if kind:
                cell.set("t", kind)
    return bytes(tostring(sheet))


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
