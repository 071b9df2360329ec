"""Entering a year's assessment scores, of 100 or weighted, and where they are shown."""

from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.plan_name import PlanName
from ita_data.model.score import WHOLE_OFFICE, Band, Score
from ita_data.services import editing, history, opening, scores
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import field, introduce, opened, press, tables_with

OFFICE = "สำนักงานเขตบางกอกน้อย"
WEIGHTED = {"IIT": 26.53, "EIT": 24.16, "OIT": 37.75}
OF_100 = {"IIT": 88.43, "EIT": 80.53, "OIT": 94.38}
POINTS = _("Points of 100")


def form(**points: float) -> AppTest:
    """The form, opened by somebody who said who they are, with these points of the instruments."""
    app = introduce(opened("years", year="2568"))
    app.session_state["scores"] = True
    app.run()
    return enter(app, **points)


def enter(app: AppTest, **points: float) -> AppTest:
    for name, value in points.items():
        next(box for box in app.number_input if box.label.startswith(name)).set_value(value)
    return app.run()


def read_as(app: AppTest, reading: str) -> AppTest:
    return field(app.radio, _("These figures are")).set_value(reading).run()


def stored(store: Store) -> dict[str, Decimal | None]:
    return {score.subject: score.value for score in scores.scores(store, OFFICE) if score.fiscal_year == 2567}


def shown(app: AppTest) -> dict[str, str]:
    """The column of 2567."""
    (rows,) = tables_with(app, POINTS)
    return {row[POINTS]: row[_("Fiscal year {year}").format(year=2567)] for row in rows}


def said(app: AppTest) -> list[str]:
    return [box.value for kind in ("error", "warning", "info", "success") for box in app.get(kind)]


@pytest.mark.usefixtures("report")
def test_figures_that_may_be_weighted_are_asked_about_and_both_readings_shown() -> None:
    app = form(**WEIGHTED)
    assert app.button(key="save-scores").disabled
    (readings,) = tables_with(app, _("Read as"))
    assert [(row["IIT"], row[_("Total")], row[_("Band, computed")]) for row in readings] == [
        ("26.53", "30.31", label("band", "urgent")),
        ("88.43", "88.44", label("band", "passed")),
    ]


def test_weighted_figures_are_kept_of_100(report: Store) -> None:
    app = press(read_as(form(**WEIGHTED), "weighted"), _("Save"))
    assert not app.exception
    assert stored(report) == {"IIT": Decimal("88.4333"), "EIT": Decimal("80.5333"), "OIT": Decimal("94.375")}
    assert history.batches(report)[0].actor.name == "เจ้าหน้าที่ธุรการ"
    assert (shown(app)["IIT"], shown(app)[_("Total, computed")]) == ("88.43", "88.44")
    assert shown(app)[_("Band, computed")] == label("band", "passed")


def test_figures_too_high_to_be_weighted_are_of_100_and_nobody_is_asked(report: Store) -> None:
    app = form(**OF_100)
    assert not [box for box in app.radio if box.label == _("These figures are")]
    press(app, _("Save"))
    assert stored(report) == {name: Decimal(str(value)) for name, value in OF_100.items()}


@pytest.mark.usefixtures("report")
def test_a_low_figure_among_high_ones_is_pointed_out() -> None:
    app = form(IIT=26.53, EIT=80.53, OIT=94.38)
    text = _("All are read as of 100, for some are too high to be weighted. Enter {names} of 100 too, if weighted.")
    assert text.format(names="IIT") in said(app)


def test_saving_again_what_is_stored_asks_and_writes_nothing(report: Store) -> None:
    app = press(read_as(form(**WEIGHTED), "weighted"), _("Save"))
    before = opening.revision(report)
    press(app, _("Save"))
    assert opening.revision(report) == before
    assert _("Nothing differed from what is stored, so nothing was written.") in said(app)


def test_an_official_band_that_differs_is_said(report: Store) -> None:
    app = form(**OF_100)
    field(app.selectbox, _("Band, official")).select(Band.GOOD).run()
    app = press(app, _("Save"))
    assert Score(2567, WHOLE_OFFICE, None, Band.GOOD) in scores.scores(report, OFFICE)
    assert shown(app)[_("Band, official")] == label("band", "good")
    text = _("Fiscal year {year}: the official band is “{official}”, but the scores come to “{computed}”.")
    words = {"official": label("band", "good"), "computed": label("band", "passed")}
    assert any(each.startswith(text.format(year=2567, **words)) for each in said(app))


def test_a_score_can_be_taken_out_again(report: Store) -> None:
    app = press(form(**OF_100), _("Save"))
    field = next(box for box in app.number_input if box.label.startswith("IIT"))
    app.session_state[field.key] = None
    press(app.run(), _("Save"))
    assert stored(report).keys() == {"EIT", "OIT"}
    assert shown(app)[_("Total, computed")] == "–"


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_unseen(report: Store) -> None:
    app = form(**OF_100)
    theirs = Score(2567, "IIT", Decimal(70))
    editing.save(report, PlanName(OFFICE, 2568), [(None, theirs)], COORDINATOR)
    press(app, _("Save"))
    assert stored(report) == {"IIT": Decimal(70)}
    assert len(app.error) == 1
    press(app, _("Save"))
    assert stored(report)["IIT"] == Decimal("88.43")


def test_last_years_scores_stand_beside_this_years_measures(report: Store) -> None:
    edits = [(None, Score(2567, subject, Decimal(value))) for subject, value in (("4", "79.4"), ("IIT", "88.4333"))]
    editing.save(report, PlanName(OFFICE, 2568), edits, COORDINATOR)
    app = opened("indicators", indicator="4")
    assert {metric.label: metric.value for metric in app.metric} == {
        _("Score of this indicator"): "79.40",
        _("Score of {name}").format(name="IIT"): "88.43",
    }
    assert not opened("indicators", indicator="ก1").metric


@pytest.mark.usefixtures("report")
def test_nobody_enters_scores_without_a_name() -> None:
    app = opened("years")
    app.session_state["scores"] = True
    assert app.run().button(key="save-scores").disabled
