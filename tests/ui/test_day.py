"""The field for a day reads what people write, and holds a day as long as it stands on the page."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from ita_data.imports.dates import day_typed
from tests.pages.apps import PATIENCE
from tests.pages.days import DayField, days
from ui.forms.day import written_day

MAY = date(1990, 5, 5)


@given(st.dates(date(1900, 1, 1), date(2156, 12, 31)))
def test_what_it_shows_of_a_day_is_read_as_that_day_again(day: date) -> None:
    assert day_typed(written_day(day)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 พ.ย. 67", date(2024, 11, 12)),
        ("12/11/2567", date(2024, 11, 12)),
        ("๑๒ พฤศจิกายน ๒๕๖๗", date(2024, 11, 12)),
        ("2024-11-12", date(2024, 11, 12)),
        ("12/11", None),
        ("240168", None),
        ("1-5 ม.ค. 68", None),
    ],
)
def test_it_reads_the_usual_ways_and_guesses_nothing(text: str, day: date | None) -> None:
    field = only(only(AppTest.from_function(_page, default_timeout=PATIENCE).run()).enter(text))
    assert field.words == (written_day(day) if day else text)
    assert bool(field.fault) is (day is None)


@pytest.mark.parametrize("day", [MAY, date(2045, 1, 15), date(2024, 11, 12)])
def test_a_day_that_is_chosen_is_that_day(day: date) -> None:
    assert day_typed(only(only(AppTest.from_function(_page, default_timeout=PATIENCE).run()).choose(day)).words) == day


def test_half_of_a_day_leaves_the_day_as_it_was_until_another_is_chosen() -> None:
    field = only(only(only(AppTest.from_function(_page, default_timeout=PATIENCE).run()).choose(MAY)).enter("12/"))
    assert (field.words, "“12/”" in field.fault, shown(field.app)) == ("12/", True, str(MAY))
    field = only(field.choose(date(2024, 11, 12)))
    assert (field.words, field.fault) == ("12 พ.ย. 67", "")


def test_a_field_that_left_the_page_begins_anew() -> None:
    app = only(only(AppTest.from_function(_page, default_timeout=PATIENCE).run()).choose(MAY)).enter("12/")
    app.checkbox(key="is_away").check().run()
    field = only(app.checkbox(key="is_away").uncheck().run())
    assert (field.words, field.fault) == ("", "")


def only(app: AppTest) -> DayField:
    (field,) = days(app)
    return field


def shown(app: AppTest) -> str:
    return app.text[0].value


def _page() -> None:
    from datetime import date

    import streamlit as st

    from ui.forms.day import day_field

    if not st.checkbox("", key="is_away"):
        st.text(str(day_field("วันที่", "day", None, opens=date(2024, 11, 1)).day))
