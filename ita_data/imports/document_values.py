"""The names and values that a Word document of our own carries in a part that Word keeps and doesn't show."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from ita_data.imports.grid import Cell, Grid, place_at
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.model.monthly_template import ORIGIN, VALUES_NAMESPACE


def carried_values(document: Document) -> tuple[Grid, ...]:
    """A hidden grid such as our workbooks have, a name and a value in each row; none in any other document."""
    parts = [each.target_part for each in document.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.CUSTOM_XML]
    namespace = VALUES_NAMESPACE.encode()
    roots = [parse_xml(part.blob) for part in parts if namespace in part.blob]
    values = [value for root in roots for value in root.iter(f"{{{VALUES_NAMESPACE}}}value")]
    rows = [
        (_cell(row, 1, value.get("name", "")), _cell(row, 2, value.text or "")) for row, value in enumerate(values, 1)
    ]
    return (Grid(ORIGIN, tuple(rows), hidden=True),) if rows else ()


def _cell(row: int, column: int, text: str) -> Cell:
    place = place_at(ORIGIN, row, column)
    return Cell(place, place, paragraphs_of(text), text)
