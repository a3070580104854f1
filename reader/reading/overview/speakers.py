"""Who is quoted: how many words of each source, word for word and retold."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ...analysis import Kind, Quote, QuoteKind
from .material import Material, OverviewArticle, Somebody, Stop


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
    direct: int
    retold: int
    quotes: tuple[Stop, ...]

    @property
    def words(self) -> int:
        """All words of this source."""
        return self.direct + self.retold

    @property
    def sort(self) -> Sort:
        """What kind of source it is."""
        if self.who is not None:
            return _SORTS.get(self.who.kind, Sort.UNKNOWN)
        return _sort_of_words(self.label)


def speakers(material: Material) -> list[Speaker]:
    """The sources of quotes, those with most words first; unknown ones last."""
    return material.remembered("who speaks", lambda: _speakers(material))


def _speakers(material: Material) -> list[Speaker]:
    found: dict[str, _Found] = {}
    for document in material.documents:
        for quotes in _by_name(document).values():
            who, label = _source(material, document, quotes[0])
            one = found.setdefault(str(who.key if who else ("", label)), _Found(who, label))
            one.take(document, quotes)
    return sorted(
        (one.speaker() for one in found.values()),
        key=lambda speaker: (not speaker.label, -speaker.words),
    )


class _Found(Struct):
    """A source while its quotes are counted."""

    who: Somebody | None
    label: str
    direct: int = 0
    retold: int = 0
    quotes: list[Stop] = []

    def take(self, document: OverviewArticle, quotes: list[Quote]) -> None:
        """Count the words of more quotes."""
        name, text = document.name, document.text
        for quote in quotes:
            if quote.kind is QuoteKind.INDIRECT:
                self.retold += words_of(text, quote)
            else:
                self.direct += words_of(text, quote)
        self.quotes += [Stop(name, quote.id) for quote in quotes]

    def speaker(self) -> Speaker:
        """The source with all that was counted."""
        return Speaker(self.who, self.label, self.direct, self.retold, tuple(self.quotes))


def _by_name(document: OverviewArticle) -> dict[tuple[str, str], list[Quote]]:
    """The quotes of an article by their speaker or the words for it, in the order of the text."""
    entities, text = document.index.entities, document.text
    found: dict[tuple[str, str], list[Quote]] = {}
    for quote in document.index.annotations.quotes:
        speaker = quote.speaker or ""
        name = (speaker, "") if speaker in entities else ("", _label(text, quote))
        known = found.get(name)
        if known is None:
            found[name] = [quote]
        else:
            known.append(quote)
    return found


def _source(
    material: Material, document: OverviewArticle, quote: Quote
) -> tuple[Somebody | None, str]:
    """Somebody by name; else the words for the source; else nothing."""
    entity = document.index.entities.get(quote.speaker or "")
    if entity is None:
        return None, _label(document.text, quote)
    who = material.who(document, entity)
    return who, who.name


def _label(text: str, quote: Quote) -> str:
    """The words for a source without a name, "" where there is none."""
    if quote.description:
        return quote.description
    if quote.source is not None:
        return " ".join(text[quote.source.start : quote.source.end].split())
    return ""


def _sort_of_words(label: str) -> Sort:
    """What the words for a source without a name say: their last known noun before an "of"."""
    from ...analysis.knowledge import names
    from ...analysis.knowledge.loader import word_set

    people, heads = names.people(), names.heads()
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
    if len(quote.content) == 1:
        whole = quote.content[0]
        return len(text[whole.start : whole.end].split())
    return sum(len(text[piece.start : piece.end].split()) for piece in quote.content)
