"""Grids whose every field can be pressed: measures and indicators by month, indicators by section."""

from ui.answers.pressed import follow
from ui.html.grids import crossed_html, measures_html
from ui.look import kept
from ui.look.look import Look
from ui.parts.pressable import pressable


def crossed(look: Look) -> None:
    """Completion of each indicator by month and by section."""
    follow(pressable(kept.kept(look.figures.asked, "crossed", lambda: crossed_html(look.counted)), "crossed"))


def measures_by_month(look: Look, only: tuple[str, ...] = ()) -> None:
    """What became of the reports on each measure in each month; `only` names the measures to show, if not all."""
    html = kept.kept(
        look.figures.asked, f"measures {only}", lambda: measures_html(look.counted, look.facts.texts, only)
    )
    follow(pressable(html, "measures"))
