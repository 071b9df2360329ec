"""What the director says at the meeting, taken down without leaving the screen: an order, a comment, or ทราบ."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

import streamlit as st

from ita_data.labels import label, month_label
from ita_data.language import gettext as _
from ita_data.language import language
from ita_data.model.actors import Actor
from ita_data.model.changes import Batch
from ita_data.model.decisions import Order, Response, Topic
from ita_data.model.periods import FiscalMonth, months_from
from ita_data.model.records import EVERY_SECTION
from ita_data.services import orders
from ita_data.services.opening import Store
from ui.forms.receipt import tell
from ui.forms.save import Write, said_of, save
from ui.look.look import Look
from ui.shell.actor import current_actor, require_actor
from ui.shell.language import set_language

_ANSWER = "meeting-answer"
_MONTHS_AHEAD = 13


def stage(look: Look) -> str:
    """The key of the stage: another one begins where what it is told once, at its beginning, is something else."""
    return f"meeting {language.get()} {look.plan.organisation} {look.plan.fiscal_year} {look.month} {look.as_of}"


def choices(look: Look) -> dict[str, list[tuple[str, str]]]:
    """What the form of the stage offers: each value with the word that is shown."""
    sections = [(EVERY_SECTION, EVERY_SECTION), *((name, name) for name in look.facts.sections)]
    ahead = islice(months_from(max(look.fiscal_month, FiscalMonth.of(look.as_of))), _MONTHS_AHEAD)
    months = [(f"{month.fiscal_year}-{month.month}", month_label(month.first_day)) for month in ahead]
    kinds = [(Order.kind, label("kind", Order.kind)), *((each.value, label("response", each)) for each in Response)]
    return {"sections": sections, "months": months, "kinds": kinds}


def capture(look: Look) -> None:
    """Write down what the stage sent, and keep the answer for it."""
    set_language()
    said: Mapping[str, str] | None = st.session_state[stage(look)].get("captured")
    # What was kept already was sent again because the answer came late.
    if said and not _is_kept(said["id"]):
        st.session_state[_ANSWER] = {"id": said["id"], **_written(look, said)}


def catch_up(look: Look) -> None:
    """Write down what the stage sent to a server that was just started anew, and so didn't know yet whom to call."""
    said = st.session_state[stage(look)].get("captured")
    if said and (answer() or {}).get("id") != said["id"]:
        capture(look)
        st.rerun()


def ask_who_is_here(look: Look) -> None:
    """Ask on the page, which the stage covers; as of a past day nothing is written, so nobody is asked."""
    if not look.is_past:
        require_actor()


def refusal(look: Look) -> str:
    """Why nothing can be written down now; blank where it can."""
    if look.is_past:
        return _("This is how a past day saw it. Leave by Esc and look at today, to write something down.")
    if current_actor() is None:
        return _("Leave by Esc and say at the top right who you are: what is said is written down with its author.")
    return ""


def write_down(form: str, write: Write[Batch | None]) -> None:
    """Write something that isn't said on the stage; the form says on the page's next run what came of it."""
    if saved := save(form, write):
        tell(form, said_of(saved.what), is_done=saved.what is not None)
        st.rerun()


def answer() -> dict[str, Any] | None:
    """What came of the last words that the stage sent."""
    found: dict[str, Any] | None = st.session_state.get(_ANSWER)
    return found


def _is_kept(name: str) -> bool:
    last = answer() or {}
    return last.get("id") == name and last["is_kept"]


def _written(look: Look, said: Mapping[str, str]) -> dict[str, Any]:
    """Whether the words were kept, and what is said of it."""
    actor, reason = current_actor(), refusal(look)
    if actor is None or reason:
        return {"is_kept": False, "words": reason}
    write = _give_order if said["kind"] == Order.kind else _remark
    refusals: list[str] = []
    saved = save(stage(look), lambda store, _reason: write(store, look, said, actor), lambda e: refusals.append(str(e)))
    return {"is_kept": saved is not None, "words": saved.what if saved else "".join(refusals)}


def _give_order(store: Store, look: Look, said: Mapping[str, str], actor: Actor) -> str:
    fiscal_year, _dash, month = said["due"].partition("-")
    due = FiscalMonth(int(fiscal_year), int(month))
    office, section, text = look.plan.organisation, said["section"], said["text"]
    order = orders.give_order(store, office, look.fiscal_month, actor, section=section, text=text, due=due)
    return _("Order {number} is given; it is on the agenda until it is closed.").format(number=order.number)


def _remark(store: Store, look: Look, said: Mapping[str, str], actor: Actor) -> str:
    response = Response(said["kind"])
    office, section, text = look.plan.organisation, said["section"], said["text"]
    topic, month = Topic(said["topic"]), look.fiscal_month
    orders.make_remark(store, office, month, actor, response=response, topic=topic, section=section, text=text)
    return _("{response}: saved.").format(response=label("response", response))
