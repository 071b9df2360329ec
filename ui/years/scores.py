"""The scores of a year's assessment: what they come to, and the form to enter them, of 100 or weighted."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.changes import Edit
from ita_data.model.score import WHOLE_OFFICE, Band, Score
from ita_data.model.scores import (
    INSTRUMENTS,
    WEIGHTS,
    Assessment,
    band_of,
    can_be_weighted,
    from_weighted,
    kept,
    weighted_total,
)
from ui.forms.begun import Form, edit, folded_form
from ui.look.look import Look
from ui.parts.points import points_label
from ui.parts.tables import number_table

_NAME = "scores"
_IN_A_ROW = 5
_OF_100, _WEIGHTED = "of_100", "weighted"

Points = Mapping[str, Decimal]
Shown = Mapping[str, Score]
"""The scores of one year by their subjects."""


def show_scores(look: Look) -> None:
    """The scores of the year before, which this year's measures answer, and of the year looked at."""
    both = [look.stored.assessment(year) for year in _years(look)]
    if not any(found.points or found.official_band for found in both):
        st.header(_("Assessment scores"), anchor=False)
        st.info(_("No scores of fiscal years {first} and {second} were entered yet.").format(**_named(both)))
        return
    headers = [_("Points of 100"), *(_("Fiscal year {year}").format(year=found.fiscal_year) for found in both)]
    rows = [
        *([name, *(points_label(found.points.get(name)) for found in both)] for name in INSTRUMENTS),
        [_("Total, computed"), *(points_label(found.total) for found in both)],
        [_("Band, computed"), *(_band(found.band) for found in both)],
        [_("Total, official"), *(points_label(found.official_total) for found in both)],
        [_("Band, official"), *(_band(found.official_band) for found in both)],
    ]
    number_table(_("Assessment scores"), headers, rows)
    for found in both:
        _say_what_differs(found)


def _years(look: Look) -> tuple[int, int]:
    return look.plan.fiscal_year - 1, look.plan.fiscal_year


def _named(both: list[Assessment]) -> dict[str, int]:
    return dict(zip(("first", "second"), (found.fiscal_year for found in both), strict=True))


def _band(band: Band | None) -> str:
    return label("band", band) if band else "–"


def _say_what_differs(found: Assessment) -> None:
    if found.has_other_band:
        text = _("Fiscal year {year}: the official band is “{official}”, but the scores come to “{computed}”.")
        words = {"official": _band(found.official_band), "computed": _band(found.band)}
        st.warning(text.format(year=found.fiscal_year, **words) + " " + _("Check the scores that were entered."))
    if found.has_other_total:
        text = _("Fiscal year {year}: the official total is {official}, but the scores come to {computed}.")
        words = {"official": points_label(found.official_total), "computed": points_label(found.total)}
        st.warning(text.format(year=found.fiscal_year, **words) + " " + _("Check the scores that were entered."))


def scores_form(look: Look) -> None:
    """The fields for a year's scores; where the figures may be of 100 or weighted, it asks which they are."""
    folded_form(_NAME, _("Enter a year's scores"), ":material/edit_note:", lambda: _edit(look))


def _edit(look: Look) -> None:
    year = st.selectbox(_("Scores of fiscal year"), _years(look), key="score-year", filter_mode=None)
    found = look.stored.assessment(year)
    home = replace(look, plan=replace(look.plan, name=look.stored.plan_of_scores(year)))
    stored = _as_scores(found.points, found)
    edit(home, _NAME, str(year), stored, enter=partial(_entered, look, year), edits=_edits)


def _entered(look: Look, year: int, form: Form[Shown]) -> Shown | None:
    instruments = _fields(
        form, {name: _("{name} (weight {weight})").format(name=name, weight=WEIGHTS[name]) for name in INSTRUMENTS}, 3
    )
    read = _read(form, year, instruments)
    numbers = [str(number) for number in look.facts.names["indicator"]]
    indicators = _fields(form, {number: _("Indicator {number}").format(number=number) for number in numbers}, _IN_A_ROW)
    official, band = _official(form)
    points = {**(read or {}), **indicators, **official}
    return None if read is None else _as_scores(points, Assessment(year, points, band))


def _edits(shown: Shown, entered: Shown) -> Iterator[Edit]:
    return ((shown.get(subject), entered.get(subject)) for subject in {**shown, **entered})


def _as_scores(points: Points, found: Assessment) -> Shown:
    scores = {subject: Score(found.fiscal_year, subject, value) for subject, value in points.items()}
    if found.official_band:
        total = points.get(WHOLE_OFFICE)
        scores[WHOLE_OFFICE] = Score(found.fiscal_year, WHOLE_OFFICE, total, found.official_band)
    return scores


def _fields(form: Form[Shown], names: Mapping[str, str], in_a_row: int) -> dict[str, Decimal]:
    """A field for the points of each subject; what is left empty isn't known."""
    found = {}
    columns = st.columns(in_a_row)
    for place, (subject, name) in enumerate(names.items()):
        with columns[place % in_a_row]:
            points = _field(form, subject, name)
        if points is not None:
            found[subject] = points
    return found


def _field(form: Form[Shown], subject: str, name: str) -> Decimal | None:
    score = form.shown.get(subject)
    shown = None if score is None or score.value is None else float(score.value)
    # As a default it would come back whenever somebody empties the field.
    st.session_state.setdefault(form.key(subject), shown)
    entered = st.number_input(name, 0.0, 100.0, None, 0.01, "%.2f", key=form.key(subject), placeholder=_("not known"))
    return None if entered is None else kept(Decimal(str(entered)))


def _official(form: Form[Shown]) -> tuple[dict[str, Decimal], Band | None]:
    """The result as published: its total and its band."""
    left, right = st.columns(2)
    with left:
        total = _field(form, WHOLE_OFFICE, _("Total, official"))
    shown = form.shown.get(WHOLE_OFFICE)
    bands = [None, *Band]
    with right:
        band: Band | None = st.selectbox(
            _("Band, official"),
            bands,
            index=bands.index(shown.band if shown else None),
            format_func=lambda band: label("band", band) if band else _("not known"),
            key=form.key("band"),
            filter_mode=None,
        )
    return ({} if total is None else {WHOLE_OFFICE: total}), band


def _read(form: Form[Shown], year: int, entered: Points) -> Points | None:
    """The instruments' figures as points of 100; None as long as nobody said what they are."""
    shown = {name: score.value for name, score in form.shown.items() if name in INSTRUMENTS}
    if not entered or entered == shown:
        return entered
    if not can_be_weighted(entered):
        _say_what_is_low(entered)
        return entered
    meanings = {_OF_100: entered, _WEIGHTED: from_weighted(entered)}
    number_table(_("How are these figures meant?"), [_("Read as"), *_meaning_headers()], _meaning_rows(year, meanings))
    names = {_OF_100: _("Of 100"), _WEIGHTED: _("Weighted, of 30, 30 and 40")}
    chosen = st.radio(
        _("These figures are"),
        list(meanings),
        index=None,
        format_func=names.__getitem__,
        horizontal=True,
        key=form.key("meaning"),
    )
    return meanings[chosen] if chosen else None


def _say_what_is_low(entered: Points) -> None:
    low = [name for name, value in entered.items() if value <= WEIGHTS[name]]
    if low:
        text = _("All are read as of 100, for some are too high to be weighted. Enter {names} of 100 too, if weighted.")
        st.warning(text.format(names=", ".join(low)))


def _meaning_headers() -> list[str]:
    return [*INSTRUMENTS, _("Total"), _("Band, computed")]


def _meaning_rows(year: int, meanings: Mapping[str, Points]) -> list[list[str]]:
    names = {_OF_100: _("Of 100"), _WEIGHTED: _("Weighted, of 30, 30 and 40")}
    return [
        [
            names[meaning],
            *(points_label(points.get(name)) for name in INSTRUMENTS),
            points_label(weighted_total(points)),
            _band(band_of(year, points)),
        ]
        for meaning, points in meanings.items()
    ]
