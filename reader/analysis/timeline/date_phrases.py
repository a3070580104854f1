"""Which phrases only date what they stand with, so that a headline can do without them."""

from __future__ import annotations

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.datedness import Datedness

_GRAMMAR = frozenset({"punct", "nsubjpass", "aux", "auxpass"})
_STATED = ("attr", "acomp", "advmod", "ccomp", "xcomp", "oprd")


class DatePhrases:
    """Tells, of a parsed article, the dates that say when from those that say what."""

    def __init__(self, parse: Parse, clauses: Clauses, dates: Datedness) -> None:
        self._parse = parse
        self._clauses = clauses
        self._dates = dates
        self._known: dict[int, bool] = {}

    def only_date(self, token: int) -> bool:
        """Whether a phrase says when and nothing else: not a limit, as in "not before May"."""
        if token not in self._known:
            self._known[token] = self._says_only_when(token)
        return self._known[token]

    def _says_only_when(self, token: int) -> bool:
        if not self._dates.only_dates(token) or self._is_inner(token) or self._is_told(token):
            return False
        if self._dates.is_timed(token) and self._dates.is_timed(self._parse.head[token]):
            return False  # the end | of next week
        if self._is_condition(token) or self._is_measure(token) or self._holds_number(token):
            return False
        if self._is_set(token) or self._dates_one_of_several(token):
            return False
        return self._parse.lower[token] not in listed("limits") or not self._is_denied(token)

    def _is_measure(self, token: int) -> bool:
        """Whether a length says by how much, or a date how far: 20 minutes late, midway in May."""
        parse, head = self._parse, self._parse.head[token]
        how_much = parse.dep[token] == "npadvmod" and parse.pos[head] in ("ADV", "ADJ")
        how_far = parse.dep[token] == "prep" and parse.pos[head] == "ADV"
        return (how_much or how_far) and not self._dates.is_timed(head)

    def _holds_number(self, token: int) -> bool:
        """Whether the parser gave a date a number that is none of it: on Monday | 22 died."""
        parse = self._parse
        date = parse.child(token, "pobj") or token
        numbers = (c for c in parse.children[date] if parse.dep[c] == "nummod")
        return any(not self._dates.is_timed(number) for number in numbers)

    def _is_condition(self, token: int) -> bool:
        """Whether a date belongs to a condition: if the boats stay in by Friday."""
        parse, verb = self._parse, self._parse.head[token]
        opening = (parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "mark")
        return parse.dep[verb] == "advcl" and any(w in listed("conditional") for w in opening)

    def _dates_one_of_several(self, token: int) -> bool:
        """Whether a date is that of a noun joined to another: 1,000 men and, in May, 5,000."""
        parse = self._parse
        noun = parse.head[token]
        return parse.dep[noun] == "conj" and parse.pos[noun] in ("NOUN", "NUM", "PROPN")

    def _is_told(self, token: int) -> bool:
        """Whether a date is all that a clause says: they were within days of a deal."""
        parse = self._parse
        above = parse.head[token]
        is_state = parse.lemma[above] == "be" and above < token
        return is_state and parse.child(above, *_STATED) is None

    def _is_denied(self, token: int) -> bool:
        """Whether a verb above a word, or its subject, is denied: no driver will go."""
        parse = self._parse
        verb = parse.head[token]
        while parse.dep[verb] == "xcomp":
            if self._has_denial(verb):
                return True
            verb = parse.head[verb]
        return self._has_denial(verb)

    def _has_denial(self, verb: int) -> bool:
        parse = self._parse
        below = parse.children[verb]
        subjects = (c for c in below if parse.dep[c] in ("nsubj", "nsubjpass"))
        small = [verb, *(c for c in below if parse.dep[c] in ("neg", "advmod", "acomp"))]
        words = (*small, *(c for subject in subjects for c in parse.children[subject]))
        turning = listed("turning_sense") | listed("doubting")
        return any(parse.lower[w] in turning or parse.lemma[w] in turning for w in words)

    def _is_inner(self, token: int) -> bool:
        """Whether a date is part of a noun phrase: the recently closed mill, the 27 May vote."""
        parse = self._parse
        head = parse.head[token]
        before = (
            token < head and parse.pos[head] in ("NOUN", "PROPN") and parse.dep[token] == "nmod"
        )
        return before or parse.dep[head] == "amod"

    def only_dates_noun(self, token: int) -> bool:
        """Whether a clause says no more of its noun than when: a survey taken in May."""
        parse = self._parse
        passive = parse.dep[token] == "relcl" and parse.child(token, "nsubjpass") is not None
        if not passive and not self._clauses.is_bare_participle(token):
            return False
        below = [c for c in parse.children[token] if parse.dep[c] not in _GRAMMAR]
        return bool(below) and all(self._dates.only_dates(c) for c in below)

    def _is_set(self, token: int) -> bool:
        """Whether a phrase is the date that a verb sets: the vote was moved to Friday."""
        pair = f"{self._parse.lemma[self._parse.head[token]].lower()} {self._parse.lower[token]}"
        return pair in listed("setting_dates")
