"""Finding words in an article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from msgspec import Struct

_REGEX_SECONDS = 0.5
"""Seconds that a regular expression may search; the engine stops after them."""


class Manner(Struct, frozen=True):
    """How words are looked for."""

    whole_words: bool = False
    regex: bool = False


_PLAINLY = Manner()


class Search(Struct, frozen=True):
    """All places of `query` in a text. `problem` says why there are none where that is a fault.

    White space matches a line end; accents, ligatures, curly marks and dashes make no
    difference; case counts where the query has a capital.
    """

    query: str
    starts: list[int]
    ends: list[int]
    manner: Manner = _PLAINLY
    problem: str = ""

    @classmethod
    def run(
        cls,
        text: str,
        query: str,
        manner: Manner = _PLAINLY,
        also: Iterable[tuple[int, int]] = (),
    ) -> Search:
        """Search the whole text; an empty query has no hits.

        `also` are spans that count as hits whatever they hold; hits do not overlap.
        """
        if not query.strip():
            return cls(query, [], [], manner)
        problem = ""
        if manner.regex:
            found, problem = _with_regex(text, query, manner)
        else:
            found = _with_words(text, query, manner)
        spans = _apart(found, also)
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
        return cls(query, starts, ends, manner, problem)

    def __len__(self) -> int:
        return len(self.starts)

    def next(self, offset: int) -> int | None:
        """The number of the first hit that starts behind `offset`, going round at the end."""
        if not self.starts:
            return None
        return bisect_right(self.starts, offset) % len(self.starts)

    def previous(self, offset: int) -> int | None:
        """The number of the last hit that starts before `offset`, going round at the start."""
        if not self.starts:
            return None
        return (bisect_left(self.starts, offset) - 1) % len(self.starts)

    def at(self, offset: int) -> int | None:
        """The number of the hit that holds `offset`, or None."""
        place = bisect_right(self.starts, offset) - 1
        return place if place >= 0 and offset < self.ends[place] else None

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that share a code point with the passage."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return list(zip(self.starts[first:last], self.ends[first:last], strict=True))


def _apart(hits: list[tuple[int, int]], also: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The hits and the other spans that touch none, in text order."""
    made = list(hits)
    for start, end in also:
        place = bisect_left(made, (start, end))
        before, after = made[place - 1 : place], made[place : place + 1]
        if all(last <= start for _, last in before) and all(first >= end for first, _ in after):
            made.insert(place, (start, end))
    return made


def _with_words(text: str, query: str, manner: Manner) -> list[tuple[int, int]]:
    from .folding import pattern_of  # not needed for the first picture

    pattern = pattern_of(query, in_ascii=text.isascii(), whole_words=manner.whole_words)
    return [match.span() for match in pattern.finditer(text)] if pattern.pattern else []


def _with_regex(text: str, query: str, manner: Manner) -> tuple[list[tuple[int, int]], str]:
    """The places that an expression matches, and what is wrong with it."""
    import regex

    wanted = rf"\b(?:{query})\b" if manner.whole_words else query
    case = 0 if any(sign.isupper() for sign in query) else regex.IGNORECASE
    found: list[tuple[int, int]] = []
    try:
        matches = regex.finditer(wanted, text, case, timeout=_REGEX_SECONDS)
        found.extend(match.span() for match in matches if match.end() > match.start())
    except regex.error as error:
        return found, f"not a regular expression: {error}"
    except TimeoutError:
        return found, "takes too long: make it simpler"
    except RecursionError:
        return found, "too deep: make it simpler"
    return found, ""
