"""Fragments: quotations inside a clause that somebody is said to have said."""

from __future__ import annotations

from ..knowledge.cues import Cue, cue_at
from ..knowledge.quote_words import words
from ..syntax.narration import Phrase, owner_of, phrase
from ..syntax.subjects import doer
from ..types import Certainty, Sense
from .draft_quotes import Draft, Findings
from .layout import Layout, Passage, Sentence
from .sources import ahead, expletive
from .titles import names

_CLIMBS = 30
_REACH = 12
_THAT_REACH = 30
_JOINING = frozenset({"CCONJ", "ADV", "PUNCT", "PART"})
_ONLY_DIRECT = frozenset({"direct"})
_BESIDE = 4
_SHORTEST = 5
_STRONG_STOPS = frozenset({";", ":"})
_OBJECTS = frozenset(
    {"ccomp", "xcomp", "dobj", "oprd", "attr", "acomp", "parataxis", "dep", "pobj"}
)


def attribute(found: Findings, sentence: Sentence) -> None:
    """Attribute the fragments of a sentence that no frame or clause accounts for.

    The signals, in this order: the fragment before, joined by "and"; a noun for words right before
    it; the cue that governs it; the cue and subject right before it.
    """
    for passage in sentence.passages:
        if passage.number not in found.owner and not names(found.layout, passage):
            any(rule(found, passage) for rule in (_coordinated, _worded, _governed, _led_up))


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


def _worded(found: Findings, passage: Passage) -> bool:
    """Give a fragment to those whose words a noun says it is: "chants of", "with the words"."""
    layout, parse = found.layout, found.layout.parse
    noun = passage.first - 1
    if noun > 0 and parse.lower[noun] in {"of", ","}:
        noun -= 1
    named = noun >= 0 and layout.narrated(noun) and parse.pos[noun] == "NOUN"
    if not named or parse.lemma[noun] not in words("quoted_nouns"):
        return False
    if passage.last - passage.first < _SHORTEST:
        return False
    source = _whose(layout, noun)
    certainty = Certainty.LIKELY if source is not None else Certainty.UNKNOWN
    found.add(
        Draft((noun, noun + 1), source, Sense.SPEECH, "quote-noun", certainty, passages=[passage])
    )
    return True


def _whose(layout: Layout, noun: int) -> Phrase | None:
    """Whose words a noun means: a possessor, what bears them, or who breaks into them."""
    parse = layout.parse
    owner = owner_of(layout, noun)
    if owner is not None:
        return owner
    head = parse.head[noun]
    if parse.dep[noun] == "pobj" and parse.lower[head] == "with":
        bearer = parse.head[head]
        if parse.pos[bearer] == "VERB":
            bearer = parse.child(bearer, "dobj") or bearer
        return phrase(layout, bearer, head) if parse.pos[bearer] in {"NOUN", "PROPN"} else None
    verb = parse.head[head] if parse.dep[noun] == "pobj" else head
    active = parse.pos[verb] == "VERB" and parse.child(verb, "auxpass", "agent") is None
    if not active or parse.dep[noun] not in {"pobj", "dobj"} or verb > noun:
        return None
    if parse.lower[head] in words("heard_before"):
        return None
    return doer(layout, verb)


def _governed(found: Findings, passage: Passage) -> bool:
    """Give a fragment to the cue that governs it in the parse."""
    layout = found.layout
    held = _governor(layout, passage)
    if held is None:
        return False
    verb, child, cue = held
    known = found.by_cue.get(verb)
    if known is not None:
        if known.passages and _names_place(layout, passage):
            return False
        found.claim(known, passage)
        return True
    source = doer(layout, verb) or ahead(layout, verb, layout.sentence_at(passage).first)
    if source is not None and expletive(layout, verb, source):
        return False
    draft = Draft((verb, verb + 1), source, cue.sense, "quote-governed", Certainty.LIKELY)
    start = layout.left[child] if child > verb else passage.first
    if start < passage.first:
        draft.clauses.append((start, passage.first))
    draft.passages.append(passage)
    found.add(draft)
    return True


def _governor(layout: Layout, passage: Passage) -> tuple[int, int, Cue] | None:
    """The verb above a passage in the parse, its child on the way there, and its cue."""
    parse = layout.parse
    outward = (
        token
        for token in range(passage.first, passage.last)
        if layout.level[parse.head[token]] != passage.number
    )
    below = next(outward, None)
    if below is None:
        return None
    for _, above in zip(range(_CLIMBS), parse.ancestors(below), strict=False):
        cue = cue_at(parse, above)
        speaks = cue is not None and parse.pos[above] == "VERB" and layout.narrated(above)
        if cue is not None and speaks and _can_hold(layout, above, below, cue, passage):
            return above, below, cue
        below = above
    return None


def _can_hold(layout: Layout, verb: int, child: int, cue: Cue, passage: Passage) -> bool:
    """Whether what a verb governs through this child can be what was said."""
    parse = layout.parse
    dep, word = parse.dep[child], parse.lower[child]
    if passage.last < verb and parse.text[passage.last] in _STRONG_STOPS:
        return False
    source = doer(layout, verb)
    if source is not None and source.head < passage.first < layout.right[source.head]:
        relative = source.head < verb < layout.right[source.head]
        if not relative:
            return False
    if dep == "prep":
        return child > verb and word in cue.frames
    if cue.frames == _ONLY_DIRECT and passage.first - verb > _BESIDE:
        return False
    return dep in _OBJECTS


def _led_up(found: Findings, passage: Passage) -> bool:
    """Give a fragment the parse cannot place to the cue and subject right before it."""
    layout, parse = found.layout, found.layout.parse
    sentence = layout.sentence_at(passage)
    reach = _THAT_REACH if parse.lower[passage.first - 1] == "that" else _REACH
    for token in range(passage.first - 1, max(sentence.first, passage.first - reach) - 1, -1):
        if not layout.narrated(token) or parse.text[token] == ";":
            return False
        cue = cue_at(parse, token)
        if parse.pos[token] != "VERB" or cue is None:
            continue
        if "clause" not in cue.frames and not ("name" in cue.frames and token + 1 == passage.first):
            continue
        if cue.sense is Sense.THOUGHT:
            return False
        source = doer(layout, token)
        if source is None or source.head > token:
            return False
        if token in found.by_cue or _located(layout, passage):
            return False
        draft = Draft((token, token + 1), source, cue.sense, "quote-leads-up", Certainty.LIKELY)
        start = passage.first - 1 if reach == _THAT_REACH else token + 1
        if start < passage.first:
            draft.clauses.append((start, passage.first))
        draft.passages.append(passage)
        found.add(draft)
        return True
    return False


def _names_place(layout: Layout, passage: Passage) -> bool:
    """Whether a quotation is the title of where something was said."""
    inside = layout.parse.text[passage.first + 1 : passage.first + 2]
    return bool(inside) and inside[0][:1].isupper() and _located(layout, passage)


def _located(layout: Layout, passage: Passage) -> bool:
    """Whether a preposition leads to a quotation: "on the show “Today”" names a place."""
    parse = layout.parse
    token = passage.first - 1
    while token >= 0 and parse.pos[token] in {"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"}:
        token -= 1
    return token >= 0 and parse.pos[token] == "ADP" and parse.lower[token] not in {"of", "as"}
