"""Files of our own: private folders, and nothing read that another user could have put there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def read_small(path: Path, most: int) -> bytes:
    """The bytes of a file of at most `most` bytes.

    A pipe is not waited for and a device is not read. Raises OSError, whose `strerror` says
    why, where there is no such file.
    """
    descriptor = os.open(path, os.O_RDONLY | _AT_ONCE | _BINARY)
    try:
        status = os.fstat(descriptor)
        kind = status.st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(kind):
            raise OSError(errno.EINVAL, "It is not an ordinary file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            # Room for as much as is asked for is taken at once: ask for no more than there is.
            content = file.read(min(status.st_size, most) + 1)
    finally:
        os.close(descriptor)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"It has more than {most:,} bytes")
    return content


def read_own(path: Path, most: int) -> bytes:
    """As `read_small`, for a file in a folder that `check_own` accepts. Raises OSError."""
    check_own(path.parent)
    check_own(path)
    return read_small(path, most)


def make_private(folder: Path) -> None:
    """Make a folder, with those above it, for its owner only.

    Raises OSError where that cannot be done, or where what is there is not ours.
    """
    for path in (*reversed(folder.parents), folder):
        try:
            path.mkdir(mode=0o700)
        except FileExistsError as error:
            if not path.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error
        except OSError:
            if not path.is_dir():  # a folder above that may not be written to, and is there
                raise
    check_own(folder)


def check_own(path: Path) -> None:
    """Raise PermissionError where a file or folder belongs to others or others can write to it.

    What the system's administrator owns is trusted. Raises OSError where it is not there.
    """
    if not hasattr(os, "geteuid"):  # Windows, where the user's folders are private already
        return
    status = path.stat()
    if status.st_uid not in (os.geteuid(), 0):
        raise PermissionError(errno.EPERM, f"{path} belongs to another user", str(path))
    if status.st_mode & _OTHERS_MAY_WRITE:
        raise PermissionError(
            errno.EPERM, f"others can write to {path}; chmod go-w {path} fixes that", str(path)
        )
