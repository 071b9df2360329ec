"""A year's assessment scores: of 100 or weighted, their total, and the band that the rules in bands.toml give.

Points are compared as they are published, with two decimals, halves rounded up; they are kept with four, for a weighted
figure of two decimals comes back only then.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from ita_data.model.score import WHOLE_OFFICE, Band, Score

_RULES: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "bands.toml").read_text(encoding="utf-8"))

WEIGHTS: Mapping[str, int] = _RULES["weights"]
"""How many points of the total each instrument can give."""
INSTRUMENTS = tuple(WEIGHTS)
LEAST_DIFFERENCE = Decimal("0.01")
"""Two totals that differ by no more were only rounded at different places."""

_KEPT, _PUBLISHED = Decimal("0.0001"), Decimal("0.01")

Points = Mapping[str, Decimal]
"""Points of 100, by instrument, number of an indicator, or `WHOLE_OFFICE`."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What came of a year's assessment, and the office's official band as somebody entered it."""

    fiscal_year: int
    points: Points
    official_band: Band | None = None

    @property
    def official_total(self) -> Decimal | None:
        """The total as published."""
        return self.points.get(WHOLE_OFFICE)

    @property
    def total(self) -> Decimal | None:
        """The total as computed from the instruments."""
        return weighted_total(self.points)

    @property
    def band(self) -> Band | None:
        """The band as computed by the rules."""
        return band_of(self.fiscal_year, self.points)

    @property
    def has_other_band(self) -> bool:
        """Whether the official band is another one than the rules give."""
        return None not in (self.band, self.official_band) and self.band is not self.official_band

    @property
    def has_other_total(self) -> bool:
        """Whether the official total is another one than the instruments come to."""
        if self.total is None or self.official_total is None:
            return False
        return abs(self.total - self.official_total) > LEAST_DIFFERENCE


def assessment_of(fiscal_year: int, scores: Iterable[Score]) -> Assessment:
    """What the scores of a fiscal year come to."""
    mine = [score for score in scores if score.fiscal_year == fiscal_year]
    points = {score.subject: score.value for score in mine if score.value is not None}
    return Assessment(fiscal_year, points, next((score.band for score in mine if score.band), None))


def kept(points: Decimal) -> Decimal:
    """Points as the store keeps them, with four decimals."""
    return points.quantize(_KEPT, ROUND_HALF_UP)


def published(points: Decimal) -> Decimal:
    """Points as they are published and compared, with two decimals: 84.995 is 85.00."""
    return points.quantize(_PUBLISHED, ROUND_HALF_UP)


def can_be_weighted(points: Points) -> bool:
    """Whether figures of instruments may be weighted ones: none is more than its instrument can give."""
    return all(value <= WEIGHTS[instrument] for instrument, value in points.items() if instrument in WEIGHTS)


def from_weighted(points: Points) -> dict[str, Decimal]:
    """Weighted figures of instruments as points of 100: 26.53 of IIT's 30 is 88.4333."""
    return {instrument: kept(value * 100 / WEIGHTS[instrument]) for instrument, value in points.items()}


def weighted_total(points: Points) -> Decimal | None:
    """The total of the three instruments with two decimals; None where one of them is missing."""
    if any(instrument not in points for instrument in INSTRUMENTS):
        return None
    return published(sum((points[name] * weight / 100 for name, weight in WEIGHTS.items()), Decimal(0)))


def band_of(fiscal_year: int, points: Points) -> Band | None:
    """The best band whose conditions hold; None where an instrument is missing, or for a year of older bands."""
    total = weighted_total(points)
    if total is None or fiscal_year < _RULES["first_fiscal_year"]:
        return None
    least = min(published(points[instrument]) for instrument in INSTRUMENTS)
    return next(Band(rule["name"]) for rule in _RULES["band"] if _holds(rule, least, total))


def _holds(rule: Mapping[str, Any], least: Decimal, total: Decimal) -> bool:
    needs_each: int = rule.get("in_every_instrument", 0)
    needs_in_total: int = rule.get("in_total", 0)
    return least >= needs_each and total >= needs_in_total
