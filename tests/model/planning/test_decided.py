"""What a person decides about changes: which side of a conflict, what is emptied, what is left out."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ita_data.model.changes import Action, Change, Changes, Conflict
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Record, Records
from ita_data.model.rules import Rules
from tests.model.planning.one_record import REVIEW, changes, only
from tests.plans import ENFORCEMENT

CONFLICT = Conflict("ผู้ประสานงานแผน", datetime(2024, 11, 20, tzinfo=UTC))


def reviews_in(planned: Changes) -> list[Change]:
    """What would be written of reviews."""
    return [change for change in planned.writes if change.record.kind == "review"]


def conflicting(stored: Record, read: Record, template: Record | None = None) -> Changes:
    """The changes where somebody changed the stored record after the file's template was made."""
    held = replace(only(stored), rules=(Rules(),))
    return changes_of(held, only(read), 7, {(stored.kind, stored.key): replace(CONFLICT, template=template)})


def test_a_blank_empties_what_is_stored_where_a_person_says_so_and_nothing_else() -> None:
    planned = changes(REVIEW, replace(REVIEW, progress=80.0, result="", note=""))
    (change,) = reviews_in(planned.emptied({(("review", REVIEW.key), "note"), (("review", REVIEW.key), "progress")}))
    assert change.after == replace(REVIEW, progress=80.0, note="")
    assert change.kept == ("result",)


def test_a_file_of_blanks_alone_changes_what_a_person_empties() -> None:
    planned = changes(REVIEW, replace(REVIEW, result=""))
    assert reviews_in(planned) == []
    (change,) = reviews_in(planned.emptied({(("review", REVIEW.key), "result")}))
    assert (change.before, change.after) == (REVIEW, replace(REVIEW, result=""))


def test_a_record_that_a_person_leaves_out_stays_as_it_is_stored() -> None:
    stored = Records("สำนักงานเขตตัวอย่าง", 2568, reviews=(REVIEW,))
    other = replace(REVIEW, section=ENFORCEMENT)
    read = replace(stored, reviews=(replace(REVIEW, progress=80.0), other))
    planned = changes_of(stored, read, 7).without({("review", REVIEW.key)})
    assert [change.after for change in reviews_in(planned)] == [other]


def test_a_record_that_somebody_changed_since_the_template_was_made_waits_for_a_choice() -> None:
    planned = conflicting(REVIEW, replace(REVIEW, progress=80.0))
    assert planned.conflicts == (Change(Action.CHANGED, REVIEW, replace(REVIEW, progress=80.0), conflict=CONFLICT),)


def test_no_choice_is_needed_where_the_file_says_what_is_stored() -> None:
    assert conflicting(REVIEW, REVIEW).conflicts == ()


def test_a_row_that_nobody_filled_in_collides_with_nothing() -> None:
    stored, later = replace(REVIEW, progress=80.0), date(2025, 2, 1)
    template = replace(REVIEW, result="ตามแบบ")
    for untouched in (replace(template, received_on=later), replace(template, received_on=later, result="")):
        assert conflicting(stored, untouched, template).changes == (Change(Action.UNCHANGED, stored, stored),)
    assert len(conflicting(stored, replace(template, progress=75.0), template).conflicts) == 1


def test_what_the_file_says_is_taken_where_somebody_chose_it() -> None:
    corrected = replace(REVIEW, progress=80.0)
    planned = conflicting(REVIEW, corrected)
    assert planned.resolved({("review", REVIEW.key)}).writes == (Change(Action.CHANGED, REVIEW, corrected),)
    assert planned.resolved(()).changes == (Change(Action.UNCHANGED, REVIEW, REVIEW),)
    assert planned.resolved(()).conflicts == ()


def test_choosing_leaves_changes_without_a_conflict_alone() -> None:
    planned = changes(REVIEW, replace(REVIEW, progress=80.0))
    assert planned.resolved(()) == planned
