"""What an office decides for a plan of its own."""

from dataclasses import dataclass
from typing import ClassVar

from ita_data.model.pace import Targets


@dataclass(frozen=True, slots=True)
class Rules:
    """What the office decided for its plan: the due day, whose reviews are expected, and how many of them shall come.

    Only lead sections owe a review, unless `expects_supporting` says that every assigned section does. Targets are
    percents of the reviews due, to come at all and in time, and of the measures, to be completed by each month's end.
    """

    kind: ClassVar[str] = "rule"
    due_day: int = 5
    expects_supporting: bool = False
    reporting_target: int | None = None
    on_time_target: int | None = None
    completion_targets: Targets = ()

    @property
    def key(self) -> tuple[str, ...]:
        return ()
