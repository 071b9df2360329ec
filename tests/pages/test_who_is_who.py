"""A report that comes again at the import desk: which measures it changes, and which it asks about."""

from dataclasses import replace

from ita_data.exports.xlsx import report_xlsx
from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.records import Records
from ita_data.services import looking, opening
from ita_data.services.opening import Store
from tests.model.planning.test_matching import numbered
from tests.pages.apps import introduce, press, tables_with
from tests.pages.import_desk import bar, keyed, uploaded

INSERTED = "จัดตั้งศูนย์รับเรื่องร้องเรียนออนไลน์ตลอดยี่สิบสี่ชั่วโมง"
OTHER = "ติดตั้งกล้องวงจรปิดในลานจอดรถ"


def stored(store: Store) -> Records:
    return looking.records(store, opening.plans(store)[0])


def texts(store: Store) -> dict[str, str]:
    return {measure.code: measure.text for measure in stored(store).measures}


def with_first_measure(store: Store, text: str, *, is_inserted: bool) -> bytes:
    """The office's report as a workbook with another text as its first measure, before the others or in its place."""
    records = stored(store)
    new, rest = replace(records.measures[0], text=text, detail=""), records.measures[0 if is_inserted else 1 :]
    measures = numbered(records, [new, *rest]).measures
    return report_xlsx(replace(records, measures=measures, links=()))


def test_an_inserted_measure_is_told_apart_and_the_renumbered_ones_share_a_line(report: Store) -> None:
    before = texts(report)
    app = introduce(uploaded("report.xlsx", with_first_measure(report, INSERTED, is_inserted=True)))
    assert any(label("becoming", "inserted") in text.value for text in app.markdown)
    (table,) = tables_with(app, _("In the plan"))
    assert INSERTED in str(table)
    press(app, _("Apply these changes"))
    assert not app.exception
    after = texts(report)
    assert (after["1.1"], after["1.2"], after["1.3"]) == (INSERTED, before["1.1"], before["1.2"])


def test_another_text_in_a_measures_place_is_asked_about_before_anything_is_written(report: Store) -> None:
    before = texts(report)["1.1"]
    app = introduce(uploaded("report.xlsx", with_first_measure(report, OTHER, is_inserted=False)))
    assert _("say which records are new ({number})").format(number=1) in bar(app)
    assert app.button(key="apply").disabled
    keyed(app.radio, "doubt-measure").set_value("new").run()
    press(app, _("Apply these changes"))
    assert not app.exception
    assert texts(report)["1.1"] == OTHER
    assert before in texts(report).values()
