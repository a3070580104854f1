"""Reports in headlines set in title case, which parsers read as strings of names.

"Mayor Vows To Close Bridge": the cue is found by its form, who speaks stands before it, and
what follows is what was said.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...article import HEADLINES, Article
from ..knowledge.cues import Cue, cue_of_form
from ..knowledge.quote_words import words
from ..syntax.narration import Phrase
from ..types import Certainty, Sense
from .draft_quotes import Draft
from .layout import Layout

LONGEST = 24
_LONG_WORD = 3
_LONGEST_SOURCE = 6
_ADVERBS = frozenset({"also", "again", "is", "now", "just", "still", "has", "have", "are"})
_PREPOSITIONS = frozenset({"for", "on"})


def headlines(article: Article, layout: Layout) -> Iterator[Draft]:
    """The reports of headlines in title case."""
    for block in article.blocks:
        first, last = layout.parse.tokens_in(block.start, block.end)
        headed = block.kind in HEADLINES or block == article.blocks[0]
        if headed and last - first <= LONGEST and _in_title_case(layout, first, last):
            draft = _report(layout, first, last)
            if draft is not None:
                yield draft


def _in_title_case(layout: Layout, first: int, last: int) -> bool:
    """Whether all longer words begin with capitals."""
    texts = layout.parse.text
    long_words = [t for t in texts[first:last] if t.isalpha() and len(t) > _LONG_WORD]
    return len(long_words) > 1 and all(word[0].isupper() for word in long_words)


def _report(layout: Layout, first: int, last: int) -> Draft | None:
    """The first cue of a headline with a source before it and content after it."""
    parse = layout.parse
    for token in range(first + 1, last - 2):
        if not layout.narrated(token):
            return None
        if parse.text[token] in {",", ";"}:
            first = token + 1
        plural = parse.lower[token - 1].endswith("s")
        cue = cue_of_form(parse.lower[token], plural) if token > first else None
        if cue is None or cue.sense not in {Sense.SPEECH, Sense.WRITING}:
            continue
        start = _content(layout, token, last, cue)
        source = _source(layout, first, token) if start is not None else None
        if start is None or source is None:
            continue
        inside = layout.passages_in(start, last)
        return Draft(
            (token, token + 1), source, cue.sense, "quote-headline", Certainty.LIKELY,
            clauses=[(start, last)], passages=inside,
        )  # fmt: skip
    return None


def _content(layout: Layout, cue_at: int, last: int, cue: Cue) -> int | None:
    """Where what a headline reports begins."""
    parse = layout.parse
    following = parse.lower[cue_at + 1]
    if following == "to":
        return cue_at + 1 if "infinitive" in cue.frames else None
    if following in _PREPOSITIONS:
        return cue_at + 2 if following in cue.frames else None
    named = any(parse.lower[t] in {"a", "an", "the"} for t in range(cue_at + 2, last))
    if "name" in cue.frames and named:
        return cue_at + 1
    told = any(parse.pos[t] in {"VERB", "AUX"} for t in range(cue_at + 2, last))
    return cue_at + 1 if "clause" in cue.frames and told else None


def _source(layout: Layout, first: int, cue: int) -> Phrase | None:
    """The words before a cue, if they can be a name or a noun."""
    parse = layout.parse
    last = cue
    while last > first and parse.lower[last - 1] in _ADVERBS:
        last -= 1
    if last == first or last - first > _LONGEST_SOURCE:
        return None
    plain = all(layout.narrated(t) and parse.pos[t] != "PUNCT" for t in range(first, last))
    head = last - 1
    ends = parse.text[head][:1].isupper() and parse.lower[head] not in words("small_words")
    return Phrase(head, first, last) if plain and ends else None
