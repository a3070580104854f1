"""Entries made of drafts: their headlines, their people, and how sure the article is."""

from __future__ import annotations

import re
from datetime import date

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..resolve import Mentions
from ..rules import phrase
from ..syntax.clauses import Clauses
from ..syntax.datedness import Datedness
from ..syntax.event_nouns import is_event_noun
from ..syntax.speech_verbs import is_speech
from ..syntax.verb_groups import finite_verb
from ..types import Bound, Entity, Event, Form, Modality, Quote, QuoteKind, Span, TimeType
from .dated_clauses import telling
from .draft_events import Draft
from .headline_check import opens_with_pronoun
from .headlines import ROOM, Headlines, finished
from .modality import asks_who, foretold, modality_of
from .participants import participants
from .reported import Reported, Voice

_NOT_YET = frozenset({"MD", "VB"})
_CUT_CREDIT = re.compile(r",? according\b[^,]*…$")
_OPENING_SENTENCES = 4  # with a title and a date line


class Entries:
    """Makes events of drafts. `timed` are the tokens of time expressions with their types."""

    def __init__(
        self,
        parse: Parse,
        clauses: Clauses,
        entities: tuple[Entity, ...],
        timed: dict[int, TimeType],
        quotes: tuple[Quote, ...],
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._dated: frozenset[int] = frozenset()
        self._timed: frozenset[int] = frozenset()
        self._published: date | None = None
        self._opening = _end_of_opening(parse)
        dates = Datedness(parse, timed)
        self._names = names_of_pronouns(parse, entities)
        self._headlines = Headlines(parse, clauses, dates, self._names)
        self._reported = Reported(parse.source, entities, quotes)
        self._mentions = Mentions(entities)

    def events(self, drafts: list[Draft], published: date | None) -> list[Event]:
        """The entries that the drafts describe, without their ids."""
        self._published = published
        self._dated = frozenset(draft.head for draft in drafts if draft.dated or draft.told)
        self._timed = frozenset(self._clauses.owner[draft.head] for draft in drafts)
        worth = (draft for draft in drafts if draft.rule != "told" or self._tells(draft.head))
        return [event for event in map(self._event, worth) if event.headline]

    def _tells(self, head: int) -> bool:
        """Whether a clause that nothing dates says more than that somebody spoke."""
        if not self._headlines.says_nothing(head):
            return True
        first, last = self._clauses.whole(head, self._timed)
        subject = self._headlines.subject(head)
        spoken = 0 if subject is None else len(range(*self._parse.subtree_range(subject)))
        return last - first > spoken + 2

    def _event(self, draft: Draft) -> Event:
        head = draft.head
        if draft.nominal:
            first, last = self._clauses.phrase(head, self._dated)
            headline = self._headlines.of_phrase(head)
        else:
            first, last = self._stretch(draft)
            headline = self._spoken(head, (first, last))
        start, end = self._parse.span(first, last)
        subject = None if draft.nominal else self._headlines.subject(head)
        people = participants(self._parse, self._mentions, head, subject, (start, end))
        return Event(
            id="",
            time=draft.times[0].id if draft.times else None,
            start=start,
            end=end,
            headline=headline,
            entities=tuple(person.entity for person in people),
            times=tuple(time.id for time in draft.times),
            mentions=(Span(start, end),),
            earliest=draft.days[0],
            latest=draft.days[1],
            bound=draft.bound,
            modality=self._modality(draft),
            minor=draft.minor
            or self._is_aside(draft, headline)
            or self._says_nothing(draft, headline),
            rule=phrase(draft.rule),
            rule_id=draft.rule,
            told=draft.told,
            predicate=Span(self._parse.start[head], self._parse.end[head]),
            participants=people,
        )

    def _stretch(self, draft: Draft) -> tuple[int, int]:
        """The tokens of a clause; what is told of the day of publication has all of its own."""
        if draft.told and not self._clauses.is_verbal(draft.head):
            sentence = self._parse.sentence(self._parse.sentence_of[draft.head])
            return self._clauses.trimmed(*sentence, draft.head)
        if draft.told:
            return self._clauses.whole(draft.head, self._timed)
        first, last = self._clauses.stretch(draft.head, self._dated, draft.leading)
        said = self._said(draft.head)
        if said is None:
            return first, last
        start, end = self._clauses.whole(said, self._timed)
        return min(first, start), max(last, end)

    def _said(self, head: int) -> int | None:
        """What the main verb of a sentence gives as said, unless that is dated itself."""
        said = self._parse.child(head, "ccomp")
        if said is None or self._parse.head[head] != head or not is_speech(self._parse, head):
            return None
        return None if said in self._dated else said

    # ------------------------------------------------------------ headlines

    def _spoken(self, head: int, stretch: tuple[int, int]) -> str:
        """The headline of a clause, after the name of the one in whose words it is told."""
        voice = self._voice(head)
        if voice is None:
            return self._clause_headline(head, stretch, ROOM)
        before = f"{voice.words}: "
        subject = self._headlines.subject(head)
        inside = subject is not None and stretch[0] <= subject < stretch[1]
        if subject is not None and inside and self._speaks_of_self(subject, voice):
            words = self._headlines.plain(stretch)
            if voice.direct:
                return finished(f"{before}“{words[:1].upper()}{words[1:]}”")
            first_person = self._parse.lower[subject] in listed("first_persons")
            plain = voice.cue in listed("plain_cues") and not first_person
            told = before + words[:1].upper() + words[1:]
            return finished(f"{voice.words} {voice.cue} {words}" if plain else told)
        headline = self._clause_headline(head, stretch, ROOM - len(before))
        headline = _CUT_CREDIT.sub("", headline)
        named = voice.words.rsplit(" ", 1)[-1].lower() in headline.lower()
        return headline if named else finished(before + headline)

    def _voice(self, head: int) -> Voice | None:
        """Who says what a clause tells; a clause that only describes a noun has no voice."""
        if self._parse.dep[head] in ("relcl", "acl"):
            return None
        quote = self._reported.quote_at(self._parse.start[head])
        return None if quote is None else self._reported.voice_of(quote)

    def _speaks_of_self(self, subject: int, voice: Voice) -> bool:
        """Whether the subject of what somebody says is the speaker: I, we, she."""
        if self._parse.tag[subject] != "PRP":
            return False
        if voice.direct and self._parse.lower[subject] in listed("first_persons"):
            return True
        place = self._parse.start[subject], self._parse.end[subject]
        return voice.entity is not None and self._mentions.covering(*place) == voice.entity

    def _clause_headline(self, head: int, stretch: tuple[int, int], room: int) -> str:
        if (above := self._headlines.of_part(head, stretch, room)) is not None:
            return above
        if self._clauses.is_bare_participle(head):
            verb = telling(self._parse, self._clauses, self._parse.head[head])
            if verb is not None:
                return self._headlines.of_clause(verb, stretch, room=room)
        if (verb := self._told_with(head)) is not None:
            whole = self._clauses.whole(verb, self._timed)
            return self._headlines.of_clause(verb, whole, room=room)
        if self._clauses.subject(head) is None:
            return self._without_subject(head, stretch, room)
        return self._headlines.of_clause(head, stretch, room=room)

    def _told_with(self, participle: int) -> int | None:
        """The verb that tells what became of a thing picked out: a march planned was called off.

        So does one that only wants or foretells something of it.
        """
        parse = self._parse
        if parse.dep[participle] != "acl" or parse.tag[participle] != "VBN":
            return None
        noun = parse.head[participle]
        verb = parse.head[noun]
        first = parse.subtree_range(participle)[0]
        set_apart = parse.pos[first] == "PUNCT" or parse.pos[first - 1] == "PUNCT"
        if set_apart or self._clauses.owner[noun] != verb or not self._clauses.is_verbal(verb):
            return None
        is_subject = parse.dep[noun] in ("nsubj", "nsubjpass")
        foretold = parse.dep[noun] == "dobj" and parse.tag[finite_verb(parse, verb)] in _NOT_YET
        return verb if is_subject or foretold else None

    def _without_subject(self, head: int, stretch: tuple[int, int], room: int) -> str:
        """A clause that nobody is named in, told by the clause it belongs to, if any."""
        above = self._clauses.owner[self._parse.head[head]]
        known = self._clauses.is_verbal(above) and self._clauses.subject(above) is not None
        if above == head or not known:
            return self._headlines.of_words(*stretch)
        return self._headlines.of_clause(above, stretch, head, room)

    # ------------------------------------------------------------ what it is worth

    def _is_aside(self, draft: Draft, headline: str) -> bool:
        """Whether it is told word for word by somebody, and not where the story begins.

        Nor is a question worth a line, nor what is about nobody knows whom: it opened, she said.
        """
        subject = None if draft.nominal else self._headlines.subject(draft.head)
        of_somebody = subject is not None and self._is_of_somebody(draft.head, subject, headline)
        if of_somebody or asks_who(self._parse, self._clauses, draft.head):
            return True
        if draft.told or draft.head < self._opening:
            return False
        last = self._parse.sentence(self._parse.sentence_of[draft.head])[1] - 1
        if self._parse.text[last] == "?":
            return True
        if subject is not None and self._parse.lower[subject] in listed("first_persons"):
            return True
        ends = headline.endswith(self._parse.text[draft.head])
        talk = ends and is_speech(self._parse, draft.head) and not self._lies_ahead(draft)
        unnamed = subject is not None and self._is_unnamed(draft.head, subject, headline)
        if talk or unnamed or opens_with_pronoun(headline):
            return True
        quote = self._reported.quote_at(self._parse.start[draft.head])
        return quote is not None and quote.kind is QuoteKind.DIRECT

    def _is_of_somebody(self, head: int, subject: int, headline: str) -> bool:
        """Whether a headline describes a noun by what somebody did whom it does not name.

        It may describe nothing ("nothing that flies today does it better"). Or a bare noun stands
        for all that goes before "which" ("of launch, which leaves them until 2034").
        """
        if self._parse.dep[head] != "relcl":
            return False
        parse, noun = self._parse, self._parse.head[head]
        unnamed = parse.tag[subject] == "PRP" and f" {parse.lower[subject]} " in headline
        bare = parse.tag[subject] == "NN" and subject == parse.subtree_range(subject)[0]
        apart = parse.lower[subject + 1 : subject + 3] == [",", "which"]
        return unnamed or parse.lower[noun] in listed("naming_nothing") or (bare and apart)

    def _is_unnamed(self, head: int, subject: int, headline: str) -> bool:
        """Whether the subject is a pronoun that the headline does not explain: in May it left.

        An "it" that points to a clause, or says what something is, needs no name.
        """
        pronoun = self._parse.lower[subject]
        explained = subject in self._names or self._voice(head) is not None
        if explained or pronoun not in listed("third_persons"):
            return False
        if pronoun == "it" and self._parse.child(head, "ccomp", "csubj", "attr", "acomp"):
            return False
        return re.search(rf"\b{pronoun}\b(?! \[)", headline, re.IGNORECASE) is not None

    def _says_nothing(self, draft: Draft, headline: str) -> bool:
        """Whether it only dates a thing: "a report published on Monday", "a strike"."""
        head = draft.head
        noun = self._parse.head[head]
        if draft.nominal:
            first, _, rest = headline.partition(" ")
            bare = (rest or first).isalpha() or first.lower() in listed("unnamed_owners")
            return bare or self._is_thing(head) or not self._is_told_of(head)
        if not self._clauses.is_bare_participle(head):
            return False
        is_subject = self._clauses.own_subject(self._parse.head[noun]) == noun
        return not is_subject and telling(self._parse, self._clauses, noun) is None

    def _is_told_of(self, noun: int) -> bool:
        """Whether a phrase tells of its event, and does not only name it: the 2008 crash."""
        below = (c for c in self._parse.children[noun] if self._parse.dep[c] in ("prep", "acl"))
        told = any(self._parse.child(c, "pobj") is not None for c in below)
        return told or not self._clauses.is_verbal(self._clauses.owner[noun])

    def _is_thing(self, noun: int) -> bool:
        """Whether a noun names nothing that happens: a 2013 map, in a clause or by itself."""
        if not self._clauses.is_verbal(self._clauses.owner[noun]) and noun < self._opening:
            return False
        named = is_event_noun(self._parse, noun) or self._parse.lemma[noun] in listed("results")
        return not named

    def _modality(self, draft: Draft) -> Modality:
        quoted = self._reported.quote_at(self._parse.start[draft.head]) is not None
        date = draft.head if draft.date is None or self._lies_behind(draft) else draft.date
        found = modality_of(self._parse, self._clauses, draft.head, date, quoted)
        certain = found in (Modality.ASSERTED, Modality.REPORTED)
        if certain and self._lies_ahead(draft):
            return Modality.PLANNED
        if self._lies_behind(draft) and foretold(self._parse, draft.head):
            return Modality.REPORTED if quoted else Modality.ASSERTED
        return found

    def _lies_behind(self, draft: Draft) -> bool:
        """Whether it has come by publication, so that it dates a promise and not its end."""
        last = draft.days[1]
        limits = draft.bound in (Bound.UNTIL, Bound.BEFORE)
        return bool(self._published and last and last < self._published and not limits)

    def _lies_ahead(self, draft: Draft) -> bool:
        """Whether all that dates it comes after publication, so that it can only be planned."""
        first = draft.days[0]
        return bool(self._published and first and first > self._published)


def _end_of_opening(parse: Parse) -> int:
    """The token after the first sentences, of which nothing is an aside."""
    number = min(_OPENING_SENTENCES, len(parse.sentences) - 1)
    return parse.sentences[number] if number >= 0 else 0


def names_of_pronouns(parse: Parse, entities: tuple[Entity, ...]) -> dict[int, str]:
    """The name each personal or possessive pronoun stands for, by token."""
    names = {}
    for entity in entities:
        pronouns = [mention for mention in entity.mentions if mention.form is Form.PRONOUN]
        name = _in_a_sentence(parse.source, entity) if pronouns else ""
        for mention in pronouns:
            first, last = parse.tokens_in(mention.start, mention.end)
            personal = last == first + 1 and parse.tag[first] in ("PRP", "PRP$")
            if personal and not parse.lower[first].endswith(("self", "selves")):
                names[first] = name
    return names


def _in_a_sentence(text: str, entity: Entity) -> str:
    """A name as the article's sentences have it: with "the" where it mostly stands there."""
    places = [m for m in entity.mentions if text[m.start : m.end] == entity.name]
    with_the = sum(text[max(m.start - 4, 0) : m.start].lower() == "the " for m in places)
    return f"the {entity.name}" if 2 * with_the > len(places) else entity.name
