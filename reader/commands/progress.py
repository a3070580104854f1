"""What a person sees of a long run on standard error."""

from __future__ import annotations

import sys
from time import monotonic

from ..corpus.analyse import CorpusProgress

_EVERY = 0.5
_EVERY_IN_FILES = 30.0


class Bar:
    """One line that is written again and again; in a file, a line now and then."""

    def __init__(self) -> None:
        self._started = monotonic()
        self._told = -1e9
        self._is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._width = 0

    def __call__(self, progress: CorpusProgress) -> None:
        """Tell how far it has come: rate, failures and time left."""
        now = monotonic()
        is_end = progress.done + progress.before >= progress.total
        if not is_end and now - self._told < (_EVERY if self._is_terminal else _EVERY_IN_FILES):
            return
        self._told = now
        self.say(sentence(progress, now - self._started))

    def say(self, words: str) -> None:
        """Say something in place of what was said last."""
        if sys.stderr is None:
            return
        if self._is_terminal:
            print(f"\r{words:{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(words)
        else:
            print(f"reader: {words}", file=sys.stderr)

    def end(self) -> None:
        """Leave the line."""
        if self._is_terminal and self._width:
            print(file=sys.stderr)
            self._width = 0


def sentence(progress: CorpusProgress, seconds: float) -> str:
    """How far a run has come after so many seconds."""
    there = progress.done + progress.before
    words = f"{there:,} of {progress.total:,} files"
    if progress.before:
        words += f" ({progress.before:,} were there)"
    if progress.failures:
        words += f", {progress.failures:,} failed"
    if progress.done and seconds > 0:
        rate = progress.done / seconds
        words += f", {rate:.1f} a second, {_span((progress.total - there) / rate)} left"
    return words


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
