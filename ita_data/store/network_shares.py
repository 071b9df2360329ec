"""Whether a file lies on a network share, where SQLite's locks can't be relied on: two computers may damage it."""

import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_OVER_THE_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "fuse.sshfs", "davfs"}
_REMOTE_DRIVE = 4


def is_on_share(path: Path) -> bool:
    """Whether a file, which needn't be there yet, lies on a share; where nobody can tell, it doesn't."""
    place = path.resolve()
    if sys.platform == "win32":
        return _is_remote_drive(place.anchor)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return kind_of_disk(place, mounts) in _OVER_THE_NETWORK


def kind_of_disk(place: Path, mounts: str) -> str:
    """The kind of the disk that holds a place, as Linux lists what is mounted; blank where none does."""
    kinds: dict[Path, str] = {}
    for _device, point, kind, *_rest in (line.split(" ") for line in mounts.splitlines()):
        # A space in a name is written as its number.
        kinds[Path(point.replace("\\040", " "))] = kind
    return next((kinds[folder] for folder in (place, *place.parents) if folder in kinds), "")


def _is_remote_drive(anchor: str) -> bool:
    if anchor.startswith(("\\\\", "//")):
        return True
    import ctypes

    windows = getattr(ctypes, "windll", None)
    return windows is not None and bool(windows.kernel32.GetDriveTypeW(anchor) == _REMOTE_DRIVE)
