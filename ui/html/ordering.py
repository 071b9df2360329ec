"""The order of lists and bars in words, and the switch between what matters first and the order of the plan."""

from typing import Any

from ita_data.language import gettext as _


def ordering(name: str, what_matters_first: str, *, in_plan_order: bool) -> dict[str, Any]:
    """The switch beside the title of the block `name`, and the order it stands in, in words."""
    return {
        "name": f"order of {name}",
        "press": f"sort {'matters' if in_plan_order else 'plan'} {name}",
        "is_on": in_plan_order,
        "switch": _("In the plan's order"),
        "words": _("as in the plan") if in_plan_order else what_matters_first,
    }
