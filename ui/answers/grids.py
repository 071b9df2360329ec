"""Grids whose every field can be pressed: measures and indicators by month, indicators by section."""

from ui.answers.pressed import follow
from ui.html.grids import crossed_html
from ui.html.measures import measures_html
from ui.look.look import Look
from ui.parts.sorting import in_plan_order
from ui.shell.pressable import pressable


def crossed(look: Look) -> None:
    """Completion of each indicator by month and by section."""
    plan = in_plan_order()
    html = look.kept(f"crossed {plan}", lambda: crossed_html(look.counted, in_plan_order=plan))
    follow(pressable(html, "crossed"))


def measures_by_month(look: Look, only: tuple[str, ...] = ()) -> None:
    """What became of the reports on each measure in each month; `only` names the measures to show, if not all."""
    plan = in_plan_order()
    html = look.kept(
        f"measures {only} {plan}",
        lambda: measures_html(look.counted, look.facts.texts, look.facts.headings, only, in_plan_order=plan),
    )
    follow(pressable(html, "measures"))
