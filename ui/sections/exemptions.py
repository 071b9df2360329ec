"""The reports that a section needn't send, each for a reason that somebody gave."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Author, Key
from ita_data.model.records import Exemption, Review
from ita_data.thai_text import cut_short
from ui.forms.begun import folded_form
from ui.forms.button import pressed_by
from ui.forms.save import edits_button, save_edits, say_how_it_went
from ui.html.markdown import plain
from ui.look.day import today
from ui.look.look import Look
from ui.parts.moments import moment
from ui.parts.tables import text_table

_NAME = "exemptions"
_WAITING = "exemptions-awaited"
_COUNT = "exemptions-saved"
_LONGEST_TEXT = 60
_DECIDING = (ActorRole.COORDINATOR, ActorRole.DIRECTOR)
"""Nobody approves what the own section asks for."""

Cell = tuple[str, int]
"""A measure and a month of the section looked at."""


def exemptions_form(look: Look) -> None:
    """What the section is exempted from, and the fields to exempt it from more or to lift an exemption.

    What it reported late as not applicable stands above them, for it is missing until somebody decides.
    """
    _decide(look)
    folded_form(_NAME, _("Exemptions"), ":material/event_busy:", lambda: _edit(look))


def _decide(look: Look) -> None:
    """The late reports of "not applicable", each with a click that approves it and one that refuses it."""
    say_how_it_went(_WAITING)
    cells = replace(look, month=12, with_supporting=True).figures.rows("expected_cells")
    late = [cell for cell in cells if cell["awaits_approval"]]
    if not late:
        return
    text = _(
        "{number} reports say only after their due date that the measure doesn't concern the section. "
        "They stay missing until you decide."
    )
    st.warning(text.format(number=len(late)), icon=":material/gavel:")
    assert look.section is not None
    reviews = look.stored.reviews_of(look.section)
    for cell in late:
        _decide_on(look, cell, reviews[cell["measure"], cell["month"]])


def _decide_on(look: Look, cell: Mapping[Any, Any], review: Review) -> None:
    month, key = look.facts.names["month"][review.month], f"{review.measure}-{review.month}"
    said = review.note or review.result or _("no reason given")
    reason = _("Not applicable, as the section reported: {said}").format(said=said)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{review.measure} · {month}** — {plain(said)}")
        approved, refused = [(None, _exemption(look, cell, reason))], [(review, None)]
        edits_button(
            look, _WAITING, _("Approve as exempt"), f"approve-{key}", approved, type="primary", roles=_DECIDING
        )
        edits_button(look, _WAITING, _("Refuse and ask for the report"), f"refuse-{key}", refused, roles=_DECIDING)


def _edit(look: Look) -> None:
    exempted = _exempted(look)
    if exempted:
        _show(look, exempted)
        _lift(look, exempted)
    _exempt(look, exempted)


def _exempted(look: Look) -> dict[Cell, Exemption]:
    """The section's exemptions, month by month."""
    mine = (entry for entry in look.stored.records.exemptions if entry.section == look.section)
    return {(entry.measure, entry.month): entry for entry in sorted(mine, key=lambda entry: entry.month)}


def _show(look: Look, exempted: Mapping[Cell, Exemption]) -> None:
    months, texts = look.facts.names["month"], _texts(look)
    authors = look.stored.authors(Exemption.kind)
    text_table(
        [_("Month"), _("Code"), _("Measure"), _("Reason"), _("Decided on"), _("By")],
        [
            [
                months[entry.month],
                entry.measure,
                texts[entry.measure],
                entry.reason,
                date_label(entry.decided_on),
                _author(authors, entry),
            ]
            for entry in exempted.values()
        ],
        _NAME,
    )


def _author(authors: Mapping[Key, Author], entry: Exemption) -> str:
    author = authors.get((entry.kind, entry.key))
    return f"{author.actor.name}\n{moment(author.applied_at)}" if author else ""


def _lift(look: Look, exempted: Mapping[Cell, Exemption]) -> None:
    months = look.facts.names["month"]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen: list[Cell] = st.multiselect(
            _("Exemptions to lift"),
            list(exempted),
            format_func=lambda cell: f"{cell[0]} · {months[cell[1]]}",
            placeholder=_("Choose exemptions"),
            key=_key(look, "lift"),
        )
        edits = [(exempted[cell], None) for cell in chosen]
        edits_button(look, _NAME, _("Lift"), "lift-now", edits, is_ready=bool(chosen))


def _exempt(look: Look, exempted: Mapping[Cell, Exemption]) -> None:
    cells = replace(look, month=12, with_supporting=True).figures.rows("expected_cells")
    if not cells:
        st.info(_("This section owes no report, so there is nothing to exempt it from."))
        return
    chosen = _chosen(look, cells)
    fresh = [cell for cell in chosen if (cell["measure"], cell["month"]) not in exempted]
    if chosen:
        _say_what_becomes_exempt(fresh, len(chosen) - len(fresh))
    reason = st.text_input(_("Reason"), key=_key(look, "reason"), max_chars=500).strip()
    if actor := pressed_by(_("Exempt"), "exempt-now", type="primary"):
        if not fresh:
            st.error(_("Choose measures and months that the section isn't exempted from yet."))
        elif not reason:
            st.error(_("Give the reason: it stands beside the exemption wherever reports are counted."))
        else:
            _save(look, [(None, _exemption(look, cell, reason)) for cell in fresh], actor)


def _chosen(look: Look, cells: Sequence[Mapping[Any, Any]]) -> list[Mapping[Any, Any]]:
    """The cells that the section owes of the measures and for the months that somebody chose."""
    names, texts = look.facts.names["month"], _texts(look)
    owed = {cell["measure"] for cell in cells}
    asked = {cell["month"] for cell in cells}
    measures = st.multiselect(
        _("Measures to exempt the section from"),
        [measure for measure in texts if measure in owed],
        format_func=lambda measure: f"{measure} {cut_short(texts[measure], _LONGEST_TEXT)}",
        placeholder=_("Choose measures"),
        key=_key(look, "measures"),
        filter_mode="contains",
    )
    months = st.multiselect(
        _("For the months"),
        sorted(asked),
        format_func=names.__getitem__,
        placeholder=_("Choose months"),
        key=_key(look, "months"),
        filter_mode="contains",
    )
    return [cell for cell in cells if cell["measure"] in measures and cell["month"] in months]


def _say_what_becomes_exempt(fresh: Sequence[Mapping[Any, Any]], already: int) -> None:
    received = sum(isinstance(cell["status"], str) for cell in fresh)
    parts = [_("{number} reports become exempt and no longer count.").format(number=len(fresh))]
    if received:
        text = _("{number} of them were received already: they are kept, but no longer count either.")
        parts.append(text.format(number=received))
    if already:
        parts.append(_("{number} are exempt already and stay so for their own reason.").format(number=already))
    (st.warning if received else st.info)(" ".join(parts))


def _exemption(look: Look, cell: Mapping[Any, Any], reason: str) -> Exemption:
    assert look.section is not None
    return Exemption(cell["measure"], look.section, cell["month"], reason, today())


def _save(look: Look, edits: Sequence[tuple[Exemption | None, Exemption | None]], actor: Actor) -> None:
    """Write exemptions, and empty the fields for the next ones."""
    if save_edits(look, _NAME, edits, actor):
        st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1
        st.rerun()


def _key(look: Look, field: str) -> str:
    # Fields get new names once something was saved, which empties them: a browser keeps what a field of a name holds.
    return f"exempt-{field}|{look.section}|{st.session_state.get(_COUNT, 0)}"


def _texts(look: Look) -> Mapping[str, str]:
    """The text of each measure, in the order of the report."""
    return look.facts.texts
