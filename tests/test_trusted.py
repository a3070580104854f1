"""Only our own files are read, and only so much of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reader.trusted import check_own, make_private, read_own, read_small

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="owners and modes of POSIX")


def refusal(path: Path, most: int = 10) -> str:
    with pytest.raises(OSError) as caught:  # noqa: PT011
        read_small(path, most)
    return str(caught.value.strerror)


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"0123456789")
    assert read_small(file, 10) == b"0123456789"
    assert refusal(file, 9) == "It has more than 9 bytes"


def test_pipes_devices_and_folders_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "endless").symlink_to("/dev/zero")
    assert refusal(tmp_path / "pipe") == "It is not an ordinary file"
    assert refusal(tmp_path / "endless") == "It is not an ordinary file"
    assert refusal(tmp_path) == "Is a directory"
    assert refusal(tmp_path / "nothing") == "No such file or directory"


def test_every_folder_that_is_made_is_private_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_private(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    for made in ("a", "a/b", "a/b/c"):
        assert (tmp_path / made).stat().st_mode & 0o777 == 0o700


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="Not a directory"):
        make_private(tmp_path / "file" / "folder")


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_what_others_can_write_is_not_read(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "folder"
    make_private(folder)
    (folder / "file").write_bytes(b"ours")
    assert read_own(folder / "file", 10) == b"ours"
    folder.chmod(mode)
    with pytest.raises(PermissionError, match=r"others can write to .*; chmod go-w"):
        read_own(folder / "file", 10)
    with pytest.raises(PermissionError):
        make_private(folder)
    folder.chmod(0o700)
    (folder / "file").chmod(mode & 0o666)
    with pytest.raises(PermissionError):
        read_own(folder / "file", 10)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_what_belongs_to_another_user_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"theirs")
    os.chown(file, 12345, -1)
    with pytest.raises(PermissionError, match="belongs to another user"):
        check_own(file)
