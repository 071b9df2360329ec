"""Choices that live in the address, so that a link opens the same view.

The address decides. A choice missing from it (the navigation clears it) is the one made last in this session, so that
month, year, roles, day and language go with a person from page to page. A default is written there too, so that a link
keeps its view, but nobody chose it: it moves on with the data.

What a page is narrowed to, `OF_A_PAGE`, is no choice for the session, whether a filter, a drill or a link narrowed it:
it stands in the address alone. So does what a drill led to, such as the month that was pressed. A further drill takes
it along, the browser's way back brings it back, and whoever goes to a page by the navigation sees there what the
session looks at.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import streamlit as st

from ita_data.model.periods import in_common_era

Option = TypeVar("Option")

AS_OF = "as-of"
"""The past day that the whole session looks at."""
OF_A_PAGE = frozenset({"section", "indicator"})
"""The parameters that hold for the page whose address names them, and no longer."""

_CHOSEN = "chosen"
_DEFAULTS = "defaults"
_DRILLED = "drilled"
_ON = "on"
_LONGEST_NUMBER = 18


def choose(
    name: str,
    label: str,
    options: Sequence[Option],
    default: Option,
    *,
    shown: Callable[[Option], str] = str,
    forgets: Sequence[str] = (),
) -> Option:
    """A select box for the address parameter `name`, which holds an option as its plain text; gives what is chosen.

    Another choice makes the session forget the choices named in `forgets`, which were made for the old one.
    """
    chosen = chosen_in_address(name, options, default)
    offer(name, label, options, chosen, shown=shown, forgets=forgets)
    return chosen


def offer(
    name: str,
    label: str,
    options: Sequence[Option],
    chosen: Option,
    *,
    shown: Callable[[Option], str] = str,
    forgets: Sequence[str] = (),
) -> None:
    """The select box of `choose` for what is chosen already."""
    st.session_state[name] = chosen
    st.selectbox(
        label,
        options,
        format_func=shown,
        key=name,
        on_change=_take,
        args=(name, forgets),
        filter_mode=None,
    )


def chosen_in_address(name: str, options: Sequence[Option], default: Option) -> Option:
    """The option that the address names, or that was chosen before, or the default, which is written there."""
    codes = {str(option): option for option in options}
    written = st.query_params.get(name)
    if written in codes and written == _kept(_DRILLED).get(name):
        return codes[written]
    is_own_default = written == _kept(_DEFAULTS).get(name)
    for code in (None if is_own_default else written, _kept(_CHOSEN).get(name)):
        if code in codes:
            put_in_address(name, code)
            return codes[code]
    _kept(_DEFAULTS)[name] = str(default)
    _write(name, str(default))
    return default


def day_in_address(name: str, usual: date, latest: date) -> date:
    """The day that the address names, or that was looked at before; `usual` where it names none up to `latest`.

    Its year may be a Buddhist one.
    """
    for code in (st.query_params.get(name), _kept(_CHOSEN).get(name)):
        day = _day(code)
        if day and day != usual and day <= latest:
            put_in_address(name, day.isoformat())
            return day
    forget(name)
    return usual


def is_past_day_in_address() -> bool:
    """Whether one looks at a day that is over; the frame leaves no other one in the address."""
    return AS_OF in st.query_params


def number_in_address(name: str) -> int | None:
    """The whole number that the address names, or that was put there before; None where it is beyond all counting."""
    written = st.query_params.get(name) or _kept(_CHOSEN).get(name, "")
    return int(written) if written.isdecimal() and len(written) <= _LONGEST_NUMBER else None


def is_switched_on(name: str) -> bool:
    """Whether a switch is on, by the address or as it was left before; one that is off stands nowhere."""
    is_on = (st.query_params.get(name) or _kept(_CHOSEN).get(name)) == _ON
    if is_on:
        put_in_address(name, _ON)
    return is_on


def switch(name: str, *, on: bool) -> None:
    """Turn a switch on or off."""
    if on:
        put_in_address(name, _ON)
    else:
        forget(name)


def put_in_address(name: str, code: str) -> None:
    """Take a choice: it stands in the address, also on the pages that follow unless it is `OF_A_PAGE`."""
    _kept(_DEFAULTS).pop(name, None)
    _kept(_DRILLED).pop(name, None)
    if name not in OF_A_PAGE:
        _kept(_CHOSEN)[name] = code
    _write(name, code)


def drill(name: str, code: str) -> None:
    """Look at the one that was pressed: it stands in the address of the page that it leads to, and is no choice."""
    _kept(_DRILLED)[name] = code
    _write(name, code)


def forget(*names: str) -> None:
    """Drop choices, so that their defaults hold again."""
    for name in names:
        _kept(_CHOSEN).pop(name, None)
        st.query_params.pop(name, None)


def _day(code: str | None) -> date | None:
    try:
        return in_common_era(date.fromisoformat(code)) if code else None
    except ValueError:
        return None


def _take(name: str, forgets: Sequence[str]) -> None:
    put_in_address(name, str(st.session_state[name]))
    forget(*forgets)


def _write(name: str, code: str) -> None:
    if st.query_params.get(name) != code:
        st.query_params[name] = code


def _kept(kind: str) -> dict[str, str]:
    kept: dict[str, str] = st.session_state.setdefault(kind, {})
    return kept
