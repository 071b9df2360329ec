"""What the director says on a topic: ทราบ, a comment, or an order to a section by a month."""

from dataclasses import dataclass
from itertools import islice

import streamlit as st

from ita_data.findings import Matter
from ita_data.labels import label, month_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.decisions import Order, Response, Topic
from ita_data.model.periods import FiscalMonth, months_from
from ita_data.model.records import EVERY_SECTION
from ita_data.services import orders
from ita_data.services.opening import Store
from ita_data.thai_text import cut_short
from ui.forms.button import pressed_by
from ui.forms.receipt import tell
from ui.forms.save import Write, save
from ui.look.look import Look
from ui.shell.actor import require_actor
from ui.shell.opened import close_opened

_MONTHS_AHEAD = 13
_LONGEST_TEXT = 70
FORM = "director"
"""What is told of all that is saved on the page stands at its top."""
_COUNT = "responses"


@dataclass(frozen=True, slots=True)
class _Entered:
    """What stands in the form; `due` is asked for with an order only."""

    kind: str
    section: str
    measure: str | None
    due: FiscalMonth | None
    text: str


def response_form(look: Look, topic: Topic, matter: Matter | None = None) -> None:
    """The form at a topic's list; only somebody who said who they are may write, and not on a past day.

    At a matter it begins with the order that the matter asks for.
    """
    if look.is_past:
        return
    actor = require_actor()
    if actor is None:
        return
    kind = _kind(topic, Order.kind if matter else Response.ACKNOWLEDGED)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        section = _section(look, topic, matter.section if matter else look.section or EVERY_SECTION)
        measure = _measure(look, topic, (matter and matter.measure) or "")
        due = _due(look, topic) if kind == Order.kind else None
    text = _text(topic, matter, is_order=kind == Order.kind)
    if pressed_by(_("Save"), _key("save", topic), asks=False, icon=":material/save:", type="primary"):
        _save(look, topic, _Entered(kind, section, measure, due, text), actor)


def order_form(look: Look, matter: Matter) -> None:
    """A form with the order that a matter asks for, filled in."""
    actor = require_actor()
    if actor is None:
        return
    due = _due(look, matter.topic)
    text = st.text_area(_("What shall be done"), value=matter.order, key=_key(f"text-{matter.key}", matter.topic))
    if pressed_by(_("Give the order"), _key("save", matter.topic), asks=False, icon=":material/gavel:", type="primary"):
        _save(look, matter.topic, _Entered(Order.kind, matter.section, matter.measure, due, text), actor)


def save_what_was_said(write: Write[str]) -> None:
    """Write, and show the page anew with its forms empty again and the words that `write` gave at its top."""
    if saved := save(FORM, write):
        tell(FORM, saved.what)
        st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1
        close_opened()
        st.rerun()


def _key(field: str, topic: Topic) -> str:
    # Fields get new names once something was saved, which empties them.
    return f"{field}-{topic}-{st.session_state.get(_COUNT, 0)}"


def _text(topic: Topic, matter: Matter | None, *, is_order: bool) -> str:
    """What is ordered or said; a matter's order is filled in, and kept apart from what is said instead."""
    title = _("What shall be done") if is_order else _("Text")
    if matter is None:
        return st.text_area(title, key=_key("text", topic))
    proposed = matter.order if is_order else ""
    return st.text_area(title, value=proposed, key=_key(f"text-{matter.key}-{is_order}", topic))


def _kind(topic: Topic, usual: str) -> str:
    kind: str = st.segmented_control(
        _("Response"),
        [*Response, Order.kind],
        default=usual,
        required=True,
        format_func=lambda kind: label("kind" if kind == Order.kind else "response", kind),
        key=_key("response", topic),
    )
    return kind


def _section(look: Look, topic: Topic, usual: str) -> str:
    sections = [EVERY_SECTION, *look.facts.sections]
    here = sections.index(usual)
    section: str = st.selectbox(_("Section"), sections, index=here, key=_key("section", topic), filter_mode=None)
    return section


def _measure(look: Look, topic: Topic, usual: str) -> str | None:
    texts = look.facts.texts
    codes = ["", *texts]

    def shown(code: str) -> str:
        return cut_short(f"{code} {texts[code]}", _LONGEST_TEXT) if code else _("none in particular")

    measure: str = st.selectbox(
        _("Measure"), codes, index=codes.index(usual), format_func=shown, key=_key("measure", topic)
    )
    return measure or None


def _due(look: Look, topic: Topic) -> FiscalMonth:
    """The month by whose end it shall be done: one of the next, also of the next fiscal year."""
    first = max(look.fiscal_month, FiscalMonth.of(look.as_of))
    months = list(islice(months_from(first), _MONTHS_AHEAD))
    due: FiscalMonth = st.selectbox(
        _("Done by the end of"),
        months,
        index=1,
        format_func=lambda month: month_label(month.first_day),
        key=_key("due", topic),
        filter_mode=None,
    )
    return due


def _save(look: Look, topic: Topic, entered: _Entered, actor: Actor) -> None:
    save_what_was_said(lambda store, _reason: _said(store, look, topic, entered, actor))


def _said(store: Store, look: Look, topic: Topic, entered: _Entered, actor: Actor) -> str:
    """Write down what was said, and give the words by which that is told."""
    office, month = look.plan.organisation, look.fiscal_month
    section, text, measure = entered.section, entered.text, entered.measure
    if entered.due:
        order = orders.give_order(
            store, office, month, actor, due=entered.due, section=section, text=text, measure=measure
        )
        return _("Order {number} is given; it stands at the top until it is closed.").format(number=order.number)
    response = Response(entered.kind)
    orders.make_remark(
        store, office, month, actor, response=response, topic=topic, section=section, text=text, measure=measure
    )
    return _("{response}: saved.").format(response=label("response", response))
