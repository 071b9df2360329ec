"""What several forms of the plan let somebody choose among, in the same words."""

from collections.abc import Iterable

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.records import EVERY_SECTION, Measure, Role
from ita_data.thai_text import cut_short
from ui.look.look import Look

_LONGEST_TEXT = 60


def short_name(code: str, text: str) -> str:
    """A record in a list, by its code and the beginning of its text."""
    return f"{code} {cut_short(text, _LONGEST_TEXT)}"


def names_of(measures: Iterable[Measure]) -> dict[str, str]:
    """Measures in a list, by who they are."""
    return {each.identity: short_name(each.code, each.text) for each in measures}


def month_or_none(look: Look, title: str, shown: int | None, *, without: str, key: str) -> int | None:
    """A fiscal month; `without` says what it means that there is none."""
    months = look.facts.names["month"]
    month: int | None = st.selectbox(
        title,
        [None, *months],
        shown or 0,
        format_func=lambda month: months[month] if month else without,
        key=key,
    )
    return month


def sections_in_role(look: Look, role: Role, shown: Iterable[str] = (), *, placeholder: str, key: str) -> list[str]:
    """The sections that lead or support, ทุกฝ่าย first."""
    titles = {Role.LEAD: _("Lead sections"), Role.SUPPORTING: _("Supporting sections")}
    sections, chosen = [EVERY_SECTION, *look.facts.sections], frozenset(shown)
    return st.multiselect(
        titles[role],
        sections,
        [section for section in sections if section in chosen],
        placeholder=placeholder,
        key=key,
    )
