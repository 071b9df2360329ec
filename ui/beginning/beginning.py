"""What an office that begins is asked, each question with what follows from the answer, saved all at once."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.changes import Edit
from ita_data.model.planning.beginning import Answers, proposed
from ita_data.services.beginning import edits_of
from ui.beginning import follows, questions
from ui.forms.begun import Form, edit, open_form
from ui.look.look import Look
from ui.shell.going import go_to

_NAME = "beginning"


def begin(look: Look) -> None:
    """The questions, until somebody has answered them; then the ways to go on."""
    draw = partial(_ask, look) if look.facts.is_undecided else _go_on
    open_form(_NAME, _("How is the plan followed up?"), draw)


def _ask(look: Look) -> None:
    st.write(
        _(
            "The report says what the office does, but not how that is followed up. What is proposed here can be saved "
            "as it stands, and changed later on the page “Settings”."
        )
    )
    year, stored = str(look.plan.fiscal_year), proposed(look.stored.records, look.as_of)
    edit(look, _NAME, year, stored, enter=partial(_entered, look), edits=partial(_edits, look))


def _go_on() -> None:
    st.info(_("How the plan is followed up is decided. It can be changed on the page “Settings”."))
    with st.container(horizontal=True):
        for page, title in (("overview", _("Overview")), ("my_month", _("My month")), ("settings", _("Settings"))):
            if st.button(title, key=f"to-{page}"):
                go_to(page)


def _entered(look: Look, form: Form[Answers]) -> Answers:
    """The answers as they stand in the fields; what follows from them is told once all are known."""
    start, who, rhythm, when = (st.container() for _question in range(4))
    with start:
        month = questions.start(look, form)
    with rhythm:
        cadence = questions.rhythm(look, form)
    with when:
        rules = replace(questions.due_day_and_targets(form), starts_in_month=month)
    with who:
        answers = questions.who_reports(look, form, replace(form.shown, rules=rules, cadence=cadence))
    asking = look.stored.asked_for(answers)
    with start:
        follows.start(look, asking)
    with rhythm:
        follows.rhythm(look, answers, asking)
    with when:
        follows.due_day_and_targets(look, answers.rules, asking)
    return answers


def _edits(look: Look, _shown: Answers, entered: Answers) -> Iterable[Edit]:
    """What the answers make of the rules as they were when asked, and of the measures that have no rhythm still."""
    return edits_of(look.stored.records.measures, entered)
