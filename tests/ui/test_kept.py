"""What pages keep of what they made, and what the server needn't walk after every run."""

import subprocess
import sys
import time
from datetime import date
from threading import Barrier, Thread

from ita_data.model.plan_name import PlanName
from ui.look.asked import Asked
from ui.look.kept import kept
from ui.look.plans import Plan

PEOPLE = 4
TWICE = """
import gc
from ui.serving.collector import keep_out_of_the_collector
counts, loaded = [], []
for page in ("months", "months", "overview"):
    loaded += [[] for _ in range(1000)]
    keep_out_of_the_collector(page)
    counts.append(gc.get_freeze_count())
print(counts[0] > 0, counts[1] == counts[0], counts[2] > counts[0])
"""


def test_what_several_people_ask_for_at_once_is_made_for_the_first_of_them_alone() -> None:
    asked = Asked(Plan(PlanName("สำนักงานเขต", 2568), 1), 6, None, True, date(2025, 4, 9))
    together, made, seen = Barrier(PEOPLE), [], []

    def make() -> str:
        made.append("made")
        time.sleep(0.1)
        return "figures"

    def ask() -> None:
        together.wait()
        seen.append(kept(asked, "a chart", make))

    people = [Thread(target=ask) for _ in range(PEOPLE)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert (made, seen) == (["made"], ["figures"] * PEOPLE)


def test_what_a_page_loads_is_left_out_of_the_collector_once() -> None:
    shown = subprocess.run([sys.executable, "-c", TWICE], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["True", "True", "True"]
