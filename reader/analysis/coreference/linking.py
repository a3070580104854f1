"""Descriptions and pronouns joined to the entities they mean, in one walk through the text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ...article import Article
from ..grouping import gender
from ..grouping.clusters import Cluster
from ..knowledge import names as words
from ..knowledge.quote_words import words as quote_words
from ..names.judging import is_countryman
from ..parse.columns import Parse
from ..rules import phrase
from ..syntax import noun_phrases as phrases
from ..syntax.datelines import dateline_spans
from ..syntax.name import Name
from ..syntax.quotation_marks import Marked
from ..types import (
    Form,
    Kind,
    Mention,
    Role,
)
from . import roles
from .ages import aged, by_age
from .descriptions import POINTING, Descriptions
from .discourse import (
    Discourse,
    Referent,
    Sort,
    sort_of,
)
from .pronouns import (
    PRONOUNS,
    agrees,
    antecedent,
    is_emphasis,
    subject_ahead,
)
from .sorts import head_nouns
from .things import INDEFINITE, Things
from .vessels import is_vessel

_NO_THINGS = frozenset((Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP))


@dataclass
class Links:
    """What the walk found for each entity."""

    things: Things
    mentions: dict[Cluster, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    roles: dict[Cluster, list[Role]] = field(default_factory=lambda: defaultdict(list))


def link(
    article: Article, parse: Parse, clusters: list[Cluster], marks: tuple[Marked, ...]
) -> Links:
    """The descriptions, pronouns and roles of all entities, and the things without a name.

    What only a dateline names is not spoken of: no pronoun means the agency.
    """
    walk = _Walk(parse, clusters, marks, Things(article, parse))
    for start, end in dateline_spans(article):
        walk.unsaid.update(range(*parse.tokens_in(start, end)))
    walk.run()
    return walk.links


class _Walk:
    """One pass over the tokens; what is mentioned becomes more present as it goes."""

    def __init__(
        self, parse: Parse, clusters: list[Cluster], marks: tuple[Marked, ...], things: Things
    ) -> None:
        self.parse = parse
        self.links = Links(things)
        self.things = things
        self.discourse = Discourse(parse)
        self.quoted = _quoted(parse, marks)
        self.referents = {
            cluster: Referent(
                sort_of(cluster.kind),
                cluster,
                gender.of_names(parse, cluster.names) if cluster.kind is Kind.PERSON else None,
                vessel=cluster.kind is not Kind.PERSON and is_vessel(parse, cluster),
            )
            for cluster in clusters
        }
        self.descriptions = Descriptions(parse, self.discourse, self.referents, self.quoted)
        self.worded: dict[Cluster, set[str]] = defaultdict(set)
        self.unnamed: dict[str, Referent] = {}
        self.described: dict[int, Cluster] = {}
        self.ages = by_age(parse, clusters)
        self.names: dict[int, tuple[Name, Cluster]] = {}
        self.unsaid: set[int] = set()
        self.endings: dict[int, Cluster] = {}
        for cluster in clusters:
            for name in cluster.names:
                self.names[phrases.head_of(parse, name.first, name.last)] = name, cluster
                self.descriptions.inside.update(range(name.first, name.last))
                self.descriptions.openings[name.title] = cluster
                self.endings[name.last] = cluster

    def run(self) -> None:
        for token in range(len(self.parse)):
            if token in self.names:
                self._name(*self.names[token], token)
            elif token in self.descriptions.inside:
                continue
            elif self.parse.lower[token] in PRONOUNS and self.parse.pos[token] == "PRON":
                self._pronoun(token)
            elif is_countryman(self.parse, token):
                self._compatriot(token)
            elif self.parse.lower[token] == "old" and (found := aged(self.parse, token)):
                self._aged(*found, token)
            elif self.parse.pos[token] == "NOUN" or token in self.described:
                self._noun(token)

    # ------------------------------------------------------------ names

    def _name(self, name: Name, cluster: Cluster, head: int) -> None:
        referent = self.referents[cluster]
        if head in self.unsaid:
            return
        for found in roles.described(self.parse, name, cluster):
            self._describe(found)
        self.discourse.mention(referent, head)
        self.descriptions.spoken_of[head] = cluster
        self._together(head)
        for noun in head_nouns(cluster):
            self.descriptions.speak(noun, cluster, head, cluster.words)

    def _together(self, head: int) -> None:
        """Note that people named with "and" between are spoken of together."""
        first = self.parse.head[head]
        if self.parse.dep[head] == "conj" and first in self.names:
            self.discourse.mention(Referent(Sort.MANY), first)

    def _describe(self, found: roles.Description) -> None:
        parse, referent = self.parse, self.referents[found.cluster]
        noun = words.offices_in_full().get(parse.lower[found.head], parse.lower[found.head])
        told = gender.of_nouns((noun,))
        if found.head in self.described or found.head in self.descriptions.inside:
            return
        if told and referent.gender and told is not referent.gender:
            return
        referent.gender = referent.gender or told
        self.descriptions.speak(noun, found.cluster, found.head)
        self.descriptions.note_nation(found.cluster, found.head)
        if found.apart and noun in words.people().kin:
            self.descriptions.relatives[noun][self.descriptions.owner(found.head)] = found.cluster
        if found.apart:
            self.described[found.head] = found.cluster
            self._recognise(found)
            self._add(found.cluster, found.head, Form.NOMINAL, found.rule)
            self._role(found.cluster, phrases.with_complements(parse, found.head), found.rule)
        else:
            self._role(
                found.cluster,
                roles.title_range(parse, found.head, found.until),
                "title-before-name",
            )

    def _recognise(self, found: roles.Description) -> None:
        """Take what a noun before its name brought into the text for the entity named.

        "Its chief executive, Ann Lane," speaks of one person, with the weight of a subject.
        """
        unnamed = self.unnamed.get(self.parse.lower[found.head])
        if unnamed is not None and found.head in unnamed.heads:
            del self.unnamed[unnamed.noun]
            self.discourse.forget(unnamed)
            self.discourse.mention(self.referents[found.cluster], found.head)

    def _role(self, cluster: Cluster, tokens: tuple[int, int], rule: str) -> None:
        """Note a role, once for each wording."""
        wording = self.parse.words(*tokens).lower()
        if wording not in self.worded[cluster]:
            self.worded[cluster].add(wording)
            self.links.roles[cluster].append(Role(*self.parse.span(*tokens), phrase(rule), rule))

    def _add(self, cluster: Cluster, head: int, form: Form, rule: str) -> None:
        span = self.parse.span(*phrases.base(self.parse, head))
        self.links.mentions[cluster].append(Mention(*span, form, phrase(rule), rule))

    # ------------------------------------------------------------ noun phrases

    def _noun(self, token: int) -> None:
        if token in self.described:
            return
        if cluster := self._beside(token):
            self._describe(roles.Description(cluster, token, "apposition"))
            return
        cluster = self.descriptions.meant(token)
        if cluster is not None and self.descriptions.may_stand(token, cluster):
            self._add(cluster, token, Form.NOMINAL, "description")
            self.discourse.mention(self.referents[cluster], token)
            self.descriptions.speak(self.parse.lower[token], cluster, token)
            return
        self._unnamed(token)

    def _beside(self, token: int) -> Cluster | None:
        """The named thing after which, and a comma, "a weather satellite" says what it is."""
        parse = self.parse
        if parse.lower[token] not in words.things() or parse.dep[token] != "appos":
            return None
        first, _ = phrases.base(parse, token)
        cluster = self.endings.get(first - 1)
        if cluster is None or cluster.kind in _NO_THINGS or parse.text[first - 1] != ",":
            return None
        return cluster

    def _aged(self, age: str, tokens: tuple[int, int], head: int) -> None:
        cluster = self.ages.get(age) or (
            None if age in self.ages else self.descriptions.leader(None, head)
        )
        if cluster is not None:
            span = self.parse.span(*tokens)
            self.links.mentions[cluster].append(Mention(*span, Form.NOMINAL, phrase("age"), "age"))
            self.discourse.mention(self.referents[cluster], head)

    def _compatriot(self, token: int) -> None:
        """Give "the Australian" to the one person of that nation nearby, or to who leads."""
        cluster = self.descriptions.countryman(token)
        if cluster is not None and phrases.determiner(self.parse, token) in POINTING:
            self._add(cluster, token, Form.NOMINAL, "description")
            self.discourse.mention(self.referents[cluster], token)
            self.descriptions.spoken_of[token] = cluster

    def _unnamed(self, token: int) -> None:
        parse = self.parse
        noun, tag = parse.lower[token], parse.tag[token]
        if parse.dep[token] in ("compound", "npadvmod", "nmod"):
            return
        if tag == "NNS":
            sort = Sort.MANY
        elif words.is_person_noun(noun):
            sort = Sort.PERSON
        elif tag == "NN":
            sort = Sort.THING
        else:
            return
        referent = self.unnamed.get(noun)
        if (
            referent is None
            or referent.sort is not sort
            or (
                phrases.determiner(parse, token) in INDEFINITE
                and not self.things.is_headed(referent)
            )
        ):
            referent = self.unnamed[noun] = Referent(
                sort,
                None,
                gender.of_nouns((noun,)),
                noun,
                vessel=noun in words.head_words("vessel"),
            )
        self.discourse.mention(referent, token)
        if not self._names_itself(token):
            self.things.speak(referent, token)

    def _names_itself(self, token: int) -> bool:
        """Whether the phrase of a noun has the thing's own name: "the Airbus A380 airliner"."""
        inside = range(*phrases.base(self.parse, token))
        return any(t in self.names and self.names[t][1].kind is Kind.PRODUCT for t in inside)

    # ------------------------------------------------------------ pronouns

    def _pronoun(self, token: int) -> None:
        parse = self.parse
        if is_emphasis(parse, token):
            return
        referent = self._ahead(token)
        rule = "pronoun-before-name"
        if referent is None:
            referent = antecedent(parse, self.discourse, token, lambda r: self._may_mean(token, r))
            rule = "pronoun"
        if referent is None:
            return
        self.discourse.mention(referent, token)
        if referent.cluster is None:
            self.things.refer(referent, token)
            return
        self.descriptions.spoken_of[token] = referent.cluster
        pronoun = PRONOUNS[parse.lower[token]]
        referent.gender = referent.gender or pronoun.gender
        span = parse.span(token, token + 1)
        self.links.mentions[referent.cluster].append(
            Mention(*span, Form.PRONOUN, phrase(rule), rule)
        )
        for told in roles.said_to_be(parse, token, referent.cluster.kind):
            self._describe(roles.Description(referent.cluster, told, "said-to-be"))

    def _ahead(self, token: int) -> Referent | None:
        """The person whose name is the subject that follows a phrase with a pronoun."""
        pronoun = PRONOUNS[self.parse.lower[token]]
        subject = subject_ahead(self.parse, token)
        if subject is None or pronoun.sort is not Sort.PERSON or self.quoted[token]:
            return None
        named = self.names.get(subject)
        if named is None:
            return None
        referent = self.referents[named[1]]
        return referent if agrees(referent, pronoun) else None

    def _may_mean(self, token: int, referent: Referent) -> bool:
        """Whether a pronoun in a quotation is not for the one who speaks there."""
        if not self.quoted[token]:
            return True
        parse = self.parse
        if referent.sort is Sort.THING and PRONOUNS[parse.lower[token]].sort is Sort.MANY:
            return any(self.quoted[head] for head in referent.heads)  # "they" of a speaker's own
        return not any(
            not self.quoted[head]
            and parse.dep[head] == "nsubj"
            and parse.lemma[parse.head[head]] in quote_words("common_cues")
            for head in referent.heads
        )


def _quoted(parse: Parse, marks: tuple[Marked, ...]) -> bytearray:
    found = bytearray(len(parse))
    for mark in marks:
        first, last = parse.tokens_in(mark.start, mark.end)
        found[first:last] = b"\1" * (last - first)
    return found
