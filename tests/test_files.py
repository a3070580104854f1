"""Writing files in one step."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reader.files import write_atomically


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    usual = tmp_path / "usual"
    usual.touch()
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode == usual.stat().st_mode


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")


def test_a_device_is_written_to() -> None:
    write_atomically(Path(os.devnull), b"new")
    assert Path(os.devnull).is_char_device()


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """As with `-o /dev/stdout`, whose link leads to a name that no file has."""
    ours, theirs = os.pipe()
    write_atomically(Path(f"/dev/fd/{theirs}"), b"new")
    assert os.read(ours, 10) == b"new"
    os.close(ours)
    os.close(theirs)


def test_after_a_failure_the_old_file_stands_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["a.json"]
