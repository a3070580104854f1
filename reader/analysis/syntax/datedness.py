"""Which parts of a clause only say when."""

from __future__ import annotations

from ..knowledge.event_words import bounds, listed
from ..parse.columns import Parse
from ..types import TimeType

_ADVERBIALS = frozenset({"advmod", "npadvmod", "tmod", "nmod", "dep", "prep"})
_LEADING = frozenset({"prep", "advmod", "npadvmod", "agent"})


class Datedness:
    """The time expressions of a parse, by token, and what they make of the words around them."""

    def __init__(self, parse: Parse, timed: dict[int, TimeType]) -> None:
        self._parse = parse
        self._timed = timed

    def is_timed(self, token: int) -> bool:
        """Whether a token is part of a time expression."""
        return token in self._timed

    def is_broken(self, token: int, chosen: set[int]) -> bool:
        """Whether a token is of a time expression of which another word is not among `chosen`."""
        if token not in self._timed:
            return False
        for step in (1, -1):
            other = token + step
            while other in self._timed:
                if other not in chosen:
                    return True
                other += step
        return False

    def only_dates(self, token: int) -> bool:
        """Whether a dependent is a date, or a preposition that leads to one.

        What a length is the object of needs it: takes two days, was sentenced to six years.
        """
        parse = self._parse
        if parse.tag[token] == "VBG" and parse.lower[token] in bounds():
            return parse.child(token, "dobj", "xcomp", "aux", "nsubj") is None
        if token in self._timed:
            return parse.dep[token] in _ADVERBIALS
        if parse.dep[token] not in _LEADING:
            return False
        of_amount = parse.lower[token] == "of" and parse.lower[parse.head[token]]
        return of_amount not in listed("amounts") and self._leads_to_date(token)

    def _leads_to_date(self, token: int) -> bool:
        parse = self._parse
        governed = parse.child(token, "pobj", "pcomp", "npadvmod")
        inner = parse.child(token, "prep") if governed is None else None
        if inner is not None:  # as of May
            return self.only_dates(inner)
        kind = self._kind(governed)
        length = kind is not TimeType.DURATION or parse.lower[token] in listed("lasting")
        return kind is not None and length

    def _kind(self, governed: int | None) -> TimeType | None:
        """The type of a time expression; "the end" of one is part of it."""
        if governed is None or governed in self._timed:
            return None if governed is None else self._timed[governed]
        parse = self._parse
        part = parse.lemma[governed] in listed("edges") or parse.lemma[governed] in listed("spans")
        of = parse.child(governed, "prep") if part else None
        whole = parse.child(of, "pobj") if of is not None and parse.lower[of] == "of" else None
        return self._timed.get(whole) if whole is not None else None
