"""What a page says first, for the command line: the finding, its figures, and what is to be decided."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ita_data.findings import Counted, Figure, finding, four_figures, to_decide
from ita_data.language import gettext as _

ANSWERING = ("overview", "sections", "months")
"""The pages that say how the month stands."""
DECIDING = ("overview",)
"""Those that say what is to be decided too."""


def answers_of(page: str, counted: Counted) -> dict[str, Any]:
    """The finding, the figures and the matters of a page as plain values."""
    if page not in ANSWERING:
        return {}
    matters = to_decide(counted) if page in DECIDING else []
    return {
        "finding": finding(counted),
        "figures": [asdict(figure) for figure in four_figures(counted)],
        "to_decide": [{"title": matter.title, "reason": matter.reason} for matter in matters],
    }


def answers_in_words(page: str, counted: Counted) -> Iterator[str]:
    """The same, one line for each."""
    if page not in ANSWERING:
        return
    yield finding(counted)
    yield ""
    yield from map(_figure, four_figures(counted))
    if page in DECIDING:
        yield from _to_decide(counted)


def _to_decide(counted: Counted) -> Iterator[str]:
    matters = to_decide(counted)
    yield ""
    yield _("To decide") if matters else _("Nothing waits for a decision.")
    yield from (f"  {matter.title} · {matter.reason}" for matter in matters)


def _figure(figure: Figure) -> str:
    change = "" if figure.points is None else f"{figure.points:+d}"
    beside = f"{figure.beside} {change}".strip()
    return f"{figure.name}: {figure.value} ({' · '.join(filter(None, (figure.of, beside, figure.more)))})"
