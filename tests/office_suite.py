"""LibreOffice, which tests use as offices do: to save workbooks and slides anew and in other formats."""

import os
import shutil
import subprocess
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_PACKAGES = {"calc": "libreoffice-calc-nogui", "impress": "libreoffice-impress-nogui"}
"""Each part of it that the tests need, by its name in LibreOffice's own folder, and Debian's package of it."""
_SECONDS = 120


def ensure_office_suite() -> None:
    """Install those parts of LibreOffice that are not there, where Debian's packages may be installed.

    Ends the program with the reason where one still lacks.
    """
    if _lacking() and shutil.which("apt-get") and os.geteuid() == 0:
        unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "-y", "--no-install-recommends", *_lacking()]):
            subprocess.call(["apt-get", "-q", *step], stdin=subprocess.DEVNULL, env=unasked)
    if lacking := _lacking():
        raise SystemExit(f"The tests need LibreOffice: apt-get install {' '.join(lacking)}, or https://libreoffice.org")


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


def _lacking() -> list[str]:
    program = _installed()
    if program is None:
        return list(_PACKAGES.values())
    parts = Path(program).resolve().parents[1] / "share" / "registry"
    if not parts.is_dir():
        return []  # not Debian's layout: whoever installed it took all of it
    return [package for part, package in _PACKAGES.items() if not (parts / f"{part}.xcd").exists()]


def _installed() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)
