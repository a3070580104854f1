"""A quicker start for a process of our own that does nothing but analyse.

Not for a process that belongs to somebody else: it leaves out a part of spaCy and puts the
garbage collector off.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


@contextmanager
def quick_start() -> Iterator[None]:
    """Import and load spaCy inside; what is there at the end counts as there for good.

    `import spacy` imports the whole of spaCy's command line (training, downloads, HTTP) for
    the sake of `spacy.info`, and that takes a quarter of its time. The collector would walk
    over everything loaded again and again and find nothing.
    """
    for name in _COMMAND_LINE:
        sys.modules.setdefault(name, _Empty(name))
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


class _Empty(ModuleType):
    """A module in which every name is there and is None."""

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)
