"""`reader --keep-ready` and `reader --stop-worker`: the process that stays ready."""

from __future__ import annotations

import sys

from ..options import Options
from ..settings import Settings, seconds_of

_REFUSED = 2
_USUAL = "10 min"


def keep_ready(options: Options, settings: Settings) -> int:
    """Start the process and say how it is; returns the exit code. Raises ModelError."""
    from ..analysis.parse.defaults import DEFAULT_MODEL
    from ..analysis.parse.models import find_model
    from ..worker import resident

    if sys.platform != "linux":
        return _refuse("--keep-ready works only on Linux: leave it out.")
    model = options.model or settings.model or DEFAULT_MODEL
    find_model(model)
    try:
        found = resident.start(model, seconds_of(settings.keep_ready or _USUAL))
    except OSError as error:
        return _refuse(f"The process cannot be started: {error.strerror or error}.")
    if found is None:
        return _refuse(
            f"The process could not start: check that {resident.folder()} belongs to you."
        )
    print(resident.described(found))
    return 0


def stop_worker(_: Options, __: Settings) -> int:
    """End the process; returns the exit code."""
    from ..worker import resident

    print("The process has stopped." if resident.stop() else "No background process is running.")
    return 0


def _refuse(sentence: str) -> int:
    print(f"reader: {sentence}", file=sys.stderr)
    return _REFUSED
