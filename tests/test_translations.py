"""The Thai catalogue holds every text of the code, complete and compiled."""

import ast
from io import BytesIO
from string import Formatter

from babel.messages.mofile import write_mo

from ita_data.config import ROOT
from ita_data.locale.update import CATALOGUE, catalogue, texts_in_code

SOURCES = ("ita_data", "pages", "ui")
TEXTS = {text for text, _file in texts_in_code()}
CATALOGUED = catalogue()
THAI = {str(entry.id): str(entry.string) for entry in CATALOGUED if entry.id}
ADVICE = "run: python3 start.py translate, then fill in the empty ones in ita.po and run it again"


def gaps(text: str) -> set[str]:
    """The named gaps of a text: {value}, {month} …"""
    return {name for _literal, name, _format, _conversion in Formatter().parse(text) if name is not None}


def texts_marked() -> set[str]:
    """The texts that `_` and `mark` are called with, wherever in an expression."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for part in SOURCES for file in (ROOT / part).rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    named = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id in ("_", "mark")]
    return {text.value for text in named if isinstance(text, ast.Constant) and isinstance(text.value, str)}


def test_every_text_of_the_code_is_in_the_catalogue() -> None:
    assert TEXTS - THAI.keys() == set(), ADVICE


def test_no_text_hides_where_the_catalogue_cannot_see_it() -> None:
    assert texts_marked() - TEXTS == set(), "take it out of the f-string"


def test_every_text_of_the_code_has_a_translation() -> None:
    assert [text for text, thai in THAI.items() if not thai.strip()] == [], ADVICE


def test_the_catalogue_holds_no_text_that_the_code_has_lost() -> None:
    assert THAI.keys() - TEXTS == set(), ADVICE


def test_no_translation_is_marked_as_a_guess() -> None:
    assert [entry.id for entry in CATALOGUED if entry.id and entry.fuzzy] == []


def test_every_translation_has_the_gaps_of_its_text() -> None:
    assert [text for text, thai in THAI.items() if thai and gaps(thai) != gaps(text)] == []


def test_the_compiled_catalogue_is_up_to_date() -> None:
    compiled = BytesIO()
    write_mo(compiled, CATALOGUED)
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue(), ADVICE
