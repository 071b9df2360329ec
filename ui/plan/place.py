"""Where a measure stands: its place among its neighbours, its number, and the indicator to which it belongs."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.planning.drafting import is_new, measure_of, measures_of, moved, moved_to, numbered, without_new
from ita_data.model.records import Records
from ui.look.look import Look
from ui.plan.draft import change, draft_of

_Move = Callable[[Records], Records]
"""What a button makes of the plan as the draft wants it once it is pressed."""


def place_of_measure(look: Look, heading: str, identity: str) -> None:
    """The buttons that move a measure, number it and its neighbours anew, or take it out of the draft again."""
    plan = draft_of(look).wanted
    mine = [each.identity for each in measures_of(plan, heading)]
    with st.container(horizontal=True):
        for steps, name, last in ((-1, _("Further up"), mine[0]), (1, _("Further down"), mine[-1])):
            move = partial(moved, identity=identity, steps=steps)
            _button(look, name, f"move-{steps}", move, is_disabled=identity == last)
        number = partial(numbered, heading=heading)
        _button(look, _("Number in this order"), "number", number, is_disabled=number(plan) == plan)
        if is_new(measure_of(plan, identity)):
            _button(look, _("Take out again"), "take-out", partial(without_new, identity=identity))
    _move_away(look, heading, identity)


def _move_away(look: Look, heading: str, identity: str) -> None:
    others = {code: name for code, name in look.facts.headings.items() if code != heading}
    if not others:
        return
    key = f"plan-target|{identity}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        target: str | None = st.selectbox(
            _("Move to another indicator or initiative"),
            list(others),
            None,
            format_func=others.__getitem__,
            placeholder=_("(please choose)"),
            key=key,
        )
        _button(look, _("Move"), "move", partial(_moved_to_chosen, identity, key), is_disabled=target is None)
    if target:
        text = _(
            "It becomes {code} there; what was reported on it goes along, and it covers no items until some are named."
        )
        code = measure_of(moved_to(draft_of(look).wanted, identity, target), identity).code
        st.caption(text.format(code=code))


def _moved_to_chosen(identity: str, key: str, plan: Records) -> Records:
    """The plan with the measure where the field with this key says when the button is pressed."""
    target: str | None = st.session_state[key]
    return moved_to(plan, identity, target) if target else plan


def _button(look: Look, name: str, key: str, move: _Move, *, is_disabled: bool = False) -> None:
    st.button(name, key=f"plan-{key}", disabled=is_disabled, on_click=_take, args=(look, move))


def _take(look: Look, move: _Move) -> None:
    """Have the draft say it; what was entered at the same moment is in the draft by now."""
    change(look, move(draft_of(look).wanted), shows_anew=True)
