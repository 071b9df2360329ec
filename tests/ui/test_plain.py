"""No text of a record reaches Markdown but through `plain`, wherever a page draws one without a detour."""

import ast
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest

from ita_data.config import ROOT
from ita_data.model.actors import Actor
from ita_data.model.records import KINDS
from ui.html.markdown import plain

CODES = {"code", "comes_from", "identity", "instrument", "measure", "outcome", "sha256", "subject"}
TEXTS = {
    field.name
    for kind in (Actor, *KINDS.values())
    for field in fields(kind)
    if get_type_hints(kind)[field.name] is str and field.name not in CODES
}
"""The fields in which people write."""
DRAWS_ITS_LABEL_ALONE = {"multiselect", "number_input", "selectbox", "text_area", "text_input"}
SHOWS_AS_THEY_ARE = {"code", "download_button", "html", "text"}
NOT_DRAWN = {"args", "default", "file_name", "format_func", "key", "options", "placeholder", "value"}
TRANSLATED = {"plain", "_"}
FILES = sorted((ROOT / "ui").rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_text_of_a_record_goes_through_plain(path: Path) -> None:
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    assert [found for call in calls for part in drawn_parts(call) for found in texts_in(part)] == []


def test_errors_and_names_are_noticed() -> None:
    (call,) = (node for node in ast.walk(ast.parse('st.info(f"{section.name}")')) if isinstance(node, ast.Call))
    assert [found for part in drawn_parts(call) for found in texts_in(part)] == ["section.name"]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("ฝ่ายการคลัง 4.2 (ก)", r"ฝ่ายการคลัง 4.2 \(ก\)"),
        ("1. หนึ่ง", r"1\. หนึ่ง"),
        ("**a** $x$ <b> &lt;", r"\*\*a\*\* \$x\$ \<b\> \&lt;"),
        ("https://a.go.th", r"https\::color[]//a.go.th"),
        ("a@b.go.th www.b", "a:color[]@b.go.th www:color[].b"),
        (":material/home: ->", r"\::color[]material/home\: \-:color[]\>"),
        ("a \n\n  b\n", "a\\\nb"),
    ],
)
def test_plain_leaves_nothing_to_draw(text: str, markdown: str) -> None:
    assert plain(text) == markdown


def drawn_parts(call: ast.Call) -> Iterator[ast.expr]:
    """What a call of Streamlit draws as Markdown."""
    function = call.func
    if not (isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "st"):
        return
    if function.attr in SHOWS_AS_THEY_ARE:
        return
    if function.attr in DRAWS_ITS_LABEL_ALONE:
        yield from call.args[:1]
        yield from (each.value for each in call.keywords if each.arg not in NOT_DRAWN)
        return
    yield from call.args
    yield from (each.value for each in call.keywords if each.arg not in NOT_DRAWN - {"format_func"})


def texts_in(part: ast.AST) -> Iterator[str]:
    """The texts of records in an expression, and errors, which name some."""
    if isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
        if part.func.id in TRANSLATED:
            return
        if part.func.id == "str":
            yield ast.unparse(part)
    if isinstance(part, ast.Attribute) and part.attr in TEXTS:
        yield ast.unparse(part)
    for child in ast.iter_child_nodes(part):
        yield from texts_in(child)
