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
from ui.serving.web import component_script

_component = st.components.v2.component(
    "day", html='<div class="day" data-day></div>\n', js=component_script("day/day.js"), isolate_styles=False
)
_ANY = (date(1900, 1, 1), date(2157, 12, 31))
"""The days that are taken where nobody said which; the last one is in the Buddhist year 2700."""
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
    shown: date | None = None,
    *,
    earliest: date = _ANY[0],
    latest: date = _ANY[1],
    opens: date | None = None,
    without: str = "",
    on_change: Callable[[], None] | None = None,
) -> Entered:
    """A field that begins with the day `shown` and is kept under `key`, as a date, until another one is entered.

    The calendar opens at that day, or else at `opens` or today. `without` says below the field what it means that no
    day stands in it.
    """
    if key not in st.session_state:
        st.session_state[key] = shown
        st.session_state.pop(_text_of(key), None)
    day: date | None = st.session_state[key]
    text: str = st.session_state.get(_text_of(key), "")
    fault = _fault(text, earliest, latest)
    shown_now = {
        "title": title,
        "value": _iso(day),
        "words": text or (date_label(day) if day else ""),
        "first": _iso(earliest),
        "last": _iso(latest),
        "opens": _iso(opens),
        "fault": fault,
        "help": "" if day else without,
    }
    on_entered = partial(_take, key, earliest, latest, on_change)
    _component(key=_field_of(key), data=shown_now | _words(title), on_entered_change=on_entered)
    return Entered(day, fault)


def _words(title: str) -> dict[str, str]:
    """What the field calls its parts, in the reader's language."""
    return {
        "hint": _("day month year"),
        "calendar": _("Calendar: {title}").format(title=title),
        "previous": _("Month before"),
        "next": _("Month after"),
        "lang": _LOCALES[language.get()],
    }


def _take(key: str, earliest: date, latest: date, on_change: Callable[[], None] | None) -> None:
    """Keep the day that was entered; of what can't be read the text is kept, and the day stays what it was."""
    text = str(st.session_state[_field_of(key)]["entered"] or "").strip()
    if _fault(text, earliest, latest):
        st.session_state[_text_of(key)] = text
        return
    st.session_state.pop(_text_of(key), None)
    st.session_state[key] = day_typed(text) if text else None
    if on_change:
        on_change()


def _fault(text: str, earliest: date, latest: date) -> str:
    """What is wrong with a text, and how to mend it; blank where it is a day or nothing."""
    if not text:
        return ""
    day = day_typed(text)
    if day is None:
        return _("“{text}” is no whole day yet. Write day, month and year, such as {example}.").format(
            text=text, example=date_label(earliest if earliest > _ANY[0] else date(2024, 11, 12))
        )
    if not earliest <= day <= latest:
        words = _("{day} is not within {first} to {last}. Choose a day in between.")
        return words.format(day=date_label(day), first=date_label(earliest), last=date_label(latest))
    return ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _field_of(key: str) -> str:
    # Streamlit parts its own names by two lines below the text, and refuses them in ours.
    return f"day {key.replace('__', '- -')}"


def _text_of(key: str) -> str:
    return f"text {key}"
