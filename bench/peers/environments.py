"""Environments of the peers, apart from the project: made once, and found again while their lists are the same."""

import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

_FOLDER = Path(gettempdir()) / "bench-peers"
_PATIENCE = 480


class PeerMissingError(Exception):
    """A product that can't be installed or started here; the bench goes on without it."""


def environment_of(name: str) -> Path:
    """The folder with the programs of an environment in which the requirements of that name are installed."""
    requirements = Path(__file__).parent / f"{name}.txt"
    folder = _FOLDER / f"{name}-{sha256(requirements.read_bytes()).hexdigest()[:12]}"
    done = folder / "installed"
    if not done.exists():
        _run([sys.executable, "-m", "venv", "--clear", str(folder)])
        _run([str(folder / "bin" / "pip"), "install", "--quiet", f"--requirement={requirements}"])
        done.touch()
    return folder / "bin"


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise PeerMissingError(f"not installed within {_PATIENCE} s") from error
    except subprocess.CalledProcessError as error:
        raise PeerMissingError(error.stderr.decode(errors="replace").strip().splitlines()[-1]) from error
