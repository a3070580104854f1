"""Names gathered into entities: each thing once, with all its spellings.

Full names make the entities, the longest first. A short form joins the one full name it
fits; where it fits several, each of its mentions joins the one named last. Nothing is
merged through a short form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from ..kinds import evidence as kinds
from ..knowledge import names as words
from ..parse.columns import Parse
from ..syntax.name import Name, spelling
from ..types import Kind, Known
from . import gender
from .accepted import settle_kinds
from .clusters import (
    Cluster,
    Spelling,
    Words,
    in_text_order,
    spellings,
)
from .organizations import (
    Bodies,
    abbreviates,
    is_civic,
    opens_with_place,
    without_legal_form,
)
from .people import People, generation, surname
from .places import Places
from .shared_names import Shared, Sharing

_LAND = {Kind.PLACE: 2.0}
_FAMILY = {Kind.GROUP: 4.0}
_ARTICLES = frozenset(("the", "a", "an", "this", "that"))
_NEAR = 3
_PLACING = frozenset(("in", "near", "to", "from"))
_NAMED_IN_FULL = frozenset(
    (
        Kind.ORGANIZATION, Kind.FACILITY, Kind.EVENT, Kind.WORK, Kind.PRODUCT, Kind.LAW,
        Kind.GROUP, Kind.OTHER, Kind.UNKNOWN,
    )
)  # fmt: skip


def group(parse: Parse, names: list[Name], known: Sequence[Known] = ()) -> list[Cluster]:
    """The names of an article gathered by what they name, in order of first mention.

    `known` is what a person has said of names: no other evidence for a kind counts as much.
    """
    every = spellings(parse, names)
    settle_kinds(parse, every, known)
    bodies = {spelled.words for spelled in every if spelled.kind is Kind.ORGANIZATION}
    grouping = _Grouping(parse, names, bodies)
    short = []
    for spelled in sorted(every, key=_longest_first):
        if not grouping.settle_place(spelled):
            if len(spelled.words) > 1 and not grouping.is_surname(spelled.words):
                grouping.settle_full(spelled)
            else:
                short.append(spelled)
    married = _with_shared_surnames(parse, names)
    for spelled in short:
        grouping.settle_forename(spelled, married.get(spelled.words))
    for spelled in short:
        if spelled.words not in married:
            grouping.settle_short(spelled)
    grouping.settle_open()
    return in_text_order(grouping.clusters)


def _opens_like_person(name: Words) -> bool:
    return name[0] in words.titles().regnal or words.is_forename(name[0].capitalize())


def _longest_first(spelled: Spelling) -> tuple[int, bool]:
    """The key that puts long spellings first, and titles such as "King" with a name last."""
    return -len(spelled.words), spelled.words[0] in words.titles().regnal


class _Grouping:
    """The entities made so far, and the indexes that find them."""

    def __init__(self, parse: Parse, names: list[Name], bodies: set[Words]) -> None:
        self.parse = parse
        self.names = names
        self.clusters: list[Cluster] = []
        self.people = People()
        self.bodies = Bodies(bodies)
        self.places = Places()
        self.bracketed = _bracketed(parse, names)
        self.open: list[tuple[Spelling, set[Cluster]]] = []

    def is_surname(self, name: Words) -> bool:
        """Whether several words are somebody's surname ("du Plessis", "Ortega Ruiz")."""
        return bool(self.people.with_surname(name))

    def settle_place(self, spelled: Spelling) -> bool:
        """Give a known place its names."""
        if len(spelled.words) == 1 and self._names_person(spelled):
            return False
        cluster = self.places.owner(spelled, self.clusters)
        if cluster is None:
            return False
        cluster.take(spelled)
        return True

    def settle_full(self, spelled: Spelling) -> None:
        """Give a full name to the entity that has it in another form, or make one."""
        kind = spelled.kind
        company = self.bodies.company(spelled.words)
        if company is not None:
            cluster = company
        elif kind is Kind.PERSON:
            cluster = self._same_person(spelled) or self._new(spelled.words, kind)
            self.people.add(spelled.words, cluster, royal=spelled.royal)
        else:
            cluster = self.bodies.same(spelled.words, kind) or self._new(spelled.words, kind)
            self.bodies.add(spelled.words, cluster)
        cluster.take(spelled)

    def settle_forename(self, spelled: Spelling, full: Words | None) -> None:
        """Give a forename the full name that "Tom and Ellen Moss" shows, where it has none."""
        if full is None:
            return
        if self.people.with_forename(spelled.words):
            self.settle_short(spelled)
            return
        cluster = self._new(full, Kind.PERSON)
        self.people.add(full, cluster)
        cluster.take(spelled, "forename")

    def _same_person(self, spelled: Spelling) -> Cluster | None:
        """Who has a full name in another form; "his son, Ann Moss Jr." is somebody else."""
        found = self.people.same(spelled.words)
        if found is None or generation(spelled.words) or not generation(found.words):
            return found
        kin = words.people().kin
        lower = self.parse.lower
        told = any(kin & set(lower[max(n.title - _NEAR, 0) : n.title]) for n in found.names)
        return None if told else found

    def settle_short(self, spelled: Spelling) -> None:
        """Give a single word to the one entity it can mean, or make one."""
        found, rule = self._meant(spelled)
        if len(found) == 1:
            spelled, found = self._without_namesake(spelled, *found)
        if len(found) == 1:
            next(iter(found)).take(spelled, rule)
        elif found:
            self.open.append((spelled, found))
        else:
            if self._names_land(spelled):
                kinds.add(spelled.evidence, _LAND)
            if self._names_family(spelled):
                kinds.add(spelled.evidence, _FAMILY)
            self._alone(spelled.words, spelled.kind).take(spelled)

    def _without_namesake(self, spelled: Spelling, sole: Cluster) -> tuple[Spelling, set[Cluster]]:
        """A surname without the mentions that titles show to be somebody else's.

        With Ann Moss alone in full, "Mr. Moss" is another, who is made of them; "Moss" is open
        between the two, who are given with it.
        """
        sex = gender.of_names(self.parse, sole.names) if sole.kind is Kind.PERSON else None
        other = [n for n in spelled.names if sex and self._titled(n) not in (None, sex)]
        if not other:
            return spelled, {sole}
        namesake = self._new(spelled.words, Kind.PERSON)
        kinds.add(namesake.evidence, spelled.evidence)
        for name in other:
            namesake.add(name)
        left = [name for name in spelled.names if name not in other]
        return Spelling(spelled.words, left, spelled.evidence), {sole, namesake}

    def _titled(self, name: Name) -> gender.Gender | None:
        return gender.of_nouns(self.parse.lower[name.title : name.first])

    def _new(self, name: Words, kind: Kind) -> Cluster:
        cluster = Cluster(name, kind)
        self.clusters.append(cluster)
        return cluster

    def _alone(self, name: Words, kind: Kind) -> Cluster:
        """The entity that has a single word for its whole name; one group has several."""
        name = (words.groups().get(name[0], name[0]), *name[1:])
        if name not in self.bodies.exact:
            self.bodies.exact[name] = self._new(name, kind)
        return self.bodies.exact[name]

    # ------------------------------------------------------------ short forms

    def _meant(self, spelled: Spelling) -> tuple[set[Cluster], str]:
        """The entities a short form can mean, and the rule that says so."""
        rules = (
            (self._without_form, "without-legal-form"),
            (self._bracketed_after, "short-form-in-brackets"),
            (self._abbreviated, "acronym"),
            (self._namesakes, "surname"),
            (self._forenamed, "forename"),
            (self._toward, "compass-point"),
            (self._without_sort, "without-its-sort"),
            (self._of_head, "head-word"),
            (self._shortened, "short-form"),
        )
        for find, rule in rules:
            if found := find(spelled):
                return found, rule
        return set(), ""

    def _bracketed_after(self, spelled: Spelling) -> set[Cluster]:
        full = self.bracketed.get(spelled.words)
        if full is None:
            return set()
        cluster = self.bodies.exact.get(without_legal_form(full)) or self.people.same(full)
        return {cluster} if cluster else set()

    def _without_form(self, spelled: Spelling) -> set[Cluster]:
        company = self.bodies.company(spelled.words)
        return {company} if company else set()

    def _abbreviated(self, spelled: Spelling) -> set[Cluster]:
        return self.bodies.with_acronym(spelled.text) if spelled.acronym else set()

    def _toward(self, spelled: Spelling) -> set[Cluster]:
        return self.places.toward(spelled.words)

    def _without_sort(self, spelled: Spelling) -> set[Cluster]:
        found = self.bodies.ending_with(spelled.words)
        return {cluster for cluster in found if cluster.kind is not Kind.PERSON}

    def _of_head(self, spelled: Spelling) -> set[Cluster]:
        """The body that "the Board" means by its head word."""
        found = self.bodies.with_head(spelled.words)
        if spelled.text not in words.known():
            return found
        return {c for c in found if " ".join(c.words) not in words.known()}  # House, White House

    def _shortened(self, spelled: Spelling) -> set[Cluster]:
        found = self.bodies.beginning_with(spelled.words)
        if spelled.kind is Kind.PERSON:  # a company called after somebody
            titled = any(name.title < name.first for name in spelled.names)
            return {c for c in found if not titled and self.bodies.is_business(c)}
        if spelled.kind is Kind.GROUP or self._is_city(spelled):  # as the model takes it
            return {cluster for cluster in found if self.bodies.is_business(cluster)}
        if spelled.kind not in _NAMED_IN_FULL:
            return set()
        found = {c for c in found if not is_civic(c.words)}
        other = (
            spelled.acronym  # whose committee it is: "RNC" Rules Committee
            or spelled.kind is Kind.PRODUCT
            or self._names_land(spelled)
            or self._stands_as_place(spelled)
        )
        return {
            cluster
            for cluster in found
            if cluster.kind in _NAMED_IN_FULL and not (other and opens_with_place(cluster.words))
        }

    def _is_city(self, spelled: Spelling) -> bool:
        """Whether a word is a city's name that nothing in front of it shows to be meant so."""
        return spelled.kind is Kind.PLACE and not self._is_placed(spelled)

    def _names_land(self, spelled: Spelling) -> bool:
        """Whether a word opens the name of a part of the land too ("Orrin" Reservoir)."""
        return any(c.kind is Kind.PLACE for c in self.bodies.beginning_with(spelled.words))

    def _names_family(self, spelled: Spelling) -> bool:
        """Whether "the Mosses" or "the Lanes" are those of a surname."""
        (word, *more) = spelled.words
        forms = (word.removesuffix("s"), word.removesuffix("es"))
        family = any(form != word and self.people.with_surname((form,)) for form in forms)
        return family and not more and self._has_article(spelled)

    def _stands_as_place(self, spelled: Spelling) -> bool:
        """Whether a word is used like a place somewhere ("in Harrow", "the Harrow valley")."""
        lower = self.parse.lower
        for name in spelled.names:
            before = lower[name.first - 1] if name.first else ""
            after = lower[name.last] if name.last < len(lower) else ""
            placed = words.heads().get(after) in (Kind.PLACE, Kind.FACILITY)
            if placed or before in _PLACING or name.label in ("GPE", "LOC", "FAC"):
                return True
        return False

    def _forenamed(self, spelled: Spelling) -> set[Cluster]:
        """The people with a first name, which never stands after an article ("the Bill")."""
        if not self._may_name_person(spelled) or self._has_article(spelled):
            return set()
        if spelled.kind is Kind.PLACE and not self._is_forename(spelled):
            return set()
        return self.people.with_forename(spelled.words)

    def _namesakes(self, spelled: Spelling) -> set[Cluster]:
        """The people with a surname, and a business called after one that has none in front."""
        if not self._may_name_person(spelled):
            return set()
        found = self.people.with_surname(spelled.words)
        if spelled.kind is Kind.PLACE and spelled.text in words.cities():
            found = {c for c in found if _opens_like_person(c.words)}
        if not found:
            return found
        called = self.bodies.beginning_with(spelled.words)
        return found | {c for c in called if self.bodies.is_business(c)}

    def _is_forename(self, spelled: Spelling) -> bool:
        """Whether a word that the model takes for a place can be a forename, and is used as one."""
        city = spelled.text in words.cities()
        if words.is_place(spelled.text) or (city and not _opens_like_person(spelled.words)):
            return False
        return not self._is_placed(spelled)

    def _is_placed(self, spelled: Spelling) -> bool:
        """Whether "in" or the like stands before a mention."""
        return any(
            name.first and self.parse.lower[name.first - 1] in _PLACING for name in spelled.names
        )

    def _has_article(self, spelled: Spelling) -> bool:
        """Whether an article stands before most mentions."""
        behind = sum(
            name.first > 0 and self.parse.lower[name.first - 1] in _ARTICLES
            for name in spelled.names
        )
        return 2 * behind > len(spelled.names)

    def _names_person(self, spelled: Spelling) -> bool:
        """Whether the name of a place is somebody's surname here ("Valeska Paris")."""
        return bool(self._namesakes(spelled) or self._forenamed(spelled))

    def _may_name_person(self, spelled: Spelling) -> bool:
        if spelled.text in words.known():  # "Hilton" is a chain, unless Ann Hilton is there
            surname = spelled.text in words.listed("surnames")
            return surname and bool(self.people.with_surname(spelled.words))
        if not words.is_place(spelled.text):
            return True
        placed = sum(
            name.first > 0 and self.parse.lower[name.first - 1] in _PLACING
            for name in spelled.names
        )
        return 2 * placed < len(spelled.names)

    # ------------------------------------------------------------ short forms of several

    def settle_open(self) -> None:
        """Give each mention of a short form that fits several to the one it means.

        What nothing tells apart is an entity of its own.
        """
        shared = [Shared(short.words, short.names, found) for short, found in self.open]
        settled = list(Sharing(self.parse, self.names, shared).meant())
        for name, cluster, rule in settled:
            cluster.add(name, rule)
        taken = {id(meant.name) for meant in settled}
        for spelled, _ in self.open:
            left: dict[gender.Gender | None, list[Name]] = defaultdict(list)
            for name in spelled.names:
                if id(name) not in taken:
                    left[self._titled(name)].append(name)
            for told, names in left.items():
                made = self._new if told else self._alone
                alone = made(spelled.words, spelled.kind)
                kinds.add(alone.evidence, spelled.evidence)
                for name in names:
                    alone.add(name)


def _with_shared_surnames(parse: Parse, names: list[Name]) -> dict[Words, Words]:
    """Forenames before "and" and a full name, each with the full name that it gives."""
    found: dict[Words, Words] = {}
    for one, other in pairwise(names):
        if parse.lower[one.last : other.title] == ["and"] and other.label == "PERSON":
            short = spelling(parse, one.first, one.last)
            full = spelling(parse, other.first, other.last)
            named = len(short) == 1 and words.is_forename(parse.text[one.first])
            if named and len(full) == 2 and _opens_like_person(full):
                found[short] = (*short, *surname(full))
    return found


def _bracketed(parse: Parse, names: list[Name]) -> dict[Words, Words]:
    """Short forms that follow their full name in brackets, each with the full spelling."""
    found: dict[Words, Words] = {}
    for before, name in pairwise(names):
        if name.first == before.last + 1 and parse.text[before.last] in ("(", "["):
            full = spelling(parse, before.first, before.last)
            short = spelling(parse, name.first, name.last)
            if len(full) > 1 and len(short) == 1 and abbreviates(short[0], full):
                found[short] = full
    return found
