"""Which phrases a word makes no sense without, or says something else."""

from __future__ import annotations

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..syntax.datedness import Datedness

_COMPLETED_BY = ("dobj", "attr", "acomp", "oprd", "agent", "xcomp", "ccomp", "dative")


class Complements:
    """Tells, of a parsed article, what a headline must not leave out after a word."""

    def __init__(self, parse: Parse, dates: Datedness) -> None:
        self._parse = parse
        self._dates = dates

    def turns(self, token: int) -> bool:
        """Whether a dependent turns the sense of what it depends on: if, without, according to."""
        parse = self._parse
        if parse.dep[token] in ("prep", "agent"):
            return parse.lower[token] in listed("turning")
        if parse.dep[token] != "advcl":
            return False
        return any(parse.lower[c] in listed("conditional") for c in parse.children[token])

    def undoes(self, token: int) -> bool:
        """Whether a joined clause tells that nothing came of the first: hoped to win but lost."""
        parse, first = self._parse, self._parse.head[token]
        before = (c for c in parse.children[first] if first < c < token)
        if not any(parse.lower[c] == "but" for c in before):
            return False
        words = (first, *(c for c in parse.children[first] if parse.dep[c] == "acomp"))
        return any(parse.lemma[word] in listed("undone") for word in words)

    def are_needed(self, token: int) -> bool:
        """Whether a word makes no sense, or means more, without a phrase that depends on it."""
        parse = self._parse
        head = parse.head[token]
        if self.turns(token):
            return True
        if parse.dep[token] in ("relcl", "acl"):
            return self._is_open_to(token, head) or not self._is_known(head)
        if parse.dep[token] == "npadvmod":
            return parse.pos[head] in ("ADV", "ADJ")  # two miles away
        return parse.dep[token] == "prep" and self._is_complement(token, head)

    def _is_open_to(self, infinitive: int, noun: int) -> bool:
        """Whether a noun says nothing without what is to be done: in an attempt to win."""
        parse = self._parse
        small = parse.child(noun, "det", "poss")
        open_end = small is None or parse.lower[small] in ("a", "an")
        return (
            open_end and parse.tag[infinitive] == "VB" and parse.lemma[noun] in listed("promising")
        )

    def _is_complement(self, preposition: int, head: int) -> bool:
        """Whether a word makes no sense without the phrase that a preposition opens."""
        parse = self._parse
        if parse.lower[preposition] in listed("binding") or self._is_amount(head):
            return True
        if self._is_bound(preposition, head):
            return True
        if parse.pos[head] in ("VERB", "AUX"):
            completed = any(
                c > head and parse.dep[c] in _COMPLETED_BY for c in parse.children[head]
            )
            return not completed and preposition == self._first_behind(head)
        return parse.pos[head] in ("ADJ", "ADV", "ADP", "SCONJ") or parse.pos[head] == "PRON"

    def _is_bound(self, preposition: int, head: int) -> bool:
        """Whether a word needs its phrase: linked him to, no doubt about, only because of."""
        parse = self._parse
        pair = f"{parse.lemma[head].lower()} {parse.lower[preposition]}"
        denied = any(parse.lower[c] == "no" for c in parse.children[head])
        limited = any(parse.lower[c] in ("only", "just") for c in parse.children[head] if c > head)
        return pair in listed("tied") or denied or limited

    def _first_behind(self, verb: int) -> int | None:
        """The first prepositional phrase after a verb, with "be" even if that is a date."""
        below = self._parse.children[verb]
        behind = (c for c in below if c > verb and self._parse.dep[c] == "prep")
        state = self._parse.lemma[verb] == "be"
        return next((c for c in behind if state or not self._dates.only_dates(c)), None)

    def _is_amount(self, token: int) -> bool:
        """Whether a word only counts what a phrase after it names: one in four, $1 in losses."""
        parse = self._parse
        return parse.tag[token] in ("CD", "$") or parse.lower[token] in listed("amounts")

    def _is_known(self, noun: int) -> bool:
        """Whether a noun means one thing without the clause that describes it."""
        parse = self._parse
        if parse.pos[noun] == "PROPN":
            return True
        small = parse.child(noun, "det", "poss")
        return small is not None and parse.lower[small] in listed("determining")
