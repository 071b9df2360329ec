"""What a page says first, for the command line: the finding, its figures, and what is to be decided."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ita_data.findings import (
    Counted,
    Decided,
    Figure,
    decided_figures,
    decided_finding,
    finding,
    four_figures,
    heading_figures,
    heading_finding,
    to_decide,
)
from ita_data.language import gettext as _

ANSWERING = ("overview", "sections", "months")
"""The pages that say how the month stands."""
DECIDING = ("overview", "director")
"""Those that say what is to be decided too."""
OF_ORDERS = ("director",)
"""Those that say how many matters wait, and how many orders are open."""
NARROWED = ("indicators",)
"""Those that say how one indicator or initiative stands, once one is named."""


def answers_of(page: str, counted: Counted, heading: str | None = None, found: Decided | None = None) -> dict[str, Any]:
    """What a page says first as plain values.

    `heading` is the code to which `counted` is narrowed, if it is; `found` is what was decided, for `OF_ORDERS`.
    """
    said = _said(page, counted, heading, found)
    if said is None:
        return {}
    sentence, figures = said
    matters = to_decide(counted) if page in DECIDING else []
    return {
        "finding": sentence,
        "figures": [asdict(figure) for figure in figures],
        "to_decide": [{"title": matter.title, "reason": matter.reason} for matter in matters],
    }


def answers_in_words(
    page: str, counted: Counted, heading: str | None = None, found: Decided | None = None
) -> Iterator[str]:
    """The same, one line for each."""
    said = _said(page, counted, heading, found)
    if said is None:
        return
    sentence, figures = said
    yield sentence
    yield ""
    yield from map(_figure, figures)
    if page in DECIDING:
        yield from _to_decide(counted)


def _said(
    page: str, counted: Counted, heading: str | None, found: Decided | None
) -> tuple[str, tuple[Figure, ...]] | None:
    """The finding and the figures of a page, if it has any."""
    if found:
        return decided_finding(counted, found), decided_figures(counted, found)
    if page in NARROWED and heading:
        return heading_finding(counted, heading), heading_figures(counted)
    return (finding(counted), four_figures(counted)) if page in ANSWERING else None


def _to_decide(counted: Counted) -> Iterator[str]:
    matters = to_decide(counted)
    yield ""
    yield _("To decide") if matters else _("Nothing waits for a decision.")
    yield from (f"  {matter.title} · {matter.reason}" for matter in matters)


def _figure(figure: Figure) -> str:
    change = "" if figure.points is None else f"{figure.points:+d}"
    beside = f"{figure.beside} {change}".strip()
    return f"{figure.name}: {figure.value} ({' · '.join(filter(None, (figure.of, beside, figure.more)))})"
