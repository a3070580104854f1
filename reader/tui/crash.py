"""The log of a crash: enough to find the fault, and nothing of the article."""

from __future__ import annotations

import os
import platform
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from ..trusted import make_private

_OWNER_ONLY = 0o600
_KEPT = 20


def log_folder() -> Path:
    """Where the logs of crashes are kept."""
    import platformdirs

    return platformdirs.user_state_path("reading-room") / "crashes"


def write_log(error: BaseException | None, folder: Path | None = None) -> Path:
    """Write what went wrong to a new file that only its owner can read.

    It holds the type of each error in the chain and the lines of code on the way to it.
    Messages and values are left out: they may quote the article. Raises OSError.
    """
    folder = folder or log_folder()
    make_private(folder)
    moment = datetime.now(UTC)
    path = folder / f"{moment:%Y-%m-%dT%H-%M-%S.%f}-{os.getpid()}.log"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="utf-8") as log:
        log.write(f"reader {_version()}, Python {platform.python_version()}, ")
        log.write(f"{platform.system()}, {moment:%Y-%m-%d %H:%M:%S} UTC\n\n")
        log.write("\n".join(describe(error)) + "\n")
    others = sorted(other for other in folder.glob("*.log") if other != path)
    for old in others[: 1 - _KEPT]:
        with suppress(OSError):
            old.unlink()
    return path


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("reading-room")
    except PackageNotFoundError:
        return "of unknown version"


def describe(error: BaseException | None) -> list[str]:
    """The errors of a chain, the first cause first, each with its way through the code."""
    lines: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines = [f"{_name(type(error))} at", *_way(error.__traceback__), "", *lines]
        error = error.__cause__ or error.__context__
    return lines


def _name(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _way(track: TracebackType | None) -> list[str]:
    return [
        f"  {frame.filename}:{frame.lineno} in {frame.name}: {frame.line}"
        for frame in traceback.extract_tb(track)
    ]
