"""Short headlines made of the article's own words."""

from __future__ import annotations

from ..parse import Parse
from .clauses import Clauses
from .speech import is_speech
from .wordlists import listed

_LONGEST = 90
_GOOD_LENGTH = 64
_SHORTEST = 20
_SHORT_NAME = 5
_CONTRACTIONS = ("'", "’", "n't", "n’t")
_LINKS = frozenset({"-", "–", "/", "'", "’", "."})
_WITH_VERB = frozenset({"aux", "auxpass", "neg", "prt"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative", "agent", "xcomp"})
_ADVERBIALS = frozenset({"prep", "advmod", "npadvmod"})
_ASIDES = frozenset({"relcl", "appos", "advcl", "parataxis", "conj", "cc", "punct", "acl"})
_QUESTION_TAGS = frozenset({"WRB", "WDT", "WP"})


class Headlines:
    """Writes the headlines of clauses and noun phrases.

    `timed` are the tokens of time expressions, which a headline leaves out where they only
    date it; `names` gives the name a pronoun stands for.
    """

    def __init__(
        self, parse: Parse, clauses: Clauses, timed: set[int], names: dict[int, str]
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._timed = timed
        self._names = names

    def of_clause(self, head: int) -> str:
        """Subject, verb and what completes it, without the date."""
        subject = self._clauses.subject(head)
        text = self._packed(self._subject_text(subject), self._predicate(head, subject))
        said = self._parse.child(head, "ccomp") if is_speech(self._parse, head) else None
        if said is not None and len(text) + _SHORTEST < _LONGEST:
            text = f"{text}{self._link(head, said)} {self._clause_text(said)}"
        return self._finished(text)

    def _link(self, head: int, said: int) -> str:
        """What stands between a verb of saying and what was said."""
        mark = self._parse.child(said, "mark")
        if said < head:
            return ":"
        return f" {self._parse.text[mark]}" if mark is not None else ""

    def _subject_text(self, subject: int | None) -> str:
        """The subject, by name where it is a pronoun."""
        if subject is None:
            return ""
        return self._names.get(subject) or self._written(self._light(subject))

    def of_phrase(self, noun: int) -> str:
        """A noun with its modifiers and complements."""
        return self._finished(self._written(self._light(noun)))

    def of_words(self, first: int, last: int) -> str:
        """The words of a token range, for a clause that has no subject to name."""
        return self._finished(" ".join(self._parse.words(first, last).split()))

    def _clause_text(self, head: int) -> str:
        subject = self._clauses.own_subject(head)
        own = "" if subject is None else self._written(self._light(subject))
        return self._packed(own, self._predicate(head, subject))

    def _predicate(self, head: int, subject: int | None) -> list[list[int]]:
        """The verb with its helpers, then what completes it, the most needed first."""
        parse = self._parse
        verb = [head, *(c for c in parse.children[head] if parse.dep[c] in _WITH_VERB)]
        verb += self._shared_helpers(head) if len(verb) == 1 else []
        start = head if subject is None or subject > head else subject
        needed, more = [], []
        for child in parse.children[head]:
            if child < start or parse.tag[child] in _QUESTION_TAGS or self._only_dates(child):
                continue
            if parse.dep[child] in _OBJECTS:
                needed.append(self._light(child))
            elif parse.dep[child] in _ADVERBIALS and parse.lower[child] not in listed("loose"):
                more.append(self._light(child))
        return [verb, *needed, *more]

    def _shared_helpers(self, head: int) -> list[int]:
        """The helpers of the verb a participle is joined to: was arrested and released."""
        parse = self._parse
        first = parse.head[head]
        if parse.dep[head] != "conj" or not parse.tag[head] == parse.tag[first] == "VBN":
            return []
        return [c for c in parse.children[first] if parse.dep[c] in ("aux", "auxpass")]

    def _packed(self, before: str, parts: list[list[int]]) -> str:
        """The opening, then as many parts as fit, these in the order of the text.

        Objects may fill the longest headline, other parts no more than a good length.
        """
        kept: list[int] = []
        for number, part in enumerate(parts):
            longer = f"{before} {self._written(kept + part)}"
            adverbial = self._parse.dep[part[0]] in _ADVERBIALS
            if number and len(longer) > (_GOOD_LENGTH if adverbial else _LONGEST):
                continue
            kept += part
        after = self._written(kept)
        return (
            f"{before}{after}" if after.startswith(_CONTRACTIONS) else f"{before} {after}".strip()
        )

    def _only_dates(self, token: int) -> bool:
        """Whether a dependent is a date, or a preposition that leads to one."""
        if token in self._timed:
            return True
        if self._parse.dep[token] not in _ADVERBIALS:
            return False
        governed = self._parse.child(token, "pobj", "pcomp", "npadvmod")
        return governed is not None and governed in self._timed

    def _light(self, token: int) -> list[int]:
        """A token with what depends on it, without clauses, asides and joined phrases."""
        parse = self._parse
        kept, stack = [], [token]
        while stack:
            current = stack.pop()
            kept.append(current)
            for child in parse.children[current]:
                aside = parse.dep[child] in _ASIDES and not self._belongs(child)
                adverbial = parse.dep[child] in ("prep", "npadvmod", "advmod")
                if not aside and not (adverbial and self._only_dates(child)):
                    stack.append(child)
        return kept

    def _belongs(self, token: int) -> bool:
        """Whether what looks like an aside is needed: a hyphen, "between X and Y", "X and Y"."""
        parse = self._parse
        if parse.dep[token] in ("conj", "cc"):
            head = parse.head[token]
            joined = parse.child(head, "conj") if parse.dep[token] == "cc" else token
            return joined is not None and self._is_short_name(head, joined)
        return parse.tag[token] == "POS" or self._inside_word(token)

    def _is_short_name(self, head: int, joined: int) -> bool:
        """Whether two joined nouns are names, or what something lies between."""
        parse = self._parse
        first, last = parse.subtree_range(joined)
        names = parse.pos[head] == parse.pos[joined] == "PROPN"
        between = parse.lower[parse.head[head]] == "between"
        return last - first <= _SHORT_NAME and (names or between)

    def _inside_word(self, token: int) -> bool:
        """Whether a token is a hyphen or the like, with a word on either side of it."""
        parse = self._parse
        if parse.text[token] not in _LINKS or not 0 < token < len(parse) - 1:
            return False
        return parse.end[token - 1] == parse.start[token] and (
            parse.end[token] == parse.start[token + 1]
        )

    def _finished(self, text: str) -> str:
        """`text` cut at a word to the longest headline, with a capital."""
        if len(text) > _LONGEST:
            text = f"{text[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
        return text[:1].upper() + text[1:]

    def _written(self, tokens: list[int]) -> str:
        parse = self._parse
        words = ""
        previous = -1
        for token in sorted(tokens):
            word = parse.text[token]
            joined = previous >= 0 and parse.end[previous] == parse.start[token]
            words += word if joined else f" {word}"
            previous = token
        return " ".join(words.split())
