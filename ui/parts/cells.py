"""The cells of one measure and month, section by section."""

from collections.abc import Hashable, Mapping
from typing import Any

import streamlit as st

from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.field_labels import field_label
from ui.look.look import Look
from ui.parts.counted import Reasons, reasons, state_and_reason
from ui.parts.reviews import listed_headers, listed_texts
from ui.parts.tables import text_table


def show_cells(look: Look, measure: str, month: int) -> None:
    """The reviews on a measure for a month, and whose are missing."""
    cells = look.figures.rows("expected_cells")
    mine = [cell for cell in cells if (cell["measure"], cell["month"]) == (measure, month)]
    reviews = _reviews(look, measure, month)
    why = reasons(look)
    st.text(look.facts.texts[measure])
    text_table(
        [
            _("Section"),
            _("Role"),
            _("State"),
            _("Due on"),
            _("Received on"),
            *listed_headers(),
            field_label("note"),
        ],
        [_cell_row(cell, reviews.get(cell["section"]), why) for cell in mine],
    )


def _reviews(look: Look, measure: str, month: int) -> dict[str, Mapping[Hashable, Any]]:
    """What each section reported on a measure for a month."""
    reviews = look.stored.reviews
    found = reviews[(reviews["measure"] == measure) & (reviews["month"] == month)].to_dict("records")
    return {review["section"]: review for review in found}


def _cell_row(cell: Mapping[Any, Any], review: Mapping[Any, Any] | None, why: Reasons) -> list[str]:
    header = [cell["section"], label("role", cell["role"]), state_and_reason(cell, why), date_label(cell["due_on"])]
    received = date_label(review["received_on"]) if review else "–"
    return [*header, received, *listed_texts(review), review["note"] if review else "–"]
