"""The bar of a page as it is drawn without a browser: its title, its chips, and what can be chosen on it."""

from xml.etree import ElementTree

from streamlit.testing.v1 import AppTest

from tests.pages.apps import answers

_BAR = "bar"


def bar(app: AppTest) -> ElementTree.Element:
    """The bar itself."""
    return answers(app, _BAR)


def title(app: AppTest) -> str:
    """The title of the page."""
    return "".join(next(bar(app).iter("h1")).itertext())


def options(app: AppTest, name: str) -> list[str]:
    """The words of what can be chosen."""
    return [option.text or "" for option in _choices(app)[name].iter("option")]


def chosen(app: AppTest, name: str) -> str:
    """The code of what is chosen."""
    return next(option.get("value", "") for option in _choices(app)[name].iter("option") if option.get("selected"))


def choices(app: AppTest) -> list[str]:
    """The names of all that can be chosen, in their order."""
    return list(_choices(app))


def menu(app: AppTest, name: str) -> list[str]:
    """The sentences in a menu of the bar; none where there is no such menu."""
    found = (each for each in bar(app).iter("div") if each.get("id") == f"menu-{name}")
    return ["".join(sentence.itertext()) for each in found for sentence in each.iter("p")]


def chip(app: AppTest, name: str) -> str | None:
    """The words of what can be pressed, by what is told then; None where it isn't there."""
    found = (each for each in bar(app).iter("button") if each.get("data-press") == name)
    return next(("".join(each.itertext()) for each in found), None)


def choose(app: AppTest, name: str, option: object) -> AppTest:
    """Choose an option by its code."""
    assert str(option) in [each.get("value") for each in _choices(app)[name].iter("option")]
    return _told(app, f"{name} {option}")


def press(app: AppTest, name: str) -> AppTest:
    """Press a button of the bar."""
    assert chip(app, name) is not None
    return _told(app, name)


def _choices(app: AppTest) -> dict[str, ElementTree.Element]:
    return {each.get("data-choose", ""): each for each in bar(app).iter("select")}


def _told(app: AppTest, pressed: str) -> AppTest:
    """Run the page once with what the browser tells of a press, which is over after that."""
    app.session_state[_BAR] = {"pressed": pressed}
    app.run()
    del app.session_state[_BAR]
    return app
