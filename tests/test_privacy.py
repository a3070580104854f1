"""No network and no pickle: the interpreter itself is asked to report them.

Babel keeps the tables in its own package as pickles, which are as trusted as its code.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_WATCHED = """
import sys

FORBIDDEN = {"socket.connect", "socket.getaddrinfo", "socket.sendto", "pickle.find_class"}

def watch(event, arguments):
    if event == "pickle.find_class" and arguments[0].startswith("babel."):
        return
    if event in FORBIDDEN or event.startswith(("urllib", "http.client", "ftplib", "smtplib")):
        print("forbidden:", event, arguments, file=sys.stderr)
        raise SystemExit(99)

sys.addaudithook(watch)
from reader.cli import main
sys.exit(main())
"""
_TEXT = "Ferries sail\n\nThe strike is over, Mara Voss said. More at https://news.example/ferry.\n"


def test_an_export_opens_no_connection_and_unpickles_nothing(tmp_path: Path) -> None:
    article, watched = tmp_path / "ferry.txt", tmp_path / "watched.py"
    article.write_text(_TEXT)
    watched.write_text(_WATCHED)
    command = [sys.executable, str(watched), "--export", "json", str(article)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
