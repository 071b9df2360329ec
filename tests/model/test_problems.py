"""The catalogue of problems, and docs/problems.md, which `python -m tests.model.test_problems` writes anew."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_data.config import ROOT
from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import PROBLEMS, Place, Problem, Verdict, verdict_of

DOCUMENT = ROOT / "docs" / "problems.md"
COMMAND = "python -m tests.model.test_problems"
TESTS = ROOT / "tests"
IMPORTS = ROOT / "ita_data" / "imports"
CHECKS = ROOT / "ita_data" / "model" / "review_checks.py"
"""What is checked of reports that are entered on a page."""

HEADER = f"""\
# Problems

What can be wrong in a file, as the import page and `python -m ita_data check` say it, and how to mend it. Each problem
is shown with its sheet and cell; `…` stands for what was met there. The catalogue is `ita_data/model/problems.py`, put
together from `file_problems.py`, `report_problems.py` and `monthly_problems.py` beside it; the Thai is from the
translations, and `{COMMAND}` writes this page.
"""
MEANINGS = {
    Severity.REFUSAL: "Nothing of the file is taken.",
    Severity.ERROR: "This row or value is left out, and the rest goes on.",
    Severity.WARNING: "Taken as the problem says it; a person should look at it.",
    Severity.NOTE: "Taken, or left out as unimportant; said so that nothing happens in silence.",
}


def sources(folder: Path) -> str:
    """The Python of a folder but this file, which names no code."""
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")) if path != Path(__file__)
    )


def named_in(text: str) -> set[str]:
    """The codes of the catalogue that a source names; what no row can do without is named by its field."""
    needed = {f"{name}-missing" for name in re.findall(r'needed\("(\w+)"\)', text)}
    told = re.findall(r'_told\("(\w+)"\)', text)
    needed |= {f"{name}-{what}" for name in told for what in ("missing", "asked")}
    return {code for code in PROBLEMS if f'"{code}"' in text} | needed


def document() -> str:
    """docs/problems.md as the catalogue would have it."""
    return "\n".join([HEADER, *(line for severity in Severity for line in _of_severity(severity))])


def _of_severity(severity: Severity) -> Iterator[str]:
    yield f"## {label('severity', severity)} (`{severity}`)\n"
    yield f"{MEANINGS[severity]}\n"
    yield "| code | what it says | how to mend it |"
    yield "|---|---|---|"
    for code, kind in PROBLEMS.items():
        if kind.severity is severity:
            yield f"| `{code}` | {_shown(kind.message)} | {_shown(kind.mend)} |"
    yield ""


def _shown(message: str) -> str:
    return re.sub(r"\{\w+\}", "…", _(message))


def test_the_document_holds_the_whole_catalogue() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), f"run: {COMMAND}"


def test_every_problem_that_is_met_is_in_the_catalogue() -> None:
    met = set(re.findall(r'(?:Problem|_problem|_refused)\(\s*"([^"]+)"', sources(IMPORTS)))
    assert met
    assert met <= PROBLEMS.keys()


def test_every_problem_of_the_catalogue_can_be_met() -> None:
    assert named_in(sources(IMPORTS) + CHECKS.read_text(encoding="utf-8")) == PROBLEMS.keys()


def test_every_problem_of_the_catalogue_is_named_by_a_test() -> None:
    assert named_in(sources(TESTS)) == PROBLEMS.keys()


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_problem_says_what_is_wrong_and_how_to_mend_it(code: str) -> None:
    kind = PROBLEMS[code]
    gaps = dict.fromkeys(re.findall(r"\{(\w+)\}", kind.message + kind.mend), "…")
    problem = Problem(code, Place("ม.ค.", "B3"), gaps.pop("value", ""), gaps)
    assert problem.severity is kind.severity
    assert problem.message
    assert problem.mend
    assert "{" not in problem.message + problem.mend


def test_a_file_is_worth_what_its_worst_problem_says() -> None:
    worst = {
        Severity.NOTE: Verdict.ACCEPTED,
        Severity.WARNING: Verdict.ACCEPTED,
        Severity.ERROR: Verdict.PARTIAL,
        Severity.REFUSAL: Verdict.REJECTED,
    }
    assert verdict_of([]) is Verdict.ACCEPTED
    for severity, verdict in worst.items():
        milder = [
            code for code, kind in PROBLEMS.items() if list(worst).index(kind.severity) <= list(worst).index(severity)
        ]
        assert verdict_of(Problem(code, Place()) for code in milder) is verdict


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8", newline="\n")
