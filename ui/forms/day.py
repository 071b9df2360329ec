"""The field for a day: written as Thais write it, typed in any usual way, or chosen from a Buddhist calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from ita_data.imports.dates import day_typed
from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.language import language
from ita_data.model.periods import BUDDHIST_ERA
from ui.serving.web import component_script

_component = st.components.v2.component(
    "day", html='<div class="day" data-day></div>\n', js=component_script("day/day.js"), isolate_styles=False
)
_ANY = (date(1900, 1, 1), date(2156, 12, 31))
"""The days that are taken where nobody said which; the last one is in the Buddhist year 2699."""
_SHORT_YEARS = range(2540, 2600)
"""The years of which two digits are read as these; any other is written whole."""
_LOCALES = {"th": "th-TH-u-ca-buddhist-nu-latn", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the field: a day or none, and where what was typed is none or may not be chosen, what is wrong."""

    day: date | None
    fault: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether the day is what stands in the field."""
        return not self.fault


def day_field(
    title: str,
    key: str,
    shown: date | None,
    *,
    opens: date,
    earliest: date = _ANY[0],
    latest: date = _ANY[1],
    without: str = "",
    on_change: Callable[[date | None], None] | None = None,
) -> Entered:
    """A field that begins with the day `shown` and holds what is entered as long as the page goes on drawing it.

    The calendar opens at that day, or else at `opens`. `without` says below the field what it means that no day stands
    in it. With `on_change`, which is told of each day, that day is kept elsewhere and comes back as `shown`.
    """
    is_new = _field_of(key) not in st.session_state
    if is_new or on_change:
        st.session_state[key] = shown
    day: date | None = st.session_state[key]
    text, beside = st.session_state.get(_text_of(key), ("", None))
    if is_new or beside != day:
        text = ""
    fault = fault_of(text, opens, earliest, latest)
    shown_now = {
        "title": title,
        "value": _iso(day),
        "words": text or written_day(day),
        "first": _iso(earliest),
        "last": _iso(latest),
        "opens": _iso(opens),
        "fault": fault,
        "help": "" if day else without,
    }
    take = partial(_take, key, (earliest, latest, opens), on_change)
    _component(key=_field_of(key), data=shown_now | _words(title), on_typed_change=take, on_chosen_change=take)
    return Entered(day, fault)


def fault_of(text: str, opens: date, earliest: date = _ANY[0], latest: date = _ANY[1]) -> str:
    """What is wrong with a text, and how to mend it; blank where it is a day or nothing."""
    day = day_typed(text)
    if not text or (day and earliest <= day <= latest):
        return ""
    if day is None:
        words = _("“{text}” is no whole day yet. Write day, month and year, such as {example}.")
        return words.format(text=text, example=date_label(opens))
    words = _("{day} is not within {first} to {last}. Choose a day in between.")
    return words.format(day=written_day(day), first=written_day(earliest), last=written_day(latest))


def written_day(day: date | None) -> str:
    """A day so that it is read as the same again."""
    if day is None:
        return ""
    year = day.year + BUDDHIST_ERA
    return date_label(day) if year in _SHORT_YEARS else f"{day.day}/{day.month}/{year}"


def _take(key: str, days: tuple[date, date, date], on_change: Callable[[date | None], None] | None) -> None:
    """Keep the day that was entered; of what can't be read the text is kept, and the day stays what it was."""
    told = st.session_state[_field_of(key)]
    chosen, text = told.get("chosen"), str(told.get("typed") or "").strip()
    if not chosen and fault_of(text, days[2], *days[:2]):
        st.session_state[_text_of(key)] = text, st.session_state[key]
        return
    st.session_state.pop(_text_of(key), None)
    day = date.fromisoformat(chosen) if chosen else day_typed(text)
    st.session_state[key] = day
    if on_change:
        on_change(day)


def _words(title: str) -> dict[str, str]:
    """What the field calls its parts, in the reader's language."""
    return {
        "hint": _("day month year"),
        "calendar": _("Calendar: {title}").format(title=title),
        "previous": _("Month before"),
        "next": _("Month after"),
        "lang": _LOCALES[language.get()],
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _field_of(key: str) -> str:
    # Streamlit parts its own names by two lines below the text, and refuses them in ours.
    return f"day {key.replace('__', '- -')}"


def _text_of(key: str) -> str:
    return f"text {key}"
