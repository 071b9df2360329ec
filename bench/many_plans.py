"""`python -m bench.many_plans [NUMBER]`: a run of the overview with one plan in the store, and with 500 like it.

Both are asked in turn for the same month of the sample office; the time is that of the server's processor.
"""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from statistics import median

from bench.offices import add_plans, sample_office
from bench.rounds import ratio, rounds, table
from bench.servers import served
from bench.websocket import reader

NUMBER = 500
ROUNDS = 15
_LOOKED_AT = "year=2568&month=6&as-of=2025-04-09"


def main(number: int = NUMBER) -> None:
    """Measure and print."""
    with ExitStack() as running:
        cases = {str(plans): _case(plans, running) for plans in (1, number)}
        timings = rounds(ROUNDS, cases)
    rows = [
        [name, f"{median(times) * 1000:.1f}", f"{ratio(timings, name, '1'):.2f}"] for name, times in timings.items()
    ]
    sys.stdout.write(table("Server: the processor's time for a run of the overview", ("plans", "ms", "× of one"), rows))


def _case(plans: int, running: ExitStack) -> Callable[[], float]:
    environment = running.enter_context(sample_office())
    add_plans(environment, plans)
    server = running.enter_context(served("app.py", environment))
    session = running.enter_context(reader(server.port, query=_LOOKED_AT))
    for month in session.options["month"]:
        session.run(month=month)

    def run() -> float:
        began = server.cpu()
        for month in session.options["month"][:6]:
            session.run(month=month)
        return (server.cpu() - began) / 6

    return run


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
