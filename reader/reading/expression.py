"""Regular expressions in a text, found with a limit of time."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import regex

Span = tuple[int, int]


class WrongExpressionError(Exception):
    """What is typed is no expression; its text says why."""


class Expression:
    """A regular expression, or a part of one that is being typed.

    Case counts where it has a capital. A hit of no letters is none. Raises WrongExpressionError.
    """

    def __init__(self, written: str, *, whole_words: bool) -> None:
        wanted = rf"\b(?:{written})\b" if whole_words else written
        case = 0 if any(sign.isupper() for sign in written) else regex.IGNORECASE
        try:
            self._pattern = regex.compile(wanted, case)
        except regex.error as error:
            raise WrongExpressionError(f"not a regular expression: {error}") from None
        except RecursionError:
            raise WrongExpressionError("too deep: make it simpler") from None

    def spans(
        self, text: str, first: int, last: int, seconds: float, *, reach: int
    ) -> Iterator[Span]:
        """The hits that start in a part of a text, told as they are found.

        The text is looked at as far as `reach` code points beyond that part. A hit that ends there
        is measured again in the whole text. Raises TimeoutError after so many seconds.
        """
        stop = min(len(text), last + reach)
        until = perf_counter() + seconds
        while first < last:
            left = max(0.001, until - perf_counter())
            again = None
            for match in self._pattern.finditer(text, first, stop, timeout=left):
                if match.start() >= last:
                    return
                if match.end() == stop < len(text):
                    again = match.start()
                    break
                if match.end() > match.start():
                    yield match.span()
            if again is None:
                return
            whole = self._pattern.match(text, again, timeout=left)
            if whole is not None and whole.end() > again:
                yield whole.span()
            first = max(again + 1, whole.end() if whole is not None else 0)
