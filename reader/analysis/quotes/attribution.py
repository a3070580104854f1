"""From passages and reporting frames to quotes: the signals in their order."""

from __future__ import annotations

from ...article import Article
from ..annotations import Certainty, Sense
from . import clauses, frames, running
from .according import according
from .captions import captions
from .cues import Cue, lexicon
from .drafts import Draft, Findings
from .layout import Layout, Passage, Sentence
from .nouns import announced
from .sources import subject

_CLIMBS = 30
_REACH = 12
_THAT_REACH = 30
_JOINING = frozenset({"CCONJ", "ADV", "PUNCT", "PART"})


def find(article: Article, layout: Layout) -> list[Draft]:
    """All quotes of an article as drafts."""
    found = Findings(layout)
    for draft in captions(article, layout):
        found.add(draft)
        for first, last in draft.clauses:
            layout.hush(first, last)
    for sentence in layout.sentences:
        taken = _framed(found, sentence)
        _reported(found, sentence, taken)
        for passage in sentence.passages:
            if passage.number not in found.owner and not _coordinated(found, passage):
                _governed(found, passage)
    running.attribute(found)
    return found.drafts


def _framed(found: Findings, sentence: Sentence) -> set[int]:
    """Attribute the passages of a sentence that have a frame beside them."""
    layout, taken = found.layout, set[int]()
    start = sentence.first
    for passage in sentence.passages:
        if passage.number in found.owner:
            continue
        led = frames.before(layout, passage, start) if passage.ends_sentence else None
        if led is not None and led.rule != "before":
            led = None
        frame = None if led else frames.after(layout, sentence, passage)
        follows = frame is not None
        frame = frame or led
        if frame is None and _resumed(found, sentence, passage, start):
            start = passage.last
            continue
        frame = frame or frames.before(layout, passage, start)
        frame = frame or frames.signed(layout, sentence, passage)
        if frame is not None:
            draft = found.add(
                Draft(
                    frame.cue,
                    frame.source,
                    frame.sense,
                    frame.rule,
                    frame.certainty,
                    passages=[passage],
                )
            )
            if frame.verb is not None:
                taken.add(frame.verb)
            if follows:
                _lead_in(found, draft, sentence, passage)
        start = passage.last
    return taken


def _resumed(found: Findings, sentence: Sentence, passage: Passage, start: int) -> bool:
    """Give the second half of "...", X said, "..." to the first half's draft."""
    layout, parse = found.layout, found.layout.parse
    before = layout.passages[passage.number - 1] if passage.number else None
    if before is None or before.first < sentence.first or before.number not in found.owner:
        return False
    owner = found.owner[before.number]
    comma = passage.first - 1
    if (
        not owner.rule.startswith("after")
        or before.ends_sentence
        or parse.text[comma] not in {",", "-", "—", "–", "--"}
    ):
        return False
    verb = frames.leading_verb(layout, start, comma)
    if verb is not None and owner.cue is not None and verb > owner.cue[0]:
        cue = lexicon().get(parse.lemma[verb])
        if cue is not None and "direct" in cue.frames and parse.dep[verb] not in {"relcl", "acl"}:
            return False
    found.claim(owner, passage)
    return True


def _lead_in(found: Findings, draft: Draft, sentence: Sentence, passage: Passage) -> None:
    """The words before a fragment that ends in its frame are part of what was said."""
    start = sentence.first
    for earlier in sentence.passages:
        if earlier.number < passage.number:
            if earlier.number in found.owner:
                owner = found.owner[earlier.number]
                start = max(earlier.last, owner.cue[1] if owner.cue else 0)
                if owner.source:
                    start = max(start, owner.source.last)
            else:
                found.claim(draft, earlier)
    if start < passage.first and found.layout.parse.text[passage.first - 1] != ":":
        draft.clauses.append((start, passage.first))


def _reported(found: Findings, sentence: Sentence, taken: set[int]) -> None:
    """Take in the reported clauses of a sentence."""
    layout = found.layout
    drafts = [
        *clauses.reported(layout, sentence, taken),
        *according(layout, sentence),
        *announced(layout, sentence),
    ]
    for draft in drafts:
        if _nested(layout, draft, drafts):
            continue
        inside = [p for a, b in draft.clauses for p in layout.passages_in(a, b)]
        ranges = []
        for first, last in draft.clauses:
            owned = (p.first for p in inside if p.number in found.owner and first <= p.first)
            end = min(last, *owned, last)
            if end - first > 1:
                ranges.append((first, end))
        draft.clauses = ranges
        free = [p for p in inside if p.number not in found.owner]
        if draft.rule == "marked" and not free:
            continue
        if draft.sense is Sense.EVALUATION and not free:
            continue
        if not ranges and not free:
            continue
        draft.passages = free
        found.add(draft)


def _coordinated(found: Findings, passage: Passage) -> bool:
    """Give the second of two fragments joined by "and" or "but" to the first one's draft."""
    layout, parse = found.layout, found.layout.parse
    before = layout.passages[passage.number - 1] if passage.number else None
    if before is None or before.first < layout.sentence_at(passage).first:
        return False
    gap = range(before.last, passage.first)
    owner = found.owner.get(before.number)
    if owner is None or not gap or not all(parse.pos[t] in _JOINING for t in gap):
        return False
    owner.clauses.append((before.last, passage.first))
    found.claim(owner, passage)
    return True


def _nested(layout: Layout, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a draft is part of what another reports: "he said he thinks that"."""
    if draft.cue is None or layout.parse.dep[draft.cue[0]] != "ccomp":
        return False
    at = draft.cue[0]
    return any(
        first <= at < last
        for other in drafts
        if other is not draft
        for first, last in other.clauses
    )


def _governed(found: Findings, passage: Passage) -> None:
    """Give a fragment to the cue that governs it in the parse."""
    layout, parse = found.layout, found.layout.parse
    for token in range(passage.first, passage.last):
        if layout.level[parse.head[token]] == passage.number:
            continue
        below = token
        for _, above in zip(range(_CLIMBS), parse.ancestors(token), strict=False):
            if not layout.narrated(above):
                below = above
                continue
            cue = lexicon().get(parse.lemma[above])
            if (
                cue is not None
                and parse.pos[above] == "VERB"
                and _can_hold(layout, above, below, cue, passage)
            ):
                source = subject(layout, above)
                known = found.by_cue.get(above)
                if known is not None:
                    found.claim(known, passage)
                    return
                start = layout.left[below] if below > above else passage.first
                found.add(
                    Draft(
                        (above, above + 1),
                        source,
                        cue.sense,
                        "governed",
                        Certainty.LIKELY,
                        [(start, passage.first)] if start < passage.first else [],
                        [passage],
                    )
                )
                return
            below = above
        break
    _lead_up(found, passage)


def _located(layout: Layout, passage: Passage) -> bool:
    """Whether a preposition leads to a quotation: "on the show “Today”" names a place."""
    parse = layout.parse
    token = passage.first - 1
    while token >= 0 and parse.pos[token] in {"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"}:
        token -= 1
    return token >= 0 and parse.pos[token] == "ADP" and parse.lower[token] not in {"of", "as"}


def _lead_up(found: Findings, passage: Passage) -> None:
    """Give a fragment the parse cannot place to the cue and subject right before it."""
    layout, parse = found.layout, found.layout.parse
    sentence = layout.sentence_at(passage)
    reach = _THAT_REACH if parse.lower[passage.first - 1] == "that" else _REACH
    for token in range(passage.first - 1, max(sentence.first, passage.first - reach) - 1, -1):
        if not layout.narrated(token) or parse.text[token] == ";":
            return
        cue = lexicon().get(parse.lemma[token])
        if parse.pos[token] != "VERB" or cue is None or "clause" not in cue.frames:
            continue
        if cue.sense is Sense.THOUGHT:
            return
        source = subject(layout, token)
        if source is None or source.head > token:
            return
        if token in found.by_cue or _located(layout, passage):
            return
        draft = Draft((token, token + 1), source, cue.sense, "leads up", Certainty.LIKELY)
        draft.clauses.append((token + 1, passage.first))
        draft.passages.append(passage)
        found.add(draft)
        return


def _can_hold(layout: Layout, verb: int, child: int, cue: Cue, passage: Passage) -> bool:
    """Whether what a verb governs through this child can be what was said."""
    parse = layout.parse
    dep, word = parse.dep[child], parse.lower[child]
    source = subject(layout, verb)
    if source is not None and source.head < passage.first < layout.right[source.head]:
        return False
    if dep == "prep":
        return child > verb and word in cue.frames
    return dep in {"ccomp", "xcomp", "dobj", "oprd", "attr", "acomp", "parataxis", "dep", "pobj"}
