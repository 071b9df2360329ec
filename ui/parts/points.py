"""The points of an assessment as they are published."""

from decimal import Decimal

from ita_data.model.scores import published


def points_label(points: Decimal | None) -> str:
    """Points as they are published, a dash where none are known."""
    return "–" if points is None else f"{published(points):.2f}"
