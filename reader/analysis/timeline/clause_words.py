"""Which words of a clause its headline is made of."""

from __future__ import annotations

from dataclasses import dataclass

from ..knowledge.event_words import bounds, listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.relative_gaps import Gap, gap_of
from ..syntax.verb_groups import shared_helpers
from .headline_check import precedes_clause
from .headline_subjects import Subject
from .wording import Wording

_WITH_VERB = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})
_HELPING = frozenset({"aux", "auxpass", "neg", "prt"})
_LEFT_OUT = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark", "punct", "cc", "preconj"})
_LEADS = frozenset({"det", "aux", "auxpass", "neg", "prt", "poss", "case", "mark"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_QUESTION_TAGS = frozenset({"WRB", "WDT", "WP"})


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words chosen for a clause: what leads it, its subject, and what follows."""

    leading: str
    subject: Subject | None
    body: tuple[int, ...]
    gap: Gap | None
    head: int
    keep: int | None = None


class WordsOfClauses:
    """Chooses the words of the clauses of a parsed article."""

    def __init__(self, parse: Parse, clauses: Clauses, wording: Wording) -> None:
        self._parse = parse
        self._clauses = clauses
        self._wording = wording

    def of(
        self,
        head: int,
        subject: Subject | None,
        *,
        said: int | None = None,
        keep: int | None = None,
        inner: bool = False,
    ) -> ClauseWords:
        """The words of a clause; what was `said` in it follows elsewhere.

        An `inner` clause keeps what leads it, for nothing else tells it.
        """
        skipped = {said, subject.token if subject else None}
        body = list(self.verb(head))
        leading: list[int] = []
        edge = head if subject is None or subject.token > head else subject.token
        for child in self._parse.children[head]:
            helps = self._parse.dep[child] in _HELPING
            if child in skipped or helps:
                continue
            if not self._is_part(child, head):
                body += self._when(child)
                continue
            loose = not inner or self._parse.dep[child] in ("advmod", "npadvmod")
            if child < edge and loose and not self._wording.turns(child):
                continue
            words = self._wording.phrase(child)
            if self._parse.dep[child] == "conj":
                words += self._joining(head, child)
            (leading if child < edge else body).extend(words)
        body = self._wording.up_to_joined(body, head)
        if subject is not None and subject.token > head:
            body = [token for token in body if token < subject.token]
        if keep is not None and keep not in leading:
            body += self._down_to(head, keep)
        asks = any(self._parse.tag[token] in _QUESTION_TAGS for token in sorted(leading)[:2])
        lead = f"{self._wording.written(leading)}{' ' if asks else ', '}" if leading else ""
        gap = gap_of(self._parse, self._clauses, head)
        gap = None if gap is None or (subject and gap.noun == subject.token) else gap
        return ClauseWords(lead, subject, tuple(body), gap, head, keep)

    def _when(self, child: int) -> list[int]:
        """What happened on a date that is left out: it began in March, | when she left."""
        parse = self._parse
        within = parse.lower[child] in ("in", "on", "at")
        date = parse.child(child, "pobj") if within else child
        told = None if date is None else parse.child(date, "relcl")
        opens = told is not None and any(parse.lower[c] == "when" for c in parse.children[told])
        return self._wording.phrase(told) if told is not None and opens else []

    def _joining(self, head: int, joined: int) -> list[int]:
        """The "and" that joins what is no clause to a verb: took 1,000 men and later 50,000."""
        cc = (c for c in self._parse.children[head] if self._parse.dep[c] == "cc" and c < joined)
        return [max(cc, default=joined)]

    def _is_part(self, child: int, head: int) -> bool:
        """Whether what depends on a verb belongs to what it tells, and not only dates it."""
        parse = self._parse
        if parse.dep[child] in _LEFT_OUT or parse.tag[child] in _QUESTION_TAGS:
            return False
        if parse.lower[child] in bounds() and parse.tag[child] == "VBG":
            return False
        below = parse.child(child, "acl")
        if below is not None and self._clauses.joined_passive(below) == head:
            return False  # killed six and ten | injured
        if self._clauses.is_occasion(child):
            return True
        return not self._wording.is_aside(child, head) and not self._is_second(child, head)

    def _is_second(self, token: int, head: int) -> bool:
        """Whether a comma sets a second object apart: elected her, a victory for the left."""
        parse = self._parse
        first = parse.subtree_range(token)[0]
        noun = parse.dep[token] in ("dobj", "attr", "oprd", "ccomp") and parse.pos[token] in _NOUNS
        apart = noun and head < first and parse.text[first - 1] == ","
        return apart and any(
            parse.dep[c] in ("dobj", "attr") and head < c < token for c in parse.children[head]
        )

    def _down_to(self, head: int, word: int) -> list[int]:
        """A word below a verb with its phrase, and what leads to it."""
        words = self._wording.phrase(word)
        for above in self._parse.ancestors(word):
            if above == head:
                break
            below = self._parse.children[above]
            words += [above, *(c for c in below if self._parse.dep[c] in _LEADS)]
        return words

    def verb(self, head: int) -> list[int]:
        """The verb with its helpers and adverbs, its own or those of the verb it is joined to."""
        parse = self._parse
        verb = [head]
        for child in parse.children[head]:
            left_out = parse.dep[child] in _LEFT_OUT or precedes_clause(parse, head, child)
            if left_out or self._wording.is_not_only(child):
                continue
            small = any(parse.lower[child] in listed(name) for name in ("limiting", "negating"))
            if parse.dep[child] == "advmod" and self._leads(child, head) and not small:
                continue
            if small or (parse.dep[child] in _WITH_VERB and self._is_part(child, head)):
                verb += self._wording.phrase(child)
        helped = any(parse.dep[c] in ("aux", "auxpass") for c in verb[1:])
        return verb if helped else [*verb, *shared_helpers(parse, head)]

    def _leads(self, token: int, head: int) -> bool:
        """Whether an adverb stands before the subject: yet, a study found."""
        subject = self._clauses.own_subject(head)
        return subject is not None and token < subject < head
