"""The names that records call each other by, and what becomes of them where some records are renamed.

A name is a measure's code, a section's name, an initiative's number. Where it changes, the record stays who it is: the
store follows by itself, and whatever was written down under former names is read under the present ones.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ita_data.model.changes import Change
from ita_data.model.records import Initiative, Item, Measure, Outcome, Record, Section

Name = str | int
Kept = list[tuple[str, Name, Name]]
"""New names as they are kept: kind, former name, new name."""

OWN: Mapping[str, str] = {
    "section": "name",
    "initiative": "number",
    "item": "code",
    "measure": "code",
    "outcome": "code",
}
"""The field that holds a record's own name, for each kind that can be renamed."""

WITH_IDENTITY = (Section, Initiative, Item, Measure, Outcome)
"""The kinds whose names may change."""


@dataclass(frozen=True, slots=True)
class Names:
    """The new names of records by kind and former name; what isn't among them keeps its name."""

    new: Mapping[tuple[str, Name], Name] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.new)

    def of(self, kind: str, name: Any) -> Any:
        """What a record of a kind is called now."""
        return self.new.get((kind, name), name)

    def record(self, record: Record, *, is_itself_renamed: bool = True) -> Record:
        """A record that calls others, and itself unless told otherwise, by their new names."""
        if not self.new:
            return record
        named = {name: getattr(record, name) for entry in fields(record) if (name := entry.name) in _NAMING}
        said = {name: self.of(name, value) for name, value in named.items() if name != "items"}
        if "items" in named:
            said["items"] = tuple(self.of("item", item) for item in named["items"])
        if is_itself_renamed and (own := OWN.get(record.kind)):
            said[own] = self.of(record.kind, getattr(record, own))
        return replace(record, **said)

    def change(self, change: Change, former: "Names | None" = None) -> Change:
        """A change whose sides call records by their new names; `former` are those for what was before it."""
        before, after = change.before, change.after
        return replace(
            change,
            before=before and (former or self).record(before),
            after=after and self.record(after),
        )

    def then(self, later: "Names") -> "Names":
        """These new names, and after them later ones."""
        new = {key: later.of(key[0], name) for key, name in self.new.items()}
        return Names({**later.new, **new})

    def without(self, other: "Names") -> "Names":
        """These, but for the records that `other` names anew."""
        return Names({key: name for key, name in self.new.items() if key not in other.new})

    def of_kind(self, kind: str) -> "Names":
        """Those of one kind of record alone."""
        return Names({key: name for key, name in self.new.items() if key[0] == kind})

    def back(self) -> "Names":
        """The former names by the new ones."""
        return Names({(kind, name): former for (kind, former), name in self.new.items()})

    def kept(self) -> Kept:
        """The names as a database keeps them."""
        return [(kind, former, name) for (kind, former), name in self.new.items()]


AS_BEFORE = Names()
"""No record has another name."""

_NAMING = ("indicator", "initiative", "section", "measure", "outcome", "items")


def own_name(record: Record) -> Name:
    """What a record of a kind that can be renamed is called."""
    name: Name = getattr(record, OWN[record.kind])
    return name


def names_of(changes: Iterable[Change]) -> Names:
    """The new names that changes give to records."""
    found: dict[tuple[str, Name], Name] = {}
    for change in changes:
        if change.record.kind not in OWN or change.before is None or change.after is None:
            continue
        former, name = own_name(change.before), own_name(change.after)
        if former != name:
            found[change.record.kind, former] = name
    return Names(found)


def names_kept(kept: Iterable[tuple[str, Name, Name]]) -> Names:
    """The names that a database kept."""
    return Names({(kind, former): name for kind, former, name in kept})


def heading_of(measure: str) -> str:
    """The code of the indicator or initiative to which a measure belongs: 4 of 4.2."""
    return measure.rpartition(".")[0]
