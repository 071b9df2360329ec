"""The names that records call each other by, and what becomes of them where some records are renamed.

A name is a measure's code, a section's name, an initiative's number. Where it changes, the record stays who it is: the
store follows by itself, and whatever was written down under former names is read under the present ones.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ita_data.model.changes import Change, Edit
from ita_data.model.records import Record

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


@dataclass(frozen=True, slots=True)
class Names:
    """The new names of records by kind and former name; what isn't among them keeps its name."""

    new: Mapping[tuple[str, Name], Name] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.new)

    def of(self, kind: str, name: Any) -> Any:
        """What a record of a kind is called now."""
        return self.new.get((kind, name), name)

    def record(self, record: Record) -> Record:
        """A record that calls others, and itself, by their new names."""
        if not self.new:
            return record
        named = {name: getattr(record, name) for entry in fields(record) if (name := entry.name) in _NAMING}
        said = {name: self.of(name, value) for name, value in named.items() if name != "items"}
        if "items" in named:
            said["items"] = tuple(self.of("item", item) for item in named["items"])
        if own := OWN.get(record.kind):
            said[own] = self.of(record.kind, getattr(record, own))
        return replace(record, **said)

    def change(self, change: Change, former: "Names | None" = None) -> Change:
        """A change whose sides call records by their new names; `former` are those for what was before it.

        What the change itself renamed keeps the name it had before it, so that this still shows.
        """
        before = change.before and (former or self).record(change.before)
        if before and change.before and renames(change.before, change.after):
            before = called(before, own_name(change.before))
        return replace(change, before=before, after=change.after and self.record(change.after))

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


def called(record: Record, name: Name) -> Record:
    """A record by another name of its own."""
    own: dict[str, Any] = {OWN[record.kind]: name}
    return replace(record, **own)


def identity_of(record: Record | None) -> str:
    """Who a record is; blank where its kind has no identity, or where it isn't stored yet."""
    identity: str = getattr(record, "identity", "")
    return identity


def renames(before: Record | None, after: Record | None) -> bool:
    """Whether a record gets another name from one side of a change to the other."""
    return bool(before and after and before.kind in OWN and own_name(before) != own_name(after))


def new_names(edits: Iterable[Edit]) -> Names:
    """The new names that records get from one side of changes to the other."""
    return Names({(old.kind, own_name(old)): own_name(new) for old, new in edits if old and new and renames(old, new)})


def names_kept(kept: Iterable[tuple[str, Name, Name]]) -> Names:
    """The names that a database kept."""
    return Names({(kind, former): name for kind, former, name in kept})


def heading_of(measure: str) -> str:
    """The code of the indicator or initiative to which a measure belongs: 4 of 4.2."""
    return measure.rpartition(".")[0]


def is_initiative(heading: str) -> bool:
    """Whether such a code is an initiative's, ก1, and not an indicator's, 4."""
    return heading.startswith("ก")


def number_of(heading: str) -> int:
    """The number of an indicator or initiative: 1 of ก1."""
    return int(heading.removeprefix("ก"))
