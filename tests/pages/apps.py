"""Pages run without a browser, and what they show."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.language import language
from ita_data.services.opening import Store

ROOT = Path(__file__).parent.parent.parent
PAGES = tuple(sorted(path.stem for path in (ROOT / "pages").glob("*.py")))

PATIENCE = 300
"""Seconds, many times what any page takes: no test fails because the machine is busy."""


class Office(NamedTuple):
    """What the pages show: one of the four offices, and its store."""

    name: str
    store: Store


def in_office(name: str) -> pytest.MarkDecorator:
    """Marks a test, or a module of tests, that looks at this office alone."""
    return pytest.mark.parametrize("office", [name], indirect=True)


def forget_cached(*modules: ModuleType) -> None:
    """Forget what these modules of the pages keep from one run to the next."""
    for function in (function for module in modules for function in vars(module).values()):
        if hasattr(function, "cache_clear"):
            function.cache_clear()


@contextmanager
def in_english() -> Iterator[None]:
    """The test speaks English meanwhile, for it names the chosen options itself when a page runs again."""
    token = language.set("en")
    try:
        yield
    finally:
        language.reset(token)


def opened(page: str, **choices: str) -> AppTest:
    """A page's own file, run with these choices in the address."""
    return _started(ROOT / "pages" / f"{page}.py", choices).run()


def reached(page: str, **choices: str) -> AppTest:
    """The same page, reached through the navigation."""
    return _started(ROOT / "ui" / "main.py", choices).run().switch_page(f"../pages/{page}.py").run()


def tables(app: AppTest) -> list[list[list[str]]]:
    """The texts of every table that isn't a data frame: row by row, the headers first."""
    on_the_page = list(app.main)
    over_it = (html for html in app.html if all(html is not each for each in on_the_page))
    texts = (text for text in map(_html, (*on_the_page, *over_it)) if text.startswith(("<div", "<details")))
    trees = [tree for tree in map(ElementTree.fromstring, texts) if tree.find(".//tr") is not None]
    return [[["".join(cell.itertext()) for cell in row] for row in tree.iter("tr")] for tree in trees]


def tables_with(app: AppTest, header: str) -> list[list[dict[str, str]]]:
    """The rows of every table that has this header, each by its headers."""
    found = [table for table in tables(app) if header in table[0]]
    return [[dict(zip(headers, row, strict=True)) for row in rows] for headers, *rows in found]


def answers(app: AppTest, block: str = "answers") -> ElementTree.Element:
    """The blocks of a first screen, or another block that can be pressed."""
    blocks = (each.proto for each in app.get("bidi_component") if each.proto.component_name == "answers")
    shown = next(proto for proto in blocks if proto.id.endswith(f"-{block}"))
    return ElementTree.fromstring(shown.bytes.decode())


def text_of(block: ElementTree.Element, css_class: str) -> list[str]:
    """What stands in every element of a class, in one line each."""
    return [" ".join("".join(each.itertext()).split()) for each in block.iter() if each.get("class") == css_class]


def unfolded(app: AppTest, form: str) -> AppTest:
    """The page with a form of this name opened."""
    app.session_state[form] = True
    return app.run()


def settings_from(month: int) -> AppTest:
    """The page of the settings, where somebody is about to change the rules from a month on."""
    app = introduce(opened("settings"))
    return field(app.selectbox, _("From which month on")).set_value(month).run()


def choose(app: AppTest, name: str, option: object) -> AppTest:
    """Choose an option of a filter."""
    return app.selectbox(key=name).select(option).run()


def field(fields: Iterable[Any], label: str) -> Any:
    """The field among those of one kind that bears this label."""
    return next(field for field in fields if field.label == label)


def introduce(app: AppTest, name: str = "เจ้าหน้าที่ธุรการ") -> AppTest:
    """Say who is at the screen."""
    app.session_state["who"] = True
    app.run().text_input(key="actor-name").input(name)
    return press(app, _("This is me"))


def press(app: AppTest, label: str) -> AppTest:
    """Press the button that bears this label."""
    return next(button for button in app.button if button.label == label).click().run()


def click(app: AppTest, chart: str, mark: object) -> AppTest:
    """Press a mark of a chart, which is known by the group it stands for."""
    app.session_state[chart] = {"pressed": mark}
    return app.run()


def press_in_answers(app: AppTest, name: str, block: str = "answers") -> AppTest:
    """Press what bears this name in the blocks of a first screen, or in another block that can be pressed."""
    assert name in [button.get("data-press") for button in answers(app, block).iter("button")]
    app.session_state[block] = {"pressed": name}
    return app.run()


def _html(element: Any) -> str:
    """The HTML of an element, or of the table under a chart; empty where there is none."""
    if element.type == "html":
        return str(element.value)
    is_chart = element.type == "bidi_component" and element.proto.component_name == "chart"
    return str(json.loads(element.proto.bytes)["table"]) if is_chart else ""


def _started(script: Path, choices: dict[str, str]) -> AppTest:
    app = AppTest.from_file(script, default_timeout=PATIENCE)
    app.query_params.update(choices)
    return app
