"""One command for everything, on a machine that has nothing but Python.

    python3 start.py                 set up what is missing, then open the dashboard
    python3 start.py test [...]      run every check; what follows goes to pytest
    python3 start.py translate       bring the Thai catalogue up to date with the code

Only the standard library, for it runs before anything is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNNING = (ROOT / "requirements.txt",)
TESTING = (*RUNNING, ROOT / "tests" / "requirements.txt")
OLDEST_PYTHON = (3, 11)
PORTS = range(8501, 8521)


class SetupError(Exception):
    """Something that a person has to mend first, in Thai and in English."""

    def __init__(self, thai: str, english: str) -> None:
        super().__init__(f"{thai}\n{english}")


def main(arguments: list[str]) -> int:
    """Run the command that was asked for; its exit code."""
    try:
        require_python(sys.version_info[:2])
        if arguments[:1] == ["test"]:
            return test(arguments[1:])
        if arguments == ["translate"]:
            return translate()
        return open_dashboard(arguments)
    except SetupError as error:
        sys.stderr.write(f"\n{error}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def open_dashboard(arguments: list[str]) -> int:
    """Install, prepare the database, and serve until somebody ends it."""
    parser = argparse.ArgumentParser(prog="start.py")
    parser.add_argument("--port", type=int, help=f"default: the first free one from {PORTS.start}")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    options = parser.parse_args(arguments)
    install(RUNNING)
    prepare_database()
    port = free_port([options.port] if options.port else PORTS)
    say(f"กำลังเริ่มระบบที่พอร์ต {port}", f"starting on port {port}")
    command = [str(VENV_PYTHON), "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT)
    threading.Thread(target=_announce, args=(server, port, not options.no_browser), daemon=True).start()
    return _wait_for(server)


def test(arguments: list[str]) -> int:
    """Install what the checks need and run them all; tests/__main__.py lists them."""
    install(TESTING)
    return run_python("-m", "tests", *arguments)


def translate() -> int:
    """Bring the Thai catalogue up to date with the code, and compile it."""
    install(TESTING)
    return run_python(str(ROOT / "ita_data" / "locale" / "update.py"))


def require_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that is too old."""
    if version < OLDEST_PYTHON:
        found, oldest = (".".join(map(str, numbers)) for numbers in (version, OLDEST_PYTHON))
        raise SetupError(f"ต้องใช้ Python {oldest} ขึ้นไป เครื่องนี้มี {found}", f"Python {oldest} is needed, this is {found}")


def install(lists: tuple[Path, ...]) -> None:
    """Install these requirements into .venv, unless that was done for these very lists already."""
    make_venv()
    stamp = VENV / stamp_of(lists)
    if stamp.exists():
        return
    say("กำลังติดตั้งส่วนประกอบ อาจใช้เวลาสองสามนาที", "installing, which may take some minutes")
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if run_python(*pip, "--upgrade", "pip") or run_python(*pip, *(f"--requirement={path}" for path in lists)):
        raise SetupError(
            "ติดตั้งไม่สำเร็จ (ดูข้อความด้านบน) การติดตั้งครั้งแรกต้องใช้อินเทอร์เน็ต โปรดตรวจการเชื่อมต่อแล้วลองใหม่",
            "installing failed (see above); the first time needs the internet: check the connection and try again",
        )
    stamp.touch()


def stamp_of(lists: tuple[Path, ...]) -> str:
    """The name of the file in .venv that says these requirements are installed."""
    return f"installed-{hashlib.sha256(b''.join(path.read_bytes() for path in lists)).hexdigest()[:16]}"


def make_venv() -> None:
    """Make .venv, or make it anew where it no longer works."""
    if VENV_PYTHON.exists() and run_python("-c", "import pip") == 0:
        return
    say("กำลังสร้าง .venv", "making .venv")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise SetupError(
            "สร้าง .venv ไม่สำเร็จ: Python ในเครื่องนี้ไม่มี venv หรือ pip (Debian/Ubuntu: sudo apt install python3-venv)",
            "making .venv failed: this Python lacks venv or pip (Debian/Ubuntu: sudo apt install python3-venv)",
        )


def prepare_database() -> None:
    """Bring the tables up to date; load the sample office where there was no database and none was named."""
    sample = () if os.environ.get("DATABASE_URL", "").strip() else ("--with-sample",)
    if run_python("-m", "ita_data", "db", "upgrade", *sample):
        raise SetupError("เตรียมฐานข้อมูลไม่สำเร็จ (ดูข้อความด้านบน)", "preparing the database failed (see above)")


def free_port(ports: range | list[int]) -> int:
    """The first of these ports that nothing listens on."""
    for port in ports:
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        return port
    raise SetupError(
        f"พอร์ต {ports[0]} ถูกใช้อยู่ โปรดเลือกพอร์ตอื่นด้วย --port",
        f"port {ports[0]} is taken: choose another with --port",
    )


def run_python(*arguments: str) -> int:
    """Run the Python inside .venv from the project's folder; its exit code."""
    return subprocess.call([str(VENV_PYTHON), *arguments], cwd=ROOT)


def say(thai: str, english: str) -> None:
    """Tell the person at the terminal what happens now."""
    sys.stdout.write(f"› {thai} · {english}\n")
    sys.stdout.flush()


def _announce(server: subprocess.Popen[bytes], port: int, opens_browser: bool) -> None:
    while not _answers(port):
        if server.poll() is not None:
            return
        time.sleep(0.2)
    address = f"http://127.0.0.1:{port}"
    say(f"พร้อมใช้งานที่ {address} (กด Ctrl-C เพื่อปิด)", f"ready at {address}, Ctrl-C ends it")
    # Without a desktop, webbrowser may start a text browser in this very terminal.
    has_desktop = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if opens_browser and has_desktop:
        webbrowser.open(address)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _wait_for(server: subprocess.Popen[bytes]) -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait()
        say("ปิดระบบแล้ว", "closed")
        return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    raise SystemExit(main(sys.argv[1:]))
