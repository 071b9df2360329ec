"""An outcome as lines of the yearly report, and back: what it says beside its text stands in lines of fixed words.

The words are those of the official form, so they are Thai whatever language the reader chose.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ita_data.model.records import Outcome
from ita_data.model.report_texts import entry_line
from ita_data.model.thai_dates import thai_day, thai_day_in

_DAY = "วันที่ดำเนินการ"
_PERIOD = "ระยะเวลาดำเนินการ"
_UNTIL = " ถึง "
_TEXTS = {"quantity": "จำนวน", "document": "เลขที่หนังสือ", "evidence": "หลักฐาน"}
_LINE = re.compile(r"(?P<label>[^:]+): (?P<value>\S.*)")

_Fields = Mapping[str, date | str | None]


def report_lines(outcome: Outcome) -> tuple[str, ...]:
    """What an outcome says beside its text and detail, a line each; nothing of what nobody said."""
    texts = ((label, getattr(outcome, name)) for name, label in _TEXTS.items())
    return (*_days(outcome), *(f"{label}: {text}" for label, text in texts if text))


def with_lines(outcome: Outcome, lines: Sequence[str]) -> Outcome:
    """An outcome with the lines that stand under its text: those in the fixed words fill its fields, the others detail.

    Where two lines say the same field, the last one counts and the others stay in the detail.
    """
    read = {line: _fields_in(line) for line in lines}
    last = {next(iter(fields)): line for line, fields in read.items() if fields}
    said = {name: value for line in last.values() for name, value in read[line].items()}
    detail = "\n".join(line for line in lines if line not in last.values())
    return replace(outcome, **{"detail": detail, **said})  # type: ignore[arg-type]


def as_entered(outcome: Outcome, words: str) -> Outcome:
    """An outcome whose text somebody typed: its first line is the text, and each line below it one of the detail.

    Bullets go, and a number that would begin another outcome of the report is put into brackets, so that the report
    that is made of it is read back as the same outcome.
    """
    first, *others = [line for line in map(entry_line, words.splitlines()) if line] or [""]
    quantity, document, evidence = map(entry_line, (outcome.quantity, outcome.document, outcome.evidence))
    outcome = replace(outcome, text=first, quantity=quantity, document=document, evidence=evidence)
    return with_lines(outcome, [*others, *report_lines(outcome)])


def words_of(outcome: Outcome) -> str:
    """The text and the detail, as somebody types them."""
    return "\n".join([outcome.text, *outcome.detail.splitlines()])


def _days(outcome: Outcome) -> Iterator[str]:
    if outcome.done_on and outcome.done_until:
        yield f"{_PERIOD}: {thai_day(outcome.done_on)}{_UNTIL}{thai_day(outcome.done_until)}"
    elif outcome.done_on:
        yield f"{_DAY}: {thai_day(outcome.done_on)}"


def _fields_in(line: str) -> _Fields:
    """The fields that a line says in the fixed words; none where it says anything else."""
    found = _LINE.fullmatch(line)
    if found is None:
        return {}
    label, value = found["label"], found["value"]
    texts = {name: value for name, known in _TEXTS.items() if known == label}
    return texts or _days_in(label, value)


def _days_in(label: str, value: str) -> _Fields:
    if label == _DAY and (day := thai_day_in(value)):
        return {"done_on": day, "done_until": None}
    if label == _PERIOD:
        first, last = map(thai_day_in, (value.partition(_UNTIL)[0], value.partition(_UNTIL)[2]))
        if first and last and first < last:
            return {"done_on": first, "done_until": last}
    return {}
