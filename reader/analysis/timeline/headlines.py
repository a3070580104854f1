"""Short headlines made of the article's own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from ..annotations import TimeType
from ..parse import Parse
from .clauses import Clauses
from .speech import is_speech
from .wordlists import listed

_LONGEST = 90
_GOOD_LENGTH = 64
_LONG_OBJECT = 8  # an object in full may be as much longer
_SHORT_NAME = 5
_SHORT_LIST = 4
_CONTRACTIONS = ("'", "’", "n't", "n’t")
_LINKS = frozenset({"-", "–", "/", "'", "’", "."})
_WITH_VERB = frozenset({"aux", "auxpass", "neg", "prt"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative", "agent", "xcomp", "ccomp"})
_ADVERBIALS = frozenset({"prep", "advmod", "npadvmod"})
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
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_NEVER_NAMES = frozenset({"VBG", "VBN", "VBD", "IN", "RB", "DT", "PRP$", "TO"})
_QUESTION_TAGS = frozenset({"WRB", "WDT", "WP"})


@dataclass(slots=True)
class _Part:
    """A part of a clause: its skeleton, with what it makes no sense without, as it stands."""

    bare: list[int]
    core: list[int]
    full: list[int]
    needed: bool


class _Draft:
    """A clause being written: its subject (by `name`, if given), its verb and chosen parts."""

    def __init__(
        self,
        write: Callable[[list[int]], str],
        name: str | None,
        opening: _Part,
        verb: list[int],
    ) -> None:
        self._write = write
        self._name = name
        self._opening = opening
        self._before = opening.core
        self._verb = verb
        self._chosen: dict[int, list[int]] = {}

    def text(self) -> str:
        """The words chosen, those behind the subject in the order of the text."""
        before = self._name or self._write(self._before)
        tokens = [token for part in self._chosen.values() for token in part]
        after = self._write(self._verb + tokens)
        between = "" if after.startswith(_CONTRACTIONS) else " "
        return f"{before}{between}{after}".strip()

    def complete(self, parts: list[_Part], limit: int) -> None:
        """Add in short what the verb needs; failing that, the first thing said of it."""
        for number, part in enumerate(parts):
            if part.needed or not self._chosen:
                short = self._try(number, part.core, limit)
                if part.needed and not short:
                    self._try(number, part.bare, limit)

    def fill(self, parts: list[_Part], limit: int) -> None:
        """Give subject, objects and the rest in full, as far as they fit."""
        self._before = self._opening.full
        if len(self.text()) > limit:
            self._before = self._opening.core
        for number, part in enumerate(parts):
            room = limit + _LONG_OBJECT if part.needed else limit
            if not self._try(number, part.full, room) and number not in self._chosen:
                self._try(number, part.core, limit)

    def _try(self, number: int, tokens: list[int], limit: int) -> bool:
        """Choose these words for a part, unless that would make the clause too long."""
        before = self._chosen.get(number)
        self._chosen[number] = tokens
        if len(self.text()) <= limit:
            return True
        del self._chosen[number]
        if before is not None:
            self._chosen[number] = before
        return False


class Headlines:
    """Writes the headlines of clauses and noun phrases.

    `timed` are the tokens of time expressions with their types; a headline leaves them out
    where they only date it. `names` gives the name a pronoun stands for.
    """

    def __init__(
        self, parse: Parse, clauses: Clauses, timed: dict[int, TimeType], names: dict[int, str]
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._timed = timed
        self._names = names

    def of_clause(self, head: int) -> str:
        """Subject, verb and what completes it, without the date."""
        said = self._parse.child(head, "ccomp") if is_speech(self._parse, head) else None
        if said is None:
            return self._finished(self._clause_text(head, self._clauses.subject(head)))
        text = self._clause_text(head, self._clauses.subject(head), said)
        text = f"{text}{self._link(head, said)} "
        content = self._clause_text(said, self._clauses.own_subject(said), taken=len(text))
        return self._finished(text + content)

    def _link(self, head: int, said: int) -> str:
        """What stands between a verb of saying and what was said."""
        mark = self._parse.child(said, "mark")
        if said < head:
            return ":"
        return f" {self._parse.text[mark]}" if mark is not None else ""

    def _clause_text(
        self, head: int, subject: int | None, said: int | None = None, taken: int = 0
    ) -> str:
        """A clause in few words, fewer still where `taken` characters stand before it.

        What was `said` in it follows elsewhere and leaves room only for what is needed.
        """
        name = self._names.get(subject) if subject is not None and not taken else None
        name = name or self._owned(subject)
        opening = _Part([], [], [], needed=True) if subject is None else self._part(subject)
        parts = self._completions(head, subject, said)
        draft = _Draft(self._written, name, opening, self._verb(head))
        draft.complete(parts, _LONGEST - taken)
        if said is None:
            draft.fill(parts, max(_GOOD_LENGTH - taken, 0))
        return draft.text()

    def _owned(self, subject: int | None) -> str | None:
        """A subject with its owner in place of "whose": the union's contract."""
        parse = self._parse
        whose = parse.child(subject, "poss") if subject is not None else None
        if subject is None or whose is None or parse.tag[whose] != "WP$":
            return None
        clause = self._clauses.owner[subject]
        if parse.dep[clause] != "relcl":
            return None
        owner = self._written(self._gathered(parse.head[clause], self._is_core))
        own = self._written([t for t in self._light(subject) if t != whose])
        mark = "’" if "’" in parse.source else "'"
        return f"{owner}{mark}{'' if owner.endswith('s') else 's'} {own}"

    def _verb(self, head: int) -> list[int]:
        """The verb with its helpers."""
        parse = self._parse
        verb = [head, *(c for c in parse.children[head] if parse.dep[c] in _WITH_VERB)]
        verb += [c for c in parse.children[head] if parse.lower[c] in listed("limiting")]
        return verb if len(verb) > 1 else [*verb, *self._shared_helpers(head)]

    def _completions(self, head: int, subject: int | None, said: int | None) -> list[_Part]:
        """What completes a verb, the most needed first."""
        parse = self._parse
        start = head if subject is None or subject > head else subject
        needed, more = [], []
        for child in parse.children[head]:
            if child < start or parse.tag[child] in _QUESTION_TAGS or self._only_dates(child):
                continue
            if parse.dep[child] in _OBJECTS and child != said:
                needed.append(self._part(child))
            elif said is None and (self._is_adverbial(child) or self._clauses.is_occasion(child)):
                more.append(self._part(child))
        return [*needed, *more]

    def of_phrase(self, noun: int) -> str:
        """A noun with its modifiers and complements."""
        return self._finished(self._written(self._light(noun)))

    def of_words(self, first: int, last: int) -> str:
        """The words of a token range, for a clause that has no subject to name."""
        return self._finished(" ".join(self._parse.words(first, last).split()))

    def _is_adverbial(self, token: int) -> bool:
        parse = self._parse
        if parse.dep[token] not in _ADVERBIALS:
            return False
        goes_with_verb = token == parse.head[token] + 1
        return goes_with_verb or parse.lower[token] not in listed("loose")

    def _shared_helpers(self, head: int) -> list[int]:
        """The helpers of the verb a participle is joined to: was arrested and released."""
        parse = self._parse
        first = parse.head[head]
        if parse.dep[head] != "conj" or not parse.tag[head] == parse.tag[first] == "VBN":
            return []
        return [c for c in parse.children[first] if parse.dep[c] in ("aux", "auxpass")]

    def _only_dates(self, token: int) -> bool:
        """Whether a dependent is a date, or a preposition that leads to one.

        What a length is the object of needs it: takes two days, was sentenced to six years.
        """
        parse = self._parse
        if token in self._timed:
            length = self._timed[token] is TimeType.DURATION and not self._counts_from(token)
            return parse.dep[token] != "attr" and not (length and parse.dep[token] == "dobj")
        if parse.dep[token] not in _ADVERBIALS:
            return False
        governed = parse.child(token, "pobj", "pcomp", "npadvmod")
        kind = self._timed.get(governed) if governed is not None else None
        return kind is not None and (
            kind is not TimeType.DURATION or parse.lower[token] in listed("lasting")
        )

    def _counts_from(self, token: int) -> bool:
        """Whether a length counts from something behind it: two days after the vote."""
        return self._parse.lower[token + 1 : token + 2] in (["after"], ["before"])

    def _part(self, token: int) -> _Part:
        """A token and what depends on it, in three lengths."""
        needed = self._parse.dep[token] in _OBJECTS
        bare = self._gathered(token, self._is_bare)
        return _Part(bare, self._gathered(token, self._is_core), self._light(token), needed)

    def _light(self, token: int) -> list[int]:
        """A token with what depends on it, without clauses, asides and joined phrases."""
        return self._gathered(token, self._is_light)

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
        return self._parse.dep[token] not in _ADVERBIALS or not self._only_dates(token)

    def _is_core(self, token: int) -> bool:
        parse = self._parse
        head = parse.head[token]
        if self._belongs(token) or self._is_hyphened(token):
            return True
        if parse.lower[token] in listed("limiting"):
            return True
        if parse.dep[token] == "advmod" and parse.tag[token] != "WRB":
            return parse.pos[head] in ("ADJ", "ADV") or parse.dep[head] in _MODIFIERS
        if parse.dep[token] != "prep":
            return parse.dep[token] in _CORE or parse.tag[token] == "WRB"
        if self._only_dates(token):
            return False
        bare = parse.pos[head] in ("VERB", "AUX") and not parse.child(head, *_COMPLETED_BY)
        return bare or parse.lower[token] in listed("binding")

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
        return parse.tag[token] == "POS" or self._inside_word(token)

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

    def _finished(self, text: str) -> str:
        """`text` cut at a word to the longest headline, with a capital."""
        if len(text) > _LONGEST:
            text = f"{text[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
        return text[:1].upper() + text[1:]

    def _written(self, tokens: list[int]) -> str:
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
        parse = self._parse
        word = parse.text[token]
        opens = parse.sentence(parse.sentence_of[token])[0] == token
        plain = parse.tag[token] in _NEVER_NAMES and word[1:].islower()
        return word[:1].lower() + word[1:] if opens and plain else word
