"""From passages and reporting frames to quotes: the signals in their order."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from ...article import Article
from ..types import Sense
from . import (
    fragments,
    framing,
    running,
)
from . import (
    reported_clauses as clauses,
)
from .according import according
from .actuality import is_actual
from .captions import captions, mailed
from .dashes import posts
from .draft_quotes import Draft, Findings
from .headline_reports import headlines
from .layout import Layout, Passage, Sentence
from .nouns import announced
from .set_apart import set_apart
from .titles import names

_ATTACHING = frozenset({"with", "and", "while"})


def find(article: Article, layout: Layout) -> list[Draft]:
    """All quotes of an article as drafts.

    In this order: a name and a colon that open a block; a frame beside the marks; a
    reported clause or phrase; what governs a fragment; the running speaker.
    """
    found = Findings(layout)
    for announced_by in (mailed, captions, headlines, posts, set_apart):
        for draft in announced_by(article, layout):
            _settle(found, draft)
    for sentence in layout.sentences:
        taken = framing.attribute(found, sentence)
        _report(found, sentence, taken)
        fragments.attribute(found, sentence)
    running.attribute(found)
    return _without_topics(found)


def _without_topics(found: Findings) -> list[Draft]:
    """The drafts without headlines about somebody who says nothing in the article."""
    texts = found.layout.parse.text
    speaking = {texts[d.source.head] for d in found.drafts if d.source and not d.topical}

    def names_topic(draft: Draft) -> bool:
        if not draft.topical or draft.passages or draft.source is None:
            return False
        return texts[draft.source.head] not in speaking

    return [draft for draft in found.drafts if not names_topic(draft)]


def _settle(found: Findings, draft: Draft) -> None:
    """Take in a draft whose clauses are nobody else's narration."""
    found.add(draft)
    for first, last in draft.clauses:
        found.layout.hush(first, last)


def _report(found: Findings, sentence: Sentence, taken: set[int]) -> None:
    """Take in the reported clauses of a sentence."""
    layout = found.layout
    drafts = [
        *clauses.reported(layout, sentence, taken),
        *according(layout, sentence),
        *announced(layout, sentence),
    ]
    for draft in _outermost(layout, drafts):
        draft.clauses = [_with_whole_passages(layout, *piece) for piece in draft.clauses]
        inside = [p for a, b in draft.clauses for p in layout.passages_in(a, b)]
        free = [p for p in inside if p.number not in found.owner]
        owned = [_begins(found, p) for p in inside if p.number in found.owner]
        if draft.retells:
            draft.within = [p for p in inside if p.number in found.owner]
        else:
            draft.clauses = _cut(layout, draft.clauses, owned)
        needs_marks = draft.only_marked or draft.sense is Sense.EVALUATION
        draft.passages = free
        if not is_actual(layout, draft):
            continue
        worded = not all(names(layout, passage) for passage in free)
        if worded or (draft.clauses and not needs_marks):
            found.add(draft)


def _begins(found: Findings, passage: Passage) -> int:
    """Where a quotation of somebody else begins with whoever says it: ", with Olsen saying"."""
    draft = found.owner[passage.number]
    first = passage.first
    if draft.cue is not None and draft.source is not None and draft.cue[0] < first:
        led = min(draft.cue[0], draft.source.first)
        opening = led - 1 if found.layout.parse.lower[led - 1] in _ATTACHING else led
        if found.layout.parse.text[opening - 1] == "," and found.layout.narrated(opening):
            return opening
    return first


def _with_whole_passages(layout: Layout, first: int, last: int) -> tuple[int, int]:
    """A range that takes in the whole of a quotation it begins or ends in."""
    if first < last and layout.level[first] >= 0:
        first = layout.passages[layout.level[first]].first
    if first < last and layout.level[last - 1] >= 0:
        last = layout.passages[layout.level[last - 1]].last
    return first, last


def _cut(layout: Layout, ranges: list[tuple[int, int]], starts: list[int]) -> list[tuple[int, int]]:
    """The ranges, each ended where a passage of another draft begins in it."""
    cut = []
    for first, last in ranges:
        end = min([last, *(start for start in starts if start >= first)])
        noun = end == last == first + 1 and layout.parse.pos[first] in {"NOUN", "PROPN"}
        if end - first > 1 or noun:
            cut.append((first, end))
    return cut


def _is_complement(layout: Layout, cue: int) -> bool:
    """Whether a cue's clause completes another verb, itself or joined to one that does."""
    parse = layout.parse
    joined = parse.dep[cue] == "conj" and parse.child(cue, "nsubj") is not None
    mark = parse.child(cue, "mark") if joined else None
    if mark is not None and parse.lower[mark] == "that":
        return True
    return parse.dep[parse.head[cue] if joined else cue] in {"ccomp", "xcomp"}


def _outermost(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """The drafts without those another one reports: "he said he thinks that"."""
    ranges = sorted(piece for draft in drafts for piece in draft.clauses)
    starts = [first for first, _ in ranges]
    ends = list(accumulate((last for _, last in ranges), max))

    def nested(draft: Draft) -> bool:
        if draft.cue is None or not _is_complement(layout, draft.cue[0]):
            return False
        at = draft.cue[0]
        before = bisect_right(starts, at)
        return before > 0 and ends[before - 1] > at

    return [draft for draft in drafts if not nested(draft)]
