"""Organisations, works and other things by their full names, and their short forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from ..knowledge import names as words
from ..syntax.name import is_nationality
from ..types import Kind
from .clusters import Cluster, Words

_SMALL = words.small_words("small")
_INITIALS = frozenset(("us", "uk", "un", "eu"))
_LONG_ENOUGH = 5
_TURNING = frozenset(("department", "ministry"))
_GROUPED = frozenset(("group", "holdings"))
_GENERIC = sorted(words.small_words("generic"))


class Bodies:
    """Things with full names, to be found by acronym, beginning or end of the name.

    `alone` are the names of organisations in the article, which may say whose another is.
    """

    def __init__(self, alone: Container[Words] = ()) -> None:
        self._alone = alone
        self.exact: dict[Words, Cluster] = {}
        self._companies: dict[Words, Cluster] = {}
        self._by_acronym: dict[str, set[Cluster]] = defaultdict(set)
        self._by_beginning: dict[Words, set[Cluster]] = defaultdict(set)
        self._by_head: dict[str, set[Cluster]] = defaultdict(set)
        self._by_end: dict[Words, set[Cluster]] = defaultdict(set)

    def add(self, spelled: Words, cluster: Cluster) -> None:
        """Note a full name."""
        name = without_legal_form(spelled)
        self.exact[name] = cluster
        if name != spelled:
            self._companies[name] = cluster
            if len(name) == 2 and words.is_forename(name[0].capitalize()):
                self._by_end[name[1:]].add(cluster)  # "Adolph Coors Co."
        if turned := _turned(name):
            self.exact.setdefault(turned, cluster)
        for letters in _acronyms(spelled).union(*map(_acronyms, _without_whose(name))):
            self._by_acronym[letters].add(cluster)
        for noun in head_nouns(name):
            self._by_head[noun].add(cluster)
        for opening in _beginnings(name):
            self._by_beginning[opening].add(cluster)
        for end in range(1, len(name)):
            if _may_be_left_out(name[:end]) or self._is_owner(name, end):
                for whole in filter(None, (name[end:], _turned(name[end:]))):
                    self._by_end[whole].add(cluster)

    def _is_owner(self, name: Words, end: int) -> bool:
        """Whether a body's name opens with that of another ("RNC" Rules Committee)."""
        owned = end + 1 < len(name) and name[end] not in _SMALL and name[-1] in words.heads()
        return owned and name[:end] in self._alone

    def same(self, spelled: Words, kind: Kind) -> Cluster | None:
        """The one thing whose full name this is as well, in another form."""
        name = without_legal_form(spelled)
        if name in self.exact:
            return self.exact[name]
        found = self.beginning_with(name) if name == spelled else set()
        if len(found) == 1:
            (cluster,) = found
            if cluster.kind is kind or kind not in (Kind.PERSON, Kind.PLACE):
                return cluster
        found = self.ending_with(name)
        return next(iter(found)) if len(found) == 1 else None

    def company(self, name: Words) -> Cluster | None:
        """The company that has this name with a legal form after it."""
        return self._companies.get(name)

    def is_business(self, cluster: Cluster) -> bool:
        """Whether something's name has a legal form, "and Sons" or a head word of business."""
        legal = self._companies.get(without_legal_form(cluster.words)) is cluster
        joined = len(cluster.words) == 3 and cluster.words[1] == "and"
        partners = joined and cluster.kind is Kind.ORGANIZATION
        return legal or partners or cluster.words[-1] in words.head_words("commercial")

    def with_acronym(self, acronym: str) -> set[Cluster]:
        """The things whose words begin with these letters."""
        return self._by_acronym.get(acronym.replace(".", ""), set())

    def with_head(self, name: Words) -> set[Cluster]:
        """The things with this word for what they are ("Board")."""
        return self._by_head.get(name[0], set()) if len(name) == 1 else set()

    def beginning_with(self, name: Words) -> set[Cluster]:
        """The things whose names begin so, where that can stand for the whole."""
        text = " ".join(name)
        if text in words.known():
            generic = ((*name, word) for word in _GENERIC)
            return {self.exact[longer] for longer in generic if longer in self.exact}
        if words.is_place(text) or text in words.groups() or is_nationality(text):
            return set()
        if text in words.DIRECTIONS:
            return set()
        return self._by_beginning.get(name, set())

    def ending_with(self, name: Words) -> set[Cluster]:
        """The things whose names are these words after whose they are, or of what sort."""
        return self._by_end.get(name, set())


def opens_with_place(name: Words) -> bool:
    """Whether a name is of the sort whose first word is often a place ("Oxford" University)."""
    civic = name[-1] in words.heads() and name[-1] not in words.head_words("commercial")
    return civic and len(name) > 1


def is_civic(name: Words) -> bool:
    """Whether a body is of a place, whose name the first word is ("Wexley" Borough Council)."""
    return len(name) > 1 and name[-1] in words.head_words("civic")


def without_legal_form(spelled: Words) -> Words:
    """A company's name without "Inc." and the like."""
    suffixes = words.head_words("company")
    end = len(spelled)
    while end > 1 and spelled[end - 1] in suffixes:
        end -= 1
    return spelled[:end]


def abbreviates(short: str, full: Words) -> bool:
    """Whether the letters of a short form come in this order in a name, from its start."""
    letters = iter("".join(full))
    return short[0] == full[0][0] and all(c in letters for c in short if c.isalnum())


def _turned(name: Words) -> Words | None:
    """The other form of a name such as "Department of Justice"."""
    if len(name) < 3 or name[0] not in _TURNING or name[1] != "of":
        return None
    field = name[2:-1] if name[-1] == "affairs" and len(name) > 3 else name[2:]
    return (*field, name[0])


def head_nouns(name: Words) -> set[str]:
    """The nouns in a name that say what it names ("party" in "Labour Party")."""
    if len(name) < 2:
        return set()
    found = {name[-1]}
    for place, word in enumerate(name[1:], 1):
        if word in ("of", "for"):
            found.add(name[place - 1])
            break
    return {word for word in found if word in words.heads()}


def _acronyms(name: Words) -> set[str]:
    """The acronyms a name can have, with its small words and without."""
    parts = [part for word in name for part in word.split("-") if part]
    long = [initial(part) for part in parts if part not in _SMALL]
    every = [initial(part) for part in parts]
    field = long[1:] if name[0] in _TURNING else []  # "VA" for Veterans Affairs
    return {"".join(letters) for letters in (long, every, field) if len(letters) > 1}


def initial(word: str) -> str:
    """What a word gives to an acronym: its first letter, all of "U.S."."""
    return word if word in _INITIALS else word[0]


def _begins_whole(name: Words, end: int) -> bool:
    """Whether the first words of a name can stand for it.

    They cannot where they are a whole name of another thing: "Kennedy Space Center" is not
    the "Kennedy Space Center Visitor Complex".
    """
    if name[end - 1] in _SMALL:
        return False
    return name[end - 1] not in words.heads() or name[end] in _SMALL


def _beginnings(name: Words) -> Iterator[Words]:
    """The beginnings that can stand for a name, with "Anheuser" for "Anheuser-Busch"."""
    first = name[0].split("-")[0]
    if len(first) >= _LONG_ENOUGH and first != name[0]:
        yield (first,)
    for end in range(1, len(name)):
        grouped = end > 1 and end == len(name) - 1 and name[end] in _GROUPED
        if grouped or _begins_whole(name, end):
            yield name[:end]


def _without_whose(name: Words) -> Iterator[Words]:
    """A name, and what is left of it after a place or nationality.

    "Justice Department" gives its other form too, which has the acronym.
    """
    yield name
    if len(name) > 1 and name[-1] in _TURNING:
        yield (name[-1], "of", *name[:-1])
    for end in range(1, len(name) - 1):
        if says_whose(name[:end]):
            yield name[end:]


def says_whose(opening: Words) -> bool:
    """Whether the first words of a name are a place or nationality."""
    text = " ".join(opening)
    return words.is_place(text) or text in words.cities() or is_nationality(text)


def _may_be_left_out(opening: Words) -> bool:
    """Whether the first words only say whose something is ("Israeli") or its sort ("Lake")."""
    text = " ".join(opening)
    return (
        says_whose(opening)
        or words.known().get(text) is Kind.ORGANIZATION
        or words.leading().get(opening[-1], Kind.ORGANIZATION) is not Kind.ORGANIZATION
    )
