"""What every entry in the catalogue of problems says."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem does to the row it stands in."""

    REFUSAL = "refusal"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """An entry of the catalogue; `message` and `mend` are English msgids with named gaps."""

    severity: Severity
    message: str
    mend: str


def refusal(message: str, mend: str) -> ProblemKind:
    """A problem for which nothing of the file is taken."""
    return ProblemKind(Severity.REFUSAL, message, mend)


def error(message: str, mend: str) -> ProblemKind:
    """A problem that leaves out its row or value."""
    return ProblemKind(Severity.ERROR, message, mend)


def warning(message: str, mend: str) -> ProblemKind:
    """A problem that is taken as proposed, for a person to look at."""
    return ProblemKind(Severity.WARNING, message, mend)


def note(message: str, mend: str) -> ProblemKind:
    """A remark on something that is taken."""
    return ProblemKind(Severity.NOTE, message, mend)
