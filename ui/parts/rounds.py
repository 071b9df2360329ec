"""The rounds of the measures, to stand beside their statuses."""

from ita_data.labels import rounds_label
from ui.look.look import Look


def rounds_by_measure(look: Look) -> dict[str, str]:
    """How many rounds of each measure are done, in words."""
    rows = look.figures.rows("rounds_by_measure")
    return {row["measure"]: rounds_label(row["done"], row["rounds"]) for row in rows}
