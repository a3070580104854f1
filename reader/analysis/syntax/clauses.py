"""The clauses of a parse: which token belongs to which, and where each lies in the text."""

from __future__ import annotations

from functools import cached_property

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from .subjects import nearest_subject, subject_head

_CLAUSE_LABELS = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "pcomp"}
)
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_DESCRIBING = frozenset({"acl", "relcl"})
_DASHES = frozenset({"-", "--", "–", "—", "_", ":"})
_EDGE_LABELS = frozenset({"punct", "cc", "mark"})
_RIGHT_BEHIND = 3  # tokens: and later killed


class Clauses:
    """Every token's clause, named by the token that heads it.

    Complements without a subject of their own ("planned to pay") belong to the clause of
    the verb they complete; a joined verb heads a clause of its own.
    """

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._subjects: dict[int, int | None] = {}
        self._shared: dict[int, int | None] = {}

    @cached_property
    def owner(self) -> list[int]:
        """For each token, the head of its clause."""
        parse, heading = self._parse, self._heading
        owners: list[int] = []
        for token, head in enumerate(parse.head):
            current = token if heading[token] else head
            while not heading[current]:
                current = owners[current] if current < token else parse.head[current]
            owners.append(current)
        return owners

    @cached_property
    def _heading(self) -> list[bool]:
        """For each token, whether it heads a clause (or a sentence without one)."""
        parse = self._parse
        return [
            head == token
            or (
                tag in _VERB_TAGS
                and (label in _CLAUSE_LABELS or (label == "conj" and parse.dep[head] != "xcomp"))
            )
            for token, (head, label, tag) in enumerate(
                zip(parse.head, parse.dep, parse.tag, strict=True)
            )
        ]

    def is_verbal(self, token: int) -> bool:
        """Whether a clause is built around a verb."""
        return self._parse.tag[token] in _VERB_TAGS

    def stretch(
        self, head: int, dated: frozenset[int] = frozenset(), leading: bool = False
    ) -> tuple[int, int]:
        """The token range of a clause around its head, up to where another breaks in.

        Clauses that share its time are taken in, unless they are `dated` themselves. These are
        verbs joined to it with the same subject, or with any if its date stands before it
        (`leading`). They are also what happened "when", "as" or "while" it did, and what
        describes its nouns. A clause that itself describes a noun is given with that noun.
        """
        parse = self._parse
        low, high = parse.sentence(parse.sentence_of[head])
        inside = {head}
        first = last = head

        def joins(token: int, forward: bool) -> bool:
            """Whether a token next to the stretch belongs to it."""
            clause = self.owner[token]
            if clause in inside:
                return True
            if clause in dated or not self._shares_time(clause, inside, leading and forward):
                return False
            inside.add(clause)
            return True

        while first > low:
            if not self._is_dash(first - 1) and joins(first - 1, False):
                first -= 1
                continue
            begun = self._begun_across(head, first, dated)
            if begun is None:
                break
            first = begun
        while last + 1 < high and joins(last + 1, True):
            last += 1
        if parse.dep[head] in _DESCRIBING and parse.head[head] in range(low, first):
            first = self._described(head, first)
        return self.trimmed(first, last + 1, head)

    def whole(self, head: int, dated: frozenset[int] = frozenset()) -> tuple[int, int]:
        """The token range of a clause with all that depends on it, up to a `dated` clause."""
        low, high = self._parse.subtree_range(head)
        others = {clause for clause in dated if clause != head}
        first = last = head
        while first > low and self.owner[first - 1] not in others:
            first -= 1
        while last + 1 < high and self.owner[last + 1] not in others:
            last += 1
        return self.trimmed(first, last + 1, head)

    def _begun_across(self, head: int, first: int, dated: frozenset[int]) -> int | None:
        """Where a clause begins whose subject lies before one that breaks in: he, they say, won."""
        subject = self.own_subject(head)
        if subject is None or subject >= first:
            return None
        if any(clause in dated and clause != head for clause in self.owner[subject:first]):
            return None
        return self._parse.subtree_range(subject)[0]

    def _shares_time(self, head: int, inside: set[int], leading: bool) -> bool:
        parse = self._parse
        above = self.owner[parse.head[head]]
        if above not in inside or above == head:
            return False
        label = parse.dep[head]
        subject = parse.child(head, "nsubj", "nsubjpass")
        if label == "conj":
            alike = subject is None or self.joined_passive(head) is not None
            return alike or leading or self.is_simultaneous(above)
        if label == "pcomp":
            return parse.lower[parse.head[head]] in listed("accompanying")
        if label in _DESCRIBING or self._is_asked(head):
            return True
        if self.is_simultaneous(head):
            return True
        opened = any(self._opens(c) for c in parse.children[head])
        return label == "advcl" and subject is None and not opened

    def _is_asked(self, head: int) -> bool:
        """Whether a clause is what somebody is to do: she called for him to resign."""
        parse = self._parse
        if parse.dep[head] not in ("ccomp", "pcomp", "advcl") or parse.tag[head] != "VB":
            return False
        return any(parse.lower[c] == "to" and parse.dep[c] == "aux" for c in parse.children[head])

    def joined_passive(self, head: int) -> int | None:
        """The passive whose helper a participle shares: six were killed and ten injured.

        Parsers join the participle, or what it says it of, to the verb.
        """
        parse = self._parse
        first = parse.head[head]
        if parse.dep[head] == "acl" and parse.dep[first] == "conj":
            first = parse.head[first]
        elif parse.dep[head] != "conj":
            return None
        alike = parse.tag[head] == parse.tag[first] == "VBN"
        helped = parse.child(first, "auxpass") is not None
        return first if alike and helped and parse.child(head, "aux", "auxpass") is None else None

    def doubled(self, head: int) -> int | None:
        """The verb that one right after it shares all with: they | shot and killed him."""
        parse, first = self._parse, self._parse.head[head]
        if parse.dep[head] != "conj" or parse.text[first + 1 : first + 2] != ["and"]:
            return None
        near = first < head <= first + _RIGHT_BEHIND and self.is_verbal(head)
        return first if near and self.own_subject(head) is None else None

    def is_occasion(self, head: int) -> bool:
        """Whether a clause tells when another held: he was 12 when his father died."""
        above = self._parse.dep[self._parse.head[head]]
        label = self._parse.dep[head]
        said_of = label == "advcl" or (label == "relcl" and above in ("attr", "acomp"))
        return said_of and self.is_simultaneous(head)

    def is_simultaneous(self, head: int) -> bool:
        """Whether a clause tells what happened "when", "as" or "while" another did."""
        parse = self._parse
        opening = {parse.lower[c] for c in parse.children[head] if self._opens(c)}
        return bool(opening & listed("simultaneous"))

    def _opens(self, token: int) -> bool:
        """Whether a word joins its clause to another: when, as, although."""
        return self._parse.dep[token] == "mark" or self._parse.tag[token] == "WRB"

    def _described(self, head: int, first: int) -> int:
        """The start of the noun phrase before `first` that a clause describes."""
        noun = self._parse.head[head]
        if any(self.owner[t] != self.owner[noun] for t in range(noun, first)):
            return first
        return self.phrase(noun)[0]

    def phrase(self, noun: int, dated: frozenset[int] = frozenset()) -> tuple[int, int]:
        """The token range of a noun and what depends on it, up to a clause that breaks in."""
        parse, owner = self._parse, self.owner
        low, high = parse.subtree_range(noun)
        inside = {owner[noun], *self._descriptions(low, high, dated)}
        first = last = noun
        while first > low and owner[first - 1] in inside:
            first -= 1
        while last + 1 < high and owner[last + 1] in inside:
            last += 1
        return self.trimmed(first, last + 1, noun)

    def _descriptions(self, first: int, last: int, dated: frozenset[int]) -> list[int]:
        """The clauses that describe nouns of a range and are not dated themselves."""
        parse = self._parse
        found: list[int] = []
        for token in range(first, last):
            joined = parse.dep[token] == "conj" and parse.head[token] in found
            describes = parse.dep[token] in _DESCRIBING or (joined and self.owner[token] == token)
            if describes and token not in dated:
                found.append(token)
        return found

    def trimmed(self, first: int, last: int, keep: int) -> tuple[int, int]:
        """The range without punctuation, joining words and stray prepositions at its ends."""
        while first < keep and self._is_edge(first):
            first += 1
        while last - 1 > keep and (self._is_edge(last - 1) or self._leads_out(last)):
            last -= 1
        return first, last

    def _leads_out(self, last: int) -> bool:
        """Whether the last word of a range leads to what follows it: jailed for | taking."""
        parse, token = self._parse, last - 1
        below = parse.children[token]
        return parse.dep[token] in ("prep", "agent") and bool(below) and below[0] >= last

    def _is_edge(self, token: int) -> bool:
        return self._parse.dep[token] in _EDGE_LABELS or self._parse.pos[token] == "PUNCT"

    def _is_dash(self, token: int) -> bool:
        """Whether a token sets a dateline or an aside apart."""
        parse = self._parse
        spaced = token == 0 or parse.end[token - 1] < parse.start[token]
        return parse.text[token] in _DASHES and spaced

    def is_bare_participle(self, head: int) -> bool:
        """Whether a clause is a participle after its noun that says no more: "a poll taken"."""
        parse = self._parse
        if parse.dep[head] != "acl":
            return False
        return parse.child(head, "dobj", "xcomp", "oprd", "agent", "attr", "prt") is None

    def own_subject(self, head: int) -> int | None:
        """The subject of a verb that stands nearest to it."""
        if head not in self._subjects:
            self._subjects[head] = nearest_subject(self._parse, head)
        return self._subjects[head]

    def subject(self, head: int) -> int | None:
        """The subject of a clause, its own or that of the verb it is joined to."""
        if head not in self._shared:
            self._shared[head] = subject_head(self._parse, head)
        return self._shared[head]
