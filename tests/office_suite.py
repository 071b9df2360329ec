"""LibreOffice, which tests use as offices do: to save workbooks anew and in other formats."""

import os
import shutil
import subprocess
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_PACKAGE = "libreoffice-calc-nogui"
_SECONDS = 120


def ensure_office_suite() -> None:
    """Install LibreOffice Calc where there is none and Debian's packages may be installed.

    Ends the program with the reason where there is still none.
    """
    if not _installed() and shutil.which("apt-get") and os.geteuid() == 0:
        unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "-y", "--no-install-recommends", _PACKAGE]):
            subprocess.call(["apt-get", "-q", *step], stdin=subprocess.DEVNULL, env=unasked)
    if not _installed():
        raise SystemExit(f"The tests need LibreOffice Calc: apt-get install {_PACKAGE}, or https://libreoffice.org")


def saved_as(file: Path, form: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in a format such as "xlsx" or "csv:…", in a folder that holds its profile too.

    Only the first sheet goes into a .csv.
    """
    program = _installed()
    assert program is not None
    profile = (folder / "profile").as_uri()
    saved = folder / "saved"
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir", saved, file],
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    return saved / f"{file.stem}.{form.partition(':')[0]}"


def _installed() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)
