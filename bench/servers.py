"""Servers for the measurements, each in a process of its own."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent

_PATIENCE = 120
_HEALTH = "/_stcore/health"


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    port: int
    process: int

    def cpu(self) -> float:
        """Seconds of the processor that it has taken; what else the machine does changes them little. Linux only."""
        # What clock_getcpuclockid gives for a process, which Python doesn't offer.
        return time.clock_gettime(~self.process << 3 | 2)


@contextmanager
def serving(app: str, environment: Mapping[str, str], port: int | None = None) -> Iterator[int]:
    """Serve an app of the project as `start.py` does, and give its port, any free one if none is named."""
    with served(app, environment, port) as server:
        yield server.port


@contextmanager
def served(app: str, environment: Mapping[str, str], port: int | None = None, root: Path = ROOT) -> Iterator[Server]:
    """The same, with the process; `root` is the folder of another version of the project."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", app, "--server.port", str(port)]
    with running(command, port, _HEALTH, environment={**environment, "PYTHONPATH": str(root)}, folder=root) as server:
        yield server


@contextmanager
def running(
    command: Sequence[str], port: int, health: str, *, environment: Mapping[str, str], folder: Path = ROOT
) -> Iterator[Server]:
    """Run a command that serves on a port, from the moment at which the address `health` answers."""
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    try:
        _wait_until_answering(process, port, health)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


def _wait_until_answering(process: subprocess.Popen[bytes], port: int, health: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not _answers(port, health):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the server on port {port} did not start")
        time.sleep(0.1)


def _answers(port: int, health: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", health)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
