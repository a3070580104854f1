"""Quotations with a reporting frame beside them, and what the frame says beyond the marks."""

from __future__ import annotations

from ..knowledge.cues import cue_at
from ..types import Certainty
from . import dashes, frames
from .draft_quotes import Draft, Findings
from .frames import Frame
from .layout import Layout, Passage, Sentence
from .titles import names_work, nickname

_SHORT_LEAD = 4
_COMMAS = frozenset({",", "-", "--", "—", "–"})


def attribute(found: Findings, sentence: Sentence) -> set[int]:
    """Attribute the passages of a sentence that have a frame; the verbs that frame them."""
    taken = set[int]()
    start = sentence.first
    for passage in sentence.passages:
        if passage.number not in found.owner and not _resumed(found, sentence, passage, start):
            frame = _frame(found, sentence, passage, start)
            if frame is not None:
                _take(found, sentence, passage, frame)
            if frame is not None and frame.verb is not None:
                taken.add(frame.verb)
        start = passage.last
    return taken


def _frame(found: Findings, sentence: Sentence, passage: Passage, start: int) -> Frame | None:
    """The frame of a passage: after it, before it, a signature.

    A cue leading up to a quotation that ends its sentence goes before what follows.
    """
    layout = found.layout
    before = frames.before(layout, passage, start)
    if before is not None and before.certainty is Certainty.SETTLED and passage.ends_sentence:
        return before
    if names_work(layout, passage):
        return None
    after = None
    if not nickname(layout, passage):
        after = frames.after(layout, sentence, passage)
    beside = after or before or dashes.signed(layout, sentence, passage)
    return beside or dashes.gesture(layout, sentence, passage)


def _take(found: Findings, sentence: Sentence, passage: Passage, frame: Frame) -> None:
    draft = found.add(
        Draft(
            frame.cue, frame.source, frame.sense, frame.rule, frame.certainty,
            passages=[passage], follows=frame.follows, signed=frame.signed,
        )
    )  # fmt: skip
    if frame.follows:
        _lead_in(found, draft, sentence, passage)


def _resumed(found: Findings, sentence: Sentence, passage: Passage, start: int) -> bool:
    """Give the second half of "...", X said, "..." to the first half's draft."""
    layout, parse = found.layout, found.layout.parse
    before = layout.passages[passage.number - 1] if passage.number else None
    if before is None or before.first < sentence.first or before.ends_sentence:
        return False
    owner = found.owner.get(before.number)
    if owner is not None and owner.cue is None and dashes.is_gesture(layout, before, passage):
        found.claim(owner, passage)
        return True
    comma = passage.first - 1
    while comma > before.last and parse.pos[comma] in {"CCONJ", "ADV"}:
        comma -= 1
    if owner is None or not owner.follows or parse.text[comma] not in _COMMAS:
        return False
    if frames.after(layout, sentence, passage) is not None:
        return False
    verb = frames.leading_verb(layout, start, comma)
    if verb is not None and owner.cue is not None and verb > owner.cue[0]:
        cue = cue_at(parse, verb)
        if cue is not None and "direct" in cue.frames and parse.dep[verb] not in {"relcl", "acl"}:
            return False
    found.claim(owner, passage)
    return True


def _stands_apart(layout: Layout, start: int, passage: Passage) -> bool:
    """Whether a quotation begins a sentence after the words before it."""
    texts = layout.parse.text
    opening = texts[passage.first + 1] if passage.first + 1 < passage.last else ""
    new = opening[:1].isupper() and not opening.startswith("I")
    told = any(_reports(layout, token) for token in range(start, passage.first))
    return told or texts[passage.first - 1] == ":" or (new and passage.first - start > _SHORT_LEAD)


def _reports(layout: Layout, token: int) -> bool:
    """Whether a word of narration is a cue with its subject and clause."""
    parse = layout.parse
    return (
        parse.pos[token] == "VERB"
        and layout.narrated(token)
        and parse.child(token, "ccomp") is not None
        and parse.child(token, "nsubj") is not None
        and cue_at(parse, token) is not None
    )


def _lead_in(found: Findings, draft: Draft, sentence: Sentence, passage: Passage) -> None:
    """The words before a fragment that ends in its frame are part of what was said."""
    layout = found.layout
    start = max(sentence.first, layout.bracketed_from(passage.first))
    paused = False
    for number in range(passage.number - 1, -1, -1):
        earlier = layout.passages[number]
        if earlier.first < start or layout.answered(earlier):
            break
        owner = found.owner.get(number)
        if owner is not None:
            start = max(earlier.last, owner.cue[1] if owner.cue else 0)
            start = max(start, owner.source.last if owner.source else 0)
            break
        found.claim(draft, earlier)
        paused = paused or dashes.is_gesture(layout, earlier, layout.passages[number + 1])
    between = min(draft.cue[0], draft.source.first) if draft.cue and draft.source else 0
    if between - passage.last > 1:
        draft.clauses.append((passage.last, between))
    if start < passage.first and not paused and not _stands_apart(layout, start, passage):
        draft.clauses.append((start, passage.first))
