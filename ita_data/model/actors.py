"""Who does something: every service that writes is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with the role they act in; `section` is empty for those who act for the whole office."""

    name: str
    role: str
    section: str = ""
