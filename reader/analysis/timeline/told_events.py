"""The events of the story that nothing dates, as many as a reader wants in a list.

They belong to the day of publication. Candidates are the main clauses of the article's own
sentences; what makes one worth a line is in `told` of `timeline_weights.toml`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice

from ...article import Article, BlockKind
from ..knowledge.event_words import listed, weights
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.speech_verbs import is_speech
from ..syntax.verb_groups import finite_verb
from ..types import Bound, Entity, Form, Quote
from .bounds import Days
from .draft_events import Draft
from .modality import is_unreal

_OPENING = 3
_LONG_BEFORE = 180
"""Days before publication: what is told of then and goes on from there is no news."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_DEMONSTRATIVE = frozenset({"this", "that", "these", "those"})
_MAIN = frozenset({"ROOT", "conj"})
_STATED = ("attr", "acomp", "prep", "advmod")
_PRONOUNS = frozenset({"PRP", "DT", "WP", "WDT", "EX"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A clause that may be worth a line: its head, its sentence's place, and its score."""

    head: int
    sentence: int
    score: float


class Told:
    """Ranks the clauses of an article that nothing dates."""

    def __init__(
        self,
        article: Article,
        parse: Parse,
        clauses: Clauses,
        entities: tuple[Entity, ...],
        quotes: tuple[Quote, ...],
    ) -> None:
        self._article = article
        self._parse = parse
        self._clauses = clauses
        self._title = self._title_words()
        self._quoted = _tokens_in(parse, (place for quote in quotes for place in quote.content))
        self._named = _tokens_in(
            parse, (m for e in entities for m in e.mentions if m.form is not Form.PRONOUN)
        )
        self._resolved = _tokens_in(parse, (m for e in entities for m in e.mentions))

    def drafts(self, dated: Sequence[Draft], spent: Collection[int] = ()) -> list[Draft]:
        """The clauses worth a line beside those that are `dated` or `spent`, in text order.

        The first main clause of the story is always among them, unless it is dated itself.
        """
        taken = {self._clauses.owner[draft.head] for draft in dated} | set(spent)
        shown = sum(not draft.minor and not draft.nominal for draft in dated)
        lead = self._lead()
        ranked = [
            c for c in self._candidates() if c.head != lead and not self._reports(c.head, taken)
        ]
        chosen = sorted(ranked, key=lambda found: (-found.score, found.head))
        chosen = self._apart([found for found in chosen if found.score > 0], lead)
        chosen = chosen[: self._room(shown)]
        heads = sorted(found.head for found in chosen)
        shown_already = {self._clauses.owner[draft.head] for draft in dated if not draft.minor}
        told = lead is None or self._reports(lead, shown_already)
        first = [] if told or lead is None else [self._draft(lead, "news-itself", ())]
        return [*first, *(self._draft(head, "told", dated) for head in heads)]

    def _apart(self, ranked: list[_Candidate], lead: int | None) -> list[_Candidate]:
        """The candidates of which none reports what another, or the lead, tells."""
        kept: list[_Candidate] = []
        taken = set() if lead is None else {lead}
        for found in ranked:
            said_by = self._parse.head[found.head] if self._parse.dep[found.head] == "ccomp" else -1
            if said_by not in taken and self._parse.child(found.head, "ccomp") not in taken:
                kept.append(found)
                taken.add(found.head)
        return kept

    def _reports(self, head: int, taken: set[int]) -> bool:
        """Whether an entry has a clause, what it reports as said, or the clause it goes on from.

        So it has where the clause that says so is an entry.
        """
        said = self._parse.child(head, "ccomp")
        above = self._parse.head[head]
        if self._parse.dep[head] == "ccomp" and above in taken and is_speech(self._parse, above):
            return True
        joined = self._parse.dep[head] == "conj" and self._parse.head[head] in taken
        return head in taken or joined or (said in taken and is_speech(self._parse, head))

    def _room(self, shown: int) -> int:
        """How many undated clauses are shown beside so many dated ones."""
        known = weights("told")
        return round(max(known["fewest"], known["most"] - known["per_dated"] * shown))

    def _draft(self, head: int, rule: str, dated: Sequence[Draft]) -> Draft:
        bound, days = self._days(head, dated)
        return Draft(head, False, rule, [], bound, days, told=True)

    def _days(self, head: int, dated: Sequence[Draft]) -> tuple[Bound, Days]:
        """The day of publication; of what lies before the story, the day before as the last.

        The simple past after an event of long before, in its paragraph, goes on from there: she
        joined the club in 2011. She was lent to another.
        """
        day = self._article.published
        if day is None:
            return Bound.AT, (None, None)
        if self._lies_before(head) or self._is_of_a_life(head):
            return Bound.BEFORE, (None, day - timedelta(days=1) if day > date.min else day)
        simple = self._parse.tag[finite_verb(self._parse, head)] == "VBD"
        if simple and not is_speech(self._parse, head):
            opened = self._told_last(head, dated)
            if opened is not None and opened < day - timedelta(days=_LONG_BEFORE):
                return Bound.AFTER, (opened, day)
        return Bound.AT, (day, day)

    def _told_last(self, head: int, dated: Sequence[Draft]) -> date | None:
        """The first day of the dated event told last before a clause, in its paragraph."""
        blocks = self._article.blocks
        place = self._parse.start[head]
        block = blocks[bisect_right(blocks, place, key=lambda b: b.start) - 1]
        start, _ = self._parse.tokens_in(block.start, block.end)
        own = (d for d in dated if d.dated and not d.nominal and start <= d.head < head)
        found = [d for d in own if self._parse.dep[d.head] in _MAIN or self._opens(d.head, head)]
        last = max(found, key=lambda draft: draft.head, default=None)
        if last is None or last.bound is not Bound.AT or self._lies_before(last.head):
            return None
        return last.days[0]

    def _opens(self, aside: int, head: int) -> bool:
        """Whether a participle stands in front of a clause: born in 1932, she came to Leeds."""
        return self._parse.dep[aside] == "advcl" and self._parse.head[aside] == head

    def _is_of_a_life(self, head: int) -> bool:
        """Whether a clause tells where somebody comes from: she was born in Oslo."""
        return self._parse.lemma[head] in listed("of_a_life") and self._is_past(head)

    def _lead(self) -> int | None:
        """The head of the first main clause of the story, which a short line may precede."""
        for _, first, last in islice(self._sentences(), _OPENING):
            roots = (token for token in range(first, last) if self._parse.head[token] == token)
            heads = chain(self._main_clauses(first, last), self._whole_sentence(roots))
            if (head := next(heads, None)) is not None:
                return self._news_in(head)
        return None

    def _news_in(self, head: int) -> int:
        """What the lead only adds to who somebody was, if anything: Olsen, who has died, was."""
        parse = self._parse
        subject = self._clauses.own_subject(head)
        if subject is None or parse.lemma[head] != "be" or parse.tag[head] != "VBD":
            return head
        added = parse.child(subject, "relcl")
        present = added is not None and any(
            parse.lower[c] in ("has", "have") for c in parse.children[added]
        )
        return added if added is not None and present else head

    def _whole_sentence(self, roots: Iterator[int]) -> Iterator[int]:
        """The head of a sentence in which the parser saw no main clause, if it holds a verb."""
        for root in roots:
            below = range(*self._parse.subtree_range(root))
            if any(self._clauses.is_verbal(token) for token in below):
                yield root

    def _sentences(self) -> Iterator[tuple[int, int, int]]:
        """The sentences of the story's paragraphs: number, first and last token."""
        parse, number = self._parse, 0
        for block in self._article.blocks:
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            token, end = parse.tokens_in(block.start, block.end)
            while token < end:
                _, after = parse.sentence(parse.sentence_of[token])
                yield number, token, min(after, end)
                number, token = number + 1, after

    def _candidates(self) -> Iterator[_Candidate]:
        for number, first, last in self._sentences():
            heads = [head for head in self._main_clauses(first, last) if not self._quoted[head]]
            worth = self._worth(number, (first, last)) if heads else 0.0
            for head in heads:
                yield _Candidate(head, number, worth + self._score(head))

    def _main_clauses(self, first: int, last: int) -> Iterator[int]:
        """The heads of a sentence's main clauses, and of what it reports as said."""
        head, dep = self._parse.head, self._parse.dep
        for token in filter(self._clauses.is_verbal, range(first, last)):
            if head[token] == token or dep[token] == "conj":
                main = head[token] == token or dep[head[token]] == "ROOT"
            else:
                main = dep[token] == "ccomp" and self._is_told_by(head[token])
            if main and self._tells(token):
                yield token

    def _is_told_by(self, head: int) -> bool:
        return self._parse.dep[head] == "ROOT" and is_speech(self._parse, head)

    def _tells(self, head: int) -> bool:
        """Whether a verb has a subject of its own, which is no pronoun of the one who speaks."""
        parse, subject = self._parse, self._clauses.own_subject(head)
        if subject is None or parse.lower[subject] in listed("first_persons"):
            return False
        if parse.tag[subject] in _PRONOUNS and not self._resolved[subject]:
            return False
        return parse.lemma[head] != "be" or parse.child(head, *_STATED) is not None

    # ------------------------------------------------------------ what it is worth

    def _worth(self, number: int, sentence: tuple[int, int]) -> float:
        """What the place of a sentence and the words it shares with the title are worth."""
        known = weights("told")
        places = [known["first"], known["second"], known["third"]]
        place = places[number] if number < len(places) else known["base"] - known["later"] * number
        return place + known["title"] * self._shared_with_title(*sentence)

    def _score(self, head: int) -> float:
        known = weights("told")
        score = known["named"] * self._has_named_subject(head)
        score += known["speech"] * is_speech(self._parse, head)
        score += known["state"] * self._is_state(head)
        score += known["past"] * self._is_past(head)
        score += known["described"] * self._only_describes(head)
        score += known["present"] * self._is_present(head)
        score += known["quoted"] * self._gives_quote(head)
        score += known["pointing"] * self._points_back(head)
        score += known["before"] * self._lies_before(head)
        return score + known["unreal"] * is_unreal(self._parse, self._clauses, head)

    def _shared_with_title(self, first: int, last: int) -> float:
        """The share of the title's words that a sentence has."""
        if not self._title:
            return 0.0
        words = {lemma.lower() for lemma in self._parse.lemma[first:last]}
        return len(self._title & words) / len(self._title)

    def _title_words(self) -> frozenset[str]:
        parse = self._parse
        title = next((b for b in self._article.blocks if b.kind is BlockKind.TITLE), None)
        if title is None:
            return frozenset((self._article.title or "").lower().split())
        tokens = range(*parse.tokens_in(title.start, title.end))
        return frozenset(parse.lemma[t].lower() for t in tokens if parse.pos[t] in _CONTENT)

    def _has_named_subject(self, head: int) -> bool:
        subject = self._clauses.own_subject(head)
        if subject is None or self._parse.tag[subject] in _PRONOUNS:
            return False
        return bool(self._named[subject])

    def _is_state(self, head: int) -> bool:
        """Whether a verb says how things are and not what happened."""
        return self._parse.lemma[head] in listed("states")

    def _only_describes(self, head: int) -> bool:
        """Whether a clause says what something is: the mill is a landmark."""
        described = self._parse.lemma[head] == "be" and self._parse.child(head, "attr") is not None
        return described and self._is_present(head)

    def _is_past(self, head: int) -> bool:
        """Whether something has happened: fell, has fallen, was sold."""
        finite = finite_verb(self._parse, head)
        return self._parse.tag[finite] == "VBD" or self._parse.lemma[finite] == "have"

    def _is_present(self, head: int) -> bool:
        """Whether something holds at any time: the plane is built with four engines."""
        finite = finite_verb(self._parse, head)
        lasting = self._parse.lemma[finite] != "have" and self._parse.tag[head] != "VBG"
        return lasting and self._parse.tag[finite] in ("VBZ", "VBP")

    def _gives_quote(self, head: int) -> bool:
        """Whether a clause only gives somebody's own words."""
        said = self._parse.child(head, "ccomp")
        return said is not None and bool(self._quoted[said]) and is_speech(self._parse, head)

    def _points_back(self, head: int) -> bool:
        """Whether a clause comments on what was told before: this visit marked the first time."""
        parse, subject = self._parse, self._clauses.own_subject(head)
        words = range(*parse.subtree_range(subject)) if subject is not None else ()
        return any(parse.lower[word] in _DEMONSTRATIVE for word in words[:_OPENING])

    def _lies_before(self, head: int) -> bool:
        """Whether something had happened before the story: had fallen, previously worked."""
        parse, below = self._parse, self._parse.children[head]
        had = any(parse.lower[c] == "had" and parse.dep[c] == "aux" for c in below)
        return had or any(parse.lower[c] in listed("earlier") for c in below)


def _tokens_in(parse: Parse, places: Iterator[object]) -> bytearray:
    """For each token, whether one of the places holds it."""
    found = bytearray(len(parse))
    for place in places:
        for token in range(*parse.tokens_in(place.start, place.end)):  # type: ignore[attr-defined]
            found[token] = 1
    return found
