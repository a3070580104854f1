"""From drafts to quotes: spans in the text, kinds, and speakers among the entities."""

from __future__ import annotations

from ..resolve import Mentions
from ..rules import phrase as rule_phrase
from ..syntax.narration import Phrase
from ..types import (
    Certainty,
    Entity,
    Quote,
    QuoteKind,
    Span,
)
from .draft_quotes import Draft
from .layout import Layout

_DIRECT_SHARE = 0.9
_ENDS_THE_NAMES = frozenset({"VERB", "AUX", "ADP", "SCONJ"})
_TRIM = frozenset(",;:.—–―-")
_BRACKETS = {"(": ")", ")": "(", "[": "]", "]": "["}


def assemble(
    layout: Layout, drafts: list[Draft], entities: tuple[Entity, ...]
) -> tuple[Quote, ...]:
    """The quotes in text order."""
    speakers = Mentions(entities)
    made = []
    for draft in drafts:
        content = _content(layout, draft)
        if content:
            made.append((content, draft))
    made.sort(key=lambda item: (item[0][0].start, item[0][-1].end))
    return tuple(
        _quote(layout, f"Q{number}", content, draft, speakers)
        for number, (content, draft) in enumerate(made, 1)
    )


def _content(layout: Layout, draft: Draft) -> tuple[Span, ...]:
    """The spans that were said, touching ones joined."""
    spans = [(p.mark.start, p.mark.end) for p in draft.passages]
    for first, last in draft.clauses:
        span = _trimmed(layout, first, last)
        if span is not None:
            spans.append(span)
    joined: list[list[int]] = []
    for start, end in sorted(spans):
        if joined and not any(c.isalnum() for c in layout.text[joined[-1][1] : start]):
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return tuple(Span(start, end) for start, end in joined)


def _trimmed(layout: Layout, first: int, last: int) -> tuple[int, int] | None:
    """The span of a range without the stops and halves of brackets at its ends."""
    texts = layout.parse.text
    while last > first and (texts[last - 1] in _TRIM or _half(texts, first, last, last - 1)):
        last -= 1
    while first < last and (texts[first] in _TRIM or _half(texts, first, last, first)):
        first += 1
    return layout.parse.span(first, last) if first < last else None


def _half(texts: list[str], first: int, last: int, at: int) -> bool:
    """Whether the token at an end is a bracket whose other half lies outside the range."""
    other = _BRACKETS.get(texts[at])
    return other is not None and other not in texts[first:last]


def _quote(
    layout: Layout, name: str, content: tuple[Span, ...], draft: Draft, speakers: Mentions
) -> Quote:
    source, speaker = _source(layout, draft.source, speakers)
    return Quote(
        id=name,
        kind=_kind(content, draft),
        content=content,
        cue=Span(*layout.parse.span(*draft.cue))
        if draft.cue and draft.cue[0] < draft.cue[1] <= len(layout.parse)
        else None,
        source=source,
        speaker=speaker,
        sense=draft.sense,
        certainty=draft.certainty if source else Certainty.UNKNOWN,
        rule=rule_phrase(draft.rule),
        rule_id=draft.rule,
    )


def _source(
    layout: Layout, source: Phrase | None, speakers: Mentions
) -> tuple[Span | None, str | None]:
    if source is None:
        return None, None
    parse = layout.parse
    place = Span(*parse.span(source.first, source.last))
    first = last = source.head
    joint = _joint(layout, source)
    if joint is not None:
        first, last = min(first, joint - 1), max(last, joint + 1)
    return place, speakers.covering(parse.start[first], parse.end[last])


def _joint(layout: Layout, source: Phrase) -> int | None:
    """The "and" that joins several in a source: no one of them is the speaker."""
    parse = layout.parse
    for token in range(source.first + 1, source.last - 1):
        if parse.pos[token] == "CCONJ" and parse.lower[token] != "but":
            joined = parse.head[token] == source.head or token - 1 in layout.label
            return token if joined else None
        if parse.pos[token] in _ENDS_THE_NAMES and token not in layout.label:
            return None
    return None


def _kind(content: tuple[Span, ...], draft: Draft) -> QuoteKind:
    """Direct if nearly all letters stand in marks, mixed if some do."""
    if draft.around:
        return QuoteKind.DIRECT
    if not draft.passages:
        return QuoteKind.MIXED if draft.within else QuoteKind.INDIRECT
    marked = sum(p.mark.end - p.mark.start for p in draft.passages)
    whole = sum(place.end - place.start for place in content)
    return QuoteKind.DIRECT if marked >= _DIRECT_SHARE * whole else QuoteKind.MIXED
