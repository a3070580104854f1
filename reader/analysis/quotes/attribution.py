"""From passages and reporting frames to quotes: the signals in their order."""

from __future__ import annotations

from ..annotations import Certainty, Sense
from . import clauses, frames
from .cues import lexicon
from .drafts import Draft
from .layout import NARRATION, Layout, Passage, Sentence
from .sources import subject
from .wordlists import words

_CLIMBS = 30


class Findings:
    """The drafts of an article and which of them owns each passage."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.drafts: list[Draft] = []
        self.by_cue: dict[int, Draft] = {}
        self.owner: dict[int, Draft] = {}

    def add(self, draft: Draft) -> Draft:
        """Take a draft in, joined to an earlier one with the same cue."""
        at = draft.cue[0] if draft.cue else -1
        known = self.by_cue.get(at)
        if known is None:
            self.drafts.append(draft)
            known = draft
            if draft.cue:
                self.by_cue[at] = draft
        else:
            known.clauses += draft.clauses
            known.passages += draft.passages
        for passage in draft.passages:
            self.owner[passage.number] = known
        return known

    def claim(self, draft: Draft, passage: Passage) -> None:
        """Give a passage to a draft."""
        draft.passages.append(passage)
        self.owner[passage.number] = draft


def find(layout: Layout) -> list[Draft]:
    """All quotes of an article as drafts."""
    found = Findings(layout)
    for sentence in layout.sentences:
        taken = _framed(found, sentence)
        _reported(found, sentence, taken)
        for passage in sentence.passages:
            if passage.number not in found.owner:
                _governed(found, passage)
    _running(found)
    return found.drafts


def _framed(found: Findings, sentence: Sentence) -> set[int]:
    """Attribute the passages of a sentence that have a frame beside them."""
    layout, taken = found.layout, set[int]()
    start = sentence.first
    for passage in sentence.passages:
        frame = frames.after(layout, sentence, passage)
        follows = frame is not None
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
    if start < passage.first:
        draft.clauses.append((start, passage.first))


def _reported(found: Findings, sentence: Sentence, taken: set[int]) -> None:
    """Take in the reported clauses of a sentence."""
    layout = found.layout
    drafts = [*clauses.reported(layout, sentence, taken), *clauses.according(layout, sentence)]
    for draft in drafts:
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
                and parse.dep[below] not in {"nsubj", "nsubjpass", "advcl"}
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


def _running(found: Findings) -> None:
    """Attribute quotations that stand alone to whoever is speaking."""
    layout = found.layout
    sentences = layout.sentences
    speaking: Draft | None = None
    for number, sentence in enumerate(sentences):
        previous = sentences[number - 1] if number else None
        new_block = previous is None or previous.block != sentence.block
        for passage in sentence.passages:
            owner = found.owner.get(passage.number)
            if owner is not None:
                speaking = owner
                continue
            if not _alone(layout, sentence, passage):
                continue
            if (
                not new_block
                and speaking is not None
                and _spoke_in(layout, speaking, sentence.block)
            ) or (passage.mark.continues and speaking is not None):
                found.claim(speaking, passage)
            elif (following := _next_frame(found, number)) is not None:
                found.claim(following, passage)
                speaking = following
            else:
                speaking = _introduced(found, number, passage, speaking)


def _spoke_in(layout: Layout, draft: Draft, block: int) -> bool:
    return any(layout.sentences[layout.sentence_of[p.first]].block == block for p in draft.passages)


def _alone(layout: Layout, sentence: Sentence, passage: Passage) -> bool:
    """Whether a quotation is a sentence of its own."""
    if passage.first != sentence.first or passage.last - passage.first < 4:
        return False
    return all(layout.parse.pos[t] == "PUNCT" for t in range(passage.last, sentence.last))


def _next_frame(found: Findings, number: int) -> Draft | None:
    """The frame of the next sentence of the block, if a quotation opens that sentence."""
    sentences = found.layout.sentences
    block = sentences[number].block
    for following in sentences[number + 1 : number + 6]:
        if following.block != block or not following.passages:
            return None
        opening = following.passages[0]
        if opening.first != following.first:
            return None
        owner = found.owner.get(opening.number)
        if owner is not None:
            return owner
    return None


def _introduced(found: Findings, number: int, passage: Passage, speaking: Draft | None) -> Draft:
    """A quotation whose source stands in an earlier sentence, or nowhere."""
    layout = found.layout
    parse = layout.parse
    previous = layout.sentences[number - 1] if number else None
    rule, source, certainty = "none", None, Certainty.UNKNOWN
    if previous is not None:
        verb = _main_verb(layout, previous)
        same = previous.block == layout.sentences[number].block
        colon = parse.text[previous.last - 1] == ":"
        if (
            previous.passages
            and previous.passages[-1].last >= previous.last - 1
            and speaking is not None
            and not same
        ):
            source, rule, certainty = speaking.source, "running speaker", Certainty.LIKELY
        elif verb is not None and (colon or _speaks(layout, previous)):
            source = subject(layout, verb)
            rule = "introduced" if colon else "elided"
            certainty = Certainty.LIKELY
    draft = Draft(None, source, Sense.SPEECH, rule, certainty, passages=[passage])
    found.add(draft)
    return draft


def _main_verb(layout: Layout, sentence: Sentence) -> int | None:
    parse = layout.parse
    return next(
        (
            t
            for t in range(sentence.first, sentence.last)
            if parse.dep[t] == "ROOT" and layout.narrated(t) and parse.pos[t] in {"VERB", "AUX"}
        ),
        None,
    )


def _speaks(layout: Layout, sentence: Sentence) -> bool:
    """Whether a sentence of narration is about someone's words."""
    parse = layout.parse
    return any(
        layout.level[t] == NARRATION
        and (
            (parse.pos[t] == "VERB" and parse.lemma[t] in lexicon())
            or parse.lemma[t] in words("speech_nouns")
        )
        for t in range(sentence.first, sentence.last)
    )
