"""Which clauses a headline can tell in words of its own, and which it shows as they stand."""

from __future__ import annotations

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.datedness import Datedness
from ..syntax.verb_groups import finite_verb, is_finite, shared_helpers
from .headline_subjects import Subject, Subjects

_DESCRIBING = frozenset({"acl", "relcl"})
_TOLD_APART = frozenset({"acl", "relcl", "advcl"})
_TRAILING = frozenset({"advcl", "pcomp", "conj"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_TOLD = ("dobj", "ccomp", "xcomp", "oprd", "prep", "agent", "auxpass", "acomp")


class Tellable:
    """Looks for what parsers get wrong, so that a headline made of it would say something else."""

    def __init__(
        self, parse: Parse, clauses: Clauses, dates: Datedness, subjects: Subjects
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._dates = dates
        self._subjects = subjects

    def is_sentence(self, head: int, subject: Subject | None) -> bool:
        """Whether a verb and a subject make a sentence.

        A participle with an object is a slip of the parser. So may be a subject that a verb has
        from afar though a noun stands in front of it.
        """
        parse = self._parse
        if subject is not None and self._subjects.is_doubtful(head, subject.token):
            return False
        if self.says_nothing(head) or self._lacks_object(head):
            return False
        embedded = parse.dep[head] in ("ccomp", "acl") and parse.tag[head] == "VB"
        if embedded and not self._has_helper(head):
            return False
        participle = parse.tag[head] == "VBN" and not is_finite(parse, head)
        return not participle or parse.child(head, "dobj", "aux", "auxpass") is None

    def _has_helper(self, head: int) -> bool:
        """Whether a verb in its plain form has a helper, its own or a shared one: will go."""
        own = self._parse.child(head, "aux", "auxpass") is not None
        return own or bool(shared_helpers(self._parse, head))

    def says_nothing(self, head: int) -> bool:
        """Whether a verb of saying lacks what is said: it stands before, or in the next lines."""
        lemma = self._parse.lemma[head]
        if lemma not in listed("said_with_words"):
            return False
        told = _TOLD[1:] if lemma in listed("told_to_hearers") else _TOLD
        return self._parse.child(head, *told) is None

    def is_foreshadowed(self, head: int) -> bool:
        """Whether the subject only points to a clause that follows: it is accepted that he left."""
        subject = self._clauses.own_subject(head)
        pointing = subject is not None and self._parse.lower[subject] == "it"
        return pointing and self._parse.child(head, "ccomp", "csubj") is not None

    def _lacks_object(self, head: int) -> bool:
        """Whether what stands before a subject may complete the verb: the act | the bloc passed."""
        parse = self._parse
        subject = self._clauses.own_subject(head)
        if subject is None or subject > head or parse.dep[head] in _DESCRIBING:
            return False
        before = parse.subtree_range(subject)[0] - 1
        noun = before >= 0 and parse.pos[before] in _NOUNS and not self._dates.is_timed(before)
        if not noun or parse.sentence_of[before] != parse.sentence_of[head]:
            return False
        apart = "\n" in parse.source[parse.end[before] : parse.start[before + 1]]
        return not apart and parse.child(head, *_TOLD, "attr", "prt", "dative") is None

    def helper(self, head: int, subject: Subject | None) -> str:
        """The helper, in brackets, of a participle told as a sentence: the law [was] passed."""
        parse = self._parse
        if subject is None or is_finite(parse, head) or parse.child(head, "aux", "auxpass"):
            return ""
        if parse.tag[head] == "VBG":
            fits = parse.dep[head] in _TRAILING and self.is_told_in_past(head)
        else:
            fits = parse.tag[head] == "VBN" and parse.dep[head] in _TOLD_APART
        if not fits:
            return ""
        several = parse.tag[subject.token] in ("NNS", "NNPS")
        joined = parse.child(subject.token, "conj") is not None
        return "[were] " if several or joined else "[was] "

    def is_told_in_past(self, head: int) -> bool:
        """Whether the verb above a participle is in the past: before joining the club she sang."""
        above = self._clauses.owner[self._parse.head[head]]
        return self._parse.tag[finite_verb(self._parse, above)] == "VBD"
