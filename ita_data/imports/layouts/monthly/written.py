"""A cell's text as people wrote it."""

from ita_data.imports.grid import Cell, Listing


def written(cell: Cell) -> str:
    """The text with its lines and bullets."""
    lines = [f"- {entry.text}" if entry.listing is Listing.BULLETED else entry.text for entry in cell.paragraphs]
    return "\n".join(lines)


def with_link(cell: Cell) -> str:
    """The same with the address that the cell leads to, unless the text says it."""
    text = written(cell)
    return text if cell.link in text else f"{text}\n{cell.link}"
