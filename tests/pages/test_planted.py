"""No text of data reaches Markdown unless it is made to be shown as it stands, on any page."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.services.opening import Store
from tests.imports.made_files import workbook
from tests.pages.apps import PAGES, introduce, opened
from tests.pages.conftest import shown_by_pages
from tests.pages.import_desk import GOOD_ROW, HEADERS, uploaded
from tests.planted import MONTH, TEXTS, drawn, planted_name, strayed

AS_IT_STANDS = {
    "Code": {"code_text"},
    "DateInput": {"default", "value"},
    "MultiSelect": {"options", "default", "raw_values", "placeholder"},
    "NumberInput": {"placeholder"},
    "Selectbox": {"options", "raw_value", "placeholder"},
    "Text": {"body"},
    "TextArea": {"default", "value", "placeholder"},
    "TextInput": {"default", "value", "placeholder"},
}
"""The fields of Streamlit's elements that it shows as they are; every other text is Markdown."""
NOT_SHOWN = {"id", "form_id", "url", "key"}
_OPENED_BY_KEY = re.compile(r"\$\$ID-[0-9a-f]+-(.+)")


pytestmark = pytest.mark.usefixtures("planted")


@pytest.fixture(scope="module")
def planted(planted_office: Path) -> Iterator[Store]:
    with shown_by_pages(planted_office) as store:
        yield store


@pytest.mark.parametrize("page", PAGES)
def test_nothing_planted_is_drawn(page: str) -> None:
    app = introduce(opened(page, month=str(MONTH.month)), TEXTS[2])
    assert faults_of(everything_opened(app)) == []


@pytest.mark.parametrize("page", ["sections", "my_month", "months"])
def test_nothing_planted_is_drawn_of_a_section(page: str, planted: Store) -> None:
    app = introduce(opened(page, month=str(MONTH.month), section=planted_name(planted)), TEXTS[2])
    assert faults_of(everything_opened(app)) == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_planted_is_drawn_of_what_opens_over_a_page(page: str) -> None:
    month = str(MONTH.month)
    over = [opened(page, month=month, open=name) for name in one_of_each_kind(opened(page, month=month))]
    assert [fault for app in over for fault in faults_of(app)] == []


def test_nothing_planted_is_drawn_of_a_file() -> None:
    headers = (*HEADERS[:-1], TEXTS[6], TEXTS[7])
    unknown = (TEXTS[8], TEXTS[9], "ต.ค. 67", TEXTS[0], TEXTS[1])
    book = workbook(headers, (*GOOD_ROW, TEXTS[2]), unknown)
    app = introduce(uploaded(f"{TEXTS[3].replace('/', '')}.xlsx", book), TEXTS[2])
    assert [each for each in app.selectbox if "column" in str(each.key)]
    assert faults_of(everything_opened(app)) == []


def test_nothing_planted_is_drawn_of_the_words_of_a_file() -> None:
    headers = (*HEADERS, "ผลการดำเนินการ")
    unknown = (TEXTS[8], f"{TEXTS[2][:20]}…", "ต.ค. 67", TEXTS[0], TEXTS[1])
    app = introduce(uploaded("ต.ค.xlsx", workbook(headers, (*GOOD_ROW, TEXTS[2]), unknown)), TEXTS[2])
    assert [each for each in app.selectbox if "word" in str(each.key)]
    assert faults_of(everything_opened(app)) == []


@pytest.mark.parametrize("heading", ["4", "ก1"])
def test_nothing_planted_is_drawn_of_what_is_mended(heading: str) -> None:
    app = introduce(opened("plan", indicator=heading), TEXTS[2])
    parts = app.button_group[0]
    for part in list(parts.options):
        parts.set_value(part)
        assert faults_of(everything_opened(app.run())) == []


def everything_opened(app: AppTest) -> AppTest:
    """The page with every block open that is drawn only then."""
    for key in [key for block in blocks(app) if (key := key_of(block))]:
        app.session_state[key] = True
    return app.run()


def one_of_each_kind(app: AppTest) -> list[str]:
    """The name of one thing of each kind that can be pressed; where it opens nothing, the page stays as it is."""
    components = (each.proto for each in app.get("bidi_component") if each.proto.component_name == "answers")
    names = (name for proto in components for name in re.findall('data-press="([^"]*)"', proto.bytes.decode()))
    return list({name.partition(" ")[0]: html.unescape(name) for name in names}.values())


def faults_of(app: AppTest) -> list[str]:
    """What is drawn of planted texts."""
    assert not app.exception
    found = [fault for node in blocks(app) for fault in faults_in(getattr(node, "proto", None))]
    return sorted({f"{where}: {fault}" for where, fault in found})


def blocks(app: AppTest) -> Iterator[Any]:
    return within(app._tree)  # noqa: SLF001 - blocks have no other door


def within(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from within(child)


def key_of(block: Any) -> str:
    proto = getattr(block, "proto", None)
    kind = proto.WhichOneof("type") if type(proto).__name__ == "Block" else ""
    found = _OPENED_BY_KEY.fullmatch(getattr(getattr(proto, kind), "id", "") if kind else getattr(proto, "id", ""))
    is_folded = type(proto).__name__ == "Expandable" or kind in ("expandable", "popover")
    return found[1] if found and is_folded else ""


def faults_in(proto: Any) -> Iterator[tuple[str, str]]:
    kind = type(proto).__name__
    if proto is None or kind in ("Html", "BidiComponent"):
        return
    for field, value in proto.ListFields():
        values = value if field.is_repeated else [value]
        for each in values:
            if isinstance(each, str) and field.name not in NOT_SHOWN:
                check = strayed if field.name in AS_IT_STANDS.get(kind, ()) else drawn
                yield from ((f"{kind}.{field.name}", fault) for fault in check(each))
            elif hasattr(each, "ListFields"):
                yield from faults_in(each)
