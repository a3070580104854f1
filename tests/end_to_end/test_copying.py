"""Copying in a real terminal: to the terminal itself, to a program, and to the user's command."""

from __future__ import annotations

import base64
from pathlib import Path


def test_over_ssh_the_terminal_gets_the_words_and_nothing_more_is_claimed(start, article) -> None:
    with start(article, env={"SSH_TTY": "/dev/pts/9", "DISPLAY": "localhost:10"}) as terminal:
        terminal.wait_for("ready")
        terminal.press("vlllly")
        terminal.wait_for("Sent 4 characters to the terminal")
        sent = terminal.output.rpartition("\x1b]52;c;")[2].partition("\x07")[0]
        assert base64.b64decode(sent).decode() == "Ferr"
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_the_command_of_the_settings_gets_the_words(start, article, tmp_path: Path) -> None:
    config = tmp_path / "config" / "reading-room"
    config.mkdir(parents=True)
    kept = tmp_path / "kept words"
    (config / "settings.toml").write_text(f"copy_command = \"dd 'of={kept}' status=none\"\n")
    with start(article, env={"XDG_CONFIG_HOME": str(config.parent)}) as terminal:
        terminal.wait_for("ready")
        terminal.press("vlllly")
        terminal.wait_for("Copied 4 characters to dd")
        assert kept.read_text() == "Ferr"
        assert "\x1b]52;" not in terminal.output
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert not terminal.left_on()
