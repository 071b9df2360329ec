"""Changes of numbers and of order alone, which come many at once: told in one line, not in thirty."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.changes import Action, Change
from ita_data.model.field_labels import field_label
from ita_data.model.names import heading_of
from ita_data.model.records import Measure, Outcome

ORDER, NUMBER = "position", "code"

Row = tuple[str, ...]


def told_together(changes: Sequence[Change]) -> frozenset[str]:
    """The fields whose changes `renumbered_rows` tells: the order where it changes for several records, and numbers."""
    ordered = Counter(change.record.kind for change in changes if _differs(change, ORDER))
    return frozenset({NUMBER, *([ORDER] if any(number > 1 for number in ordered.values()) else [])})


def is_told_together(change: Change, field: str, together: Iterable[str]) -> bool:
    """Whether a field's change is told with those of other records."""
    return field in together and (field == ORDER or isinstance(change.record, Measure | Outcome))


def renumbered_rows(changes: Sequence[Change]) -> Iterator[Row]:
    """One row for the numbers that change under each indicator, one for the order of each kind of record."""
    together = told_together(changes)
    for (kind, _old, _new), numbers in _numbers(changes).items():
        name = label("kind", kind)
        yield name, label("action", Action.CHANGED), field_label(NUMBER), "", _told(numbers)
    ordered = Counter(change.record.kind for change in changes if ORDER in together and _differs(change, ORDER))
    for kind, number in ordered.items():
        text = _("{number} records stand in another place").format(number=number)
        yield label("kind", kind), label("action", Action.CHANGED), field_label(ORDER), "", text


def _numbers(changes: Iterable[Change]) -> dict[tuple[str, str, str], list[tuple[str, str]]]:
    """Former and new codes by kind and by the indicators or initiatives that they name."""
    found: defaultdict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for change in changes:
        match change.before, change.after:
            case (Measure() as old, Measure() as new) | (Outcome() as old, Outcome() as new) if old.code != new.code:
                found[new.kind, heading_of(old.code), heading_of(new.code)].append((old.code, new.code))
    return found


def _told(numbers: Sequence[tuple[str, str]]) -> str:
    """The first and the last change of some numbers, and how many change: 4.2→4.3 … 4.4→4.5 (3)."""
    shown = [f"{old}→{new}" for old, new in sorted(numbers, key=lambda pair: _by_number(pair[0]))]
    if len(shown) == 1:
        return shown[0]
    text = _("{first} … {last} ({number} records)")
    return text.format(first=shown[0], last=shown[-1], number=len(shown))


def _by_number(code: str) -> tuple[str, int]:
    heading, _dot, number = code.rpartition(".")
    return heading, int(number) if number.isdecimal() else 0


def _differs(change: Change, field: str) -> bool:
    return change.action is Action.CHANGED and any(name == field for name, _old, _new in change.differences)
