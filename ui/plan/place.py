"""Where a measure stands: its place among its neighbours, its number, and the indicator to which it belongs."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.planning.drafting import is_new, measure_of, measures_of, moved, moved_to, numbered, without_new
from ita_data.model.records import Records
from ui.look.look import Look
from ui.plan.draft import change, draft_of


def place_of_measure(look: Look, heading: str, identity: str) -> None:
    """The buttons that move a measure, number it and its neighbours anew, or take it out of the draft again."""
    plan = draft_of(look).wanted
    mine = [each.identity for each in measures_of(plan, heading)]
    with st.container(horizontal=True):
        for steps, name, last in ((-1, _("Further up"), mine[0]), (1, _("Further down"), mine[-1])):
            wanted = moved(plan, identity, steps)
            _button(look, name, f"move-{steps}", wanted, is_disabled=identity == last)
        in_order = numbered(plan, heading)
        _button(look, _("Number in this order"), "number", in_order, is_disabled=in_order == plan)
        if is_new(measure_of(plan, identity)):
            _button(look, _("Take out again"), "take-out", without_new(plan, identity))
    _move_away(look, heading, identity)


def _move_away(look: Look, heading: str, identity: str) -> None:
    others = {code: name for code, name in look.facts.headings.items() if code != heading}
    if not others:
        return
    plan = draft_of(look).wanted
    with st.container(horizontal=True, vertical_alignment="bottom"):
        target: str | None = st.selectbox(
            _("Move to another indicator or initiative"),
            list(others),
            None,
            format_func=others.__getitem__,
            placeholder=_("(please choose)"),
            key=f"plan-target|{identity}",
        )
        wanted = moved_to(plan, identity, target) if target else plan
        _button(look, _("Move"), "move", wanted, is_disabled=target is None)
    if target:
        text = _(
            "It becomes {code} there; what was reported on it goes along, and it covers no items until some are named."
        )
        st.caption(text.format(code=measure_of(wanted, identity).code))


def _button(look: Look, name: str, key: str, wanted: Records, *, is_disabled: bool = False) -> None:
    st.button(name, key=f"plan-{key}", disabled=is_disabled, on_click=_take, args=(look, wanted))


def _take(look: Look, wanted: Records) -> None:
    change(look, wanted, shows_anew=True)
