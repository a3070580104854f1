"""Libraries that tell of damage on standard error are not heard: refusals say what is wrong."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what a library writes to standard error from the terminal; it may be hostile text."""
    with redirect_stderr(io.StringIO()):
        yield
