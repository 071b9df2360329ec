"""How the presenter wants the agenda: which screens are dropped, which come first, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass

from ita_data.agenda.screen import Screen


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Names of screens. Pinned ones come first, as pinned; the others follow in `order`; unnamed ones keep their place.

    It names what isn't there too: a section that lacks nothing this month keeps its pin for the next.
    """

    pinned: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()


def arranged(screens: Sequence[Screen], arrangement: Arrangement) -> list[Screen]:
    """The screens as the presenter wants them, without the dropped ones."""
    pinned = [screen for name in arrangement.pinned for screen in screens if screen.name == name]
    others = [screen for screen in screens if screen.name not in arrangement.pinned]
    every = [*pinned, *_in_order(others, arrangement.order)]
    return [screen for screen in every if screen.name not in arrangement.dropped]


def _in_order(screens: Sequence[Screen], order: Sequence[str]) -> list[Screen]:
    """The named screens change places among themselves; those in between stay where they are."""
    named = iter(
        sorted((screen for screen in screens if screen.name in order), key=lambda each: order.index(each.name))
    )
    return [next(named) if screen.name in order else screen for screen in screens]
