"""`python -m bench.crowd`: a hundred people who choose another month every five seconds, on the overview and beside it.

The empty page and the overview have them in turn, and somebody looked at every month before. Times are from the choice
to the last message, for all who clicked.
"""

import asyncio
import random
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median, quantiles

from websockets.asyncio.client import connect

from bench.offices import sample_office
from bench.rounds import table
from bench.servers import Server, served
from bench.websocket import SUBPROTOCOLS, Memory, address_of_server, look_at_every_month

PEOPLE = 100
SECONDS_BETWEEN = 5.0
CLICKS = 4
ROUNDS = 2
APPS = {"empty page": "bench/empty/app.py", "overview": "app.py"}


@dataclass
class Crowd:
    """What a hundred people saw: seconds of each click, what went wrong, and the processor's seconds."""

    seconds: list[float] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    cpu: float = 0.0

    @property
    def slow(self) -> float:
        """The time within which 95 of 100 clicks are answered."""
        return quantiles(self.seconds, n=20)[-1]


def main() -> None:
    """Measure and print."""
    with sample_office() as environment, ExitStack() as running:
        servers = {name: running.enter_context(served(app, environment)) for name, app in APPS.items()}
        for server in servers.values():
            look_at_every_month(server.port)
        found: dict[str, list[Crowd]] = {name: [] for name in servers}
        for _round in range(ROUNDS):
            for name, server in servers.items():
                found[name].append(asyncio.run(_crowd(server)))
    sys.stdout.write(_table(found))


async def _crowd(server: Server) -> Crowd:
    crowd = Crowd()
    began = server.cpu()
    await asyncio.gather(*(_person(server.port, crowd, place) for place in range(PEOPLE)))
    crowd.cpu = server.cpu() - began
    return crowd


async def _person(port: int, crowd: Crowd, place: int) -> None:
    chance = random.Random(place)
    await asyncio.sleep(place * SECONDS_BETWEEN / PEOPLE)
    try:
        address = address_of_server(port)
        async with connect(address, subprotocols=SUBPROTOCOLS, max_size=None, compression=None) as connection:
            memory = Memory()
            choices: dict[str, str] = {}
            for click in range(CLICKS + 1):
                began = time.perf_counter()
                await connection.send(memory.asking(**choices))
                while not memory.take(await connection.recv()):
                    pass
                took = time.perf_counter() - began
                if click:
                    crowd.seconds.append(took)
                choices = {"month": chance.choice(memory.options["month"])}
                await asyncio.sleep(SECONDS_BETWEEN - took)
    except Exception as error:  # noqa: BLE001
        # Whatever it was, the other ninety-nine go on, and it is counted.
        crowd.errors.append(error)


def _table(found: Mapping[str, list[Crowd]]) -> str:
    headers = ("page", "median ms", "p95 ms", "× empty page", "processor ms a click", "× empty page", "errors")
    empty = found["empty page"]
    rows = []
    for name, crowds in found.items():
        pairs = list(zip(crowds, empty, strict=True))
        rows.append(
            [
                name,
                f"{median(median(each.seconds) for each in crowds) * 1000:.0f}",
                f"{median(each.slow for each in crowds) * 1000:.0f}",
                f"{median(one.slow / other.slow for one, other in pairs):.1f}",
                f"{median(each.cpu for each in crowds) / PEOPLE / (CLICKS + 1) * 1000:.1f}",
                f"{median(one.cpu / other.cpu for one, other in pairs):.1f}",
                str(sum(len(each.errors) for each in crowds)),
            ]
        )
    return table(f"{PEOPLE} people, a click every {SECONDS_BETWEEN:.0f} s each", headers, rows)


if __name__ == "__main__":
    main()
