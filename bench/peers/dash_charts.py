"""Plain Dash as a peer."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.peers.environments import environment_of
from bench.peers.sample_numbers import put_numbers
from bench.servers import Server, free_port, running


@contextmanager
def serving_dash(environment: Mapping[str, str]) -> Iterator[Server]:
    """Dash with the numbers of the office in that database."""
    python = str(environment_of("dash") / "python")
    with TemporaryDirectory() as folder:
        put_numbers(environment, Path(folder))
        port = free_port()
        command = [python, "bench/peers/dash_app.py", folder, str(port)]
        with running(command, port, "/", environment={}) as server:
            yield server
