"""The editor and commands in a real terminal: what they get, and what they leave behind."""

from __future__ import annotations

from pathlib import Path

import pytest

EDITOR = """#!/bin/sh
printf '%s\\n' "$@" > "$NOTES"
BODY
"""


@pytest.fixture
def editor(tmp_path: Path):
    """Makes an editor; its arguments are noted in the file "notes"."""

    def make(body: str) -> dict[str, str]:
        program = tmp_path / "my editor"
        program.write_text(EDITOR.replace("BODY", body))
        program.chmod(0o700)
        return {"VISUAL": f"'{program}' --wait", "NOTES": str(tmp_path / "notes")}

    return make


def test_the_editor_opens_the_file_at_the_line_and_the_change_is_told(
    start, article: Path, tmp_path, editor
) -> None:
    env = editor('echo "EDITING NOW"; sleep 0.3; printf "\\nOne more line.\\n" >> "$3"')
    with start(article, env=env) as terminal:
        terminal.wait_for("ready")
        terminal.press("}}E")
        terminal.wait_for("The file has changed: R reads it again.")
        assert "EDITING NOW" in terminal.output
        arguments = (tmp_path / "notes").read_text().splitlines()
        assert arguments == ["--wait", "+5", str(article)]
        terminal.press("R")
        terminal.wait_for("The file was read again.")
        terminal.press("G")
        terminal.wait_for("One more line.")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert not terminal.left_on()


def test_what_an_editor_leaves_of_the_terminal_is_mended(start, article, editor) -> None:
    env = editor('stty raw -echo; printf "\\033[?1000h\\033[?25l"; exit 3')
    with start(article, env=env) as terminal:
        terminal.wait_for("ready")
        terminal.press("E")
        terminal.wait_for("ended with code 3")
        terminal.press("/quay\r")
        terminal.wait_for("hit 1 of 2")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert not terminal.left_on()


def test_ctrl_c_in_the_editor_is_the_editors(start, article, editor) -> None:
    env = editor('trap "echo CAUGHT; exit 0" INT; echo WAITING; while :; do sleep 0.1; done')
    with start(article, env=env) as terminal:
        terminal.wait_for("ready")
        terminal.press("E")
        terminal.wait_for(lambda _: "WAITING" in terminal.output)
        terminal.press("ctrl+c")
        terminal.wait_for(lambda _: "CAUGHT" in terminal.output)
        terminal.wait_for("ready")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_no_editor_is_one_sentence(start, article) -> None:
    with start(article, env={"VISUAL": "no-such-editor", "EDITOR": ""}) as terminal:
        terminal.wait_for("ready")
        terminal.press("E")
        terminal.wait_for("VISUAL names no-such-editor, which is not")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_command_gets_the_selection_and_its_output_is_harmless(start, article) -> None:
    with start(article) as terminal:
        terminal.wait_for("ready")
        terminal.press("vlllll|")
        terminal.wait_for("Pipe the selection (5 characters) to a command")
        terminal.press("sh -c 'cat; printf \"\\033]0;stolen\\007 end\"'\r")
        terminal.wait_for("Ferry end")
        assert terminal.title != "stolen"
        terminal.press("q")
        terminal.wait_for("selected")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert not terminal.left_on()
