"""What is said once on the next run, and again where that run was cut short."""

from streamlit.testing.v1 import AppTest

from tests.pages.apps import PATIENCE


def test_words_are_said_once() -> None:
    app = AppTest.from_function(_page, default_timeout=PATIENCE).run()
    assert said(app) == ["บันทึกแล้ว"]
    assert said(app.run()) == []


def test_what_a_run_said_that_was_cut_short_is_said_on_the_next() -> None:
    app = AppTest.from_function(_page, default_timeout=PATIENCE)
    app.session_state["is_cut_short"] = True
    assert said(app.run()) == ["บันทึกแล้ว"]
    assert said(app.run()) == []


def test_words_wait_for_the_place_at_which_they_are_to_be_said() -> None:
    app = AppTest.from_function(_page, default_timeout=PATIENCE)
    app.session_state["place"] = "elsewhere"
    assert said(app.run()) == []
    app.session_state["place"] = "here"
    assert said(app.run()) == ["บันทึกแล้ว"]


def said(app: AppTest) -> list[str]:
    return [text.value for text in app.text]


def _page() -> None:
    import streamlit as st

    from ui.shell.told import begin_run, run_again, tell, told_at

    begin_run()
    if "is_told" not in st.session_state:
        st.session_state["is_told"] = True
        tell("here", "บันทึกแล้ว")
    if words := told_at(st.session_state.get("place", "here")):
        st.text(words)
    if st.session_state.pop("is_cut_short", False):
        run_again()
