"""Thailand's public holidays, kept up by the `holidays` library."""

from collections.abc import Container
from datetime import date

import holidays


def thai_public_holidays() -> Container[date]:
    """Every day off that the government announced or regularly gives, substitution days included.

    The library fills in the years that are asked for, so one object serves them all.
    """
    return holidays.country_holidays("TH")
