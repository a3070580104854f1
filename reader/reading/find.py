"""Finding words in an article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, MutableSequence
from time import perf_counter

from msgspec import Struct

_REGEX_SECONDS = 0.25
"""Seconds that a regular expression may search in a short text; the engine stops after them."""
TOO_SLOW = "takes too long: make it simpler"


class Manner(Struct, frozen=True):
    """How words are looked for."""

    whole_words: bool = False
    regex: bool = False


_PLAINLY = Manner()


class Search:
    """All places of `query` in a text. `problem` says why there are none where that is a fault.

    White space matches a line end; accents, ligatures, curly marks and dashes make no
    difference; case counts where the query has a capital.
    """

    is_complete = True
    """Whether all places are known."""

    def __init__(
        self,
        query: str,
        starts: MutableSequence[int],
        ends: MutableSequence[int],
        manner: Manner = _PLAINLY,
        problem: str = "",
    ) -> None:
        self.query = query
        self.starts = starts
        self.ends = ends
        self.manner = manner
        self.problem = problem

    @staticmethod
    def run(
        text: str,
        query: str,
        manner: Manner = _PLAINLY,
        also: Iterable[tuple[int, int]] = (),
    ) -> Search:
        """Search the whole text; an empty query has no hits.

        `also` are spans that count as hits whatever they hold; hits do not overlap.
        """
        if not query.strip():
            return Search(query, [], [], manner)
        problem = ""
        if manner.regex:
            found, problem = _with_regex(text, query, manner)
        else:
            found = _with_words(text, query, manner)
        starts, ends = [start for start, _ in found], [end for _, end in found]
        apart(starts, ends, also)
        return Search(query, starts, ends, manner, problem)

    def __len__(self) -> int:
        return len(self.starts)

    def next(self, offset: int) -> int | None:
        """The number of the first hit that starts after `offset`, going round at the end."""
        if not self.starts:
            return None
        return bisect_right(self.starts, offset) % len(self.starts)

    def previous(self, offset: int) -> int | None:
        """The number of the last hit that starts before `offset`, going round at the start."""
        if not self.starts:
            return None
        return (bisect_left(self.starts, offset) - 1) % len(self.starts)

    def next_start(self, offset: int) -> int | None:
        """Where the first hit after `offset` begins, going round at the end."""
        hit = self.next(offset)
        return None if hit is None else self.starts[hit]

    def previous_start(self, offset: int) -> int | None:
        """Where the last hit before `offset` begins, going round at the start."""
        hit = self.previous(offset)
        return None if hit is None else self.starts[hit]

    def at(self, offset: int) -> int | None:
        """The number of the hit that holds `offset`, or None."""
        place = bisect_right(self.starts, offset) - 1
        return place if place >= 0 and offset < self.ends[place] else None

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that share a code point with the passage."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return list(zip(self.starts[first:last], self.ends[first:last], strict=True))


def apart(
    starts: MutableSequence[int], ends: MutableSequence[int], also: Iterable[tuple[int, int]]
) -> None:
    """Put other spans among the hits, those that touch none, in text order."""
    for start, end in also:
        place = bisect_left(starts, start)
        is_free_before = not place or ends[place - 1] <= start
        if is_free_before and (place == len(starts) or starts[place] >= end):
            starts.insert(place, start)
            ends.insert(place, end)


def _with_words(text: str, query: str, manner: Manner) -> list[tuple[int, int]]:
    from .folding import pattern_of  # not needed for the first picture

    pattern = pattern_of(query, in_ascii=text.isascii(), whole_words=manner.whole_words)
    return [match.span() for match in pattern.finditer(text)] if pattern.pattern else []


def _with_regex(text: str, query: str, manner: Manner) -> tuple[list[tuple[int, int]], str]:
    """The places that an expression matches, and what is wrong with it."""
    found: list[tuple[int, int]] = []
    try:
        expression = Expression(query, whole_words=manner.whole_words)
        found.extend(expression.spans(text, 0, len(text), _REGEX_SECONDS, reach=0))
    except WrongExpressionError as error:
        return found, str(error)
    except TimeoutError:
        return found, TOO_SLOW
    return found, ""


class WrongExpressionError(Exception):
    """What is typed is no expression; its text says why."""


class Expression:
    """A regular expression, or a part of one that is being typed.

    Case counts where it has a capital. A hit of no letters is none. Raises WrongExpressionError.
    """

    def __init__(self, written: str, *, whole_words: bool) -> None:
        import regex  # not needed for the first picture

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
    ) -> Iterator[tuple[int, int]]:
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
