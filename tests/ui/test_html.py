"""What pages show, as HTML: whatever a file or a person wrote stands in it as text."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup, escape
from pandas import DataFrame

from ita_data.agenda.screen import Bar, Bars, Body, Field, Grid, Listing, Number, Numbers, Screen, Strip, Strips
from ui.html.differences import marked
from ui.html.rendering import rendered
from ui.html.screens import screen_html
from ui.html.tables import folded_html, metric_html, numbers_html, text_html, titled_html


class Tags(HTMLParser):
    """The tags of a piece of HTML, and whatever its texts and attributes say."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.words += [value or "" for _name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def scripts(number: int) -> list[str]:
    """So many texts, each with a script of its own that would end an attribute, too."""
    return [f"'\"><script>alert({each})</script>&amp;" for each in range(number)]


def bodies() -> Iterator[tuple[Body, list[str]]]:
    """Every kind of body with such a text in each of its fields, and these texts."""
    texts = scripts(10)
    a, b, c, d, e, f, g, *_rest = texts
    yield Numbers((Number(a, b, c, d, e), Number(a, f, c, d))), texts[:6]
    yield Bars(("completed",), (a,), (b,), (Bar(c, (1,), d, e), Bar(c, (0,), f)), g, 0.5, g), texts[:7]
    fields = (Field("late", a, b, c, d), Field("missing", a, b, c))
    yield Grid((e, e), ((f, fields),), (("late", a, g),)), texts[:7]
    yield Strips((a,), (Strip(a, a, (Field("late", b, c, d),), (e,), (f,)),), (("late", b, g),)), texts[:7]
    yield Listing((a, b), ((c, d),), (40, 60), e, f), texts[:6]


@pytest.mark.parametrize(("body", "texts"), list(bodies()), ids=lambda value: type(value).__name__)
def test_no_text_of_a_screen_becomes_markup(body: Body, texts: list[str]) -> None:
    title, foot = "<script>title</script>", "<script>foot</script>"
    shown = Tags(screen_html(Screen("orders", title, body, foot)))
    assert "script" not in shown.names
    assert [text for text in (title, foot, *texts) if not any(text in words for words in shown.words)] == []


def test_no_text_of_a_table_becomes_markup() -> None:
    texts = scripts(7)
    headers, row, (title, key, _name) = texts[:2], texts[2:4], texts[4:]
    for table in (text_html(headers, [row]), numbers_html(headers, [row])):
        for shown in (Tags(folded_html(title, table, key)), Tags(titled_html(title, table))):
            assert "script" not in shown.names
            assert {title, *headers, *row} <= set(shown.words)
    assert key in Tags(folded_html(title, table, key)).words


def test_no_name_of_a_metric_becomes_markup() -> None:
    (name,) = scripts(1)
    shown = Tags(metric_html(DataFrame({"section": ["ก"], "completed": [3]}), {"section": {"ก": name}}))
    assert "script" not in shown.names
    assert {name, "3"} <= set(shown.words)


def test_a_mean_progress_is_rounded_neither_to_100_nor_to_0() -> None:
    table = DataFrame({"section": ["ก", "ข"], "progress": [99.7, 0.2]})
    shown = Tags(metric_html(table, {"section": {"ก": "ก", "ข": "ข"}}))
    assert {"99", "1"} <= set(shown.words)


def test_no_version_of_a_text_becomes_markup() -> None:
    before, after = marked("เดิม <script>1</script> ที่ประชุม", "ใหม่ <script>1</script> ที่ประชุม")
    assert before == f"<del>เดิม</del> {escape('<script>1</script>')} ที่ประชุม"
    assert after == f"<ins>ใหม่</ins> {escape('<script>1</script>')} ที่ประชุม"


def test_a_table_shows_line_breaks_and_keeps_what_is_short_on_one_line() -> None:
    table = text_html(["ข้อ", "ประเด็น"], [["I1", "บรรทัดแรก\nบรรทัดที่สอง <ยาว>"]])
    assert table.replace("\n", "") == (
        '<div class="table"><table><thead><tr><th class="short">ข้อ</th><th class="short">ประเด็น</th></tr></thead>'
        '<tbody><tr><th scope="row" class="short">I1</th><td>บรรทัดแรก<br/>บรรทัดที่สอง &lt;ยาว&gt;</td></tr></tbody>'
        "</table></div>"
    )


def test_what_is_markup_already_stands_as_it_is() -> None:
    assert '<td class="short"><ins>ก</ins></td>' in text_html(["ก", "ข"], [["1", Markup("<ins>ก</ins>")]])


def test_a_field_of_a_grid_leads_to_what_is_behind_it_where_there_is_something() -> None:
    fields = (Field("late", "◷", "3/4", "ล่าช้า", "1.1-3"), Field("late", "◷", "3/4", "ล่าช้า"), Field("", "", "", ""))
    html = screen_html(Screen("sections", "ก", Grid(("ต.ค. 67",) * 3, (("ฝ่ายโยธา", fields),), ()), "ข"))
    with_list, without, blank = html.split("<td>")[1:]
    assert with_list.startswith('<button type="button" data-behind="1.1-3" class="field"')
    assert without.startswith('<span role="img" class="field"')
    assert blank.startswith("</td>")


def test_a_template_that_names_something_it_is_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="key"):
        rendered("folded.html", title="ก", table=Markup(""))
