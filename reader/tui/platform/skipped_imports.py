"""Modules that a package imports where there are any, and that this program has no use for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def skip_imports(*names: str) -> Iterator[None]:
    """Import inside as on a Python that was built without some modules of its library.

    Those that are there already stay, and all can be imported again afterwards. For a
    process of our own, not for one that belongs to somebody else.
    """
    left_out = [name for name in names if name not in sys.modules]
    for name in left_out:
        sys.modules[name] = None  # type: ignore[assignment] # import takes it for "not there"
    try:
        yield
    finally:
        for name in left_out:
            del sys.modules[name]
