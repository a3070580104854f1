"""Short headlines made of the article's own words."""

from __future__ import annotations

from collections.abc import Callable

from ..annotations import TimeType
from ..parse import Parse
from .clauses import Clauses
from .phrases import ADVERBIALS, OBJECTS, Part, Phrases
from .speech import is_speech
from .wordlists import listed

_LONGEST = 90
_GOOD_LENGTH = 64
_LONG_OBJECT = 8  # an object in full may be as much longer
_CONTRACTIONS = ("'", "’", "n't", "n’t")
_WITH_VERB = frozenset({"aux", "auxpass", "neg", "prt"})
_QUESTION_TAGS = frozenset({"WRB", "WDT", "WP"})


class _Draft:
    """A clause being written: its subject (by `name`, if given), its verb and chosen parts."""

    def __init__(
        self,
        write: Callable[[list[int]], str],
        name: str | None,
        opening: Part,
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

    def complete(self, parts: list[Part], limit: int) -> None:
        """Add in short what the verb needs; failing that, the first thing said of it."""
        for number, part in enumerate(parts):
            if part.needed or not self._chosen:
                short = self._try(number, part.core, limit)
                if part.needed and not short:
                    self._try(number, part.bare, limit)

    def fill(self, parts: list[Part], limit: int) -> None:
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
        self._phrases = Phrases(parse, timed)
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
        opening = Part([], [], [], needed=True) if subject is None else self._phrases.part(subject)
        parts = self._completions(head, subject, said)
        draft = _Draft(self._phrases.written, name, opening, self._verb(head))
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
        owner = self._phrases.written(self._phrases.core(parse.head[clause]))
        own = self._phrases.written([t for t in self._phrases.light(subject) if t != whose])
        mark = "’" if "’" in parse.source else "'"
        return f"{owner}{mark}{'' if owner.endswith('s') else 's'} {own}"

    def _verb(self, head: int) -> list[int]:
        """The verb with its helpers."""
        parse = self._parse
        verb = [head, *(c for c in parse.children[head] if parse.dep[c] in _WITH_VERB)]
        verb += [c for c in parse.children[head] if parse.lower[c] in listed("limiting")]
        return verb if len(verb) > 1 else [*verb, *self._shared_helpers(head)]

    def _completions(self, head: int, subject: int | None, said: int | None) -> list[Part]:
        """What completes a verb, the most needed first."""
        parse = self._parse
        start = head if subject is None or subject > head else subject
        needed, more = [], []
        for child in parse.children[head]:
            if (
                child < start
                or parse.tag[child] in _QUESTION_TAGS
                or self._phrases.only_dates(child)
            ):
                continue
            if parse.dep[child] in OBJECTS and child != said:
                needed.append(self._phrases.part(child))
            elif said is None and (self._is_adverbial(child) or self._clauses.is_occasion(child)):
                more.append(self._phrases.part(child))
        return [*needed, *more]

    def of_phrase(self, noun: int) -> str:
        """A noun with its modifiers and complements."""
        return self._finished(self._phrases.written(self._phrases.light(noun)))

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
