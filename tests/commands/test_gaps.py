"""`gaps` on the command line, as of a day."""

from dataclasses import replace
from pathlib import Path

import pytest

from ita_data.model.records import LinkState
from ita_data.services import editing, looking, opening
from ita_data.services.opening import Store
from tests.commands.runs import run_json
from tests.databases import address_of
from tests.offices import COORDINATOR, bring_report, made_office


def test_a_measure_whose_link_was_confirmed_today_lacks_its_outcome_as_of_a_past_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirmed: list[str] = []

    def fill(store: Store) -> None:
        bring_report(store)
        (plan,) = opening.plans(store)
        link = next(link for link in looking.records(store, plan).links if link.state is LinkState.SUGGESTED)
        editing.save(store, plan, [(link, replace(link, state=LinkState.CONFIRMED))], COORDINATOR)
        confirmed.append(link.measure)

    monkeypatch.setenv("DATABASE_URL", address_of(made_office(tmp_path, fill)))
    today, past = (
        {row["measure"] for row in found["unconfirmed"]}
        for found in (run_json("gaps"), run_json("gaps", "--as-of", "2025-04-09"))
    )
    assert past - today == set(confirmed)
