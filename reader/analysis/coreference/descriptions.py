"""Definite descriptions, and which entity they mean: "the spokesman", "his wife", "the country"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..grouping import gender
from ..grouping.clusters import Cluster
from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax import noun_phrases as phrases
from . import roles
from .discourse import Discourse, Referent, Sort
from .sorts import is_of_sort, is_shifting

POINTING = frozenset(("the", "this", "that"))
_RESTRICTING = frozenset(("of", "for", "from"))
_FAR = 12
_SHORTLY = 3
_RIVAL = 0.6


class Descriptions:
    """What was said of each entity so far, to be asked what a description means.

    `spoken_of` has the entity at the heads of its mentions, `relatives` who was named as whose
    relative. `quoted` says whether each token stands in marks. `inside` are the tokens of names,
    `openings` where names begin, titles included.
    """

    def __init__(
        self,
        parse: Parse,
        discourse: Discourse,
        referents: Mapping[Cluster, Referent],
        quoted: bytearray,
    ) -> None:
        self.parse = parse
        self.quoted = quoted
        self.discourse = discourse
        self.referents = referents
        self.latest: dict[str, tuple[Cluster, int]] = {}
        self.told: dict[tuple[Cluster, str], phrases.Qualities] = {}
        self.relatives: dict[str, dict[Cluster | None, Cluster]] = defaultdict(dict)
        self.spoken_of: dict[int, Cluster] = {}
        self.inside: set[int] = set()
        self.openings: dict[int, Cluster] = {}
        self._nations: dict[Cluster, str] = {}

    def speak(self, noun: str, cluster: Cluster, head: int, name: Iterable[str] = ()) -> None:
        """Note that a noun speaks of an entity, with what tells it from others of its sort.

        Where the noun is in a name, so do the other words of the `name`.
        """
        said = phrases.qualities(self.parse, head)
        said = said._replace(nouns=said.nouns.union(name) - {noun})
        before = self.told.get((cluster, noun))
        self.told[cluster, noun] = before.also(said) if before else said
        self.latest[noun] = cluster, head

    def meant(self, token: int) -> Cluster | None:
        """The entity that a definite description means."""
        parse = self.parse
        noun = parse.lower[token]
        owner = parse.child(token, "poss")
        if noun in words.people().kin and owner is not None:
            return self._relative(token) if parse.lower[owner] != "whose" else None
        if not self.is_definite(token):
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
        return self.leader(gender.of_nouns((self.parse.lower[token],)), token)

    def leader(
        self, told: gender.Gender | None, token: int, reach: int = _SHORTLY
    ) -> Cluster | None:
        """The person who leads among those of the last sentences, of a gender if told."""
        sentence = self.parse.sentence_of[token]
        near = [
            referent
            for referent in self.discourse.near(sentence)
            if referent.sort is Sort.PERSON
            and sentence - referent.sentence <= reach
            and (told is None or referent.gender in (None, told))
            and (self.quoted[token] or not all(self.quoted[head] for head in referent.heads))
        ]
        near.sort(key=lambda referent: -referent.present(sentence))
        if not near or any(
            other.present(sentence) > _RIVAL * near[0].present(sentence) for other in near[1:]
        ):
            return None
        return near[0].cluster

    def note_nation(self, cluster: Cluster, head: int) -> None:
        """Note the nation in a description of a person ("Jo Roe, the South African lock")."""
        first, last = phrases.base(self.parse, head)
        lower, adjectives = self.parse.lower, words.nations().adjectives
        for token in range(first, last + 1):
            pair = " ".join(lower[token : token + 2])
            if code := adjectives.get(pair) or adjectives.get(lower[token]):
                self._nations.setdefault(cluster, code)
                return

    def countryman(self, token: int) -> Cluster | None:
        """The one person of whose nation a word is, else who leads and is of no other."""
        word = self.parse.lower[token]
        female, male = word.endswith("woman"), word.endswith("man")
        nation = words.nations().adjectives.get(word.removesuffix("woman" if female else "man"))
        code = words.nations().people.get(word, nation)
        near = {referent.cluster for referent in self.discourse.near(self.parse.sentence_of[token])}
        told = [c for c, its in self._nations.items() if its == code is not None and c in near]
        if len(told) == 1:
            return told[0]
        sex = gender.Gender.FEMALE if female else gender.Gender.MALE if nation and male else None
        leader = self.leader(sex, token, 1) or self.leader(sex, token)
        return leader if leader and self._nations.get(leader, code) == code else None

    def _last_spoken_of(self, cluster: Cluster, noun: str, before: int) -> int:
        """The last sentence that can lead to a noun for an entity it was said of `before`.

        Any that speaks of the entity, unless the noun is now said of one and now of another.
        """
        said = self.parse.sentence_of[before]
        return said if is_shifting(noun) else max(said, self.referents[cluster].sentence)

    def is_definite(self, token: int) -> bool:
        """Whether a noun points at one thing that needs no words of its own to be known."""
        parse = self.parse
        if parse.tag[token] != "NN" or phrases.determiner(parse, token) not in POINTING:
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

    def owner(self, token: int) -> Cluster | None:
        """Whose a noun's possessive says something is."""
        owner = self.parse.child(token, "poss")
        return self.spoken_of.get(owner) if owner is not None else None

    def _relative(self, token: int) -> Cluster | None:
        """The relative of somebody that was described as such before ("his wife")."""
        known = self.relatives.get(self.parse.lower[token], {})
        owner = self.owner(token)
        if owner in known:
            return known[owner]
        (sole,) = known.items() if len(known) == 1 else ((None, None),)
        fits = sole[1] is not owner and (owner is None or sole[0] is None)
        return sole[1] if fits else None

    def may_stand(self, token: int, cluster: Cluster) -> bool:
        """Whether no name right after a noun and a comma says that it is another's.

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
