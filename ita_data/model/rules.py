"""What an office decides for a plan of its own, each from a fiscal month on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import ClassVar

from ita_data.model.pace import Targets


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds from `from_month` on: the due day, whose reviews are expected, and how many of them shall come.

    Only lead sections owe a review, unless `expects_supporting` says that every assigned section does. Targets are
    percents of the reviews due, to come at all and in time, and of the measures, to be completed by each month's end.
    Nothing is expected before `starts_in_month`, in which the office begins to follow up. A plan's first rules hold
    from October on, and are as old as the plan itself. An import brings the usual ones, which hold until the office
    decides how it follows up: then they say `is_decided`.
    """

    kind: ClassVar[str] = "rule"
    due_day: int = 5
    expects_supporting: bool = False
    reporting_target: int | None = None
    on_time_target: int | None = None
    completion_targets: Targets = ()
    starts_in_month: int = 1
    from_month: int = 1
    is_decided: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        return (f"{self.from_month:02d}",)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which the office doesn't work beside the known public holidays: the cabinet declares some late."""

    kind: ClassVar[str] = "holiday"
    day: date
    name: str

    @property
    def key(self) -> tuple[str, ...]:
        return (self.day.isoformat(),)


FIRST_RULES = (Rules.kind, Rules().key)
"""What names the rules that a plan begins with, without which there is no plan."""


def rules_in(rules: Iterable[Rules], month: int) -> Rules:
    """The rules that hold in a fiscal month: the last ones that began by then, or the usual ones."""
    begun = (each for each in rules if each.from_month <= month)
    return max(begun, key=lambda each: each.from_month, default=Rules())


def is_followed_up(rules: Iterable[Rules], month: int) -> bool:
    """Whether the office follows up a fiscal month, so that something can be expected for it."""
    return month >= rules_in(rules, month).starts_in_month


def are_undecided(rules: Iterable[Rules], *, has_reviews: bool) -> bool:
    """Whether a plan is followed up by rules that nobody decided on: no one did, and no section has reported yet."""
    return not has_reviews and not any(each.is_decided for each in rules)


def expects_supporting_by(rules: Iterable[Rules], month: int) -> bool:
    """Whether supporting sections owe reviews for a fiscal month or for one before it."""
    return any(each.expects_supporting for each in rules if each.from_month <= month)


def changed_from(rules: Iterable[Rules], month: int, entered: Rules) -> tuple[Rules, ...]:
    """The rules of a plan where `entered` hold from a month on.

    What is set for later months stays, but in each field that goes on as it was before they follow. Rules that say the
    same as those before them are left out.
    """
    in_order = sorted(rules, key=lambda each: each.from_month)
    former = rules_in(in_order, month)
    found = [each for each in in_order if each.from_month < month]
    found.append(replace(entered, from_month=month))
    following = {entry.name for entry in fields(Rules)} - {"from_month"}
    for each in (each for each in in_order if each.from_month > month):
        following = {name for name in following if getattr(each, name) == getattr(former, name)}
        found.append(replace(each, **{name: getattr(entered, name) for name in following}))
    return tuple(_without_repeated(found))


def _without_repeated(rules: Iterable[Rules]) -> Iterator[Rules]:
    before: Rules | None = None
    for each in rules:
        if before is None or replace(each, from_month=before.from_month) != before:
            yield each
        before = each
