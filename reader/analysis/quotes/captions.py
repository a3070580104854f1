"""Speech announced by a name and a colon: headlines and transcripts."""

from __future__ import annotations

from collections.abc import Iterator

from ...article import Article, BlockKind
from ..annotations import Certainty, Sense
from .drafts import Draft
from .layout import Layout
from .sources import Source
from .wordlists import words

_LONGEST_NAME = 7
_SHORT_NAME = 3
_NOUNS = frozenset({"NOUN", "PROPN"})
_MARKS = frozenset({'"', "“", "''", "«"})
_PEOPLE = frozenset({"PERSON", "ORG", "NORP"})


def captions(article: Article, layout: Layout) -> Iterator[Draft]:
    """Drafts for blocks that begin with a source and a colon."""
    for block in article.blocks:
        first, last = layout.parse.tokens_in(block.start, block.end)
        if first < last and layout.parse.text[first] in _MARKS:
            first += 1
        colon = _colon(layout, first, last)
        if colon is None or colon + 1 >= last:
            continue
        title = block.kind is BlockKind.TITLE
        head = _source_head(layout, first, colon, title)
        if head is not None:
            source = Source(head, first, colon)
            spoken = layout.parse.text[head].isupper() and not title
            yield _caption(layout, source, last, "transcript" if spoken else "caption")


def _caption(layout: Layout, source: Source, last: int, rule: str) -> Draft:
    """The draft that gives the rest of a block to its source."""
    colon = source.last
    draft = Draft((colon, colon + 1), source, Sense.SPEECH, rule, Certainty.LIKELY)
    passages = layout.passages_in(source.first - 1, last)
    draft.passages = [passage for passage in passages if passage.first > colon]
    draft.around = [passage for passage in passages if passage.first < colon]
    whole = len(passages) == 1 and passages[0].first == colon + 1 and passages[0].last >= last - 1
    draft.clauses = [] if whole else [(colon + 1, last)]
    return draft


def _colon(layout: Layout, first: int, last: int) -> int | None:
    """The first colon, if only a short name or noun stands before it."""
    parse = layout.parse
    for token in range(first, min(last, first + _LONGEST_NAME + 1)):
        if layout.level[token] != layout.level[first]:
            return None
        if parse.text[token] == ":":
            return token if token > first else None
    return None


def _source_head(layout: Layout, first: int, colon: int, title: bool) -> int | None:
    """The head of the words before the colon, if they can be a source.

    In running text only a name in capitals is one, as transcripts write speakers.
    """
    parse = layout.parse
    capitals = all(parse.text[t].isupper() or parse.pos[t] == "PUNCT" for t in range(first, colon))
    if parse.lower[colon - 1] in words("labels"):
        return None
    if capitals and parse.text[colon - 1].isalpha():
        return colon - 1
    told = any(parse.pos[t] in {"VERB", "AUX"} for t in range(first, colon))
    if not title or told or not layout.narrated(first):
        return None
    head = next((t for t in range(colon - 1, first - 1, -1) if parse.pos[t] in _NOUNS), None)
    return head if head is not None and _speaks(layout, head, colon - first) else None


def _speaks(layout: Layout, head: int, length: int) -> bool:
    """Whether a headline's first words mean a document, a group or a person."""
    parse = layout.parse
    return (
        parse.lemma[head].lower() in words("speech_nouns") | words("headline_sources")
        or layout.label.get(head) in _PEOPLE
        or (parse.pos[head] == "PROPN" and length <= _SHORT_NAME)
        or parse.text[head] in layout.named_words
    )
