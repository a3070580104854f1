"""The words of a phrase in three lengths: its skeleton, what makes sense, as it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import zip_longest

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..types import TimeType

OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative", "agent", "xcomp", "ccomp"})
ADVERBIALS = frozenset({"prep", "advmod", "npadvmod"})
_SHORT_NAME = 5
_SHORT_LIST = 4
_APOSTROPHES = frozenset({"'", "’"})
_LINKS = frozenset({"-", "–", "/", "'", "’", "."})
_ASIDES = frozenset({"relcl", "appos", "advcl", "parataxis", "conj", "cc", "punct", "acl"})
# The skeleton of a phrase: to acquire the businesses.
_BARE = frozenset({
    "det", "predet", "compound", "nummod", "quantmod", "poss", "case", "neg", "aux", "auxpass",
    "prt", "dobj", "attr", "acomp", "mark", "nsubj", "nsubjpass", "expl",
})  # fmt: skip
# What a noun, preposition or verb does not make sense without.
_CORE = frozenset({
    "det", "predet", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "case", "neg",
    "mark", "aux", "auxpass", "prt", "pobj", "pcomp", "dobj", "attr", "acomp", "oprd", "agent",
    "xcomp", "nsubj", "nsubjpass", "expl",
})  # fmt: skip
_COMPLETED_BY = ("dobj", "attr", "acomp", "oprd", "agent", "xcomp", "ccomp")
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_MARKERS = frozenset({"det", "aux", "auxpass", "neg", "prt", "poss", "case", "mark"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_NEVER_NAMES = frozenset({"VBG", "VBN", "VBD", "IN", "RB", "DT", "PRP$", "TO"})


@dataclass(slots=True)
class Part:
    """A part of a clause: its skeleton, with what it makes no sense without, as it stands."""

    bare: list[int]
    core: list[int]
    full: list[int]
    needed: bool


class Phrases:
    """Gathers the words of phrases and writes them.

    `timed` are the tokens of time expressions with their types; they are left out where they
    only date a phrase.
    """

    def __init__(self, parse: Parse, timed: dict[int, TimeType]) -> None:
        self._parse = parse
        self._timed = timed

    def only_dates(self, token: int) -> bool:
        """Whether a dependent is a date, or a preposition that leads to one.

        What a length is the object of needs it: takes two days, was sentenced to six years.
        """
        parse = self._parse
        if token in self._timed:
            length = self._timed[token] is TimeType.DURATION and not self._counts_from(token)
            return parse.dep[token] != "attr" and not (length and parse.dep[token] == "dobj")
        if parse.dep[token] not in ADVERBIALS and parse.dep[token] != "agent":
            return False
        if parse.lower[token] == "of" and parse.lower[parse.head[token]] in listed("amounts"):
            return False
        governed = parse.child(token, "pobj", "pcomp", "npadvmod")
        inner = parse.child(token, "prep") if governed is None else None
        if inner is not None:  # as of May
            return self.only_dates(inner)
        kind = self._kind(governed)
        return kind is not None and (
            kind is not TimeType.DURATION or parse.lower[token] in listed("lasting")
        )

    def _kind(self, governed: int | None) -> TimeType | None:
        """The type of a time expression; "the end" of one is part of it."""
        if governed is None or governed in self._timed:
            return None if governed is None else self._timed[governed]
        parse = self._parse
        of = parse.child(governed, "prep") if parse.lemma[governed] in listed("edges") else None
        whole = parse.child(of, "pobj") if of is not None and parse.lower[of] == "of" else None
        return self._timed.get(whole) if whole is not None else None

    def is_timed(self, token: int) -> bool:
        """Whether a token is part of a time expression."""
        return token in self._timed

    def tells(self, tokens: list[int]) -> bool:
        """Whether words say which event they mean: with a date, or with more than one word."""
        if any(token in self._timed for token in tokens):
            return True
        return sum(self._parse.pos[token] in _CONTENT for token in tokens) > 1

    def holds(self, token: int, word: int) -> bool:
        """Whether a word is a token or stands below it."""
        return word == token or token in self._parse.ancestors(word)

    def down_to(self, token: int, word: int) -> Part:
        """A token with what leads from it to a word below it, and that word with its core."""
        path = []
        for above in (word, *self._parse.ancestors(word)):
            path.append(above)
            if above == token:
                break
        core = [word_ for step in path for word_ in (step, *self._markers(step))] + self.core(word)
        return Part(core, core, core + self.core(token), needed=True)

    def _markers(self, token: int) -> list[int]:
        """The small words that a word on the way to another needs: the, to, not."""
        return [c for c in self._parse.children[token] if self._parse.dep[c] in _MARKERS]

    def _counts_from(self, token: int) -> bool:
        """Whether a length counts from something behind it: two days after the vote."""
        return self._parse.lower[token + 1 : token + 2] in (["after"], ["before"])

    def part(self, token: int) -> Part:
        """A token and what depends on it, in three lengths."""
        needed = self._parse.dep[token] in OBJECTS
        bare = self._gathered(token, self._is_bare)
        return Part(bare, self.core(token), self.light(token), needed)

    def opening(self, subject: int) -> Part:
        """A subject; at its shortest a person's name without title, any other with all it needs."""
        part = self.part(subject)
        names = self._parse.names
        number = bisect_right(names, subject, key=lambda name: name.first) - 1
        if number < 0 or subject >= names[number].last or names[number].label != "PERSON":
            return replace(part, bare=part.core)
        return replace(part, bare=list(range(names[number].first, names[number].last)))

    def light(self, token: int) -> list[int]:
        """A token with what depends on it, without clauses, asides and joined phrases."""
        return self._gathered(token, self._is_light)

    def core(self, token: int) -> list[int]:
        """A token with what it makes no sense without."""
        return self._gathered(token, self._is_core)

    def _gathered(self, token: int, wanted: Callable[[int], bool]) -> list[int]:
        kept, stack = [], [token]
        while stack:
            current = stack.pop()
            kept.append(current)
            below = (c for c in self._parse.children[current] if not self._is_relative_object(c))
            stack += [child for child in below if wanted(child)]
        return [part for current in kept for part in self._whole(current)]

    def _whole(self, token: int) -> range:
        """The tokens written as one with a number of a time expression: 2021-22."""
        parse = self._parse
        first = last = token
        while first - 1 in self._timed and parse.end[first - 1] == parse.start[first]:
            first -= 1
        while last + 1 in self._timed and parse.end[last] == parse.start[last + 1]:
            last += 1
        return range(first, last + 1) if token in self._timed else range(token, token + 1)

    def _is_bare(self, token: int) -> bool:
        return self._parse.dep[token] in _BARE or self._is_hyphened(token)

    def _is_light(self, token: int) -> bool:
        if self._parse.dep[token] in _ASIDES and not self._belongs(token):
            return False
        return self._parse.dep[token] not in (*ADVERBIALS, "agent") or not self.only_dates(token)

    def _is_core(self, token: int) -> bool:
        parse = self._parse
        head = parse.head[token]
        if self._belongs(token) or self._is_hyphened(token):
            return True
        if parse.dep[token] in ("prep", "agent"):
            return not self.only_dates(token) and self._binds(token)
        if parse.lower[token] in listed("limiting"):
            return True
        if parse.dep[token] == "advmod" and parse.tag[token] != "WRB":
            return parse.pos[head] in ("ADJ", "ADV") or parse.dep[head] in _MODIFIERS
        return parse.dep[token] in _CORE or parse.tag[token] == "WRB"

    def _binds(self, token: int) -> bool:
        """Whether what stands before a preposition makes no sense without it."""
        parse = self._parse
        head = parse.head[token]
        if parse.dep[token] == "agent" or parse.lower[token] in listed("binding"):
            return True
        if parse.pos[head] in ("VERB", "AUX") and not parse.child(head, *_COMPLETED_BY):
            return True
        if parse.pos[head] == "ADV" and token == head + 1:  # down to the wire
            return True
        return parse.tag[head] == "CD" and parse.lower[token] == "in"  # one in four voters

    def _is_relative_object(self, token: int) -> bool:
        """Whether it is a "which" that stands for what the clause describes."""
        return self._parse.tag[token] == "WDT" and self._parse.dep[token] == "dobj"

    def _belongs(self, token: int) -> bool:
        """Whether what looks like an aside is needed: a hyphen, "between X and Y", "X and Y"."""
        parse = self._parse
        if parse.dep[token] in ("conj", "cc"):
            head = parse.head[token]
            joined = parse.child(head, "conj") if parse.dep[token] == "cc" else token
            return joined is not None and self._is_short_list(head, joined)
        if parse.dep[token] == "punct" and parse.text[token] == ",":
            return self._lists(token)
        genitive = parse.tag[token] == "POS" or self._is_mistaken_genitive(token)
        return genitive or self._inside_word(token)

    def _is_mistaken_genitive(self, token: int) -> bool:
        """Whether it is the apostrophe of a plural, which models take for a closing mark."""
        parse = self._parse
        if parse.text[token] not in _APOSTROPHES or not 0 < token < len(parse) - 1:
            return False
        glued = parse.end[token - 1] == parse.start[token] and parse.lower[token - 1].endswith("s")
        return glued and parse.pos[token + 1] in ("NOUN", "PROPN", "ADJ")

    def _is_short_list(self, head: int, joined: int) -> bool:
        """Whether joined words go together: modifiers, names, or a few words."""
        parse = self._parse
        if parse.dep[head] in _MODIFIERS or self._is_short_name(head, joined):
            return True
        first, last = parse.subtree_range(joined)
        fits = parse.pos[joined] in ("NOUN", "PROPN", "ADJ") and last - first <= _SHORT_LIST
        return fits and parse.child(head, "cc") is not None

    def _lists(self, comma: int) -> bool:
        """Whether a comma stands in a list of modifiers or within a name."""
        parse = self._parse
        if not 0 < comma < len(parse) - 1:
            return False
        before, after = parse.dep[comma - 1], parse.dep[comma + 1]
        return before in _MODIFIERS and (after in _MODIFIERS or parse.head[comma + 1] == comma - 1)

    def _is_short_name(self, head: int, joined: int) -> bool:
        """Whether two joined nouns are names, or what something lies between."""
        parse = self._parse
        first, last = parse.subtree_range(joined)
        names = parse.pos[head] == parse.pos[joined] == "PROPN"
        between = parse.lower[parse.head[head]] == "between"
        return last - first <= _SHORT_NAME and (names or between)

    def _is_hyphened(self, token: int) -> bool:
        """Whether a word is part of one with a hyphen: duty-free, $3-a-share."""
        after = token + 1 < len(self._parse) and self._inside_word(token + 1)
        return after or (token > 0 and self._inside_word(token - 1))

    def _inside_word(self, token: int) -> bool:
        """Whether a token is a hyphen or the like, with a word on either side of it."""
        parse = self._parse
        if parse.text[token] not in _LINKS or not 0 < token < len(parse) - 1:
            return False
        before = parse.end[token - 1] == parse.start[token]
        after = parse.end[token] == parse.start[token + 1]
        return before and after and parse.text[token + 1][0].isalnum()

    def written(self, tokens: list[int]) -> str:
        """The words of tokens in the order of the text, spaced as there."""
        parse = self._parse
        chosen = sorted(set(tokens))
        words = ""
        previous = -1
        for token, following in zip_longest(chosen, chosen[1:]):
            if parse.text[token] == "," and (previous, following) != (token - 1, token + 1):
                continue
            joined = previous >= 0 and parse.end[previous] == parse.start[token]
            word = self._inner(token)
            words += word if joined else f" {word}"
            previous = token
        return " ".join(words.split())

    def _inner(self, token: int) -> str:
        """A word without the capital that only its place in the sentence gives it."""
        word = self._parse.text[token]
        if self._parse.tag[token] not in _NEVER_NAMES or not word[:1].isupper():
            return word
        plain = word[1:].islower() and self._opens(token)
        return word[:1].lower() + word[1:] if plain else word

    def _opens(self, token: int) -> bool:
        """Whether a word is the first of its sentence."""
        first = self._parse.sentence(self._parse.sentence_of[token])[0]
        return all(self._parse.pos[before] == "PUNCT" for before in range(first, token))
