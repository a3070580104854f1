"""Reporting frames beside a quotation, such as "said X" and "X said:".

A frame is read from the words next to the marks, with the parse as a help only: parsers
go wrong most where sentences are broken by quotations.
"""

from __future__ import annotations

from typing import NamedTuple

from ..annotations import Certainty, Sense
from .cues import lexicon
from .layout import Layout, Passage, Sentence
from .sources import Source, beside, possessor, subject
from .wordlists import words

_OPEN_END = frozenset(",?!…—–-―")
_PAUSES = frozenset({",", "-", "--", "—", "–", "―", ";"})
_DASHES = frozenset({"-", "--", "—", "–", "―"})
_LONGEST_TAIL = 25


class Frame(NamedTuple):
    """Who reports, with which words: cue and source as tokens."""

    cue: tuple[int, int]
    source: Source | None
    sense: Sense
    rule: str
    certainty: Certainty
    verb: int | None = None


def after(layout: Layout, sentence: Sentence, passage: Passage) -> Frame | None:
    """The frame that follows a quotation in its sentence."""
    parse = layout.parse
    last = _gap_end(layout, passage.last, sentence.last)
    first = passage.last
    pause = first < last and parse.text[first] in _PAUSES
    while first < last and parse.text[first] in _PAUSES:
        first += 1
    verb = _first_verb(layout, first, last)
    if verb is None:
        return None
    cue = lexicon().get(parse.lemma[verb])
    known = cue is not None and "direct" in cue.frames
    if known:
        linked = pause or passage.final in _OPEN_END or _tight(first, verb, last)
    else:
        alone = passage.first == sentence.first and passage.final == ","
        linked = alone and parse.child(verb, "dobj") is None
    source = _beside_verb(layout, first, verb, last) if linked else None
    if source is None:
        return None
    sense = cue.sense if cue is not None else Sense.SPEECH
    if known:
        return Frame((verb, verb + 1), source, sense, "after", Certainty.SETTLED, verb)
    return Frame((verb, verb + 1), source, sense, "after, by position", Certainty.LIKELY, verb)


def _gap_end(layout: Layout, first: int, last: int) -> int:
    """Where the narration that begins at a token ends."""
    while first < last and layout.narrated(first):
        first += 1
    return first


def _first_verb(layout: Layout, first: int, last: int) -> int | None:
    """The verb of the frame: the first finite one that is in no relative clause."""
    parse = layout.parse
    for token in range(first, min(last, first + 60)):
        if parse.pos[token] == "VERB" and parse.dep[token] not in {"relcl", "acl", "amod"}:
            if parse.tag[token] in {"VBG", "VB"} and parse.child(token, "aux") is None:
                return None
            return token
        if parse.lemma[token] in words("common_cues") and parse.tag[token] in {
            "NNS",
            "VBD",
            "VBZ",
            "VBN",
        }:
            return token
    return None


def _tight(first: int, verb: int, last: int) -> bool:
    """Whether nothing but "X said" or "said X" stands to the end of the gap."""
    return last - first <= 6 and (verb == first or verb - first <= 3)


def _beside_verb(layout: Layout, first: int, verb: int, last: int) -> Source | None:
    """The subject of a frame's verb, before or after it, within the gap."""
    parse = layout.parse
    found = subject(layout, verb)
    own = next((c for c in parse.children[verb] if parse.dep[c] in {"nsubj", "nsubjpass"}), None)
    inverted = all(parse.pos[t] in {"ADV", "AUX", "PART", "CCONJ"} for t in range(first, verb))
    if found is not None and first <= found.head < last and (own is not None or not inverted):
        if inverted or _only_subject(layout, first, verb, found):
            return found
        return None
    if inverted:
        return beside(layout, verb + 1, last)
    return beside(layout, first, verb)


def _only_subject(layout: Layout, first: int, verb: int, source: Source) -> bool:
    """Whether the words before the verb hold no other clause than the subject's own."""
    parse = layout.parse
    return not any(
        parse.pos[token] == "VERB"
        and not source.first <= token < source.last
        and parse.dep[token] not in {"relcl", "acl", "amod", "advcl", "pcomp"}
        for token in range(first, verb)
    )


def before(layout: Layout, passage: Passage, start: int) -> Frame | None:
    """The frame that leads up to a quotation; the gap before it begins at token `start`."""
    parse = layout.parse
    first, last = start, passage.first
    mark = parse.text[last - 1] if last > first else ""
    end = last
    while end > first and (parse.text[end - 1] in _PAUSES or parse.text[end - 1] == ":"):
        end -= 1
    if end <= first:
        return None
    opens = parse.text[passage.first + 1 : passage.first + 2]
    capital = bool(opens) and opens[0][:1].isupper()
    verb = _last_verb(layout, first, end)
    if verb is None:
        return _colon(layout, first, end) if mark == ":" else None
    cue = lexicon().get(parse.lemma[verb])
    known = cue is not None and "direct" in cue.frames
    led = mark in {":", ","} or (verb == end - 1 and capital)
    if cue is not None and known and led and end - verb <= _LONGEST_TAIL:
        source = subject(layout, verb)
        return Frame((verb, verb + 1), source, cue.sense, "before", Certainty.SETTLED, verb)
    if mark == ":" or (mark == "," and capital):
        return _introduced(layout, verb, first, end, mark)
    return None


def _last_verb(layout: Layout, first: int, last: int) -> int | None:
    """The last verb of the gap that is in no relative clause or participle."""
    parse = layout.parse
    for token in range(last - 1, first - 1, -1):
        if parse.pos[token] in {"VERB", "AUX"} and parse.dep[token] not in {
            "aux",
            "auxpass",
            "amod",
        }:
            return token
    return None


def _introduced(layout: Layout, verb: int, first: int, end: int, mark: str) -> Frame | None:
    """A colon, or a noun of saying, makes any clause a frame."""
    parse = layout.parse
    noun = next(
        (t for t in range(end - 1, first - 1, -1) if parse.lemma[t] in words("speech_nouns")), None
    )
    if mark != ":" and noun is None:
        return None
    source = subject(layout, verb)
    if noun is not None:
        source = possessor(layout, noun) or source
    at = noun if noun is not None else verb
    rule = "colon" if mark == ":" else "noun"
    return Frame((at, at + 1), source, Sense.SPEECH, rule, Certainty.LIKELY, verb)


def _colon(layout: Layout, first: int, end: int) -> Frame | None:
    """A name and a colon: headlines, transcripts, captions."""
    parse = layout.parse
    if end - first > 12:
        return None
    head = next(
        (t for t in range(end - 1, first - 1, -1) if parse.pos[t] in {"PROPN", "NOUN", "PRON"}),
        None,
    )
    if head is None:
        return None
    if parse.lemma[head] in words("speech_nouns"):
        source = possessor(layout, head)
    else:
        source = Source(head, first, end)
    return Frame((end, end + 1), source, Sense.SPEECH, "colon", Certainty.LIKELY)


def signed(layout: Layout, sentence: Sentence, passage: Passage) -> Frame | None:
    """A dash and a name after a quotation that stands alone."""
    parse = layout.parse
    first = passage.last
    if first >= sentence.last or parse.text[first] not in _DASHES or sentence.last - first > 14:
        return None
    if any(parse.pos[t] in {"VERB", "AUX"} for t in range(first, sentence.last)):
        return None
    source = beside(layout, first + 1, sentence.last)
    if source is None or parse.pos[source.head] != "PROPN":
        return None
    return Frame((first, first + 1), source, Sense.SPEECH, "dash", Certainty.LIKELY)
