"""An office in which every text of every record holds what Markdown, HTML and plotly would draw if they were let."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from enum import Enum
from itertools import count
from typing import Any

import sqlalchemy as sa

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.chasing import ChaseState
from ita_data.model.decisions import Response, Topic
from ita_data.model.drafts import Report, begun, owner_of
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import EVERY_SECTION, Exemption, Record, Records
from ita_data.model.rules import Holiday
from ita_data.model.states import Status
from ita_data.services import closing, columns, drafts, editing, held_meetings, looking, opening, orders
from ita_data.services.opening import Store
from ita_data.store import alone, chases
from ita_data.store.columns import metadata
from tests.offices import COORDINATOR
from ui.html.markdown import plain

PLANTED_HOST = "planted.example"
MONTH = FiscalMonth(2568, 6)
"""The month that is looked at; the one before it is closed."""
BEGIN, END = "⟦", "⟧"
_PIECES = (
    "![x](https://planted.example/x.png)",
    "<img src=https://planted.example/y.png>",
    "**bold** _it_ `code`",
    ":red[colour] :small[s]",
    "$x^2$ $$y$$",
    ":material/home: :material_home: :streamlit: :smile:",
    "[link](https://planted.example/)",
    "<b>tag</b><a href=https://planted.example/>a</a>",
    "https://planted.example/z www.planted.example a@planted.example",
    "&lt;b&gt; a -> b -- c >= d ~= e \\* %{x}",
)
TEXTS = tuple(BEGIN + " ".join((*_PIECES[n:], *_PIECES[:n])) + END for n in range(len(_PIECES)))
"""The hostile text, which begins with each of its pieces in turn, for a list shows only the beginning of long texts."""

_NAMES = {
    "code",
    "email",
    "identity",
    "measure",
    "outcome",
    "comes_from",
    "instrument",
    "subject",
    "items",
    "figures",
    "sha256",
}
"""The fields with texts that aren't people's own: codes, addresses, and what is computed."""
_LATER = {"answer", "closed_by"}
"""The fields of an order that are blank as long as it is open."""
_CUT = "…”"
_SHOWN = re.compile(f"{BEGIN}[^{BEGIN}{END}{_CUT}]*[{END}{_CUT}]?")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def strayed(shown: str) -> list[str]:
    """What stands in a text of planted ones otherwise than it is stored; cut ones end with their dots."""
    found = _SHOWN.findall("".join(shown.split()))
    return [each for each in found if not any(_is_beginning(each, text) for text in _BARE)]


def drawn(markdown: str) -> list[str]:
    """What stands in Markdown of planted texts, and would be drawn otherwise than it is stored."""
    found = _SHOWN.findall(markdown)
    return [each for each in found if plain(text := _unescaped(each)) != each or strayed(text)]


def plant(store: Store) -> None:
    """Plant the hostile text in every field of a sample office's records, and in whatever is kept beside them."""
    plan = _plant_the_office(store)
    _add_what_the_sample_lacks(store, plan)
    records = looking.records(store, plan)
    editing.save(store, plan, list(zip(records, _planted(records), strict=True)), _actor(ActorRole.COORDINATOR))
    _stay_a_sample(store)
    _add_what_is_named_anew(store, plan)


def planted_name(store: Store) -> str:
    """A section as it is called now."""
    return looking.records(store, opening.plans(store)[0]).sections[2].name


def director() -> Actor:
    return _actor(ActorRole.DIRECTOR)


def _is_beginning(shown: str, text: str) -> bool:
    return shown == text or (shown.endswith(tuple(_CUT)) and text.startswith(shown[:-1]))


def _unescaped(markdown: str) -> str:
    return _ESCAPED.sub(r"\1", markdown.replace(":color[]", ""))


_BARE = tuple("".join(text.split()) for text in TEXTS)


def _actor(role: ActorRole, section: str = "") -> Actor:
    return Actor(f"{TEXTS[2]} {role}", role, section)


def _plant_the_office(store: Store) -> PlanName:
    (plan,) = opening.plans(store)
    planted = f"{TEXTS[1]} {plan.organisation}"
    with alone(store) as connection:
        connection.execute(sa.update(metadata.tables["organisations"]).values(name=planted))
        said = {"organisation": planted, "file_name": TEXTS[0], "actor_name": TEXTS[3], "reason": TEXTS[4]}
        connection.execute(sa.update(metadata.tables["batches"]).values(**said))
    return PlanName(planted, plan.fiscal_year)


def _add_what_the_sample_lacks(store: Store, plan: PlanName) -> None:
    records, office = looking.records(store, plan), plan.organisation
    section, other = records.sections[2].name, records.sections[3].name
    day = opening.office_day(store)
    for number, who in enumerate((section, other, EVERY_SECTION)):
        about = "4.2" if who == section else None
        orders.give_order(store, office, MONTH, director(), section=who, text="สั่ง", due=MONTH, measure=about)
        said = {"response": Response.COMMENT, "topic": list(Topic)[number], "section": who, "text": "เห็น"}
        orders.make_remark(store, office, MONTH, director(), **said)
    orders.close_order(store, office, orders.orders(store, office)[1], "ตอบ", director())
    owed = records.reviews[0]
    exempt = Exemption(owed.measure, owed.section, MONTH.month, "ยกเว้น", day)
    editing.save(store, plan, [(None, exempt), (None, Holiday(date(2025, 4, 16), "หยุด"))], COORDINATOR)
    held_meetings.mark_held(store, office, FiscalMonth(2568, 5), date(2025, 3, 20), COORDINATOR)
    columns.remember(store, office, "monthly", {TEXTS[5]: "note"}, _actor(ActorRole.COORDINATOR))


def _planted(records: Records) -> Iterator[Record]:
    number = count()
    names = {section.name: f"{TEXTS[next(number) % len(TEXTS)]} {section.name}" for section in records.sections}
    names[EVERY_SECTION] = EVERY_SECTION
    for record in records:
        yield replace(record, **dict(_planted_fields(record, names, number)))


def _planted_fields(record: Record, names: dict[str, str], number: Iterator[int]) -> Iterator[tuple[str, Any]]:
    is_open = not getattr(record, "closed_on", record)
    for name in (field.name for field in fields(record) if field.name not in _NAMES):
        value = getattr(record, name)
        text = TEXTS[next(number) % len(TEXTS)]
        if name == "section" or (record.kind, name) == ("section", "name"):
            yield name, names[value]
        elif name == "former_names":
            yield name, (*value, f"{text} {record.key[0]}")
        elif isinstance(value, str) and not isinstance(value, Enum) and not (is_open and name in _LATER):
            yield name, f"{text} {value}".strip()


def _stay_a_sample(store: Store) -> None:
    """What was edited is the office's own; a sample works on the sample's day, when reports are still to be sent."""
    with alone(store) as connection:
        connection.execute(sa.update(metadata.tables["reviews"]).values(is_sample=True))


def _add_what_is_named_anew(store: Store, plan: PlanName) -> None:
    """What keeps names as they are when it is written: figures of a closed month, mails, drafts, a later change."""
    closing.close_month(store, plan, MONTH.month - 1, director())
    records = looking.records(store, plan)
    section = records.sections[2].name
    closing.reopen(store, plan, section, MONTH.month - 1, director(), reason=TEXTS[6])
    late = next(each for each in records.reviews if each.month == MONTH.month - 1)
    edit = (late, replace(late, note=f"{late.note} 2"))
    editing.save(store, plan, [edit], director(), TEXTS[7])
    owner, begun_one = _actor(ActorRole.SECTION_STAFF, section), records.reviews[0]
    for measure in records.measures[:3]:
        report = Report(measure.identity, records.sections[2].identity, MONTH.month + 1)
        draft = begun(report, None, replace(begun_one, measure=measure.code, section=section, month=report.month))
        answers = {"status": Status.COMPLETED, "result": TEXTS[8], "evidence": TEXTS[1], "note": TEXTS[0]}
        drafts.enter(store, owner_of(owner, report.section), [(draft, answers)])
    with alone(store) as connection:
        for number, each in enumerate(records.sections):
            where = plan.organisation, each.name, date(2025, 4, 1)
            said = {"addresses": TEXTS[number], "actor": TEXTS[number], "now": datetime(2025, 4, 1, 3, tzinfo=UTC)}
            chases.claim(connection, *where, **said)
            chases.settle(connection, *where, state=list(ChaseState)[number % 2], said=TEXTS[number])
