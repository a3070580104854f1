"""Nothing is imported before the first picture that it does not need."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .terminal import Terminal

_WORDS = "returns to Port"  # behind the caret
# Notes what is imported when the article is first handed to the terminal.
_PROBE = f"""
import sys
from textual.drivers.linux_driver import LinuxDriver
write = LinuxDriver.write

def watch(driver, text):
    if {_WORDS!r} in text and not text.startswith("\\x1b]2;"):
        with open(sys.argv[2], "x") as noted:
            noted.write("\\n".join(sys.modules))
        LinuxDriver.write = write
    write(driver, text)

LinuxDriver.write = watch
from reader.cli import main
sys.exit(main([sys.argv[1]]))
"""
_OTHERS = {"msgspec", "platformdirs", "rich", "textual", "typing_extensions"}
_STANDARD = {"argparse", "gettext", "json", "multiprocessing", "sqlite3", "tomllib", "unittest"}
_OURS = """
reader reader.cli reader.files reader.options reader.patterns reader.settings reader.shortage
reader.terminal
reader.trusted
reader.article article blocks errors kinds lines parts publication speakers
reader.sources decoding loading plain signs sought types
reader.analysis types
reader.analysis.parse defaults threads
reader.analysis.resolve mentions
reader.library memory state
reader.worker ahead
reader.reading beside find focus history hunting index marks outline plan reading sentences
status stretches views
reader.tui app glyphs harmless keys launch line painted repeating theme
reader.tui.platform driver incoming plain_ascii safe_app signals skipped_imports
type_ahead
reader.tui.window footer header kept panes room whereabouts
reader.tui.article beside caret following layout margin motions overview page painting pane row
rows scrolling structure tables wrap
reader.tui.commands command copying desk export going hand outside overview reading structure
reader.tui.screens reading
"""


def _named(listed: str) -> set[str]:
    """The modules listed: those without a dot stand in the last package named."""
    found, package = set(), ""
    for name in listed.split():
        if "." in name or name == "reader":
            package = name
        found.add(name if name == package else f"{package}.{name}")
    return found


def test_the_first_picture_needs_no_more_than_these_modules(article: Path, tmp_path: Path) -> None:
    noted = tmp_path / "modules"
    command = [sys.executable, "-c", _PROBE, str(article), str(noted)]
    with Terminal(command, size=(120, 40)) as terminal:
        terminal.wait_for("ready")
    imported = noted.read_text().split()
    ours = {name for name in imported if name.partition(".")[0] == "reader"}
    assert ours == _named(_OURS)
    packages = {name.partition(".")[0] for name in imported}
    assert packages - sys.stdlib_module_names - {"reader", "__main__", "_distutils_hack"} <= _OTHERS
    assert packages & _STANDARD == set()


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system what is loaded")
def test_a_reader_of_files_loads_nothing_for_connections(article: Path) -> None:
    with Terminal([sys.executable, "-m", "reader", str(article)], size=(120, 40)) as terminal:
        terminal.wait_for("ready")
        loaded = Path(f"/proc/{terminal.process.pid}/maps").read_text()
    assert "python" in loaded
    assert "libssl" not in loaded
