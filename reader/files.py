"""Writing a file so that nobody ever sees half of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

UNFINISHED = ".unfinished"
"""What the names of files end in that are being written, or whose writer died."""

_USUAL, _OWNER_ONLY = 0o666, 0o600


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write `data` beside `path`, then put it in its place in one step.

    After a failure what stood at `path` before still stands there. A link is followed; a pipe
    or device is written to as it is. A `private` file can be read by its owner only, any other
    keeps the permissions of what it replaces. Raises OSError.
    """
    from secrets import token_hex  # not needed for the first picture

    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = Path(os.path.realpath(path))
    beside = path.with_name(f".reader-{token_hex(6)}{UNFINISHED}")
    try:
        mode = _OWNER_ONLY if private else _USUAL
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists() and not private:
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
