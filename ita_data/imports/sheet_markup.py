"""What the XML of an Excel sheet says beside its values, and how far out a sheet may reach."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from openpyxl.packaging.relationship import get_dependents, get_rels_path

from ita_data.imports.grid import TooLarge
from ita_data.language import gettext as _

MAX_ROWS = 20_000
MAX_COLUMNS = 100
"""How far out a cell with content may stand; a year's workbook of a whole office needs a third of the rows."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class Markup:
    """Merged ranges as they are written, and by address the formulas that have no value and the targets of links."""

    merged: list[str] = field(default_factory=list)
    uncalculated: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


def markup_of(archive: ZipFile, part: str, sheet: str) -> Markup:
    """The markup of a sheet, whose XML is this part of the workbook. Raises TooLarge."""
    markup = Markup()
    with archive.open(part) as source:
        for _event, element in iterparse(source):
            match element.tag.rpartition("}")[2]:
                case "row":
                    _read_row(element, markup, sheet)
                    element.clear()
                case "mergeCell":
                    markup.merged.append(element.get("ref", ""))
                case "hyperlink":
                    markup.links[element.get("ref", "").partition(":")[0]] = element.get(_RELATION, "")
    targets = _targets(archive, part)
    markup.links = {address: targets[relation] for address, relation in markup.links.items() if relation in targets}
    return markup


def too_far(sheet: str) -> TooLarge:
    """The refusal of a sheet that has something beyond the limits."""
    reason = _("sheet “{sheet}” has something beyond row {rows} or column {columns}")
    return TooLarge(reason.format(sheet=sheet, rows=MAX_ROWS, columns=MAX_COLUMNS))


def _targets(archive: ZipFile, part: str) -> dict[str, str]:
    relations = get_rels_path(part)
    if relations not in archive.namelist():
        return {}
    return {relation.Id: relation.Target for relation in get_dependents(archive, relations)}


def _read_row(row: Element, markup: Markup, sheet: str) -> None:
    if int(row.get("r", 0)) > MAX_ROWS and row.find("{*}c/*") is not None:
        raise too_far(sheet)
    for cell in row.findall("{*}c[{*}f]"):
        # An empty value of type "str" is a formula's answer; any other empty value was never calculated.
        if not cell.findtext("{*}v") and cell.get("t") != "str":
            markup.uncalculated[cell.get("r", "")] = f"={cell.findtext('{*}f')}"
