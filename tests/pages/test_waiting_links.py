"""On an indicator's page waiting links are confirmed: the sure ones together, the rest one by one."""

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.services import history, looking, opening
from ita_data.services.opening import Store
from tests.pages.apps import introduce, opened, unfolded

BLOCK = "waiting-links"


def test_the_sure_links_of_the_whole_plan_are_confirmed_together(report: Store) -> None:
    app = opened_block()
    assert app.button(key="confirm-sure").label == _("Confirm all {number}").format(number=18)
    app.button(key="confirm-sure").click().run()
    assert list(links(report).values()).count("confirmed") == 18
    assert links(report)["8.1", "8.4"] == "suggested"
    assert (history.batches(report)[0].added, history.batches(report)[0].changed) == (0, 18)
    assert not [button for button in app.button if button.key == "confirm-sure"]


def test_one_that_was_taken_out_of_the_list_stays_as_it_was(report: Store) -> None:
    app = opened_block()
    app.checkbox(key="sure-4.2-4.3").uncheck().run()
    app.button(key="confirm-sure").click().run()
    assert links(report)["4.2", "4.3"] == "suggested"
    assert list(links(report).values()).count("confirmed") == 17


def test_the_others_come_one_after_the_other_those_of_the_indicator_first(report: Store) -> None:
    app = opened_block(indicator="8")
    app.button(key="decide-rejected-8.1-8.4").click().run()
    assert decided_next(app) == "decide-confirmed-1.2-1.2"
    assert links(report)["8.1", "8.4"] == "rejected"
    app.button(key="decide-confirmed-1.2-1.2").click().run()
    assert links(report)["1.2", "1.2"] == "confirmed"
    app.button(key="link-later").click().run()
    assert decided_next(app) == "decide-confirmed-2.1-2.1"


@pytest.mark.usefixtures("report")
def test_the_words_that_both_texts_say_are_marked() -> None:
    app = opened_block(indicator="9")
    (shown,) = (html.value for html in app.html if html.value.startswith("<dl") and _("Measure") + " 9.1" in html.value)
    assert "<mark>มอบหมาย</mark>" in shown


@pytest.mark.usefixtures("report")
def test_nobody_confirms_without_a_name() -> None:
    app = unfolded(opened("indicators", indicator="8"), BLOCK)
    assert app.button(key="confirm-sure").disabled
    assert app.button(key="decide-confirmed-8.1-8.4").disabled


@pytest.mark.usefixtures("report")
def test_no_page_shows_a_percentage_of_likeness() -> None:
    app = opened_block(indicator="4")
    texts = [text.value for text in app.text]
    assert any("4.3" in text for text in texts)
    assert not any("%" in text for text in texts)


def opened_block(indicator: str = "4") -> AppTest:
    app = introduce(opened("indicators", indicator=indicator))
    return unfolded(app, BLOCK)


def links(store: Store) -> dict[tuple[str, str], str]:
    (plan,) = opening.plans(store)
    return {(link.outcome, link.measure): link.state for link in looking.records(store, plan).links}


def decided_next(app: AppTest) -> str:
    unfolded(app, BLOCK)
    return next(button.key for button in app.button if button.key and button.key.startswith("decide-confirmed"))
