"""From drafts to quotes: spans in the text, kinds, and speakers among the entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import structs

from ..rules import phrase as rule_phrase
from ..syntax.narration import Phrase
from ..types import (
    Certainty,
    Entity,
    Quote,
    QuoteKind,
    Span,
)
from .actuality import polarity
from .draft_quotes import Draft
from .layout import Layout
from .sameness import join_same, spoken_words
from .turns import NOBODY, Speaker, Turns

_DIRECT_SHARE = 0.9
_SHORTEST_WITH_STOP = 5
_FEWEST_ANSWERS = 3
_OWN = frozenset({"i", "me", "my"})
_RELATIVES = frozenset({"who", "which", "that"})
_ENDS = ",—–-. "
_TRIM = frozenset(",;:.—–―-")
_BRACKETS = {"(": ")", ")": "(", "[": "]", "]": "["}


def assemble(
    layout: Layout, drafts: list[Draft], entities: tuple[Entity, ...]
) -> tuple[Quote, ...]:
    """The quotes in text order."""
    turns = Turns(layout, drafts, entities)
    made = []
    for draft in drafts:
        content = _content(layout, draft)
        if content:
            made.append((content, draft))
    made.sort(key=lambda item: (item[0][0].start, item[0][-1].end))
    quotes = [
        _quote(layout, f"Q{number}", content, draft, turns)
        for number, (content, draft) in enumerate(made, 1)
    ]
    marked = (tuple(Span(p.mark.start, p.mark.end) for p in draft.passages) for _, draft in made)
    places = zip(marked, quotes, strict=True)
    quotes = list(_with_answers(layout, quotes))
    return join_same(quotes, [spoken_words(layout.text, p or q.content) for p, q in places])


def _with_answers(layout: Layout, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes, with whoever is interviewed for those that answer a question of the author's.

    The question ends the paragraph before, and a whole quotation opens the next. Most of the
    direct speech that has a speaker must be one person's. Where three quarters are, what says "I"
    and has nobody else is that person's too.
    """
    spoken = Counter(q.speaker for q in quotes if q.kind is QuoteKind.DIRECT and q.speaker)
    asked = max(spoken, key=lambda who: spoken[who], default=None)
    times = spoken[asked] if asked else 0
    interview = times >= _FEWEST_ANSWERS and 2 * times > spoken.total()
    answered = -1
    for quote in quotes:
        place = quote.content[0].start
        sentence = layout.sentences[layout.sentence_of[layout.parse.tokens_in(place, place + 1)[0]]]
        opens = layout.parse.start[sentence.first] == place
        before = sentence.first - 1
        asks = before > 0 and layout.parse.text[before] == "?" and layout.narrated(before)
        open_ = quote.rule_id == "quote-unsettled" and interview
        answers = opens and (asks or sentence.block == answered + 1)
        if open_ and (answers or (4 * times >= 3 * spoken.total() and _is_own(layout, quote))):
            answered = sentence.block if answers else answered
            yield structs.replace(
                quote, speaker=asked, certainty=Certainty.LIKELY,
                rule=rule_phrase("quote-answer"), rule_id="quote-answer",
            )  # fmt: skip
        else:
            yield quote


def _is_own(layout: Layout, quote: Quote) -> bool:
    """Whether somebody says "I" in a quote."""
    tokens = layout.parse.tokens_in(quote.content[0].start, quote.content[-1].end)
    return not _OWN.isdisjoint(layout.parse.lower[slice(*tokens)])


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
    layout: Layout, name: str, content: tuple[Span, ...], draft: Draft, turns: Turns
) -> Quote:
    source = draft.source
    speaker = turns.of(source) if source is not None else NOBODY
    return Quote(
        id=name,
        kind=_kind(content, draft),
        content=content,
        cue=_cue(layout, draft),
        source=_source(layout, source) if source else None,
        speaker=speaker.entity,
        description=_description(layout, speaker),
        sense=draft.sense,
        certainty=draft.certainty if source else Certainty.UNKNOWN,
        rule=rule_phrase(draft.rule),
        rule_id=draft.rule,
        polarity=polarity(layout, draft),
    )


def _source(layout: Layout, source: Phrase) -> Span:
    """The span of a source, without the stop that a tokenizer takes for part of its last word."""
    start, end = layout.parse.span(source.first, source.last)
    last = layout.parse.text[source.last - 1]
    glued = len(last) > _SHORTEST_WITH_STOP and last[-1] == "." and "." not in last[:-1]
    ends = source.last == layout.sentences[layout.sentence_of[source.head]].last
    return Span(start, end - 1 if glued and ends else end)


def _cue(layout: Layout, draft: Draft) -> Span | None:
    if draft.cue and draft.cue[0] < draft.cue[1] <= len(layout.parse):
        return Span(*layout.parse.span(*draft.cue))
    return None


def _description(layout: Layout, speaker: Speaker) -> str | None:
    """The words for a speaker without a name, without the "who" that ends them."""
    if speaker.phrase is None:
        return None
    first, last = speaker.phrase.first, speaker.phrase.last
    if last - 1 > speaker.phrase.head and layout.parse.text[last - 1] in _RELATIVES:
        last -= 1
    return " ".join(layout.parse.words(first, last).strip(_ENDS).split()) or None


def _kind(content: tuple[Span, ...], draft: Draft) -> QuoteKind:
    """Direct if nearly all letters stand in marks, mixed if some do."""
    if draft.around:
        return QuoteKind.DIRECT
    if not draft.passages:
        return QuoteKind.MIXED if draft.within else QuoteKind.INDIRECT
    marked = sum(p.mark.end - p.mark.start for p in draft.passages)
    whole = sum(place.end - place.start for place in content)
    return QuoteKind.DIRECT if marked >= _DIRECT_SHARE * whole else QuoteKind.MIXED
