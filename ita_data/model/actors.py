"""Who does something: every service that writes is told."""

from dataclasses import dataclass
from enum import StrEnum


class ActorRole(StrEnum):
    """What somebody acts as."""

    DIRECTOR = "director"
    SECTION_STAFF = "section_staff"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with the role they act in; `section` is empty for those who act for the whole office."""

    name: str
    role: ActorRole
    section: str = ""
