"""Descriptions and pronouns joined to the entities they mean, in one walk through the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..grouping import gender
from ..grouping.clusters import Cluster
from ..knowledge import names as words
from ..knowledge.quote_words import words as quote_words
from ..names.judging import is_compatriot
from ..parse.columns import Parse
from ..rules import phrase
from ..syntax import noun_phrases as phrases
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
from .sorts import head_nouns, is_of_sort, is_shifting
from .vessels import is_vessel

_POINTING = frozenset(("the", "this", "that"))
_RESTRICTING = frozenset(("of", "for", "from"))
_FAR = 12
_SHORTLY = 3
_RIVAL = 0.6


@dataclass
class Links:
    """What the walk found for each entity."""

    mentions: dict[Cluster, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    roles: dict[Cluster, list[Role]] = field(default_factory=lambda: defaultdict(list))


def link(
    parse: Parse,
    clusters: list[Cluster],
    marks: tuple[Marked, ...],
    datelines: Iterable[tuple[int, int]],
) -> Links:
    """The descriptions, pronouns and roles of all entities.

    What only `datelines` name (code points) is not spoken of: no pronoun means the agency.
    """
    walk = _Walk(parse, clusters, marks)
    for start, end in datelines:
        walk.unsaid.update(range(*parse.tokens_in(start, end)))
    walk.run()
    return walk.links


class _Walk:
    """One pass over the tokens; what is mentioned becomes more present as it goes."""

    def __init__(self, parse: Parse, clusters: list[Cluster], marks: tuple[Marked, ...]) -> None:
        self.parse = parse
        self.links = Links()
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
        self.worded: dict[Cluster, set[str]] = defaultdict(set)
        self.unnamed: dict[str, Referent] = {}
        self.described: dict[int, Cluster] = {}
        self.latest: dict[str, tuple[Cluster, int]] = {}
        self.told: dict[tuple[Cluster, str], phrases.Qualities] = {}
        self.relatives: dict[str, dict[Cluster | None, Cluster]] = defaultdict(dict)
        self.spoken_of: dict[int, Cluster] = {}
        self.ages = by_age(parse, clusters)
        self.names: dict[int, tuple[Name, Cluster]] = {}
        self.inside: set[int] = set()
        self.unsaid: set[int] = set()
        self.openings: dict[int, Cluster] = {}
        for cluster in clusters:
            for name in cluster.names:
                self.names[phrases.head_of(parse, name.first, name.last)] = name, cluster
                self.inside.update(range(name.first, name.last))
                self.openings[name.title] = cluster

    def run(self) -> None:
        for token in range(len(self.parse)):
            if token in self.names:
                self._name(*self.names[token], token)
            elif token in self.inside:
                continue
            elif self.parse.lower[token] in PRONOUNS and self.parse.pos[token] == "PRON":
                self._pronoun(token)
            elif is_compatriot(self.parse.lower[token]):
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
        self.spoken_of[head] = cluster
        self._together(head)
        for noun in head_nouns(cluster):
            self._speak(noun, cluster, head, cluster.words)

    def _speak(self, noun: str, cluster: Cluster, head: int, name: Iterable[str] = ()) -> None:
        """Note that a noun speaks of an entity, with what tells it from others of its sort.

        Where the noun is in a name, so do the other words of the `name`.
        """
        said = phrases.qualities(self.parse, head)
        said = said._replace(nouns=said.nouns.union(name) - {noun})
        before = self.told.get((cluster, noun))
        self.told[cluster, noun] = before.also(said) if before else said
        self.latest[noun] = cluster, head

    def _together(self, head: int) -> None:
        """Note that people named with "and" between are spoken of together."""
        first = self.parse.head[head]
        if self.parse.dep[head] == "conj" and first in self.names:
            self.discourse.mention(Referent(Sort.MANY), first)

    def _describe(self, found: roles.Description) -> None:
        parse, referent = self.parse, self.referents[found.cluster]
        noun = words.offices_in_full().get(parse.lower[found.head], parse.lower[found.head])
        told = gender.of_nouns((noun,))
        if found.head in self.described or found.head in self.inside:
            return
        if told and referent.gender and told is not referent.gender:
            return
        referent.gender = referent.gender or told
        self._speak(noun, found.cluster, found.head)
        if found.apart and noun in words.people().kin:
            self.relatives[noun][self._owner(found.head)] = found.cluster
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
        cluster = self._meant(token)
        if cluster is not None and self._may_stand(token, cluster):
            self._add(cluster, token, Form.NOMINAL, "description")
            self.discourse.mention(self.referents[cluster], token)
            self._speak(self.parse.lower[token], cluster, token)
            return
        self._unnamed(token)

    def _aged(self, age: str, tokens: tuple[int, int], head: int) -> None:
        cluster = self.ages.get(age) or (None if age in self.ages else self._leader(None, head))
        if cluster is not None:
            span = self.parse.span(*tokens)
            self.links.mentions[cluster].append(Mention(*span, Form.NOMINAL, phrase("age"), "age"))
            self.discourse.mention(self.referents[cluster], head)

    def _compatriot(self, token: int) -> None:
        """Give "the Irishwoman" to the person who leads shortly before."""
        told = gender.Gender.FEMALE if self.parse.lower[token].endswith("woman") else None
        cluster = self._leader(told or gender.Gender.MALE, token)
        if cluster is not None and phrases.determiner(self.parse, token) in _POINTING:
            self._add(cluster, token, Form.NOMINAL, "description")
            self.discourse.mention(self.referents[cluster], token)

    def _meant(self, token: int) -> Cluster | None:
        """The entity that a definite description means."""
        parse = self.parse
        noun = parse.lower[token]
        owner = parse.child(token, "poss")
        if noun in words.people().kin and owner is not None:
            return self._relative(token) if parse.lower[owner] != "whose" else None
        if not self._is_definite(token):
            return None
        found = self.latest.get(noun)
        if found is not None:
            cluster, before = found
            near = parse.sentence_of[token] - self._last_spoken_of(cluster, noun, before) <= _FAR
            if near and self.told[cluster, noun].allow(phrases.qualities(parse, token)):
                return cluster
        return self._of_sort(token) or self._famous(token)

    def _famous(self, token: int) -> Cluster | None:
        """The person of whom alone a noun for fame can be said ("the midfielder")."""
        if self.parse.lower[token] not in words.people().epithets:
            return None
        return self._leader(gender.of_nouns((self.parse.lower[token],)), token)

    def _leader(self, told: gender.Gender | None, token: int) -> Cluster | None:
        """The person who leads among those spoken of shortly before, of a gender if told."""
        sentence = self.parse.sentence_of[token]
        near = [
            referent
            for referent in self.discourse.near(sentence)
            if referent.sort is Sort.PERSON
            and sentence - referent.sentence <= _SHORTLY
            and (told is None or referent.gender in (None, told))
        ]
        near.sort(key=lambda referent: -referent.present(sentence))
        if not near or any(
            other.present(sentence) > _RIVAL * near[0].present(sentence) for other in near[1:]
        ):
            return None
        return near[0].cluster

    def _last_spoken_of(self, cluster: Cluster, noun: str, before: int) -> int:
        """The last sentence that can lead to a noun for an entity it was said of `before`.

        Any that speaks of the entity, unless the noun is now said of one and now of another.
        """
        said = self.parse.sentence_of[before]
        return said if is_shifting(noun) else max(said, self.referents[cluster].sentence)

    def _is_definite(self, token: int) -> bool:
        """Whether a noun points at one thing that needs no words of its own to be known."""
        parse = self.parse
        if parse.tag[token] != "NN" or phrases.determiner(parse, token) not in _POINTING:
            return False
        if parse.dep[token] == "compound" or phrases.is_restricted(parse, token):
            return False
        if phrases.is_parted(parse, token):
            return False
        first, last = phrases.base(parse, token)
        if any(t in self.inside for t in range(first, last + 1)):
            return False  # "the Jesuit college", "the economist Ann Lane"
        prep = parse.child(token, "prep")
        return prep is None or parse.lower[prep] not in _RESTRICTING

    def _owner(self, token: int) -> Cluster | None:
        """Whose a noun's possessive says something is."""
        owner = self.parse.child(token, "poss")
        return self.spoken_of.get(owner) if owner is not None else None

    def _relative(self, token: int) -> Cluster | None:
        """The relative of somebody that was described as such before ("his wife")."""
        known = self.relatives.get(self.parse.lower[token], {})
        owner = self._owner(token)
        if owner in known:
            return known[owner]
        (sole,) = known.items() if len(known) == 1 else ((None, None),)
        fits = sole[1] is not owner and (owner is None or sole[0] is None)
        return sole[1] if fits else None

    def _may_stand(self, token: int, cluster: Cluster) -> bool:
        """Whether no name right behind a noun and a comma says that it is another's.

        As in "Moss's wife, Ann".
        """
        behind = token + 2
        if behind >= len(self.parse) or self.parse.text[token + 1] != ",":
            return True
        other = self.openings.get(behind, cluster)
        return other is cluster or not roles.fits(self.parse.lower[token], other.kind)

    def _of_sort(self, token: int) -> Cluster | None:
        """The one entity nearby of the sort that a noun names ("the country")."""
        sentence = self.parse.sentence_of[token]
        near = [
            (referent.present(sentence), referent.cluster)
            for referent in self.discourse.near(sentence)
            if referent.cluster is not None
            and is_of_sort(referent.cluster, self.parse.lower[token])
        ]
        near.sort(key=lambda pair: -pair[0])
        if not near or (len(near) > 1 and near[1][0] > _RIVAL * near[0][0]):
            return None
        return near[0][1]

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
            or phrases.determiner(parse, token) in ("a", "an")
        ):
            referent = self.unnamed[noun] = Referent(
                sort, None, gender.of_nouns((noun,)), noun, vessel=noun in words.ships().vessels
            )
        self.discourse.mention(referent, token)

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
            return
        self.spoken_of[token] = referent.cluster
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
