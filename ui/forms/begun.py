"""Forms that edit what is stored: what somebody enters is kept beside what was stored when they began."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.changes import Edit
from ui.forms.button import pressed_by
from ui.forms.save import save_edits, say_how_it_went
from ui.look.look import Look
from ui.shell.told import run_again

Value = TypeVar("Value")


@dataclass(frozen=True)
class Form(Generic[Value]):
    """A form by its name in the session, and the value that it showed when somebody began to fill it in.

    `revision` is the store's at which its records were called as the form calls them.
    """

    name: str
    shown: Value
    revision: int
    round: int = 0

    def key(self, field: str) -> str:
        """The key of a field, which keeps what was entered as long as the form isn't begun anew."""
        return f"{field}|{self.name}|{self.round}"

    def begin_anew(self, stored: Value, revision: int) -> None:
        """Forget what was entered and show what is stored."""
        st.session_state[self.name] = Form(self.name, stored, revision, self.round + 1)

    def hold_against(self, stored: Value, revision: int) -> "Form[Value]":
        """Keep what was entered, as a change to what is stored now; gives the form as it is then."""
        form = Form(self.name, stored, revision, self.round)
        st.session_state[self.name] = form
        return form


def folded_form(name: str, title: str, icon: str, draw: Callable[[], None]) -> None:
    """A block that is only drawn once somebody opens it, with what the form of this name wrote a moment ago."""
    block = st.expander(title, icon=icon, key=name, on_change="rerun")
    if block.open:
        with block:
            say_how_it_went(name)
            draw()


def open_form(name: str, title: str, draw: Callable[[], None]) -> None:
    """A block that is always drawn, with what the form of this name wrote a moment ago."""
    st.header(title, anchor=False)
    say_how_it_went(name)
    draw()


def edit(
    look: Look,
    name: str,
    of: str,
    stored: Value,
    *,
    enter: Callable[[Form[Value]], Value | None],
    edits: Callable[[Value, Value], Iterable[Edit]],
    then: Callable[[Value], None] | None = None,
) -> None:
    """A form from its beginning to its end: the fields, the button, and what became of it.

    `of` names what is edited among all that the form `name` may edit. `enter` draws the fields and gives what stands
    in them, None as long as that can't be saved. `edits` makes records of what was shown and of what was entered; where
    somebody else saved one of them meanwhile, both stand beside each other, and the next press saves over what is seen.
    What was only renamed meanwhile is found by its new name, so both sides have to call records as the form shows them.
    `then` is told what was entered once it is saved.
    """
    form = _begun(f"{name}|{look.plan.organisation}|{of}", stored, look.plan.revision)
    entered = enter(form)
    _follow_the_store(form, entered, stored, look.plan.revision)
    actor = pressed_by(_("Save"), f"save-{name}", is_ready=entered is not None, type="primary")
    if actor is None or entered is None:
        return
    if save_edits(look, name, list(edits(form.shown, entered)), actor, revision=form.revision):
        form.begin_anew(entered, look.plan.revision)
        if then:
            then(entered)
        st.rerun()
    form.hold_against(stored, look.plan.revision)


def one_record(shown: Value, entered: Value) -> Iterable[tuple[Value, Value]]:
    """The edits of a form whose value is a record itself."""
    return [(shown, entered)]


def _begun(name: str, stored: Value, revision: int) -> Form[Value]:
    """The form as it was begun in this session, or begun now.

    Where just what it showed is stored still, it is a form of the present revision, whatever was renamed beside it.
    """
    form: Form[Value] = st.session_state.setdefault(name, Form(name, stored, revision))
    return form.hold_against(stored, revision) if form.shown == stored else form


def _follow_the_store(form: Form[Value], entered: Value | None, stored: Value, revision: int) -> None:
    """Begin a form anew in which nothing was entered, where somebody else saved something since."""
    if entered == form.shown != stored:
        form.begin_anew(stored, revision)
        run_again()
