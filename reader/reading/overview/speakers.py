"""Who is quoted: how many words of each source, word for word and retold."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from ...analysis import Kind, Quote, QuoteKind
from .material import Document, Key, Material, Somebody, Stop


class Sort(StrEnum):
    """What kind of source somebody is."""

    PERSON = "people"
    BODY = "bodies"
    DOCUMENT = "documents"
    UNKNOWN = "not known"


_SORTS = {
    Kind.PERSON: Sort.PERSON,
    Kind.ORGANIZATION: Sort.BODY,
    Kind.GROUP: Sort.BODY,
    Kind.PLACE: Sort.BODY,
    Kind.FACILITY: Sort.BODY,
    Kind.WORK: Sort.DOCUMENT,
    Kind.LAW: Sort.DOCUMENT,
}


class Speaker(Struct, frozen=True):
    """One source of quotes: somebody by name, words for one without a name, or nobody known.

    `direct` counts words in quotation marks, `retold` those of indirect speech. `quotes` are
    its quotes in the order of the text.
    """

    who: Somebody | None
    label: str
    sort: Sort
    direct: int
    retold: int
    quotes: tuple[Stop, ...]

    @property
    def words(self) -> int:
        """All words of this source."""
        return self.direct + self.retold


def speakers(material: Material) -> list[Speaker]:
    """The sources of quotes, those with most words first; unknown ones last."""
    said: dict[Key, list[tuple[Document, Quote]]] = {}
    names: dict[Key, tuple[Somebody | None, str]] = {}
    for document, quote in _quotes(material):
        who, label = _source(material, document, quote)
        key = who.key if who else ("", label)
        names.setdefault(str(key), (who, label))
        said.setdefault(str(key), []).append((document, quote))
    made = [
        Speaker(
            who=names[key][0],
            label=names[key][1],
            sort=_sort(*names[key]),
            direct=sum(words_of(d.text, q) for d, q in quotes if q.kind is not QuoteKind.INDIRECT),
            retold=sum(words_of(d.text, q) for d, q in quotes if q.kind is QuoteKind.INDIRECT),
            quotes=tuple(Stop(document.name, quote.id) for document, quote in quotes),
        )
        for key, quotes in said.items()
    ]
    return sorted(made, key=lambda speaker: (not speaker.label, -speaker.words))


def _quotes(material: Material) -> Iterator[tuple[Document, Quote]]:
    for document in material.documents:
        for quote in document.index.annotations.quotes:
            yield document, quote


def _source(material: Material, document: Document, quote: Quote) -> tuple[Somebody | None, str]:
    """Somebody by name; else the words for the source; else nothing."""
    entity = document.index.entities.get(quote.speaker or "")
    if entity is not None:
        who = material.who(document, entity)
        return who, who.name
    if quote.description:
        return None, quote.description
    if quote.source is not None:
        return None, " ".join(document.text[quote.source.start : quote.source.end].split())
    return None, ""


def _sort(who: Somebody | None, label: str) -> Sort:
    if who is not None:
        return _SORTS.get(who.kind, Sort.UNKNOWN)
    return _sort_of_words(label)


def _sort_of_words(label: str) -> Sort:
    """What the words for a source without a name say: their last known noun before an "of"."""
    from ...analysis.knowledge.loader import word_set
    from ...analysis.knowledge.person_words import people as people_words
    from ...analysis.knowledge.thing_words import heads as head_words

    people, heads = people_words(), head_words()
    persons = people.male | people.female | people.generic | people.roles | people.ranks
    for word in reversed(_head(label)):
        single = word.removesuffix("s")
        if word in word_set("overview/documents.txt") or single in word_set(
            "overview/documents.txt"
        ):
            return Sort.DOCUMENT
        if word in persons or single in persons or word in word_set("overview/persons.txt"):
            return Sort.PERSON
        if heads.get(word) is Kind.ORGANIZATION or word in word_set("overview/bodies.txt"):
            return Sort.BODY
    return Sort.UNKNOWN


def _head(label: str) -> list[str]:
    """The words up to the first preposition, in lower case."""
    words = label.lower().replace(",", " ").split()
    ends = (place for place, word in enumerate(words) if word in _PREPOSITIONS)
    return words[: next(ends, len(words))]


_PREPOSITIONS = frozenset(("of", "for", "from", "in", "at", "with", "who", "on", "to", "by"))


def words_of(text: str, quote: Quote) -> int:
    """How many words a quote has."""
    return sum(len(text[piece.start : piece.end].split()) for piece in quote.content)
