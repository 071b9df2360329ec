"""What was wrong in a file: grouped by kind, each with its place, why it matters and how to mend it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import PureWindowsPath

import streamlit as st

from ita_data.imports.reading import Reading
from ita_data.labels import SEVERITY_SYMBOLS, label
from ita_data.language import gettext as _
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import PROBLEMS, Problem, Verdict
from ita_data.services import importing, marking
from ui.html.markdown import plain
from ui.imports.said import of_this_file, waiting
from ui.parts.tables import text_table
from ui.shell.language import in_readers_language

_GAP = re.compile(r"[“\"]?\{\w+\}[”\"]?")
_MANY_KINDS = 4


def show_verdict(reading: Reading) -> None:
    """What became of the file as a whole, and of how many of its rows."""
    match reading.verdict:
        case Verdict.REJECTED if waiting(reading):
            st.warning(_("The file can be read once you have answered the questions below."), icon=":material/help:")
        case Verdict.REJECTED:
            st.error(_("The file can't be taken. Nothing was changed."), icon=":material/block:")
        case Verdict.PARTIAL:
            st.warning(_("Some rows can't be taken; the others can."), icon=":material/rule:")
        case Verdict.ACCEPTED:
            st.success(_("The file was read completely."), icon=":material/task_alt:")
    judged = [row.ok for row in reading.rows if row.ok is not None]
    if judged:
        st.caption(
            _("{good} of {rows} rows can be taken; {bad} are left out.").format(
                good=f"{sum(judged):,}", rows=f"{len(judged):,}", bad=f"{len(judged) - sum(judged):,}"
            )
        )


def show_problems(preview: importing.Preview) -> None:
    """The problems by kind, the heaviest first, and the file itself with every one of them marked in it."""
    problems = preview.reading.problems
    if not problems:
        return
    st.header(_("Problems and remarks ({number})").format(number=f"{len(problems):,}"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        shown = _severities(problems)
        _marked_file(preview)
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda problem: list(Severity).index(problem.severity)):
        if problem.severity in shown:
            kinds[problem.code].append(problem)
    for code, found in kinds.items():
        with st.expander(_kind_title(code, len(found)), expanded=len(kinds) < _MANY_KINDS):
            _table(code, found)


def _severities(problems: Sequence[Problem]) -> list[Severity]:
    met = {problem.severity for problem in problems}
    severities = [severity for severity in Severity if severity in met]
    if len(severities) == 1:
        return severities
    chosen = st.pills(
        _("Show"),
        severities,
        selection_mode="multi",
        default=severities,
        format_func=lambda severity: f"{SEVERITY_SYMBOLS[severity]} {label('severity', severity)}",
        key=of_this_file("severities", *severities),
    )
    return list(chosen) or severities


def _marked_file(preview: importing.Preview) -> None:
    name = preview.reading.file_name
    st.download_button(
        _("Download the file with its problems marked"),
        in_readers_language(partial(marking.marked_up, preview.data, name, preview.reading.problems)),
        _("{name} (problems marked)").format(name=PureWindowsPath(name).stem) + ".xlsx",
        on_click="ignore",
        icon=":material/comment:",
        key="marked-file",
    )


def _kind_title(code: str, number: int) -> str:
    """A kind of problem in words, where what differs from one to the next is left open."""
    kind = PROBLEMS[code]
    words = _GAP.sub("…", _(kind.message)).removesuffix(".")
    return f"{SEVERITY_SYMBOLS[kind.severity]} **{label('severity', kind.severity)}** · {plain(words)} ({number:,})"


def _table(code: str, problems: Sequence[Problem]) -> None:
    text_table(
        [_("Place"), _("Value"), _("What is wrong"), _("How to mend it")],
        [[str(problem.place) or _("Whole file"), problem.value, problem.message, problem.mend] for problem in problems],
        key=of_this_file("problems", code),
    )
