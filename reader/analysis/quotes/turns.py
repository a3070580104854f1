"""Whose turn it is: who "he added", "it said" and "the 34-year-old said" go on with.

Whoever spoke last goes on, with a name or without, if number, gender and sort allow it; else
the last body or person that acted as a subject.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ..knowledge import names as known
from ..knowledge.quote_words import words
from ..resolve import Mentions, is_named
from ..syntax.epithets import is_age, is_epithet, may_be_named, name_beside
from ..syntax.narration import Phrase, phrase
from ..syntax.subjects import own_subject
from ..types import Entity, Form, Kind
from .draft_quotes import Draft
from .layout import Layout, Passage

_FARTHEST_SPEAKER = 4
_FARTHEST_ACTOR = 3
_FARTHEST_EPITHET = 2
_FEWEST_TURNS = 3
_MOST_VOICES = 50
_NAME_AHEAD = 12
_NOUNS = frozenset({"NOUN", "PROPN"})
_PLURALS = frozenset({"NNS", "NNPS"})
_BODIES = frozenset({Kind.ORGANIZATION, Kind.GROUP, Kind.PLACE, Kind.UNKNOWN})
_ENDS_THE_NAMES = frozenset({"VERB", "AUX", "ADP", "SCONJ"})
_NAMING = _NOUNS | {"PRON"}
_PERSONAL = frozenset({"he", "she"})
_AS_SUBJECT = {"him": "he", "her": "she", "them": "they"}
_PRESENT = frozenset({"VBZ", "VBP"})
_VERBS = frozenset({"VERB", "AUX"})
_QUESTION_TAGS = frozenset({"WP", "WDT"})
_INNER_MARKS = frozenset("'‘’\"“")
_OF_BODIES = frozenset({"it", "they"})


class Speaker(NamedTuple):
    """Who speaks: an entity by its id, or the noun phrase for somebody without a name."""

    entity: str | None
    phrase: Phrase | None


NOBODY = Speaker(None, None)


class _Actor(NamedTuple):
    """Who acts or speaks at a token.

    `spoke` says that something is reported of them, `main` that the sentence is about them:
    they are the subject of its main verb or speak beside a quotation. Whoever `asked` has no
    turn: somebody else answers.
    """

    head: int
    speaker: Speaker
    spoke: bool
    main: bool
    asked: bool


class Turns:
    """Who speaks in each draft of an article, to be asked by its source."""

    def __init__(self, layout: Layout, drafts: list[Draft], entities: tuple[Entity, ...]) -> None:
        self._layout = layout
        self._mentions = Mentions(entity for entity in entities if is_named(entity))
        self._entities = {entity.id: entity for entity in entities}
        self._speakers: dict[Phrase, Speaker] = {}
        self._named_within = self._find_named_within(drafts)
        self._actors: list[_Actor] = []
        self._heads: list[int] = []
        self._talking = {
            draft.source for draft in drafts
            if draft.source and draft.cue and layout.parse.tag[draft.cue[0]] in _PRESENT
        }  # fmt: skip
        self._voices: list[Entity] = []
        self._settle(drafts)

    def of(self, source: Phrase) -> Speaker:
        """Who a source means."""
        return self._speakers[source]

    def _settle(self, drafts: list[Draft]) -> None:
        """Find out who every source means, in the order of the text."""
        sources = {draft.source for draft in drafts if draft.source is not None}
        main = {draft.source for draft in drafts if self._is_main(draft)}
        asked = {draft.source for draft in drafts if self._asks(draft)}
        subjects = list(self._acting())
        acting = {subject.head: subject for subject, _ in subjects}
        talking = {subject.head for subject, talks in subjects if talks}
        spoken = {source.head for source in sources}
        others = {subject for head, subject in acting.items() if head not in spoken}
        for source in sorted(sources | others, key=lambda place: place.head):
            speaker = self._speaker(source)
            spoke = source in sources
            if spoke:
                self._speakers[source] = speaker
            person = self._entities.get(speaker.entity or "")
            if person is not None and source in self._talking and person.kind is Kind.PERSON:
                self._voices.append(person)
            if self._layout.narrated(source.head):
                is_main = source in main or source.head in acting
                said = spoke or source.head in talking
                actor = _Actor(source.head, speaker, said, is_main, source in asked)
                self._heads.append(source.head)
                self._actors.append(actor)
        self._name_ahead(sorted(sources, key=lambda source: source.head))

    def _find_named_within(self, drafts: list[Draft]) -> dict[Phrase, set[str]]:
        """Whom the passages of each source name, who is not the one that says so."""
        named = Mentions(self._entities.values(), Form.NAME)
        found: dict[Phrase, set[str]] = {}
        for draft in drafts:
            if draft.source is not None:
                for passage in draft.passages:
                    within = named.within(passage.mark.start, passage.mark.end)
                    addressed = self._addressed(passage, named)
                    found.setdefault(draft.source, set()).update(set(within) - addressed)
        return found

    def _addressed(self, passage: Passage, named: Mentions) -> set[str | None]:
        """Whom an inner quotation calls by its name: She said, ‘Karl, stay’."""
        parse = self._layout.parse
        inner = range(passage.first + 2, passage.last)
        opened = (token for token in inner if parse.text[token - 1] in _INNER_MARKS)
        return {named.covering(*parse.span(token, token + 1)) for token in opened}

    def _name_ahead(self, sources: list[Phrase]) -> None:
        """Give "she laughed" between two halves of a quotation the name that follows them."""
        for source, following in pairwise(sources):
            near = following.head - source.head < _NAME_AHEAD
            same = self._layout.sentence_of[source.head] == self._layout.sentence_of[following.head]
            named = self._entities.get(self._speakers[following].entity or "")
            pronoun = self._layout.parse.lower[source.head]
            open_ = pronoun in _PERSONAL and self._speakers[source] == NOBODY and near and same
            if open_ and named is not None and self._entity_agrees(pronoun, named):
                self._speakers[source] = self._speakers[following]

    def _asks(self, draft: Draft) -> bool:
        """Whether a draft reports a question."""
        lemma = self._layout.parse.lemma
        return draft.cue is not None and lemma[draft.cue[0]] in words("question_cues")

    def _is_main(self, draft: Draft) -> bool:
        """Whether a report is what its sentence is about."""
        if draft.cue is None:
            return False
        parse, cue = self._layout.parse, draft.cue[0]
        joined_to = parse.head[cue] if parse.dep[cue] == "conj" else cue
        return parse.dep[joined_to] == "ROOT" or (bool(draft.passages) and not draft.clauses)

    def _acting(self) -> Iterator[tuple[Phrase, bool]]:
        """The subjects of the main verbs of narration, and whether the verb is one of talking."""
        layout, parse = self._layout, self._layout.parse
        roots = [token for token, dep in enumerate(parse.dep) if dep == "ROOT"]
        for token in roots:
            if layout.narrated(token) and parse.pos[token] in {"VERB", "AUX"}:
                subject = self._set_off(token) or own_subject(parse, token)
                if subject is not None and parse.pos[subject] in _NOUNS | {"PRON"}:
                    found = phrase(layout, subject, token)
                    if found is not None:
                        yield found, parse.lemma[token] in words("speaking_acts")

    def _set_off(self, verb: int) -> int | None:
        """The person of whom "it was" says who acted: "It was a priest, Karl Berg, who"."""
        parse, label = self._layout.parse, self._layout.label
        subject = own_subject(parse, verb)
        if parse.lemma[verb] != "be" or subject is None or parse.lower[subject] != "it":
            return None
        named = None
        for token in range(verb + 1, min(verb + _NAME_AHEAD, len(parse))):
            if parse.lower[token] == "who":
                return named
            if parse.pos[token] in {"VERB", "AUX"}:
                return None
            named = token if label.get(token) == "PERSON" else named
        return None

    def _speaker(self, source: Phrase) -> Speaker:
        """Who a source means: by name, by whose turn it is, else by its own words."""
        layout, parse = self._layout, self._layout.parse
        first = last = source.head
        joint = joined(layout, source)
        if joint is not None and _two_offices(layout, source, joint):
            first, last, joint = source.last - 1, source.last - 1, None
        if joint is not None:
            first, last = min(first, joint - 1), max(last, joint + 1)
        if first == last and parse.lower[last] in known.beside_names("degrees"):
            first = last = max(last - 1, 0)  # "Judge Ada Berg KC"
        entity = self._mentions.covering(parse.start[first], parse.end[last])
        wanted = self._wanted(source)
        if wanted is not None and entity in self._named_within.get(source, ()):
            entity = None
        if wanted is not None:
            goes_on = self._interviewed(source, wanted, entity) or self._going_on(source, wanted)
            if goes_on is not None or entity is None:
                return goes_on or self._turn(source, wanted)
        entity = entity or self._named_beside(source) or self._taken_up(source)
        if entity is not None:
            return Speaker(entity, None)
        return Speaker(None, source) if self._is_described(source) else NOBODY

    def _is_described(self, source: Phrase) -> bool:
        """Whether a source has words of its own: a noun, or "someone in the balcony"."""
        parse, words_ = self._layout.parse, range(source.first, source.last)
        if parse.pos[source.head] in _NOUNS:
            return True
        plain = all(parse.pos[t] != "PUNCT" and parse.tag[t] not in _QUESTION_TAGS for t in words_)
        return plain and len(words_) > 1 and parse.pos[source.head] not in _VERBS

    def _named_beside(self, source: Phrase) -> str | None:
        """The person whose name a source gives after its noun: "the judge, Ada Berg"."""
        named = name_beside(self._layout, source) if may_be_named(self._layout, source) else None
        return self._mentions.covering(*self._layout.parse.span(*named)) if named else None

    def _wanted(self, source: Phrase) -> str | None:
        """The pronoun whose turn a source takes, "who" for an age, or None."""
        parse = self._layout.parse
        word = parse.lower[source.head]
        word = _AS_SUBJECT.get(word, word)
        if word in words("turn_pronouns"):
            return word
        return "who" if is_age(self._layout, source) else None

    def _taken_up(self, source: Phrase) -> str | None:
        """The person who has just spoken, if a source calls them something else."""
        if not (is_epithet(self._layout, source) or self._is_office(source)):
            return None
        gender = _gender_of([self._layout.parse.lower[source.head]])
        sentence_of = self._layout.sentence_of
        for actor in self._before(source.head):
            near = sentence_of[source.head] - sentence_of[actor.head] <= _FARTHEST_EPITHET
            person = self._entities.get(actor.speaker.entity or "")
            if not (near and actor.spoke and person and person.kind is Kind.PERSON):
                return None
            fits = gender is None or self._gender(person) in {None, gender}
            return person.id if fits and not actor.asked else None
        return None

    def _going_on(self, source: Phrase, pronoun: str) -> Speaker | None:
        """Whoever spoke in the sentence before, if "he" or "she" that opens this one goes on."""
        layout = self._layout
        here = layout.sentence_of[source.head]
        first = layout.sentences[here].first
        told = (t for t in range(first, source.head) if layout.narrated(t))
        if pronoun not in _PERSONAL or any(layout.parse.pos[t] in _NAMING for t in told):
            return None
        for actor in self._before(source.head):
            if actor.main and layout.sentence_of[actor.head] < here:
                sure = actor.spoke and not actor.asked and self._is_told_apart(actor.speaker)
                sure = sure and actor.speaker.entity not in self._named_within.get(source, ())
                return actor.speaker if sure and self._agrees(pronoun, actor) else None
        return None

    def _is_office(self, source: Phrase) -> bool:
        """Whether a source is the office of whoever has just spoken: "the minister"."""
        lower = self._layout.parse.lower
        last = next(self._before(source.head), None)
        person = self._entities.get(last.speaker.entity or "") if last is not None else None
        if person is None or source.last - source.first != 2 or lower[source.first] != "the":
            return False
        called = (self._layout.text[role.start : role.end].lower() for role in person.roles)
        return any(role.split()[-1:] == [lower[source.head]] for role in called)

    def _interviewed(self, source: Phrase, pronoun: str, meant: str | None) -> Speaker | None:
        """The only person who has talked in the present tense, time and again, if "she says" so.

        Whoever is told of in between does not take the turn in a new paragraph.
        """
        if pronoun not in _PERSONAL or source not in self._talking:
            return None
        voices = self._voices[-_MOST_VOICES:]
        fitting = [voice for voice in voices if self._entity_agrees(pronoun, voice)]
        only = {voice.id for voice in fitting}
        enough = len(fitting) >= max(_FEWEST_TURNS, len(voices) / 2)
        if not enough or len(only) > 1 or only <= {meant}:
            return None
        layout, blocks = self._layout, self._layout.sentences
        here = blocks[layout.sentence_of[source.head]].block
        for actor in self._actors[-4 * _MOST_VOICES :]:
            called = actor.speaker.entity == meant and layout.parse.pos[actor.head] != "PRON"
            if called and (actor.spoke or blocks[layout.sentence_of[actor.head]].block == here):
                return None
        return Speaker(fitting[0].id, None)

    def _is_told_apart(self, speaker: Speaker) -> bool:
        """Whether somebody has a name or is new to the article: "an official"."""
        if speaker.phrase is None:
            return True
        return self._layout.parse.lower[speaker.phrase.first] in words("indefinites")

    def _turn(self, source: Phrase, pronoun: str) -> Speaker:
        """Who had the turn before a source."""
        for actor in self._before(source.head):
            talked_of = actor.speaker.entity in self._named_within.get(source, ())
            if self._agrees(pronoun, actor) and not (actor.asked or talked_of):
                return actor.speaker
        return self._body(source) if pronoun in _OF_BODIES else NOBODY

    def _body(self, source: Phrase) -> Speaker:
        """The one body without a name that the last sentences speak of: "sued her label"."""
        layout, parse = self._layout, self._layout.parse
        found: dict[str, int] = {}
        for token in range(source.head - 1, -1, -1):
            if layout.sentence_of[source.head] - layout.sentence_of[token] > _FARTHEST_SPEAKER:
                break
            if layout.narrated(token) and self._is_body(token):
                found.setdefault(parse.lemma[token], token)
        if len(found) != 1:
            return NOBODY
        (token,) = found.values()
        nameless = phrase(layout, token, token + 1)
        return Speaker(None, nameless) if nameless is not None else NOBODY

    def _is_body(self, token: int) -> bool:
        """Whether a common noun with "the" or an owner means a body."""
        parse, noun = self._layout.parse, self._layout.parse.lemma[token]
        body = noun in words("speaking_bodies") or known.heads().get(noun) is Kind.ORGANIZATION
        first = parse.child(token, "det", "poss")
        pointed = first is not None and parse.tag[first] != "DT"
        pointed = pointed or (first is not None and parse.lower[first] == "the")
        plain = parse.tag[token] == "NN" and parse.child(token, "amod", "relcl") is None
        return body and pointed and plain

    def _before(self, token: int) -> Iterator[_Actor]:
        """Who acted before a token, the latest first, within a few sentences."""
        sentence_of = self._layout.sentence_of
        for place in range(bisect_left(self._heads, token) - 1, -1, -1):
            actor = self._actors[place]
            away = sentence_of[token] - sentence_of[actor.head]
            if away > _FARTHEST_SPEAKER:
                return
            if actor.spoke or away <= _FARTHEST_ACTOR:
                yield actor

    def _agrees(self, pronoun: str, actor: _Actor) -> bool:
        """Whether a pronoun can go on with somebody, by number, gender and sort."""
        entity = self._entities.get(actor.speaker.entity or "")
        if entity is not None:
            return self._entity_agrees(pronoun, entity)
        nameless = actor.speaker.phrase
        return nameless is not None and self._words_agree(pronoun, nameless, spoke=actor.spoke)

    def _entity_agrees(self, pronoun: str, entity: Entity) -> bool:
        if entity.kind is Kind.PERSON:
            return pronoun == "who" or _suits(pronoun, self._gender(entity))
        return pronoun in {"it", "they"} and entity.kind in _BODIES

    def _words_agree(self, pronoun: str, nameless: Phrase, *, spoke: bool) -> bool:
        parse = self._layout.parse
        plural = parse.tag[nameless.head] in _PLURALS or joined(self._layout, nameless) is not None
        noun = parse.lemma[nameless.head].lower()
        person = known.is_person_noun(noun)
        body = known.heads().get(noun) in _BODIES or noun in _bodies()
        if plural:
            return pronoun == "they" and (spoke or person or body)
        if person:
            return _suits(pronoun, _gender_of([noun])) or (pronoun == "they" and spoke)
        return (pronoun == "it" and (spoke or body)) or (pronoun == "they" and spoke)

    def _gender(self, entity: Entity) -> str | None:
        """The gender of a person: by what they are called, else by their forename."""
        text = self._layout.text
        roles = (text[role.start : role.end] for role in entity.roles)
        called = [entity.name, *roles]
        nouns = [word.strip(".,").lower() for words_ in called for word in words_.split()]
        return _gender_of(nouns) or known.gender_of_forename(entity.name.split()[0].capitalize())


def _bodies() -> frozenset[str]:
    return words("headline_sources") | words("speaking_bodies")


def _gender_of(nouns: Iterable[str]) -> str | None:
    people, titles = known.people(), known.titles()
    genders = set()
    for noun in nouns:
        if noun in people.male or noun in titles.male:
            genders.add("male")
        if noun in people.female or noun in titles.female:
            genders.add("female")
    return genders.pop() if len(genders) == 1 else None


def _suits(pronoun: str, gender: str | None) -> bool:
    """Whether "he" or "she" can be said of a gender, None being unknown."""
    return (pronoun == "he" and gender != "female") or (pronoun == "she" and gender != "male")


def _two_offices(layout: Layout, source: Phrase, joint: int) -> bool:
    """Whether "and" joins what one person is: "president and chief executive Ada Berg"."""
    parse, last = layout.parse, source.last - 1
    if parse.pos[source.first] == "DET" or layout.label.get(last) != "PERSON":
        return False
    trade = [t for t in range(joint + 1, last) if known.is_person_noun(parse.lower[t])]
    other = known.is_person_noun(parse.lower[joint - 1]) and parse.tag[joint - 1] in {"NN", "NNP"}
    return other and bool(trade) and parse.tag[trade[-1]] in {"NN", "NNP", "JJ"}


def joined(layout: Layout, source: Phrase) -> int | None:
    """The "and" that joins several in a source: no one of them is the speaker."""
    parse = layout.parse
    for token in range(source.first + 1, source.last - 1):
        if parse.pos[token] == "CCONJ" and parse.lower[token] != "but":
            several = parse.head[token] == source.head or token - 1 in layout.label
            return token if several else None
        if parse.pos[token] in _ENDS_THE_NAMES and token not in layout.label:
            return None
    return None
