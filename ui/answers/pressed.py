"""Where a press leads: to the page of a group, to a list that opens over this page, or to its other order."""

from ui.parts.sorting import switch_order
from ui.shell.going import go_to
from ui.shell.opened import open_over_page

_PAGES = {"section": "sections", "indicator": "indicators", "month": "months"}
"""Which page a group leads to."""


def follow(pressed: str | None) -> None:
    """Follow a press such as "section ฝ่ายโยธา" or "cell 5 ฝ่ายโยธา"."""
    if not pressed:
        return
    kind, _space, of = pressed.partition(" ")
    if kind == "sort":
        switch_order(of.partition(" ")[0])
        return
    if kind == "orders":
        go_to("director")
    if kind in _PAGES:
        go_to(_PAGES[kind], **{kind: of})
    open_over_page(pressed)
