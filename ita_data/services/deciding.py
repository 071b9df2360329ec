"""What a person decides on a page."""

from collections.abc import Callable
from dataclasses import replace

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Change, Changes, Origin
from ita_data.model.errors import NotFound
from ita_data.model.records import Link, LinkState, Record, Records, Rules
from ita_data.services.applying import apply_changes
from ita_data.services.clock import today
from ita_data.services.opening import Store
from ita_data.store import reader, reading

PAGE = "page"
"""The layout of a batch that was written on a page and not read from a file."""


def decide_link(
    store: Store,
    organisation: str,
    fiscal_year: int,
    outcome: str,
    measure: str,
    state: LinkState,
    actor: Actor,
    reason: str = "",
) -> int | None:
    """Confirm or reject a link between an outcome and a measure, or make one that nobody suggested.

    Raises NotFound if the plan has no such outcome or measure, and MonthClosed where a closed month would change
    without a `reason`. Gives the batch's id, None where it already was so.
    """

    def decided(stored: Records) -> Change:
        _require(outcome in {record.code for record in stored.outcomes}, outcome)
        _require(measure in {record.code for record in stored.measures}, measure)
        before = next((link for link in stored.links if link.key == (outcome, measure)), None)
        after = replace(before, state=state) if before else Link(outcome, measure, state)
        return _edited(before, after)

    return _edit(store, organisation, fiscal_year, decided, actor, reason)


def change_rules(
    store: Store, organisation: str, fiscal_year: int, rules: Rules, actor: Actor, reason: str = ""
) -> int | None:
    """Decide the due day and whose reviews are expected; gives the batch's id, None where it already was so.

    Raises MonthClosed where a month is closed and no `reason` is given.
    """

    def decided(stored: Records) -> Change:
        _require(bool(stored.rules), organisation)
        return _edited(stored.rules[0], rules)

    return _edit(store, organisation, fiscal_year, decided, actor, reason)


def _edit(
    store: Store, organisation: str, fiscal_year: int, decide: Callable[[Records], Change], actor: Actor, reason: str
) -> int | None:
    with reading(store) as connection:
        stored = reader.records(connection, organisation, fiscal_year)
        change = decide(stored)
        plan = Changes(organisation, fiscal_year, reader.revision(connection), (change,))
    if change.action is Action.UNCHANGED:
        return None
    return apply_changes(store, plan, Origin(PAGE, today()), actor, reason=reason).id


def _edited(before: Record | None, after: Record) -> Change:
    if before is None:
        return Change(Action.ADDED, None, after)
    return Change(Action.UNCHANGED if before == after else Action.CHANGED, before, after)


def _require(found: bool, name: str) -> None:
    if not found:
        raise NotFound(_("{name} is not in the plan.").format(name=name))
