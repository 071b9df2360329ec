"""What becomes of the measures, outcomes and initiatives of a plan when its report comes again, in a word each."""

from collections.abc import Collection
from enum import StrEnum

from ita_data.model.changes import Action, Change, Key
from ita_data.model.planning.matching import MATCHED


class Becoming(StrEnum):
    """What becomes of a record; one may be reworded, moved and renumbered at once."""

    SAME = "same"
    REWORDED = "reworded"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    INSERTED = "inserted"
    GONE = "gone"


_TEXTS = ("text", "detail", "name")
_PARENTS = ("indicator", "initiative")


def becoming(change: Change, held: Collection[Key]) -> tuple[Becoming, ...]:
    """What becomes of a record, in the order of the words; nothing for other kinds. `held` are the keys of the file."""
    if not isinstance(change.record, MATCHED):
        return ()
    if change.action is Action.ADDED:
        return (Becoming.INSERTED,)
    if change.action is Action.MISSING or change.key not in held:
        return (Becoming.GONE,)
    differing = {name for name, _old, _new in change.differences}
    found = [
        word
        for word, names in (
            (Becoming.REWORDED, _TEXTS),
            (Becoming.MOVED, _PARENTS),
            (Becoming.RENUMBERED, ("code", "number")),
        )
        if differing & set(names)
    ]
    return tuple(found) or (Becoming.SAME,)
