"""Short headlines made of the article's own words."""

from __future__ import annotations

from collections.abc import Callable

from ..knowledge.event_words import bounds, listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.ellipsis import leaves_out, repeated
from ..syntax.relative_gaps import gap_of
from ..syntax.speech_verbs import is_speech
from ..types import TimeType
from .condensing import (
    ADVERBIALS,
    OBJECTS,
    Part,
    Phrases,
)

_LONGEST = 90
_GOOD_LENGTH = 64
_LONG_OBJECT = 8  # an object in full may be as much longer
_CONTRACTIONS = ("'", "’", "n't", "n’t")
_WITH_VERB = frozenset({"aux", "auxpass", "neg", "prt"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_HIGHEST_CLIMB = 4
_OPENING = frozenset({'"', "“", "``", ":"})
_CLOSING = frozenset({'"', "”", "''", "’’"})
_NOT_FINITE = frozenset({"VB", "VBG", "VBN"})
_SPOKEN = frozenset({"i", "we", "you"})
_SAME_IN_ALL_PERSONS = frozenset({"VBD", "MD"})
_QUESTION_TAGS = frozenset({"WRB", "WDT", "WP"})


class _Draft:
    """A clause being written: its subject (by `name`, if given), its verb and chosen parts.

    `gap` are the words that complete it from outside, and the word they stand behind.
    """

    def __init__(
        self,
        write: Callable[[list[int]], str],
        name: str | None,
        opening: Part,
        verb: list[int],
        gap: tuple[list[int], int] | None,
    ) -> None:
        self._write = write
        self._name = name
        self._opening = opening
        self._before = opening.core
        self._verb = verb
        self._gap = gap
        self._chosen: dict[int, list[int]] = {}

    def text(self) -> str:
        """The words chosen, those behind the subject in the order of the text."""
        before = self._name or self._write(self._before)
        tokens = self._verb + [token for part in self._chosen.values() for token in part]
        after = self._write(tokens)
        if self._gap:
            described, last = self._gap
            before_gap = [token for token in tokens if token <= last]
            behind = [token for token in tokens if token > last]
            after = " ".join(map(self._write, (before_gap, described, behind)))
        between = "" if after.startswith(_CONTRACTIONS) else " "
        return f"{before}{between}{after}".strip()

    def complete(self, parts: list[Part], limit: int) -> None:
        """Add in short what the verb needs; failing that, the first thing said of it."""
        for number, part in enumerate(parts):
            if part.needed or not self._chosen:
                short = self._try(number, part.core, limit)
                if part.needed and not short and not self._try(number, part.bare, limit):
                    self._before = self._opening.bare
                    self._try(number, part.core, limit)

    def fill(self, parts: list[Part], limit: int) -> None:
        """Give subject, objects and the rest in full, as far as they fit."""
        shortest, self._before = self._before, self._opening.full
        if len(self.text()) > limit:
            self._before = shortest
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
        self._phrases = Phrases(parse, timed)
        self._names = names

    def of_clause(self, head: int, keep: int | None = None) -> str:
        """Subject, verb and what completes it, without the date; `keep` is a word to keep."""
        said = self._said(head)
        subject = self._subject(head)
        if said is None:
            return self._finished(self._complete_text(head, subject, keep))
        text = self._clause_text(head, subject, said=said)
        text = f"{text}{self._link(head, said)} "
        content = self._clause_text(said, self._clauses.own_subject(said), taken=len(text))
        return self._finished(text + content)

    def _said(self, head: int) -> int | None:
        """What a verb gives as said: with a verb of saying, or in quotation marks before it."""
        parse = self._parse
        said = parse.child(head, "ccomp")
        if said is None or is_speech(parse, head):
            return said
        return said if any(parse.text[t] in _CLOSING for t in range(said, head)) else None

    def _subject(self, head: int) -> int | None:
        """The subject of a clause; what is said of a date is said of what it dates."""
        parse = self._parse
        subject = self._clauses.subject(head)
        for _ in range(_HIGHEST_CLIMB):
            if subject is None or parse.dep[head] != "relcl" or not self._is_in_date(subject):
                break
            above = parse.head[subject]
            subject = above if parse.pos[above] != "VERB" else self._clauses.subject(above)
        if subject is not None and parse.tag[subject] in ("WDT", "WP") and subject > 0:
            described = subject - 1 - (parse.text[subject - 1] == ",")
            return described if parse.pos[described] in _NOUNS else subject
        return subject

    def _is_in_date(self, token: int) -> bool:
        """Whether a token is part of a date or leads to one."""
        return self._phrases.is_timed(token) or self._parse.pos[token] == "ADP"

    def _complete_text(self, head: int, subject: int | None, keep: int | None) -> str:
        """A clause, with the one before it where it says no more than "he did not"."""
        text = self._clause_text(head, subject, keep=keep)
        if not leaves_out(self._parse, head) or self._completions(head, subject, None, None):
            return text
        told = repeated(self._parse, self._clauses, head)
        if told is None or (before := self._subject(told)) is None:
            return text
        said = self._clause_text(told, before, taken=len(text) + len("; "))
        return said if text.lower() in said.lower() else f"{said}; {text}"

    def _link(self, head: int, said: int) -> str:
        """What stands between a verb of saying and what was said."""
        mark = self._parse.child(said, "mark")
        first = self._parse.subtree_range(said)[0]
        if said < head or any(self._parse.text[t] in _OPENING for t in range(head, first + 1)):
            return ":"
        return f" {self._parse.text[mark]}" if mark is not None else ""

    def _clause_text(
        self,
        head: int,
        subject: int | None,
        *,
        said: int | None = None,
        taken: int = 0,
        keep: int | None = None,
    ) -> str:
        """A clause in few words, fewer still where `taken` characters stand beside it.

        What was `said` in it follows elsewhere and leaves room only for what is needed.
        """
        name = self._named(head, subject) if subject is not None and not taken else None
        name = name or self._owned(subject) or self._described(subject)
        if name is None and subject is not None and not taken:
            name = self._possessed(subject)
        opening = (
            Part([], [], [], needed=True) if subject is None else self._phrases.opening(subject)
        )
        gap = gap_of(self._parse, self._clauses, head)
        filling = None if gap is None else (self._phrases.core(gap.noun), gap.behind)
        parts = self._completions(head, subject, said, keep)
        if gap is not None and gap.behind != head:
            parts = [self._reaching(part, gap.behind) for part in parts]
        draft = _Draft(self._phrases.written, name, opening, self._verb(head), filling)
        draft.complete(parts, _LONGEST - taken)
        if said is None:
            draft.fill(parts, max(_GOOD_LENGTH - taken, 0))
        return draft.text()

    def _named(self, head: int, subject: int) -> str | None:
        """The name of a pronoun, if the verb goes with it: "I left", not "I have left"."""
        parse = self._parse
        finite = min(self._verb(head))
        invariant = parse.tag[finite] in _SAME_IN_ALL_PERSONS and parse.lemma[finite] != "be"
        spoken = parse.lower[subject] in _SPOKEN and not invariant
        return None if spoken else self._names.get(subject)

    def _reaching(self, part: Part, word: int) -> Part:
        """`part`, needed if it holds a word that is to stay."""
        if word not in part.full and word not in part.core:
            return part
        return Part(part.core, part.core, part.full, needed=True)

    def _described(self, subject: int | None) -> str | None:
        """What a clause describes in place of "all of whom" or "some of which"."""
        parse = self._parse
        of = parse.child(subject, "prep") if subject is not None else None
        which = parse.child(of, "pobj") if of is not None else None
        if subject is None or which is None or parse.tag[which] not in ("WP", "WDT"):
            return None
        clause = self._clauses.owner[subject]
        if parse.dep[clause] != "relcl":
            return None
        return self._phrases.written(self._phrases.core(parse.head[clause]))

    def _owned(self, subject: int | None) -> str | None:
        """A subject with its owner in place of "whose": the union's contract."""
        parse = self._parse
        whose = parse.child(subject, "poss") if subject is not None else None
        if subject is None or whose is None or parse.tag[whose] != "WP$":
            return None
        clause = self._clauses.owner[subject]
        if parse.dep[clause] != "relcl":
            return None
        owner = self._phrases.written(self._phrases.core(parse.head[clause]))
        return self._with_owner(owner, subject, whose)

    def _possessed(self, noun: int) -> str | None:
        """A noun with the name of its owner in place of "his", "her" or "their"."""
        whose = self._parse.child(noun, "poss")
        name = self._names.get(whose) if whose is not None else None
        return None if name is None or whose is None else self._with_owner(name, noun, whose)

    def _with_owner(self, owner: str, noun: int, whose: int) -> str:
        own = self._phrases.written([t for t in self._phrases.light(noun) if t != whose])
        mark = "’" if "’" in self._parse.source else "'"
        return f"{owner}{mark}{'' if owner.endswith('s') else 's'} {own}"

    def _verb(self, head: int) -> list[int]:
        """The verb with its helpers."""
        parse = self._parse
        small = listed("limiting") | listed("negating")
        verb = [head, *(c for c in parse.children[head] if parse.dep[c] in _WITH_VERB)]
        verb += [c for c in parse.children[head] if parse.lower[c] in small]
        return verb if len(verb) > 1 else [*verb, *self._shared_helpers(head)]

    def _completions(
        self, head: int, subject: int | None, said: int | None, keep: int | None
    ) -> list[Part]:
        """What completes a verb, the most needed first."""
        parse = self._parse
        start = head if subject is None or subject > head else subject
        behind = self._word_behind(head) if said is None else None
        needed: list[Part] = []
        more: list[Part] = []
        for child in parse.children[head]:
            if child < start or child == subject or parse.tag[child] in _QUESTION_TAGS:
                continue
            if keep is not None and self._phrases.holds(child, keep):
                needed.append(self._phrases.down_to(child, keep))
            elif (
                self._only_dates(child)
                or (needed and self._is_aside(child))
                or (said is not None and parse.dep[child] == "ccomp")
            ):
                continue
            elif child == behind or parse.dep[child] in OBJECTS:
                needed.append(self._phrases.part(child))
            elif said is None and (self._is_adverbial(child) or self._clauses.is_occasion(child)):
                more.append(self._phrases.part(child))
        return [*needed, *more]

    def _word_behind(self, head: int) -> int | None:
        """The word right behind a verb that has no object: fell short, called on."""
        behind = head + 1
        if behind not in self._parse.children[head]:
            return None
        free = self._parse.child(head, "dobj", "attr", "acomp", "oprd", "agent") is None
        governed = self._parse.child(behind, "pobj", "pcomp")
        leads = self._parse.dep[behind] == "prep" and governed is not None
        return behind if free and (leads or self._parse.dep[behind] == "advmod") else None

    def _only_dates(self, token: int) -> bool:
        """Whether a part of a clause is a date, with or without "starting" before it."""
        sets_in = self._parse.lower[token] in bounds() and self._parse.tag[token] == "VBG"
        return sets_in or self._phrases.only_dates(token)

    def _is_aside(self, token: int) -> bool:
        """Whether a comma sets a second object apart: elected her, a victory for the left."""
        parse = self._parse
        first = parse.subtree_range(token)[0]
        noun = parse.dep[token] in ("dobj", "attr", "oprd", "ccomp") and parse.pos[token] in _NOUNS
        return noun and first > 0 and parse.text[first - 1] == ","

    def of_phrase(self, noun: int) -> str:
        """A noun with its modifiers and complements; where it has none, with its clause.

        Nothing, for a date that stands alone.
        """
        words = self._phrases.light(noun)
        if all(self._phrases.is_timed(word) for word in words):
            return ""
        phrase = self._possessed(noun) or self._phrases.written(words)
        clause = self._clauses.owner[noun]
        while self._parse.dep[clause] == "ccomp" and self._parse.tag[clause] in _NOT_FINITE:
            clause = self._clauses.owner[self._parse.head[clause]]
        subject = self._subject(clause) if self._clauses.is_verbal(clause) else None
        if self._phrases.tells(words) or subject is None:
            return self._finished(phrase)
        told = self._clause_text(clause, subject, taken=len(phrase) + len(": "))
        return self._finished(f"{phrase}: {told}")

    def of_part(self, head: int) -> str | None:
        """The headline of the clause above one that tells nothing alone.

        An infinitive ("rallied to win the vote"), or a participle whose subject nobody names
        ("hopes of winning").
        """
        parse = self._parse
        if self._clauses.own_subject(head) is not None or parse.tag[head] not in _NOT_FINITE:
            return None
        purpose = parse.dep[head] == "advcl" and any(
            parse.lower[c] == "to" for c in parse.children[head]
        )
        governed = parse.dep[head] == "pcomp" and parse.lower[parse.head[head]] not in listed(
            "temporal"
        )
        if not purpose and not governed and self._clauses.subject(head) is not None:
            return None
        above = self._clauses.owner[parse.head[head]]
        if not self._clauses.is_verbal(above) or self._subject(above) is None:
            return None
        return self.of_clause(above, head)

    def of_words(self, first: int, last: int) -> str:
        """The words of a token range, for a clause that has no subject to name."""
        return self._finished(" ".join(self._parse.words(first, last).split()))

    def _is_adverbial(self, token: int) -> bool:
        parse = self._parse
        if parse.dep[token] not in ADVERBIALS:
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

    def _finished(self, text: str) -> str:
        """`text` cut at a word to the longest headline, with a capital."""
        if len(text) > _LONGEST:
            text = f"{text[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
        return text[:1].upper() + text[1:]
