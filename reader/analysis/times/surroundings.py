"""The words and tokens around an expression, as the checks of the rules ask for them."""

from __future__ import annotations

import re

from ..parse.columns import Parse

_APART = frozenset({"DT", "IN", "TO", "JJ", "CD", "POS", "PRP$"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_REACH = 24


class Surroundings:
    """An expression, by its code points, with the tokens it covers and those beside it."""

    def __init__(self, start: int, end: int, text: str, parse: Parse) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.parse = parse
        self.first, self.last = parse.tokens_in(start, end)
        self.words = text[start:end]
        self.before = text[max(0, start - _REACH) : start]

    @property
    def tag(self) -> str:
        """The tag of the last token."""
        return self.parse.tag[self.last - 1] if self.last > self.first else ""

    @property
    def next_tag(self) -> str:
        """The tag of the token that follows."""
        return self.parse.tag[self.last] if self.last < len(self.parse) else ""

    @property
    def previous_tag(self) -> str:
        """The tag of the token that precedes."""
        return self.parse.tag[self.first - 1] if self.first else ""

    @property
    def after_amount(self) -> bool:
        """Whether a price or a number of things stands before: "$10 a year"."""
        return self.previous_tag in ("CD", "NNS", "$", "NN")

    @property
    def begins_name(self) -> bool:
        """Whether a name follows that nothing before it takes apart from it: March Madness."""
        return self.next_tag == "NNP" and self.previous_tag not in _APART

    @property
    def in_title(self) -> bool:
        """Whether its last word is written as part of a name: the Winter Olympics."""
        return self.words.split()[-1][:1].isupper() and self.next_tag in ("NNP", "NNPS")

    @property
    def closes_name(self) -> bool:
        """Whether it is written as the last word of the name before it: One Wisconsin Now."""
        if not self.words[:1].isupper() or not 0 < self.first < self.last:
            return False
        apart = self.parse.start[self.first] - self.parse.end[self.first - 1] != 1
        return self.previous_tag in ("NNP", "NNPS") and not apart

    @property
    def is_single(self) -> bool:
        """Whether "a" before a weekday means one of them: in a Friday tweet, not a Sunday show."""
        parse = self.parse
        verbs = (t for t in parse.ancestors(self.first) if parse.tag[t] in _VERBS)
        verb = next(verbs, self.first)
        habit = parse.tag[verb] in ("VBZ", "VBP") and parse.child(verb, "aux") is None
        return self.next_tag.startswith("NN") and not habit

    @property
    def ends_name(self) -> bool:
        """Whether it stands where a surname does: right after a name, with no noun to follow."""
        joined = self.previous_tag == "NNP" and re.search(r"[^\W\d]\s\Z", self.before)
        return bool(joined)

    def named(self, *labels: str) -> bool:
        """Whether the model has a name with one of the labels over the expression."""
        names = self.parse.names
        low, high = 0, len(names)
        while low < high:
            middle = (low + high) // 2
            if names[middle].last <= self.first:
                low = middle + 1
            else:
                high = middle
        return low < len(names) and names[low].first < self.last and names[low].label in labels
